import { MODULES, type Program } from '../bytecode'
import { BUILTINS, builtinIndex } from './builtins'
import { builtinValue } from './load'
import { primitiveTypeAt } from './primitives'
import { METHODS, type Names } from './objects'
import { UNBOUND } from './value'

/** What objects are called in messages, from the program and the table of built-ins. */
export function programNames(program: Program): Names {
  return {
    className: (index) => program.classes[index]?.name ?? '?',
    functionName: (index) => program.functions[index]?.qualifiedName ?? '?',
    builtinName: (index) => BUILTINS[index]?.name ?? '?',
    moduleName: (index) => MODULES[index] ?? '?',
    method: (index) => METHODS[index],
    primitiveText: (objects, address, at) =>
      primitiveTypeAt(objects.memory, address).text?.(objects, address, at),
    primitiveParts: (memory, address) =>
      primitiveTypeAt(memory, address).parts?.(memory, address) ?? [],
    builtinValue(name) {
      const index = builtinIndex(name)
      return index === undefined ? UNBOUND : builtinValue(program, index)
    },
  }
}
