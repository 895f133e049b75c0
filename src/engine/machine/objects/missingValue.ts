import { RoutineNeeded } from '../routineNeeded'
import { fromSmallInteger, NONE, type Value } from '../value'
import { isCounter } from './counter'
import { factoryOf, isDefaultDict } from './defaultDict'
import { dictSet } from './dict'
import { KIND, kindOf, type Objects } from './object'

/**
 * The value of an absent key: of a counter 0; of a defaultdict what its factory makes, put into the dict; else `undefined`. A built-in factory is part of the
 * operation, as under CPython's GIL; any other is called by a routine, which then stores its answer.
 * @throws RoutineNeeded
 */
export function missingValue(objects: Objects, dict: Value, key: Value): Value | undefined {
  const { memory } = objects
  if (isCounter(memory, dict)) return fromSmallInteger(0)
  if (!isDefaultDict(memory, dict)) return undefined
  const factory = factoryOf(memory, dict)
  if (factory === NONE) return undefined
  const isBuiltin = kindOf(memory, factory) === KIND.builtin
  const value = isBuiltin ? objects.callBuiltin?.(factory) : undefined
  if (value === undefined) throw new RoutineNeeded('missing', [dict, key, factory])
  dictSet(objects, dict, key, value)
  return value
}
