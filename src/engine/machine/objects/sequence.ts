/** What strings, tuples, lists and ranges have in common: positions, slices, repetition. */
import { PythonError } from '../pythonError'
import { NONE, type Value } from '../value'
import { immediateInteger, isInteger, requireIndexSize, toIndex } from './integer'
import { requireWords, type Objects } from './object'

/** The positions of a slice: `count` of them from `start` in steps of `step`. */
export interface SliceRange {
  readonly start: number
  /** Where it ends, within the sequence or just outside. */
  readonly stop: number
  readonly step: number
  readonly count: number
}

/** Position of the item that `index` names in a sequence of `length` items; negative ones count from the end. */
export function positionOf(objects: Objects, index: Value, length: number): number | undefined {
  const position = immediateInteger(index) ?? hugeIndex(objects, index)
  const fromStart = position < 0 ? position + length : position
  return fromStart >= 0 && fromStart < length ? fromStart : undefined
}

function hugeIndex(objects: Objects, index: Value): number {
  requireIndexSize(objects, index, 'IndexError')
  return toIndex(objects, index)
}

/**
 * The positions that `start:stop:step` names; None bounds are absent.
 * @throws PythonError TypeError, and ValueError for step 0.
 */
export function resolveSlice(
  objects: Objects,
  bounds: readonly Value[],
  length: number,
): SliceRange {
  const [start = NONE, stop = NONE, step = NONE] = bounds
  const by = step === NONE ? 1 : sliceIndex(objects, step)
  if (by === 0) throw new PythonError('ValueError', 'slice step cannot be zero')
  const lowest = by < 0 ? -1 : 0
  const highest = by < 0 ? length - 1 : length
  const clamp = (bound: Value): number => {
    const index = sliceIndex(objects, bound)
    return Math.max(lowest, Math.min(highest, index < 0 ? index + length : index))
  }
  const first = start === NONE ? (by < 0 ? highest : lowest) : clamp(start)
  const end = stop === NONE ? (by < 0 ? lowest : highest) : clamp(stop)
  return { start: first, stop: end, step: by, count: Math.max(0, Math.ceil((end - first) / by)) }
}

/** A bound of a slice. @throws PythonError TypeError unless it is an integer. */
export function sliceIndex(objects: Objects, bound: Value): number {
  if (isInteger(objects.memory, bound)) return toIndex(objects, bound)
  const message = 'slice indices must be integers or None or have an __index__ method'
  throw new PythonError('TypeError', message)
}

/** The items at the positions of a slice. */
export function takeSlice(items: ArrayLike<number>, { start, step, count }: SliceRange): number[] {
  return Array.from({ length: count }, (_, i) => items[start + i * step] as number)
}

/** `items` one after the other, `times` times; none for less than one. */
export function repeatItems(items: ArrayLike<number>, times: number): number[] {
  const length = items.length * Math.max(0, times)
  requireWords(length)
  return Array.from({ length }, (_, i) => items[i % items.length] as number)
}
