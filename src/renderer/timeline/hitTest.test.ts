import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitTest, intervalAt } from './hitTest'
import { fitScale } from './scale'
import { timelineOf, timelines } from './timeline.testing'

const timeline = timelineOf('running*10 blocked*10', 'running*5 sleeping*15')
const scale = fitScale(20, 200)

describe('hit test', () => {
  it.each([
    [0, 0, { lane: 0, interval: 0, event: 0 }],
    [99, 27, { lane: 0, interval: 0, event: 9 }],
    [100, 0, { lane: 0, interval: 1, event: 10 }],
    [49, 28, { lane: 1, interval: 2, event: 4 }],
    [199, 55, { lane: 1, interval: 3, event: 19 }],
  ])('finds what lies at %i, %i', (xPx, yPx, hit) => {
    expect(hitTest(timeline, scale, 28, { xPx, yPx })).toEqual(hit)
  })

  it.each([
    [-1, 0],
    [200, 0],
    [0, -1],
    [0, 56],
  ])('finds nothing at %i, %i, outside the run', (xPx, yPx) => {
    expect(hitTest(timeline, scale, 28, { xPx, yPx })).toBeUndefined()
  })

  it('finds the interval that holds any event', () => {
    fc.assert(
      fc.property(timelines, fc.nat(), (random, seed) => {
        const event = seed % random.length
        const found = intervalAt(random, 1, event) ?? -1
        expect(random.start[found]).toBeLessThanOrEqual(event)
        expect(random.end[found]).toBeGreaterThan(event)
        expect(found).toBeGreaterThanOrEqual(random.laneStart[1] ?? 0)
      }),
    )
  })
})
