/**
 * Which threads must be explored from a state: a persistent set (Godefroid 1996, chapter 4), computed thread by thread as
 * in Overman's method. It contains a thread that can move; with a thread that can move, every thread that may later touch
 * what that thread's next step touches; with a thread that waits, those that can let it go on. The smallest of the sets
 * that begin with one thread each is taken. To know what the next step of a thread touches it must be made and taken back;
 * where what it touched the last time would make the set no smaller, that is not done.
 */
import type { Access } from './access'
import type { Footprints } from './footprints'

/** What the computation asks about the state. */
export interface StateView {
  /** Unfinished threads, by number. */
  readonly alive: readonly number[]
  /** Those that can move, by number; the sets that begin with them are tried in this order. */
  readonly movable: readonly number[]
  position(thread: number): number
  /** What the next step of a movable thread touches. May cost a step and its undoing, which other questions wait for. */
  nextAccesses(thread: number): readonly Access[]
  /** Locks that a thread holds, as bits; 0 where holding one excludes nothing. */
  heldLocks(thread: number): number
  /** Threads that may let the waiting thread go on; undefined when that may be any. */
  enablers(thread: number): readonly number[] | undefined
}

/**
 * Movable threads of the smallest set found, in the order of `movable`. `first`: the set that begins with this thread is
 * tried before the others. Cost: quadratic in the threads for each that is tried.
 */
export function persistentSet(
  view: StateView,
  footprints: Footprints,
  first: number,
): readonly number[] {
  const { movable } = view
  let best = movable
  const attempt = (seed: number): void => {
    const set = new Closure(view, footprints).of(seed, best.length)
    if (set !== undefined) best = movable.filter((thread) => set.includes(thread))
  }
  if (movable.includes(first)) attempt(first)
  for (const seed of movable) {
    if (best.length === 1) break
    if (seed !== first) attempt(seed)
  }
  return best
}

class Closure {
  private readonly set: number[] = []
  private movable = 0

  constructor(
    private readonly view: StateView,
    private readonly footprints: Footprints,
  ) {}

  /** The closure of one thread, or undefined as soon as it has `most` movable threads. */
  of(seed: number, most: number): readonly number[] | undefined {
    this.add(seed)
    for (let i = 0; i < this.set.length && this.movable < most; i++) {
      this.addNeeded(this.set[i] as number, most)
    }
    return this.movable < most ? this.set : undefined
  }

  private add(thread: number): void {
    if (this.set.includes(thread)) return
    this.set.push(thread)
    if (this.view.movable.includes(thread)) this.movable++
  }

  private addNeeded(thread: number, most: number): void {
    const { view, footprints } = this
    if (!view.movable.includes(thread)) {
      for (const other of view.enablers(thread) ?? view.alive) this.add(other)
      return
    }
    const held = view.heldLocks(thread)
    if (this.seemsTooLarge(thread, held, most)) {
      this.movable = most
      return
    }
    const label = footprints.labelOf(view.nextAccesses(thread))
    for (const other of view.alive) {
      if (this.movable >= most) return
      if (this.set.includes(other)) continue
      if (footprints.mayConflict(view.position(other), label, held)) this.add(other)
    }
  }

  /** A guess that spares looking at the next step: whether the set of this thread reaches `most` movable threads anyhow. */
  private seemsTooLarge(thread: number, held: number, most: number): boolean {
    const { view, footprints } = this
    const guess = footprints.guessAt(view.position(thread))
    if (guess === undefined) return false
    let { movable } = this
    for (const other of view.movable) {
      if (this.set.includes(other)) continue
      if (footprints.seemsToConflict(view.position(other), guess, held)) movable++
      if (movable >= most) return true
    }
    return false
  }
}
