/** What stands in a memory, for those who only look: no processor is needed. */
import { BUILTINS } from './builtins'
import { OBJECT } from './layout'
import type { Memory } from './memory'
import { kindOf, textOf } from './objects'
import { isSystemMethod, systemMethodName } from './systemMethods'
import { addressOf, isPointer, isSmallInteger, toSmallInteger, type Value } from './value'

/** Name of the built-in that `value` is, or undefined. */
export function builtinNameOf(memory: Memory, value: Value): string | undefined {
  if (!isPointer(value) || kindOf(memory, value) !== OBJECT.builtin) return undefined
  return BUILTINS[memory.word(addressOf(value) + 1)]?.name
}

/** Name of the method of locks, threads or databases that a method value names, or undefined. */
export function systemMethodNameOf(value: Value): string | undefined {
  if (!isSmallInteger(value)) return undefined
  const index = toSmallInteger(value)
  return isSystemMethod(index) ? systemMethodName(index) : undefined
}

/** Text of a string value. */
export function textOfString(memory: Memory, value: Value): string {
  return textOf(memory, value)
}
