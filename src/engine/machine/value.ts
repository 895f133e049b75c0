/**
 * How a Python value stands in one 32-bit word.
 *
 * Odd words are small integers (31 bits, signed). Even words below 2·FIRST_ADDRESS are the constants below. Every other
 * even word is a pointer: twice the word address of an object. Integers that fit are always small, so equal words mean
 * identical values; larger integers, floats and strings are immutable objects (see layout.ts).
 */
export type Value = number

/** No value: an unset variable, a free slot, a receiver that is absent. Never visible to a program. */
export const UNBOUND = 0
export const NONE = 2
export const FALSE = 4
export const TRUE = 6

export const MINIMUM_SMALL_INTEGER = -(2 ** 30)
export const MAXIMUM_SMALL_INTEGER = 2 ** 30 - 1

export function isSmallInteger(value: Value): boolean {
  return (value & 1) === 1
}

/** `integer` must be within the bounds above. */
export function fromSmallInteger(integer: number): Value {
  return (integer << 1) | 1
}

export function toSmallInteger(value: Value): number {
  return value >> 1
}

export function fromBoolean(value: boolean): Value {
  return value ? TRUE : FALSE
}

/** Word address of the object that `value` points to; only for pointers. */
export function addressOf(value: Value): number {
  return value >>> 1
}

export function fromAddress(address: number): Value {
  return address << 1
}

/** Lowest word address of an object, so that pointers and constants cannot be confused. */
export const FIRST_ADDRESS = 16

export function isPointer(value: Value): boolean {
  return (value & 1) === 0 && value >>> 1 >= FIRST_ADDRESS
}
