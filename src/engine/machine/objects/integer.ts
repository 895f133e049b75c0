/**
 * Integers: small ones stand in the value, larger ones in a bigInteger object. Every integer made here is small when
 * it fits, so equal small words mean equal numbers. Booleans count as integers, as in Python.
 */
import { OBJECT, MAXIMUM_OBJECT_WORDS } from '../layout'
import { LimitError } from '../limits'
import type { Memory } from '../memory'
import {
  addressOf,
  FALSE,
  fromAddress,
  fromSmallInteger,
  MAXIMUM_SMALL_INTEGER,
  MINIMUM_SMALL_INTEGER,
  TRUE,
  type Value,
} from '../value'
import { PythonError } from '../pythonError'
import { KIND, kindOf, sizeAt, type Objects } from './object'
import { typeName } from './typeName'

const HEADER_WORDS = 2
const DIGITS_PER_LIMB = 8

/** The number of a small integer or boolean, `undefined` for anything else. */
export function immediateInteger(value: Value): number | undefined {
  if ((value & 1) === 1) return value >> 1
  if (value === TRUE) return 1
  return value === FALSE ? 0 : undefined
}

/** True for int and bool. */
export function isInteger(memory: Memory, value: Value): boolean {
  return immediateInteger(value) !== undefined || kindOf(memory, value) === KIND.bigInteger
}

/** `number` must be an integer of at most 2^53 in magnitude. */
export function fromNumber(objects: Objects, number: number): Value {
  return number >= MINIMUM_SMALL_INTEGER && number <= MAXIMUM_SMALL_INTEGER
    ? fromSmallInteger(number)
    : fromBigInt(objects, BigInt(number))
}

export function fromBigInt(objects: Objects, integer: bigint): Value {
  if (integer >= MINIMUM_SMALL_INTEGER && integer <= MAXIMUM_SMALL_INTEGER) {
    return fromSmallInteger(Number(integer))
  }
  const hex = (integer < 0n ? -integer : integer).toString(16)
  const limbs = Math.ceil(hex.length / DIGITS_PER_LIMB)
  const { memory } = objects
  const address = memory.allocate(OBJECT.bigInteger, HEADER_WORDS + limbs)
  memory.write(address + 1, integer < 0n ? -1 : 1)
  for (let i = 0; i < limbs; i++) {
    const end = hex.length - i * DIGITS_PER_LIMB
    const limb = Number.parseInt(hex.slice(Math.max(0, end - DIGITS_PER_LIMB), end), 16)
    memory.write(address + HEADER_WORDS + i, limb | 0)
  }
  return fromAddress(address)
}

/** The integer of an int or bool. Cost: linear in its size. */
export function toBigInt(memory: Memory, value: Value): bigint {
  const immediate = immediateInteger(value)
  if (immediate !== undefined) return BigInt(immediate)
  const address = addressOf(value)
  let hex = '0x'
  for (let i = sizeAt(memory, address) - 1; i >= HEADER_WORDS; i--) {
    const limb = memory.word(address + i) >>> 0
    hex += limb.toString(16).padStart(DIGITS_PER_LIMB, '0')
  }
  const magnitude = BigInt(hex)
  return memory.word(address + 1) < 0 ? -magnitude : magnitude
}

/** The nearest double of an int or bool; infinite when it is out of range. */
export function toNumber(memory: Memory, value: Value): number {
  return immediateInteger(value) ?? Number(toBigInt(memory, value))
}

/** Exact: a number when it is safe, a bigint otherwise; the two may be compared with each other. */
export function toExact(memory: Memory, value: Value): number | bigint {
  const immediate = immediateInteger(value)
  if (immediate !== undefined) return immediate
  const integer = toBigInt(memory, value)
  const number = Number(integer)
  return Number.isSafeInteger(number) ? number : integer
}

/**
 * An argument that must be an integer, limited to ±(2^53 - 1), which no position or count can reach.
 * @throws PythonError TypeError for anything but int and bool.
 */
export function toIndex(objects: Objects, value: Value): number {
  const immediate = immediateInteger(value)
  if (immediate !== undefined) return immediate
  requireInteger(objects, value)
  const number = toNumber(objects.memory, value)
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, number))
}

/**
 * An argument that C takes as a size.
 * @throws PythonError TypeError for anything but int and bool, OverflowError beyond 64 bits
 */
export function toSize(
  objects: Objects,
  value: Value,
  type: 'ssize_t' | 'int' = 'ssize_t',
): number {
  const index = toIndex(objects, value)
  if (Math.abs(index) < Number.MAX_SAFE_INTEGER) return index
  const integer = toBigInt(objects.memory, value)
  if (integer === BigInt.asIntN(64, integer)) return index
  throw new PythonError('OverflowError', `Python int too large to convert to C ${type}`)
}

/** @throws PythonError of `type` unless the int or bool has at most 64 bits. */
export function requireIndexSize(
  { memory }: Objects,
  value: Value,
  type: 'OverflowError' | 'IndexError' = 'OverflowError',
): void {
  if (immediateInteger(value) !== undefined) return
  const integer = toBigInt(memory, value)
  if (integer === BigInt.asIntN(64, integer)) return
  throw new PythonError(type, "cannot fit 'int' into an index-sized integer")
}

/** @throws PythonError TypeError unless `value` is an int or bool. */
export function requireInteger(objects: Objects, value: Value): void {
  if (isInteger(objects.memory, value)) return
  const name = typeName(objects, value)
  throw new PythonError('TypeError', `'${name}' object cannot be interpreted as an integer`)
}

/** Bits of the magnitude, as `int.bit_length`. */
export function bitLength(integer: bigint): number {
  if (integer === 0n) return 0
  const hex = (integer < 0n ? -integer : integer).toString(16)
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex.slice(0, 1), 16)) - 28)
}

/** @throws LimitError `heap` when an integer of `bits` bits could not be an object. */
export function requireBits(bits: number): void {
  if (bits > (MAXIMUM_OBJECT_WORDS - HEADER_WORDS) * 32) {
    throw new LimitError('heap', MAXIMUM_OBJECT_WORDS)
  }
}
