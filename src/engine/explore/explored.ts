/** The machine of a search at its *base*: the state in which the first choice is made. */
import type { Program } from '../bytecode'
import { LimitError, type Limits } from '../machine'
import {
  ExploredMachine,
  type AtomicStep,
  type ExploredMachineOptions,
  type ThreadMove,
} from './exploredMachine'
import { StepLog } from './replay'
import type { SearchBase } from './search'

/** A machine at its base. */
export interface Explored {
  readonly machine: ExploredMachine
  readonly base: SearchBase
  /** Free steps that lead to the base. */
  readonly prefix: readonly AtomicStep[]
}

/** The same for the same arguments, wherever it is made. */
export function exploredAtBase(
  program: Program,
  limits: Limits,
  options: ExploredMachineOptions,
): Explored {
  const machine = new ExploredMachine(program, limits, options)
  const prefix = takeForced(machine)
  machine.memory.setBase()
  const { hashLow, hashHigh } = machine.memory
  return { machine, base: { low: hashLow, high: hashHigh }, prefix }
}

/** Most steps taken before the first choice; what follows is searched like the rest. */
const MOST_FORCED_STEPS = 100_000

/** Takes steps as long as only one thread can move and nothing goes wrong; the memory is left settled. */
function takeForced(machine: ExploredMachine): AtomicStep[] {
  const prefix: AtomicStep[] = []
  const { memory } = machine
  while (prefix.length < MOST_FORCED_STEPS && !machine.isOver()) {
    const forced = machine.onlyMove()
    if (forced === undefined) break
    const log = new StepLog()
    memory.begin()
    if (!isTaken(machine, forced, log)) {
      memory.undo()
      break
    }
    memory.settle()
    prefix.push(...log.steps)
  }
  return prefix
}

/** Takes the step; false when it reached a bound or ended a thread by an exception, which the search is to find. */
function isTaken(machine: ExploredMachine, { thread, move }: ThreadMove, log: StepLog): boolean {
  try {
    machine.take(thread, move, log)
    return machine.failures.length === 0
  } catch (error) {
    if (!(error instanceof LimitError)) throw error
    return false
  }
}
