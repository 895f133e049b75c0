import type { RoutineName } from '../bytecode'
import type { Value } from './value'

/**
 * Thrown by a built-in that leaves its work to a routine, which may call the program (bytecode/routines.ts): the routine is
 * entered in place of the call, and what it returns is the result. What the built-in has changed before stays.
 */
export class RoutineNeeded extends Error {
  override readonly name = 'RoutineNeeded'
  constructor(
    readonly routine: RoutineName,
    /** One for each parameter of the routine. */
    readonly args: readonly Value[],
  ) {
    super(`routine ${routine}`)
  }
}
