/** Functions and constants of the module `concurrent.futures`; its types are primitives. */
import { fromText, type Objects } from '../objects'
import { RoutineNeeded } from '../routineNeeded'
import { NONE, type Value } from '../value'
import type { ModuleTable } from './module'
import { pythonFunction } from './pythonFunction'

const CONDITIONS = ['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION'] as const

const constant =
  (name: string) =>
  (objects: Objects): Value =>
    fromText(objects, name)

/** What the queues of the routines raise when nothing came in time. */
const empty = (objects: Objects): Value => objects.names.builtinValue('Empty')

export const FUTURES: ModuleTable = {
  name: 'concurrent.futures',
  functions: [
    pythonFunction(
      'wait',
      { name: 'wait', parameters: ['fs', 'timeout', 'return_when'], required: 1 },
      (objects, [futures = NONE, timeout = NONE, mode]) => {
        const condition = mode ?? fromText(objects, CONDITIONS[0])
        throw new RoutineNeeded('waitFutures', [futures, timeout, condition, empty(objects)])
      },
    ),
    pythonFunction(
      'as_completed',
      { name: 'as_completed', parameters: ['fs', 'timeout'], required: 1 },
      (objects, [futures = NONE, timeout = NONE]) => {
        throw new RoutineNeeded('asCompleted', [futures, timeout, empty(objects)])
      },
    ),
  ],
  constants: Object.fromEntries(CONDITIONS.map((name) => [name, constant(name)])),
}
