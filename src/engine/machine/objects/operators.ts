/** Operators by their index in the bytecode tables, with CPython's type errors. */
import { BINARY, UNARY } from '../../bytecode'
import type { Memory } from '../memory'
import { PythonError, typeError } from '../pythonError'
import { RoutineNeeded } from '../routineNeeded'
import { FALSE, fromBoolean, fromSmallInteger, NONE, TRUE, type Value } from '../value'
import { isCounter } from './counter'
import {
  requireCounterRoutine,
  requireCounterRoutineInPlace,
  signedCounter,
} from './counterOperators'
import { dictMerge, makeDict } from './dict'
import { updateDict } from './dictMethods'
import { factoryOf, isDefaultDict, makeDefaultDict } from './defaultDict'
import { appendRight, dequeBound, makeDeque, noteChange } from './deque'
import { VIEW, whichView } from './dictView'
import { asDouble, fromFloat, isFloat, isNumber, toDouble } from './float'
import { floorDivide } from './floatArithmetic'
import { fromBigInt, fromNumber, isInteger, requireIndexSize, toBigInt, toIndex } from './integer'
import { integerOperation, type BinaryOperator } from './integerArithmetic'
import { isDriven, itemsOf } from './iterator'
import { extend, listItems, makeList, replaceItems } from './list'
import { KIND, kindOf, type Kind, type Objects } from './object'
import { percentFormat } from './percentFormat'
import { power } from './power'
import { repeatItems } from './sequence'
import {
  changeSet,
  difference,
  intersection,
  isSetLike,
  keepCommon,
  subtractFrom,
  symmetricDifference,
  toggle,
  union,
  updateSet,
} from './setOperations'
import { isAnySet } from './setTable'
import { codePointsOf, concatenate, concatenateBytes, fromBytes, fromCodePoints } from './string'
import { isTrue } from './truth'
import { makeTuple, tupleItems } from './tuple'
import { typeName } from './typeName'
import { unsupported } from './unsupportedAttributes'
import { viewAlgebra } from './viewAlgebra'

const ADD = BINARY.indexOf('+')

export function add(objects: Objects, a: Value, b: Value): Value {
  return binary(objects, ADD, a, b)
}

/** `a operator b`; `operator` is an index into BINARY. @throws PythonError */
export function binary(objects: Objects, operator: number, a: Value, b: Value): Value {
  const symbol = symbolOf(operator)
  return (
    objects.own?.binary(symbol, a, b) ??
    operate(objects, symbol, a, b) ??
    fail(objects, symbol, '', [a, b])
  )
}

/** `a operator= b`: changes a list, set or dict on the left, else as {@link binary}. Answers what is to be stored. */
export function inPlace(objects: Objects, operator: number, a: Value, b: Value): Value {
  const symbol = symbolOf(operator)
  const own = objects.own?.inPlace(symbol, a, b)
  if (own !== undefined) return own
  if (changeInPlace(objects, symbol, a, b)) return a
  return operate(objects, symbol, a, b) ?? fail(objects, symbol, '=', [a, b])
}

function symbolOf(operator: number): BinaryOperator {
  return BINARY[operator] ?? '+'
}

const UNARY_NAMES = { '-': 'neg', '+': 'pos', '~': 'invert' } as const

/** `operator a`; `operator` is an index into UNARY. @throws PythonError TypeError */
export function unary(objects: Objects, operator: number, a: Value): Value {
  const symbol = UNARY[operator]
  const { memory } = objects
  if (symbol === 'not') return isTrue(objects, a) ? FALSE : TRUE
  const own = symbol && objects.own?.unary(UNARY_NAMES[symbol], a)
  if (own !== undefined) return own
  if (isFloat(memory, a) && symbol !== '~') {
    return symbol === '-' ? fromFloat(objects, -toDouble(memory, a)) : a
  }
  if (isCounter(memory, a) && symbol !== '~') return signed(objects, symbol === '-', a)
  if (!isInteger(memory, a)) {
    throw typeError(`bad operand type for unary ${symbol ?? ''}: '${typeName(objects, a)}'`)
  }
  const integer = toBigInt(memory, a)
  if (symbol === '-') return fromBigInt(objects, -integer)
  return fromBigInt(objects, symbol === '~' ? ~integer : integer)
}

function signed(objects: Objects, isNegative: boolean, counter: Value): Value {
  const negated = (count: Value): Value =>
    binary(objects, BINARY.indexOf('-'), fromSmallInteger(0), count)
  return signedCounter(objects, counter, isNegative, negated)
}

/** The result, or `undefined` when the operands' types do not have the operator. */
function operate(
  objects: Objects,
  operator: BinaryOperator,
  a: Value,
  b: Value,
): Value | undefined {
  // Both small: the usual case of sums and differences, without asking for kinds.
  if ((a & b & 1) === 1) {
    if (operator === '+') return fromNumber(objects, (a >> 1) + (b >> 1))
    if (operator === '-') return fromNumber(objects, (a >> 1) - (b >> 1))
    return integerOperation(objects, operator, a, b)
  }
  const { memory } = objects
  if (isNumber(memory, a) && isNumber(memory, b)) return numeric(objects, operator, a, b)
  switch (kindOf(memory, a)) {
    case KIND.string:
      if (operator === '%') return percentFormat(objects, a, b)
      return sequence(objects, operator, a, b)
    case KIND.bytes:
      if (operator === '%') throw unsupported('bytes', '%')
      return sequence(objects, operator, a, b)
    case KIND.list:
    case KIND.tuple:
    case KIND.deque:
      return sequence(objects, operator, a, b)
    case KIND.set:
    case KIND.frozenSet:
    case KIND.dictView:
      return setAlgebra(objects, operator, a, b) ?? repeat(objects, operator, a, b)
    case KIND.dict:
      requireCounterRoutine(objects, operator, a, b)
      if (operator === '|' && kindOf(memory, b) === KIND.dict) return merged(objects, a, b)
      return repeat(objects, operator, a, b)
    default:
      return repeat(objects, operator, a, b)
  }
}

function numeric(
  objects: Objects,
  operator: BinaryOperator,
  a: Value,
  b: Value,
): Value | undefined {
  const { memory } = objects
  if (isFloat(memory, a) || isFloat(memory, b)) {
    const result = floatOperation(objects, operator, asDouble(memory, a), asDouble(memory, b))
    return result === undefined ? undefined : fromFloat(objects, result)
  }
  const isBitwise = operator === '&' || operator === '|' || operator === '^'
  if (isBitwise && isBoolean(memory, a) && isBoolean(memory, b)) {
    const bit = integerOperation(objects, operator, a, b)
    return fromBoolean(bit === fromSmallInteger(1))
  }
  return integerOperation(objects, operator, a, b)
}

function isBoolean(memory: Memory, value: Value): boolean {
  return kindOf(memory, value) === KIND.boolean
}

function floatOperation(
  objects: Objects,
  operator: BinaryOperator,
  a: number,
  b: number,
): number | undefined {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      requireDivisor(b, 'float division by zero')
      return a / b
    case '//':
      requireDivisor(b, 'float floor division by zero')
      return floorDivide(a, b).quotient
    case '%':
      requireDivisor(b, 'float modulo')
      return floorDivide(a, b).remainder
    case '**':
      return power(objects, a, b)
    default:
      return undefined
  }
}

function requireDivisor(divisor: number, message: string): void {
  if (divisor === 0) throw new PythonError('ZeroDivisionError', message)
}

/** `+` and `*` of a string, list or tuple on the left. */
function sequence(
  objects: Objects,
  operator: BinaryOperator,
  a: Value,
  b: Value,
): Value | undefined {
  if (operator !== '+') return repeat(objects, operator, a, b)
  const { memory } = objects
  const kind = kindOf(memory, a)
  if (kind !== kindOf(memory, b)) {
    const type = kind === KIND.tuple ? 'tuple' : typeName(objects, a).replace('collections.', '')
    if (type === 'bytes') throw typeError(`can't concat ${typeName(objects, b)} to bytes`)
    throw typeError(`can only concatenate ${type} (not "${typeName(objects, b)}") to ${type}`)
  }
  if (kind === KIND.string) return concatenate(objects, [a, b])
  if (kind === KIND.bytes) return concatenateBytes(objects, [a, b])
  if (kind === KIND.deque) {
    const items = [...listItems(memory, a), ...listItems(memory, b)]
    return makeDeque(objects, items, dequeBound(memory, a))
  }
  if (kind === KIND.list) {
    return makeList(objects, [...listItems(memory, a), ...listItems(memory, b)])
  }
  return makeTuple(objects, [...tupleItems(memory, a), ...tupleItems(memory, b)])
}

/** `sequence * n` and `n * sequence`. */
function repeat(objects: Objects, operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  if (operator !== '*') return undefined
  if (isSequence(objects, a)) return repeated(objects, a, b)
  return isSequence(objects, b) ? repeated(objects, b, a) : undefined
}

const REPEATABLE: ReadonlySet<Kind> = new Set<Kind>([
  ...[KIND.string, KIND.bytes, KIND.list, KIND.tuple, KIND.deque],
])

function isSequence({ memory }: Objects, value: Value): boolean {
  return REPEATABLE.has(kindOf(memory, value))
}

function repeated(objects: Objects, sequence: Value, count: Value): Value {
  const { memory } = objects
  const times = repetitions(objects, count)
  switch (kindOf(memory, sequence)) {
    case KIND.string:
      return fromCodePoints(objects, repeatItems(codePointsOf(memory, sequence), times))
    case KIND.bytes:
      return fromBytes(objects, repeatItems(codePointsOf(memory, sequence), times))
    case KIND.deque: {
      const items = repeatItems(listItems(memory, sequence), times)
      return makeDeque(objects, items, dequeBound(memory, sequence))
    }
    case KIND.list:
      return makeList(objects, repeatItems(listItems(memory, sequence), times))
    default:
      return makeTuple(objects, repeatItems(tupleItems(memory, sequence), times))
  }
}

function repetitions(objects: Objects, count: Value): number {
  const { memory } = objects
  if (!isInteger(memory, count)) {
    throw typeError(`can't multiply sequence by non-int of type '${typeName(objects, count)}'`)
  }
  requireIndexSize(objects, count)
  return toIndex(objects, count)
}

/** Sets, and views of keys or items (which count as the set of what they show). */
function setAlgebra(
  objects: Objects,
  operator: BinaryOperator,
  a: Value,
  b: Value,
): Value | undefined {
  const { memory } = objects
  const isView = kindOf(memory, a) === KIND.dictView
  if (isView ? whichView(memory, a) === VIEW.values : !isSetLike(objects, b)) return undefined
  if (operator !== '&' && operator !== '|' && operator !== '-' && operator !== '^') return undefined
  if (isView || kindOf(memory, b) === KIND.dictView) return viewAlgebra(objects, operator, a, b)
  switch (operator) {
    case '&':
      return intersection(objects, a, b)
    case '|':
      return union(objects, a, b)
    case '-':
      return difference(objects, a, b)
    case '^':
      return symmetricDifference(objects, a, b)
  }
}

function merged(objects: Objects, a: Value, b: Value): Value {
  // The type is that of the left one, but a subclass on the right goes first.
  const type = [a, b].find((dict) => isDefaultDict(objects.memory, dict))
  const dict =
    type === undefined
      ? makeDict(objects)
      : makeDefaultDict(objects, factoryOf(objects.memory, type))
  dictMerge(objects, dict, a)
  dictMerge(objects, dict, b)
  return dict
}

/** Augmented assignment that changes the object on the left; false where it makes a new one. */
function changeInPlace(objects: Objects, operator: BinaryOperator, a: Value, b: Value): boolean {
  const { memory } = objects
  const kind = kindOf(memory, a)
  if (kind === KIND.deque && operator === '+') {
    for (const item of addedItems(objects, a, b)) appendRight(objects, a, item)
    return true
  }
  if (kind === KIND.deque && operator === '*') {
    const items = repeatItems(listItems(memory, a), repetitions(objects, b))
    replaceItems(objects, a, [])
    for (const item of items) appendRight(objects, a, item)
    noteChange(memory, a)
    return true
  }
  if (kind === KIND.list && operator === '+') {
    if (isDriven(objects, b)) throw new RoutineNeeded('extendOperand', [a, b])
    extend(objects, a, itemsOf(objects, b))
    return true
  }
  if (kind === KIND.list && operator === '*') {
    replaceItems(objects, a, repeatItems(listItems(memory, a), repetitions(objects, b)))
    return true
  }
  requireCounterRoutineInPlace(objects, operator, a, b)
  if (kind === KIND.dict && operator === '|') {
    // Unlike `|`, it takes pairs as well, as `update` does.
    updateDict(objects, a, [b], new Map())
    return true
  }
  if (kind !== KIND.set || !isAnySet(memory, b) || !isSetOperator(operator)) return false
  changeSet(objects, a, b, SET_CHANGES[operator])
  return true
}

/** A deque may be extended by itself. */
function addedItems(objects: Objects, a: Value, b: Value): Value[] {
  return a === b ? listItems(objects.memory, b) : itemsOf(objects, b)
}

const SET_CHANGES = { '|': updateSet, '&': keepCommon, '-': subtractFrom, '^': toggle } as const

function isSetOperator(operator: BinaryOperator): operator is keyof typeof SET_CHANGES {
  return Object.hasOwn(SET_CHANGES, operator)
}

/** A type, or None, which stands for its own. */
function isType(objects: Objects, value: Value): boolean {
  return value === NONE || typeName(objects, value) === 'type'
}

function fail(
  objects: Objects,
  operator: BinaryOperator,
  assignment: '' | '=',
  [a, b]: readonly [Value, Value],
): never {
  const symbol = operator === '**' && assignment === '' ? '** or pow()' : operator + assignment
  // `int | str` is a union of types in CPython.
  const isUnion = [a, b].every((value) => isType(objects, value)) && (a !== NONE || b !== NONE)
  if (operator === '|' && isUnion) {
    throw unsupported('type', '|')
  }
  const types = `'${typeName(objects, a)}' and '${typeName(objects, b)}'`
  throw typeError(`unsupported operand type(s) for ${symbol}: ${types}`)
}
