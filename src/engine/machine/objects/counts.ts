/** What a counter counts. */
import { fromSmallInteger, type Value } from '../value'
import { makeCounter } from './counter'
import { dictEntries, dictGet, dictSet } from './dict'
import type { Objects } from './object'

/** The count of `key`; of what was never counted, 0. */
export function countOf(objects: Objects, counter: Value, key: Value): Value {
  return dictGet(objects, counter, key) || fromSmallInteger(0)
}

/** Copies what `isKept` lets through into a new counter, each count as `change` makes it. */
export function filtered(
  objects: Objects,
  counter: Value,
  isKept: (count: Value) => boolean,
  change: (count: Value) => Value,
): Value {
  const result = makeCounter(objects)
  for (const [key, count] of dictEntries(objects.memory, counter)) {
    if (isKept(count)) dictSet(objects, result, key, change(count))
  }
  return result
}

/** Whether `holds` for the counts of every key of either: what a counter lacks counts 0. */
export function everyCount(
  objects: Objects,
  a: Value,
  b: Value,
  holds: (left: Value, right: Value) => boolean,
): boolean {
  return [a, b].every((counter) =>
    dictEntries(objects.memory, counter).every(([key]) =>
      holds(countOf(objects, a, key), countOf(objects, b, key)),
    ),
  )
}
