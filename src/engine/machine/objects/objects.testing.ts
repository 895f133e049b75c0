/** A memory for tests of objects, with names that no program is needed for. */
import { EXCEPTION_BASES } from '../pythonError'
import { GLOBALS_START, MACHINE, OBJECT } from '../layout'
import { TrailMemory } from '../memory'
import { fromAddress, UNBOUND, type Value } from '../value'
import { BUILTIN_FUNCTIONS } from './builtinFunctions'
import type { Objects } from './object'

export interface TestObjects extends Objects {
  readonly memory: TrailMemory
}

const BUILTIN_NAMES: readonly string[] = [
  ...BUILTIN_FUNCTIONS.map((f) => f.name),
  ...Object.keys(EXCEPTION_BASES),
]

/** @param limitWords bound of the memory. */
export function testObjects(limitWords = 1 << 24): TestObjects {
  const memory = new TrailMemory(limitWords)
  memory.write(MACHINE.nextChunk, GLOBALS_START)
  const builtins = new Map<string, Value>(
    BUILTIN_NAMES.map((name, index) => {
      const address = memory.allocate(OBJECT.builtin, 2)
      memory.write(address + 1, index)
      return [name, fromAddress(address)]
    }),
  )
  return {
    memory,
    names: {
      className: (index) => ['Account', 'Bank'][index] ?? '?',
      functionName: (index) => ['<module>', 'Account.deposit'][index] ?? '?',
      builtinName: (index) => BUILTIN_NAMES[index] ?? '?',
      moduleName: (index) => ['threading', 'time'][index] ?? '?',
      builtinValue: (name) => builtins.get(name) ?? UNBOUND,
    },
  }
}
