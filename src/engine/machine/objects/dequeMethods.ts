/** Methods of `collections.deque`. */
import { PythonError, typeError } from '../pythonError'
import { fromSmallInteger, NONE, type Value } from '../value'
import {
  appendLeft,
  appendRight,
  dequeBound,
  isFull,
  makeDeque,
  noteChange,
  rotate,
  takeEnd,
} from './deque'
import { sameOrEqual } from './equality'
import { toSize } from './integer'
import { orRoutine } from './inRoutine'
import { itemsOf } from './iterator'
import { insertItem, listItems, listLength, removeAt, replaceItems } from './list'
import { counting, indexing } from './listMethods'
import { methodsOf, type Method } from './method'
import { KIND, kindOf, type Objects } from './object'
import { repr } from './representation'

type Arguments = readonly Value[]
type Change = (objects: Objects, deque: Value, argument: Value) => void

/** A method that changes the deque and answers None. */
function changing(change: Change): Method['call'] {
  return (objects, deque, [argument = NONE]) => {
    change(objects, deque, argument)
    return NONE
  }
}

/** The new items of an extension; a deque may be extended by itself. */
function newItems(objects: Objects, iterable: Value): Value[] {
  return kindOf(objects.memory, iterable) === KIND.deque
    ? listItems(objects.memory, iterable)
    : itemsOf(objects, iterable)
}

function insert(objects: Objects, deque: Value, args: Arguments): Value {
  const [index = NONE, item = NONE] = args
  if (args.length !== 2) {
    throw typeError(`insert() takes exactly 2 arguments (${args.length} given)`)
  }
  const { memory } = objects
  const position = toSize(objects, index)
  if (isFull(memory, deque)) {
    throw new PythonError('IndexError', 'deque already at its maximum size')
  }
  const length = listLength(memory, deque)
  const fromStart = position < 0 ? Math.max(0, position + length) : Math.min(position, length)
  insertItem(objects, deque, fromStart, item)
  noteChange(memory, deque)
  return NONE
}

function absent(objects: Objects, item: Value): string {
  return `${repr(objects, item)} is not in deque`
}

function remove(objects: Objects, deque: Value, item: Value): void {
  const { memory } = objects
  const position = orRoutine(
    objects,
    () => listItems(memory, deque).findIndex((own) => sameOrEqual(objects, own, item)),
    'removeFromDeque',
    () => [deque, item],
  )
  if (position < 0) throw new PythonError('ValueError', absent(objects, item))
  removeAt(memory, deque, position)
  noteChange(memory, deque)
}

function ownItems({ memory }: Objects, deque: Value): Value[] {
  return listItems(memory, deque)
}

const WRITES = { writes: true }

export const DEQUE_METHODS: readonly Method[] = methodsOf('deque', [
  ['append', 1, 1, changing(appendRight), WRITES],
  ['appendleft', 1, 1, changing(appendLeft), WRITES],
  ['pop', 0, 0, ({ memory }, deque) => takeEnd(memory, deque, 'last'), WRITES],
  ['popleft', 0, 0, ({ memory }, deque) => takeEnd(memory, deque, 'first'), WRITES],
  [
    'extend',
    1,
    1,
    changing((o, deque, iterable) => {
      for (const item of newItems(o, iterable)) appendRight(o, deque, item)
    }),
    WRITES,
  ],
  [
    'extendleft',
    1,
    1,
    changing((o, deque, iterable) => {
      for (const item of newItems(o, iterable)) appendLeft(o, deque, item)
    }),
    WRITES,
  ],
  ['insert', 0, Infinity, insert, WRITES],
  ['remove', 1, 1, changing(remove), WRITES],
  [
    'rotate',
    0,
    Infinity,
    (objects, deque, args) => {
      const [steps = fromSmallInteger(1)] = args
      if (args.length > 1) {
        throw typeError(`deque.rotate expected at most 1 argument, got ${args.length}`)
      }
      rotate(objects, deque, toSize(objects, steps))
      return NONE
    },
    WRITES,
  ],
  [
    'reverse',
    0,
    0,
    changing((o, deque) => {
      replaceItems(o, deque, listItems(o.memory, deque).toReversed())
      noteChange(o.memory, deque)
    }),
    WRITES,
  ],
  [
    'clear',
    0,
    0,
    changing((o, deque) => {
      replaceItems(o, deque, [])
      noteChange(o.memory, deque)
    }),
    WRITES,
  ],
  [
    'copy',
    0,
    0,
    (o, deque) => makeDeque(o, listItems(o.memory, deque), dequeBound(o.memory, deque)),
  ],
  ['index', 1, 3, indexing(ownItems, absent)],
  ['count', 1, 1, counting(ownItems)],
])
