import { describe, expect, it } from 'vitest'
import { fitScale, zoomAt } from './scale'
import { ticks, tickStep } from './ticks'

describe('ticks', () => {
  it.each([
    [10, 720, 1],
    [10, 360, 2],
    [100, 1_000, 10],
    [1_000, 1_000, 100],
    [1_000_000, 1_000, 100_000],
  ])('of %i events on %i px are %i apart', (length, width, step) => {
    expect(tickStep(fitScale(length, width))).toBe(step)
  })

  it('are never closer than a label', () => {
    for (const length of [1, 7, 99, 1_234, 999_999]) {
      const [first, second] = ticks(fitScale(length, 640))
      if (first !== undefined && second !== undefined)
        expect(second.px - first.px).toBeGreaterThanOrEqual(72)
    }
  })

  it('stand at whole multiples inside the window', () => {
    const scale = zoomAt(fitScale(1_000, 500), 250, 5)
    for (const { number } of ticks(scale)) {
      expect(number % tickStep(scale)).toBe(0)
      expect(number - 1).toBeGreaterThanOrEqual(scale.from)
      expect(number - 1).toBeLessThan(scale.to)
    }
  })
})
