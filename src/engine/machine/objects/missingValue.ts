import { RoutineNeeded } from '../routineNeeded'
import { NONE, type Value } from '../value'
import { factoryOf, isDefaultDict } from './defaultDict'
import { dictSet } from './dict'
import { KIND, kindOf, type Objects } from './object'

/**
 * The value of an absent key, put into the dict; `undefined` when there is no factory. A built-in factory is part of the
 * operation, as under CPython's GIL; any other is called by a routine, which then stores its answer.
 * @throws RoutineNeeded
 */
export function missingValue(objects: Objects, dict: Value, key: Value): Value | undefined {
  const { memory } = objects
  if (!isDefaultDict(memory, dict)) return undefined
  const factory = factoryOf(memory, dict)
  if (factory === NONE) return undefined
  const isBuiltin = kindOf(memory, factory) === KIND.builtin
  const value = isBuiltin ? objects.callBuiltin?.(factory) : undefined
  if (value === undefined) throw new RoutineNeeded('missing', [dict, key, factory])
  dictSet(objects, dict, key, value)
  return value
}
