import { describe, expect, it } from 'vitest'
import { Pace } from './pace'

/** States expanded in each of so many slices, where a state takes so long. */
function slices(pace: Pace, count: number, stateMs: number): number[] {
  return Array.from({ length: count }, () => {
    const { states } = pace
    nowMs += states * stateMs
    pace.heed(nowMs)
    return states
  })
}

let nowMs = 0

describe('the pace of an exploration', () => {
  it('becomes 64 states where each is quick', () => {
    expect(slices(new Pace(nowMs), 12, 0.01).at(-1)).toBe(64)
  })

  it('stays at one state where that takes long', () => {
    expect(slices(new Pace(nowMs), 5, 100)).toEqual([1, 1, 1, 1, 1])
  })

  it('falls at once where states become slow, and stays below some tens of milliseconds', () => {
    const pace = new Pace(nowMs)
    slices(pace, 12, 0.01)
    const slow = slices(pace, 6, 5)
    expect(slow.slice(1).every((states) => states * 5 <= 40)).toBe(true)
  })
})
