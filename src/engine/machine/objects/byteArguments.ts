/** Arguments that must be bytes or a byte. */
import { PythonError } from '../pythonError'
import type { Value } from '../value'
import { isInteger, toIndex } from './integer'
import type { Objects } from './object'
import { codePointsOf, isBytes } from './string'
import { findFirst } from './stringSearch'
import { typeName } from './typeName'

/** @throws PythonError TypeError with `message` (`%` stands for the type) unless `value` is a bytes object. */
export function requireBytes(
  objects: Objects,
  value: Value,
  message = "a bytes-like object is required, not '%'",
): void {
  if (isBytes(objects.memory, value)) return
  throw new PythonError('TypeError', message.replace('%', typeName(objects, value)))
}

/** The byte that an integer names. @throws PythonError ValueError */
export function byteOf(objects: Objects, value: Value): number {
  const byte = toIndex(objects, value)
  if (byte >= 0 && byte <= 0xff) return byte
  throw new PythonError('ValueError', 'byte must be in range(0, 256)')
}

/** `byte in bytes` and `part in bytes`. @throws PythonError TypeError, ValueError */
export function bytesContain(objects: Objects, bytes: Value, value: Value): boolean {
  const { memory } = objects
  const own = codePointsOf(memory, bytes)
  if (isInteger(memory, value)) return own.includes(byteOf(objects, value))
  requireBytes(objects, value)
  return findFirst(own, codePointsOf(memory, value), 0, own.length) !== undefined
}
