/** Methods of `list` and `tuple`. */
import { AnswerNeeded } from '../answerNeeded'
import { MAXIMUM_OBJECT_WORDS } from '../layout'
import { PythonError } from '../pythonError'
import { RoutineNeeded } from '../routineNeeded'
import { fromBoolean, NONE, UNBOUND, type Value } from '../value'
import { sameOrEqual } from './equality'
import { fromNumber, toIndex, toSize } from './integer'
import { orRoutine } from './inRoutine'
import { isDriven, itemsOf } from './iterator'
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
import { isOfOwnClasses, kindOf, type Objects } from './object'
import { repr } from './representation'
import { ANY_KEYWORD, type Keywords } from './signature'
import { sortItems } from './sort'
import { searchRange } from './stringSearch'
import { isTrue } from './truth'
import { tupleItems } from './tuple'

type Arguments = readonly Value[]

function insert(objects: Objects, list: Value, [index = NONE, item = NONE]: Arguments): Value {
  const length = listLength(objects.memory, list)
  const position = toSize(objects, index)
  const fromStart = position < 0 ? Math.max(0, position + length) : Math.min(position, length)
  insertItem(objects, list, fromStart, item)
  return NONE
}

function pop(objects: Objects, list: Value, [index]: Arguments): Value {
  const { memory } = objects
  const length = listLength(memory, list)
  const position = index === undefined ? -1 : toSize(objects, index)
  if (length === 0) throw new PythonError('IndexError', 'pop from empty list')
  const fromStart = position < 0 ? position + length : position
  if (fromStart < 0 || fromStart >= length) {
    throw new PythonError('IndexError', 'pop index out of range')
  }
  return removeAt(memory, list, fromStart)
}

function remove(objects: Objects, list: Value, [item = NONE]: Arguments): Value {
  const { memory } = objects
  const position = orRoutine(
    objects,
    () => listItems(memory, list).findIndex((own) => sameOrEqual(objects, own, item)),
    'remove',
    () => [list, item],
  )
  if (position < 0) throw new PythonError('ValueError', 'list.remove(x): x not in list')
  removeAt(memory, list, position)
  return NONE
}

/** `index(value, start, stop)` of a list, tuple or deque. */
export function indexing(
  itemsOfSelf: (objects: Objects, self: Value) => Value[],
  message: (objects: Objects, item: Value) => string,
): Method['call'] {
  return (objects, self, [item = NONE, ...bounds]) => {
    const items = itemsOfSelf(objects, self)
    const { start, end } = searchRange(objects, bounds, items.length, false)
    const found = orRoutine(
      objects,
      () => items.findIndex((own, i) => i >= start && i < end && sameOrEqual(objects, own, item)),
      'index',
      () => [self, item, fromNumber(objects, start), lastOf(objects, bounds, end)],
    )
    if (found >= 0) return fromNumber(objects, found)
    throw new PythonError('ValueError', message(objects, item))
  }
}

/** Without a bound, the search goes on as far as there are items when it comes to them. */
function lastOf(objects: Objects, [, stop]: Arguments, end: number): Value {
  return fromNumber(objects, stop === undefined ? MAXIMUM_OBJECT_WORDS : end)
}

export function counting(itemsOfSelf: (objects: Objects, self: Value) => Value[]): Method['call'] {
  return (objects, self, [item = NONE]) => {
    const items = itemsOfSelf(objects, self)
    const found = orRoutine(
      objects,
      () => items.filter((own) => sameOrEqual(objects, own, item)).length,
      'count',
      () => [self, item],
    )
    return fromNumber(objects, found)
  }
}

function sort(objects: Objects, list: Value, args: Arguments, keywords: Keywords): Value {
  if (args.length > 0) {
    throw new PythonError('TypeError', 'sort() takes no positional arguments')
  }
  const { key, isReverse } = sortOptions(objects, keywords)
  const items = listItems(objects.memory, list)
  const ordered = [...items]
  try {
    if (sortHere(objects, ordered, key, isReverse)) {
      replaceItems(objects, list, ordered)
      return NONE
    }
  } catch (error) {
    if (error instanceof PythonError) replaceItems(objects, list, ordered)
    throw error
  }
  // CPython empties the list while it sorts, so that what the program does to it meanwhile is noticed.
  replaceItems(objects, list, [])
  const taken = makeList(objects, items)
  throw new RoutineNeeded('sortList', [list, taken, key, fromBoolean(isReverse)])
}

/**
 * Puts the items in order; where a comparison fails, as far as they were moved. Answers false where only a routine can find
 * the order, because sorting calls the program.
 */
export function sortHere(
  objects: Objects,
  items: Value[],
  key: Value,
  isReverse: boolean,
): boolean {
  if (needsRoutine(objects, items, key)) return false
  try {
    sortItems(objects, items, isReverse)
    return true
  } catch (error) {
    if (error instanceof AnswerNeeded) return false
    throw error
  }
}

/** The options of `sort` and `sorted`; the key is NONE where there is none. */
export function sortOptions(
  objects: Objects,
  keywords: Keywords,
): { readonly key: Value; readonly isReverse: boolean } {
  for (const name of keywords.keys()) {
    if (name === 'reverse' || name === 'key') continue
    throw new PythonError('TypeError', `'${name}' is an invalid keyword argument for sort()`)
  }
  const reverse = keywords.get('reverse') ?? UNBOUND
  if (reverse !== UNBOUND) toIndex(objects, reverse)
  const isReverse = reverse !== UNBOUND && isTrue(objects, reverse)
  return { key: keywords.get('key') ?? NONE, isReverse }
}

/** Whether sorting calls the program: a key function, or comparisons that a class may define. */
export function needsRoutine({ memory }: Objects, items: readonly Value[], key: Value): boolean {
  return key !== NONE || items.some((item) => isOfOwnClasses(kindOf(memory, item)))
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
      if (isDriven(objects, iterable)) throw new RoutineNeeded('extendList', [list, iterable])
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
