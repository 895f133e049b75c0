/** The algebra of sets. Each follows CPython's choice of what is iterated, since it decides the order of the result. */
import type { Value } from '../value'
import { dictLength, dictSlot } from './dict'
import { dictOfView, VIEW, whichView } from './dictView'
import { isSubset } from './equality'
import { itemsOf } from './iterator'
import { KIND, kindOf, type Objects } from './object'
import {
  cloneSet,
  dropDummies,
  growFor,
  makeFrozenSet,
  makeSet,
  makeSetLike,
  setAdd,
  setClear,
  setContains,
  setDiscard,
  setMerge,
  takeMembers,
} from './set'
import { isAnySet, setEntries, setLength, type MemberHash } from './setTable'

function isSet(objects: Objects, value: Value): boolean {
  return isAnySet(objects.memory, value)
}

/** Sets, frozen ones, and views of keys or items, which count as the set of what they show. */
export function isSetLike({ memory }: Objects, value: Value): boolean {
  const isView = kindOf(memory, value) === KIND.dictView
  return isView ? whichView(memory, value) !== VIEW.values : isAnySet(memory, value)
}

/** The set itself, or what the view shows as a set. */
export function asSet(objects: Objects, value: Value): Value {
  const { memory } = objects
  if (kindOf(memory, value) !== KIND.dictView) return value
  return setFrom(
    objects,
    whichView(memory, value) === VIEW.keys ? dictOfView(memory, value) : value,
  )
}

function isDict(objects: Objects, value: Value): boolean {
  return kindOf(objects.memory, value) === KIND.dict
}

/** `set(iterable)`. @throws PythonError TypeError */
export function setFrom(objects: Objects, iterable: Value): Value {
  const set = makeSet(objects)
  updateSet(objects, set, iterable)
  return set
}

export function updateSet(objects: Objects, set: Value, other: Value): void {
  if (isSet(objects, other)) {
    setMerge(objects, set, other)
    return
  }
  if (isDict(objects, other)) growFor(objects, set, dictLength(objects.memory, other))
  for (const item of itemsOf(objects, other)) setAdd(objects, set, item)
}

/** A copy of the same type. */
export function copySet(objects: Objects, set: Value): Value {
  const copy = makeSetLike(objects, set)
  updateSet(objects, copy, set)
  return copy
}

/** `frozenset(iterable)`: itself when it is one. @throws PythonError TypeError */
export function frozenSetFrom(objects: Objects, iterable: Value): Value {
  if (kindOf(objects.memory, iterable) === KIND.frozenSet) return iterable
  const set = makeFrozenSet(objects)
  updateSet(objects, set, iterable)
  return set
}

export function union(objects: Objects, set: Value, other: Value): Value {
  const result = copySet(objects, set)
  if (set !== other) updateSet(objects, result, other)
  return result
}

/** Items with the hashes that a set keeps of them: CPython does not hash its members again. */
function* hashed(
  objects: Objects,
  iterable: Value,
): Generator<readonly [Value, MemberHash | undefined]> {
  if (isSet(objects, iterable)) yield* setEntries(objects.memory, iterable)
  else for (const item of itemsOf(objects, iterable)) yield [item, undefined]
}

export function intersection(objects: Objects, set: Value, other: Value): Value {
  const { memory } = objects
  if (set === other) return copySet(objects, set)
  const result = makeSetLike(objects, set)
  const isSwapped = isSet(objects, other) && setLength(memory, other) > setLength(memory, set)
  const [scanned, tested] = isSwapped ? [set, other] : [other, set]
  for (const [item, hash] of hashed(objects, scanned)) {
    if (setContains(objects, tested, item, hash)) setAdd(objects, result, item, hash)
  }
  return result
}

export function difference(objects: Objects, set: Value, other: Value): Value {
  const { memory } = objects
  const isOtherSet = isSet(objects, other)
  if (!isOtherSet && !isDict(objects, other)) return copyAndSubtract(objects, set, other)
  const size = isOtherSet ? setLength(memory, other) : dictLength(memory, other)
  if (setLength(memory, set) >> 2 > size) return copyAndSubtract(objects, set, other)
  const result = makeSetLike(objects, set)
  for (const [item, hash] of setEntries(memory, set)) {
    const isInOther = isOtherSet
      ? setContains(objects, other, item, hash)
      : dictSlot(objects, other, item, hash.low) !== undefined
    if (!isInOther) setAdd(objects, result, item, hash)
  }
  return result
}

function copyAndSubtract(objects: Objects, set: Value, other: Value): Value {
  const result = copySet(objects, set)
  subtractFrom(objects, result, other)
  return result
}

/** `set -= other`. */
export function subtractFrom(objects: Objects, set: Value, other: Value): void {
  const { memory } = objects
  if (set === other) {
    setClear(memory, set)
    return
  }
  const isMuchLarger =
    isSet(objects, other) && setLength(memory, other) >> 3 > setLength(memory, set)
  const removed = isMuchLarger ? intersection(objects, set, other) : other
  for (const [item, hash] of hashed(objects, removed)) setDiscard(objects, set, item, hash)
  dropDummies(objects, set)
}

export function symmetricDifference(objects: Objects, set: Value, other: Value): Value {
  const result = makeSetLike(objects, set)
  updateSet(objects, result, other)
  toggle(objects, result, set)
  return result
}

/**
 * Carries out `change` on a set. Where the program says what is equal, on a copy that then takes the set's place: an operation
 * that comes again must not have changed anything.
 *
 * Not modelled: what CPython's set holds while the program is asked.
 */
export function changeSet(
  objects: Objects,
  set: Value,
  other: Value,
  change: (objects: Objects, set: Value, other: Value) => void,
): void {
  if (objects.own === undefined || set === other) return change(objects, set, other)
  const copy = cloneSet(objects, set)
  change(objects, copy, other)
  takeMembers(objects.memory, set, copy)
}

/** Whether the members of `value` have been hashed: those of a set, the keys of a dict. */
export function isHashed(objects: Objects, value: Value): boolean {
  return isSet(objects, value) || isDict(objects, value)
}

/** `set ^= other`. */
export function toggle(objects: Objects, set: Value, other: Value): void {
  if (set === other) {
    setClear(objects.memory, set)
    return
  }
  const isUnique = isSet(objects, other) || isDict(objects, other)
  const source = isUnique ? other : setFrom(objects, other)
  for (const [item, hash] of hashed(objects, source)) {
    if (!setDiscard(objects, set, item, hash)) setAdd(objects, set, item, hash)
  }
}

/** `set &= other`. */
export function keepCommon(objects: Objects, set: Value, other: Value): void {
  takeMembers(objects.memory, set, intersection(objects, set, other))
}

export function isDisjoint(objects: Objects, set: Value, other: Value): boolean {
  return !itemsOf(objects, other).some((item) => setContains(objects, set, item))
}

/** `set.issubset(iterable)`. */
export function isSubsetOf(objects: Objects, set: Value, other: Value): boolean {
  return isSubset(objects, set, isSet(objects, other) ? other : setFrom(objects, other))
}

/** `set.issuperset(iterable)`. */
export function isSupersetOf(objects: Objects, set: Value, other: Value): boolean {
  // Stops at the first that is missing, before the next would be found unhashable.
  return itemsOf(objects, other).every((item) => setContains(objects, set, item))
}

/** Looks for a set as a frozen one: no set is a member, but one equal to it may be. */
export function asMember(objects: Objects, value: Value): Value {
  return kindOf(objects.memory, value) === KIND.set ? frozenSetFrom(objects, value) : value
}
