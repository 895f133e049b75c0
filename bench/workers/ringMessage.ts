import type { RunMemory } from '../../src/live'

export interface RingMessage {
  readonly memory: RunMemory
  readonly threads: number
  readonly rounds: number
  /** FOUND doubles a round. */
  readonly found: SharedArrayBuffer
  /** True: one thread of the ring lets go of its lock, so that there is no cycle to find. */
  readonly isOpen: boolean
}

/** What the finder of a round notes; times are readings of `nowMs`. */
export const FOUND = { micros: 0, beganMs: 1, bareMs: 2, doubles: 3 } as const

/** What the finder tells the host: the round it has found, then, as a peer, the round again when all sleep. */
export type RingNews = readonly ['found' | 'bare', number]

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
  /** The last round of which the host got the bare message. */
  heard: 7112,
  locks: 8192,
} as const

export function ringLock(i: number): number {
  return RING.locks + i * 4
}
