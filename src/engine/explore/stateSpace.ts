/**
 * The states of a program as a search goes through them: each a few numbers (components.ts), and what leads from one to
 * the next, which is executed once and then known (stepLearner.ts).
 */
import { MACHINE, WAIT, waitCycle } from '../machine'
import { Components, type State } from './components'
import type { ExploredMachine } from './exploredMachine'
import type { RaceFinder } from './raceFinder'
import type { SearchBase } from './search'
import { LEARNED_BYTES, StepLearner, type StepWatcher } from './stepLearner'
import { STEP, type StepTable } from './stepTable'

/** No step has led there. */
export const NO_STEP = -1

const NO_THREADS: readonly number[] = []

export interface StateSpaceOptions {
  /** Who labels steps for it. */
  readonly races?: RaceFinder
  /** As that of an exploration. */
  readonly learnedBytes?: number | undefined
  /** Follows what is executed. */
  readonly watcher?: StepWatcher | undefined
}

export class StateSpace {
  readonly components: Components
  readonly learner: StepLearner

  /** The machine stands at its base. */
  constructor(
    readonly machine: ExploredMachine,
    readonly base: SearchBase,
    { races, learnedBytes = LEARNED_BYTES, watcher }: StateSpaceOptions = {},
  ) {
    this.components = new Components(machine.memory, machine.recorder.locks)
    this.learner = new StepLearner(machine, this.components, races, learnedBytes, watcher)
  }

  get table(): StepTable {
    return this.learner.table
  }

  get bytes(): number {
    return this.components.bytes + this.learner.bytes
  }

  /** A state to be filled. */
  newState(): State {
    return { values: new Int32Array(1 << 6), low: 0, high: 0 }
  }

  /** Makes `to` the base. */
  begin(to: State): void {
    to.low = this.base.low
    to.high = this.base.high
    this.components.complete(to, 0)
  }

  /** Makes `to` the same state as `from`. */
  copy(from: State, to: State): void {
    const { count } = this.components
    if (to.values.length < count) to.values = new Int32Array(2 * count)
    const { values } = to
    for (let i = 0; i < count; i++) values[i] = from.values[i] as number
    to.low = from.low
    to.high = from.high
  }

  /** Makes `to` the state to which the step leads from `from`. Answers whether more than the step was done, to tidy up. */
  apply(step: number, from: State, to: State): boolean {
    const { table, components, learner } = this
    this.copy(from, to)
    table.apply(step, to.values)
    learner.rehash(step, from, to)
    const isUntidy = (table.flags(step) & STEP.isUntidy) !== 0
    if (!isUntidy || !components.hasShared(to.values)) return false
    this.tidy(to)
    return true
  }

  /** Clears what is shared and not reached any more. */
  private tidy(state: State): void {
    const { components, learner, machine } = this
    learner.lose()
    components.restore(state)
    machine.memory.settle()
    components.findEffects(state)
    const { list, end } = components.effects
    state.low = machine.memory.hashLow
    state.high = machine.memory.hashHigh
    for (let i = 0; i < end; i += 2) {
      state.values[list[i] as number] = list[i + 1] as number
    }
    machine.memory.undo()
  }

  /** Takes the memory to a state, to which `step` has led. */
  stand(state: State, step: number): void {
    const { learner, components } = this
    if (learner.standsBehind(step)) return
    learner.lose()
    components.restore(state)
  }

  /** A cycle of waiting that nobody outside can break and that the thread, whose step has led to the state, has closed. */
  cycleAt(state: State, thread: number, step: number): readonly number[] {
    const { components, machine } = this
    if (!machine.program.releasesOnlyOwn) return NO_THREADS
    const part = components.partOf(state, thread)
    const isFree =
      part.waitKind === WAIT.lock && components.wordAt(state.values, part.waitObject + 1) === 0
    if (isFree) return NO_THREADS
    this.stand(state, step)
    return waitCycle(machine.memory, thread)
  }

  /** What was printed on the way to a state, as a number. */
  outputAt({ values }: State): number {
    return this.components.wordAt(values, MACHINE.outputHistory)
  }
}
