/**
 * Iterators: objects of their own that stand at a position of what they go through. Those of lists see items appended
 * meanwhile; those of dicts and sets raise RuntimeError when the size changed, as CPython's do.
 */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { BugError } from '../../../base'
import { PythonError } from '../pythonError'
import { RoutineNeeded } from '../routineNeeded'
import { fromAddress, fromSmallInteger, UNBOUND, type Value } from '../value'
import { dictLength, entryCount, keyAt, nextEntry, previousEntry, valueAt } from './dict'
import { dequeChanges } from './deque'
import { dictOfView, whichView } from './dictView'
import { fromBigInt, fromNumber, immediateInteger, toBigInt } from './integer'
import { ITERATOR_FIELD, ITERATOR_WORDS, VARIETY, type Variety } from './iteratorVariety'
import { listItem, listItems, listLength } from './list'
import { fieldOf, KIND, kindOf, setField, type Objects } from './object'
import { makeRange, rangeBounds, rangeItem, rangeLength } from './range'
import { memberAt, nextMember, setLength } from './setTable'
import { codePointAt, fromCodePoints, stringLength } from './string'
import { makeTuple, tupleItem, tupleItems, tupleLength } from './tuple'
import { typeName } from './typeName'

/** Varieties of iteration over a dict by the view: keys, values, items. */
const FORWARD = [VARIETY.dictKeys, VARIETY.dictValues, VARIETY.dictItems] as const
const BACKWARD = [
  VARIETY.reversedDictKeys,
  VARIETY.reversedDictValues,
  VARIETY.reversedDictItems,
] as const

/** The size an iterator expects after it has reported a change: it reports again. */
const CHANGED = -1

/** `iter(value)`. @throws PythonError TypeError when it is not iterable. */
export function getIterator(objects: Objects, value: Value): Value {
  const { memory } = objects
  switch (kindOf(memory, value)) {
    case KIND.iterator:
    case KIND.generator:
      return value
    case KIND.list:
      return makeIterator(objects, VARIETY.list, value, 0)
    case KIND.deque:
      return dequeIterator(objects, VARIETY.deque, value)
    case KIND.tuple:
      return makeIterator(objects, VARIETY.tuple, value, 0)
    case KIND.string:
      return makeIterator(objects, VARIETY.string, value, 0)
    case KIND.bytes:
      return makeIterator(objects, VARIETY.bytes, value, 0)
    case KIND.range:
      return makeIterator(objects, VARIETY.range, value, fromSmallInteger(0))
    case KIND.dict:
      return dictIterator(objects, VARIETY.dictKeys, value)
    case KIND.dictView:
      return dictIterator(objects, FORWARD[whichView(memory, value)], dictOfView(memory, value))
    case KIND.set:
    case KIND.frozenSet: {
      const iterator = makeIterator(objects, VARIETY.set, value, 0)
      setField(memory, iterator, ITERATOR_FIELD.expected, setLength(memory, value))
      return iterator
    }
    default: {
      const own = objects.own?.iterator(value)
      if (own !== undefined) return own
      throw new PythonError('TypeError', `'${typeName(objects, value)}' object is not iterable`)
    }
  }
}

/** `reversed(value)`. @throws PythonError TypeError when it has no reverse order. */
export function getReversed(objects: Objects, value: Value): Value {
  const { memory } = objects
  switch (kindOf(memory, value)) {
    case KIND.deque:
      return dequeIterator(objects, VARIETY.reversedDeque, value)
    case KIND.list:
      return makeIterator(objects, VARIETY.reversedList, value, listLength(memory, value) - 1)
    case KIND.tuple:
      return makeIterator(objects, VARIETY.reversed, value, tupleLength(memory, value) - 1)
    case KIND.string:
    case KIND.bytes:
      return makeIterator(objects, VARIETY.reversed, value, stringLength(memory, value) - 1)
    case KIND.range:
      return getIterator(objects, reverseRange(objects, value))
    case KIND.dict:
      return dictIterator(objects, VARIETY.reversedDictKeys, value)
    case KIND.dictView:
      return dictIterator(objects, BACKWARD[whichView(memory, value)], dictOfView(memory, value))
    default: {
      const own = objects.own?.reversed(value)
      if (own !== undefined) return own
      throw new PythonError('TypeError', `'${typeName(objects, value)}' object is not reversible`)
    }
  }
}

function reverseRange(objects: Objects, range: Value): Value {
  const { memory } = objects
  const length = BigInt(rangeLength(memory, range))
  const { start, step } = rangeBounds(memory, range)
  const first = toBigInt(memory, start)
  const by = toBigInt(memory, step)
  return makeRange(
    objects,
    fromBigInt(objects, first + (length - 1n) * by),
    fromBigInt(objects, first - by),
    fromBigInt(objects, -by),
  )
}

/** `enumerate(iterable, start)`; `start` is an integer value. */
export function makeEnumerate(objects: Objects, iterable: Value, start: Value): Value {
  const iterator = getIterator(objects, iterable)
  if (isDriven(objects, iterator)) throw new RoutineNeeded('enumerate', [iterator, start])
  return makeIterator(objects, VARIETY.enumerate, iterator, start)
}

/** `zip(*iterables)`. @throws RoutineNeeded when the program drives one of them, or when they must be of one length */
export function makeZip(objects: Objects, iterables: readonly Value[], isStrict: boolean): Value {
  const iterators = iterables.map((iterable) => getIterator(objects, iterable))
  if (isStrict) throw new RoutineNeeded('zipStrict', [makeTuple(objects, iterators)])
  if (iterators.some((iterator) => isDriven(objects, iterator))) {
    throw new RoutineNeeded('zip', [makeTuple(objects, iterators)])
  }
  return makeIterator(objects, VARIETY.zip, makeTuple(objects, iterators), 0)
}

function makeIterator(objects: Objects, variety: Variety, source: Value, position: number): Value {
  const { memory } = objects
  const address = memory.allocate(OBJECT.iterator, ITERATOR_WORDS)
  memory.write(address + ITERATOR_FIELD.source, source)
  memory.write(address + ITERATOR_FIELD.position, position)
  memory.write(address + ITERATOR_FIELD.variety, variety)
  return fromAddress(address)
}

function dictIterator(objects: Objects, variety: Variety, dict: Value): Value {
  const { memory } = objects
  const isBackward = (BACKWARD as readonly Variety[]).includes(variety)
  const position = isBackward ? entryCount(memory, dict) - 1 : 0
  const iterator = makeIterator(objects, variety, dict, position)
  setField(memory, iterator, ITERATOR_FIELD.expected, dictLength(memory, dict))
  setField(memory, iterator, ITERATOR_FIELD.remaining, dictLength(memory, dict))
  return iterator
}

function dequeIterator(objects: Objects, variety: Variety, deque: Value): Value {
  const { memory } = objects
  const position = variety === VARIETY.deque ? 0 : listLength(memory, deque) - 1
  const iterator = makeIterator(objects, variety, deque, position)
  setField(memory, iterator, ITERATOR_FIELD.expected, dequeChanges(memory, deque))
  return iterator
}

function stepDeque(objects: Objects, iterator: Value, deque: Value, by: number): Value | undefined {
  const { memory } = objects
  const changes = dequeChanges(memory, deque)
  requireUnchanged(memory, iterator, changes, 'deque mutated during iteration')
  return stepSequence(objects, iterator, deque, by)
}

/** Whether the items come from code of the program, which only a routine can run. */
export function isDriven({ memory, own }: Objects, iterable: Value): boolean {
  return kindOf(memory, iterable) === KIND.generator || own?.isIterable(iterable) === true
}

/** What an iterator goes through, for tracing; UNBOUND once it is exhausted. */
export function iteratorSource(memory: Memory, iterator: Value): Value {
  return fieldOf(memory, iterator, ITERATOR_FIELD.source)
}

/**
 * The next item of an iterator object, or `undefined` at the end, from then on for ever.
 * @throws PythonError RuntimeError when a dict or set changed its size.
 */
export function nextItem(objects: Objects, iterator: Value): Value | undefined {
  const { memory } = objects
  const source = iteratorSource(memory, iterator)
  if (source === UNBOUND) return undefined
  const item = step(objects, iterator, source)
  if (item === undefined) setField(memory, iterator, ITERATOR_FIELD.source, UNBOUND)
  return item
}

function step(objects: Objects, iterator: Value, source: Value): Value | undefined {
  const { memory } = objects
  const variety = fieldOf(memory, iterator, ITERATOR_FIELD.variety) as Variety
  switch (variety) {
    case VARIETY.list:
    case VARIETY.tuple:
    case VARIETY.string:
    case VARIETY.bytes:
      return stepSequence(objects, iterator, source, 1)
    case VARIETY.reversedList:
    case VARIETY.reversed:
      return stepSequence(objects, iterator, source, -1)
    case VARIETY.deque:
      return stepDeque(objects, iterator, source, 1)
    case VARIETY.reversedDeque:
      return stepDeque(objects, iterator, source, -1)
    case VARIETY.range:
      return stepRange(objects, iterator, source)
    case VARIETY.set:
      return stepSet(memory, iterator, source)
    case VARIETY.enumerate:
      return stepEnumerate(objects, iterator, source)
    case VARIETY.zip:
      return stepZip(objects, source)
    default:
      return stepDict(objects, iterator, source)
  }
}

function stepSequence(
  objects: Objects,
  iterator: Value,
  source: Value,
  by: number,
): Value | undefined {
  const { memory } = objects
  const position = fieldOf(memory, iterator, ITERATOR_FIELD.position)
  if (position < 0) return undefined
  setField(memory, iterator, ITERATOR_FIELD.position, position + by)
  switch (kindOf(memory, source)) {
    case KIND.list:
    case KIND.deque:
      return position < listLength(memory, source) ? listItem(memory, source, position) : undefined
    case KIND.tuple:
      return position < tupleLength(memory, source)
        ? tupleItem(memory, source, position)
        : undefined
    case KIND.bytes:
      return position < stringLength(memory, source)
        ? fromNumber(objects, codePointAt(memory, source, position))
        : undefined
    default:
      return position < stringLength(memory, source)
        ? fromCodePoints(objects, [codePointAt(memory, source, position)])
        : undefined
  }
}

function stepRange(objects: Objects, iterator: Value, range: Value): Value | undefined {
  const { memory } = objects
  const position = fieldOf(memory, iterator, ITERATOR_FIELD.position)
  const index = immediateInteger(position) ?? toBigInt(memory, position)
  if (index >= rangeLength(memory, range)) return undefined
  const following = typeof index === 'number' ? index + 1 : index + 1n
  const next =
    typeof following === 'number' ? fromNumber(objects, following) : fromBigInt(objects, following)
  setField(memory, iterator, ITERATOR_FIELD.position, next)
  return rangeItem(objects, range, index)
}

function stepSet(memory: Memory, iterator: Value, set: Value): Value | undefined {
  requireUnchanged(memory, iterator, setLength(memory, set), 'Set changed size during iteration')
  const position = nextMember(memory, set, fieldOf(memory, iterator, ITERATOR_FIELD.position))
  if (position === undefined) return undefined
  setField(memory, iterator, ITERATOR_FIELD.position, position + 1)
  return memberAt(memory, set, position)
}

function requireUnchanged(memory: Memory, iterator: Value, size: number, message: string): void {
  if (fieldOf(memory, iterator, ITERATOR_FIELD.expected) === size) return
  setField(memory, iterator, ITERATOR_FIELD.expected, CHANGED)
  throw new PythonError('RuntimeError', message)
}

function stepDict(objects: Objects, iterator: Value, dict: Value): Value | undefined {
  const { memory } = objects
  const message = 'dictionary changed size during iteration'
  requireUnchanged(memory, iterator, dictLength(memory, dict), message)
  const variety = fieldOf(memory, iterator, ITERATOR_FIELD.variety) as Variety
  const isForward = (FORWARD as readonly Variety[]).includes(variety)
  const from = fieldOf(memory, iterator, ITERATOR_FIELD.position)
  const position = isForward ? nextEntry(memory, dict, from) : previousEntry(memory, dict, from)
  if (position === undefined) return undefined
  requireExpected(memory, iterator, isForward)
  setField(memory, iterator, ITERATOR_FIELD.position, isForward ? position + 1 : position - 1)
  switch (variety) {
    case VARIETY.dictKeys:
    case VARIETY.reversedDictKeys:
      return keyAt(memory, dict, position)
    case VARIETY.dictValues:
    case VARIETY.reversedDictValues:
      return valueAt(memory, dict, position)
    default:
      return makeTuple(objects, [keyAt(memory, dict, position), valueAt(memory, dict, position)])
  }
}

/** An entry more than there were: keys were removed and others added meanwhile. */
function requireExpected(memory: Memory, iterator: Value, isForward: boolean): void {
  const remaining = fieldOf(memory, iterator, ITERATOR_FIELD.remaining)
  if (isForward && remaining === 0) {
    setField(memory, iterator, ITERATOR_FIELD.source, UNBOUND)
    throw new PythonError('RuntimeError', 'dictionary keys changed during iteration')
  }
  setField(memory, iterator, ITERATOR_FIELD.remaining, remaining - 1)
}

function stepEnumerate(objects: Objects, iterator: Value, inner: Value): Value | undefined {
  const { memory } = objects
  const item = nextItem(objects, inner)
  if (item === undefined) return undefined
  const count = fieldOf(memory, iterator, ITERATOR_FIELD.position)
  const following = immediateInteger(count)
  const value =
    following === undefined
      ? fromBigInt(objects, toBigInt(memory, count) + 1n)
      : fromNumber(objects, following + 1)
  setField(memory, iterator, ITERATOR_FIELD.position, value)
  return makeTuple(objects, [count, item])
}

function stepZip(objects: Objects, iterators: Value): Value | undefined {
  const items: Value[] = []
  for (const inner of tupleItems(objects.memory, iterators)) {
    const item = nextItem(objects, inner)
    if (item === undefined) return undefined
    items.push(item)
  }
  return items.length === 0 ? undefined : makeTuple(objects, items)
}

/** Every item of an iterable. @throws PythonError TypeError when it is not iterable. */
export function itemsOf(objects: Objects, iterable: Value): Value[] {
  const { memory } = objects
  const kind = kindOf(memory, iterable)
  if (kind === KIND.list) return listItems(memory, iterable)
  if (kind === KIND.tuple) return tupleItems(memory, iterable)
  if (isDriven(objects, iterable)) return drivenItems(objects, '.collect', [iterable])
  const iterator = getIterator(objects, iterable)
  const items: Value[] = []
  for (
    let item = nextItem(objects, iterator);
    item !== undefined;
    item = nextItem(objects, iterator)
  ) {
    items.push(item)
  }
  return items
}

/** What a routine collects from an iterator that the program drives; the operation is carried out again with it. */
function drivenItems(objects: Objects, routine: string, args: readonly Value[]): Value[] {
  const items = objects.ask?.(objects.names.builtinValue(routine), args)
  if (items === undefined) throw new BugError('items are asked for outside a run')
  return listItems(objects.memory, items)
}

/** The items of an assignment to `count` targets. @throws PythonError ValueError for another number of items. */
export function unpack(objects: Objects, value: Value, count: number): Value[] {
  const items = isDriven(objects, value)
    ? drivenItems(objects, '.take', [value, fromSmallInteger(count + 1)])
    : unpackItems(objects, value)
  if (items.length > count) {
    throw new PythonError('ValueError', `too many values to unpack (expected ${count})`)
  }
  if (items.length < count) {
    const message = `not enough values to unpack (expected ${count}, got ${items.length})`
    throw new PythonError('ValueError', message)
  }
  return items
}

/** The items of an assignment to several targets. @throws PythonError TypeError when it is not iterable */
export function unpackItems(objects: Objects, value: Value): Value[] {
  try {
    return itemsOf(objects, value)
  } catch (error) {
    if (!(error instanceof PythonError) || error.type !== 'TypeError') throw error
    const message = `cannot unpack non-iterable ${typeName(objects, value)} object`
    throw new PythonError('TypeError', message)
  }
}
