import { describe, expect, it } from 'vitest'
import { createClock } from './clock'

describe('the clock of a run', () => {
  it('counts whole microseconds from its beginning and stays within a word', () => {
    const readings = [1000, 1000.002, 1002.5, 999, 1e10]
    const clock = createClock(1000, () => readings.shift() ?? 0)
    expect([clock(), clock(), clock(), clock(), clock()]).toEqual([0, 2, 2500, 0, 2 ** 31 - 1])
  })
})
