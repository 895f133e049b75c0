/**
 * The kernel of the deterministic machine: blocking is a note in the thread's control block, and time is virtual. An
 * operation that cannot complete answers SUSPENDED; the machine (enabled.ts) knows from the note when it can.
 */
import { EVENT } from '../trace'
import { readTime, writeTime } from './clock'
import { callModel, isDatabaseFree, openModel } from './databaseModel'
import { SUSPENDED, type DatabaseCall, type Kernel } from './kernel'
import { isStageBlocked } from './systemMethods'
import { MACHINE, OBJECT, THREAD, threadAddress, WAIT } from './layout'
import { heldBy, holderOf } from './lockWord'
import type { Memory } from './memory'
import { fromText } from './objects'
import type { PendingWait } from './pending'
import { NEXT, type Operation, type Request, type Stage } from './primitives'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { isUnfinished } from './threads'
import { FALSE, NONE, TRUE, type Value } from './value'

/** What a scheduler chose for a thread: to go on, or to let its timed wait run out. */
export type Choice = 'proceed' | 'timeout'

/** The thread that holds the lock, or undefined while it is free. */
export function ownerOf(memory: Memory, lock: number): number | undefined {
  return holderOf(memory.word(lock + 1))
}

function isReentrant(memory: Memory, lock: number): boolean {
  return (memory.word(lock) & 0xff) === OBJECT.rlock
}

/** Whether `thread` could take the lock now. */
export function canAcquire(memory: Memory, lock: number, thread: number): boolean {
  const owner = ownerOf(memory, lock)
  return owner === undefined || (owner === thread && isReentrant(memory, lock))
}

export class SimulatedKernel implements Kernel {
  readonly isStepping: boolean = true
  /** Set by the machine before each step. */
  choice: Choice = 'proceed'
  /** Set when a step took a lock or a database: others may be blocked by it. */
  hasTaken = false

  constructor(private readonly memory: Memory) {}

  enter(): void {
    // Nothing runs beside the one thread that is stepped.
  }

  leave(): void {
    // See enter.
  }

  checkStop(): void {
    // The machine is stopped between steps.
  }

  now(): number {
    return readTime(this.memory, MACHINE.clockLow)
  }

  stamp(): number {
    return 0
  }

  acquire(p: Processor, lock: number, timeout: number | undefined): Value {
    if (canAcquire(this.memory, lock, p.thread)) {
      this.take(p, lock)
      return TRUE
    }
    if (timeout === 0 || this.choice === 'timeout') {
      this.clearWait(p)
      p.trace(EVENT.acquireFailed, lock, 0)
      return FALSE
    }
    const kind = timeout === undefined ? WAIT.lock : WAIT.timedLock
    this.wait(p, { kind, object: lock, timeout })
    return SUSPENDED
  }

  private take(p: Processor, lock: number): void {
    this.clearWait(p)
    this.memory.write(lock + 1, heldBy(p.thread))
    if (isReentrant(this.memory, lock)) this.memory.write(lock + 3, p.word(lock + 3) + 1)
    p.trace(EVENT.acquire, lock, 0)
    this.hasTaken = true
  }

  release(p: Processor, lock: number): void {
    const owner = ownerOf(this.memory, lock)
    if (isReentrant(this.memory, lock)) {
      if (owner !== p.thread)
        throw new PythonError('RuntimeError', 'cannot release un-acquired lock')
      const depth = p.word(lock + 3) - 1
      this.memory.write(lock + 3, depth)
      if (depth === 0) this.memory.write(lock + 1, 0)
    } else {
      if (owner === undefined) throw new PythonError('RuntimeError', 'release unlocked lock')
      this.memory.write(lock + 1, 0)
    }
    p.trace(EVENT.release, lock, 0)
  }

  start(): void {
    // The control block says all; the scheduler finds the thread there.
  }

  join(p: Processor, number: number, timeout: number | undefined): Value {
    const control = threadAddress(p.thread)
    if (!isUnfinished(p, number)) {
      this.clearWait(p)
      p.trace(EVENT.join, number, 0)
      return NONE
    }
    if (timeout === 0 || this.choice === 'timeout') {
      this.clearWait(p)
      p.trace(EVENT.join, number, fromText(p.objects, 'timeout'))
      return NONE
    }
    if (p.word(control + THREAD.waitKind) === WAIT.none) p.trace(EVENT.joinWait, number, 0)
    const kind = timeout === undefined ? WAIT.join : WAIT.timedJoin
    this.wait(p, { kind, object: number, timeout })
    p.memory.write(control + THREAD.isBlockTraced, 1)
    return SUSPENDED
  }

  /** Two steps: falling asleep, and waking when virtual time has come (or the student says so). */
  sleep(p: Processor, microseconds: number): Value {
    const control = threadAddress(p.thread)
    if (p.word(control + THREAD.waitKind) !== WAIT.sleep) {
      p.trace(EVENT.sleep, p.thread, 0)
      this.wait(p, { kind: WAIT.sleep, object: 0, timeout: microseconds })
      return SUSPENDED
    }
    this.clearWait(p)
    p.trace(EVENT.wake, p.thread, 0)
    return NONE
  }

  openDatabase(p: Processor, database: number): void {
    openModel(p, database)
  }

  callDatabase(p: Processor, database: number, call: DatabaseCall, args: readonly Value[]): Value {
    return callModel(p, this, database, call, args)
  }

  operate(p: Processor, operation: Operation, method: number, request: Request): Value {
    const control = threadAddress(p.thread)
    let result: Value = NEXT
    try {
      while (result === NEXT) {
        const number = p.word(control + THREAD.stage)
        const stage = operation.stages[number] as Stage
        result = this.attempt(p, stage, method, request)
        if (result === NEXT) p.memory.write(control + THREAD.stage, number + 1)
      }
      return result
    } finally {
      this.hasTaken = true
      if (result !== SUSPENDED) p.memory.write(control + THREAD.stageData, 0)
    }
  }

  private attempt(p: Processor, stage: Stage, method: number, request: Request): Value {
    const { object } = request
    if (stage.lock !== undefined) {
      const number = p.word(threadAddress(p.thread) + THREAD.stage)
      if (this.acquire(p, stage.lock(p, object), undefined) === SUSPENDED) {
        p.memory.write(threadAddress(p.thread) + THREAD.stage, number)
        return SUSPENDED
      }
    }
    if (stage.isBlocked?.(p, object, p.thread) !== true) {
      this.clearWait(p)
      return stage.run(p, request)
    }
    const timeout = stage.expire === undefined ? undefined : request.timeout
    if (stage.expire !== undefined && (timeout === 0 || this.choice === 'timeout')) {
      this.clearWait(p)
      this.choice = 'proceed'
      return stage.expire(p, request)
    }
    const kind = timeout === undefined ? WAIT.primitive : WAIT.timedPrimitive
    this.wait(p, { kind, object, timeout, method })
    return SUSPENDED
  }

  end(): void {
    // Nobody waits in this kernel; join looks at the control block.
  }

  /** Notes what the current thread waits for, with the time when a timed wait is over. */
  wait(p: Processor, { kind, object, timeout, method }: PendingWait): void {
    const control = threadAddress(p.thread)
    if (p.word(control + THREAD.waitKind) === kind) return
    p.memory.write(control + THREAD.waitKind, kind)
    p.memory.write(control + THREAD.waitObject, object)
    if (method !== undefined) p.memory.write(control + THREAD.waitOperation, method)
    const due = timeout === undefined ? 0 : this.now() + timeout
    writeTime(p.memory, control + THREAD.dueLow, due)
  }

  clearWait(p: Processor): void {
    const { memory } = p
    const control = threadAddress(p.thread)
    const isWaiting = memory.word(control + THREAD.waitKind) !== WAIT.none
    if (!isWaiting && memory.word(control + THREAD.stage) === 0) return
    memory.write(control + THREAD.waitKind, WAIT.none)
    memory.write(control + THREAD.waitObject, 0)
    memory.write(control + THREAD.dueLow, 0)
    memory.write(control + THREAD.dueHigh, 0)
    memory.write(control + THREAD.isBlockTraced, 0)
    memory.write(control + THREAD.stage, 0)
    memory.write(control + THREAD.waitOperation, 0)
  }

  /** Whether the thread's wait could end well now. */
  isSatisfied(p: Processor, thread: number): boolean {
    const control = threadAddress(thread)
    const object = p.word(control + THREAD.waitObject)
    switch (p.word(control + THREAD.waitKind)) {
      case WAIT.lock:
      case WAIT.timedLock:
        return canAcquire(this.memory, object, thread)
      case WAIT.join:
      case WAIT.timedJoin:
        return !isUnfinished(p, object)
      case WAIT.sleep:
        return false
      case WAIT.database:
        return isDatabaseFree(p, object)
      case WAIT.primitive:
      case WAIT.timedPrimitive:
        return !isStageBlocked(p, thread)
      default:
        return true
    }
  }
}
