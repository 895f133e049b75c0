/** Goes through the states of a program: the state at hand, what each thread does next there, and where a step leads. */
import type { State } from './components'
import { NextSteps } from './nextSteps'
import type { StateSpace } from './stateSpace'

export class StateCursor {
  protected at: State
  private to: State
  protected readonly steps: NextSteps
  /** Whether the target differs by more than the step that was applied. */
  private isTidied = false

  constructor(protected readonly space: StateSpace) {
    this.at = space.newState()
    this.to = space.newState()
    this.steps = new NextSteps(space.learner)
  }

  /** The state itself, which may be changed before anything is asked. */
  get state(): State {
    return this.at
  }

  /** Where the step that was applied last leads. */
  get target(): State {
    return this.to
  }

  /** Goes to the base. */
  goToBase(): void {
    this.space.begin(this.at)
    this.arrive()
  }

  /** Another state is at hand, of which nothing is known. */
  protected arrive(): void {
    this.space.learner.leave()
    this.steps.clear()
  }

  /** The number of the next step of the thread. */
  next(thread: number): number {
    return this.steps.of(thread, this.at)
  }

  /** Makes `target` the state to which the step leads. */
  apply(step: number): void {
    this.isTidied = this.space.apply(step, this.at, this.to)
  }

  /** Goes on to where the step, the one applied last, leads. */
  moveOn(step: number): void {
    const { at } = this
    this.at = this.to
    this.to = at
    if (this.isTidied) this.steps.clear()
    else this.steps.pass(step)
    this.space.learner.follow(step)
  }
}
