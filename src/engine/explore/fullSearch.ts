/**
 * Search that takes every move of every state, level by level: for what is to be counted, and for shortest ways. A state is a
 * few numbers here (components.ts), and nearly every step is one that was made before (stepLearner.ts).
 */
import { WAIT } from '../machine'
import type { AccessRecorder } from './accessRecorder'
import type { Components, KnownComponents, State } from './components'
import { conditionsAt } from './conditions'
import type { ExploredMachine } from './exploredMachine'
import { Frontier, type Chunk } from './frontier'
import { RaceFinder } from './raceFinder'
import type { Bound } from './result'
import { Search, type SearchBase, type SearchOptions } from './search'
import type { Batch, Share } from './share'
import { FOUND_FIRST } from './sharedTable'
import { NO_STEP, StateSpace } from './stateSpace'
import type { NextStep, StepLearner } from './stepLearner'
import { STEP } from './stepTable'

const NO_THREADS: readonly number[] = []

/** States of a search, by the numbers that its components give. */
export interface HandedStates {
  readonly known: KnownComponents
  /** Addresses of the locks taken so far, in the order of their bits. */
  readonly locks: readonly number[]
  readonly states: readonly Chunk[]
}

export class FullSearch extends Search {
  private frontier: Frontier
  private readonly space: StateSpace
  private readonly components: Components
  private readonly learner: StepLearner
  /** Whether some transition led to a state found before its own. */
  private hasWayBack = false
  /** The state that is being expanded, and where a step leads. */
  private readonly at: State
  private readonly target: State
  /** What each thread does next in the state that is being expanded. */
  private readonly steps: number[] = []
  /** Their labels for `races`. */
  private readonly labels: number[] = []
  /** Fingerprints to which the steps lead. */
  private lows = new Int32Array(1 << 4)
  private highs = new Int32Array(1 << 4)
  /** What was seen looking ahead: nobody asks, but it has to be loaded. */
  private ahead = 0
  /** Number of the state that is being expanded. */
  private state = 0
  /** The thread whose step is being taken. */
  private thread = 0
  private readonly races = new RaceFinder()
  /** Most threads of any state of its share. */
  mostThreads = 1
  /** What it has of a search that several workers make; then what it finds goes there. */
  private share: Share | undefined

  /** The machine stands at its base. */
  constructor(
    machine: ExploredMachine,
    base: SearchBase,
    options: SearchOptions,
    learnedBytes?: number,
  ) {
    super(machine, options)
    // Deep first for what is to be found soon; level by level for what is to be found on a short way.
    this.frontier = new Frontier(options.stopsAtFirst && !options.keepsTransitions)
    machine.memory.restoreBase(base.low, base.high)
    this.space = new StateSpace(machine, base, { races: this.races, learnedBytes })
    this.components = this.space.components
    this.learner = this.space.learner
    this.store.add(base.low, base.high, -1, 0)
    this.at = this.space.newState()
    this.target = this.space.newState()
    this.frontier.push(0, this.at.values, 0, base)
  }

  get waiting(): number {
    return this.frontier.count
  }

  get bytes(): number {
    return this.store.bytes + this.ownBytes
  }

  /** Those of all tables but that of the states. */
  get ownBytes(): number {
    return this.frontier.bytes + this.space.bytes
  }

  get recorder(): AccessRecorder {
    return this.machine.recorder
  }

  get mayLoop(): boolean {
    return this.hasWayBack
  }

  expandNext(): void {
    this.expandFirst()
    this.heedBounds()
  }

  private expandFirst(): void {
    const { frontier, at } = this
    const state = frontier.take()
    this.state = state
    at.values = frontier.words
    at.low = frontier.low
    at.high = frontier.high
    this.components.complete(at, frontier.length)
    this.learner.leave()
    this.transitionsKept?.beginState()
    this.expand(state)
  }

  private expand(state: number): void {
    const { table } = this.learner
    const { steps } = this
    const flags = this.findSteps()
    if (this.transitionsKept !== undefined) this.findConditions(state)
    if ((flags & STEP.isNeeded) === 0) {
      this.end(state)
      return
    }
    if ((flags & STEP.moves) === 0) {
      this.space.stand(this.at, NO_STEP)
      this.standstill(state)
      return
    }
    this.lookAhead()
    for (let thread = 0; thread < steps.length; thread++) {
      const step = steps[thread] as number
      if ((table.flags(step) & STEP.moves) !== 0) this.take(state, thread, step)
    }
    if (!this.machine.options.observesOrder)
      this.races.look(this.labels, this.labels.length, this.reportRaces)
  }

  /** Finds what each thread does next in the state that is being expanded; answers what any of these steps is like. */
  private findSteps(): number {
    const { components, learner, at, steps, labels } = this
    const { table } = learner
    const threads = components.threadCount(at.values)
    if (steps.length !== threads) steps.length = labels.length = threads
    let flags = 0
    for (let thread = 0; thread < threads; thread++) {
      const step = learner.next(thread, at)
      steps[thread] = step
      labels[thread] = table.label(step)
      flags |= table.flags(step)
    }
    return flags
  }

  /** Where the steps lead. A large table is in no cache: it is looked at there for all steps at once, which takes as long as for one. */
  private lookAhead(): void {
    const { at, target, steps, learner, share, store } = this
    if (steps.length > this.lows.length) {
      this.lows = new Int32Array(2 * steps.length)
      this.highs = new Int32Array(2 * steps.length)
    }
    let ahead = 0
    for (let thread = 0; thread < steps.length; thread++) {
      const step = steps[thread] as number
      if ((learner.table.flags(step) & STEP.moves) === 0) continue
      learner.rehash(step, at, target)
      this.lows[thread] = target.low
      this.highs[thread] = target.high
      ahead ^= share === undefined ? store.glance(target.low) : share.table.glance(target.low)
    }
    this.ahead = ahead
  }

  private findConditions(state: number): void {
    this.space.stand(this.at, NO_STEP)
    for (const condition of conditionsAt(this.machine)) this.findings.condition(condition, state)
  }

  /** Every thread that the program waits for has ended. */
  private end(state: number): void {
    const { space, at } = this
    if (space.components.hasFailed(at.values)) return
    this.findings.ends.set(state, space.outputAt(at))
  }

  private take(state: number, thread: number, step: number): void {
    const { target, components, share } = this
    const { table } = this.learner
    const flags = table.flags(step)
    this.thread = thread
    this.transitions++
    if ((flags & STEP.isBounded) !== 0) {
      this.meet(table.step(step).bound)
      return
    }
    target.low = this.lows[thread] as number
    target.high = this.highs[thread] as number
    const isUntidy = (flags & STEP.isUntidy) !== 0 && components.mayHaveShared
    if (isUntidy) this.space.apply(step, this.at, target)
    if (share === undefined) this.reach(state, thread, step, isUntidy)
    else this.reachTogether(share, step, isUntidy)
    if ((flags & STEP.isEventful) !== 0) this.reportEvents(state, table.step(step))
  }

  private meet(bound: Bound | undefined): void {
    if (bound === undefined) return
    if (this.share === undefined) this.bound ??= bound
    else this.share.bound ??= { at: this.state, bound }
  }

  /** A step leads to the fingerprint of `target`, and to its values, if that `isMade`. */
  private reach(state: number, thread: number, step: number, isMade: boolean): void {
    const { target, store, components } = this
    const { table } = this.learner
    const flags = table.flags(step)
    let cycle = NO_THREADS
    let found = store.find(target.low, target.high)
    if (found === undefined) {
      if (!isMade) this.space.apply(step, this.at, target)
      if ((flags & STEP.waits) !== 0) cycle = this.space.cycleAt(target, thread, step)
      found = store.add(target.low, target.high, state, table.move(step))
      this.frontier.push(found, target.values, components.count, target)
    }
    this.transitionsKept?.add(found, table.move(step), (flags & STEP.hasProgressed) !== 0)
    if (found <= state) this.hasWayBack = true
    this.reportCycle(found, cycle)
  }

  /** The same, of the states of several workers. */
  private reachTogether(share: Share, step: number, isMade: boolean): void {
    const { target, components, state } = this
    const found = share.claim(target.low, target.high, state, this.learner.table.move(step))
    if (found === FOUND_FIRST) {
      if (!isMade) this.space.apply(step, this.at, target)
      share.keep(target, components.count)
    } else if (found >= 0 && found <= state) this.hasWayBack = true
  }

  protected override report(found: Parameters<Search['report']>[0]): void {
    if (this.share === undefined) super.report(found)
    else this.share.violations.push({ ...found, at: this.state, by: this.thread })
  }

  private reportEvents(state: number, { move, races, failures }: NextStep): void {
    for (const { earlier, thread: late, later } of races) {
      this.findings.raceBetween(state, [earlier.thread, late], [earlier.access, later])
    }
    this.reportFailures(failures, state, move)
  }

  private readonly reportRaces = (first: number, second: number): void => {
    const { table } = this.learner
    const [a, b] = [first, second].map((thread) => table.step(this.steps[thread] as number))
    if (a === undefined || b === undefined) return
    this.raceBetween(this.state, [first, a.accesses], [second, b.accesses])
  }

  /** Whether steps were found to depend on nothing but what is observed: states then mean the same to every search. */
  get isReliable(): boolean {
    return this.learner.isReliable
  }

  /**
   * From now on its states are one share of those that several workers have. Keeps the first of each `workers` states that
   * wait and hands over the others, to one worker after another.
   */
  shareAmong(workers: number, share: Share): HandedStates[] {
    const { frontier, at, components } = this
    const handed = Array.from({ length: workers - 1 }, () => new Frontier(false))
    const kept = new Frontier(false)
    for (let n = 0; frontier.count > 0; n++) {
      const state = frontier.take()
      at.values = frontier.words
      components.complete(at, frontier.length)
      const to = handed[(n % workers) - 1] ?? kept
      to.push(state, at.values, components.count, frontier)
      this.heedThreads(at.values)
    }
    this.share = share
    this.frontier = kept
    const { known } = components
    const locks = [...this.recorder.locks]
    return handed.map((states) => ({ known, locks, states: states.chunks }))
  }

  /** Takes over its share of another search, before it has done anything. */
  adopt({ known, locks, states }: HandedStates, share: Share): void {
    this.bitsOf(locks)
    this.components.adopt(known)
    this.share = share
    this.frontier = new Frontier(false, states)
  }

  /** The bits of locks that another search has seen. */
  bitsOf(locks: readonly number[]): number[] {
    const { recorder, learner } = this
    const hadNone = recorder.locks.length === 0
    const bits = locks.map((lock) => recorder.lockBit(lock))
    // As long as there were none, steps did not ask which are held.
    if (hadNone && recorder.locks.length > 0) learner.forget()
    return bits
  }

  private wait(state: number, at: State): void {
    this.heedThreads(at.values)
    this.frontier.push(state, at.values, this.components.count, at)
  }

  private heedThreads(values: Int32Array): void {
    this.mostThreads = Math.max(this.mostThreads, this.components.threadCount(values))
  }

  /** Expands the next state of its share that belongs to the batch; false where there is none. */
  expandShared({ to }: Batch): boolean {
    const first = this.frontier.first()
    if (first === undefined || first >= to) return false
    this.expandFirst()
    return true
  }

  /** Lets the states that it found in the batch wait, by the numbers that they have now, the first one's being `first`. */
  waitForNumbered(share: Share, first: number): void {
    const { target, components } = this
    const { from, stride } = share.batch
    share.number(first, target, (number, key, length) => {
      components.complete(target, length)
      this.wait(number, target)
      this.state = from + Math.floor(key / stride)
      this.thread = (key % stride) >>> 1
      const kind = components.knownPart(target.values, this.thread)?.waitKind
      const waits = kind === WAIT.lock || kind === WAIT.join
      if (waits) this.reportCycle(number, this.space.cycleAt(target, this.thread, NO_STEP))
    })
  }
}
