/** The module `math` of CPython 3.11. Not offered: `cbrt`, `erf`, `erfc`, `gamma`, `lgamma`. */
import { BINARY } from '../../bytecode'
import {
  ANY_KEYWORD,
  asDouble,
  binary,
  decompose,
  fromBigInt,
  fromFloat,
  fromNumber,
  isFloat,
  isInteger,
  isNumber,
  itemsOf,
  makeTuple,
  requireFinite,
  toBigInt,
  toIndex,
  typeName,
  type Keywords,
  type Objects,
} from '../objects'
import { PythonError, typeError } from '../pythonError'
import { fromBoolean, fromSmallInteger, NONE, UNBOUND, type Value } from '../value'
import { bitLength } from './fixedPoint'
import { comb, factorial, gcd, isqrt, lcm, perm } from './integerFunctions'
import type { Arguments, Call, FunctionRow, ModuleTable } from './module'
import * as real from './realFunctions'

const TIMES = BINARY.indexOf('*')

/** An argument that must be a real number. @throws PythonError TypeError, OverflowError */
function realOf(objects: Objects, value: Value): number {
  if (isNumber(objects.memory, value)) return asDouble(objects.memory, value)
  throw typeError(`must be real number, not ${typeName(objects, value)}`)
}

function unary(fn: real.RealFunction): Call {
  return (objects, [value = NONE]) => fromFloat(objects, fn(realOf(objects, value)))
}

function binaryReal(fn: (x: number, y: number) => number): Call {
  return (objects, [a = NONE, b = NONE]) => {
    const x = realOf(objects, a)
    return fromFloat(objects, fn(x, realOf(objects, b)))
  }
}

function test(fn: (x: number) => boolean): Call {
  return (objects, [value = NONE]) => fromBoolean(fn(realOf(objects, value)))
}

const row = (name: string, fn: real.RealFunction): FunctionRow => [name, 1, 1, unary(fn)]

/** Logarithms take integers of any size, as the logarithm of a double and that of a power of two. */
function logarithm(fn: real.RealFunction): (objects: Objects, value: Value) => number {
  return (objects, value) => {
    const { memory } = objects
    if (!isInteger(memory, value)) return fn(realOf(objects, value))
    const integer = toBigInt(memory, value)
    if (integer <= 0n) throw real.domainError()
    const number = Number(integer)
    if (Number.isFinite(number)) return fn(number)
    const bits = bitLength(integer)
    const fraction = Number(integer >> BigInt(bits - 1000)) / 2 ** 1000
    return fn(fraction) + fn(2) * bits
  }
}

const natural = logarithm(real.log)

function log(objects: Objects, args: Arguments, keywords: Keywords): Value {
  if (keywords.size > 0) throw typeError('log() takes no keyword arguments')
  const [value = NONE, base] = args
  if (args.length === 0 || args.length > 2) {
    throw typeError('math.log requires 1 to 2 arguments')
  }
  const numerator = natural(objects, value)
  if (base === undefined) return fromFloat(objects, numerator)
  const denominator = natural(objects, base)
  if (denominator === 0) throw new PythonError('ZeroDivisionError', 'float division by zero')
  return fromFloat(objects, numerator / denominator)
}

/** `floor`, `ceil`, `trunc`: the integer of a float, an integer itself. */
function whole(fn: (x: number) => number, refusal: (type: string) => string): Call {
  return (objects, [value = NONE]) => {
    const { memory } = objects
    if (isInteger(memory, value)) return fromBigInt(objects, toBigInt(memory, value))
    if (!isFloat(memory, value)) throw typeError(refusal(typeName(objects, value)))
    const number = asDouble(memory, value)
    requireFinite(number)
    return fromBigInt(objects, BigInt(fn(number)))
  }
}

const notReal = (type: string): string => `must be real number, not ${type}`

function fmod(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN
  if (!Number.isFinite(x) || y === 0) throw real.domainError()
  return x % y
}

function frexp(objects: Objects, [value = NONE]: Arguments): Value {
  const x = realOf(objects, value)
  const isPlain = x === 0 || !Number.isFinite(x)
  const { mantissa, exponent } = isPlain ? { mantissa: 0n, exponent: 0 } : decompose(x)
  const power = isPlain ? 0 : bitLength(mantissa < 0n ? -mantissa : mantissa) + exponent
  const half = Math.trunc(power / 2)
  const fraction = isPlain ? x : x / 2 ** half / 2 ** (power - half)
  return makeTuple(objects, [fromFloat(objects, fraction), fromNumber(objects, power)])
}

function modf(objects: Objects, [value = NONE]: Arguments): Value {
  const x = realOf(objects, value)
  const integral = Math.trunc(x)
  const isNegative = x < 0 || Object.is(x, -0)
  const rest = Number.isFinite(x) ? x - integral : Number.isNaN(x) ? x : 0
  const fraction = rest === 0 && isNegative ? -0 : rest
  return makeTuple(objects, [fromFloat(objects, fraction), fromFloat(objects, integral)])
}

function ldexp(objects: Objects, [value = NONE, power = NONE]: Arguments): Value {
  const x = realOf(objects, value)
  if (!isInteger(objects.memory, power)) {
    throw typeError('Expected an int as second argument to ldexp.')
  }
  return fromFloat(objects, real.ldexp(x, toIndex(objects, power)))
}

function copySign(x: number, y: number): number {
  const isNegative = y < 0 || Object.is(y, -0)
  return isNegative ? -Math.abs(x) : Math.abs(x)
}

function distance(objects: Objects, [first = NONE, second = NONE]: Arguments): Value {
  const p = itemsOf(objects, first)
  const q = itemsOf(objects, second)
  if (p.length !== q.length) {
    throw new PythonError('ValueError', 'both points must have the same number of dimensions')
  }
  const differences = p.map((x, i) => realOf(objects, x) - realOf(objects, q[i] ?? NONE))
  return fromFloat(objects, real.hypotenuse(differences))
}

function isClose(objects: Objects, args: Arguments, keywords: Keywords): Value {
  const a = realOf(objects, args[0] ?? NONE)
  const b = realOf(objects, args[1] ?? NONE)
  const option = (name: string, absent: number): number => {
    const value = keywords.get(name)
    return value === undefined ? absent : realOf(objects, value)
  }
  const relative = option('rel_tol', 1e-9)
  const absolute = option('abs_tol', 0)
  if (relative < 0 || absolute < 0) {
    throw new PythonError('ValueError', 'tolerances must be non-negative')
  }
  if (a === b) return fromBoolean(true)
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return fromBoolean(false)
  const difference = Math.abs(b - a)
  const isNear =
    difference <= Math.abs(relative * b) ||
    difference <= Math.abs(relative * a) ||
    difference <= absolute
  return fromBoolean(isNear)
}

function product(objects: Objects, args: Arguments, keywords: Keywords): Value {
  if (args.length !== 1) {
    throw typeError(`prod() takes exactly 1 positional argument (${args.length} given)`)
  }
  const start = keywords.get('start') ?? fromSmallInteger(1)
  return itemsOf(objects, args[0] ?? UNBOUND).reduce(
    (total, item) => binary(objects, TIMES, total, item),
    start,
  )
}

const FUNCTIONS: readonly FunctionRow[] = [
  ['sqrt', 1, 1, unary(real.sqrt)],
  row('sin', real.sin),
  row('cos', real.cos),
  row('tan', real.tan),
  row('asin', real.asin),
  row('acos', real.acos),
  row('atan', real.atan),
  ['atan2', 2, 2, binaryReal(real.atan2)],
  row('sinh', real.sinh),
  row('cosh', real.cosh),
  row('tanh', Math.tanh),
  row('asinh', real.asinh),
  row('acosh', real.acosh),
  row('atanh', real.atanh),
  row('exp', real.exp),
  row('exp2', real.exp2),
  row('expm1', real.expm1),
  ['log', 0, Infinity, log, { options: [ANY_KEYWORD] }],
  ['log2', 1, 1, (o, [x = NONE]) => fromFloat(o, logarithm(real.log2)(o, x))],
  ['log10', 1, 1, (o, [x = NONE]) => fromFloat(o, logarithm(real.log10)(o, x))],
  row('log1p', real.log1p),
  ['pow', 2, 2, binaryReal(real.pow)],
  row('fabs', Math.abs),
  row('degrees', (x) => x * (180 / Math.PI)),
  row('radians', (x) => x * (Math.PI / 180)),
  row('ulp', real.ulp),
  ['nextafter', 2, 2, binaryReal(real.nextAfter)],
  ['remainder', 2, 2, binaryReal(real.remainder)],
  ['fmod', 2, 2, binaryReal(fmod)],
  ['copysign', 2, 2, binaryReal(copySign)],
  ['floor', 1, 1, whole(Math.floor, notReal)],
  ['ceil', 1, 1, whole(Math.ceil, notReal)],
  ['trunc', 1, 1, whole(Math.trunc, (type) => `type ${type} doesn't define __trunc__ method`)],
  ['isnan', 1, 1, test((x) => Number.isNaN(x))],
  ['isinf', 1, 1, test((x) => Math.abs(x) === Infinity)],
  ['isfinite', 1, 1, test((x) => Number.isFinite(x))],
  [
    'isclose',
    2,
    2,
    isClose,
    { parameters: ['a', 'b'], options: ['rel_tol', 'abs_tol'], wording: 'named' },
  ],
  ['frexp', 1, 1, frexp],
  ['modf', 1, 1, modf],
  ['ldexp', 2, 2, ldexp],
  ['hypot', 0, Infinity, (o, args) => fromFloat(o, real.hypotenuse(args.map((x) => realOf(o, x))))],
  ['dist', 2, 2, distance],
  [
    'fsum',
    1,
    1,
    (o, [items = NONE]) => fromFloat(o, real.exactSum(itemsOf(o, items).map((x) => realOf(o, x)))),
  ],
  ['prod', 0, Infinity, product, { options: ['start'] }],
  ['gcd', 0, Infinity, gcd],
  ['lcm', 0, Infinity, lcm],
  ['isqrt', 1, 1, isqrt],
  ['factorial', 1, 1, factorial],
  ['perm', 1, 2, perm],
  ['comb', 2, 2, comb],
]

const constant =
  (number: number) =>
  (objects: Objects): Value =>
    fromFloat(objects, number)

export const MATH: ModuleTable = {
  name: 'math',
  functions: FUNCTIONS,
  constants: {
    pi: constant(Math.PI),
    e: constant(Math.E),
    tau: constant(2 * Math.PI),
    inf: constant(Infinity),
    nan: constant(NaN),
  },
}
