/** Floats: IEEE doubles in two words, and their exact decomposition for correctly rounded results. */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { PythonError } from '../pythonError'
import { addressOf, fromAddress, type Value } from '../value'
import { bitLength, isInteger, toNumber } from './integer'
import { KIND, kindOf, type Objects } from './object'

/** Scratch to split a double into words: written before every read, so it carries nothing from call to call. */
const double = new Float64Array(1)
const halves = new Int32Array(double.buffer)

const MANTISSA_BITS = 53
const MINIMUM_EXPONENT = -1074
const MAXIMUM_EXPONENT = 1023

export function fromFloat(objects: Objects, number: number): Value {
  const { memory } = objects
  const address = memory.allocate(OBJECT.float, 3)
  double[0] = number
  memory.write(address + 1, halves[0] as number)
  memory.write(address + 2, halves[1] as number)
  return fromAddress(address)
}

/** The double of a float object. */
export function toDouble(memory: Memory, value: Value): number {
  const address = addressOf(value)
  halves[0] = memory.word(address + 1)
  halves[1] = memory.word(address + 2)
  return double[0] as number
}

export function isFloat(memory: Memory, value: Value): boolean {
  return kindOf(memory, value) === KIND.float
}

/** True for int, bool and float. */
export function isNumber(memory: Memory, value: Value): boolean {
  return isInteger(memory, value) || isFloat(memory, value)
}

/**
 * The double of an int, bool or float.
 * @throws PythonError OverflowError when an integer is too large.
 */
export function asDouble(memory: Memory, value: Value): number {
  if (isFloat(memory, value)) return toDouble(memory, value)
  const number = toNumber(memory, value)
  if (Number.isFinite(number)) return number
  throw new PythonError('OverflowError', 'int too large to convert to float')
}

/** The float equal to an int, bool or float, itself when it is one. @throws PythonError OverflowError */
export function toFloat(objects: Objects, value: Value): Value {
  const { memory } = objects
  return isFloat(memory, value) ? value : fromFloat(objects, asDouble(memory, value))
}

/** The double of an int, bool or float; `undefined` for anything else. @throws PythonError OverflowError */
export function toSeconds(objects: Objects, value: Value): number | undefined {
  const { memory } = objects
  return isNumber(memory, value) ? asDouble(memory, value) : undefined
}

/** `number = mantissa · 2^exponent`, exactly; `number` is finite. */
export function decompose(number: number): { mantissa: bigint; exponent: number } {
  double[0] = number
  const low = BigInt((halves[0] as number) >>> 0)
  const high = halves[1] as number
  const biased = (high >>> 20) & 0x7ff
  const fraction = (BigInt(high & 0xfffff) << 32n) | low
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n)
  return {
    mantissa: high < 0 ? -mantissa : mantissa,
    exponent: Math.max(biased, 1) + MINIMUM_EXPONENT - 1,
  }
}

/** The double nearest to `mantissa · 2^exponent`, ties to even; infinite when out of range. */
export function compose(mantissa: bigint, exponent: number): number {
  if (mantissa < 0n) return -compose(-mantissa, exponent)
  const length = bitLength(mantissa)
  if (length + exponent > MAXIMUM_EXPONENT + 1) return Infinity
  const lowest = Math.max(length + exponent - MANTISSA_BITS, MINIMUM_EXPONENT)
  const dropped = lowest - exponent
  if (dropped <= 0) return Number(mantissa) * 2 ** exponent
  return Number(divideRounded(mantissa, 1n << BigInt(dropped))) * 2 ** lowest
}

/** Nearest integer to `numerator / denominator` (not negative, positive), ties to even. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const twice = (numerator - quotient * denominator) * 2n
  const isUp = twice > denominator || (twice === denominator && (quotient & 1n) === 1n)
  return isUp ? quotient + 1n : quotient
}
