/** Methods of `list` and `tuple`. */
import { PythonError } from '../pythonError'
import { NONE, UNBOUND, type Value } from '../value'
import { sameOrEqual } from './equality'
import { fromNumber, toIndex } from './integer'
import { itemsOf } from './iterator'
import {
  append,
  extend,
  insertItem,
  listItems,
  listLength,
  makeList,
  removeAt,
  replaceItems,
} from './list'
import { methodsOf, type Method } from './method'
import type { Objects } from './object'
import { repr } from './representation'
import { ANY_KEYWORD, type Keywords } from './signature'
import { sorted } from './sort'
import { searchRange } from './stringSearch'
import { isTrue } from './truth'
import { tupleItems } from './tuple'

type Arguments = readonly Value[]

function insert(objects: Objects, list: Value, [index = NONE, item = NONE]: Arguments): Value {
  const length = listLength(objects.memory, list)
  const position = toIndex(objects, index)
  const fromStart = position < 0 ? Math.max(0, position + length) : Math.min(position, length)
  insertItem(objects, list, fromStart, item)
  return NONE
}

function pop(objects: Objects, list: Value, [index]: Arguments): Value {
  const { memory } = objects
  const length = listLength(memory, list)
  const position = index === undefined ? -1 : toIndex(objects, index)
  if (length === 0) throw new PythonError('IndexError', 'pop from empty list')
  const fromStart = position < 0 ? position + length : position
  if (fromStart < 0 || fromStart >= length) {
    throw new PythonError('IndexError', 'pop index out of range')
  }
  return removeAt(memory, list, fromStart)
}

function remove(objects: Objects, list: Value, [item = NONE]: Arguments): Value {
  const { memory } = objects
  const position = listItems(memory, list).findIndex((own) => sameOrEqual(objects, own, item))
  if (position < 0) throw new PythonError('ValueError', 'list.remove(x): x not in list')
  removeAt(memory, list, position)
  return NONE
}

/** `index(value, start, stop)` of a list or tuple. */
function indexing(
  itemsOfSelf: (objects: Objects, self: Value) => Value[],
  message: (objects: Objects, item: Value) => string,
): Method['call'] {
  return (objects, self, [item = NONE, ...bounds]) => {
    const items = itemsOfSelf(objects, self)
    const { start, end } = searchRange(objects, bounds, items.length)
    for (let i = start; i < end; i++) {
      if (sameOrEqual(objects, items[i] as number, item)) return fromNumber(objects, i)
    }
    throw new PythonError('ValueError', message(objects, item))
  }
}

function counting(itemsOfSelf: (objects: Objects, self: Value) => Value[]): Method['call'] {
  return (objects, self, [item = NONE]) => {
    const found = itemsOfSelf(objects, self).filter((own) => sameOrEqual(objects, own, item))
    return fromNumber(objects, found.length)
  }
}

function sort(objects: Objects, list: Value, args: Arguments, keywords: Keywords): Value {
  if (args.length > 0) {
    throw new PythonError('TypeError', 'sort() takes no positional arguments')
  }
  const items = listItems(objects.memory, list)
  replaceItems(objects, list, sorted(objects, items, isReverse(objects, keywords)))
  return NONE
}

/** Option `reverse` of `sort` and `sorted`. The option `key` may only be None: calls are the interpreter's. */
export function isReverse(objects: Objects, keywords: Keywords): boolean {
  for (const [name, value] of keywords) {
    if (name === 'reverse' || (name === 'key' && value === NONE)) continue
    throw new PythonError('TypeError', `'${name}' is an invalid keyword argument for sort()`)
  }
  const reverse = keywords.get('reverse') ?? UNBOUND
  if (reverse === UNBOUND) return false
  toIndex(objects, reverse)
  return isTrue(objects, reverse)
}

const WRITES = { writes: true }

function ownItems({ memory }: Objects, list: Value): Value[] {
  return listItems(memory, list)
}

function ownTupleItems({ memory }: Objects, tuple: Value): Value[] {
  return tupleItems(memory, tuple)
}

export const LIST_METHODS: readonly Method[] = methodsOf('list', [
  [
    'append',
    1,
    1,
    (objects, list, [item = NONE]) => {
      append(objects, list, item)
      return NONE
    },
    WRITES,
  ],
  [
    'extend',
    1,
    1,
    (objects, list, [iterable = NONE]) => {
      extend(objects, list, itemsOf(objects, iterable))
      return NONE
    },
    WRITES,
  ],
  ['insert', 2, 2, insert, WRITES],
  ['pop', 0, 1, pop, WRITES],
  ['remove', 1, 1, remove, WRITES],
  [
    'clear',
    0,
    0,
    (objects, list) => {
      replaceItems(objects, list, [])
      return NONE
    },
    WRITES,
  ],
  [
    'reverse',
    0,
    0,
    (objects, list) => {
      replaceItems(objects, list, ownItems(objects, list).toReversed())
      return NONE
    },
    WRITES,
  ],
  ['sort', 0, Infinity, sort, { writes: true, options: [ANY_KEYWORD] }],
  ['copy', 0, 0, (objects, list) => makeList(objects, ownItems(objects, list))],
  ['index', 1, 3, indexing(ownItems, (objects, item) => `${repr(objects, item)} is not in list`)],
  ['count', 1, 1, counting(ownItems)],
])

export const TUPLE_METHODS: readonly Method[] = methodsOf('tuple', [
  ['index', 1, 3, indexing(ownTupleItems, () => 'tuple.index(x): x not in tuple')],
  ['count', 1, 1, counting(ownTupleItems)],
])
