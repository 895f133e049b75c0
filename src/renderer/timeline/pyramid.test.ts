import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INTERVAL } from '../../engine/analysis'
import { createColumns, fillColumns } from './columns'
import { buildPyramid, buildPyramidInSteps, levelFor } from './pyramid'
import { fitScale, zoomAt } from './scale'
import { fromLanes, timelineOf, timelines, worstOf } from './timeline.testing'

describe('pyramid', () => {
  it('holds in each bin of each level what looking at every event gives', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        for (const level of buildPyramid(timeline).levels) {
          for (let lane = 0; lane < timeline.lanes.length; lane += 1) {
            for (let bin = 0; bin < level.bins; bin += 1) {
              expect(level.state[lane * level.bins + bin]).toBe(
                worstOf(timeline, lane, bin * level.width, (bin + 1) * level.width),
              )
            }
          }
        }
      }),
    )
  })

  it('tells how much of a bin the state covers', () => {
    const run = { state: INTERVAL.running, length: 3 }
    const pieces = Array.from({ length: 400 }, () => [
      run,
      { state: INTERVAL.blocked, length: 1 },
    ]).flat()
    const [, , level] = buildPyramid(fromLanes([pieces])).levels
    expect(level?.width).toBe(4)
    expect(level?.state[0]).toBe(INTERVAL.blocked)
    expect((level?.coverage[0] ?? 0) / 255).toBeCloseTo(0.25, 1)
  })

  it('keeps one deadlocked event of a million visible at every zoom', () => {
    const timeline = timelineOf('running*700000 deadlocked*1 running*299999')
    const pyramid = buildPyramid(timeline)
    for (let zoom = 1; zoom < 1_000_000; zoom *= 3) {
      let scale = fitScale(timeline.length, 800)
      scale = zoomAt(scale, (700_000 / 1_000_000) * 800, zoom)
      const columns = createColumns(800)
      fillColumns({ timeline, pyramid }, 0, scale, columns)
      expect(columns.state.includes(INTERVAL.deadlocked)).toBe(true)
    }
  })

  it('gives the same whether built at once or in steps', () => {
    const timeline = timelineOf('running*500 blocked*1 sleeping*499', 'free*1000')
    const steps = buildPyramidInSteps(timeline)
    let step = steps.next()
    while (step.done !== true) step = steps.next()
    expect(step.value).toEqual(buildPyramid(timeline))
  })

  it('offers the coarsest level that is still fine enough', () => {
    const pyramid = buildPyramid(timelineOf('running*4096'))
    expect(levelFor(pyramid, 0.5)).toBeUndefined()
    expect(levelFor(pyramid, 5)?.width).toBe(4)
    expect(levelFor(pyramid, 4_096)?.width).toBe(16)
  })

  it('bounds its finest level on long runs', () => {
    const [finest] = buildPyramid(timelineOf('running*5000000')).levels
    expect(finest?.bins).toBeLessThanOrEqual(2 ** 17)
    expect(finest?.width).toBe(64)
  })
})

describe('columns', () => {
  it('never show less than the most important state of their events', () => {
    fc.assert(
      fc.property(
        timelines,
        fc.double({ min: 1, max: 50, noNaN: true }),
        fc.nat(64),
        (timeline, zoom, px) => {
          const scale = zoomAt(fitScale(timeline.length, 64), px, zoom)
          const columns = createColumns(64)
          const perColumn = (scale.to - scale.from) / 64
          fillColumns({ timeline, pyramid: buildPyramid(timeline) }, 0, scale, columns)
          for (let x = 0; x < 64; x += 1) {
            const worst = worstOf(
              timeline,
              0,
              scale.from + x * perColumn + 1e-6,
              scale.from + (x + 1) * perColumn - 1e-6,
            )
            expect(columns.state[x]).toBeGreaterThanOrEqual(worst)
          }
        },
      ),
    )
  })

  it('show nothing that is more than one bin away', () => {
    const timeline = timelineOf('running*100 blocked*1 running*100')
    const columns = createColumns(201)
    fillColumns({ timeline, pyramid: buildPyramid(timeline) }, 0, fitScale(201, 201), columns)
    expect([...columns.state].filter((state) => state === INTERVAL.blocked)).toHaveLength(1)
  })
})
