/**
 * What each thread does next in the state at hand, asked for once. Behind a step that changes nothing that the next step of
 * another thread depends on, that is still the same.
 */
import { grown } from '../../base'
import type { State } from './components'
import type { StepLearner } from './stepLearner'

/** Not asked for yet. */
const UNKNOWN = -1

export class NextSteps {
  /** By thread. */
  private steps = new Int32Array(1 << 4).fill(UNKNOWN)
  /** That of the learner, when the steps were asked for. */
  private generation = 0

  constructor(private readonly learner: StepLearner) {}

  /** The number of the next step of the thread in the state, which is the one at hand. */
  of(thread: number, state: State): number {
    if (this.generation !== this.learner.generation) this.clear()
    if (thread >= this.steps.length) this.grow(thread)
    const known = this.steps[thread] as number
    return known === UNKNOWN ? (this.steps[thread] = this.learner.next(thread, state)) : known
  }

  private grow(thread: number): void {
    const { length } = this.steps
    this.steps = grown(this.steps, 2 * thread).fill(UNKNOWN, length)
  }

  /** Another state is at hand, of which nothing is known. */
  clear(): void {
    this.steps.fill(UNKNOWN)
    this.generation = this.learner.generation
  }

  /** The state to which `taken` leads is at hand now; to be told before the learner leaves the one before. */
  pass(taken: number): void {
    const { steps, learner } = this
    const { table, learned } = learner
    for (let thread = 0; thread < steps.length; thread++) {
      const step = steps[thread] as number
      if (step === UNKNOWN) continue
      if (step >= learned || !table.isSameAfter(step, taken)) steps[thread] = UNKNOWN
    }
  }

  /** The state of `from` is at hand again, which was left in between. */
  copy({ steps, generation }: NextSteps): void {
    this.clear()
    if (generation !== this.generation) return
    if (this.steps.length < steps.length) this.grow(steps.length)
    const { learned } = this.learner
    for (let thread = 0; thread < steps.length; thread++) {
      const step = steps[thread] as number
      if (step < learned) this.steps[thread] = step
    }
  }
}
