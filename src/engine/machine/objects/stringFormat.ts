/** `format(value, specification)`. */
import { PythonError, valueError } from '../pythonError'
import { UNBOUND, type Value } from '../value'
import { asDouble, toDouble } from './float'
import { parseSpecification, type FormatSpecification } from './formatSpecification'
import { toBigInt } from './integer'
import { formatFloat, formatInteger, pad, requireGrouping } from './numberFormat'
import { KIND, kindOf, requireWords, type Objects } from './object'
import { repr, str } from './representation'
import { fromText, isString, textOf } from './string'
import { toAscii } from './stringRepr'
import { typeName } from './typeName'

/** Conversions of a replacement field, as the bytecode numbers them. */
export const CONVERSION = { none: 0, str: 1, repr: 2, ascii: 3 } as const

/**
 * A replacement field as a string value: conversion first, then the specification (a string value, or UNBOUND).
 * @throws PythonError ValueError, TypeError
 */
export function format(
  objects: Objects,
  value: Value,
  conversion: number,
  specification: Value,
): Value {
  const { memory } = objects
  const text = specification === UNBOUND ? '' : textOf(memory, specification)
  if (conversion === CONVERSION.none && text === '' && isString(memory, value)) return value
  return fromText(objects, formatField(objects, value, conversion, text))
}

/** As {@link format}, on texts. */
export function formatField(
  objects: Objects,
  value: Value,
  conversion: number,
  specification: string,
): string {
  if (conversion === CONVERSION.none) return formatValue(objects, value, specification)
  const text = convert(objects, value, conversion)
  return specification === '' ? text : formatText(text, specification)
}

function convert(objects: Objects, value: Value, conversion: number): string {
  if (conversion === CONVERSION.str) return str(objects, value)
  const text = repr(objects, value)
  return conversion === CONVERSION.ascii ? toAscii(text) : text
}

/** `format(value, specification)`. @throws PythonError */
export function formatValue(objects: Objects, value: Value, specification: string): string {
  const own = objects.own?.format(value, () => fromText(objects, specification))
  if (own !== undefined) return textOf(objects.memory, own)
  if (specification === '') return str(objects, value)
  const { memory } = objects
  const kind = kindOf(memory, value)
  switch (kind) {
    case KIND.string:
      return formatText(textOf(memory, value), specification)
    case KIND.boolean:
    case KIND.smallInteger:
    case KIND.bigInteger:
      return formatInt(objects, value, specification)
    case KIND.float:
      return formatDouble(toDouble(memory, value), specification)
    default: {
      const type = typeName(objects, value)
      const message = `unsupported format string passed to ${type}.__format__`
      throw new PythonError('TypeError', message)
    }
  }
}

function formatText(text: string, specification: string): string {
  const parsed = parseSpecification(specification, '<', 'str')
  requireTextSpecification(parsed)
  const characters = Array.from(text).slice(0, parsed.precision)
  requireWords(parsed.width)
  return pad(characters.join(''), parsed, Math.max(0, parsed.width - characters.length))
}

function requireTextSpecification(specification: FormatSpecification): void {
  const { type, sign, isZeroPositive, isAlternate, align } = specification
  requireGrouping(specification, 's')
  if (type !== '' && type !== 's') throw unknownCode(type, 'str')
  const where = 'not allowed in string format specifier'
  if (sign !== '') throw valueError(`${sign === ' ' ? 'Space' : 'Sign'} ${where}`)
  if (isZeroPositive) throw valueError(`Negative zero coercion (z) ${where}`)
  if (isAlternate) throw valueError(`Alternate form (#) ${where}`)
  if (align === '=') throw valueError(`'=' alignment ${where}`)
}

function formatInt(objects: Objects, value: Value, specification: string): string {
  const { memory } = objects
  const name = typeName(objects, value)
  const parsed = parseSpecification(specification, '>', name)
  const { type } = parsed
  if (type !== '' && 'eEfFgG%'.includes(type)) {
    requireGrouping(parsed, 'd')
    return formatFloat(asDouble(memory, value), parsed)
  }
  requireGrouping(parsed, 'd')
  if (type !== '' && !'bcdoxXn'.includes(type)) throw unknownCode(type, name)
  const where = 'not allowed in integer format specifier'
  if (parsed.precision !== undefined) throw valueError(`Precision ${where}`)
  if (parsed.isZeroPositive) throw valueError(`Negative zero coercion (z) ${where}`)
  const integer = toBigInt(memory, value)
  return type === 'c' ? formatCharacter(integer, parsed) : formatInteger(integer, parsed)
}

function formatCharacter(integer: bigint, specification: FormatSpecification): string {
  if (specification.sign !== '') {
    throw valueError("Sign not allowed with integer format specifier 'c'")
  }
  if (specification.isAlternate) {
    throw valueError("Alternate form (#) not allowed with integer format specifier 'c'")
  }
  return pad(characterOf(integer), specification, Math.max(0, specification.width - 1))
}

/** The character of a code point. @throws PythonError OverflowError */
export function characterOf(integer: bigint): string {
  if (integer >= 0n && integer <= 0x10ffffn) return String.fromCodePoint(Number(integer))
  throw new PythonError('OverflowError', '%c arg not in range(0x110000)')
}

function formatDouble(number: number, specification: string): string {
  const parsed = parseSpecification(specification, '>', 'float')
  requireGrouping(parsed, '')
  if (parsed.type !== '' && !'eEfFgGn%'.includes(parsed.type)) {
    throw unknownCode(parsed.type, 'float')
  }
  return formatFloat(number, parsed)
}

function unknownCode(type: string, name: string): PythonError {
  const isShown = type > ' ' && type < '\x80'
  const code = isShown ? type : `\\x${(type.codePointAt(0) ?? 0).toString(16)}`
  return valueError(`Unknown format code '${code}' for object of type '${name}'`)
}
