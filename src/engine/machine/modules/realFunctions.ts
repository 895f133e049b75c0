/**
 * Functions of `math` from float to float, with the domains and errors of C99 that CPython checks: the common ones
 * rounded correctly, the hyperbolic ones by the formulas of fdlibm, from which both glibc's and V8's stem. CPython takes
 * them from the C library of its platform, so a last digit may differ there too.
 */
import { PythonError } from '../pythonError'
import { compose, decompose, finitePower } from '../objects'
import {
  bitLength,
  divideFixed,
  exponentialDouble,
  integerRoot,
  inverseTangent,
  LOG_10,
  LOG_2,
  logarithmOf,
  ONE,
  PI,
  rootFixed,
  SCALE,
  sineAndCosine,
  toDouble,
  toFixed,
} from './fixedPoint'

/** Below this magnitude x ± x³/k rounds to x. */
const CUBIC = 2 ** -27
/** Below this magnitude cosh rounds to 1. */
const QUADRATIC = 2 ** -55
/** ln of the largest double. */
const LOG_MAXIMUM = 709.782712893384

export function domainError(): PythonError {
  return new PythonError('ValueError', 'math domain error')
}

export function rangeError(): PythonError {
  return new PythonError('OverflowError', 'math range error')
}

/** Not-a-number stays; an infinite result of a finite argument is out of range, or outside the domain. */
export type RealFunction = (x: number) => number

function odd(x: number, positive: RealFunction): number {
  return x < 0 ? -positive(-x) : positive(x)
}

export function sin(x: number): number {
  if (!Number.isFinite(x)) throw domainError()
  return Math.abs(x) < CUBIC ? x : toDouble(sineAndCosine(x).sine)
}

export function cos(x: number): number {
  if (!Number.isFinite(x)) throw domainError()
  return toDouble(sineAndCosine(x).cosine)
}

export function tan(x: number): number {
  if (!Number.isFinite(x)) throw domainError()
  if (Math.abs(x) < CUBIC) return x
  const { sine, cosine } = sineAndCosine(x)
  return toDouble(divideFixed(sine, cosine))
}

export function asin(x: number): number {
  if (Math.abs(x) > 1) throw domainError()
  if (Math.abs(x) < CUBIC) return x
  return odd(x, (y) => {
    const fixed = toFixed(y)
    return toDouble(
      inverseTangent(fixed, rootFixed(((ONE - fixed) * (ONE + fixed)) >> BigInt(SCALE))),
    )
  })
}

export function acos(x: number): number {
  if (Math.abs(x) > 1) throw domainError()
  const fixed = toFixed(x)
  if (fixed === -ONE) return toDouble(PI)
  return toDouble(2n * inverseTangent(rootFixed(divideFixed(ONE - fixed, ONE + fixed)), ONE))
}

export function atan(x: number): number {
  return atan2(x, 1)
}

export function atan2(y: number, x: number): number {
  if (y < 0 || Object.is(y, -0)) return -atan2(-y, x)
  const isLeft = x < 0 || Object.is(x, -0)
  if (y === 0) return isLeft ? toDouble(PI) : 0
  if (y === Infinity) {
    if (Number.isFinite(x)) return toDouble(PI >> 1n)
    return toDouble(isLeft ? (3n * PI) >> 2n : PI >> 2n)
  }
  if (!Number.isFinite(x)) return isLeft ? toDouble(PI) : 0
  return finiteArgument(y, Math.abs(x), isLeft)
}

/** `y` positive and finite, `x` not negative and finite. */
function finiteArgument(y: number, x: number, isLeft: boolean): number {
  const a = decompose(y)
  const b = decompose(x)
  const lowest = Math.min(a.exponent, b.exponent)
  const numerator = a.mantissa << BigInt(a.exponent - lowest)
  const denominator = b.mantissa << BigInt(b.exponent - lowest)
  const isTiny = bitLength(denominator) - bitLength(numerator) > 60
  if (isTiny && isLeft) return toDouble(PI)
  if (isTiny) return smallRatio(numerator, denominator)
  const angle = inverseTangent(numerator, denominator)
  return toDouble(isLeft ? PI - angle : angle)
}

/** The double nearest to a ratio a hair below numerator / denominator. */
function smallRatio(numerator: bigint, denominator: bigint): number {
  const shift = bitLength(denominator) - bitLength(numerator) + 128
  const quotient = (numerator << BigInt(shift)) / denominator
  return compose(2n * quotient - 1n, -shift - 1)
}

export function exp(x: number): number {
  const result =
    x === -Infinity ? 0 : x > 800 ? Infinity : x < -800 ? 0 : exponentialDouble(toFixed(x))
  if (result === Infinity && x !== Infinity) throw rangeError()
  return result
}

export function exp2(x: number): number {
  const result = finitePower(2, x)
  if (result === Infinity && x !== Infinity) throw rangeError()
  return result
}

export function expm1(x: number): number {
  const result = Math.expm1(x)
  if (result === Infinity && x !== Infinity) throw rangeError()
  return result
}

function requirePositive(x: number): void {
  if (x <= 0) throw domainError()
}

export function log(x: number): number {
  requirePositive(x)
  return x === Infinity ? x : toDouble(logarithmOf(x))
}

export function log2(x: number): number {
  requirePositive(x)
  return x === Infinity ? x : toDouble(divideFixed(logarithmOf(x), LOG_2))
}

export function log10(x: number): number {
  requirePositive(x)
  return x === Infinity ? x : toDouble(divideFixed(logarithmOf(x), LOG_10))
}

export function log1p(x: number): number {
  if (x <= -1) throw domainError()
  return Math.log1p(x)
}

export function sinh(x: number): number {
  const result = Math.sinh(x)
  if (!Number.isFinite(result) && Number.isFinite(x)) throw rangeError()
  return result
}

export function cosh(x: number): number {
  const size = Math.abs(x)
  if (!Number.isFinite(size)) return size
  const result = finiteCosh(size)
  if (!Number.isFinite(result)) throw rangeError()
  return result
}

/** As in fdlibm. */
function finiteCosh(x: number): number {
  if (x < 0.5 * Math.LN2) {
    const t = Math.expm1(x)
    return x < QUADRATIC ? 1 : 1 + (t * t) / (1 + t + (1 + t))
  }
  if (x > 720) return Infinity
  if (x < 22) return 0.5 * exp(x) + 0.5 / exp(x)
  if (x < LOG_MAXIMUM) return 0.5 * exp(x)
  const root = exp(0.5 * x)
  return 0.5 * root * root
}

/** As in fdlibm. */
export function asinh(x: number): number {
  if (Math.abs(x) < 2 ** -28 || !Number.isFinite(x)) return x
  return odd(x, (y) => {
    if (y > 2 ** 28) return log(y) + Math.LN2
    const square = y * y
    if (y > 2) return log(2 * y + 1 / (Math.sqrt(square + 1) + y))
    return Math.log1p(y + square / (1 + Math.sqrt(1 + square)))
  })
}

/** As in fdlibm. */
export function acosh(x: number): number {
  if (x < 1) throw domainError()
  if (x > 2 ** 28) return Number.isFinite(x) ? log(x) + Math.LN2 : x
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)))
  const t = x - 1
  return Math.log1p(t + Math.sqrt(2 * t + t * t))
}

export function atanh(x: number): number {
  if (Math.abs(x) >= 1) throw domainError()
  return Math.atanh(x)
}

export function sqrt(x: number): number {
  if (x < 0) throw domainError()
  return Math.sqrt(x)
}

export function pow(x: number, y: number): number {
  if (x === 1 || y === 0) return 1
  if (x === -1 && Math.abs(y) === Infinity) return 1
  if (x === 0 && y < 0 && y !== -Infinity) throw domainError()
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) throw domainError()
  const result = finitePower(x, y)
  if (Number.isFinite(x) && Number.isFinite(y) && !Number.isFinite(result)) throw rangeError()
  return result
}

/** √(Σ x²), rounded once. */
export function hypotenuse(numbers: readonly number[]): number {
  if (numbers.some((x) => Math.abs(x) === Infinity)) return Infinity
  if (numbers.some((x) => Number.isNaN(x))) return NaN
  const parts = numbers.filter((x) => x !== 0).map((x) => decompose(x))
  if (parts.length === 0) return 0
  const lowest = Math.min(...parts.map(({ exponent }) => exponent))
  const sum = parts
    .map(({ mantissa, exponent }) => mantissa << BigInt(exponent - lowest))
    .reduce((total, x) => total + x * x, 0n)
  const shift = Math.max(0, 256 - bitLength(sum))
  const even = shift + (shift & 1)
  const scaled = sum << BigInt(even)
  const root = integerRoot(scaled)
  const sticky = root * root === scaled ? 0n : 1n
  return compose(2n * root + sticky, lowest - even / 2 - 1)
}

/** The exact sum, rounded once. */
export function exactSum(numbers: readonly number[]): number {
  const infinite = numbers.filter((x) => !Number.isFinite(x))
  if (infinite.length > 0) {
    const sum = infinite.reduce((total, x) => total + x, 0)
    if (Number.isNaN(sum) && !infinite.some((x) => Number.isNaN(x))) {
      throw new PythonError('ValueError', '-inf + inf in fsum')
    }
    return sum
  }
  const parts = numbers.filter((x) => x !== 0).map((x) => decompose(x))
  if (parts.length === 0) return 0
  const lowest = Math.min(...parts.map(({ exponent }) => exponent))
  const sum = parts.reduce(
    (total, { mantissa, exponent }) => total + (mantissa << BigInt(exponent - lowest)),
    0n,
  )
  const result = compose(sum, lowest)
  if (!Number.isFinite(result))
    throw new PythonError('OverflowError', 'intermediate overflow in fsum')
  return result
}

/** IEEE 754 remainder: x - n·y with n the integer nearest to x / y, ties to even. */
export function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN
  if (!Number.isFinite(x) || y === 0) throw domainError()
  if (!Number.isFinite(y)) return x
  const a = decompose(Math.abs(x))
  const b = decompose(Math.abs(y))
  const lowest = Math.min(a.exponent, b.exponent)
  const numerator = a.mantissa << BigInt(a.exponent - lowest)
  const denominator = b.mantissa << BigInt(b.exponent - lowest)
  const quotient = numerator / denominator
  const rest = numerator % denominator
  const isUp = 2n * rest > denominator || (2n * rest === denominator && (quotient & 1n) === 1n)
  const result = compose(isUp ? rest - denominator : rest, lowest)
  if (result === 0) return x < 0 || Object.is(x, -0) ? -0 : 0
  return x < 0 ? -result : result
}

/** x · 2^power. */
export function ldexp(x: number, power: number): number {
  if (x === 0 || !Number.isFinite(x)) return x
  if (power > 5000) throw rangeError()
  if (power < -5000) return x < 0 ? -0 : 0
  const { mantissa, exponent } = decompose(Math.abs(x))
  const result = compose(mantissa, exponent + power)
  if (!Number.isFinite(result)) throw rangeError()
  return x < 0 ? -result : result
}

/** The neighbour of `x` in the direction of `y`. */
export function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN
  if (x === y) return y
  if (x === 0) return y < 0 ? -Number.MIN_VALUE : Number.MIN_VALUE
  const isGrowing = y > x === x > 0
  if (!Number.isFinite(x)) return x > 0 ? Number.MAX_VALUE : -Number.MAX_VALUE
  const bits = new BigInt64Array(Float64Array.of(x).buffer)
  bits[0] = (bits[0] ?? 0n) + (isGrowing ? 1n : -1n)
  return new Float64Array(bits.buffer)[0] ?? NaN
}

/** The distance to the next double away from 0. */
export function ulp(x: number): number {
  const size = Math.abs(x)
  if (!Number.isFinite(size)) return size
  const next = nextAfter(size, Infinity)
  return Number.isFinite(next) ? next - size : size - nextAfter(size, -Infinity)
}
