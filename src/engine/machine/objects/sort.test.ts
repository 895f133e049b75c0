import { expect, it } from 'vitest'
import { fromSmallInteger, NONE, type Value } from '../value'
import { testObjects } from './objects.testing'
import { sortItems } from './sort'

/** What a failing sort leaves of count, count - 1 … 1, None. */
function left(count: number): Value[] {
  const objects = testObjects()
  const items = Array.from({ length: count }, (_, i) => fromSmallInteger(count - i)).concat(NONE)
  expect(() => {
    sortItems(objects, items, false)
  }).toThrow("'<' not supported between instances of 'NoneType' and 'int'")
  return items
}

it('leaves the items where they were if the first run is not whole', () => {
  expect(left(62)[0]).toBe(fromSmallInteger(62))
})

// CPython 3.11 leaves 65 in front: it looks for runs of any length, this sort for runs of up to 63 items.
it('limitation: more than 63 items are left in another order than CPython leaves them in', () => {
  expect(left(65)[0]).toBe(fromSmallInteger(3))
})
