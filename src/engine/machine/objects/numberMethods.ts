/** Methods of `int` and `float`. */
import { fromBoolean } from '../value'
import { toDouble } from './float'
import { bitLength, fromNumber, toBigInt } from './integer'
import { methodsOf, type Method } from './method'

/** Ones in the binary form of the magnitude. */
function bitCount(integer: bigint): number {
  return (integer < 0n ? -integer : integer).toString(2).replaceAll('0', '').length
}

export const INTEGER_METHODS: readonly Method[] = methodsOf('int', [
  ['bit_length', 0, 0, (o, self) => fromNumber(o, bitLength(toBigInt(o.memory, self)))],
  ['bit_count', 0, 0, (o, self) => fromNumber(o, bitCount(toBigInt(o.memory, self)))],
])

export const FLOAT_METHODS: readonly Method[] = methodsOf('float', [
  ['is_integer', 0, 0, ({ memory }, self) => fromBoolean(Number.isInteger(toDouble(memory, self)))],
])
