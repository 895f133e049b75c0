/**
 * A first look at a large program: whole runs with few preemptions, one after another (iterative context bounding, Musuvathi
 * and Qadeer 2007). Most failures need one or two, and a failure at the end of a run (a final assertion) is then found in
 * a few runs, where a search level by level has to see nearly every state first. It proves nothing by finding nothing.
 *
 * A run goes on with one thread as long as that can move, then with the one of the lowest number. A preemption takes
 * another thread at a step where the first could have gone on. Runs come in order of the number of preemptions, then of
 * the steps at which they happen, so the failure found has the fewest preemptions among those looked at.
 */
import type { Explored } from './explored'
import type { Fault } from './findings'
import { StateSpace } from './stateSpace'
import type { PackedMove } from './stateStore'
import { TrialRun } from './trialRun'

/** A failure, and the moves that lead to it. */
export interface ProbedViolation extends Fault {
  readonly moves: readonly PackedMove[]
}

/** At step `at` of a run, `thread` goes on instead of the one that could. */
interface Preemption {
  readonly at: number
  readonly thread: number
}

/** More preemptions are hardly ever needed, and there are too many ways to place them. */
const MOST_PREEMPTIONS = 2
/** Steps of a single run. */
const LONGEST_RUN = 5000

export class Probe {
  found: ProbedViolation | undefined
  /** Steps taken so far, of all runs. */
  steps = 0
  /** Runs to be made, each by its preemptions. */
  private waiting: (readonly Preemption[])[] = [[]]
  private nextRound: (readonly Preemption[])[] = []
  private isOver = false

  private readonly space: StateSpace

  constructor(
    { machine, base }: Explored,
    private readonly mostSteps: number,
  ) {
    this.space = new StateSpace(machine, base)
  }

  get isDone(): boolean {
    return this.isOver || this.found !== undefined || this.steps >= this.mostSteps
  }

  /** Makes one run. */
  advance(): void {
    const preemptions = this.waiting.shift()
    if (preemptions !== undefined) this.run(preemptions)
    else if (this.nextRound.length > 0) {
      this.waiting = this.nextRound
      this.nextRound = []
    } else this.isOver = true
  }

  private run(preemptions: readonly Preemption[]): void {
    const run = new TrialRun(this.space)
    const last = preemptions.at(-1)?.at ?? -1
    let running = -1
    while (!this.isDone && run.moves.length < LONGEST_RUN) {
      const movable = run.movable()
      const [fault] = run.faults
      if (fault !== undefined) this.found = { ...fault, moves: run.moves }
      const [first] = movable
      if (first === undefined || fault !== undefined) return
      const at = run.moves.length
      const wanted = preemptions.find((p) => p.at === at)?.thread ?? running
      running = movable.includes(wanted) ? wanted : first
      if (at > last && preemptions.length < MOST_PREEMPTIONS) {
        const others = movable.filter((other) => other !== running)
        this.nextRound.push(...others.map((other) => [...preemptions, { at, thread: other }]))
      }
      this.steps++
      run.take(running)
    }
  }
}
