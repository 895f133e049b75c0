/** Methods of `int` and `float`. */
import { PythonError } from '../pythonError'
import { fromBoolean, type Value } from '../value'
import { decompose, toDouble } from './float'
import { bitLength, fromBigInt, fromNumber, toBigInt } from './integer'
import { integerFromBytes, integerToBytes } from './integerBytes'
import { methodsOf, type Method } from './method'
import type { Objects } from './object'
import { makeTuple } from './tuple'

/** Ones in the binary form of the magnitude. */
function bitCount(integer: bigint): number {
  return (integer < 0n ? -integer : integer).toString(2).replaceAll('0', '').length
}

/** The pair of integers whose quotient the float is, in lowest terms. */
function floatRatio(objects: Objects, self: Value): Value {
  const number = toDouble(objects.memory, self)
  if (Number.isNaN(number)) {
    throw new PythonError('ValueError', 'cannot convert NaN to integer ratio')
  }
  if (!Number.isFinite(number)) {
    throw new PythonError('OverflowError', 'cannot convert Infinity to integer ratio')
  }
  let { mantissa, exponent } = decompose(number)
  while (exponent < 0 && (mantissa & 1n) === 0n && mantissa !== 0n) {
    mantissa >>= 1n
    exponent++
  }
  if (mantissa === 0n) exponent = 0
  const numerator = exponent > 0 ? mantissa << BigInt(exponent) : mantissa
  const denominator = exponent < 0 ? 1n << BigInt(-exponent) : 1n
  return makeTuple(objects, [fromBigInt(objects, numerator), fromBigInt(objects, denominator)])
}

/** The integer itself, also of a bool. */
function integer(objects: Objects, self: Value): Value {
  return fromBigInt(objects, toBigInt(objects.memory, self))
}

export const INTEGER_METHODS: readonly Method[] = methodsOf('int', [
  ['bit_length', 0, 0, (o, self) => fromNumber(o, bitLength(toBigInt(o.memory, self)))],
  ['bit_count', 0, 0, (o, self) => fromNumber(o, bitCount(toBigInt(o.memory, self)))],
  ['conjugate', 0, 0, integer],
  [
    'to_bytes',
    0,
    2,
    integerToBytes,
    { parameters: ['length', 'byteorder'], options: ['signed'], wording: 'parsed' },
  ],
  [
    'from_bytes',
    1,
    2,
    integerFromBytes,
    {
      parameters: ['bytes', 'byteorder'],
      options: ['signed'],
      wording: 'named',
      isOfType: true,
    },
  ],
  ['as_integer_ratio', 0, 0, (o, self) => makeTuple(o, [integer(o, self), fromBigInt(o, 1n)])],
])

export const FLOAT_METHODS: readonly Method[] = methodsOf('float', [
  ['is_integer', 0, 0, ({ memory }, self) => fromBoolean(Number.isInteger(toDouble(memory, self)))],
  ['as_integer_ratio', 0, 0, floatRatio],
  ['conjugate', 0, 0, (_objects, self) => self],
])
