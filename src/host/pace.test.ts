import { describe, expect, it } from 'vitest'
import { Pace } from './pace'

/** States expanded in each of so many slices, where a state takes so long. */
function slices(pace: Pace, count: number, stateMs: number): number[] {
  return Array.from({ length: count }, () => {
    const { states } = pace
    pace.heed(states * stateMs)
    return states
  })
}

describe('the pace of an exploration', () => {
  it('becomes hundreds of states where each is quick', () => {
    expect(slices(new Pace(), 12, 0.01).at(-1)).toBe(512)
  })

  it('stays at one state where that takes long', () => {
    expect(slices(new Pace(), 5, 100)).toEqual([1, 1, 1, 1, 1])
  })

  it('falls at once where states become slow, and stays below some tens of milliseconds', () => {
    const pace = new Pace()
    slices(pace, 12, 0.01)
    const slow = slices(pace, 6, 5)
    expect(slow.slice(1).every((states) => states * 5 <= 40)).toBe(true)
  })
})
