/** What tells strings and bytes apart for the methods they share. */
import { NONE, type Value } from '../value'
import { byteOf, requireBytes } from './byteArguments'
import { isLineEnd, isSpace } from './characters'
import { isInteger } from './integer'
import type { Objects } from './object'
import {
  codePointsOf,
  concatenate,
  concatenateBytes,
  fromBytes,
  fromCodePoints,
  isString,
} from './string'
import { typeName } from './typeName'
import { typeError } from '../pythonError'

/** What is wrong with an argument; `%` stands for its type. */
interface Messages {
  readonly str: string
  /** Absent where it is the usual one. */
  readonly bytes?: string
}

export interface TextType {
  readonly name: 'str' | 'bytes'
  /** Of the points from `start` up to `end`. */
  make(objects: Objects, points: ArrayLike<number>, start?: number, end?: number): Value
  concatenate(objects: Objects, texts: readonly Value[]): Value
  readonly isSpace: (point: number) => boolean
  readonly isLineEnd: (point: number) => boolean
  /** @throws PythonError TypeError unless `value` is of this type. */
  require(objects: Objects, value: Value, messages: Messages): void
  /** What `find` and its kin look for. @throws PythonError TypeError, ValueError */
  searched(objects: Objects, value: Value): Int32Array
  /** What `index` says. */
  readonly notFound: string
}

export const STRING: TextType = {
  name: 'str',
  make: fromCodePoints,
  concatenate,
  isSpace,
  isLineEnd,
  require: requireString,
  searched(objects, value) {
    requireString(objects, value, { str: 'must be str, not %' })
    return codePointsOf(objects.memory, value)
  },
  notFound: 'substring not found',
}

/** @throws PythonError TypeError unless `value` is a string. */
export function requireString(objects: Objects, value: Value, { str }: Messages): void {
  if (isString(objects.memory, value)) return
  // CPython's generated checks, which say which argument it is, write None for it.
  const isNone = value === NONE && str.includes('argument')
  throw typeError(str.replace('%', isNone ? 'None' : typeName(objects, value)))
}

export const BYTES: TextType = {
  name: 'bytes',
  make: fromBytes,
  concatenate: concatenateBytes,
  isSpace: isAsciiSpace,
  isLineEnd: (byte) => byte === 0x0a || byte === 0x0d,
  require(objects, value, { bytes }) {
    requireBytes(objects, value, bytes)
  },
  searched(objects, value) {
    const { memory } = objects
    if (isInteger(memory, value)) return Int32Array.of(byteOf(objects, value))
    const bytes = "argument should be integer or bytes-like object, not '%'"
    requireBytes(objects, value, bytes)
    return codePointsOf(memory, value)
  },
  notFound: 'subsection not found',
}

export function isAsciiSpace(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x20
}
