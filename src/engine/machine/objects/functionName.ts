/** What functions of the program are called: as they are written, unless `functools.wraps` gave them other names. */
import { UNBOUND, type Value } from '../value'
import { fieldOf, setField, type Objects } from './object'
import { fromText, textOf } from './string'
import { makeTuple, tupleItem } from './tuple'

const NAMES = 2

/** The name and the qualified name that were given to a function; undefined when none were. */
function givenNames({ memory }: Objects, fn: Value): readonly [string, string] | undefined {
  const names = fieldOf(memory, fn, NAMES)
  if (names === UNBOUND) return undefined
  return [textOf(memory, tupleItem(memory, names, 0)), textOf(memory, tupleItem(memory, names, 1))]
}

/** The name that the function itself goes by: `__name__`. */
export function plainName(objects: Objects, fn: Value): string {
  const given = givenNames(objects, fn)
  if (given !== undefined) return given[0]
  const written = functionName(objects, fn)
  return written.slice(written.lastIndexOf('.') + 1)
}

export function giveNames(objects: Objects, fn: Value, names: readonly [string, string]): void {
  const texts = names.map((name) => fromText(objects, name))
  setField(objects.memory, fn, NAMES, makeTuple(objects, texts))
}

/** The qualified name. */
export function functionName(objects: Objects, fn: Value): string {
  const written = objects.names.functionName(fieldOf(objects.memory, fn, 1))
  return givenNames(objects, fn)?.[1] ?? written
}
