/**
 * Workers started once and parked: starting a thread of a program is then a wake-up of microseconds instead of a new
 * isolate of 40 ms. One run at a time. The run's message goes to every worker when the run begins and is read by a
 * worker when it is first woken, so that workers can launch each other without the host.
 */
import { Worker, type ResourceLimits } from 'node:worker_threads'
import { assert } from '../base'
import { READY, type WorkerSeat } from './parkedWorkerAdapter'
import {
  createPoolWords,
  launch,
  launchOnIdleWorker,
  MAXIMUM_WORKERS,
  setState,
  stateOf,
  tryClaim,
  WORKER_STATE,
} from './poolWords'
import { exposeCollector } from './startMemory'
import { BOOT, compileWorker, type WorkerCode } from './workerCode'

/** When a worker that is started will have to run. */
export type Need = 'now' | 'later'

export interface PoolOptions {
  /** The bundle of the workers, a script (`workerCode.ts`); it calls `serveParked`. */
  readonly workerFile: string
  readonly resourceLimits?: ResourceLimits | undefined
}

/** A worker's own heap holds no program's data: that is in shared memory. */
const RESOURCE_LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 4 }

const PROGRESS_MS = 1

interface Seat {
  readonly worker: Worker
  readonly index: number
  readonly exited: Promise<void>
  /** Each awaits one READY, in order. */
  readonly awaiting: (() => void)[]
  /** Whether messages may stand unread. */
  hasMail: boolean
}

export type MessageListener = (message: unknown, worker: number) => void
export type FailureListener = (error: Error, worker: number) => void

export class WorkerPool {
  private readonly buffer = createPoolWords()
  private readonly words = new Int32Array(this.buffer)
  private readonly seats = new Map<number, Seat>()
  private readonly messageListeners = new Set<MessageListener>()
  private readonly failureListeners = new Set<FailureListener>()
  /** One for each worker that is not ready yet. */
  private readonly starting = new Set<Promise<void>>()
  private run: { readonly message: unknown } | undefined
  /** Workers that were asked for ahead of need. Those that a run wanted beyond are not replaced when they are lost. */
  private kept = 0
  /** From the beginning of `reclaim`: no further thread is started. */
  private isEnding = false
  private isClosed = false
  private readonly workerFile: string
  private compiled: WorkerCode | undefined
  private readonly resourceLimits: ResourceLimits

  constructor({ workerFile, resourceLimits = RESOURCE_LIMITS }: PoolOptions) {
    // First, since V8 takes compiled code only under the flags that it was compiled with.
    exposeCollector()
    this.workerFile = workerFile
    this.resourceLimits = resourceLimits
  }

  /** @throws when the bundle cannot be read or is no script. */
  private get code(): WorkerCode {
    return (this.compiled ??= compileWorker(this.workerFile))
  }

  /** Workers alive, the ones that are starting included. */
  get size(): number {
    return this.seats.size
  }

  get idleCount(): number {
    return this.count((state) => state === WORKER_STATE.parked)
  }

  /** Workers that run something; 0 after `reclaim`. */
  get threadsLeft(): number {
    return this.count((s) => s === WORKER_STATE.claimed || s === WORKER_STATE.awake)
  }

  /**
   * Resolves when at least `count` workers are parked or running. Those needed `later` take 15 ms longer to start
   * and a quarter less memory. @throws when a worker cannot start.
   */
  async warm(count: number, need: Need = 'later'): Promise<void> {
    assert(count <= MAXIMUM_WORKERS, `a pool has at most ${MAXIMUM_WORKERS} workers`)
    this.kept = Math.max(this.kept, count)
    while (this.seats.size < count) void this.spawn(need).catch(() => undefined)
    await Promise.all(this.starting)
  }

  /** Called for each message that a worker posts. Returns what ends it. */
  onMessage(listener: MessageListener): () => void {
    this.messageListeners.add(listener)
    return () => this.messageListeners.delete(listener)
  }

  /** Called when a worker died by itself: an error in it, or its memory was used up. */
  onFailure(listener: FailureListener): () => void {
    this.failureListeners.add(listener)
    return () => this.failureListeners.delete(listener)
  }

  /**
   * Begins a run: `message` reaches every worker before it runs a thread of it, also those that are started later. The
   * process stays alive until `reclaim`.
   */
  beginRun(message: unknown): void {
    assert(this.run === undefined, 'one run at a time')
    this.run = { message }
    for (const seat of this.seats.values()) this.enlist(seat)
  }

  /**
   * Starts program thread `thread`: on an idle worker at once, else on a new one (some 40 ms). A failure to start one is
   * told to the failure listeners. Does nothing while the run is being reclaimed. @throws when the code of the workers is
   * missing, which the first start tells.
   */
  start(thread: number): void {
    const run = this.run
    assert(run !== undefined, 'threads are started within a run')
    if (this.isEnding) return
    if (launchOnIdleWorker(this.words, thread)) return
    this.spawn('now').then(
      () => {
        if (this.run === run) this.start(thread)
      },
      () => undefined,
    )
  }

  /**
   * Ends the run. The caller has raised its stop flag if threads still go; `wakeAll` is called until all workers are
   * parked, at most `deadlineMs`; what is then still running is terminated, and replaced if it was kept. When it resolves, every message
   * of the run has been delivered. Returns how many were terminated.
   */
  async reclaim(wakeAll: () => void, deadlineMs: number): Promise<number> {
    const end = performance.now() + deadlineMs
    let terminated = 0
    this.isEnding = true
    do {
      while (this.threadsLeft > 0 && performance.now() < end) {
        wakeAll()
        await pause()
      }
      terminated += await this.terminateRunning()
      await this.flush()
      // Again, should a thread have launched another just while they were counted.
    } while (this.threadsLeft > 0)
    this.isEnding = false
    this.run = undefined
    for (const seat of this.seats.values()) this.letProcessEnd(seat)
    return terminated
  }

  /** Terminates all workers, whatever they do. */
  async close(): Promise<void> {
    this.isClosed = true
    await Promise.all([...this.seats.values()].map((seat) => this.terminate(seat)))
  }

  private spawn(need: Need): Promise<void> {
    const index = this.freeIndex()
    const workerData: WorkerSeat & { readonly code: WorkerCode } = {
      kind: 'cerrojo-pool',
      code: this.code,
      words: this.buffer,
      worker: index,
      isAhead: need === 'later',
    }
    setState(this.words, index, WORKER_STATE.starting)
    const worker = new Worker(BOOT, {
      eval: true,
      workerData,
      execArgv: [],
      resourceLimits: this.resourceLimits,
    })
    const ready = new Promise<void>((resolve, reject) => {
      this.seat(worker, index, resolve, reject)
    })
    this.starting.add(ready)
    return ready.finally(() => this.starting.delete(ready))
  }

  private seat(
    worker: Worker,
    index: number,
    onReady: () => void,
    onDeath: (error: Error) => void,
  ): void {
    let death = new Error(`worker ${index} ended`)
    let isTold = false
    const exited = new Promise<void>((resolve) => {
      worker.on('error', (error) => {
        death = error instanceof Error ? error : new Error(String(error))
        isTold = true
      })
      worker.on('exit', () => {
        this.seats.delete(index)
        setState(this.words, index, WORKER_STATE.absent)
        onDeath(death)
        for (const answer of seat.awaiting) answer()
        if (isTold) for (const listener of this.failureListeners) listener(death, index)
        resolve()
      })
    })
    const seat: Seat = { worker, index, exited, awaiting: [onReady], hasMail: false }
    this.seats.set(index, seat)
    worker.on('message', (message: unknown) => this.deliver(seat, message))
    if (this.run !== undefined) this.enlist(seat)
  }

  private deliver(seat: Seat, message: unknown): void {
    if (message !== READY) {
      for (const listener of this.messageListeners) listener(message, seat.index)
      return
    }
    seat.awaiting.shift()?.()
    this.letProcessEnd(seat)
  }

  /** Outside runs the process stays alive for no worker but one that is awaited. */
  private letProcessEnd(seat: Seat): void {
    if (this.run === undefined && seat.awaiting.length === 0) seat.worker.unref()
  }

  private enlist(seat: Seat): void {
    seat.worker.ref()
    seat.hasMail = true
    seat.worker.postMessage(this.run?.message)
  }

  /** Lets each parked worker read its messages, and waits until all that they posted has arrived. */
  private async flush(): Promise<void> {
    const answers: Promise<void>[] = []
    for (const seat of this.seats.values()) {
      if (!seat.hasMail || !tryClaim(this.words, seat.index)) continue
      seat.hasMail = false
      seat.worker.ref()
      answers.push(new Promise((resolve) => seat.awaiting.push(resolve)))
      launch(this.words, seat.index, undefined)
    }
    await Promise.all(answers)
  }

  /** Ends the workers that still run something, and starts others up to the number kept. Returns how many it ended. */
  private async terminateRunning(): Promise<number> {
    const running = [...this.seats.values()].filter((seat) => this.isRunning(seat))
    await Promise.all(running.map((seat) => this.terminate(seat)))
    const missing = this.isClosed ? 0 : this.kept - this.seats.size
    for (let i = 0; i < missing; i++) void this.spawn('later').catch(() => undefined)
    return running.length
  }

  private async terminate(seat: Seat): Promise<void> {
    await seat.worker.terminate()
    await seat.exited
  }

  private isRunning(seat: Seat): boolean {
    const state = stateOf(this.words, seat.index)
    return state === WORKER_STATE.claimed || state === WORKER_STATE.awake
  }

  private count(matches: (state: number) => boolean): number {
    let count = 0
    for (const { index } of this.seats.values()) if (matches(stateOf(this.words, index))) count++
    return count
  }

  private freeIndex(): number {
    let index = 0
    while (this.seats.has(index)) index++
    assert(index < MAXIMUM_WORKERS, `a pool has at most ${MAXIMUM_WORKERS} workers`)
    return index
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PROGRESS_MS))
}
