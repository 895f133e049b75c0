/**
 * The kernel of a live run: locks are real futexes, threads real workers, the database a real file. Blocks where the
 * simulated kernel suspends. One per running thread.
 */
import {
  FALSE,
  fromAddress,
  fromText,
  holderOf,
  NEXT,
  NONE,
  OBJECT,
  PRIMITIVE,
  PythonError,
  rootOf,
  StopSignal,
  THREAD,
  THREAD_STATUS,
  threadAddress,
  TRUE,
  WAIT,
  type DatabaseCall,
  type Kernel,
  type Operation,
  type Processor,
  type Request,
  type Stage,
} from '../engine/machine'
import { EVENT } from '../engine/trace'
import type { ChargingStore } from './chargingStoreAdapter'
import { createClock, nowMs } from './clock'
import { CONTROL, isStopped } from './control'
import { acquire, release, tryAcquire } from './futexLock'
import { launchOnIdleWorker } from './poolWords'
import type { RunWords } from './runMemory'
import type { LiveWorkerMessage } from './runMessage'
import { Waiter } from './waiter'

/** Words of the executor in the control region. */
export const EXECUTOR = {
  /** The internal mutex: makes one operation on shared memory atomic, as CPython's GIL does. */
  mutex: CONTROL.executor,
  /** Threads, daemons left out, that have not ended. */
  awaitedCount: CONTROL.executor + 1,
} as const

/** A constant of its own: taken and given back at every step of every thread. */
const MUTEX = EXECUTOR.mutex
const MUTEX_SPINS = 64

export interface LiveKernelParts {
  readonly words: RunWords
  readonly poolWords: Int32Array
  readonly thread: number
  readonly startMs: number
  readonly store: ChargingStore
  post(message: LiveWorkerMessage): void
}

export class LiveKernel implements Kernel {
  readonly isStepping = false
  private readonly control: Int32Array
  private readonly waiter: Waiter
  private readonly clock: () => number
  /** When the blocking call at hand began, on the shared clock. */
  private sinceMs = 0

  constructor(private readonly parts: LiveKernelParts) {
    this.control = parts.words.control
    this.clock = createClock(parts.startMs)
    this.waiter = new Waiter(parts.words, parts.thread, {
      cycle: () => parts.post({ kind: 'cycle', sinceMs: this.sinceMs }),
      stuck: () => {
        if (Atomics.load(this.control, EXECUTOR.awaitedCount) === 0) return
        parts.post({ kind: 'stuck', sinceMs: this.sinceMs })
      },
    })
  }

  enter(): void {
    const { control } = this
    const { thread } = this.parts
    if (tryAcquire(control, MUTEX, thread)) return
    // It is held for a fraction of a microsecond: looking again is cheaper than a system call to sleep.
    for (let i = 0; i < MUTEX_SPINS; i++) {
      if (Atomics.load(control, MUTEX) === 0 && tryAcquire(control, MUTEX, thread)) return
    }
    const taken = acquire(control, MUTEX, thread, undefined, () => isStopped(control))
    if (taken !== 'acquired') throw new StopSignal()
  }

  leave(): void {
    release(this.control, MUTEX)
  }

  checkStop(): void {
    if (this.waiter.isStopped) throw new StopSignal()
  }

  now(): number {
    return this.clock()
  }

  stamp(): number {
    return this.clock()
  }

  acquire(p: Processor, lock: number, timeout: number | undefined): number {
    const isReentrant = p.objectOf(fromAddress(lock), OBJECT.rlock) !== 0
    const state = lock + 1
    const isFree = isReentrant
      ? this.waiter.tryAcquireReentrant(state)
      : this.waiter.tryAcquire(state)
    if (isFree) {
      p.trace(EVENT.acquire, lock, 0)
      return TRUE
    }
    if (timeout === 0) {
      p.trace(EVENT.acquireFailed, lock, this.clock())
      return FALSE
    }
    this.beginWait(p, timeout === undefined ? WAIT.lock : WAIT.timedLock, lock)
    p.trace(EVENT.block, lock, this.clock())
    const deadline = timeout === undefined ? undefined : this.sinceMs + timeout / 1000
    const result = isReentrant
      ? this.waiter.acquireReentrant(state, deadline)
      : this.waiter.acquire(state, deadline)
    if (result === 'stopped') throw new StopSignal()
    this.endWait(p)
    p.trace(result === 'acquired' ? EVENT.acquire : EVENT.acquireFailed, lock, this.clock())
    return result === 'acquired' ? TRUE : FALSE
  }

  release(p: Processor, lock: number): void {
    const state = lock + 1
    const holder = holderOf(Atomics.load(this.parts.words.heap, state))
    if (p.objectOf(fromAddress(lock), OBJECT.rlock) !== 0) {
      if (holder !== p.thread)
        throw new PythonError('RuntimeError', 'cannot release un-acquired lock')
      p.trace(EVENT.release, lock, 0)
      this.waiter.releaseReentrant(state)
      return
    }
    if (holder === undefined) throw new PythonError('RuntimeError', 'release unlocked lock')
    // Before it happens, so that whoever takes the lock next comes later in the trace.
    p.trace(EVENT.release, lock, 0)
    if (!this.waiter.release(state)) throw new PythonError('RuntimeError', 'release unlocked lock')
  }

  start(p: Processor, number: number): void {
    const object = p.word(threadAddress(number) + THREAD.object) >>> 1
    if (p.word(object + 5) === 0) Atomics.add(this.control, EXECUTOR.awaitedCount, 1)
    this.waiter.table.countStarted()
    if (!launchOnIdleWorker(this.parts.poolWords, number)) {
      this.parts.post({ kind: 'start', thread: number })
    }
  }

  join(p: Processor, number: number, timeout: number | undefined): number {
    const isFinished = p.word(threadAddress(number) + THREAD.status) === THREAD_STATUS.finished
    if (!isFinished && timeout !== 0) {
      this.beginWait(p, timeout === undefined ? WAIT.join : WAIT.timedJoin, number)
      p.trace(EVENT.joinWait, number, this.clock())
    }
    const deadline = timeout === undefined ? undefined : nowMs() + timeout / 1000
    const result = this.waiter.join(number, deadline)
    if (result === 'stopped') throw new StopSignal()
    this.endWait(p)
    p.trace(EVENT.join, number, result === 'timeout' ? fromText(p.objects, 'timeout') : 0)
    return NONE
  }

  sleep(p: Processor, microseconds: number): number {
    p.trace(EVENT.sleep, p.thread, this.clock())
    if (this.waiter.sleep(nowMs() + microseconds / 1000) === 'stopped') throw new StopSignal()
    p.trace(EVENT.wake, p.thread, this.clock())
    return NONE
  }

  openDatabase(p: Processor, database: number): void {
    this.parts.store.open(p, database)
  }

  callDatabase(
    p: Processor,
    database: number,
    call: DatabaseCall,
    args: readonly number[],
  ): number {
    return this.parts.store.call(p, database, call, args)
  }

  operate(p: Processor, operation: Operation, _method: number, request: Request): number {
    const deadlineMs = request.timeout === undefined ? undefined : nowMs() + request.timeout / 1000
    for (const stage of operation.stages) {
      if (stage.lock !== undefined) this.acquire(p, stage.lock(p, request.object), undefined)
      const result = this.attempt(p, stage, request, operation.looks === true, deadlineMs)
      if (result !== NEXT) return result
    }
    throw new StopSignal()
  }

  /** Carries out a stage, or sleeps until the object has changed and tries again. */
  private attempt(
    p: Processor,
    stage: Stage,
    request: Request,
    looks: boolean,
    deadlineMs: number | undefined,
  ): number {
    const { heap } = this.parts.words
    const limit = stage.expire === undefined ? undefined : deadlineMs
    const version = rootOf(p.memory, request.object) + PRIMITIVE.version
    let isWaiting = false
    for (;;) {
      let seen: number
      this.enter()
      try {
        const isBlocked = stage.isBlocked?.(p, request.object, p.thread) === true
        const isOver = limit !== undefined && nowMs() >= limit
        if (!isBlocked || (stage.expire !== undefined && isOver)) {
          if (isWaiting) this.endWait(p)
          try {
            return isBlocked && stage.expire !== undefined
              ? stage.expire(p, request)
              : stage.run(p, request)
          } finally {
            if (!looks) this.waiter.change(version)
          }
        }
        seen = Atomics.load(heap, version)
        if (!isWaiting) {
          this.beginWait(
            p,
            limit === undefined ? WAIT.primitive : WAIT.timedPrimitive,
            request.object,
          )
          p.trace(EVENT.block, request.object, this.clock())
          isWaiting = true
        }
      } finally {
        this.leave()
      }
      if (this.waiter.waitForChange(version, seen, limit) === 'stopped') throw new StopSignal()
    }
  }

  end(p: Processor): void {
    this.sinceMs = nowMs()
    const object = p.word(threadAddress(p.thread) + THREAD.object) >>> 1
    const isAwaited = p.word(object + 5) === 0
    // Counted before anybody can find that nobody runs: daemons that wait end with the program.
    const left = isAwaited ? Atomics.sub(this.control, EXECUTOR.awaitedCount, 1) - 1 : 1
    if (left === 0) this.parts.post({ kind: 'finished' })
    this.waiter.finish()
  }

  /** Notes in the control block what the thread waits for: the verdict is read from there. */
  private beginWait(p: Processor, kind: number, object: number): void {
    this.sinceMs = nowMs()
    const control = threadAddress(p.thread)
    p.memory.write(control + THREAD.waitKind, kind)
    p.memory.write(control + THREAD.waitObject, object)
  }

  private endWait(p: Processor): void {
    p.memory.write(threadAddress(p.thread) + THREAD.waitKind, WAIT.none)
  }
}

/** Puts the counters of a run that has not begun into its words. */
export function prepareControl(control: Int32Array): void {
  control[EXECUTOR.awaitedCount] = 1
  control[CONTROL.busyCount] = 1
}
