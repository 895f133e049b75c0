/** Floats as text: the shortest digits that read back the same (`repr`), and correctly rounded fixed digits. */
import { divideRounded, decompose } from './float'

/** `repr` of CPython: exponent form below 1e-4 and from 1e16 on. */
export function floatRepr(number: number): string {
  if (!Number.isFinite(number)) return specialText(number)
  const { sign, digits, exponent } = shortestDigits(number)
  if (exponent < -4 || exponent >= 16) {
    return sign + withPoint(digits, 1) + exponentText(exponent)
  }
  const text = positional(digits, exponent)
  return sign + (text.includes('.') ? text : text + '.0')
}

export function specialText(number: number): string {
  if (Number.isNaN(number)) return 'nan'
  return number > 0 ? 'inf' : '-inf'
}

/** `digits` with the point after the first: value is 0.d₁d₂… · 10^(exponent + 1). */
export interface Decimal {
  readonly digits: string
  readonly exponent: number
}

/** Fewest digits that identify the double; 0 has digits `0` and exponent 0. */
export function shortestDigits(number: number): Decimal & { readonly sign: string } {
  const isNegative = number < 0 || Object.is(number, -0)
  const [mantissa = '0', exponent = '0'] = Math.abs(number).toExponential().split('e')
  return {
    sign: isNegative ? '-' : '',
    digits: mantissa.replace('.', ''),
    exponent: Number(exponent),
  }
}

/** `digits` places as a plain decimal number. */
export function positional(digits: string, exponent: number): string {
  if (exponent < 0) return '0.' + '0'.repeat(-exponent - 1) + digits
  return withPoint(digits.padEnd(exponent + 1, '0'), exponent + 1)
}

/** A point after `whole` digits, unless none follow. */
export function withPoint(digits: string, whole: number): string {
  return digits.length > whole ? `${digits.slice(0, whole)}.${digits.slice(whole)}` : digits
}

/** `e+16`, `e-05`: at least two digits. */
export function exponentText(exponent: number): string {
  const text = String(Math.abs(exponent)).padStart(2, '0')
  return (exponent < 0 ? 'e-' : 'e+') + text
}

/** A finite, non-negative double with exactly `places` decimals, ties to even. */
export function fixedText(number: number, places: number): string {
  const scaled = scaledInteger(number, places)
  const digits = scaled.toString().padStart(places + 1, '0')
  return withPoint(digits, digits.length - places)
}

/** The integer nearest to `number · 10^places`, ties to even; `places` may be negative. */
export function scaledInteger(number: number, places: number): bigint {
  const { mantissa, exponent } = decompose(number)
  const up = 10n ** BigInt(Math.max(0, places)) * 2n ** BigInt(Math.max(0, exponent))
  const down = 10n ** BigInt(Math.max(0, -places)) * 2n ** BigInt(Math.max(0, -exponent))
  return divideRounded(mantissa * up, down)
}

/** Exactly `count` significant digits of a finite, non-negative double, ties to even. */
export function significantDigits(number: number, count: number): Decimal {
  if (number === 0) return { digits: '0'.repeat(count), exponent: 0 }
  // The shortest digits may have been rounded up to the next power of ten, never down.
  let { exponent } = shortestDigits(number)
  let digits = scaledInteger(number, count - 1 - exponent).toString()
  if (digits.length < count) {
    exponent--
    digits = scaledInteger(number, count - 1 - exponent).toString()
  }
  if (digits.length > count) {
    exponent++
    digits = digits.slice(0, count)
  }
  return { digits, exponent }
}
