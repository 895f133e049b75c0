/** The module `collections`. */
import {
  bindPositional,
  counterOf,
  isCallable,
  isInteger,
  itemsOf,
  makeDefaultDict,
  makeDeque,
  toBigInt,
  fromBigInt,
  updateDict,
  type Keywords,
  type Objects,
} from '../objects'
import { PythonError, typeError } from '../pythonError'
import { NONE, UNBOUND, type Value } from '../value'
import type { Arguments, ModuleTable } from './module'
import { NAMED_TUPLE } from './namedTuples'

function bound(objects: Objects, value: Value): Value {
  if (value === NONE || value === UNBOUND) return NONE
  if (!isInteger(objects.memory, value)) throw typeError('an integer is required')
  const integer = toBigInt(objects.memory, value)
  if (integer < 0n) throw new PythonError('ValueError', 'maxlen must be non-negative')
  return fromBigInt(objects, integer)
}

function deque(objects: Objects, [iterable = UNBOUND, limit = UNBOUND]: Arguments): Value {
  const maximum = bound(objects, limit)
  const items = iterable === UNBOUND ? [] : itemsOf(objects, iterable)
  return makeDeque(objects, items, maximum)
}

function defaultDict(objects: Objects, args: Arguments, keywords: Keywords): Value {
  const [factory = NONE, ...rest] = args
  if (factory !== NONE && !isCallable(objects, factory)) {
    throw typeError('first argument must be callable or None')
  }
  bindPositional({ name: 'dict', minimum: 0, maximum: 1 }, undefined, rest, new Map())
  const dict = makeDefaultDict(objects, factory)
  updateDict(objects, dict, rest, keywords)
  return dict
}

export const COLLECTIONS: ModuleTable = {
  name: 'collections',
  functions: [
    ['deque', 0, 2, deque, { parameters: ['iterable', 'maxlen'], wording: 'parsed' }],
    ['defaultdict', 0, Infinity, defaultDict, { options: ['**'] }],
    ['Counter', 0, Infinity, counterOf, { options: ['**'] }],
    NAMED_TUPLE,
  ],
  constants: {},
}
