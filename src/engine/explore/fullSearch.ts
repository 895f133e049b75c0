/**
 * Search that takes every move of every state, level by level: for what is to be counted, and for shortest ways. A state is a
 * few numbers here (components.ts), and nearly every step is one that was made before (stepLearner.ts).
 */
import { MACHINE, WAIT } from '../machine'
import { Components, type State } from './components'
import { conditionsAt } from './conditions'
import type { ExploredMachine } from './exploredMachine'
import { Frontier } from './frontier'
import { RaceFinder } from './raceFinder'
import { Search, type SearchBase, type SearchOptions } from './search'
import { MOST_LEARNED_BYTES, StepLearner, type NextStep } from './stepLearner'
import { STEP } from './stepTable'

const NO_THREADS: readonly number[] = []

export class FullSearch extends Search {
  private readonly frontier: Frontier
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
  /** Number of the state that is being expanded. */
  private state = 0
  private readonly races = new RaceFinder()

  /** The machine stands at its base. `mostLearnedBytes`: as of StepLearner. */
  constructor(
    machine: ExploredMachine,
    base: SearchBase,
    options: SearchOptions,
    mostLearnedBytes = MOST_LEARNED_BYTES,
  ) {
    super(machine, options)
    // Deep first for what is to be found soon; level by level for what is to be found on a short way.
    this.frontier = new Frontier(options.stopsAtFirst && !options.keepsTransitions)
    this.components = new Components(machine.memory, machine.recorder.locks)
    this.learner = new StepLearner(machine, this.components, this.races, mostLearnedBytes)
    machine.memory.restoreBase(base.low, base.high)
    this.store.add(base.low, base.high, -1, 0)
    this.at = { values: new Int32Array(1 << 6), ...base }
    this.target = { values: new Int32Array(1 << 6), ...base }
    this.frontier.push(0, this.at.values, 0, base.low, base.high)
  }

  get waiting(): number {
    return this.frontier.count
  }

  get bytes(): number {
    return this.store.bytes + this.frontier.bytes + this.components.bytes + this.learner.bytes
  }

  get mayLoop(): boolean {
    return this.hasWayBack
  }

  expandNext(): void {
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
    this.heedBounds()
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
      this.components.restore(this.at)
      this.standstill(state)
      return
    }
    for (let thread = 0; thread < steps.length; thread++) {
      const step = steps[thread] as number
      if ((table.flags(step) & STEP.moves) !== 0) this.take(state, thread, step)
    }
    if (!this.machine.options.observesOrder) this.races.look(this.labels, this.reportRaces)
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

  private findConditions(state: number): void {
    this.components.restore(this.at)
    for (const condition of conditionsAt(this.machine)) this.findings.condition(condition, state)
  }

  /** Every thread that the program waits for has ended. */
  private end(state: number): void {
    const { components, at } = this
    if (components.hasFailed(at.values)) return
    this.findings.ends.set(state, components.wordAt(at.values, MACHINE.outputHistory))
  }

  private take(state: number, thread: number, step: number): void {
    const { at, target, store, components } = this
    const { table } = this.learner
    const flags = table.flags(step)
    this.transitions++
    if ((flags & STEP.isBounded) !== 0) {
      this.bound ??= table.step(step).bound
      return
    }
    this.learner.rehash(step, at, target)
    const isUntidy = (flags & STEP.isUntidy) !== 0 && components.mayHaveShared
    if (isUntidy) this.tidy(step)
    let cycle = NO_THREADS
    let found = store.find(target.low, target.high)
    if (found === undefined) {
      if (!isUntidy) this.apply(step)
      if ((flags & STEP.waits) !== 0) cycle = this.cycleAt(thread)
      found = store.add(target.low, target.high, state, table.move(step))
      this.frontier.push(found, target.values, components.count, target.low, target.high)
    }
    this.transitionsKept?.add(found, table.move(step), (flags & STEP.hasProgressed) !== 0)
    if (found <= state) this.hasWayBack = true
    this.reportCycle(found, cycle)
    if ((flags & STEP.isEventful) !== 0) this.reportEvents(state, table.step(step))
  }

  private reportEvents(state: number, { move, races, failures }: NextStep): void {
    for (const { earlier, thread: late, later } of races) {
      this.findings.raceBetween(state, [earlier.thread, late], [earlier.access, later])
    }
    this.reportFailures(failures, state, move)
  }

  /** Makes `target` of the state at hand. */
  private apply(step: number): void {
    const { at, target, components } = this
    const { count } = components
    if (target.values.length < count) target.values = new Int32Array(2 * count)
    const to = target.values
    const from = at.values
    for (let variable = 0; variable < count; variable++) to[variable] = from[variable] as number
    this.learner.table.apply(step, to)
  }

  /** The same, and clears what is shared and not reached any more. */
  private tidy(step: number): void {
    const { target, components, machine } = this
    this.apply(step)
    if (!components.hasShared(target.values)) return
    components.restore(target)
    machine.memory.settle()
    components.findEffects(target)
    const { list, end } = components.effects
    target.low = machine.memory.hashLow
    target.high = machine.memory.hashHigh
    for (let i = 0; i < end; i += 2) {
      target.values[list[i] as number] = list[i + 1] as number
    }
    machine.memory.undo()
  }

  /** A cycle of waiting at `target` that the thread has closed. */
  private cycleAt(thread: number): readonly number[] {
    const { components, target, machine } = this
    if (!machine.program.releasesOnlyOwn) return NO_THREADS
    const part = components.knownPart(target.values, thread)
    const isFree =
      part?.waitKind === WAIT.lock && components.wordAt(target.values, part.waitObject + 1) === 0
    if (isFree) return NO_THREADS
    components.restore(target)
    return this.cycleFrom(thread)
  }

  private readonly reportRaces = (first: number, second: number): void => {
    const { table } = this.learner
    const [a, b] = [first, second].map((thread) => table.step(this.steps[thread] as number))
    if (a === undefined || b === undefined) return
    this.raceBetween(this.state, [first, a.accesses], [second, b.accesses])
  }
}
