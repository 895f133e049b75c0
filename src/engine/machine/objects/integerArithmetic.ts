/** Arithmetic of integers: on numbers while they are exact, on bigints beyond. */
import type { BINARY } from '../../bytecode'
import { PythonError } from '../pythonError'
import type { Value } from '../value'
import { compose, fromFloat } from './float'
import { power } from './power'
import {
  bitLength,
  fromBigInt,
  fromNumber,
  immediateInteger,
  requireBits,
  toBigInt,
  toNumber,
} from './integer'
import type { Objects } from './object'

export type BinaryOperator = (typeof BINARY)[number]

/** Bits of the quotient that decide the rounding of a true division. */
const QUOTIENT_BITS = 66

/** `a operator b` for ints and bools. @throws PythonError ZeroDivisionError, ValueError, OverflowError */
export function integerOperation(
  objects: Objects,
  operator: BinaryOperator,
  a: Value,
  b: Value,
): Value {
  const x = immediateInteger(a)
  const y = immediateInteger(b)
  if (x !== undefined && y !== undefined) {
    const result = immediateOperation(operator, x, y)
    if (result !== undefined) return fromNumber(objects, result)
  }
  const { memory } = objects
  if (operator === '/')
    return fromFloat(objects, trueDivide(toBigInt(memory, a), toBigInt(memory, b)))
  if (operator === '**') return integerPower(objects, a, b)
  return fromBigInt(objects, largeOperation(operator, toBigInt(memory, a), toBigInt(memory, b)))
}

/** The result while it is a safe integer that 53 bits give exactly, else `undefined`. */
function immediateOperation(operator: BinaryOperator, x: number, y: number): number | undefined {
  switch (operator) {
    case '+':
      return x + y
    case '-':
      return x - y
    case '*':
      return safe(x * y)
    case '//':
      return y === 0 ? undefined : Math.floor(x / y)
    case '%':
      return y === 0 ? undefined : x - y * Math.floor(x / y)
    case '&':
      return x & y
    case '|':
      return x | y
    case '^':
      return x ^ y
    case '<<':
      return y < 0 || y > 22 ? undefined : x * 2 ** y
    case '>>':
      return y < 0 ? undefined : x >> Math.min(y, 31)
    default:
      return undefined
  }
}

function safe(number: number): number | undefined {
  return Number.isSafeInteger(number) ? number : undefined
}

function largeOperation(
  operator: Exclude<BinaryOperator, '/' | '**'>,
  x: bigint,
  y: bigint,
): bigint {
  switch (operator) {
    case '+':
      return x + y
    case '-':
      return x - y
    case '*':
      requireBits(bitLength(x) + bitLength(y))
      return x * y
    case '//':
      return floorQuotient(x, y)
    case '%':
      return floorRemainder(x, y)
    case '&':
      return x & y
    case '|':
      return x | y
    case '^':
      return x ^ y
    case '<<':
      return shiftLeft(x, y)
    case '>>':
      return shiftRight(x, y)
  }
}

/** @throws PythonError ZeroDivisionError */
export function floorQuotient(x: bigint, y: bigint): bigint {
  if (y === 0n) {
    throw new PythonError('ZeroDivisionError', 'integer division or modulo by zero')
  }
  const quotient = x / y
  return x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient
}

/** The remainder has the sign of `y`. @throws PythonError ZeroDivisionError */
export function floorRemainder(x: bigint, y: bigint): bigint {
  if (y === 0n) throw new PythonError('ZeroDivisionError', 'integer modulo by zero')
  const remainder = x % y
  return remainder !== 0n && x < 0n !== y < 0n ? remainder + y : remainder
}

function shiftLeft(x: bigint, y: bigint): bigint {
  requireShift(y)
  if (x === 0n) return 0n
  requireBits(bitLength(x) + Number(y))
  return x << y
}

function shiftRight(x: bigint, y: bigint): bigint {
  requireShift(y)
  if (y > BigInt(bitLength(x))) return x < 0n ? -1n : 0n
  return x >> y
}

function requireShift(y: bigint): void {
  if (y < 0n) throw new PythonError('ValueError', 'negative shift count')
}

/** The double nearest to `x / y`. @throws PythonError ZeroDivisionError, OverflowError */
export function trueDivide(x: bigint, y: bigint): number {
  if (y === 0n) throw new PythonError('ZeroDivisionError', 'division by zero')
  const quick = Number(x) / Number(y)
  if (Number.isSafeInteger(Number(x)) && Number.isSafeInteger(Number(y))) return quick
  if (x < 0n !== y < 0n) return -positiveQuotient(x < 0n ? -x : x, y < 0n ? -y : y)
  return positiveQuotient(x < 0n ? -x : x, y < 0n ? -y : y)
}

function positiveQuotient(x: bigint, y: bigint): number {
  if (x === 0n) return 0
  const shift = QUOTIENT_BITS - (bitLength(x) - bitLength(y))
  const numerator = shift > 0 ? x << BigInt(shift) : x
  const denominator = shift < 0 ? y << BigInt(-shift) : y
  const quotient = numerator / denominator
  // A last bit says that the division left something, so that rounding sees no false tie.
  const rest = numerator % denominator === 0n ? 0n : 1n
  const result = compose((quotient << 1n) | rest, -shift - 1)
  if (Number.isFinite(result)) return result
  throw new PythonError('OverflowError', 'integer division result too large for a float')
}

/** A negative exponent gives a float, as in Python. */
function integerPower(objects: Objects, a: Value, b: Value): Value {
  const { memory } = objects
  const exponent = toBigInt(memory, b)
  if (exponent < 0n) {
    const x = requireDouble(toNumber(memory, a))
    return fromFloat(objects, power(objects, x, requireDouble(toNumber(memory, b))))
  }
  const base = toBigInt(memory, a)
  const isSmall = base >= -1n && base <= 1n
  if (isSmall) return fromBigInt(objects, exponent === 0n ? 1n : base ** (2n - (exponent & 1n)))
  requireBits((bitLength(base) - 1) * Number(exponent))
  return fromBigInt(objects, base ** exponent)
}

function requireDouble(number: number): number {
  if (Number.isFinite(number)) return number
  throw new PythonError('OverflowError', 'int too large to convert to float')
}

/** `pow(base, exponent, modulus)`. @throws PythonError ValueError */
export function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) throw new PythonError('ValueError', 'pow() 3rd argument cannot be 0')
  const magnitude = modulus < 0n ? -modulus : modulus
  let factor = floorRemainder(base, magnitude)
  if (exponent < 0n) factor = inverse(factor, magnitude)
  let result = 1n % magnitude
  for (let rest = exponent < 0n ? -exponent : exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * factor) % magnitude
    factor = (factor * factor) % magnitude
  }
  return floorRemainder(result, modulus)
}

/** Extended Euclid. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [r, s] = [modulus, value]
  let [t, u] = [0n, 1n]
  while (s !== 0n) {
    const quotient = r / s
    ;[r, s] = [s, r - quotient * s]
    ;[t, u] = [u, t - quotient * u]
  }
  if (r !== 1n) {
    throw new PythonError('ValueError', 'base is not invertible for the given modulus')
  }
  return floorRemainder(t, modulus)
}

/** The integer nearest to `integer`, a multiple of 10^-places, ties to even; `places` is negative. */
export function roundInteger(integer: bigint, places: number): bigint {
  const unit = 10n ** BigInt(-places)
  const rest = floorRemainder(integer, unit)
  const down = integer - rest
  const isUp = rest * 2n > unit || (rest * 2n === unit && (down / unit) % 2n !== 0n)
  return isUp ? down + unit : down
}
