/**
 * Which threads must be explored from a state: a persistent set (Godefroid 1996, chapter 4), computed thread by thread as
 * in Overman's method. It contains a thread that can move; with a thread that can move, every thread that may later touch
 * what that thread's next step touches; with a thread that waits, those that can let it go on. The smallest of the sets
 * that begin with one thread each is taken.
 */
import type { Access } from './access'
import type { Footprints } from './footprints'

/** What the computation asks about the state. */
export interface StateView {
  /** Unfinished threads, by number. */
  readonly alive: readonly number[]
  /** Those that can move. */
  readonly movable: ReadonlySet<number>
  position(thread: number): number
  /** What the next step of a movable thread touches. May cost a step and its undoing. */
  nextAccesses(thread: number): readonly Access[]
  /** Locks that a thread holds, as bits; 0 where holding one excludes nothing. */
  heldLocks(thread: number): number
  /** Threads that may let the waiting thread go on; undefined when that may be any. */
  enablers(thread: number): readonly number[] | undefined
}

/** Movable threads of the smallest set found, by number. Cost: quadratic in the threads for each that is tried. */
export function persistentSet(view: StateView, footprints: Footprints): readonly number[] {
  let best = [...view.movable]
  for (const seed of view.movable) {
    const set = closeOver(seed, view, footprints, best.length)
    if (set === undefined) continue
    best = view.alive.filter((thread) => set.has(thread) && view.movable.has(thread))
    if (best.length === 1) break
  }
  return best
}

/** The closure of one thread, or undefined as soon as it has `most` movable threads. */
function closeOver(
  seed: number,
  view: StateView,
  footprints: Footprints,
  most: number,
): ReadonlySet<number> | undefined {
  const set = new Set([seed])
  let movable = 1
  for (const thread of set) {
    for (const other of needed(thread, set, view, footprints)) {
      if (set.has(other)) continue
      set.add(other)
      if (view.movable.has(other) && ++movable >= most) return undefined
    }
    if (movable >= most) return undefined
  }
  return set
}

function needed(
  thread: number,
  set: ReadonlySet<number>,
  view: StateView,
  footprints: Footprints,
): readonly number[] {
  if (!view.movable.has(thread)) return view.enablers(thread) ?? view.alive
  const accesses = view.nextAccesses(thread)
  const held = view.heldLocks(thread)
  return view.alive.filter(
    (other) => !set.has(other) && footprints.mayConflict(view.position(other), accesses, held),
  )
}
