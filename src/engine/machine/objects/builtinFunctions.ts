/** The built-in functions and types that need nothing but objects. Their index is a built-in's identity. */
import { PythonError, typeError } from '../pythonError'
import type { RoutineName } from '../../bytecode'
import { RoutineNeeded } from '../routineNeeded'
import { fromBoolean, fromSmallInteger, NONE, TRUE, UNBOUND, type Value } from '../value'
import { identityOf } from './address'
import { decoded, toBytes } from './bytesMethods'
import { isCounter, makeCounter } from './counter'
import { makeDict } from './dict'
import { updateDict } from './dictMethods'
import { hashOf } from './hash'
import { orRoutine } from './inRoutine'
import { fromBigInt, fromNumber, requireInteger, toBigInt, toIndex } from './integer'
import { lengthOf } from './items'
import {
  getIterator,
  getReversed,
  isDriven,
  itemsOf,
  makeEnumerate,
  makeZip,
  nextItem,
} from './iterator'
import { makeNamedTuple, makeNamedTupleType, typeOfNamedTuple } from './namedTuple'
import { listItems, listLength, makeList, replaceItems } from './list'
import { sortHere, sortOptions } from './listMethods'
import { absolute, divmod, inRadix, pow, round, toFloatValue, toInteger } from './numberFunctions'
import { isKind, KIND, kindOf, type Objects } from './object'
import { add } from './operators'
import { isOrdered } from './ordering'
import { makeRange } from './range'
import { repr, str } from './representation'
import { makeFrozenSet, makeSet } from './set'
import { frozenSetFrom, isHashed, updateSet } from './setOperations'
import { ANY_KEYWORD, bindPositional, type Keywords, type Signature } from './signature'
import { makeSlice } from './slice'
import { sortByKeys } from './sort'
import { formatValue } from './stringFormat'
import { codePointsOf, fromCodePoints, fromText, isBytes, isString, textOf } from './string'
import { toAscii } from './stringRepr'
import { isTrue } from './truth'
import { makeTuple } from './tuple'
import { NOT_IMPLEMENTED_TYPE, typeName } from './typeName'

/** A function, or a type that is called to make a value. */
export interface BuiltinFunction extends Signature {
  call(objects: Objects, args: readonly Value[], keywords: Keywords): Value
}

type Call = BuiltinFunction['call']
type Arguments = readonly Value[]

function range(objects: Objects, [first = NONE, stop, step]: Arguments): Value {
  const zero = fromSmallInteger(0)
  return stop === undefined
    ? makeRange(objects, zero, first, fromSmallInteger(1))
    : makeRange(objects, first, stop, step ?? fromSmallInteger(1))
}

/** `slice(stop)`, `slice(start, stop, step)`. */
function slice(objects: Objects, [first = NONE, stop, step = NONE]: Arguments): Value {
  return makeSlice(objects, stop === undefined ? [NONE, first, NONE] : [first, stop, step])
}

function enumerate(objects: Objects, [iterable = UNBOUND, start = UNBOUND]: Arguments): Value {
  if (iterable === UNBOUND) throw typeError("enumerate() missing required argument 'iterable'")
  if (start !== UNBOUND) requireInteger(objects, start)
  return makeEnumerate(objects, iterable, start === UNBOUND ? fromSmallInteger(0) : start)
}

function zip(objects: Objects, iterables: Arguments, keywords: Keywords): Value {
  const strict = keywords.get('strict')
  return makeZip(objects, iterables, strict !== undefined && isTrue(objects, strict))
}

/** `.zipLength(position, comparison)` of routines: how the iterable at `position`, not the first, differs. */
function zipLength(objects: Objects, [position = NONE, comparison = NONE]: Arguments): Value {
  const before = toIndex(objects, position)
  const others = before === 1 ? 'argument 1' : `arguments 1-${before}`
  const length = textOf(objects.memory, comparison)
  return fromText(objects, `zip() argument ${before + 1} is ${length} than ${others}`)
}

/** `max` and `min`: the first item that no later one exceeds. */
function extreme(name: 'max' | 'min'): Call {
  const operator = name === 'max' ? '>' : '<'
  return (objects, args, keywords) => {
    const key = keywords.get('key') ?? NONE
    const isSingle = args.length === 1
    const absent = keywords.get('default')
    if (!isSingle && absent !== undefined) {
      const message = `Cannot specify a default for ${name}() with multiple positional arguments`
      throw typeError(message)
    }
    if (key !== NONE || (isSingle && isDriven(objects, args[0] ?? NONE))) {
      const all = isSingle ? getIterator(objects, args[0] ?? NONE) : makeTuple(objects, args)
      const sentinel = absent ?? objects.names.builtinValue(ABSENT)
      throw new RoutineNeeded('extreme', [fromText(objects, name), all, key, sentinel])
    }
    const items = isSingle ? itemsOf(objects, args[0] ?? NONE) : args
    const [first, ...others] = items
    if (first === undefined) {
      if (absent !== undefined) return absent
      throw new PythonError('ValueError', `${name}() arg is an empty sequence`)
    }
    return orRoutine(
      objects,
      () =>
        others.reduce(
          (best, item) => (isOrdered(objects, operator, item, best) ? item : best),
          first,
        ),
      'extreme',
      () => [fromText(objects, name), makeList(objects, items), NONE, first],
    )
  }
}

function sum(objects: Objects, [iterable = UNBOUND, start = UNBOUND]: Arguments): Value {
  if (iterable === UNBOUND) {
    throw typeError('sum() takes at least 1 positional argument (0 given)')
  }
  if (start !== UNBOUND && isString(objects.memory, start)) {
    throw typeError("sum() can't sum strings [use ''.join(seq) instead]")
  }
  if (start !== UNBOUND && isBytes(objects.memory, start)) {
    throw typeError("sum() can't sum bytes [use b''.join(seq) instead]")
  }
  const first = start === UNBOUND ? fromSmallInteger(0) : start
  if (isDriven(objects, iterable)) throw new RoutineNeeded('sum', [iterable, first])
  const items = itemsOf(objects, iterable)
  if ([first, ...items].some((item) => isCounter(objects.memory, item))) {
    throw new RoutineNeeded('sum', [makeList(objects, items), first])
  }
  return orRoutine(
    objects,
    () => items.reduce((total, item) => add(objects, total, item), first),
    'sum',
    () => [makeList(objects, items), first],
  )
}

function some(objects: Objects, [iterable = NONE]: Arguments): Value {
  if (isDriven(objects, iterable)) throw new RoutineNeeded('any', [iterable])
  const items = itemsOf(objects, iterable)
  const found = (): boolean => items.some((item) => isTrue(objects, item))
  return fromBoolean(orRoutine(objects, found, 'any', () => [makeList(objects, items)]))
}

function every(objects: Objects, [iterable = NONE]: Arguments): Value {
  if (isDriven(objects, iterable)) throw new RoutineNeeded('all', [iterable])
  const items = itemsOf(objects, iterable)
  const found = (): boolean => items.every((item) => isTrue(objects, item))
  return fromBoolean(orRoutine(objects, found, 'all', () => [makeList(objects, items)]))
}

function sortedList(objects: Objects, [iterable = NONE]: Arguments, keywords: Keywords): Value {
  const { key, isReverse } = sortOptions(objects, keywords)
  const items = itemsOf(objects, iterable)
  const ordered = [...items]
  if (sortHere(objects, ordered, key, isReverse)) return makeList(objects, ordered)
  throw new RoutineNeeded('sorted', [makeList(objects, items), key, fromBoolean(isReverse)])
}

/** `.sort(items, keys, reverse)` of routines: puts the items in the order of their keys, or as far as it comes. */
function sortForRoutine(objects: Objects, [list = NONE, keys = NONE, reverse]: Arguments): Value {
  const { memory } = objects
  const items = listItems(memory, list)
  const isReverse = reverse === TRUE
  try {
    orRoutine(
      objects,
      () => sortByKeys(objects, items, listItems(memory, keys), isReverse),
      'sortByOwn',
      () => [list, keys, fromBoolean(isReverse)],
    )
  } catch (error) {
    if (error instanceof PythonError) replaceItems(objects, list, items)
    throw error
  }
  replaceItems(objects, list, items)
  return NONE
}

/** `.restore(list, items)` of routines: puts the items back; whether the list had got others meanwhile. */
function restore(objects: Objects, [list = NONE, items = NONE]: Arguments): Value {
  const { memory } = objects
  const isModified = listLength(memory, list) > 0
  replaceItems(objects, list, listItems(memory, items))
  return fromBoolean(isModified)
}

export function isCallable(objects: Objects, value: Value): boolean {
  const { memory, own } = objects
  const kind = kindOf(memory, value)
  return (
    own?.isCallable(value) === true ||
    kind === KIND.function ||
    (kind === KIND.builtin && typeName(objects, value) !== NOT_IMPLEMENTED_TYPE) ||
    kind === KIND.boundMethod ||
    kind === KIND.class ||
    kind === KIND.namedTupleType ||
    kind === KIND.partial
  )
}

/** `map(function, *iterables)`: lazy. */
function map(objects: Objects, [callable = NONE, ...iterables]: Arguments): Value {
  if (iterables.length === 0) throw typeError('map() must have at least two arguments.')
  const [only = NONE, ...others] = iterables.map((iterable) => getIterator(objects, iterable))
  if (others.length === 0) throw new RoutineNeeded('map', [callable, only])
  throw new RoutineNeeded('mapMany', [callable, makeTuple(objects, [only, ...others])])
}

/** `filter(function or None, iterable)`: lazy. */
function filter(objects: Objects, [callable = NONE, iterable = NONE]: Arguments): Value {
  throw new RoutineNeeded('filter', [callable, getIterator(objects, iterable)])
}

/** A built-in of routines that is a routine itself, so that an operation can ask for its result. */
function routine(name: RoutineName): Call {
  return (_objects, args) => {
    throw new RoutineNeeded(name, args)
  }
}

/** `NotImplemented` is a value that stands among the functions to have a name. */
function notCallable(): never {
  throw typeError(`'${NOT_IMPLEMENTED_TYPE}' object is not callable`)
}

function noValue(): never {
  throw typeError('this built-in only marks an absent value')
}

function toStr(
  objects: Objects,
  [value = UNBOUND, encoding = UNBOUND, errors = UNBOUND]: Arguments,
): Value {
  if (value === UNBOUND) return fromText(objects, '')
  if (encoding !== UNBOUND || errors !== UNBOUND) return decoded(objects, value, encoding, errors)
  return isString(objects.memory, value) ? value : fromText(objects, str(objects, value))
}

function toSet(objects: Objects, [iterable]: Arguments): Value {
  const set = makeSet(objects)
  if (iterable !== undefined && isDriven(objects, iterable)) {
    throw new RoutineNeeded('addAll', [set, iterable])
  }
  if (iterable === undefined) return set
  const filled = (): Value => {
    updateSet(objects, set, iterable)
    return set
  }
  if (isHashed(objects, iterable)) return filled()
  return orRoutine(objects, filled, 'addAll', () => [makeSet(objects), iterable])
}

function toFrozenSet(objects: Objects, [iterable]: Arguments): Value {
  return iterable === undefined ? makeFrozenSet(objects) : frozenSetFrom(objects, iterable)
}

function toDict(objects: Objects, args: Arguments, keywords: Keywords): Value {
  const dict = makeDict(objects)
  updateDict(objects, dict, args, keywords)
  return dict
}

function toList(objects: Objects, [iterable]: Arguments): Value {
  if (iterable !== undefined && isDriven(objects, iterable)) {
    throw new RoutineNeeded('collect', [iterable])
  }
  return makeList(objects, iterable === undefined ? [] : itemsOf(objects, iterable))
}

/** A tuple is its own copy. */
function toTuple(objects: Objects, [iterable]: Arguments): Value {
  if (iterable === undefined) return makeTuple(objects, [])
  const isPlain = typeOfNamedTuple(objects.memory, iterable) === undefined
  if (isKind(objects.memory, iterable, KIND.tuple) && isPlain) return iterable
  return makeTuple(objects, itemsOf(objects, iterable))
}

/** What `concurrent.futures.wait` answers. */
function doneAndNotDone(objects: Objects, sets: Arguments): Value {
  const type = makeNamedTupleType(objects, {
    name: 'DoneAndNotDoneFutures',
    fields: ['done', 'not_done'],
    defaults: [],
    module: 'concurrent.futures._base',
    isStructure: false,
  })
  return makeNamedTuple(objects, type, sets)
}

/** The form with a callable and a sentinel needs the interpreter. */
function iterate(objects: Objects, [iterable = NONE, sentinel]: Arguments): Value {
  if (sentinel !== undefined) {
    if (!isCallable(objects, iterable)) throw typeError('iter(v, w): v must be callable')
    throw new RoutineNeeded('callIterator', [iterable, sentinel])
  }
  return objects.own?.iteratorObject(iterable) ?? getIterator(objects, iterable)
}

function next(objects: Objects, [iterator = NONE, absent]: Arguments): Value {
  const own = objects.own?.nextMethod(iterator)
  if (own !== undefined) {
    const sentinel = absent ?? objects.names.builtinValue(ABSENT)
    throw new RoutineNeeded('nextOf', [own, iterator, sentinel])
  }
  if (isKind(objects.memory, iterator, KIND.generator)) {
    throw new RoutineNeeded('next', [iterator, absent ?? objects.names.builtinValue(ABSENT)])
  }
  if (!isKind(objects.memory, iterator, KIND.iterator)) {
    throw typeError(`'${typeName(objects, iterator)}' object is not an iterator`)
  }
  const item = nextItem(objects, iterator) ?? absent
  if (item === undefined) throw new PythonError('StopIteration', '', [])
  return item
}

function character(objects: Objects, [point = NONE]: Arguments): Value {
  requireInteger(objects, point)
  const code = toBigInt(objects.memory, point)
  if (code < 0n || code > 0x10ffffn) {
    throw new PythonError('ValueError', 'chr() arg not in range(0x110000)')
  }
  return fromCodePoints(objects, [Number(code)])
}

function codePoint(objects: Objects, [string = NONE]: Arguments): Value {
  const { memory } = objects
  if (!isString(memory, string) && !isBytes(memory, string)) {
    const type = typeName(objects, string)
    throw typeError(`ord() expected string of length 1, but ${type} found`)
  }
  const points = codePointsOf(memory, string)
  const [point] = points
  if (points.length === 1 && point !== undefined) return fromNumber(objects, point)
  throw typeError(`ord() expected a character, but string of length ${points.length} found`)
}

function formatted(objects: Objects, [value = NONE, specification = UNBOUND]: Arguments): Value {
  if (specification === UNBOUND) return fromText(objects, formatValue(objects, value, ''))
  const { memory } = objects
  if (!isString(memory, specification)) {
    throw typeError(`format() argument 2 must be str, not ${typeName(objects, specification)}`)
  }
  return fromText(objects, formatValue(objects, value, textOf(memory, specification)))
}

/** A function of one argument that answers a text. */
function textual(text: (objects: Objects, value: Value) => string): Call {
  return (objects, [value = NONE]) => fromText(objects, text(objects, value))
}

type Row = readonly [
  name: string,
  minimum: number,
  maximum: number,
  call: Call,
  more?: Partial<Pick<Signature, 'parameters' | 'options' | 'wording'>>,
]

/** Built-ins that only routines name. */
export const RESTORE = '.restore'
const ABSENT = '.absent'

/** A type that is made of a first parameter, an encoding and an error handler. */
const codec = (first: string) =>
  ({ parameters: [first, 'encoding', 'errors'], wording: 'parsed' }) as const

const ROUND = { parameters: ['number', 'ndigits'], wording: 'named' } as const
const POW = { parameters: ['base', 'exp', 'mod'], wording: 'named' } as const

const ROWS: readonly Row[] = [
  ['len', 1, 1, (o, [value = NONE]) => fromNumber(o, lengthOf(o, value))],
  ['range', 1, 3, range],
  ['slice', 1, 3, slice],
  ['enumerate', 0, 2, enumerate, { parameters: ['iterable', 'start'], wording: 'parsed' }],
  ['zip', 0, Infinity, zip, { options: ['strict'] }],
  ['.zipLength', 2, 2, zipLength],
  ['sorted', 1, 1, sortedList, { options: [ANY_KEYWORD], wording: 'counted' }],
  ['reversed', 1, 1, (o, [value = NONE]) => getReversed(o, value), { wording: 'counted' }],
  ['max', 1, Infinity, extreme('max'), { options: ['default', 'key'] }],
  ['min', 1, Infinity, extreme('min'), { options: ['default', 'key'] }],
  ['sum', 0, 2, sum, { parameters: ['', 'start'], wording: 'parsed' }],
  ['abs', 1, 1, absolute],
  ['round', 1, 2, round, ROUND],
  ['any', 1, 1, some],
  ['all', 1, 1, every],
  ['int', 0, 2, toInteger, { parameters: ['', 'base'], wording: 'parsed' }],
  ['float', 0, 1, toFloatValue],
  ['str', 0, 3, toStr, codec('object')],
  ['bytes', 0, 3, toBytes, codec('source')],
  ['bool', 0, 1, (o, [value]) => fromBoolean(value !== undefined && isTrue(o, value))],
  ['list', 0, 1, toList],
  ['dict', 0, 1, toDict, { options: [ANY_KEYWORD] }],
  ['set', 0, 1, toSet],
  ['frozenset', 0, 1, toFrozenSet],
  ['tuple', 0, 1, toTuple],
  ['repr', 1, 1, textual(repr)],
  ['ascii', 1, 1, textual((o, value) => toAscii(repr(o, value)))],
  ['format', 1, 2, formatted],
  ['id', 1, 1, (o, [value = NONE]) => fromNumber(o, identityOf(value))],
  ['hash', 1, 1, (o, [value = NONE]) => fromBigInt(o, hashOf(o, value))],
  ['divmod', 2, 2, divmod],
  ['pow', 2, 3, pow, POW],
  ['iter', 1, 2, iterate],
  ['next', 1, 2, next],
  ['callable', 1, 1, (o, [value = NONE]) => fromBoolean(isCallable(o, value))],
  ['chr', 1, 1, character],
  ['ord', 1, 1, codePoint],
  ['bin', 1, 1, textual(inRadix(2, '0b'))],
  ['oct', 1, 1, textual(inRadix(8, '0o'))],
  ['hex', 1, 1, textual(inRadix(16, '0x'))],
  ['map', 0, Infinity, map],
  ['filter', 2, 2, filter],
  ['NotImplemented', 0, Infinity, notCallable, { options: [ANY_KEYWORD] }],
  ['.sort', 3, 3, sortForRoutine],
  ['.collect', 1, 1, routine('collect')],
  ['.take', 2, 2, routine('take')],
  ['.contains', 2, 2, routine('contains')],
  [RESTORE, 2, 2, restore],
  [ABSENT, 0, 0, noValue],
  ['.end', 0, 0, noValue],
  ['.doneAndNotDone', 2, 2, doneAndNotDone],
  ['.counter', 0, 0, (o) => makeCounter(o)],
]

/** `call` checks the number of arguments and the keywords first. */
export const BUILTIN_FUNCTIONS: readonly BuiltinFunction[] = ROWS.map(
  ([name, minimum, maximum, call, more]) => {
    const signature: Signature = { name, minimum, maximum, ...more }
    return {
      ...signature,
      call(objects, args, keywords) {
        return call(objects, bindPositional(signature, undefined, args, keywords), keywords)
      },
    }
  },
)
