/**
 * What a thread holds and which threads may run at a point of a path. A hold is made by one place of the source; it is
 * certain where it was made on every path that comes here (must), possible where on some (may).
 */
import type { Root } from './activation'
import type { LockObject } from './objects'

export interface Hold {
  /** Offset of the place that acquires. */
  readonly from: number
  /** What the lock may be; empty: any. */
  readonly locks: readonly LockObject[]
  /** A value path of the lock, while it leads there. */
  readonly path: string | undefined
  /** The read side of a readers–writer lock: others may read meanwhile. */
  readonly isShared: boolean
  readonly isCertain: boolean
  /** In hand when the function was called. */
  readonly isInherited: boolean
  /** May have been acquired here more than once without a release between. */
  readonly isRepeated: boolean
}

export interface HeldState {
  /** By place. */
  readonly holds: ReadonlyMap<number, Hold>
  /** Ids of locks that may have been released without having been acquired since the function was called. */
  readonly freed: ReadonlySet<number>
  /** Paths of names, and offsets of calls, that hold the result of an acquisition that may fail: its place. */
  readonly results: ReadonlyMap<string, number>
  /** Threads that may run, with the path of the one of them there can be, where that is known. */
  readonly running: ReadonlyMap<Root, string | undefined>
}

export const NOTHING_HELD: HeldState = {
  holds: new Map(),
  freed: new Set(),
  results: new Map(),
  running: new Map(),
}

/** Where two paths meet. Answers `a` itself when `b` adds nothing; undefined stands for a point that is not reached. */
export function join(a: HeldState | undefined, b: HeldState | undefined): HeldState | undefined {
  if (a === undefined || a === b) return b
  if (b === undefined) return a
  const holds = joinMaps(a.holds, b.holds, joinHolds, possible)
  const running = joinMaps(
    a.running,
    b.running,
    (x, y) => (x === y ? x : undefined),
    (x) => x,
  )
  const freed = [...b.freed].some((id) => !a.freed.has(id))
    ? new Set([...a.freed, ...b.freed])
    : a.freed
  const results = [...a.results].every(([name, at]) => b.results.get(name) === at)
    ? a.results
    : new Map([...a.results].filter(([name, at]) => b.results.get(name) === at))
  const isSame =
    holds === a.holds && running === a.running && freed === a.freed && results === a.results
  return isSame ? a : { holds, freed, results, running }
}

function joinHolds(a: Hold, b: Hold): Hold {
  const path = a.path === b.path ? a.path : undefined
  const isCertain = a.isCertain && b.isCertain
  const isRepeated = a.isRepeated || b.isRepeated
  const isInherited = a.isInherited || b.isInherited
  const isSame =
    path === a.path &&
    isCertain === a.isCertain &&
    isRepeated === a.isRepeated &&
    isInherited === a.isInherited
  return isSame ? a : { ...a, path, isCertain, isRepeated, isInherited }
}

/** A hold that one side lacks is only possible. */
function possible(hold: Hold): Hold {
  return hold.isCertain ? { ...hold, isCertain: false } : hold
}

function joinMaps<K, V>(
  a: ReadonlyMap<K, V>,
  b: ReadonlyMap<K, V>,
  both: (x: V, y: V) => V,
  alone: (x: V) => V,
): ReadonlyMap<K, V> {
  const result = new Map<K, V>()
  let isSame = true
  for (const [key, value] of a) {
    // A value may be undefined: only `has` says whether there is one.
    const joined = b.has(key) ? both(value, b.get(key) as V) : alone(value)
    if (joined !== value) isSame = false
    result.set(key, joined)
  }
  for (const [key, value] of b) {
    if (a.has(key)) continue
    isSame = false
    result.set(key, alone(value))
  }
  return isSame ? a : result
}

export function withHold(state: HeldState, hold: Hold): HeldState {
  return { ...state, holds: new Map(state.holds).set(hold.from, hold) }
}

/** The state with every hold changed; undefined drops it. */
export function mapHolds(state: HeldState, change: (hold: Hold) => Hold | undefined): HeldState {
  let isSame = true
  const holds = new Map<number, Hold>()
  for (const [from, hold] of state.holds) {
    const changed = change(hold)
    if (changed !== hold) isSame = false
    if (changed !== undefined) holds.set(from, changed)
  }
  return isSame ? state : { ...state, holds }
}
