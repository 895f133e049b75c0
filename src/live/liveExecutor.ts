/**
 * Runs programs on real threads: prepares the shared memory, starts the main thread on a parked worker, waits for the
 * message that ends the run, and makes the trace. One run at a time.
 */
import { LIMIT_CODES, type LimitCode, type Outcome, type Trace } from '../engine/trace'
import type { Program } from '../engine/bytecode'
import {
  anyCycle,
  broken,
  DEFAULT_LIMITS,
  entries,
  failure,
  InvariantChecker,
  labelObjects,
  loadProgram,
  locationOf,
  outputOf,
  positions,
  programNames,
  sealTrace,
  standstill,
  threadNames,
  type Limits,
  type Objects,
  type RawTrace,
  type Standing,
} from '../engine/machine'
import { prepareSqlite, readChargingPoints } from './chargingStoreAdapter'
import { CONTROL, raiseStop } from './control'
import { clearEvents, collectEvents, eventWords } from './eventRing'
import { eventTimes } from './eventTimes'
import { prepareControl } from './liveKernel'
import { nowMs } from './clock'
import { WorkerPool, type Need } from './pool'
import { createRunMemory, openRunMemory, type RunMemory, type RunWords } from './runMemory'
import type { LiveRunMessage, LiveWorkerMessage } from './runMessage'
import { SharedMemory } from './sharedMemory'
import { WaitTable } from './waitTable'

export interface LiveOptions {
  /** After this the run ends as `timeout`, which proves nothing. */
  readonly timeoutSeconds: number
  /** Folder of the run; a charging database is made there. It exists. */
  readonly folder: string
  readonly limits?: Limits | undefined
}

export interface LiveResult {
  readonly outcome: Outcome
  readonly trace: Trace
  readonly output: string
  readonly seconds: number
  /** Milliseconds from the beginning of the call that closed the cycle to the host knowing; deadlocks only. */
  readonly detectedAfterMs: number | undefined
  /** Rows of the real database after the run. */
  readonly rows: readonly unknown[] | undefined
}

export interface LiveRun {
  /** Rejects only when Cerrojo itself failed (a worker died). */
  readonly finished: Promise<LiveResult>
  /** Ends the run as `stopped`. */
  stop(): void
  /** Events recorded so far. */
  eventCount(): number
}

/** How long threads get to notice that the run is over before their workers are terminated. */
const RECLAIM_MS = 500

/** Why a run ended, before it is put into words. */
type Ending =
  | { readonly kind: 'cycle' | 'stuck'; readonly detectedAfterMs: number }
  | { readonly kind: 'finished' | 'stopped' | 'timeout' }
  | {
      readonly kind: 'limit'
      readonly code: LimitCode
      readonly limit: number
      readonly name?: string | undefined
      /** Undefined when the worker could not tell any more. */
      readonly pc: number | undefined
    }

/** Memory of a run, kept for the next: it is large, and only what a run used is cleared. */
interface Room {
  readonly memory: RunMemory
  readonly words: RunWords
  readonly limits: Limits
}

export class LiveExecutor {
  private readonly pool: WorkerPool
  private room: Room | undefined
  private isRunning = false

  /** @param workerFile the bundled live.worker */
  constructor(workerFile: string) {
    prepareSqlite()
    this.pool = new WorkerPool({ workerFile })
  }

  /** Starts and parks workers ahead of need (`WorkerPool.warm`). */
  warm(count: number, need?: Need): Promise<void> {
    return this.pool.warm(count, need)
  }

  /** Worker threads that still run something; 0 between runs. */
  get threadsLeft(): number {
    return this.pool.threadsLeft
  }

  /** @throws BugError while another run goes on. */
  start(program: Program, options: LiveOptions): LiveRun {
    if (this.isRunning) throw new Error('one live run at a time')
    this.isRunning = true
    const run = new Run(this.pool, program, options, this.roomFor(options.limits ?? DEFAULT_LIMITS))
    const finished = run.finished.finally(() => (this.isRunning = false))
    return {
      finished,
      stop: () => run.end({ kind: 'stopped' }),
      eventCount: () => run.eventCount(),
    }
  }

  /** Ends every worker. */
  close(): Promise<void> {
    return this.pool.close()
  }

  private roomFor(limits: Limits): Room {
    if (this.room?.limits === limits) return this.room
    const heapWords = Math.floor(limits.heapBytes / Int32Array.BYTES_PER_ELEMENT)
    const memory = createRunMemory(heapWords, eventWords(limits.events))
    this.room = { memory, words: openRunMemory(memory), limits }
    return this.room
  }
}

class Run {
  readonly finished: Promise<LiveResult>
  private readonly memory: SharedMemory
  private readonly objects: Objects
  private readonly constants: Int32Array
  private readonly startMs = nowMs()
  private settle: { resolve(ending: Ending): void; reject(error: unknown): void } | undefined
  private cycleMs: number | undefined

  constructor(
    private readonly pool: WorkerPool,
    private readonly program: Program,
    private readonly options: LiveOptions,
    private readonly room: Room,
  ) {
    this.memory = new SharedMemory(room.words.heap, 0)
    this.objects = { memory: this.memory, names: programNames(program) }
    this.constants = loadProgram(program, this.memory, this.objects)
    const ended = new Promise<Ending>((resolve, reject) => {
      this.settle = { resolve, reject }
    })
    this.finished = this.conclude(ended)
    this.begin()
  }

  eventCount(): number {
    return Atomics.load(this.room.words.control, CONTROL.sequence)
  }

  end(ending: Ending): void {
    this.settle?.resolve(ending)
  }

  private begin(): void {
    const { constants } = this
    prepareControl(this.room.words.control)
    const message: LiveRunMessage = {
      program: this.program,
      constants,
      memory: this.room.memory,
      startMs: this.startMs,
      limits: this.room.limits,
      folder: this.options.folder,
    }
    this.pool.beginRun(message)
    this.pool.start(0)
  }

  private async conclude(ended: Promise<Ending>): Promise<LiveResult> {
    const unsubscribe = [
      this.pool.onMessage((message) => this.receive(message as LiveWorkerMessage)),
      this.pool.onFailure((error) => this.fail(error)),
    ]
    const timer = setTimeout(
      () => this.end({ kind: 'timeout' }),
      this.options.timeoutSeconds * 1000,
    )
    try {
      const ending = await ended
      const seconds = (nowMs() - this.startMs) / 1000
      await this.reclaim()
      return this.result(ending, seconds)
    } finally {
      clearTimeout(timer)
      for (const end of unsubscribe) end()
      await this.reclaim()
      clearEvents(this.room.words)
      this.room.words.control.fill(0)
      this.memory.clear()
    }
  }

  private async reclaim(): Promise<void> {
    raiseStop(this.room.words.control)
    const table = new WaitTable(this.room.words)
    await this.pool.reclaim(() => table.wakeAll(), RECLAIM_MS)
  }

  /** A worker died. One that ran out of memory did so carrying out the program (an integer of millions of digits). */
  private fail(error: Error): void {
    const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (!isOutOfMemory) this.settle?.reject(error)
    else {
      const { heapBytes } = this.room.limits
      this.end({ kind: 'limit', code: 'heap', limit: heapBytes, pc: undefined })
    }
  }

  private receive(message: LiveWorkerMessage): void {
    switch (message.kind) {
      case 'cycle':
        this.cycleMs ??= nowMs() - message.sinceMs
        // Otherwise a thread outside the cycle might free one of its locks: only a standstill is proof.
        if (this.program.releasesOnlyOwn) this.end({ kind: 'cycle', detectedAfterMs: this.cycleMs })
        return
      case 'stuck':
        this.end({ kind: 'stuck', detectedAfterMs: nowMs() - message.sinceMs })
        return
      case 'finished':
        this.end({ kind: 'finished' })
        return
      case 'start':
        this.pool.start(message.thread)
        return
      case 'limit': {
        const code = LIMIT_CODES.find((known) => known === message.code) ?? 'heap'
        const { limit, name, pc } = message
        this.end({ kind: 'limit', code, limit, name, pc })
      }
    }
  }

  private result(ending: Ending, seconds: number): LiveResult {
    const collected = collectEvents(this.room.words)
    const times = eventTimes(collected, seconds * 1e6)
    const raw: RawTrace = { ...collected, timeOf: (event) => times[event] as number }
    const { program, objects } = this
    const labels = labelObjects(program, objects)
    const standing: Standing = { program, objects, labels, raw, threadNames: threadNames(objects) }
    const outcome = this.outcomeOf(ending, standing)
    const trace = sealTrace(raw, { origin: 'live', program, objects, labels })
    return {
      outcome,
      trace,
      output: outputOf(trace),
      seconds,
      detectedAfterMs:
        outcome.kind === 'deadlock' && 'detectedAfterMs' in ending
          ? ending.detectedAfterMs
          : undefined,
      rows: readChargingPoints(this.options.folder),
    }
  }

  /** At the end of a run, once all threads have ended. */
  private brokenInvariant({ raw, threadNames: names }: Standing): Outcome | undefined {
    const { program, memory, objects, constants } = this
    const { limits } = this.room
    const looked = { program, memory, objects, constants, limits, keepsDatabases: false }
    const invariant = new InvariantChecker(looked).firstBroken()
    return broken(program, invariant, names[raw.thread[raw.length - 1] ?? 0] ?? '?')
  }

  private outcomeOf(ending: Ending, standing: Standing): Outcome {
    switch (ending.kind) {
      case 'cycle':
        return (
          failure(standing) ?? {
            kind: 'deadlock',
            cycle: entries(standing, anyCycle(this.memory)),
          }
        )
      case 'stuck':
        return standstill(standing)
      case 'finished':
        return failure(standing) ?? this.brokenInvariant(standing) ?? { kind: 'finished' }
      case 'stopped':
        return { kind: 'stopped' }
      case 'timeout':
        return (
          failure(standing) ?? {
            kind: 'timeout',
            seconds: this.options.timeoutSeconds,
            at: positions(standing),
          }
        )
      case 'limit':
        return {
          kind: 'limit',
          code: ending.code,
          limit: ending.limit,
          name: ending.name,
          location: ending.pc === undefined ? undefined : locationOf(this.program, ending.pc),
        }
    }
  }
}
