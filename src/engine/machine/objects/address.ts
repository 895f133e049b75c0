import { addressOf, isPointer, type Value } from '../value'

const OBJECTS_START = 0x7f0000000000
const CONSTANTS_START = 0x560000000000

/** `id(value)`: unique while the value lives, as an address in CPython; equal runs give equal ones. */
export function identityOf(value: Value): number {
  return isPointer(value)
    ? OBJECTS_START + addressOf(value) * 16
    : CONSTANTS_START + (value >>> 0) * 16
}

/** `0x7f…`, as default representations show it. */
export function addressText(value: Value): string {
  return '0x' + identityOf(value).toString(16)
}
