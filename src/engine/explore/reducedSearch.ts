/**
 * Search over the states of a program that takes only the moves of a persistent set (persistentSet.ts) in each. That keeps
 * every deadlock, every final state, every failure and every race (the two accesses conflict, so the set that holds one
 * holds the other).
 *
 * Where only one thread has to be explored, its step is taken at once and the state before it is not kept: what would be
 * kept there is the same whichever way one comes.
 *
 * Endless programs: a thread that is left out in state after state for ever is found at the end and explored (ignored.ts).
 * So from every state, by moves that are independent of a thread left out, a state that explores it is reached after
 * finitely many steps.
 */
import { holderOf, WAIT } from '../machine'
import { conflict, type Access } from './access'
import type { State } from './components'
import type { Failure } from './exploredMachine'
import type { Footprints, Label, Node } from './footprints'
import { Frontier } from './frontier'
import { ReducedGraph } from './ignored'
import { PersistentSets, type StateView } from './persistentSet'
import type { Reduction } from './reduction'
import { Search, type SearchBase, type SearchOptions } from './search'
import { NO_STEP, type StateSpace } from './stateSpace'
import { unpackMove, type PackedMove } from './stateStore'
import { STEP } from './stepTable'
import type { Symmetry } from './symmetry'

/** Transitions taken in a row without keeping the states between them. */
const MOST_MERGED = 32

/** States that wait with what the next steps of their threads touch: of others it is found out again. */
const MOST_LABELLED = 2000

const NO_THREADS: readonly number[] = []
const NO_FAILURES: readonly Failure[] = []

/** By thread: what its next step touches, where that is known. */
type Labels = (Label | undefined)[]

/** What is to be explored from a state that waits. */
interface Decided {
  readonly chosen: readonly number[]
  readonly labels: Labels
}

export class ReducedSearch extends Search implements StateView {
  private readonly frontier: Frontier
  private readonly graph = new ReducedGraph()
  private readonly space: StateSpace
  private readonly footprints: Footprints
  private readonly symmetry: Symmetry | undefined
  private readonly sets: PersistentSets
  /** The state that is being expanded, the one that was reached from there, and where a step leads. */
  private readonly origin: State
  private at: State
  private target: State
  /** Threads of the state at hand that have not ended, and those of them that can move. */
  alive: number[] = []
  movable: number[] = []
  /** What the next steps of threads touch, as far as it was asked for in the state at hand. */
  private labels: Labels = []
  /** Threads to be explored from the state at hand, where that was asked, and from states that wait. */
  private chosen: readonly number[] = NO_THREADS
  private readonly decided = new Map<number, Decided>()
  /** The thread that made the last transition: it is likely to be enough for the next. */
  private last = 0
  /** Variables that the state that is being expanded has. */
  private known = 0

  constructor(
    private readonly reduction: Reduction,
    options: SearchOptions,
  ) {
    const { space, footprints, symmetry } = reduction
    super(space.machine, options)
    this.space = space
    this.footprints = footprints
    this.symmetry = symmetry
    this.sets = new PersistentSets(this, footprints)
    // Deep first for what is to be found soon; level by level for what is to be found on a short way.
    this.frontier = new Frontier(options.stopsAtFirst)
    this.origin = space.newState()
    this.at = space.newState()
    this.target = space.newState()
    footprints.begin()
    this.start()
  }

  private start(): void {
    const { space, target } = this
    space.learner.leave()
    space.begin(target)
    const { low, high } = this.fingerprint(target, NO_STEP)
    this.store.add(low, high, -1, 0)
    this.wait(0, target)
  }

  get mayLoop(): boolean {
    return this.graph.hasLoop(this.store.count)
  }

  get waiting(): number {
    return this.frontier.count
  }

  get bytes(): number {
    return this.store.bytes + this.frontier.bytes + this.graph.bytes + this.space.bytes
  }

  expandNext(): void {
    const state = this.frontier.take()
    this.resume()
    this.expand(state)
    if (this.frontier.count === 0 && !this.isStopped) this.exploreIgnored()
    this.heedBounds()
  }

  /** Makes the state just taken from the frontier the one that is being expanded. */
  private resume(): void {
    const { frontier, origin } = this
    this.known = frontier.length
    origin.values = frontier.words
    origin.low = frontier.low
    origin.high = frontier.high
    this.goBack()
  }

  /** Brings the search back to the state that is being expanded. */
  private goBack(): void {
    const { space, origin, at } = this
    space.components.complete(origin, this.known)
    this.known = space.components.count
    space.copy(origin, at)
    space.learner.leave()
  }

  /** Puts a state into the frontier. */
  private wait(number: number, { values, low, high }: State): void {
    this.frontier.push(number, values, this.space.components.count, low, high)
  }

  /** What tells a state, to which `step` has led, from others that are to be kept as well. */
  private fingerprint(state: State, step: number): SearchBase {
    const { symmetry, space } = this
    if (symmetry === undefined) return state
    symmetry.update(state, space.components, () => {
      space.stand(state, step)
    })
    return symmetry
  }

  private expand(state: number): void {
    const { findings, at, space } = this
    this.look()
    if (this.alive.length === 0) {
      const hasFailed = space.components.hasFailed(at.values)
      if (!hasFailed) findings.ends.set(state, space.outputAt(at))
      return
    }
    if (this.movable.length === 0) {
      space.stand(at, NO_STEP)
      this.standstill(state)
      return
    }
    const { movable } = this
    const { chosen, labels } = this.decided.get(state) ?? this.decide()
    this.decided.delete(state)
    if (chosen.length < movable.length) {
      const leftOut = movable.filter((thread) => !chosen.includes(thread))
      this.graph.leftOut.set(state, leftOut)
    }
    const taken: [number, readonly Access[]][] = []
    for (const [n, thread] of chosen.entries()) {
      if (n > 0) this.goBack()
      this.labels = labels
      const accesses = this.follow(state, thread)
      labels[thread] = this.footprints.labelOf(accesses)
      taken.push([thread, accesses])
    }
    if (!this.machine.options.observesOrder) this.findRaces(state, taken)
  }

  /** Finds the threads of the state at hand. */
  private look(): void {
    const { space, at } = this
    const { components, learner } = space
    this.alive = []
    this.movable = []
    const threads = components.threadCount(at.values)
    for (let thread = 0; thread < threads; thread++) {
      if (!components.isRunning(at.values, thread)) continue
      this.alive.push(thread)
      if (learner.canMove(thread, at)) this.movable.push(thread)
    }
  }

  /** What to explore from the state at hand, of which nothing is known yet. */
  private decide(): Decided {
    this.labels = []
    return { chosen: this.chooseThreads(), labels: this.labels }
  }

  private chooseThreads(): readonly number[] {
    return this.movable.length === 1 ? this.movable : this.sets.smallest(this.last)
  }

  /** Once nothing is left to expand: explores what is put off for ever, until there is something to expand again. */
  private exploreIgnored(): void {
    // Along a loop interchangeable threads may change places: who is put off cannot be told from the graph.
    if (this.symmetry !== undefined && this.graph.mayIgnore(this.store.count)) {
      this.symmetry.isBroken = true
      return
    }
    while (this.frontier.count === 0) {
      const ignored = this.graph.ignored(this.store.count)
      if (ignored.length === 0) return
      for (const { state, threads } of ignored) {
        for (const thread of threads) {
          this.goTo(state)
          this.follow(state, thread)
        }
      }
    }
  }

  /** Makes a state found before the one at hand, along the way on which it was found. */
  private goTo(state: number): void {
    const { space } = this
    space.learner.leave()
    space.begin(this.at)
    for (const packed of this.store.path(state)) {
      const step = space.learner.next(unpackMove(packed).thread, this.at)
      space.apply(step, this.at, this.target)
      this.moveOn(step)
    }
  }

  position(thread: number): Node {
    return this.reduction.nodeOf(this.space.components.partOf(this.at, thread))
  }

  knowsNext(thread: number): boolean {
    return this.labels[thread] !== undefined || this.space.learner.isQuick
  }

  nextLabel(thread: number): Label {
    return (this.labels[thread] ??= this.labelOf(this.space.learner.next(thread, this.at)))
  }

  private labelOf(step: number): Label {
    const { touched, accesses } = this.space.table.step(step)
    return touched ?? this.footprints.labelOf(accesses)
  }

  heldLocks(thread: number): number {
    const isExclusive = this.machine.program.releasesOnlyOwn
    return isExclusive ? this.space.components.holdingsAt(this.at, thread) : 0
  }

  enablers(thread: number): readonly number[] | undefined {
    const { machine, space, at, footprints } = this
    const { components } = space
    const { waitKind, waitObject } = components.partOf(at, thread)
    switch (waitKind) {
      case WAIT.lock: {
        if (!machine.program.releasesOnlyOwn) {
          return this.alive.filter((other) => footprints.mayTouch(this.position(other), waitObject))
        }
        const holder = holderOf(components.wordAt(at.values, waitObject + 1))
        return holder === undefined || !this.alive.includes(holder) ? NO_THREADS : [holder]
      }
      case WAIT.join:
        return this.alive.includes(waitObject) ? [waitObject] : NO_THREADS
      default:
        return undefined
    }
  }

  /**
   * Takes a move, and goes on as long as just one thread has to be explored; keeps where that leads. The search is at
   * `state`, and is left elsewhere. Answers what the first step touched.
   */
  private follow(state: number, thread: number): readonly Access[] {
    const { store, space } = this
    const { table } = space
    const way: PackedMove[] = []
    let first: readonly Access[] | undefined
    for (let next: number | undefined = thread; next !== undefined;) {
      const step: number = space.learner.next(next, this.at)
      const flags = table.flags(step)
      this.transitions++
      if ((flags & STEP.isBounded) !== 0) {
        this.bound ??= table.step(step).bound
        break
      }
      this.last = next
      const { accesses } = table.step(step)
      first ??= accesses
      way.push(table.move(step))
      const failures = this.eventsOf(state, step)
      space.apply(step, this.at, this.target)
      const reached = this.target
      const found: SearchBase = this.fingerprint(reached, step)
      const known: number | undefined = store.find(found.low, found.high)
      const cycle: readonly number[] =
        known === undefined && (flags & STEP.waits) !== 0
          ? space.cycleAt(reached, next, step)
          : NO_THREADS
      const isQuiet: boolean = known === undefined && failures.length === 0 && cycle.length === 0
      this.chosen = NO_THREADS
      next = isQuiet && way.length < MOST_MERGED ? this.goOn(step, accesses) : undefined
      if (next !== undefined) continue
      const target = known ?? this.keep(found, reached, state, way)
      this.graph.add(state, way, target)
      this.reportCycle(target, cycle)
      if (way.length === 1) this.reportFailures(failures, state, way[0])
      // In a state that is known the same was reported, perhaps of an interchangeable thread.
      else if (known === undefined) this.reportFailures(failures, target, undefined)
    }
    return first ?? []
  }

  /** Notes races that the step has found; answers what went wrong in it. */
  private eventsOf(state: number, step: number): readonly Failure[] {
    const { table } = this.space
    if ((table.flags(step) & STEP.isEventful) === 0) return NO_FAILURES
    const { races, failures } = table.step(step)
    for (const { earlier, thread: late, later } of races) {
      this.findings.raceBetween(state, [earlier.thread, late], [earlier.access, later])
    }
    return failures
  }

  private keep(
    { low, high }: SearchBase,
    reached: State,
    state: number,
    way: readonly PackedMove[],
  ): number {
    const kept = this.store.addBehind(low, high, state, way)
    if (this.chosen.length > 1) {
      const labels = this.decided.size < MOST_LABELLED ? this.labels : []
      this.decided.set(kept, { chosen: this.chosen, labels })
    }
    this.wait(kept, reached)
    return kept
  }

  /** Goes where the step has led. Answers the only thread that has to be explored from there, if it is only one. */
  private goOn(step: number, accesses: readonly Access[]): number | undefined {
    this.moveOn(step)
    this.look()
    if (this.movable.length === 0) return undefined
    const { isQuick } = this.space.learner
    this.labels = isQuick ? [] : stillRight(this.labels, this.last, accesses)
    this.chosen = this.chooseThreads()
    return this.chosen.length > 1 ? undefined : this.chosen[0]
  }

  /** Makes the state to which the step has led the one at hand. */
  private moveOn(step: number): void {
    const { at } = this
    this.at = this.target
    this.target = at
    this.space.learner.follow(step)
  }
}

/** What is known of next steps after a step of `thread`: independent steps do not change what each other touches. */
function stillRight(labels: Labels, thread: number, accesses: readonly Access[]): Labels {
  return labels.map((label, other) => {
    const isTouched = label?.accesses.some((a) => accesses.some((b) => conflict(a, b))) === true
    return other === thread || isTouched ? undefined : label
  })
}
