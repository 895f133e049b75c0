/** Operators of counters. */
import type { RoutineName } from '../../bytecode'
import { RoutineNeeded } from '../routineNeeded'
import { fromSmallInteger, type Value } from '../value'
import { isCounter } from './counter'
import { filtered } from './counts'
import { KIND, kindOf, type Objects } from './object'
import { isOrdered } from './ordering'
import { PythonError } from '../pythonError'
import { typeName } from './typeName'
import { unsupported } from './unsupportedAttributes'

const ROUTINES: Readonly<Record<string, RoutineName>> = {
  '+': 'counterAdd',
  '-': 'counterSubtracted',
  '|': 'counterUnion',
  '&': 'counterIntersection',
}
const ROUTINES_IN_PLACE: Readonly<Record<string, RoutineName>> = {
  '+': 'counterAddInPlace',
  '-': 'counterSubtractInPlace',
  '|': 'counterUnionInPlace',
  '&': 'counterIntersectionInPlace',
}

/** `a operator b` of two counters is left to a routine; of others it is nothing. @throws RoutineNeeded, LimitError */
export function requireCounterRoutine(
  objects: Objects,
  operator: string,
  a: Value,
  b: Value,
): void {
  const { memory } = objects
  const routine = ROUTINES[operator]
  if (routine === undefined || !(isCounter(memory, a) || isCounter(memory, b))) return
  if (isCounter(memory, a) && isCounter(memory, b)) throw new RoutineNeeded(routine, [a, b])
  const areDicts = kindOf(memory, a) === KIND.dict && kindOf(memory, b) === KIND.dict
  if (operator === '|' && areDicts) throw unsupported('Counter', '|')
}

/** `a operator= b` with a counter on the left. @throws RoutineNeeded, PythonError */
export function requireCounterRoutineInPlace(
  objects: Objects,
  operator: string,
  a: Value,
  b: Value,
): void {
  const routine = isCounter(objects.memory, a) ? ROUTINES_IN_PLACE[operator] : undefined
  if (routine === undefined) return
  if (kindOf(objects.memory, b) === KIND.dict) throw new RoutineNeeded(routine, [a, b])
  if (operator === '&') throw unsupported('Counter', '&=')
  const message = `'${typeName(objects, b)}' object has no attribute 'items'`
  throw new PythonError('AttributeError', message)
}

const ZERO = fromSmallInteger(0)

/** `+counter` or `-counter`: a new one of the counts above, or below, zero. */
export function signedCounter(
  objects: Objects,
  counter: Value,
  isNegative: boolean,
  negated: (count: Value) => Value,
): Value {
  return isNegative
    ? filtered(objects, counter, (count) => isOrdered(objects, '<', count, ZERO), negated)
    : filtered(
        objects,
        counter,
        (count) => isOrdered(objects, '>', count, ZERO),
        (count) => count,
      )
}
