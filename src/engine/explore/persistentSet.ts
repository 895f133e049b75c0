/**
 * Which threads must be explored from a state: a persistent set (Godefroid 1996, chapter 4), computed thread by thread as
 * in Overman's method. It contains a thread that can move; with a thread that can move, every thread that may later touch
 * what that thread's next step touches; with a thread that waits, those that can let it go on. The smallest of the sets
 * that begin with one thread each is taken. To know what the next step of a thread touches it may have to be executed;
 * where what it touched the last time would make the set no smaller, that is not done.
 */
import type { Footprints, Label, Node } from './footprints'

/** The state at hand, as far as the computation asks about it. */
export interface StateView {
  /** Unfinished threads, by number. */
  readonly alive: readonly number[]
  /** Those that can move, by number; the sets that begin with them are tried in this order. */
  readonly movable: readonly number[]
  /** What is known of where a thread stands. */
  position(thread: number): Node
  /** Whether `nextLabel` costs little. */
  knowsNext(thread: number): boolean
  /** What the next step of a movable thread touches. */
  nextLabel(thread: number): Label
  /** Locks that a thread holds, as bits; 0 where holding one excludes nothing. */
  heldLocks(thread: number): number
  /** Threads that may let the waiting thread go on; undefined when that may be any. */
  enablers(thread: number): readonly number[] | undefined
}

/** Of a thread during the computation. */
const MOVABLE = 1
const IN_SET = 2

/** Of the state that `view` shows at the time. */
export class PersistentSets {
  private marks = new Uint8Array(1 << 4)
  private set: number[] = []
  /** Movable threads of the set. */
  private size = 0

  constructor(
    private readonly view: StateView,
    private readonly footprints: Footprints,
  ) {}

  /**
   * Movable threads of the smallest set found, in the order of `movable`. `first`: the set that begins with this thread is
   * tried before the others. Cost: quadratic in the threads for each that is tried.
   */
  smallest(first: number): readonly number[] {
    const { movable } = this.view
    let best = movable
    if (movable.includes(first)) best = this.smaller(first, best)
    for (const seed of movable) {
      if (best.length === 1) break
      if (seed !== first) best = this.smaller(seed, best)
    }
    return best
  }

  /** The set that begins with `seed`, if it is smaller. */
  private smaller(seed: number, best: readonly number[]): readonly number[] {
    const { movable } = this.view
    this.begin()
    this.add(seed)
    for (let i = 0; i < this.set.length && this.size < best.length; i++) {
      this.addNeeded(this.set[i] as number, best.length)
    }
    return this.size < best.length ? movable.filter((thread) => this.isIn(thread)) : best
  }

  private begin(): void {
    const { alive, movable } = this.view
    const most = alive.at(-1) ?? 0
    if (most >= this.marks.length) this.marks = new Uint8Array(2 * most)
    this.marks.fill(0)
    for (const thread of movable) this.marks[thread] = MOVABLE
    this.set.length = 0
    this.size = 0
  }

  private isIn(thread: number): boolean {
    return ((this.marks[thread] as number) & IN_SET) !== 0
  }

  private isMovable(thread: number): boolean {
    return ((this.marks[thread] as number) & MOVABLE) !== 0
  }

  private add(thread: number): void {
    if (this.isIn(thread)) return
    if (this.isMovable(thread)) this.size++
    this.marks[thread] = (this.marks[thread] as number) | IN_SET
    this.set.push(thread)
  }

  private addNeeded(thread: number, most: number): void {
    const { view, footprints } = this
    if (!this.isMovable(thread)) {
      for (const other of view.enablers(thread) ?? view.alive) this.add(other)
      return
    }
    const held = view.heldLocks(thread)
    if (!view.knowsNext(thread) && this.seemsTooLarge(thread, held, most)) {
      this.size = most
      return
    }
    const label = view.nextLabel(thread)
    for (const other of view.alive) {
      if (this.size >= most) return
      if (this.isIn(other)) continue
      if (footprints.mayConflict(view.position(other), label, held)) this.add(other)
    }
  }

  /** A guess that spares looking at the next step: whether the set of this thread reaches `most` movable threads anyhow. */
  private seemsTooLarge(thread: number, held: number, most: number): boolean {
    const { view, footprints } = this
    const guess = footprints.guessAt(view.position(thread))
    if (guess === undefined) return false
    let { size } = this
    for (const other of view.movable) {
      if (this.isIn(other)) continue
      if (footprints.seemsToConflict(view.position(other), guess, held)) size++
      if (size >= most) return true
    }
    return false
  }
}
