/** `<`, `<=`, `>`, `>=`: numbers, strings, lists, tuples; inclusion for sets. */
import type { Memory } from '../memory'
import { PythonError } from '../pythonError'
import type { Value } from '../value'
import { isCounter } from './counter'
import { everyCount } from './counts'
import {
  equals,
  isSubset,
  requireDepth,
  sameOrEqual,
  sequenceItem,
  sequenceLength,
} from './equality'
import { isNumber } from './float'
import { exactNumber } from './keyEquality'
import { KIND, kindOf, type Objects } from './object'
import { asSet, isSetLike } from './setOperations'
import { setLength } from './setTable'
import { compareStrings } from './string'
import { isTrue } from './truth'
import { typeName } from './typeName'

export type OrderOperator = '<' | '<=' | '>' | '>='

/** @throws PythonError TypeError for values without an order, RecursionError beyond MAXIMUM_NESTING. */
export function isOrdered(
  objects: Objects,
  operator: OrderOperator,
  a: Value,
  b: Value,
  depth = 0,
): boolean {
  const { memory } = objects
  const own = objects.own?.compare(operator, a, b)
  if (own !== undefined) return isTrue(objects, own)
  if (isNumber(memory, a) && isNumber(memory, b)) {
    return holds(operator, exactNumber(memory, a), exactNumber(memory, b))
  }
  const kind = kindOf(memory, a)
  if (kind === kindOf(memory, b)) {
    if (kind === KIND.string || kind === KIND.bytes) {
      return holds(operator, compareStrings(memory, a, b), 0)
    }
    if (kind === KIND.list || kind === KIND.tuple || kind === KIND.deque) {
      return isSequenceOrdered(objects, operator, [a, b], depth)
    }
  }
  if (isCounter(memory, a) && isCounter(memory, b)) {
    return areCountersOrdered(objects, operator, a, b)
  }
  if (isSetLike(objects, a) && isSetLike(objects, b)) {
    return isIncluded(objects, operator, asSet(objects, a), asSet(objects, b))
  }
  throw notSupported(objects, operator, a, b)
}

/** Inclusion of one counter in the other. */
function areCountersOrdered(
  objects: Objects,
  operator: OrderOperator,
  a: Value,
  b: Value,
): boolean {
  if (operator === '>' || operator === '>=') {
    return areCountersOrdered(objects, operator === '>' ? '<' : '<=', b, a)
  }
  const isIncluded = everyCount(objects, a, b, (left, right) =>
    isOrdered(objects, '<=', left, right),
  )
  return isIncluded && (operator === '<=' || !equals(objects, a, b))
}

/** `a < b`. */
export function isLess(objects: Objects, a: Value, b: Value): boolean {
  return isOrdered(objects, '<', a, b)
}

function notSupported(objects: Objects, operator: string, a: Value, b: Value): PythonError {
  const left = typeName(objects, a)
  const right = typeName(objects, b)
  const message = `'${operator}' not supported between instances of '${left}' and '${right}'`
  return new PythonError('TypeError', message)
}

function holds(operator: OrderOperator, a: number | bigint, b: number | bigint): boolean {
  switch (operator) {
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
  }
}

/** The first pair of different items decides; without one, the lengths do. */
function isSequenceOrdered(
  objects: Objects,
  operator: OrderOperator,
  [a, b]: readonly [Value, Value],
  depth: number,
): boolean {
  requireDepth(depth)
  const lengthA = sequenceLength(objects, a)
  const lengthB = sequenceLength(objects, b)
  for (let i = 0; i < Math.min(lengthA, lengthB); i++) {
    const left = sequenceItem(objects, a, i)
    const right = sequenceItem(objects, b, i)
    if (!sameOrEqual(objects, left, right, depth + 1)) {
      return isOrdered(objects, operator, left, right, depth + 1)
    }
  }
  return holds(operator, lengthA, lengthB)
}

function isIncluded(objects: Objects, operator: OrderOperator, a: Value, b: Value): boolean {
  switch (operator) {
    case '<':
      return isSmaller(objects.memory, a, b) && isSubset(objects, a, b)
    case '<=':
      return isSubset(objects, a, b)
    case '>':
      return isIncluded(objects, '<', b, a)
    case '>=':
      return isSubset(objects, b, a)
  }
}

function isSmaller(memory: Memory, a: Value, b: Value): boolean {
  return setLength(memory, a) < setLength(memory, b)
}
