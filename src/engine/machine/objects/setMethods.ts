/** Methods of `set` and `frozenset`. */
import { fromBoolean, NONE, type Value } from '../value'
import { emptyError } from './dictMethods'
import { orRoutine } from './inRoutine'
import { keyError } from './items'
import { methodsOf, type Method, type MethodRow } from './method'
import type { Objects } from './object'
import { setAdd, setClear, setDiscard, setPop, takeMembers } from './set'
import { setLength } from './setTable'
import { makeTuple } from './tuple'
import {
  asMember,
  changeSet,
  copySet,
  difference,
  intersection,
  isDisjoint,
  isHashed,
  isSubsetOf,
  isSupersetOf,
  subtractFrom,
  symmetricDifference,
  toggle,
  union,
  updateSet,
} from './setOperations'

type Change = (objects: Objects, set: Value, other: Value) => void
type Combine = (objects: Objects, set: Value, other: Value) => Value
type Test = (objects: Objects, set: Value, other: Value) => boolean

/** Changes the set with the one argument. */
function changing(change: Change): Method['call'] {
  return (objects, set, [argument = NONE]) => {
    change(objects, set, argument)
    return NONE
  }
}

/** Changes the set with every argument in turn. */
function changingWhole(change: Change): Method['call'] {
  return (objects, set, args) => {
    for (const other of args) changeSet(objects, set, other, change)
    return NONE
  }
}

function update(objects: Objects, set: Value, args: readonly Value[]): Value {
  const change = (): Value => changingWhole(updateSet)(objects, set, args, new Map())
  if (args.some((other) => isHashed(objects, other))) return change()
  return orRoutine(objects, change, 'addEach', () => [set, makeTuple(objects, args)])
}

/** Combines a copy with every argument in turn. */
function combining(combine: Combine): Method['call'] {
  return (objects, set, args) => {
    const [first, ...others] = args
    if (first === undefined) return copySet(objects, set)
    return others.reduce(
      (result, other) => combine(objects, result, other),
      combine(objects, set, first),
    )
  }
}

function testing(test: Test): Method['call'] {
  return (objects, set, [other = NONE]) => fromBoolean(test(objects, set, other))
}

function discard(objects: Objects, set: Value, member: Value): boolean {
  return setDiscard(objects, set, asMember(objects, member))
}

/** With all of them or, when one is no iterable, with none. */
function intersectWith(objects: Objects, set: Value, others: readonly Value[]): Value {
  const common = others.reduce((all, other) => intersection(objects, all, other), set)
  if (others.length > 0) takeMembers(objects.memory, set, common)
  return NONE
}

function remove(objects: Objects, set: Value, [member = NONE]: readonly Value[]): Value {
  if (!discard(objects, set, member)) throw keyError(objects, member)
  return NONE
}

function pop(objects: Objects, set: Value): Value {
  const { memory } = objects
  if (setLength(memory, set) === 0) throw emptyError(objects, 'pop from an empty set')
  return setPop(memory, set)
}

const WRITES = { writes: true }

/** Methods of both types, which change nothing. */
const COMMON: readonly MethodRow[] = [
  ['union', 0, Infinity, combining(union)],
  ['intersection', 0, Infinity, combining(intersection)],
  ['difference', 0, Infinity, combining(difference)],
  ['symmetric_difference', 1, 1, combining(symmetricDifference)],
  ['issubset', 1, 1, testing(isSubsetOf)],
  ['issuperset', 1, 1, testing(isSupersetOf)],
  ['isdisjoint', 1, 1, testing(isDisjoint)],
]

export const SET_METHODS: readonly Method[] = methodsOf('set', [
  ['add', 1, 1, changing(setAdd), WRITES],
  ['discard', 1, 1, changing(discard), WRITES],
  ['remove', 1, 1, remove, WRITES],
  ['pop', 0, 0, pop, WRITES],
  [
    'clear',
    0,
    0,
    ({ memory }, set) => {
      setClear(memory, set)
      return NONE
    },
    WRITES,
  ],
  ['copy', 0, 0, copySet],
  ['update', 0, Infinity, update, WRITES],
  ['intersection_update', 0, Infinity, intersectWith, WRITES],
  ['difference_update', 0, Infinity, changingWhole(subtractFrom), WRITES],
  ['symmetric_difference_update', 1, 1, changingWhole(toggle), WRITES],
  ...COMMON,
])

export const FROZEN_SET_METHODS: readonly Method[] = methodsOf('frozenset', [
  ['copy', 0, 0, (_objects, set) => set],
  ...COMMON,
])
