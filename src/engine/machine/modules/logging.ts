/** Constants of the module `logging`; loggers are primitives. */
import { fromSmallInteger } from '../value'
import type { ModuleTable } from './module'

/** The levels that CPython knows by name. */
export const LOGGING_LEVELS = {
  ...{ NOTSET: 0, DEBUG: 10, INFO: 20, WARNING: 30, ERROR: 40, CRITICAL: 50 },
  ...{ WARN: 30, FATAL: 50 },
} as const

export const LOGGING: ModuleTable = {
  name: 'logging',
  functions: [],
  constants: Object.fromEntries(
    Object.entries(LOGGING_LEVELS).map(([name, level]) => [name, () => fromSmallInteger(level)]),
  ),
}
