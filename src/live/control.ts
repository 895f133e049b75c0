/**
 * The words that the workers of one live run share beside the heap. Counters that all threads change stand in cache
 * lines of their own (16 words), so that one does not slow the other down.
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

const CONTROL_WORDS = waitRecord(MAXIMUM_THREADS)

export function createControl(): SharedArrayBuffer {
  return new SharedArrayBuffer(CONTROL_WORDS * Int32Array.BYTES_PER_ELEMENT)
}

export function isStopped(control: Int32Array): boolean {
  return Atomics.load(control, CONTROL.stop) !== 0
}

/** Raises the stop flag. Sleeping threads are woken by `WaitTable.wakeAll`. */
export function raiseStop(control: Int32Array): void {
  Atomics.store(control, CONTROL.stop, 1)
}
