/** One run through the states of a program, from the base, move by move, and what goes wrong in it. */
import type { Fault } from './findings'
import { deadlockOf, standstillOf } from './standstill'
import { StateCursor } from './stateCursor'
import { NO_STEP, type StateSpace } from './stateSpace'
import type { PackedMove } from './stateStore'
import { STEP } from './stepTable'

const NO_FAULTS: readonly Fault[] = []

export class TrialRun {
  readonly moves: PackedMove[] = []
  /** What the last move did wrong, or that no move is possible and the program not over. */
  faults = NO_FAULTS
  /** Whether a bound was met. */
  private isCut = false
  private readonly here: StateCursor

  /** Any run begun before in the same space is over. */
  constructor(private readonly space: StateSpace) {
    this.here = new StateCursor(space)
    this.here.goToBase()
  }

  /** Threads that can move, by number; none once the run is over, and where that is a standstill, it is a fault. */
  movable(): readonly number[] {
    const { space, here } = this
    const movable: number[] = []
    if (this.isCut) return movable
    let flags = 0
    const threads = space.components.threadCount(here.state.values)
    for (let thread = 0; thread < threads; thread++) {
      const own = space.table.flags(here.next(thread))
      if ((own & STEP.moves) !== 0) movable.push(thread)
      flags |= own
    }
    if ((flags & STEP.isNeeded) === 0) return []
    if (movable.length === 0) {
      space.stand(here.state, NO_STEP)
      this.faults = [standstillOf(space.machine)]
    }
    return movable
  }

  /** Takes the next step of a thread that can move. */
  take(thread: number): void {
    const { here } = this
    const { table } = this.space
    const step = here.next(thread)
    this.moves.push(table.move(step))
    const flags = table.flags(step)
    this.isCut = (flags & STEP.isBounded) !== 0
    if (this.isCut) return
    here.apply(step)
    this.faults = this.faultsOf(step, thread)
    here.moveOn(step)
  }

  /** What the step of the thread, which was applied, does wrong. */
  private faultsOf(step: number, thread: number): readonly Fault[] {
    const { space, here } = this
    const flags = space.table.flags(step)
    const waits = (flags & STEP.waits) !== 0
    const cycle = waits ? space.cycleAt(here.target, thread, step) : []
    if ((flags & STEP.isEventful) === 0 && cycle.length === 0) return NO_FAULTS
    const faults = space.table
      .step(step)
      .failures.map(({ kind, key, thread: failed }): Fault => ({ kind, key, threads: [failed] }))
    return cycle.length === 0 ? faults : [...faults, deadlockOf(cycle)]
  }
}
