/** Modules of the standard library whose members need nothing but objects: one file and one entry here for each. */
import { MATH } from './math'
import { COLLECTIONS } from './collections'
import { FUTURES } from './futures'
import { FUNCTOOLS } from './functools'
import { ITERTOOLS } from './itertools'
import { LOGGING } from './logging'
import { SYS } from './sys'
import { RANDOM } from './random'
import { functionsOf, type ModuleTable } from './module'

const TABLES: readonly ModuleTable[] = [
  RANDOM,
  COLLECTIONS,
  MATH,
  FUTURES,
  SYS,
  ITERTOOLS,
  FUNCTOOLS,
  LOGGING,
]

export { LOGGING_LEVELS } from './logging'
export type { ModuleFunction, ModuleTable } from './module'

export const MODULE_FUNCTIONS = TABLES.flatMap(functionsOf)

const CONSTANTS = new Map(
  TABLES.flatMap(({ name, constants }) =>
    Object.entries(constants).map(([member, make]) => [`${name}.${member}`, make] as const),
  ),
)

/** How to make the value of `module.member`; undefined where it is none. */
export function moduleConstant(
  module: string,
  member: string,
): ModuleTable['constants'][string] | undefined {
  return CONSTANTS.get(`${module}.${member}`)
}
