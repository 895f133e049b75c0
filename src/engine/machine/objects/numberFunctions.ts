/** Built-in functions on numbers. */
import { PythonError, typeError } from '../pythonError'
import { NONE, UNBOUND, type Value } from '../value'
import { asDouble, fromFloat, isFloat, isNumber, toDouble, toFloat } from './float'
import { floorDivide, requireFinite, roundToInteger, roundToPlaces } from './floatArithmetic'
import { bitLength, fromBigInt, isInteger, requireInteger, toBigInt, toIndex } from './integer'
import { floorQuotient, floorRemainder, modularPower, roundInteger } from './integerArithmetic'
import { parseFloatText, parseInteger } from './integerText'
import type { Objects } from './object'
import { binary } from './operators'
import { BINARY } from '../../bytecode'
import { repr } from './representation'
import { isBytes, isString, textOf } from './string'
import { makeTuple } from './tuple'
import { typeName } from './typeName'

type Arguments = readonly Value[]

const POWER = BINARY.indexOf('**')

/** `int(value, base)`. */
export function toInteger(objects: Objects, [value, base = UNBOUND]: Arguments): Value {
  const { memory } = objects
  if (value === undefined || value === UNBOUND) {
    if (base !== UNBOUND) throw typeError('int() missing string argument')
    return fromBigInt(objects, 0n)
  }
  if (base !== UNBOUND) {
    requireInteger(objects, base)
    const radix = toIndex(objects, base)
    if (radix !== 0 && (radix < 2 || radix > 36)) {
      throw new PythonError('ValueError', 'int() base must be >= 2 and <= 36, or 0')
    }
    if (!isString(memory, value) && !isBytes(memory, value)) {
      throw typeError("int() can't convert non-string with explicit base")
    }
    return fromBigInt(objects, parseInteger(textOf(memory, value), radix, repr(objects, value)))
  }
  if (isInteger(memory, value)) return fromBigInt(objects, toBigInt(memory, value))
  if (isString(memory, value) || isBytes(memory, value)) {
    return fromBigInt(objects, parseInteger(textOf(memory, value), 10, repr(objects, value)))
  }
  if (isFloat(memory, value)) {
    const number = toDouble(memory, value)
    requireFinite(number)
    return fromBigInt(objects, BigInt(Math.trunc(number)))
  }
  const message = 'int() argument must be a string, a bytes-like object or a real number'
  throw typeError(`${message}, not '${typeName(objects, value)}'`)
}

/** `float(value)`. */
export function toFloatValue(objects: Objects, [value]: Arguments): Value {
  const { memory } = objects
  if (value === undefined) return fromFloat(objects, 0)
  if (isNumber(memory, value)) return toFloat(objects, value)
  if (isString(memory, value) || isBytes(memory, value)) {
    const number = parseFloatText(textOf(memory, value), repr(objects, value))
    return fromFloat(objects, number)
  }
  const type = typeName(objects, value)
  throw typeError(`float() argument must be a string or a real number, not '${type}'`)
}

export function absolute(objects: Objects, [value = NONE]: Arguments): Value {
  const { memory, own } = objects
  const answer = own?.unary('abs', value)
  if (answer !== undefined) return answer
  if (isFloat(memory, value)) return fromFloat(objects, Math.abs(toDouble(memory, value)))
  if (!isInteger(memory, value)) {
    throw typeError(`bad operand type for abs(): '${typeName(objects, value)}'`)
  }
  const integer = toBigInt(memory, value)
  return fromBigInt(objects, integer < 0n ? -integer : integer)
}

/** `round(number, ndigits)`. */
export function round(objects: Objects, [value = NONE, places = NONE]: Arguments): Value {
  const { memory } = objects
  if (!isNumber(memory, value)) {
    throw typeError(`type ${typeName(objects, value)} doesn't define __round__ method`)
  }
  const isWhole = places === NONE || places === UNBOUND
  const digits = isWhole ? 0 : toIndex(objects, places)
  if (isFloat(memory, value)) {
    const number = toDouble(memory, value)
    return isWhole
      ? roundToInteger(objects, number)
      : fromFloat(objects, roundToPlaces(number, digits))
  }
  const integer = toBigInt(memory, value)
  if (digits >= 0) return fromBigInt(objects, integer)
  // Rounded to more places than it has, an integer is 0.
  const isVoid = -digits > bitLength(integer)
  return fromBigInt(objects, isVoid ? 0n : roundInteger(integer, digits))
}

export function divmod(objects: Objects, [a = NONE, b = NONE]: Arguments): Value {
  const { memory } = objects
  if (!isNumber(memory, a) || !isNumber(memory, b)) {
    const types = `'${typeName(objects, a)}' and '${typeName(objects, b)}'`
    throw typeError(`unsupported operand type(s) for divmod(): ${types}`)
  }
  if (isInteger(memory, a) && isInteger(memory, b)) {
    const x = toBigInt(memory, a)
    const y = toBigInt(memory, b)
    const quotient = fromBigInt(objects, floorQuotient(x, y))
    return makeTuple(objects, [quotient, fromBigInt(objects, floorRemainder(x, y))])
  }
  const divisor = asDouble(memory, b)
  if (divisor === 0) throw new PythonError('ZeroDivisionError', 'float divmod()')
  const { quotient, remainder } = floorDivide(asDouble(memory, a), divisor)
  return makeTuple(objects, [fromFloat(objects, quotient), fromFloat(objects, remainder)])
}

/** `pow(base, exp, mod)`. */
export function pow(objects: Objects, [base = NONE, exponent = NONE, modulus]: Arguments): Value {
  if (modulus === undefined || modulus === NONE || modulus === UNBOUND) {
    return binary(objects, POWER, base, exponent)
  }
  const { memory } = objects
  const operands = [base, exponent, modulus]
  if (!operands.every((operand) => isNumber(memory, operand))) {
    const types = operands.map((operand) => `'${typeName(objects, operand)}'`).join(', ')
    throw typeError(`unsupported operand type(s) for ** or pow(): ${types}`)
  }
  if (!operands.every((operand) => isInteger(memory, operand))) {
    throw typeError('pow() 3rd argument not allowed unless all arguments are integers')
  }
  const [x, y, z] = [base, exponent, modulus].map((operand) => toBigInt(memory, operand))
  return fromBigInt(objects, modularPower(x ?? 0n, y ?? 0n, z ?? 0n))
}

/** `bin`, `oct`, `hex`. */
export function inRadix(radix: number, prefix: string): (objects: Objects, value: Value) => string {
  return (objects, value) => {
    requireInteger(objects, value)
    const integer = toBigInt(objects.memory, value)
    const digits = (integer < 0n ? -integer : integer).toString(radix)
    return (integer < 0n ? '-' : '') + prefix + digits
  }
}
