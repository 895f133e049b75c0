/** What one lane shows. Thread lanes come first, in thread order, then lock lanes in order of place index. */
export type Lane =
  | { readonly kind: 'thread'; readonly thread: number; readonly name: string }
  | { readonly kind: 'lock'; readonly lock: number; readonly name: string }

/**
 * State codes of intervals, by rising importance: where several fall on one pixel the highest is drawn, so that blocked
 * and deadlocked stay visible at any zoom.
 */
export const INTERVAL = {
  notStarted: 0,
  finished: 1,
  runnable: 2,
  sleeping: 3,
  running: 4,
  /** Running or runnable with at least one lock in hand. */
  holding: 5,
  joining: 6,
  blocked: 7,
  /** Blocked or joining in a cycle that stands at the end of the trace. */
  deadlocked: 8,
  /** Lock lanes. */
  free: 9,
  held: 10,
  /** Held while at least one thread waits for it. */
  contended: 11,
  /** Held, and part of a cycle at the end. */
  deadlockedLock: 12,
} as const

export type IntervalCode = (typeof INTERVAL)[keyof typeof INTERVAL]

/**
 * Intervals of all lanes as columns, sorted by lane, then start; those of a lane are contiguous and cover
 * [0, trace.length). Event indices are the time axis; `start` inclusive, `end` exclusive.
 */
export interface Timeline {
  readonly lanes: readonly Lane[]
  /** Intervals of lane i are [laneStart[i], laneStart[i + 1]). */
  readonly laneStart: Uint32Array
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly state: Uint8Array
  /** Thread lanes: place of the lock waited for, or the thread joined; lock lanes: owner thread. NO_INDEX if none. */
  readonly subject: Uint32Array
  readonly length: number
}
