/** The order of a counter's entries in `most_common` and in its representation. */
import type { Value } from '../value'
import { dictEntries } from './dict'
import type { Objects } from './object'
import { sortByKeys } from './sort'

/** Entries from the greatest count to the least; equal ones stay in their order. */
export function mostCommonFirst(
  objects: Objects,
  counter: Value,
): (readonly [key: Value, count: Value])[] {
  const entries = dictEntries(objects.memory, counter)
  const counts = entries.map(([, count]) => count)
  const order = [...entries.keys()]
  sortByKeys(objects, order, counts, true)
  return order.flatMap((at) => {
    const entry = entries[at]
    return entry === undefined ? [] : [[entry[0], entry[1]] as const]
  })
}
