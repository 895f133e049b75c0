import { expect, it } from 'vitest'
import { groupBy } from './groupBy'

it('keeps keys and items in order of appearance', () => {
  const groups = groupBy(['two', 'three', 'one', 'seven'], ({ length }) => length)
  expect([...groups]).toEqual([
    [3, ['two', 'one']],
    [5, ['three', 'seven']],
  ])
})
