import type { RunMemory } from '../../src/live'

export interface RingMessage {
  readonly memory: RunMemory
  readonly threads: number
  readonly rounds: number
  /** Two doubles a round: microseconds of the finder, and when it began on the clock of `nowMs`. */
  readonly found: SharedArrayBuffer
  /** True: one thread of the ring lets go of its lock, so that there is no cycle to find. */
  readonly isOpen: boolean
}

/** Words of the heap. */
export const RING = {
  round: 7000,
  arrived: 7016,
  waiting: 7032,
  done: 7048,
  left: 7064,
  finders: 7080,
  /** The last round that the host knows. */
  known: 7096,
  locks: 8192,
} as const

export function ringLock(i: number): number {
  return RING.locks + i * 4
}
