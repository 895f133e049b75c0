/** One run of the machine of a search, from its base, move by move, and what goes wrong in it. */
import { LimitError, waitCycle } from '../machine'
import type { Explored } from './explored'
import type { ExploredMachine } from './exploredMachine'
import type { Fault } from './findings'
import { StepLog } from './replay'
import { deadlockOf, standstillOf } from './standstill'
import { packMove, type PackedMove } from './stateStore'

export class TrialRun {
  readonly moves: PackedMove[] = []
  /** What the last move did wrong, or that no move is possible and the program not over. */
  faults: readonly Fault[] = []
  /** Whether a bound was met. */
  private isCut = false
  private readonly machine: ExploredMachine

  /** Any run begun before on the same machine is over. */
  constructor({ machine, base }: Explored) {
    this.machine = machine
    machine.memory.restoreBase(base.low, base.high)
  }

  /** Threads that can move, by number; none once the run is over, and where that is a standstill, it is a fault. */
  movable(): readonly number[] {
    const { machine } = this
    if (this.isCut || machine.isOver()) return []
    const movable = machine.movable()
    if (movable.length === 0) this.faults = [standstillOf(machine)]
    return movable
  }

  /** Takes the next step of a thread that can move. */
  take(thread: number): void {
    const { machine } = this
    const move = machine.possibility(thread) ?? 'proceed'
    this.moves.push(packMove(thread, move === 'timeout'))
    try {
      machine.take(thread, move, new StepLog())
    } catch (error) {
      if (!(error instanceof LimitError)) throw error
      this.isCut = true
      return
    }
    const faults = machine.failures.map(({ kind, key, thread: failed }): Fault => ({
      kind,
      key,
      threads: [failed],
    }))
    const cycle = machine.program.releasesOnlyOwn ? waitCycle(machine.memory, thread) : []
    this.faults = cycle.length === 0 ? faults : [...faults, deadlockOf(cycle)]
  }
}
