/**
 * A run of the deterministic machine that can go both ways: a scheduler (or a hand) takes steps, and every step can be
 * taken back exactly.
 */
import type { Program } from '../bytecode'
import {
  DEFAULT_LIMITS,
  broken,
  failure,
  labelObjects,
  LimitError,
  locationOf,
  Machine,
  outputOf,
  sealTrace,
  standstill,
  threadNames,
  waitCycle,
  entries,
  type Choice,
  type Limits,
  type MachineMark,
  type Standing,
} from '../machine'
import type { CycleEntry, Outcome, Trace } from '../trace'
import { ChoiceLog } from './choiceLog'
import type { Schedule } from './schedule'
import type { Scheduler } from './scheduler'

/** A run that is over, or that was stopped. */
export interface RunResult {
  readonly outcome: Outcome
  readonly trace: Trace
  /** What the program printed. */
  readonly output: string
  readonly schedule: Schedule
  readonly steps: number
}

export interface SimulationOptions {
  readonly limits?: Limits | undefined
  /** False for a run that never goes back: it then needs memory for its events only. */
  readonly canGoBack?: boolean | undefined
  /** What random numbers of the program come from when it gives no seed; 32 bits. */
  readonly seed?: number | undefined
}

export class Simulation {
  readonly machine: Machine
  private readonly limits: Limits
  private readonly canGoBack: boolean
  private readonly taken = new ChoiceLog()
  /** Where each step taken can go back to. */
  private readonly marks: MachineMark[] = []
  private ending: Outcome | undefined
  /** What the machine offers now. */
  private offered: readonly Choice[]

  constructor(
    readonly program: Program,
    { limits = DEFAULT_LIMITS, canGoBack = true, seed = 0 }: SimulationOptions = {},
  ) {
    this.limits = limits
    this.canGoBack = canGoBack
    this.machine = new Machine(program, limits, canGoBack, seed)
    this.offered = this.machine.choices()
  }

  /** Steps that can be taken now; none once the run is over. */
  choices(): readonly Choice[] {
    return this.ending === undefined ? this.offered : []
  }

  /** How the run ended; undefined while it can go on. */
  get outcome(): Outcome | undefined {
    return this.ending
  }

  /** Takes one step that `choices` offered. */
  step(choice: Choice): void {
    this.make(choice, 1)
  }

  /** Takes a step, and up to `most` in all as long as it is the only one that can be made; answers how many. */
  private make(choice: Choice, most: number): number {
    const { machine, limits, taken } = this
    const { steps } = machine
    taken.add(choice)
    if (this.canGoBack) this.marks.push(machine.mark())
    try {
      if (steps >= limits.steps) throw new LimitError('steps', limits.steps)
      machine.step(choice, Math.min(most, limits.steps - steps))
      this.offered = machine.choices()
      this.ending = this.conclude(choice.thread)
    } catch (error) {
      if (!(error instanceof LimitError)) throw error
      const location = locationOf(this.program, Math.max(0, machine.interpreter.pc))
      const { code, limit, subject: name } = error
      this.ending = { kind: 'limit', code, limit, name, location }
    }
    const made = machine.steps - steps
    if (made > 1) taken.repeatLast(made - 1)
    return made
  }

  /** Takes back the last step. Answers false at the start (or when the run cannot go back at all). */
  back(): boolean {
    const mark = this.marks.pop()
    if (mark === undefined) return false
    this.taken.removeLast()
    this.machine.back(mark)
    this.offered = this.machine.choices()
    this.ending = undefined
    return true
  }

  /** Lets `scheduler` take up to `most` steps; true once the run is over or the scheduler stopped. */
  run(scheduler: Scheduler, most = Infinity): boolean {
    const asksAlways = this.canGoBack || scheduler.pass === undefined
    let left = most
    while (left > 0) {
      const choices = this.choices()
      if (choices.length === 0) return true
      const choice = scheduler.choose(choices, this.machine.now)
      if (choice === undefined) return true
      const made = this.make(choice, asksAlways ? 1 : left)
      if (made > 1) scheduler.pass?.(choice, made - 1)
      left -= Math.max(1, made)
    }
    return this.ending !== undefined
  }

  /** The outcome after a step of `thread`, if the run is over. */
  private conclude(thread: number): Outcome | undefined {
    const { machine } = this
    if (machine.isUnfinished(thread)) {
      const cycle = this.program.releasesOnlyOwn ? waitCycle(machine.memory, thread) : []
      if (cycle.length > 0) {
        const standing = this.standing()
        return failure(standing) ?? { kind: 'deadlock', cycle: entries(standing, cycle) }
      }
    } else if (this.isOver()) {
      return failure(this.standing()) ?? this.brokenInvariant() ?? { kind: 'finished' }
    }
    return this.offered.length === 0 ? standstill(this.standing()) : undefined
  }

  /** The first exception that has left a thread so far, as an outcome; undefined when none has. */
  failure(): Outcome | undefined {
    return failure(this.standing())
  }

  /** The first invariant that does not hold now, as an outcome. A run that cannot go back must not go on. */
  brokenInvariant(): Outcome | undefined {
    const { machine, program } = this
    const thread = threadNames(machine.objects)[this.taken.lastThread() ?? 0]
    return broken(program, machine.brokenInvariant(), thread ?? '?')
  }

  /** What the threads hold and wait for now, in words. */
  waits(threads: readonly number[]): CycleEntry[] {
    return entries(this.standing(), threads)
  }

  /** Only daemon threads are left, if any. */
  private isOver(): boolean {
    for (let thread = 0; thread < this.machine.threadCount; thread++) {
      if (this.machine.isUnfinished(thread) && !this.machine.isDaemon(thread)) return false
    }
    return true
  }

  private standing(): Standing {
    const { objects } = this.machine
    return {
      program: this.program,
      objects,
      labels: labelObjects(this.program, objects),
      raw: this.machine.events.raw(),
      threadNames: threadNames(objects),
    }
  }

  /** Trace, output and schedule so far; `stopped` as outcome while the run could go on. */
  result(): RunResult {
    const { program, objects, labels, raw } = this.standing()
    const trace = sealTrace(raw, { origin: 'simulated', program, objects, labels })
    return {
      outcome: this.ending ?? this.brokenInvariant() ?? { kind: 'stopped' },
      trace,
      output: outputOf(trace),
      schedule: { format: 'cerrojo-schedule', version: 1, choices: this.taken.choices() },
      steps: this.machine.steps,
    }
  }
}

/** One whole run under `scheduler`. */
export function simulate(
  program: Program,
  scheduler: Scheduler,
  options: Omit<SimulationOptions, 'canGoBack'> = {},
): RunResult {
  const simulation = new Simulation(program, { ...options, canGoBack: false })
  simulation.run(scheduler)
  return simulation.result()
}
