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
import type { Access } from './access'
import type { State } from './components'
import type { Failure } from './exploredMachine'
import { Frontier } from './frontier'
import { ReducedGraph } from './ignored'
import type { RaceFinder } from './raceFinder'
import type { Reduction } from './reduction'
import { Search, type SearchBase, type SearchOptions } from './search'
import { StateAtHand } from './stateAtHand'
import { NO_STEP, type StateSpace } from './stateSpace'
import { unpackMove, type PackedMove } from './stateStore'
import { STEP } from './stepTable'
import type { Symmetry } from './symmetry'
import { ThreadList } from './threadList'

/** Transitions taken in a row without keeping the states between them. */
const MOST_MERGED = 32

/** Noted of a state, besides the bits of the threads to be explored: other threads can move too. */
const SOME_LEFT_OUT = -(2 ** 31)

const NO_THREADS: readonly number[] = []
const NONE = new ThreadList()
const NO_FAILURES: readonly Failure[] = []

export class ReducedSearch extends Search {
  private readonly frontier: Frontier
  private readonly graph = new ReducedGraph()
  private readonly space: StateSpace
  private readonly symmetry: Symmetry | undefined
  private readonly here: StateAtHand
  /** The state that is being expanded, to be gone back to. */
  private readonly origin: StateAtHand
  /** The thread that made the last transition: it is likely to be enough for the next. */
  private last = 0
  /** Number of the state that is being expanded. */
  private state = 0
  /** Whether the state at hand is not the one that is being expanded any more. */
  private hasLeft = false
  /** The last step applied. */
  private step = NO_STEP
  /** Moves from the state that is being expanded to where the last step leads, and how many. */
  private readonly way: PackedMove[] = []
  private moves = 0
  /** Threads to be explored from the state that is being expanded; what their steps touch, and the labels of that for `races`. */
  private readonly chosen = new ThreadList()
  private readonly accesses: (readonly Access[])[] = []
  private readonly labels: number[] = []
  private readonly races: RaceFinder

  constructor(reduction: Reduction, options: SearchOptions) {
    const { space, footprints, symmetry, races } = reduction
    super(space.machine, options)
    this.space = space
    this.symmetry = symmetry
    this.races = races
    // Deep first for what is to be found soon; level by level for what is to be found on a short way.
    this.frontier = new Frontier(options.stopsAtFirst)
    this.here = new StateAtHand(reduction)
    this.origin = new StateAtHand(reduction)
    footprints.begin()
    races.begin()
    this.start()
  }

  private start(): void {
    const { here, space } = this
    here.goToBase()
    const { state } = here
    const { low, high } = this.fingerprint(state)
    this.store.add(low, high, -1, 0)
    this.frontier.push(0, state.values, space.components.count, state)
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
    const { frontier } = this
    const state = frontier.take()
    this.here.goTo(frontier.words, frontier.length, frontier)
    this.expand(state, frontier.note)
    if (frontier.count === 0 && !this.isStopped) this.exploreIgnored()
    this.heedBounds()
  }

  /** What tells the state at hand, or the target of the last step, from others that are to be kept as well. */
  private fingerprint(state: State): SearchBase {
    const { symmetry, space } = this
    if (symmetry === undefined) return state
    symmetry.update(state, space.components, this.stand)
    return symmetry
  }

  private readonly stand = (): void => {
    const { here, space, step } = this
    space.stand(step === NO_STEP ? here.state : here.target, step)
  }

  /** `note`: what `keep` noted of it. */
  private expand(state: number, note: number): void {
    const { here } = this
    this.state = state
    if (note === 0 || (note & SOME_LEFT_OUT) !== 0) here.look()
    if (note === 0 && here.movable.count === 0) {
      this.end(state)
      return
    }
    this.choose(state, note)
    const { chosen, origin } = this
    if (chosen.count > 1) origin.keep(here)
    for (let i = 0; i < chosen.count; i++) {
      if (this.hasLeft) here.goBackTo(origin)
      this.follow(state, chosen.at(i), i)
    }
    if (this.machine.options.observesOrder) return
    this.races.look(this.labels, chosen.count, this.visitRace)
  }

  /** No thread can move in `state`, the one at hand. */
  private end(state: number): void {
    const { here, space, findings } = this
    const at = here.state
    if (here.alive.count > 0) {
      space.stand(at, NO_STEP)
      this.standstill(state)
    } else if (!space.components.hasFailed(at.values)) {
      findings.ends.set(state, space.outputAt(at))
    }
  }

  /** Chooses the threads to be explored from `state`, the one at hand, unless that was done; notes those that are left out. */
  private choose(state: number, note: number): void {
    const { here, chosen } = this
    this.hasLeft = false
    if (note === 0) chosen.copy(here.chooseThreads(this.last))
    else chosen.take(note & ~SOME_LEFT_OUT)
    if (note > 0 || chosen.count === here.movable.count) return
    const leftOut = here.movable.filter((thread) => !chosen.has(thread))
    this.graph.leftOut.set(state, leftOut)
  }

  private readonly visitRace = (first: number, second: number): void => {
    const { accesses, chosen, state } = this
    const [a, b] = [accesses[first] ?? [], accesses[second] ?? []]
    this.raceBetween(state, [chosen.at(first), a], [chosen.at(second), b])
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
          this.follow(state, thread, 0)
        }
      }
    }
  }

  /** Goes to a state found before, along the way on which it was found. */
  private goTo(state: number): void {
    const { here } = this
    here.goToBase()
    for (const packed of this.store.path(state)) {
      const step = here.next(unpackMove(packed).thread)
      here.apply(step)
      here.moveOn(step)
    }
  }

  /**
   * Takes a move, and goes on as long as just one thread has to be explored; keeps where that leads. The search is at
   * `state`, and is left elsewhere. Notes what the first step touched, at `place`.
   */
  private follow(state: number, thread: number, place: number): void {
    const { store, here } = this
    this.moves = 0
    for (let next = thread; ;) {
      const step = here.next(next)
      if (this.moves === 0) this.noteFirst(step, place)
      if (!this.take(step)) return
      const failures = this.eventsOf(state, step)
      const reached = here.target
      const found = this.fingerprint(reached)
      const known = store.find(found.low, found.high)
      const cycle = known === undefined ? this.cycleBehind(next, step) : NO_THREADS
      const isQuiet = known === undefined && failures.length === 0 && cycle.length === 0
      const chosen = isQuiet && this.moves < MOST_MERGED ? this.goOn(step, next) : NONE
      this.last = next
      if (chosen.count === 1) {
        next = chosen.at(0)
        continue
      }
      const target = known ?? this.keep(found, reached, state, chosen)
      this.graph.add(state, this.way, this.moves, target)
      this.reportCycle(target, cycle)
      if (this.moves === 1) this.reportFailures(failures, state, this.way[0])
      // In a state that is known the same was reported, perhaps of an interchangeable thread.
      else if (known === undefined) this.reportFailures(failures, target, undefined)
      return
    }
  }

  private noteFirst(step: number, place: number): void {
    const { table } = this.space
    this.accesses[place] = table.step(step).accesses
    this.labels[place] = table.label(step)
  }

  /** Makes `target` of the state at hand where the step leads; false where it meets a bound. */
  private take(step: number): boolean {
    const { here } = this
    const { table } = this.space
    this.transitions++
    if ((table.flags(step) & STEP.isBounded) !== 0) {
      this.bound ??= table.step(step).bound
      return false
    }
    this.way[this.moves++] = table.move(step)
    here.apply(step)
    this.step = step
    return true
  }

  private cycleBehind(thread: number, step: number): readonly number[] {
    const { space, here } = this
    const waits = (space.table.flags(step) & STEP.waits) !== 0
    return waits ? space.cycleAt(here.target, thread, step) : NO_THREADS
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

  /** Keeps what the way from `state` has reached; `chosen`: the threads to be explored from there, if that is known. */
  private keep(
    { low, high }: SearchBase,
    reached: State,
    state: number,
    chosen: ThreadList,
  ): number {
    const { here, space } = this
    const kept = this.store.addBehind(low, high, state, this.way, this.moves)
    const bits = chosen.bits()
    const note = bits !== 0 && chosen.count < here.movable.count ? bits | SOME_LEFT_OUT : bits
    const { count } = space.components
    this.frontier.push(kept, reached.values, count, reached, note)
    return kept
  }

  /** Goes where the step of the thread has led. Answers which threads have to be explored from there; none where none can move. */
  private goOn(step: number, thread: number): ThreadList {
    const { here } = this
    this.hasLeft = true
    here.moveOn(step)
    here.look()
    return here.movable.count === 0 ? NONE : here.chooseThreads(thread)
  }
}
