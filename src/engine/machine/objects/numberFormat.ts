/** Numbers as text under a format specification. */
import { PythonError } from '../pythonError'
import {
  exponentText,
  fixedText,
  floatRepr,
  positional,
  significantDigits,
  specialText,
  withPoint,
} from './floatText'
import type { FormatSpecification } from './formatSpecification'
import { decimalText } from './integerText'
import { requireWords } from './object'

/** A number in parts: padding goes between `prefix` and `digits` under alignment `=`. */
interface NumberParts {
  readonly sign: string
  readonly prefix: string
  /** The integer part: what grouping applies to. */
  readonly digits: string
  readonly rest: string
}

const DEFAULT_PRECISION = 6
const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 }

/** An integer of type `d b o x X n` or none. */
export function formatInteger(integer: bigint, specification: FormatSpecification): string {
  const { type, isAlternate } = specification
  const magnitude = integer < 0n ? -integer : integer
  const radix = RADIX[type] ?? 10
  const digits = radix === 10 ? decimalText(magnitude) : magnitude.toString(radix)
  const text = type === 'X' ? digits.toUpperCase() : digits
  const prefix = isAlternate && radix !== 10 ? `0${type}` : ''
  const sign = signOf(integer < 0n, specification)
  return layOut({ sign, prefix, digits: text, rest: '' }, specification)
}

/** A float of type `e E f F g G n %` or none. */
export function formatFloat(number: number, specification: FormatSpecification): string {
  const { type, isZeroPositive } = specification
  const isPercent = type === '%'
  const magnitude = Math.abs(number) * (isPercent ? 100 : 1)
  const isUpper = type === 'E' || type === 'F' || type === 'G'
  const body = Number.isFinite(magnitude)
    ? floatBody(magnitude, specification)
    : specialText(magnitude)
  const isZero = /^[0.]+(e|$)/.test(body)
  const isNegative = (number < 0 || Object.is(number, -0)) && !(isZeroPositive && isZero)
  const digits = /^\d*/.exec(body)?.[0] ?? ''
  const rest = (isUpper ? body.toUpperCase() : body).slice(digits.length) + (isPercent ? '%' : '')
  return layOut(
    { sign: signOf(isNegative, specification), prefix: '', digits, rest },
    specification,
  )
}

/** Digits of a finite, non-negative double. */
export function floatBody(
  number: number,
  { type, precision, isAlternate }: Pick<FormatSpecification, 'type' | 'precision' | 'isAlternate'>,
): string {
  requireWords(precision ?? 0)
  switch (type.toLowerCase()) {
    case 'e': {
      const places = precision ?? DEFAULT_PRECISION
      const { digits, exponent } = significantDigits(number, places + 1)
      return withForcedPoint(withPoint(digits, 1), isAlternate) + exponentText(exponent)
    }
    case 'f':
    case '%':
      return withForcedPoint(fixedText(number, precision ?? DEFAULT_PRECISION), isAlternate)
    case '':
      if (precision === undefined) return withPointInMantissa(floatRepr(number), isAlternate)
      return generalText(number, precision, isAlternate, true)
    default:
      return generalText(number, precision ?? DEFAULT_PRECISION, isAlternate, false)
  }
}

function withForcedPoint(text: string, isForced: boolean): string {
  return isForced && !text.includes('.') ? `${text}.` : text
}

function withPointInMantissa(text: string, isForced: boolean): string {
  const end = text.includes('e') ? text.indexOf('e') : text.length
  return withForcedPoint(text.slice(0, end), isForced) + text.slice(end)
}

/** `g`: fixed or exponent form, whichever suits. `isFloatLike` keeps one decimal, as types without a name do. */
function generalText(
  number: number,
  precision: number,
  isAlternate: boolean,
  isFloatLike: boolean,
): string {
  const count = Math.max(1, precision)
  const { digits, exponent } = significantDigits(number, count)
  const significant = isAlternate ? digits : digits.replace(/0+$/, '') || '0'
  if (exponent < -4 || exponent >= count - (isFloatLike ? 1 : 0)) {
    const mantissa = withForcedPoint(withPoint(significant, 1), isAlternate)
    return mantissa + exponentText(exponent)
  }
  const text = withForcedPoint(positional(significant, exponent), isAlternate)
  return isFloatLike && !text.includes('.') ? `${text}.0` : text
}

function signOf(isNegative: boolean, { sign }: FormatSpecification): string {
  if (isNegative) return '-'
  return sign === '-' ? '' : sign
}

function layOut(parts: NumberParts, specification: FormatSpecification): string {
  const { fill, align, width } = specification
  requireWords(width)
  const fixed = parts.sign.length + parts.prefix.length + parts.rest.length
  const isZeroPadded = fill === '0' && align === '='
  const digits = group(parts.digits, specification, isZeroPadded ? width - fixed : 0)
  const padding = Math.max(0, width - fixed - digits.length)
  const head = parts.sign + parts.prefix
  const tail = digits + parts.rest
  if (align === '=') return head + fill.repeat(padding) + tail
  return pad(head + tail, specification, padding)
}

/** Puts `padding` fill characters around `text`. */
export function pad(text: string, { fill, align }: FormatSpecification, padding: number): string {
  if (align === '<') return text + fill.repeat(padding)
  if (align === '>' || align === '=') return fill.repeat(padding) + text
  const left = Math.floor(padding / 2)
  return fill.repeat(left) + text + fill.repeat(padding - left)
}

/** Separators between groups; leading zeros are grouped, too, up to `width`. */
function group(digits: string, { grouping, type }: FormatSpecification, width: number): string {
  if (grouping === '' || digits === '') return digits
  const size = RADIX[type] === undefined ? 3 : 4
  const length = (count: number): number => count + Math.floor((count - 1) / size)
  let count = digits.length
  while (length(count) < width) count++
  const padded = digits.padStart(count, '0')
  const first = count % size || size
  const groups = [padded.slice(0, first)]
  for (let i = first; i < count; i += size) groups.push(padded.slice(i, i + size))
  return groups.join(grouping)
}

/** @throws PythonError ValueError unless the grouping is allowed with the type. */
export function requireGrouping({ grouping, type }: FormatSpecification, fallback: string): void {
  if (grouping === '') return
  const name = type === '' ? fallback : type
  const isAllowed =
    name === '' || 'defgEGF%'.includes(name) || (grouping === '_' && 'boxX'.includes(name))
  if (isAllowed) return
  throw new PythonError('ValueError', `Cannot specify '${grouping}' with '${name}'.`)
}
