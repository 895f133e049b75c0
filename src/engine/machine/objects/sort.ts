/**
 * Stable sorting that asks `<` for the same pairs as CPython's for up to 63 items (Objects/listobject.c: one run, then
 * binary insertion), so that a failing comparison names the same operands and leaves the items in the same order. Longer inputs are merged from
 * such runs.
 */
import type { Value } from '../value'
import type { Objects } from './object'
import { isLess } from './ordering'

const LONGEST_RUN = 63

/** Whether `a` stands before `b`; of values, or of positions of values. */
type Before = (a: number, b: number) => boolean

/**
 * Puts the items in ascending order, or in descending order with equal items still in theirs. Where a comparison throws, they
 * stand as far as they were moved.
 */
export function sortItems(objects: Objects, items: Value[], isReverse: boolean): void {
  sortInPlace(items, isReverse, (a, b) => isLess(objects, a, b))
}

/** Puts `items` (values, or positions of values) in the order of their keys, as `sortItems` does. */
export function sortByKeys(
  objects: Objects,
  items: number[],
  keys: readonly Value[],
  isReverse: boolean,
): void {
  const unsorted = [...items]
  const positions = [...keys.keys()]
  try {
    sortInPlace(positions, isReverse, (a, b) =>
      isLess(objects, keys[a] as number, keys[b] as number),
    )
  } finally {
    for (const [i, position] of positions.entries()) items[i] = unsorted[position] as number
  }
}

function sortInPlace(items: number[], isReverse: boolean, isBefore: Before): void {
  if (isReverse) items.reverse()
  try {
    for (let start = 0; start < items.length; start += LONGEST_RUN) {
      sortRun(isBefore, items, start, Math.min(start + LONGEST_RUN, items.length))
    }
    for (let length = LONGEST_RUN; length < items.length; length *= 2) {
      mergeRuns(isBefore, items, length)
    }
  } finally {
    if (isReverse) items.reverse()
  }
}

/** Insertion behind the longest run that is there already; a strictly descending one is turned round. */
function sortRun(isBefore: Before, items: number[], start: number, end: number): void {
  const run = countRun(isBefore, items, start, end)
  if (run.isDescending)
    items.splice(start, run.length, ...items.slice(start, start + run.length).reverse())
  for (let i = start + run.length; i < end; i++) {
    const item = items[i] as number
    let low = start
    let high = i
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(item, items[middle] as number)) high = middle
      else low = middle + 1
    }
    items.copyWithin(low + 1, low, i)
    items[low] = item
  }
}

function countRun(
  isBefore: Before,
  items: readonly number[],
  start: number,
  end: number,
): { length: number; isDescending: boolean } {
  if (end - start < 2) return { length: end - start, isDescending: false }
  const isLower = (i: number): boolean => isBefore(items[i] as number, items[i - 1] as number)
  const isDescending = isLower(start + 1)
  let length = 2
  while (start + length < end && isLower(start + length) === isDescending) length++
  return { length, isDescending }
}

/** Merges each two neighbours of the runs, which have `length` items. */
function mergeRuns(isBefore: Before, items: number[], length: number): void {
  for (let start = 0; start + length < items.length; start += 2 * length) {
    const middle = start + length
    const left = items.slice(start, middle)
    const merged = merge(isBefore, left, items.slice(middle, middle + length))
    items.splice(start, merged.length, ...merged)
  }
}

function merge(isBefore: Before, left: readonly number[], right: readonly number[]): number[] {
  const result: number[] = []
  let i = 0
  for (const item of right) {
    while (i < left.length && !isBefore(item, left[i] as number)) {
      result.push(left[i] as number)
      i++
    }
    result.push(item)
  }
  return [...result, ...left.slice(i)]
}
