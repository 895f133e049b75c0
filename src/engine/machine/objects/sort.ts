/**
 * Stable sorting that asks `<` for the same pairs as CPython's for up to 63 items (Objects/listobject.c: one run, then
 * binary insertion), so that a failing comparison names the same operands. Longer inputs are merged from such runs.
 */
import type { Value } from '../value'
import type { Objects } from './object'
import { isLess } from './ordering'

const LONGEST_RUN = 63

/** The items in ascending order, or in descending order with equal items still in theirs. */
export function sorted(objects: Objects, items: readonly Value[], isReverse: boolean): Value[] {
  const ascending = sortRuns(objects, isReverse ? items.toReversed() : items)
  return isReverse ? ascending.toReversed() : ascending
}

function sortRuns(objects: Objects, items: readonly Value[]): Value[] {
  let runs: Value[][] = []
  for (let i = 0; i < items.length; i += LONGEST_RUN) {
    runs.push(sortRun(objects, items.slice(i, i + LONGEST_RUN)))
  }
  while (runs.length > 1) {
    const merged: Value[][] = []
    for (let i = 0; i < runs.length; i += 2) {
      merged.push(merge(objects, runs[i] ?? [], runs[i + 1] ?? []))
    }
    runs = merged
  }
  return runs[0] ?? []
}

/** Insertion behind the longest run that is there already; a strictly descending one is turned round. */
function sortRun(objects: Objects, items: Value[]): Value[] {
  const run = countRun(objects, items)
  const result = run.isDescending
    ? items.slice(0, run.length).toReversed()
    : items.slice(0, run.length)
  for (const item of items.slice(run.length)) {
    let low = 0
    let high = result.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (isLess(objects, item, result[middle] as number)) high = middle
      else low = middle + 1
    }
    result.splice(low, 0, item)
  }
  return result
}

function countRun(
  objects: Objects,
  items: readonly Value[],
): { length: number; isDescending: boolean } {
  if (items.length < 2) return { length: items.length, isDescending: false }
  const isLower = (i: number): boolean =>
    isLess(objects, items[i] as number, items[i - 1] as number)
  const isDescending = isLower(1)
  let length = 2
  while (length < items.length && isLower(length) === isDescending) length++
  return { length, isDescending }
}

function merge(objects: Objects, left: readonly Value[], right: readonly Value[]): Value[] {
  const result: Value[] = []
  let i = 0
  for (const item of right) {
    while (i < left.length && !isLess(objects, item, left[i] as number)) {
      result.push(left[i] as number)
      i++
    }
    result.push(item)
  }
  return [...result, ...left.slice(i)]
}
