/**
 * The words that the workers of one live run share beside the heap and the events; they stand first in the memory of the
 * run. Counters that all threads change stand in cache lines of their own (16 words), so that one does not slow the
 * other down.
 */
import { MAXIMUM_THREADS } from '../engine/machine'

const LINE = 16

export const CONTROL = {
  /** 1 once the run is to end. */
  stop: 0,
  /** Threads that are neither finished nor blocked without a time limit. */
  busyCount: LINE,
  /** Number of the next event of the run. */
  sequence: 2 * LINE,
  /** Event chunks handed out. */
  eventChunks: 3 * LINE,
  /** Free for the executor: LINE words. */
  executor: 4 * LINE,
} as const

const WAITS_START = 5 * LINE

/** Fields of a thread's wait record. */
export const WAIT_RECORD = {
  /** Number of waits published so far. */
  epoch: 0,
  /** What it waits for: kind | object << WAIT_KIND_BITS; 0 when it does not wait. */
  wait: 1,
  /** Always 0: what a thread sleeps on that waits for nobody. */
  pillow: 2,
  /** Version of the primitive it waits for, read while that was blocked. */
  seen: 3,
} as const

const WAIT_RECORD_WORDS = 4

export const WAIT_KIND_BITS = 4

export function waitRecord(thread: number): number {
  return WAITS_START + thread * WAIT_RECORD_WORDS
}

const WALKS_START = waitRecord(MAXIMUM_THREADS)

/** Words of each of the two lists of a walk; one more than a chain has threads. */
export const WALK_LIST_WORDS = MAXIMUM_THREADS + 1

/** Where a thread notes the chain of waits that it follows: the threads, then the epochs of their waits. */
export function walkOf(thread: number): number {
  return WALKS_START + thread * 2 * WALK_LIST_WORDS
}

/** Words of control; the heap begins behind them, at a cache line of its own. */
export const CONTROL_WORDS = Math.ceil(walkOf(MAXIMUM_THREADS) / LINE) * LINE

export function isStopped(control: Int32Array): boolean {
  return Atomics.load(control, CONTROL.stop) !== 0
}

/** Raises the stop flag. Sleeping threads are woken by `WaitTable.wakeAll`. */
export function raiseStop(control: Int32Array): void {
  Atomics.store(control, CONTROL.stop, 1)
}
