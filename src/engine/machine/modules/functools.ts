/** The module `functools`. */
import { getIterator } from '../objects'
import { RoutineNeeded } from '../routineNeeded'
import { NONE } from '../value'
import type { Call, ModuleTable } from './module'

const reduce: Call = (objects, [callable = NONE, iterable = NONE, initial]) => {
  const absent = objects.names.builtinValue('.absent')
  throw new RoutineNeeded('reduce', [callable, getIterator(objects, iterable), initial ?? absent])
}

export const FUNCTOOLS: ModuleTable = {
  name: 'functools',
  functions: [['reduce', 2, 3, reduce]],
  constants: {},
}
