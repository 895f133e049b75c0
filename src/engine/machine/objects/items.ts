/** `container[key]` and its kin, with CPython's messages for each kind of container. */
import { PythonError, typeError } from '../pythonError'
import { RoutineNeeded } from '../routineNeeded'
import { TRUE, UNBOUND, type Value } from '../value'
import { bytesContain } from './byteArguments'
import { dictDelete, dictGet, dictLength, dictSet, dictSlot } from './dict'
import { isCounter } from './counter'
import { missingValue } from './missingValue'
import { noteChange } from './deque'
import { dictOfView } from './dictView'
import { sameOrEqual, viewContains } from './equality'
import { fromBigInt, fromNumber, isInteger, toBigInt } from './integer'
import { orRoutine } from './inRoutine'
import { itemsOf, nextItem } from './iterator'
import { exactNumber } from './keyEquality'
import { isNumber } from './float'
import { listItem, listItems, listLength, listSlot, makeList, removeAt, setListItem } from './list'
import { fieldOf, isKind, KIND, kindOf, type Kind, type Objects } from './object'
import { deleteSlice, storeSlice } from './listSlices'
import { makeRange, rangeBounds, rangeContains, rangeItem, rangeLength } from './range'
import { repr } from './representation'
import { positionOf, resolveSlice, takeSlice, type SliceRange } from './sequence'
import { setContains } from './set'
import { asMember } from './setOperations'
import { sliceBounds } from './slice'
import {
  codePointAt,
  codePointsOf,
  fromBytes,
  fromCodePoints,
  stringLength,
  textOf,
} from './string'
import { makeTuple, tupleItem, tupleItems, tupleLength } from './tuple'
import { typeName } from './typeName'
import { unsupported } from './unsupportedAttributes'

/** `len(value)`. @throws PythonError TypeError, OverflowError */
export function lengthOf(objects: Objects, value: Value): number {
  const { memory } = objects
  switch (kindOf(memory, value)) {
    case KIND.string:
    case KIND.bytes:
    case KIND.tuple:
    case KIND.list:
    case KIND.deque:
    case KIND.dict:
    case KIND.set:
    case KIND.frozenSet:
      return fieldOf(memory, value, 1)
    case KIND.dictView:
      return dictLength(memory, dictOfView(memory, value))
    case KIND.range:
      return rangeLengthOf(objects, value)
    default: {
      const own = objects.own?.length(value)
      if (own !== undefined) return own
      throw typeError(`object of type '${typeName(objects, value)}' has no len()`)
    }
  }
}

function rangeLengthOf({ memory }: Objects, range: Value): number {
  const length = rangeLength(memory, range)
  if (BigInt(length) === BigInt.asIntN(64, BigInt(length))) return Number(length)
  throw new PythonError('OverflowError', 'Python int too large to convert to C ssize_t')
}

/** `container[key]`. @throws PythonError TypeError, IndexError, KeyError */
export function loadItem(objects: Objects, container: Value, key: Value): Value {
  const { memory } = objects
  if (isKind(memory, key, KIND.slice)) {
    return loadSlice(objects, container, sliceBounds(memory, key))
  }
  switch (kindOf(memory, container)) {
    case KIND.list:
      return listItem(memory, container, positionIn(objects, container, key, 'list'))
    case KIND.deque:
      return listItem(memory, container, positionIn(objects, container, key, 'deque'))
    case KIND.tuple:
      return tupleItem(memory, container, positionIn(objects, container, key, 'tuple'))
    case KIND.string: {
      const position = positionIn(objects, container, key, 'string')
      return fromCodePoints(objects, [codePointAt(memory, container, position)])
    }
    case KIND.bytes:
      return fromNumber(
        objects,
        codePointAt(memory, container, positionIn(objects, container, key, 'bytes')),
      )
    case KIND.range:
      return rangeElement(objects, container, key)
    case KIND.dict: {
      const value = dictGet(objects, container, key)
      if (value !== UNBOUND) return value
      const made = missingValue(objects, container, key)
      if (made === undefined) throw keyError(objects, key)
      return made
    }
    default:
      throw notSubscriptable(objects, container)
  }
}

/** `container[key] = value`. @throws PythonError TypeError, IndexError */
export function storeItem(objects: Objects, container: Value, key: Value, value: Value): void {
  const { memory } = objects
  switch (kindOf(memory, container)) {
    case KIND.deque:
      setListItem(memory, container, positionIn(objects, container, key, 'deque'), value)
      return
    case KIND.list: {
      if (isKind(memory, key, KIND.slice)) return storeSlice(objects, container, key, value)
      const position = positionIn(objects, container, key, 'list', 'assignment ')
      setListItem(memory, container, position, value)
      return
    }
    case KIND.dict:
      dictSet(objects, container, key, value)
      return
    default:
      throw typeError(`'${typeName(objects, container)}' object does not support item assignment`)
  }
}

/** `del container[key]`. @throws PythonError TypeError, IndexError, KeyError */
export function deleteItem(objects: Objects, container: Value, key: Value): void {
  const { memory } = objects
  switch (kindOf(memory, container)) {
    case KIND.deque:
      removeAt(memory, container, positionIn(objects, container, key, 'deque'))
      noteChange(memory, container)
      return
    case KIND.list:
      if (isKind(memory, key, KIND.slice)) return deleteSlice(objects, container, key)
      removeAt(memory, container, positionIn(objects, container, key, 'list', 'assignment '))
      return
    case KIND.dict:
      if (dictDelete(objects, container, key) === UNBOUND && !isCounter(memory, container)) {
        throw keyError(objects, key)
      }
      return
    default:
      throw notDeletable(objects, container, key)
  }
}

/** Kinds for which CPython says "doesn't" when the key is an integer: those with a table of sequence or mapping functions. */
const CONTAINERS: ReadonlySet<Kind> = new Set<Kind>([
  ...[KIND.string, KIND.bytes, KIND.tuple, KIND.set, KIND.frozenSet, KIND.range, KIND.dictView],
  ...[KIND.instance, KIND.lock, KIND.rlock, KIND.thread, KIND.database],
])

function notDeletable(objects: Objects, container: Value, key: Value): PythonError {
  const { memory } = objects
  const type = typeName(objects, container)
  const isSequence = CONTAINERS.has(kindOf(memory, container)) && isInteger(memory, key)
  const verb = isSequence ? "doesn't" : 'does not'
  return typeError(`'${type}' object ${verb} support item deletion`)
}

/** `object[start:stop:step]`; absent bounds are None. @throws PythonError TypeError, ValueError */
export function loadSlice(objects: Objects, object: Value, bounds: readonly Value[]): Value {
  const { memory } = objects
  const slice = (length: number) => resolveSlice(objects, bounds, length)
  switch (kindOf(memory, object)) {
    case KIND.list:
      return makeList(
        objects,
        takeSlice(listItems(memory, object), slice(listLength(memory, object))),
      )
    case KIND.tuple:
      return makeTuple(
        objects,
        takeSlice(tupleItems(memory, object), slice(tupleLength(memory, object))),
      )
    case KIND.string: {
      const range = slice(stringLength(memory, object))
      return fromCodePoints(objects, takeSlice(codePointsOf(memory, object), range))
    }
    case KIND.bytes: {
      const range = slice(stringLength(memory, object))
      return fromBytes(objects, takeSlice(codePointsOf(memory, object), range))
    }
    case KIND.range:
      return rangeSlice(objects, object, slice(rangeLengthOf(objects, object)))
    case KIND.dict:
      throw typeError("unhashable type: 'slice'")
    case KIND.deque:
      throw typeError("sequence index must be integer, not 'slice'")
    default:
      throw notSubscriptable(objects, object)
  }
}

function rangeSlice(objects: Objects, range: Value, { start, stop, step }: SliceRange): Value {
  const { memory } = objects
  const bounds = rangeBounds(memory, range)
  const by = toBigInt(memory, bounds.step)
  const first = toBigInt(memory, bounds.start) + by * BigInt(start)
  return makeRange(
    objects,
    fromBigInt(objects, first),
    fromBigInt(objects, toBigInt(memory, bounds.start) + by * BigInt(stop)),
    fromBigInt(objects, by * BigInt(step)),
  )
}

/** Word address where the element of a list or dict stands; `undefined` where there is none. */
export function slotOfItem(objects: Objects, container: Value, key: Value): number | undefined {
  const { memory } = objects
  const kind = kindOf(memory, container)
  if (kind === KIND.dict) return dictSlot(objects, container, key)
  if ((kind !== KIND.list && kind !== KIND.deque) || !isInteger(memory, key)) return undefined
  const position = positionOf(objects, key, listLength(memory, container))
  return position === undefined ? undefined : listSlot(memory, container, position)
}

/**
 * `value in container`; `otherwise`: the routine that goes through the items where the program compares them.
 * @throws PythonError TypeError; RoutineNeeded
 */
export function contains(
  objects: Objects,
  container: Value,
  value: Value,
  otherwise: 'contains' | 'lacks' = 'contains',
): boolean {
  const { memory } = objects
  switch (kindOf(memory, container)) {
    case KIND.list:
    case KIND.tuple:
    case KIND.deque:
      return orRoutine(
        objects,
        () => itemsOf(objects, container).some((item) => sameOrEqual(objects, item, value)),
        otherwise,
        () => [container, value],
      )
    case KIND.iterator:
      // Items that were passed cannot be looked at again.
      if (objects.own !== undefined) throw new RoutineNeeded(otherwise, [container, value])
      return isAhead(objects, container, value)
    case KIND.generator:
      return objects.ask?.(objects.names.builtinValue('.contains'), [container, value]) === TRUE
    case KIND.string:
      return containsText(objects, container, value)
    case KIND.bytes:
      return bytesContain(objects, container, value)
    case KIND.dict:
      return dictGet(objects, container, value) !== UNBOUND
    case KIND.set:
    case KIND.frozenSet:
      return setContains(objects, container, asMember(objects, value))
    case KIND.dictView:
      return viewContains(objects, container, value)
    case KIND.range:
      return rangeHas(objects, container, value)
    default:
      return containsOwn(objects, container, value, otherwise)
  }
}

function containsOwn(
  objects: Objects,
  container: Value,
  value: Value,
  otherwise: 'contains' | 'lacks',
): boolean {
  const { own } = objects
  const answer = own?.contains(container, value)
  if (answer !== undefined) return answer
  if (own?.isIterable(container) === true) throw new RoutineNeeded(otherwise, [container, value])
  throw typeError(`argument of type '${typeName(objects, container)}' is not iterable`)
}

/** Goes on as far as an item that is equal. */
function isAhead(objects: Objects, iterator: Value, value: Value): boolean {
  for (;;) {
    const item = nextItem(objects, iterator)
    if (item === undefined) return false
    if (sameOrEqual(objects, item, value)) return true
  }
}

function containsText(objects: Objects, string: Value, part: Value): boolean {
  const { memory } = objects
  if (isKind(memory, part, KIND.string)) {
    return textOf(memory, string).includes(textOf(memory, part))
  }
  const type = typeName(objects, part)
  throw typeError(`'in <string>' requires string as left operand, not ${type}`)
}

function rangeHas(objects: Objects, range: Value, value: Value): boolean {
  const { memory } = objects
  if (isInteger(memory, value)) return rangeContains(memory, range, value)
  if (!isNumber(memory, value)) return false
  const number = exactNumber(memory, value)
  if (!Number.isInteger(number)) return false
  return rangeContains(memory, range, fromBigInt(objects, BigInt(number)))
}

function rangeElement(objects: Objects, range: Value, key: Value): Value {
  const { memory } = objects
  if (!isInteger(memory, key)) throw wrongIndex(objects, 'range', key)
  const length = BigInt(rangeLength(memory, range))
  const index = toBigInt(memory, key)
  const position = index < 0n ? index + length : index
  if (position >= 0n && position < length) return rangeItem(objects, range, position)
  throw new PythonError('IndexError', 'range object index out of range')
}

type Sequence = 'list' | 'tuple' | 'string' | 'bytes' | 'deque'

function positionIn(
  objects: Objects,
  sequence: Value,
  key: Value,
  name: Sequence,
  action = '',
): number {
  const { memory } = objects
  if (!isInteger(memory, key)) throw wrongIndex(objects, name, key)
  const position = positionOf(objects, key, fieldOf(memory, sequence, 1))
  if (position !== undefined) return position
  // CPython's bytes do not say what they are.
  const subject = name === 'bytes' ? '' : `${name} ${action}`
  throw new PythonError('IndexError', `${subject}index out of range`)
}

function wrongIndex(objects: Objects, name: Sequence | 'range', key: Value): PythonError {
  const type = typeName(objects, key)
  if (name === 'bytes') return typeError(`byte indices must be integers or slices, not ${type}`)
  if (name === 'deque') return typeError(`sequence index must be integer, not '${type}'`)
  return name === 'string'
    ? typeError(`string indices must be integers, not '${type}'`)
    : typeError(`${name} indices must be integers or slices, not ${type}`)
}

/** `list[int]` is a type of its own in CPython. */
const GENERIC_TYPES: ReadonlySet<string> = new Set([
  ...['list', 'tuple', 'dict', 'set', 'frozenset', 'type', 'enumerate', 'deque', 'defaultdict'],
])

function notSubscriptable(objects: Objects, container: Value): PythonError {
  const { memory, names } = objects
  if (isKind(memory, container, KIND.class)) {
    const name = names.className(fieldOf(memory, container, 1))
    return typeError(`type '${name}' is not subscriptable`)
  }
  if (typeName(objects, container) === 'type') {
    const name = names.builtinName(fieldOf(memory, container, 1))
    if (GENERIC_TYPES.has(name)) throw unsupported(name, '[]')
    return typeError(`type '${name}' is not subscriptable`)
  }
  return typeError(`'${typeName(objects, container)}' object is not subscriptable`)
}

/** A KeyError carries the key itself; its text is made only when it is printed. */
export function keyError({ memory, names }: Objects, key: Value): PythonError {
  return new PythonError('KeyError', repr({ memory, names }, key), [key])
}
