/**
 * One thread of a live run as one that waits: the blocking operations of the program, each published in the wait table
 * so that deadlock is found by the thread that completes it, and each ended by the run's stop flag.
 *
 * Order of events: record an acquisition after it, a release before it; then the sequence of events is an order in
 * which the lock was really held.
 */
import { THREAD_STATUS, WAIT } from '../engine/machine'
import { nowMs } from './clock'
import { isStopped, WAIT_RECORD, waitRecord } from './control'
import {
  passOn,
  release,
  sleepWhileHeld,
  tryAcquire,
  tryAcquireMarked,
  type Acquisition,
} from './futexLock'
import { beginDepth, releaseReentrant, tryAcquireReentrant } from './reentrantLock'
import type { RunWords } from './runMemory'
import { statusOf, WaitTable, type WaitKind } from './waitTable'

/**
 * Told by the thread that finds it, before it goes to sleep; it goes on waiting until the run is stopped. The same
 * finding may be told more than once (a thread that is woken for nothing waits, and looks, again).
 */
export interface WaitObserver {
  /** The calling thread has closed a cycle of `length` threads, itself included (`WaitTable.findCycle`). */
  cycle(length: number): void
  /** Nobody will run again; these wait. Told after `cycle` when both hold. */
  stuck(threads: readonly number[]): void
}

export class Waiter {
  readonly table: WaitTable
  private readonly heap: Int32Array
  private readonly control: Int32Array

  /** One per worker and run. `thread`: the number of the thread that runs in this worker. */
  constructor(
    words: RunWords,
    readonly thread: number,
    private readonly observer: WaitObserver,
  ) {
    this.heap = words.heap
    this.control = words.control
    this.table = new WaitTable(words)
  }

  get isStopped(): boolean {
    return isStopped(this.control)
  }

  /** `lock`: address of the state word. Does not wait. */
  tryAcquire(lock: number): boolean {
    return tryAcquire(this.heap, lock, this.thread)
  }

  /** `deadlineMs` on the clock of `nowMs`, undefined to wait without limit. */
  acquire(lock: number, deadlineMs: number | undefined): Acquisition {
    if (this.tryAcquire(lock)) return 'acquired'
    for (;;) {
      if (!this.isOver(deadlineMs)) {
        if (this.enter(deadlineMs === undefined ? WAIT.lock : WAIT.timedLock, lock)) {
          sleepWhileHeld(this.heap, lock, deadlineMs)
        }
        this.table.clear(this.thread)
      }
      if (this.isStopped) return 'stopped'
      if (tryAcquireMarked(this.heap, lock, this.thread)) return 'acquired'
      if (this.isOver(deadlineMs)) {
        passOn(this.heap, lock)
        return 'timeout'
      }
    }
  }

  /** Any thread may release. False when the lock was not held. */
  release(lock: number): boolean {
    return release(this.heap, lock)
  }

  tryAcquireReentrant(lock: number): boolean {
    return tryAcquireReentrant(this.heap, lock, this.thread)
  }

  acquireReentrant(lock: number, deadlineMs: number | undefined): Acquisition {
    if (this.tryAcquireReentrant(lock)) return 'acquired'
    const acquisition = this.acquire(lock, deadlineMs)
    if (acquisition === 'acquired') beginDepth(this.heap, lock)
    return acquisition
  }

  /** `free` when this was the outermost release, `foreign` when this thread does not hold the lock. */
  releaseReentrant(lock: number): 'free' | 'held' | 'foreign' {
    return releaseReentrant(this.heap, lock, this.thread)
  }

  /** Waits for thread `target` to finish. */
  join(target: number, deadlineMs: number | undefined): 'joined' | 'timeout' | 'stopped' {
    const status = statusOf(target)
    for (;;) {
      const word = Atomics.load(this.heap, status)
      if (word === THREAD_STATUS.finished) return 'joined'
      if (this.isOver(deadlineMs)) return 'timeout'
      if (this.enter(deadlineMs === undefined ? WAIT.join : WAIT.timedJoin, target)) {
        Atomics.wait(this.heap, status, word, remaining(deadlineMs))
      }
      this.table.clear(this.thread)
      if (this.isStopped) return 'stopped'
    }
  }

  sleep(untilMs: number): 'slept' | 'stopped' {
    const pillow = waitRecord(this.thread) + WAIT_RECORD.pillow
    while (!this.isOver(untilMs)) {
      if (this.enter(WAIT.sleep, 0)) Atomics.wait(this.control, pillow, 0, remaining(untilMs))
      this.table.clear(this.thread)
      if (this.isStopped) return 'stopped'
    }
    return this.isStopped ? 'stopped' : 'slept'
  }

  /** The object whose version stands at `version` has changed: whoever waits for it looks again. */
  change(version: number): void {
    Atomics.add(this.heap, version, 1)
    Atomics.notify(this.heap, version)
  }

  /**
   * Sleeps until the version is no longer `seen` (which was read while the object was blocked, under the mutex), or the
   * deadline, or for nothing.
   */
  waitForChange(
    version: number,
    seen: number,
    deadlineMs: number | undefined,
  ): 'changed' | 'stopped' {
    const kind = deadlineMs === undefined ? WAIT.primitive : WAIT.timedPrimitive
    if (this.enter(kind, version, seen)) {
      Atomics.wait(this.heap, version, seen, remaining(deadlineMs))
    }
    this.table.clear(this.thread)
    return this.isStopped ? 'stopped' : 'changed'
  }

  /** This thread has ended: wakes those that join it, and looks whether anybody can still run. */
  finish(): void {
    const status = statusOf(this.thread)
    Atomics.store(this.heap, status, THREAD_STATUS.finished)
    Atomics.notify(this.heap, status)
    this.table.countFinished()
    this.reportStuck()
  }

  /** Publishes a wait and looks for what it completes. False when the thread must not sleep. */
  private enter(kind: WaitKind, object: number, seen = 0): boolean {
    this.table.publish(this.thread, kind, object, seen)
    if (kind === WAIT.primitive) this.reportStuck()
    else if (kind === WAIT.lock || kind === WAIT.join) {
      const length = this.table.findCycle(this.thread)
      if (length > 0) this.observer.cycle(length)
      this.reportStuck()
    }
    return !this.isStopped
  }

  private reportStuck(): void {
    const stuck = this.table.findStuck()
    if (stuck !== undefined) this.observer.stuck(stuck)
  }

  private isOver(deadlineMs: number | undefined): boolean {
    return deadlineMs !== undefined && nowMs() >= deadlineMs
  }
}

function remaining(deadlineMs: number | undefined): number {
  return deadlineMs === undefined ? Infinity : Math.max(0, deadlineMs - nowMs())
}
