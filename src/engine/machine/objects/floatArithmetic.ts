/** Arithmetic of floats, with the results and errors of CPython (Objects/floatobject.c). */
import { PythonError } from '../pythonError'
import { fromSmallInteger, type Value } from '../value'
import { compose, decompose } from './float'
import { fromBigInt } from './integer'
import type { Objects } from './object'
import { scaledInteger } from './floatText'
import { fromText } from './string'

/** Largest integer exponent for which a power is computed exactly and rounded once. */
const EXACT_EXPONENT = 1024

/** Quotient and remainder of floor division; `b` is not zero. The remainder has the sign of `b`. */
export function floorDivide(a: number, b: number): { quotient: number; remainder: number } {
  let remainder = a % b
  let quotient = (a - remainder) / b
  if (remainder === 0) {
    remainder = b < 0 ? -0 : 0
  } else if (b < 0 !== remainder < 0) {
    remainder += b
    quotient -= 1
  }
  if (quotient === 0) return { quotient: a / b < 0 || Object.is(a / b, -0) ? -0 : 0, remainder }
  const floor = Math.floor(quotient)
  return { quotient: quotient - floor > 0.5 ? floor + 1 : floor, remainder }
}

/**
 * `a ** b`. @throws PythonError ZeroDivisionError, OverflowError, and ValueError where CPython's result is complex,
 * which classroom Python has not.
 */
export function power(objects: Objects, a: number, b: number): number {
  if (b === 0 || a === 1) return 1
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return 1
  if (a === 0 && b < 0) {
    throw new PythonError('ZeroDivisionError', '0.0 cannot be raised to a negative power')
  }
  const isComplex = a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)
  if (isComplex) throw new PythonError('ValueError', 'complex numbers are not supported')
  const result = finitePower(a, b)
  if (Number.isFinite(a) && Number.isFinite(b) && !Number.isFinite(result)) {
    throw outOfRange(objects)
  }
  return result
}

/** JavaScript's own power may be off by a last digit; where an exact result is in reach, that is rounded instead. */
function finitePower(a: number, b: number): number {
  const isExact =
    Number.isFinite(a) && a !== 0 && Number.isInteger(b) && Math.abs(b) <= EXACT_EXPONENT
  if (!isExact) return b === 0.5 && a >= 0 ? Math.sqrt(a) : a ** b
  const { mantissa, exponent } = decompose(a)
  const count = Math.abs(b)
  const significand = mantissa ** BigInt(count)
  if (b > 0) return compose(significand, exponent * count)
  return reciprocal(significand, exponent * count)
}

/** `1 / (significand · 2^exponent)`, rounded once: 64 bits more than a double holds, and whether anything is left. */
function reciprocal(significand: bigint, exponent: number): number {
  const isNegative = significand < 0n
  const magnitude = isNegative ? -significand : significand
  const bits = magnitude.toString(16).length * 4 + 128
  const quotient = (1n << BigInt(bits)) / magnitude
  const result = compose((quotient << 1n) | 1n, -exponent - bits - 1)
  return isNegative ? -result : result
}

function outOfRange(objects: Objects): PythonError {
  const text = 'Numerical result out of range'
  return new PythonError('OverflowError', text, [fromSmallInteger(34), fromText(objects, text)])
}

/** The integer nearest to a float, ties to even. @throws PythonError for infinities and not-a-number. */
export function roundToInteger(objects: Objects, number: number): Value {
  requireFinite(number)
  const floor = Math.floor(number)
  const rest = number - floor
  const isUp = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)
  return fromBigInt(objects, BigInt(isUp ? floor + 1 : floor))
}

/** @throws PythonError as `int(number)` raises for what has no integer. */
export function requireFinite(number: number): void {
  if (Number.isNaN(number)) {
    throw new PythonError('ValueError', 'cannot convert float NaN to integer')
  }
  if (!Number.isFinite(number)) {
    throw new PythonError('OverflowError', 'cannot convert float infinity to integer')
  }
}

/** `round(number, places)`: the double nearest to the correctly rounded decimal. */
export function roundToPlaces(number: number, places: number): number {
  if (!Number.isFinite(number) || places > 323 || number === 0) return number
  if (places < -308) return number < 0 ? -0 : 0
  const isNegative = number < 0
  const scaled = scaledInteger(Math.abs(number), places)
  const rounded = Number(`${scaled.toString()}e${-places}`)
  if (!Number.isFinite(rounded)) {
    throw new PythonError('OverflowError', 'rounded value too large to represent')
  }
  return isNegative ? -rounded : rounded
}
