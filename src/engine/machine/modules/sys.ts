/** The module `sys`; its `stdout` is a module of its own. */
import { MACHINE } from '../layout'
import { DEFAULT_LIMITS } from '../limits'
import {
  fromBigInt,
  fromFloat,
  fromNumber,
  fromText,
  KIND,
  kindOf,
  makeNamedTuple,
  makeNamedTupleType,
  toSeconds,
  tupleItems,
  typeName,
  type Objects,
} from '../objects'
import { PythonError, typeError } from '../pythonError'
import { NONE, type Value } from '../value'
import type { Call, ModuleTable } from './module'

/** Of 64 bits, as everywhere that CPython 3.11 is likely to run. */
const MAXSIZE = 2n ** 63n - 1n

/** `sys.exit(status)`: a thread that it leaves has simply ended. The status is what is raised: None nothing, a tuple its items. */
const exit: Call = ({ memory }, [status = NONE]) => {
  const isTuple = kindOf(memory, status) === KIND.tuple
  const args = isTuple ? tupleItems(memory, status) : status === NONE ? [] : [status]
  throw new PythonError('SystemExit', '', args)
}

const MOST_MICROSECONDS = 2 ** 31 - 2

/** The version whose meaning programs have here. */
function versionInfo(objects: Objects): Value {
  const type = makeNamedTupleType(objects, {
    name: 'version_info',
    fields: ['major', 'minor', 'micro', 'releaselevel', 'serial'],
    defaults: [],
    module: 'sys',
    isStructure: true,
  })
  const [major, minor] = [fromNumber(objects, 3), fromNumber(objects, 11)]
  const zero = fromNumber(objects, 0)
  return makeNamedTuple(objects, type, [major, minor, zero, fromText(objects, 'final'), zero])
}

/** CPython 3.11's own bound, which is that of the machine. */
const getRecursionLimit: Call = (objects) => fromNumber(objects, DEFAULT_LIMITS.depth)

/** Microseconds, as CPython starts with. */
const SWITCH_INTERVAL = 5000

/** Threads may change before every step anyway: the interval is kept, and without effect. */
const getSwitchInterval: Call = (objects) => {
  const kept = objects.memory.word(MACHINE.switchInterval)
  return fromFloat(objects, 1e-6 * (kept === 0 ? SWITCH_INTERVAL : kept - 1))
}

const setSwitchInterval: Call = (objects, [interval = NONE]): Value => {
  const seconds = toSeconds(objects, interval)
  if (seconds === undefined) {
    throw typeError(`must be real number, not ${typeName(objects, interval)}`)
  }
  if (seconds <= 0) throw new PythonError('ValueError', 'switch interval must be strictly positive')
  objects.memory.write(
    MACHINE.switchInterval,
    Math.min(Math.trunc(seconds * 1e6), MOST_MICROSECONDS) + 1,
  )
  return NONE
}

export const SYS: ModuleTable = {
  name: 'sys',
  functions: [
    ['exit', 0, 1, exit],
    ['getrecursionlimit', 0, 0, getRecursionLimit],
    ['getswitchinterval', 0, 0, getSwitchInterval],
    ['setswitchinterval', 1, 1, setSwitchInterval],
  ],
  constants: { maxsize: (objects) => fromBigInt(objects, MAXSIZE), version_info: versionInfo },
}
