/**
 * Powers of floats, rounded once from an exact or a 192-bit result. JavaScript's own `**` is off by a last digit in one
 * of ten cases; glibc's, which CPython uses, in one of some hundreds (see the limitation test).
 */
import { LimitError } from '../limits'
import { PythonError } from '../pythonError'
import { fromSmallInteger } from '../value'
import { compose, decompose } from './float'
import { bitLength } from './integer'
import type { Objects } from './object'
import { fromText } from './string'

/** Largest integer exponent for which the power of the significand is computed exactly. */
const EXACT_EXPONENT = 64

/** Bits behind the point of the fixed-point numbers below. */
const SCALE = 192n
const ONE = 1n << SCALE

/** Exponents of e beyond which a double overflows or vanishes. */
const LARGEST_LOGARITHM = 710n * ONE
const SMALLEST_LOGARITHM = -746n * ONE

/**
 * `a ** b`. @throws PythonError ZeroDivisionError, OverflowError; LimitError where CPython's result is complex, which
 * classroom Python has not: no handler may take that for an error of the program.
 */
export function power(objects: Objects, a: number, b: number): number {
  if (b === 0 || a === 1) return 1
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return 1
  if (a === 0 && b < 0) {
    throw new PythonError('ZeroDivisionError', '0.0 cannot be raised to a negative power')
  }
  const isComplex = a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)
  if (isComplex) throw new LimitError('complexNumber', 0)
  const result = finitePower(a, b)
  if (Number.isFinite(a) && Number.isFinite(b) && !Number.isFinite(result)) {
    throw outOfRange(objects)
  }
  return result
}

/** `a ** b` of floats; infinite where a finite result is out of range. */
export function finitePower(a: number, b: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b) || a === 0) return a ** b
  const isOdd = Number.isInteger(b) && Math.abs(b % 2) === 1
  if (Number.isInteger(b) && Math.abs(b) <= EXACT_EXPONENT) return integerPower(a, b)
  const magnitude = exponential(timesLogarithm(Math.abs(a), b))
  return a < 0 && isOdd ? -magnitude : magnitude
}

function integerPower(a: number, b: number): number {
  const { mantissa, exponent } = decompose(a)
  const count = Math.abs(b)
  const significand = mantissa ** BigInt(count)
  return b > 0 ? compose(significand, exponent * count) : reciprocal(significand, exponent * count)
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

/** `b · ln a` in fixed point; `a` is positive. */
function timesLogarithm(a: number, b: number): bigint {
  const { mantissa, exponent } = decompose(a)
  const length = bitLength(mantissa)
  const fraction = mantissa << (SCALE - BigInt(length - 1))
  const logarithm = BigInt(exponent + length - 1) * logarithmOfTwo() + logarithmOf(fraction)
  const factor = decompose(b)
  const product = logarithm * factor.mantissa
  return factor.exponent >= 0
    ? product << BigInt(factor.exponent)
    : product >> BigInt(-factor.exponent)
}

function logarithmOfTwo(): bigint {
  return 2n * artanh(ONE / 3n)
}

/** `ln x` for fixed-point 1 ≤ x < 2, as 2 artanh((x - 1) / (x + 1)). */
function logarithmOf(x: bigint): bigint {
  return 2n * artanh(((x - ONE) << SCALE) / (x + ONE))
}

/** The series z + z³/3 + z⁵/5 + … for z ≤ 1/3: three bits a term. */
function artanh(z: bigint): bigint {
  const square = (z * z) >> SCALE
  let sum = 0n
  let divisor = 1n
  for (let term = z; term !== 0n; term = (term * square) >> SCALE) {
    sum += term / divisor
    divisor += 2n
  }
  return sum
}

/** The double nearest to e^x; infinite or 0 when out of range. */
function exponential(x: bigint): number {
  if (x > LARGEST_LOGARITHM) return Infinity
  if (x < SMALLEST_LOGARITHM) return 0
  const two = logarithmOfTwo()
  const shift = x >= 0n ? x / two : -((-x + two - 1n) / two)
  const rest = x - shift * two
  let sum = 0n
  let count = 1n
  for (let term = ONE; term !== 0n; count++) {
    sum += term
    term = ((term * rest) >> SCALE) / count
  }
  return compose(sum, Number(shift - SCALE))
}

function outOfRange(objects: Objects): PythonError {
  const text = 'Numerical result out of range'
  return new PythonError('OverflowError', text, [fromSmallInteger(34), fromText(objects, text)])
}
