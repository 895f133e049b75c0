/** Work that built-ins do themselves as long as the program has no say in it, and leave to a routine otherwise. */
import type { RoutineName } from '../../bytecode'
import { AnswerNeeded } from '../answerNeeded'
import { RoutineNeeded } from '../routineNeeded'
import type { Value } from '../value'
import type { Objects } from './object'

/**
 * What `native` gives. It must not change anything before it asks the program; once it does, `routine` does the whole work
 * from its beginning, so that each question is asked once, in CPython's order.
 * @throws RoutineNeeded
 */
export function orRoutine<T>(
  objects: Objects,
  native: () => T,
  routine: RoutineName,
  args: () => readonly Value[],
): T {
  if (objects.own === undefined) return native()
  try {
    return native()
  } catch (error) {
    if (!(error instanceof AnswerNeeded)) throw error
    throw new RoutineNeeded(routine, args())
  }
}
