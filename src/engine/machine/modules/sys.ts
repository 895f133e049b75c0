/** The module `sys`; its `stdout` is a module of its own. */
import { fromBigInt, toSeconds, typeError, typeName } from '../objects'
import { PythonError } from '../pythonError'
import { NONE, type Value } from '../value'
import type { Call, ModuleTable } from './module'

/** Of 64 bits, as everywhere that CPython 3.11 is likely to run. */
const MAXSIZE = 2n ** 63n - 1n

/** `sys.exit(status)`: a thread that it leaves has simply ended. */
const exit: Call = (_objects, args) => {
  throw new PythonError('SystemExit', '', args)
}

/** Threads may change before every step anyway: checked, and without effect. */
const setSwitchInterval: Call = (objects, [interval = NONE]): Value => {
  const seconds = toSeconds(objects, interval)
  if (seconds === undefined) {
    throw typeError(`must be real number, not ${typeName(objects, interval)}`)
  }
  if (seconds <= 0) throw new PythonError('ValueError', 'switch interval must be strictly positive')
  return NONE
}

export const SYS: ModuleTable = {
  name: 'sys',
  functions: [
    ['exit', 0, 1, exit],
    ['setswitchinterval', 1, 1, setSwitchInterval],
  ],
  constants: { maxsize: (objects) => fromBigInt(objects, MAXSIZE) },
}
