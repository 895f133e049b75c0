/**
 * Which threads must be explored from a state: a persistent set (Godefroid 1996, chapter 4), computed thread by thread as
 * in Overman's method. It contains a thread that can move; with a thread that can move, every thread that may later touch
 * what that thread's next step touches; with a thread that waits, those that can let it go on. The smallest of the sets
 * that begin with one thread each is taken.
 */
import { MAXIMUM_THREADS } from '../machine'
import type { Footprints, Label, Node } from './footprints'
import { ThreadList } from './threadList'

/** The state at hand, as far as the computation asks about it. */
export interface StateView {
  /** Unfinished threads, by number. */
  readonly alive: ThreadList
  /** Those that can move, by number; the sets that begin with them are tried in this order. */
  readonly movable: ThreadList
  /** What is known of where a thread stands. */
  position(thread: number): Node
  /** What the next step of a movable thread touches. */
  nextLabel(thread: number): Label
  /** Locks that a thread holds, as bits; 0 where holding one excludes nothing. */
  heldLocks(thread: number): number
  /** Whether a thread may let the other one, which waits, go on. */
  mayEnable(thread: number, waiting: number): boolean
}

/** Of a thread during the computation. */
const MOVABLE = 1
const IN_SET = 2

/** Of the state that `view` shows at the time. */
export class PersistentSets {
  private readonly marks = new Uint8Array(MAXIMUM_THREADS)
  private readonly set = new ThreadList()
  /** Movable threads of the set. */
  private size = 0
  private readonly best = new ThreadList()

  constructor(
    private readonly view: StateView,
    private readonly footprints: Footprints,
  ) {}

  /**
   * Movable threads of the smallest set found, in the order of `movable`; the list is filled anew by the next call. `first`:
   * the set that begins with this thread is tried before the others. Cost: quadratic in the threads for each that is tried.
   */
  smallest(first: number): ThreadList {
    const { view, best } = this
    const { movable } = view
    best.copy(movable)
    if (movable.has(first)) this.tryFrom(first)
    for (let i = 0; i < movable.count && best.count > 1; i++) {
      const seed = movable.at(i)
      if (seed !== first) this.tryFrom(seed)
    }
    return best
  }

  /** Takes the set that begins with `seed`, if it is smaller. */
  private tryFrom(seed: number): void {
    const { best, set } = this
    this.begin()
    this.add(seed)
    for (let i = 0; i < set.count && this.size < best.count; i++) {
      this.addNeeded(set.at(i), best.count)
    }
    if (this.size < best.count) this.takeSet()
  }

  private begin(): void {
    const { alive, movable } = this.view
    for (let i = 0; i < alive.count; i++) this.marks[alive.at(i)] = 0
    for (let i = 0; i < movable.count; i++) this.marks[movable.at(i)] = MOVABLE
    this.set.clear()
    this.size = 0
  }

  private takeSet(): void {
    const { best } = this
    const { movable } = this.view
    best.clear()
    for (let i = 0; i < movable.count; i++) {
      const thread = movable.at(i)
      if (this.isIn(thread)) best.add(thread)
    }
  }

  private isIn(thread: number): boolean {
    return ((this.marks[thread] as number) & IN_SET) !== 0
  }

  private isMovable(thread: number): boolean {
    return ((this.marks[thread] as number) & MOVABLE) !== 0
  }

  /** Adds a thread that is not in the set. */
  private add(thread: number): void {
    if (this.isMovable(thread)) this.size++
    this.marks[thread] = (this.marks[thread] as number) | IN_SET
    this.set.add(thread)
  }

  private addNeeded(thread: number, most: number): void {
    const { view } = this
    if (!this.isMovable(thread)) {
      this.addEnablers(thread)
      return
    }
    this.addConflicting(view.nextLabel(thread), view.heldLocks(thread), most)
  }

  private addEnablers(waiting: number): void {
    const { view } = this
    const { alive } = view
    for (let i = 0; i < alive.count; i++) {
      const other = alive.at(i)
      if (!this.isIn(other) && view.mayEnable(other, waiting)) this.add(other)
    }
  }

  /** Adds threads that may touch what conflicts with the label, until the set is as large as the best known one. */
  private addConflicting(label: Label, held: number, most: number): void {
    const { view, footprints } = this
    const { alive } = view
    for (let i = 0; i < alive.count && this.size < most; i++) {
      const other = alive.at(i)
      if (this.isIn(other)) continue
      if (footprints.mayConflict(view.position(other), label, held)) this.add(other)
    }
  }
}
