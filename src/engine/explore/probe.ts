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
import { Shrinker } from './shrinker'
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
  /** What a run has come to. */
  private fault: Fault | undefined
  /** Makes the way to what was found simpler. */
  private shrinker: Shrinker | undefined
  private isShrunk = false
  /** Steps taken so far, of all runs. */
  steps = 0
  /** Runs to be made, each by its preemptions. */
  private waiting: (readonly Preemption[])[] = [[]]
  private nextRound: (readonly Preemption[])[] = []
  private isOver = false
  private readonly space: StateSpace

  constructor(
    private readonly explored: Explored,
    private readonly mostSteps: number,
  ) {
    this.space = new StateSpace(explored.machine, explored.base)
  }

  /** What was found, by the simplest way so far. */
  get found(): ProbedViolation | undefined {
    const { fault } = this
    return fault && { ...fault, moves: this.shrinker?.wayTo(fault) ?? [] }
  }

  get isDone(): boolean {
    return this.shrinker === undefined ? this.isOver || this.steps >= this.mostSteps : this.isShrunk
  }

  /** Makes one run, or one trial to make the way to what was found simpler. */
  advance(): void {
    if (this.shrinker !== undefined) {
      this.isShrunk = this.shrinker.advance()
      return
    }
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
      if (fault !== undefined) this.keep(fault, run)
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

  private keep(fault: Fault, { moves }: TrialRun): void {
    this.fault = fault
    this.shrinker = new Shrinker(this.explored, [{ fault, moves }])
  }
}
