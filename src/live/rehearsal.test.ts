import { expect, it } from 'vitest'
import { rehearseDeadlock } from './rehearsal'

it('closes a cycle of waits in every round and comes back from each', () => {
  expect(rehearseDeadlock()).toBe(10)
})
