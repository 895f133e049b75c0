/** Attributes of built-in values that are no methods and stand in no word of their own. */
import { NONE, type Value } from '../value'
import { factoryOf } from './defaultDict'
import { dequeBound } from './deque'
import { exceptionArguments, exceptionLine } from './exceptions'
import { fromFloat } from './float'
import { fromBigInt, toBigInt } from './integer'
import type { Objects } from './object'
import { partialParts } from './partial'
import { rangeBounds } from './range'
import { sliceBounds } from './slice'
import { makeTuple } from './tuple'
import { typeName } from './typeName'

type Read = (objects: Objects, value: Value) => Value
type Attributes = Readonly<Record<string, Read>>

/** By the type's name, without its module. */
const ATTRIBUTES: Readonly<Record<string, Attributes | undefined>> = {
  int: {
    real: asInteger,
    numerator: asInteger,
    imag: (objects) => fromBigInt(objects, 0n),
    denominator: (objects) => fromBigInt(objects, 1n),
  },
  float: {
    real: (_objects, value) => value,
    imag: (objects) => fromFloat(objects, 0),
  },
  range: {
    start: ({ memory }, range) => rangeBounds(memory, range).start,
    stop: ({ memory }, range) => rangeBounds(memory, range).stop,
    step: ({ memory }, range) => rangeBounds(memory, range).step,
  },
  slice: {
    start: ({ memory }, slice) => sliceBounds(memory, slice)[0],
    stop: ({ memory }, slice) => sliceBounds(memory, slice)[1],
    step: ({ memory }, slice) => sliceBounds(memory, slice)[2],
  },
  partial: {
    func: (objects, partial) => partialParts(objects, partial).callable,
    args: (objects, partial) => partialParts(objects, partial).args,
    keywords: (objects, partial) => partialParts(objects, partial).keywords,
  },
  deque: { maxlen: ({ memory }, deque) => dequeBound(memory, deque) },
  defaultdict: { default_factory: ({ memory }, dict) => factoryOf(memory, dict) },
  BaseException: {
    args: (objects, error) => makeTuple(objects, exceptionArguments(objects, error)),
  },
  StopIteration: { value: (objects, error) => exceptionArguments(objects, error)[0] ?? NONE },
  SystemExit: { code: exitCode },
  OSError: { errno: partOfPair(0), strerror: partOfPair(1) },
}

/** Types whose attributes are those of another. */
const BASES: Readonly<Record<string, string>> = {
  bool: 'int',
  defaultdict: 'dict',
  Counter: 'dict',
  LifoQueue: 'Queue',
  PriorityQueue: 'Queue',
}

/** The value of `value.name`; `undefined` when the type has no such attribute. */
export function attributeOf(objects: Objects, value: Value, name: string): Value | undefined {
  return readerOf(typeName(objects, value), name)?.(objects, value)
}

/** Whether values of the built-in type have the attribute `name`, methods aside. */
export function hasAttribute(type: string, name: string): boolean {
  return readerOf(type, name) !== undefined
}

function readerOf(type: string, name: string): Read | undefined {
  for (const base of typesOf(type)) {
    const table = ATTRIBUTES[base]
    if (table !== undefined && Object.hasOwn(table, name)) return table[name]
  }
  return undefined
}

/** The type as error messages call it, without its module, and those it derives from. */
export function typesOf(type: string): readonly string[] {
  const own = type.slice(type.lastIndexOf('.') + 1)
  const base = BASES[own]
  return [own, ...(base === undefined ? exceptionLine(own).slice(1) : [base])]
}

function asInteger(objects: Objects, value: Value): Value {
  return fromBigInt(objects, toBigInt(objects.memory, value))
}

/** `SystemExit.code`: no argument is None, several are their tuple. */
function exitCode(objects: Objects, exit: Value): Value {
  const args = exceptionArguments(objects, exit)
  return args.length > 1 ? makeTuple(objects, args) : (args[0] ?? NONE)
}

/** Of an OSError with two arguments: number and text. */
function partOfPair(position: 0 | 1): Read {
  return (objects, error) => {
    const args = exceptionArguments(objects, error)
    return args.length === 2 ? (args[position] ?? NONE) : NONE
  }
}
