/** Integers as text and back. */
import type { Memory } from '../memory'
import { PythonError } from '../pythonError'
import type { Value } from '../value'
import { isSpace, withAsciiDigits } from './characters'
import { immediateInteger, toBigInt } from './integer'

/** CPython's bound on conversions between decimal text and int (3.11, sys.set_int_max_str_digits). */
const MAXIMUM_DIGITS = 4300
const LIMIT = `Exceeds the limit (${String(MAXIMUM_DIGITS)} digits) for integer string conversion`
const REMEDY = 'use sys.set_int_max_str_digits() to increase the limit'

const PREFIXES: Readonly<Record<string, number>> = { '0x': 16, '0o': 8, '0b': 2 }

/** Decimal text of an int or bool. @throws PythonError ValueError beyond 4300 digits, as CPython. */
export function integerText(memory: Memory, value: Value): string {
  const immediate = immediateInteger(value)
  return immediate === undefined ? decimalText(toBigInt(memory, value)) : String(immediate)
}

/** The least integer with more digits than are converted. */
const TOO_LONG = 10n ** BigInt(MAXIMUM_DIGITS)

/** @throws PythonError ValueError beyond 4300 digits; before any is converted, which takes time quadratic in them. */
export function decimalText(integer: bigint): string {
  if (integer >= TOO_LONG || integer <= -TOO_LONG) {
    throw new PythonError('ValueError', `${LIMIT}; ${REMEDY}`)
  }
  return integer.toString()
}

/** CPython's `%.200R`. */
const SHOWN_CHARACTERS = 200

/**
 * `int(text, base)`; base 2 … 36, or 0 to read the prefix. `literal` is how an error shows the text.
 * @throws PythonError ValueError
 */
export function parseInteger(text: string, base: number, literal: string): bigint {
  const integer = readInteger(withAsciiDigits(trimWhitespace(text)).toLowerCase(), base)
  if (integer !== undefined) return integer
  const shown = Array.from(literal).slice(0, SHOWN_CHARACTERS).join('')
  throw new PythonError('ValueError', `invalid literal for int() with base ${base}: ${shown}`)
}

function readInteger(text: string, base: number): bigint | undefined {
  const isSigned = text.startsWith('-') || text.startsWith('+')
  let digits = isSigned ? text.slice(1) : text
  const prefix = PREFIXES[digits.slice(0, 2)]
  const hasPrefix = prefix !== undefined && (base === 0 || base === prefix)
  if (hasPrefix) digits = digits.slice(digits[2] === '_' ? 3 : 2)
  else if (base === 0 && /^0[0_]*[1-9]/.test(digits)) return undefined
  const radix = hasPrefix ? prefix : base || 10
  const magnitude = readDigits(digits, radix)
  return text.startsWith('-') && magnitude !== undefined ? -magnitude : magnitude
}

/** Digits with single underscores between them. */
function readDigits(text: string, radix: number): bigint | undefined {
  if (!/^[0-9a-z]+(_[0-9a-z]+)*$/.test(text)) return undefined
  const digits = text.replaceAll('_', '')
  const values = Array.from(digits, (digit) => Number.parseInt(digit, 36))
  if (values.some((value) => value >= radix)) return undefined
  if ((radix & (radix - 1)) !== 0 && digits.length > MAXIMUM_DIGITS) {
    const message = `${LIMIT}: value has ${digits.length} digits; ${REMEDY}`
    throw new PythonError('ValueError', message)
  }
  if (radix === 10) return BigInt(digits)
  return values.reduce((sum, value) => sum * BigInt(radix) + BigInt(value), 0n)
}

/** Without white space at the ends, as `int` and `float` read text. */
function trimWhitespace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

const FLOAT = /^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+(_\d+)*)?$/
const SPECIAL = /^[+-]?(inf|infinity|nan)$/

/** `float(text)`; `literal` is how an error shows the text. @throws PythonError ValueError */
export function parseFloatText(text: string, literal: string): number {
  const trimmed = withAsciiDigits(trimWhitespace(text)).toLowerCase()
  if (FLOAT.test(trimmed)) return Number(trimmed.replaceAll('_', ''))
  if (!SPECIAL.test(trimmed)) {
    throw new PythonError('ValueError', `could not convert string to float: ${literal}`)
  }
  if (trimmed.endsWith('nan')) return NaN
  return trimmed.startsWith('-') ? -Infinity : Infinity
}
