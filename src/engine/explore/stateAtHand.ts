/** The state at which a search with reduction stands: its threads, and what each may still do. */
import { holderOf, MAXIMUM_THREADS, WAIT } from '../machine'
import type { Part } from './components'
import type { Label, Node } from './footprints'
import { PersistentSets, type StateView } from './persistentSet'
import type { Reduction } from './reduction'
import type { SearchBase } from './search'
import { StateCursor } from './stateCursor'
import { STEP } from './stepTable'
import { ThreadList } from './threadList'

/** Who may let a waiting thread go on, where that is not one thread. */
const NO_ONE = -1
const ANYONE = -2
/** Whoever may touch what it waits for. */
const WHO_TOUCHES = -3

export class StateAtHand extends StateCursor implements StateView {
  readonly alive = new ThreadList()
  readonly movable = new ThreadList()
  /** Of threads that have not ended: what is known of where they stand. */
  private readonly nodes: Node[] = []
  /** Of those that cannot move: who may let them go on. */
  private readonly enablers = new Int16Array(MAXIMUM_THREADS)
  /** Variables of what is kept. */
  private kept = 0
  private readonly sets: PersistentSets

  constructor(private readonly reduction: Reduction) {
    super(reduction.space)
    this.sets = new PersistentSets(this, reduction.footprints)
  }

  /** Goes to a state of which the first `count` variables are given, and its fingerprint. */
  goTo(values: Int32Array, count: number, { low, high }: SearchBase): void {
    const { components } = this.space
    const { at } = this
    if (at.values.length < count) at.values = new Int32Array(2 * count)
    for (let i = 0; i < count; i++) at.values[i] = values[i] as number
    at.low = low
    at.high = high
    components.complete(at, count)
    this.arrive()
  }

  /** Stands where another does, which will go on, and is to come back. */
  keep(other: StateAtHand): void {
    this.space.copy(other.at, this.at)
    this.kept = this.space.components.count
    this.steps.copy(other.steps)
  }

  /** Goes back to where another stands, which has kept that. */
  goBackTo(kept: StateAtHand): void {
    const { space } = this
    space.components.complete(kept.at, kept.kept)
    kept.kept = space.components.count
    space.copy(kept.at, this.at)
    space.learner.leave()
    this.steps.copy(kept.steps)
  }

  /** Finds its threads. Cost: their number. */
  look(): void {
    const { alive, movable, nodes, at, reduction } = this
    const { components } = this.space
    alive.clear()
    movable.clear()
    const threads = components.threadCount(at.values)
    for (let thread = 0; thread < threads; thread++) {
      if (!components.isRunning(at.values, thread)) continue
      const part = components.partOf(at, thread)
      nodes[thread] = reduction.nodeOf(part)
      alive.add(thread)
      if (part.waitKind === WAIT.none || this.canMove(thread)) movable.add(thread)
      else this.enablers[thread] = this.enablerOf(part)
    }
  }

  private canMove(thread: number): boolean {
    return (this.space.table.flags(this.next(thread)) & STEP.moves) !== 0
  }

  private enablerOf({ waitKind, waitObject }: Part): number {
    if (waitKind === WAIT.join) return waitObject
    if (waitKind !== WAIT.lock) return ANYONE
    const { machine, components } = this.space
    if (!machine.program.releasesOnlyOwn) return WHO_TOUCHES
    return holderOf(components.wordAt(this.at.values, waitObject + 1)) ?? NO_ONE
  }

  /** Threads that have to be explored, some of `movable`; `first`: one that is likely to be enough. The next call fills the list anew. */
  chooseThreads(first: number): ThreadList {
    return this.movable.count === 1 ? this.movable : this.sets.smallest(first)
  }

  position(thread: number): Node {
    return this.nodes[thread] as Node
  }

  nextLabel(thread: number): Label {
    const { touched, accesses } = this.space.table.step(this.next(thread))
    return touched ?? this.reduction.footprints.labelOf(accesses)
  }

  heldLocks(thread: number): number {
    const { machine, components } = this.space
    return machine.program.releasesOnlyOwn ? components.holdingsAt(this.at, thread) : 0
  }

  mayEnable(thread: number, waiting: number): boolean {
    const enabler = this.enablers[waiting] as number
    if (enabler >= 0) return enabler === thread
    if (enabler !== WHO_TOUCHES) return enabler === ANYONE
    const { waitObject } = this.space.components.partOf(this.at, waiting)
    return this.reduction.footprints.mayTouch(this.position(thread), waitObject)
  }
}
