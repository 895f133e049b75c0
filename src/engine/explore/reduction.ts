/**
 * What a search with reduction relies on: what threads may touch from where they stand, learned as steps are executed, and
 * which threads are interchangeable. Kept when the search is repeated.
 */
import type { Access } from './access'
import type { AccessRecorder } from './accessRecorder'
import type { Part } from './components'
import type { AtomicStep, ExploredMachine } from './exploredMachine'
import { Footprints, type Label, type Node } from './footprints'
import { positionAt } from './place'
import { RaceFinder } from './raceFinder'
import type { SearchBase } from './search'
import { StateSpace } from './stateSpace'
import type { StepWatcher } from './stepLearner'
import { Symmetry } from './symmetry'

export interface ReductionOptions {
  /** Whether interchangeable threads are looked for. */
  readonly isSymmetric: boolean
  /** As that of an exploration. */
  readonly learnedBytes: number
}

export class Reduction implements StepWatcher {
  readonly footprints = new Footprints()
  readonly races = new RaceFinder()
  readonly space: StateSpace
  readonly symmetry: Symmetry | undefined
  /** Where the thread that makes a step stood before it. */
  private position = 0
  /** By part. */
  private readonly nodes: Node[] = []

  constructor(
    private readonly machine: ExploredMachine,
    base: SearchBase,
    { isSymmetric, learnedBytes }: ReductionOptions,
  ) {
    machine.memory.restoreBase(base.low, base.high)
    this.symmetry = isSymmetric ? Symmetry.of(machine) : undefined
    this.space = new StateSpace(machine, base, { races: this.races, learnedBytes, watcher: this })
    for (let thread = 0; thread < machine.threadCount; thread++) this.learnPending(thread)
  }

  /** What is known of where a thread with this private part stands. */
  nodeOf({ number, place, thread }: Part): Node {
    const known = this.nodes[number]
    if (known !== undefined) return known
    const position = positionAt(place, this.standsFor(thread))
    return (this.nodes[number] = this.footprints.nodeAt(position))
  }

  before(thread: number): void {
    this.position = this.positionOf(thread)
  }

  after({ thread }: AtomicStep, recorder: AccessRecorder): void {
    const next = this.positionOf(thread)
    this.footprints.learn(this.position, recorder.accesses, next)
    this.learnPending(thread)
    if (recorder.started !== undefined) {
      this.footprints.follow(this.position, this.positionOf(recorder.started))
    }
  }

  settled(thread: number, accesses: readonly Access[]): Label {
    this.symmetry?.look(thread)
    return this.footprints.labelOf(accesses)
  }

  /** What a thread waits for counts as touched, whether it ever gets it or not. */
  private learnPending(thread: number): void {
    const position = this.positionOf(thread)
    const pending = this.machine.pendingAccess(thread)
    if (pending !== undefined) this.footprints.learn(position, [pending], position)
  }

  /** Interchangeable threads stand at the same positions. */
  private positionOf(thread: number): number {
    return this.machine.position(thread, this.standsFor(thread))
  }

  private standsFor(thread: number): number {
    return this.symmetry?.leaderOf(thread) ?? thread
  }
}
