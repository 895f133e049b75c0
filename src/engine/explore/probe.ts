/**
 * A first look at a large program: whole runs with few preemptions, one after another (iterative context bounding, Musuvathi
 * and Qadeer 2007). Most failures need one or two, and a failure at the end of a run (a final assertion) is then found in
 * a few runs, where a search level by level has to see nearly every state first. It proves nothing by finding nothing.
 *
 * A run goes on with one thread as long as that can move, then with the one of the lowest number. A preemption takes
 * another thread at a step where the first could have gone on. Runs come in order of the number of preemptions, then of
 * the steps at which they happen, so the failure found has the fewest preemptions among those looked at.
 */
import { anyCycle, LimitError, waitCycle } from '../machine'
import type { Explored } from './explored'
import type { ThreadMove } from './exploredMachine'
import type { FoundViolation } from './findings'
import { StepLog } from './replay'
import { packMove, type PackedMove } from './stateStore'

/** A failure, and the moves that lead to it. */
export interface ProbedViolation extends Omit<FoundViolation, 'state' | 'move'> {
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

  constructor(
    private readonly explored: Explored,
    private readonly mostSteps: number,
  ) {}

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
    const { machine, base } = this.explored
    machine.memory.restoreBase(base.low, base.high)
    const taken: PackedMove[] = []
    const last = preemptions.at(-1)?.at ?? -1
    let running = -1
    while (!this.isDone && taken.length < LONGEST_RUN && !machine.isOver()) {
      const movable = machine.movable()
      const [first] = movable
      if (first === undefined) {
        this.standstill(taken)
        return
      }
      const at = taken.length
      const wanted = preemptions.find((p) => p.at === at)?.thread ?? running
      const thread = movable.includes(wanted) ? wanted : first
      if (at > last && preemptions.length < MOST_PREEMPTIONS) {
        const others = movable.filter((other) => other !== thread)
        this.nextRound.push(...others.map((other) => [...preemptions, { at, thread: other }]))
      }
      const next: ThreadMove = { thread, move: machine.possibility(thread) ?? 'proceed' }
      running = thread
      taken.push(packMove(thread, next.move === 'timeout'))
      if (!this.take(next, taken)) return
    }
  }

  /** Takes a step; false where the run is over. */
  private take({ thread, move }: ThreadMove, taken: readonly PackedMove[]): boolean {
    const { machine } = this.explored
    this.steps++
    try {
      machine.take(thread, move, new StepLog())
    } catch (error) {
      if (!(error instanceof LimitError)) throw error
      return false
    }
    for (const { kind, key, thread: failed } of machine.failures) {
      this.found ??= { kind, key, threads: [failed], moves: [...taken] }
    }
    const cycle = machine.program.releasesOnlyOwn ? waitCycle(machine.memory, thread) : []
    if (cycle.length > 0) this.report('deadlock', cycle, taken)
    return this.found === undefined
  }

  private standstill(taken: readonly PackedMove[]): void {
    const { machine } = this.explored
    const cycle = anyCycle(machine.memory)
    if (cycle.length > 0) this.report('deadlock', cycle, taken)
    else {
      const threads = Array.from({ length: machine.threadCount }, (_, thread) => thread)
      const waiting = threads.filter((t) => machine.isUnfinished(t) && !machine.isDaemon(t))
      this.report('stuck', waiting, taken)
    }
  }

  private report(
    kind: FoundViolation['kind'],
    threads: readonly number[],
    taken: readonly PackedMove[],
  ): void {
    this.found ??= { kind, key: threads.join(), threads, moves: [...taken] }
  }
}
