/**
 * What a step touches, as far as the order of steps can matter. Two steps of different threads are independent when none
 * of their accesses conflict: they then commute and cannot disable each other (Godefroid 1996, section 3.1).
 */

/** How a place is touched. Updates commute with each other (two threads start), not with reads or writes. */
export const MODE = { read: 0, write: 1, update: 2 } as const
export type Mode = (typeof MODE)[keyof typeof MODE]

/** Places that are no address: addresses begin above. */
export const PLACE = {
  /** Not known: conflicts with every write. */
  anything: 0,
  /** Which threads have started and ended. */
  lifecycle: 1,
  /** What was printed. */
  output: 2,
} as const

/** The whole of a container; other parts are numbers of elements or hashes of keys. */
export const WHOLE = -1

export interface Access {
  /** Address of a variable, attribute, container or lock, or one of PLACE. */
  readonly place: number
  readonly part: number
  readonly mode: Mode
  /** Locks, as bits of `heldLocks`, without which it cannot happen: held, or taken by it. */
  readonly locks: number
  /** Whether it is an access to data, which can race. */
  readonly isData: boolean
  /** 1-based source line. */
  readonly line: number
}

/** Whether the order of the two can matter. */
export function conflict(a: Access, b: Access): boolean {
  if (a.mode === MODE.read && b.mode === MODE.read) return false
  if (a.mode === MODE.update && b.mode === MODE.update) return false
  if (a.place !== b.place) return a.place === PLACE.anything || b.place === PLACE.anything
  return a.part === b.part || a.part === WHOLE || b.part === WHOLE
}
