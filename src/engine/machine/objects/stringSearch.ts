/** Finding parts of strings, by code points. */
import { PythonError } from '../pythonError'
import { NONE, UNBOUND, type Value } from '../value'
import { isInteger } from './integer'
import { sliceIndex } from './sequence'
import type { Objects } from './object'

/** Positions [start, end) of the optional arguments of `find` and its kin, as for slices; lists take no None for one. */
export function searchRange(
  objects: Objects,
  [start, end]: readonly (Value | undefined)[],
  length: number,
  isNoneAbsent = true,
): { start: number; end: number } {
  const resolve = (bound: Value | undefined, absent: number): number => {
    if (bound === undefined || bound === UNBOUND) return absent
    if (bound === NONE && isNoneAbsent) return absent
    if (!isInteger(objects.memory, bound) && !isNoneAbsent) throw noIndex()
    const index = sliceIndex(objects, bound)
    return index < 0 ? Math.max(0, index + length) : index
  }
  return { start: resolve(start, 0), end: Math.min(length, resolve(end, length)) }
}

function noIndex(): PythonError {
  const message = 'slice indices must be integers or have an __index__ method'
  return new PythonError('TypeError', message)
}

/** Whether `part` stands at `position`. */
export function isAt(points: Int32Array, part: Int32Array, position: number): boolean {
  for (let i = 0; i < part.length; i++) if (points[position + i] !== part[i]) return false
  return position + part.length <= points.length
}

/** First position of `part` within [start, end), if any. */
export function findFirst(
  points: Int32Array,
  part: Int32Array,
  start: number,
  end: number,
): number | undefined {
  for (let i = start; i + part.length <= end; i++) if (isAt(points, part, i)) return i
  return undefined
}

/** Last position of `part` within [start, end), if any. */
export function findLast(
  points: Int32Array,
  part: Int32Array,
  start: number,
  end: number,
): number | undefined {
  for (let i = end - part.length; i >= start; i--) if (isAt(points, part, i)) return i
  return undefined
}

/** Positions of `part` that do not overlap, at most `limit` of them. */
export function findAll(points: Int32Array, part: Int32Array, limit: number): number[] {
  const found: number[] = []
  const step = Math.max(1, part.length)
  let from = 0
  while (found.length < limit) {
    const position = findFirst(points, part, from, points.length)
    if (position === undefined) break
    found.push(position)
    from = position + step
  }
  return found
}
