/** `int.to_bytes` and `int.from_bytes`. */
import { PythonError, typeError } from '../pythonError'
import { fromBoolean, NONE, UNBOUND, type Value } from '../value'
import { toBytes } from './bytesMethods'
import { fromBigInt, isInteger, requireBits, toBigInt, toSize } from './integer'
import { fieldOf, isKind, KIND, type Objects } from './object'
import type { Keywords } from './signature'
import { codePointsOf, fromBytes, isString, textOf } from './string'
import { isTrue } from './truth'
import { typeName } from './typeName'

type Arguments = readonly Value[]

/** `number.to_bytes(length, byteorder, signed=…)`. @throws PythonError OverflowError, TypeError, ValueError */
export function integerToBytes(
  objects: Objects,
  self: Value,
  [size = UNBOUND, order = UNBOUND]: Arguments,
  keywords: Keywords,
): Value {
  const length = size === UNBOUND ? 1 : toSize(objects, size)
  const isBig = isBigEndian(objects, order, 'to_bytes')
  const isSigned = signedOption(objects, keywords)
  if (length < 0) throw new PythonError('ValueError', 'length argument must be non-negative')
  requireBits(length * 8)
  const integer = toBigInt(objects.memory, self)
  if (integer < 0n && !isSigned) throw overflow("can't convert negative int to unsigned")
  const bits = length * 8
  const kept = isSigned ? BigInt.asIntN(bits, integer) : BigInt.asUintN(bits, integer)
  if (kept !== integer) throw overflow('int too big to convert')
  const digits = length === 0 ? '' : BigInt.asUintN(bits, integer).toString(16)
  const text = digits.padStart(2 * length, '0')
  const bytes = Array.from({ length }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16))
  return fromBytes(objects, isBig ? bytes : bytes.toReversed())
}

/** `int.from_bytes(bytes, byteorder, signed=…)`; of `bool` a bool. @throws PythonError TypeError, ValueError */
export function integerFromBytes(
  objects: Objects,
  type: Value,
  [source = NONE, order = UNBOUND]: Arguments,
  keywords: Keywords,
): Value {
  const { memory, names } = objects
  const isBig = isBigEndian(objects, order, 'from_bytes')
  const isSigned = signedOption(objects, keywords)
  if (isString(memory, source) || isInteger(memory, source)) {
    throw typeError(`cannot convert '${typeName(objects, source)}' object to bytes`)
  }
  const given = Array.from(codePointsOf(memory, toBytes(objects, [source])))
  const text = (isBig ? given : given.toReversed()).map((b) => b.toString(16).padStart(2, '0'))
  const magnitude = text.length === 0 ? 0n : BigInt(`0x${text.join('')}`)
  const integer = isSigned ? BigInt.asIntN(8 * text.length, magnitude) : magnitude
  const isBool =
    isKind(memory, type, KIND.builtin) && names.builtinName(fieldOf(memory, type, 1)) === 'bool'
  return isBool ? fromBoolean(integer !== 0n) : fromBigInt(objects, integer)
}

function isBigEndian(objects: Objects, order: Value, name: string): boolean {
  if (order === UNBOUND) return true
  if (!isString(objects.memory, order)) {
    const type = order === NONE ? 'None' : typeName(objects, order)
    throw typeError(`${name}() argument 'byteorder' must be str, not ${type}`)
  }
  const text = textOf(objects.memory, order)
  if (text === 'big' || text === 'little') return text === 'big'
  throw new PythonError('ValueError', "byteorder must be either 'little' or 'big'")
}

function signedOption(objects: Objects, keywords: Keywords): boolean {
  const signed = keywords.get('signed')
  return signed !== undefined && isTrue(objects, signed)
}

function overflow(message: string): PythonError {
  return new PythonError('OverflowError', message)
}
