/**
 * Equality of hashable values, as dict and set look-ups need it: identical or equal. It needs no container that is
 * mutable, so containers can stand on it.
 */
import type { Memory } from '../memory'
import { isPointer, type Value } from '../value'
import { isFloat, isNumber, toDouble } from './float'
import { toExact } from './integer'
import { fieldOf, KIND, kindOf, type Objects } from './object'
import { equalRanges } from './range'
import { setItems, setLength } from './setTable'
import { equalStrings } from './string'
import { tupleItem, tupleLength } from './tuple'

/** Exact mixed comparison: JavaScript compares numbers with bigints by mathematical value. */
export function equalNumbers(memory: Memory, a: Value, b: Value): boolean {
  const left = exactNumber(memory, a)
  const right = exactNumber(memory, b)
  // Not `===`, which tells a number from a bigint.
  return left == right
}

/** The exact number of an int, bool or float. */
export function exactNumber(memory: Memory, value: Value): number | bigint {
  return isFloat(memory, value) ? toDouble(memory, value) : toExact(memory, value)
}

/** The integer that a key equals (1, True and 1.0 are one key), if it is a safe one. */
export function keyNumber({ memory }: Objects, key: Value): number | undefined {
  if (!isNumber(memory, key)) return undefined
  const number = exactNumber(memory, key)
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

/** `a is b or a == b` for hashable values. Depth is bounded by the hash, which was computed before. */
export function sameKey(objects: Objects, a: Value, b: Value): boolean {
  const { memory } = objects
  if (a === b) return true
  const own = objects.own?.sameKey(a, b)
  if (own !== undefined) return own
  if (!isPointer(a) && !isPointer(b)) {
    return isNumber(memory, a) && isNumber(memory, b) && equalNumbers(memory, a, b)
  }
  if (isNumber(memory, a)) return isNumber(memory, b) && equalNumbers(memory, a, b)
  const kind = kindOf(memory, a)
  if (kind !== kindOf(memory, b)) return false
  if (kind === KIND.string || kind === KIND.bytes) return equalStrings(memory, a, b)
  if (kind === KIND.range) return equalRanges(memory, a, b)
  if (kind === KIND.boundMethod) return equalMethods(memory, a, b)
  if (kind === KIND.frozenSet) return sameFrozenSets(objects, a, b)
  return kind === KIND.tuple && sameTuples(objects, a, b)
}

/** Without the members' hashes, which cannot be asked for here: quadratic, but of sets whose hashes are equal. */
function sameFrozenSets(objects: Objects, a: Value, b: Value): boolean {
  const { memory } = objects
  if (setLength(memory, a) !== setLength(memory, b)) return false
  const others = setItems(memory, b)
  return setItems(memory, a).every((own) => others.some((other) => sameKey(objects, own, other)))
}

function sameTuples(objects: Objects, a: Value, b: Value): boolean {
  const { memory } = objects
  const length = tupleLength(memory, a)
  if (length !== tupleLength(memory, b)) return false
  for (let i = 0; i < length; i++) {
    if (!sameKey(objects, tupleItem(memory, a, i), tupleItem(memory, b, i))) return false
  }
  return true
}

/** Bound methods are equal when receiver and function are the same. */
export function equalMethods(memory: Memory, a: Value, b: Value): boolean {
  return (
    fieldOf(memory, a, 1) === fieldOf(memory, b, 1) &&
    fieldOf(memory, a, 2) === fieldOf(memory, b, 2)
  )
}
