/** From moves of the search to a schedule of the machine, and to the end that it reaches. */
import type { Program } from '../bytecode'
import { LimitError, type Limits } from '../machine'
import { Simulation, type Schedule, type ScheduleChoice } from '../schedule'
import type { Outcome } from '../trace'
import type { AtomicStep, ExploredMachine, StepObserver } from './exploredMachine'
import type { SearchBase } from './search'
import { unpackMove, type PackedMove } from './stateStore'

/** A way through the program, step by step. */
export interface Way {
  readonly schedule: Schedule
  /** Numbers of the threads, one for each choice. */
  readonly threads: readonly number[]
  /** Visible operations: choices that are no free steps. */
  readonly length: number
  readonly switches: number
}

/** Notes every atomic step. */
export class StepLog implements StepObserver {
  readonly steps: AtomicStep[] = []

  before(): void {
    // Only what was done is of interest.
  }

  after(step: AtomicStep): void {
    this.steps.push(step)
  }
}

/** Takes the machine from its base along `moves`; it is left there. `prefix`: the steps that lead to the base. */
export function follow(
  machine: ExploredMachine,
  base: SearchBase,
  prefix: readonly AtomicStep[],
  moves: readonly PackedMove[],
): Way {
  const log = new StepLog()
  machine.memory.restoreBase(base.low, base.high)
  for (const move of moves) {
    const { thread, isTimeout } = unpackMove(move)
    try {
      machine.take(thread, isTimeout ? 'timeout' : 'proceed', log)
    } catch (error) {
      if (!(error instanceof LimitError)) throw error
      break
    }
  }
  return wayOf([...prefix, ...log.steps])
}

function wayOf(steps: readonly AtomicStep[]): Way {
  const visible = steps.filter((step) => !step.isFree)
  return {
    schedule: {
      format: 'cerrojo-schedule',
      version: 1,
      choices: steps.map(({ thread, move }): ScheduleChoice =>
        move === 'timeout' ? { timeout: thread } : thread,
      ),
    },
    threads: steps.map((step) => step.thread),
    length: visible.length,
    switches: visible.filter((step, i) => i > 0 && step.thread !== visible[i - 1]?.thread).length,
  }
}

/** The simulation after `schedule`, or as far as it could be followed. */
export function simulationAt(program: Program, schedule: Schedule, limits: Limits): Simulation {
  const simulation = new Simulation(program, { limits, canGoBack: false })
  for (const wanted of schedule.choices) {
    const thread = typeof wanted === 'number' ? wanted : wanted.timeout
    const choice = simulation.choices().find((c) => c.thread === thread)
    if (choice === undefined) break
    simulation.step(choice)
  }
  return simulation
}

/** How the run that `schedule` begins stands at its end: what has gone wrong so far, else the end it has come to. */
export function outcomeAt(program: Program, schedule: Schedule, limits: Limits): Outcome {
  const simulation = simulationAt(program, schedule, limits)
  return simulation.failure() ?? simulation.brokenInvariant() ?? simulation.outcome ?? STOPPED
}

const STOPPED: Outcome = { kind: 'stopped' }
