import { expect, it } from 'vitest'
import { SCHEDULER_NAMES } from '../engine/schedule'
import { SCHEDULERS } from './run'

it('offers the schedulers that the engine has', () => {
  expect(SCHEDULERS).toEqual(SCHEDULER_NAMES)
})
