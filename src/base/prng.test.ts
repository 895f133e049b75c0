import { describe, expect, it } from 'vitest'
import { createPrng } from './prng'

const BOUNDS = [1, 2, 3, 7, 8, 1000, 2 ** 30, 2 ** 31]

describe('seeded numbers', () => {
  it('lie below their bound, and are the same for the same seed', () => {
    const [first, second] = [createPrng(5), createPrng(5)]
    for (let i = 0; i < 2000; i++) {
      const bound = BOUNDS[i % BOUNDS.length] ?? 1
      const number = first.below(bound)
      expect(number).toBe(second.below(bound))
      expect(number).toBeGreaterThanOrEqual(0)
      expect(number).toBeLessThan(bound)
    }
  })

  it('are skipped as if each had been drawn', () => {
    for (const times of [0, 1, 2, 1000, 12345]) {
      const [drawn, skipped] = [createPrng(9), createPrng(9)]
      for (let i = 0; i < times; i++) drawn.below(1)
      skipped.skip(times)
      expect(skipped.below(2 ** 31)).toBe(drawn.below(2 ** 31))
    }
  })
})
