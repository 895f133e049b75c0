import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  centre,
  fitScale,
  isWhole,
  panBy,
  resize,
  reveal,
  toEvent,
  toPx,
  zoomAt,
  type TimeScale,
} from './scale'

const scales = fc
  .record({
    length: fc.integer({ min: 1, max: 1_000_000 }),
    width: fc.integer({ min: 1, max: 4_000 }),
  })
  .map(({ length, width }) => fitScale(length, width))
const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('zoom' as const),
      px: fc.integer({ min: 0, max: 4_000 }),
      by: fc.double({ min: 0.1, max: 10, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('pan' as const),
      px: fc.integer({ min: -9_000, max: 9_000 }),
      by: fc.constant(1),
    }),
  ),
  { maxLength: 20 },
)
const apply = (
  scale: TimeScale,
  moves: readonly { kind: 'zoom' | 'pan'; px: number; by: number }[],
): TimeScale =>
  moves.reduce((s, { kind, px, by }) => (kind === 'zoom' ? zoomAt(s, px, by) : panBy(s, px)), scale)

describe('time scale', () => {
  it('maps the run to the width and back', () => {
    const scale = fitScale(100, 500)
    expect(toPx(scale, 0)).toBe(0)
    expect(toPx(scale, 100)).toBe(500)
    expect(toEvent(scale, 250)).toBe(50)
  })

  it('turns pixels into events and events into the same pixels after any moves', () => {
    fc.assert(
      fc.property(scales, steps, fc.integer({ min: 0, max: 4_000 }), (scale, moves, px) => {
        const moved = apply(scale, moves)
        expect(toPx(moved, toEvent(moved, px))).toBeCloseTo(px, 4)
      }),
    )
  })

  it('never leaves the run', () => {
    fc.assert(
      fc.property(scales, steps, (scale, moves) => {
        const moved = apply(scale, moves)
        expect(moved.from).toBeGreaterThanOrEqual(0)
        expect(moved.to).toBeLessThanOrEqual(scale.length + 1e-6)
        expect(moved.to).toBeGreaterThan(moved.from)
      }),
    )
  })

  it('keeps the event under the pointer while zooming away from the ends', () => {
    const scale = zoomAt(fitScale(1_000, 500), 250, 4)
    expect(toEvent(zoomAt(scale, 200, 2), 200)).toBeCloseTo(toEvent(scale, 200), 6)
  })

  it('does not zoom closer than eight events nor farther than the run', () => {
    const closest = zoomAt(fitScale(1_000, 500), 0, 1e9)
    expect(closest.to - closest.from).toBe(8)
    expect(isWhole(zoomAt(closest, 0, 1e-9))).toBe(true)
    expect(isWhole(zoomAt(fitScale(3, 500), 0, 9))).toBe(true)
  })

  it('reveals an event with as little movement as possible', () => {
    const scale = centre(zoomAt(fitScale(1_000, 500), 0, 10), 500)
    expect(reveal(scale, 500)).toBe(scale)
    expect(reveal(scale, 0).from).toBe(0)
    expect(reveal(scale, 999).to).toBe(1_000)
    expect(toPx(reveal(scale, 700), 700)).toBeLessThan(500)
  })

  it('shows the same stretch on another width', () => {
    expect(resize(fitScale(10, 100), 300)).toEqual(fitScale(10, 300))
  })
})
