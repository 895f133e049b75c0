/** `==`: numbers by exact value, containers by content, what a class says, everything else by identity. */
import { PythonError } from '../pythonError'
import { NONE, UNBOUND, type Value } from '../value'
import { isCounter } from './counter'
import { everyCount } from './counts'
import { dictEntries, dictGet, dictLength } from './dict'
import { dictOfView, VIEW, whichView } from './dictView'
import { isNumber } from './float'
import { equalMethods, equalNumbers } from './keyEquality'
import { KIND, kindOf, MAXIMUM_NESTING, type Objects } from './object'
import { listItem, listLength } from './list'
import { equalRanges } from './range'
import { setContains } from './set'
import { isAnySet, setEntries, setItems, setLength } from './setTable'
import { sliceBounds } from './slice'
import { equalStrings } from './string'
import { isTrue } from './truth'
import { tupleItem, tupleItems, tupleLength } from './tuple'

/** `a == b`. @throws PythonError RecursionError for nesting beyond MAXIMUM_NESTING. */
export function equals(objects: Objects, a: Value, b: Value, depth = 0): boolean {
  const { memory } = objects
  const own = objects.own?.compare('==', a, b)
  if (own !== undefined) return isTrue(objects, own)
  if (isNumber(memory, a)) return isNumber(memory, b) && equalNumbers(memory, a, b)
  const kind = kindOf(memory, a)
  if (kind === KIND.dictView) return equalViews(objects, a, b)
  if (isAnySet(memory, a)) {
    if (kindOf(memory, b) === KIND.dictView) return equalViews(objects, b, a)
    const isSet = isAnySet(memory, b) && setLength(memory, a) === setLength(memory, b)
    return isSet && isSubset(objects, a, b)
  }
  if (kind !== kindOf(memory, b)) return false
  switch (kind) {
    case KIND.string:
    case KIND.bytes:
      return equalStrings(memory, a, b)
    case KIND.tuple:
    case KIND.list:
    case KIND.deque:
      return equalSequences(objects, a, b, depth)
    case KIND.dict:
      if (isCounter(memory, a) && isCounter(memory, b)) return equalCounters(objects, a, b, depth)
      return equalDicts(objects, a, b, depth)
    case KIND.slice:
      return sliceBounds(memory, a).every((bound, i) =>
        sameOrEqual(objects, bound, sliceBounds(memory, b)[i] ?? NONE, depth + 1),
      )
    case KIND.range:
      return equalRanges(memory, a, b)
    case KIND.boundMethod:
      return equalMethods(memory, a, b)
    default:
      return a === b
  }
}

/** `a is b or a == b`: how containers compare their items. */
export function sameOrEqual(objects: Objects, a: Value, b: Value, depth = 0): boolean {
  return a === b || equals(objects, a, b, depth)
}

/** @throws PythonError RecursionError beyond MAXIMUM_NESTING. */
export function requireDepth(depth: number): void {
  if (depth <= MAXIMUM_NESTING) return
  throw new PythonError('RecursionError', 'maximum recursion depth exceeded in comparison')
}

/** Length of a list or tuple. */
export function sequenceLength(objects: Objects, sequence: Value): number {
  const { memory } = objects
  return kindOf(memory, sequence) !== KIND.tuple
    ? listLength(memory, sequence)
    : tupleLength(memory, sequence)
}

/** Item of a list or tuple at an index within it. */
export function sequenceItem(objects: Objects, sequence: Value, index: number): Value {
  const { memory } = objects
  return kindOf(memory, sequence) !== KIND.tuple
    ? listItem(memory, sequence, index)
    : tupleItem(memory, sequence, index)
}

/** Whether every member of `a` is in `b`. */
export function isSubset(objects: Objects, a: Value, b: Value): boolean {
  const { memory } = objects
  if (setLength(memory, a) > setLength(memory, b)) return false
  return setEntries(memory, a).every(([member, hash]) => setContains(objects, b, member, hash))
}

/** Whether `value` is one of what a dict view shows. */
export function viewContains(objects: Objects, view: Value, value: Value): boolean {
  const { memory } = objects
  const dict = dictOfView(memory, view)
  switch (whichView(memory, view)) {
    case VIEW.keys:
      return dictGet(objects, dict, value) !== UNBOUND
    case VIEW.values:
      return dictEntries(memory, dict).some(([, item]) => sameOrEqual(objects, item, value))
    case VIEW.items:
      return itemsContain(objects, dict, value)
  }
}

function itemsContain(objects: Objects, dict: Value, pair: Value): boolean {
  const { memory } = objects
  if (kindOf(memory, pair) !== KIND.tuple || tupleLength(memory, pair) !== 2) return false
  const [key, value] = tupleItems(memory, pair)
  const found = dictGet(objects, dict, key ?? NONE)
  return found !== UNBOUND && sameOrEqual(objects, found, value ?? NONE)
}

function equalSequences(objects: Objects, a: Value, b: Value, depth: number): boolean {
  requireDepth(depth)
  const length = sequenceLength(objects, a)
  const other = sequenceLength(objects, b)
  // CPython compares tuples of different lengths, too, which only the program's methods can tell.
  const isTold = objects.own !== undefined && kindOf(objects.memory, a) === KIND.tuple
  if (length !== other && !isTold) return false
  for (let i = 0; i < Math.min(length, other); i++) {
    const left = sequenceItem(objects, a, i)
    const right = sequenceItem(objects, b, i)
    if (!sameOrEqual(objects, left, right, depth + 1)) return false
  }
  return length === other
}

/** What one counter lacks counts 0. */
function equalCounters(objects: Objects, a: Value, b: Value, depth: number): boolean {
  requireDepth(depth)
  return everyCount(objects, a, b, (left, right) => sameOrEqual(objects, left, right, depth + 1))
}

function equalDicts(objects: Objects, a: Value, b: Value, depth: number): boolean {
  requireDepth(depth)
  const { memory } = objects
  if (dictLength(memory, a) !== dictLength(memory, b)) return false
  return dictEntries(memory, a).every(([key, value]) => {
    const other = dictGet(objects, b, key)
    return other !== UNBOUND && sameOrEqual(objects, value, other, depth + 1)
  })
}

/** Views of keys and items compare as sets, with each other and with sets; views of values by identity. */
function equalViews(objects: Objects, view: Value, other: Value): boolean {
  const { memory } = objects
  if (view === other) return true
  if (whichView(memory, view) === VIEW.values) return false
  const dict = dictOfView(memory, view)
  if (isAnySet(memory, other)) {
    if (setLength(memory, other) !== dictLength(memory, dict)) return false
    return setItems(memory, other).every((member) => viewContains(objects, view, member))
  }
  if (kindOf(memory, other) !== KIND.dictView) return false
  if (whichView(memory, other) !== whichView(memory, view)) return false
  const entries = dictEntries(memory, dictOfView(memory, other))
  if (entries.length !== dictLength(memory, dict)) return false
  const isKeys = whichView(memory, view) === VIEW.keys
  return entries.every(([key, value]) => {
    const own = dictGet(objects, dict, key)
    return own !== UNBOUND && (isKeys || sameOrEqual(objects, own, value))
  })
}
