/**
 * Elementary functions, rounded once from fixed-point numbers with SCALE bits behind the point. JavaScript's own are off
 * by a last digit now and then, differently in each engine; so are the C libraries that CPython uses (glibc in one of
 * some hundreds of arguments). Correct rounding agrees with glibc wherever glibc rounds correctly.
 *
 * A number here is a bigint `n` that stands for n · 2^-SCALE. Callers keep to arguments whose results are at least
 * 2^-80 in magnitude, so that more than 150 bits of a result are good.
 */
import { compose, decompose } from '../objects'

export const SCALE = 256
const BITS = BigInt(SCALE)
export const ONE = 1n << BITS

/** Exact for every double of at least 2^-200 in magnitude or 0; rounded down below. */
export function toFixed(number: number): bigint {
  const { mantissa, exponent } = decompose(number)
  const shift = exponent + SCALE
  return shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift)
}

/** The double nearest to a fixed-point number; infinite when out of range. */
export function toDouble(fixed: bigint): number {
  return compose(fixed, -SCALE)
}

export function divideFixed(a: bigint, b: bigint): bigint {
  return (a << BITS) / b
}

function multiply(a: bigint, b: bigint): bigint {
  return (a * b) >> BITS
}

export function bitLength(integer: bigint): number {
  return integer === 0n ? 0 : integer.toString(2).length
}

/** The integer square root of `integer` ≥ 0 (Newton's method). */
export function integerRoot(integer: bigint): bigint {
  if (integer < 2n) return integer
  let root = 1n << BigInt((bitLength(integer) + 1) >> 1)
  for (;;) {
    const next = (root + integer / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

export function rootFixed(fixed: bigint): bigint {
  return integerRoot(fixed << BITS)
}

/** π with `bits` bits behind the point (Machin's formula). */
function piWith(bits: number): bigint {
  const one = 1n << BigInt(bits + 16)
  const inverseTangent = (x: bigint): bigint => {
    let sum = 0n
    let term = one / x
    for (let n = 1n; term !== 0n; n += 2n) {
      sum += (n & 2n) === 0n ? term / n : -(term / n)
      term /= x * x
    }
    return sum
  }
  return (4n * (4n * inverseTangent(5n) - inverseTangent(239n))) >> 16n
}

export const PI = piWith(SCALE)

/** artanh of |z| ≤ 1/3. */
function artanh(z: bigint): bigint {
  const square = multiply(z, z)
  let sum = 0n
  let divisor = 1n
  for (let term = z; term !== 0n && term !== -1n; term = multiply(term, square)) {
    sum += term / divisor
    divisor += 2n
  }
  return sum
}

export const LOG_2 = 2n * artanh(ONE / 3n)
export const LOG_10 = logarithm(10n * ONE)

/** ln of a positive number. */
export function logarithm(fixed: bigint): bigint {
  const exponent = bitLength(fixed) - 1 - SCALE
  const fraction = exponent >= 0 ? fixed >> BigInt(exponent) : fixed << BigInt(-exponent)
  // Within 2/3 … 4/3, so that the result of an argument near 1 is not a difference of large numbers.
  const isUpper = 3n * fraction > 4n * ONE
  const power = BigInt(isUpper ? exponent + 1 : exponent)
  const numerator = isUpper ? fraction - 2n * ONE : fraction - ONE
  const denominator = isUpper ? fraction + 2n * ONE : fraction + ONE
  return power * LOG_2 + 2n * artanh(divideFixed(numerator, denominator))
}

/** ln of a positive double, exact in its argument. */
export function logarithmOf(number: number): bigint {
  const { mantissa, exponent } = decompose(number)
  return logarithm(mantissa << BITS) + BigInt(exponent) * LOG_2
}

/** e^x for |x| below 800. */
export function exponential(fixed: bigint): bigint {
  const shift = fixed >= 0n ? fixed / LOG_2 : -((-fixed + LOG_2 - 1n) / LOG_2)
  const rest = fixed - shift * LOG_2
  let sum = 0n
  let count = 1n
  // 64 guard bits: a small power loses the bits that are shifted out.
  for (let term = ONE; term !== 0n; count++) {
    sum += term
    term = multiply(term, rest) / count
  }
  return shift >= 0n ? sum << shift : sum >> -shift
}

/** e^x as a double, small and denormal results included. */
export function exponentialDouble(fixed: bigint): number {
  if (fixed > 720n * ONE) return Infinity
  if (fixed < -760n * ONE) return 0
  const shift = fixed / LOG_2 - 1n
  return compose(exponential(fixed - shift * LOG_2), Number(shift) - SCALE)
}

/** Sine and cosine of any finite double. */
export function sineAndCosine(number: number): { readonly sine: bigint; readonly cosine: bigint } {
  const { mantissa, exponent } = decompose(number)
  const extra = Math.max(0, exponent + 53)
  const half = piWith(SCALE + extra) >> 1n
  const shift = exponent + SCALE + extra
  const argument = shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift)
  const floor = argument >= 0n ? argument / half : -((-argument + half - 1n) / half)
  const rest = (argument - floor * half) >> BigInt(extra)
  const sine = alternating(rest, rest, 1n)
  const cosine = alternating(ONE, rest, 0n)
  switch (((floor % 4n) + 4n) % 4n) {
    case 0n:
      return { sine, cosine }
    case 1n:
      return { sine: cosine, cosine: -sine }
    case 2n:
      return { sine: -sine, cosine: -cosine }
    default:
      return { sine: -cosine, cosine: sine }
  }
}

/** first - first·x²/((n+1)(n+2)) + … */
function alternating(first: bigint, x: bigint, n: bigint): bigint {
  const square = multiply(x, x)
  let sum = 0n
  let order = n
  for (let term = first; term !== 0n; order += 2n) {
    sum += term
    term = multiply(term, square) / ((order + 1n) * (order + 2n))
    term = -term
    if (term === -1n) break
  }
  return sum
}

/** atan(numerator / denominator) of a number that is not negative; at least 2^-100, or 0. */
export function inverseTangent(numerator: bigint, denominator: bigint): bigint {
  if (numerator > denominator) return (PI >> 1n) - inverseTangent(denominator, numerator)
  let z = divideFixed(numerator, denominator)
  const halvings = 3n
  for (let i = 0n; i < halvings; i++) z = divideFixed(z, ONE + rootFixed(ONE + multiply(z, z)))
  const square = multiply(z, z)
  let sum = 0n
  let divisor = 1n
  let isAdded = true
  for (let term = z; term !== 0n; term = multiply(term, square)) {
    sum += isAdded ? term / divisor : -(term / divisor)
    isAdded = !isAdded
    divisor += 2n
  }
  return sum << halvings
}
