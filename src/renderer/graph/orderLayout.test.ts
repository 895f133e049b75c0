import { describe, expect, it } from 'vitest'
import type { SharingReport } from '../../engine/analysis'
import { layoutOrder } from './orderLayout'

function ordered(pairs: readonly (readonly [number, number])[], cycle: readonly number[] = []) {
  const edges = pairs.map(([held, wanted]) => ({ held, wanted, sites: [] }))
  const report: SharingReport = {
    threads: [],
    locks: [],
    places: [],
    order: { verdict: 'none', edges, cycle },
    waits: { sites: [], nested: [], joins: [] },
  }
  return layoutOrder(report, 400)
}

describe('the drawing of a lock order', () => {
  it('has a place of its own for each lock that has an edge', () => {
    const { locks, heightPx } = ordered([
      [0, 1],
      [1, 4],
      [0, 4],
    ])
    expect(locks.map(({ lock }) => lock)).toEqual([0, 1, 4])
    expect(new Set(locks.map(({ xPx, yPx }) => `${xPx} ${yPx}`)).size).toBe(3)
    expect(locks.every(({ xPx, yPx }) => xPx > 0 && xPx < 400 && yPx > 0 && yPx < heightPx)).toBe(
      true,
    )
  })

  it('keeps opposite orders and their labels apart, and marks those of the circle', () => {
    const { orders } = ordered(
      [
        [0, 1],
        [1, 0],
        [0, 2],
      ],
      [0, 1],
    )
    const [there, back] = orders
    expect(orders.map(({ isInCycle }) => isInCycle)).toEqual([true, true, false])
    const apart = Math.hypot(
      (there?.labelXPx ?? 0) - (back?.labelXPx ?? 0),
      (there?.labelYPx ?? 0) - (back?.labelYPx ?? 0),
    )
    expect(apart).toBeGreaterThan(40)
  })

  it('draws a lock after itself as a loop above it', () => {
    const { locks, orders } = ordered([[3, 3]], [3])
    expect(orders).toHaveLength(1)
    expect(orders[0]?.isInCycle).toBe(true)
    expect(orders[0]?.labelYPx).toBeLessThan(locks[0]?.yPx ?? 0)
  })
})
