/**
 * Stable sorting that asks `<` for the same pairs as CPython's for up to 63 items (Objects/listobject.c: one run, then
 * binary insertion), so that a failing comparison names the same operands. Longer inputs are merged from such runs.
 */
import type { Value } from '../value'
import type { Objects } from './object'
import { isLess } from './ordering'

const LONGEST_RUN = 63

/** Whether `a` stands before `b`; of values, or of positions of values. */
type Before = (a: number, b: number) => boolean

/** The items in ascending order, or in descending order with equal items still in theirs. */
export function sorted(objects: Objects, items: readonly Value[], isReverse: boolean): Value[] {
  return inOrder(items, isReverse, (a, b) => isLess(objects, a, b))
}

/** The positions of `keys` in the order of the keys. */
export function sortedPositions(
  objects: Objects,
  keys: readonly Value[],
  isReverse: boolean,
): number[] {
  return inOrder([...keys.keys()], isReverse, (a, b) =>
    isLess(objects, keys[a] as number, keys[b] as number),
  )
}

function inOrder(items: readonly number[], isReverse: boolean, isBefore: Before): number[] {
  const ascending = sortRuns(isBefore, isReverse ? items.toReversed() : items)
  return isReverse ? ascending.toReversed() : ascending
}

function sortRuns(isBefore: Before, items: readonly number[]): number[] {
  let runs: number[][] = []
  for (let i = 0; i < items.length; i += LONGEST_RUN) {
    runs.push(sortRun(isBefore, items.slice(i, i + LONGEST_RUN)))
  }
  while (runs.length > 1) {
    const merged: number[][] = []
    for (let i = 0; i < runs.length; i += 2) {
      merged.push(merge(isBefore, runs[i] ?? [], runs[i + 1] ?? []))
    }
    runs = merged
  }
  return runs[0] ?? []
}

/** Insertion behind the longest run that is there already; a strictly descending one is turned round. */
function sortRun(isBefore: Before, items: number[]): number[] {
  const run = countRun(isBefore, items)
  const result = run.isDescending
    ? items.slice(0, run.length).toReversed()
    : items.slice(0, run.length)
  for (const item of items.slice(run.length)) {
    let low = 0
    let high = result.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(item, result[middle] as number)) high = middle
      else low = middle + 1
    }
    result.splice(low, 0, item)
  }
  return result
}

function countRun(
  isBefore: Before,
  items: readonly number[],
): { length: number; isDescending: boolean } {
  if (items.length < 2) return { length: items.length, isDescending: false }
  const isLower = (i: number): boolean => isBefore(items[i] as number, items[i - 1] as number)
  const isDescending = isLower(1)
  let length = 2
  while (length < items.length && isLower(length) === isDescending) length++
  return { length, isDescending }
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
