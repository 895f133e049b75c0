import type { Trace } from '../trace'

/** What a thread does at a moment. A blocked thread carries what it waits for. */
export type ThreadActivity =
  | { readonly kind: 'notStarted' }
  /** Made the last event, or can make one. */
  | { readonly kind: 'running' | 'runnable' }
  /** `since`: the event that began the wait. `lock`: place index. */
  | { readonly kind: 'blocked'; readonly lock: number; readonly since: number }
  | { readonly kind: 'joining'; readonly thread: number; readonly since: number }
  | { readonly kind: 'sleeping'; readonly since: number }
  | { readonly kind: 'finished'; readonly since: number; readonly failed: boolean }

export interface HeldLock {
  /** Place index. */
  readonly lock: number
  /** The event that acquired it. */
  readonly since: number
}

export interface ThreadMoment {
  readonly activity: ThreadActivity
  /** In order of acquisition. */
  readonly holds: readonly HeldLock[]
  /** Line of the thread's last event; undefined before its first. */
  readonly line: number | undefined
}

export interface LockMoment {
  readonly lock: number
  readonly owner: number | undefined
  /** The event since which the owner holds it; undefined while free. */
  readonly since: number | undefined
  /** Threads blocked on it, in order of arrival (not a promise of who comes next). */
  readonly queue: readonly number[]
}

export interface ValueMoment {
  /** Place index. */
  readonly place: number
  /** Python text of the value; containers include the calls made on them so far. */
  readonly text: string
  /** The event that gave it. */
  readonly since: number
}

/** Everything known at one moment: the state after event `at` (0-based); `at` -1 is before the first event. */
export interface Moment {
  readonly at: number
  readonly threads: readonly ThreadMoment[]
  readonly locks: readonly LockMoment[]
  /** Known values in order of place index. */
  readonly values: readonly ValueMoment[]
}

/**
 * Answers what stood at any moment of a trace. Keeps a checkpoint every few thousand events, so that a question costs
 * at most that many steps of replay; making it costs one pass.
 */
export interface History {
  readonly trace: Trace
  at(event: number): Moment
}
