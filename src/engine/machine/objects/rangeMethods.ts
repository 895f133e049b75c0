/** Methods of `range`. */
import { PythonError } from '../pythonError'
import { fromSmallInteger, NONE, type Value } from '../value'
import { sameOrEqual } from './equality'
import { fromBigInt, fromNumber, isInteger, toBigInt } from './integer'
import { itemsOf } from './iterator'
import { methodsOf, type Method } from './method'
import type { Objects } from './object'
import { rangeContains, rangeIndex } from './range'
import { repr } from './representation'

type Arguments = readonly Value[]

function count(objects: Objects, range: Value, [item = NONE]: Arguments): Value {
  const { memory } = objects
  if (isInteger(memory, item)) {
    return fromSmallInteger(rangeContains(memory, range, item) ? 1 : 0)
  }
  const found = itemsOf(objects, range).filter((own) => sameOrEqual(objects, own, item))
  return fromNumber(objects, found.length)
}

function index(objects: Objects, range: Value, [item = NONE]: Arguments): Value {
  const { memory } = objects
  if (!isInteger(memory, item)) {
    const position = itemsOf(objects, range).findIndex((own) => sameOrEqual(objects, own, item))
    if (position >= 0) return fromNumber(objects, position)
    throw new PythonError('ValueError', 'sequence.index(x): x not in sequence')
  }
  const position = rangeIndex(memory, range, toBigInt(memory, item))
  if (position !== undefined) return fromBigInt(objects, position)
  throw new PythonError('ValueError', `${repr(objects, item)} is not in range`)
}

export const RANGE_METHODS: readonly Method[] = methodsOf('range', [
  ['count', 1, 1, count],
  ['index', 1, 1, index],
])
