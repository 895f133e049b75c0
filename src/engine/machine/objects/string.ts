/**
 * Strings and bytes: one code point or byte a word, so that indexing is Python's. The hash is computed when the string is made: a string
 * never changes afterwards, not even its cache, and equal states of a machine stay equal.
 */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { addressOf, fromAddress, type Value } from '../value'
import { fieldOf, KIND, kindOf, requireWords, type Objects } from './object'

const LENGTH = 1
const HASH = 2
const POINTS = 3
const CHUNK = 4096

export function isString(memory: Memory, value: Value): boolean {
  return kindOf(memory, value) === KIND.string
}

export function isBytes(memory: Memory, value: Value): boolean {
  return kindOf(memory, value) === KIND.bytes
}

/** A string of the code points `points[start … end - 1]`. */
export function fromCodePoints(
  objects: Objects,
  points: ArrayLike<number>,
  start = 0,
  end = points.length,
): Value {
  return makeText(objects, OBJECT.string, points, [start, end])
}

/** A bytes object of `bytes[start … end - 1]`: it stands as a string does, one byte a word. */
export function fromBytes(
  objects: Objects,
  bytes: ArrayLike<number>,
  start = 0,
  end = bytes.length,
): Value {
  return makeText(objects, OBJECT.bytes, bytes, [start, end])
}

function makeText(
  objects: Objects,
  kind: typeof OBJECT.string | typeof OBJECT.bytes,
  points: ArrayLike<number>,
  [start, end]: readonly [number, number],
): Value {
  const { memory } = objects
  const length = Math.max(0, end - start)
  const address = memory.allocate(kind, POINTS + length)
  let hash = 0x811c9dc5
  for (let i = 0; i < length; i++) {
    const point = points[start + i] as number
    memory.write(address + POINTS + i, point)
    hash = Math.imul(hash ^ point, 0x01000193)
  }
  memory.write(address + LENGTH, length)
  memory.write(address + HASH, finishHash(hash))
  return fromAddress(address)
}

/** FNV-1a leaves its low bits weak; never negative, never 0. */
function finishHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 12)) >>> 1 || 1
}

export function fromText(objects: Objects, text: string): Value {
  return fromCodePoints(objects, pointsOfText(text))
}

/** The code points of `text`; a lone surrogate is a code point of its own. */
export function pointsOfText(text: string): number[] {
  const points: number[] = []
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0
    if (point > 0xffff) i++
    points.push(point)
  }
  return points
}

export function textOf(memory: Memory, value: Value): string {
  return textOfPoints(codePointsOf(memory, value))
}

export function textOfPoints(points: Int32Array | readonly number[]): string {
  let text = ''
  for (let i = 0; i < points.length; i += CHUNK) {
    text += String.fromCodePoint(...points.slice(i, i + CHUNK))
  }
  return text
}

export function stringLength(memory: Memory, value: Value): number {
  return fieldOf(memory, value, LENGTH)
}

/** A positive 31-bit hash; equal strings have equal hashes. */
export function stringHash(memory: Memory, value: Value): number {
  return fieldOf(memory, value, HASH)
}

/** A view of the string's code points. It stays right when memory grows, because strings never change. */
export function codePointsOf(memory: Memory, value: Value): Int32Array {
  const start = addressOf(value) + POINTS
  return memory.wordsAt(start, start + stringLength(memory, value))
}

/** `index` must be within the string. */
export function codePointAt(memory: Memory, value: Value, index: number): number {
  return memory.word(addressOf(value) + POINTS + index)
}

export function equalStrings(memory: Memory, a: Value, b: Value): boolean {
  if (a === b) return true
  const length = stringLength(memory, a)
  if (length !== stringLength(memory, b)) return false
  if (stringHash(memory, a) !== stringHash(memory, b)) return false
  for (let i = 0; i < length; i++) {
    if (codePointAt(memory, a, i) !== codePointAt(memory, b, i)) return false
  }
  return true
}

/** Negative, zero or positive: order by code points. */
export function compareStrings(memory: Memory, a: Value, b: Value): number {
  const lengthA = stringLength(memory, a)
  const lengthB = stringLength(memory, b)
  for (let i = 0; i < Math.min(lengthA, lengthB); i++) {
    const difference = codePointAt(memory, a, i) - codePointAt(memory, b, i)
    if (difference !== 0) return difference
  }
  return lengthA - lengthB
}

/** One string of all `strings`, in order. */
export function concatenate(objects: Objects, strings: readonly Value[]): Value {
  return fromCodePoints(objects, joinPoints(objects.memory, strings))
}

/** One bytes object of all `parts`, in order. */
export function concatenateBytes(objects: Objects, parts: readonly Value[]): Value {
  return fromBytes(objects, joinPoints(objects.memory, parts))
}

function joinPoints(memory: Memory, texts: readonly Value[]): Int32Array {
  const length = texts.reduce((sum, text) => sum + stringLength(memory, text), 0)
  requireWords(length + POINTS)
  const points = new Int32Array(length)
  let end = 0
  for (const text of texts) {
    points.set(codePointsOf(memory, text), end)
    end += stringLength(memory, text)
  }
  return points
}
