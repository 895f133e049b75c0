import { describe, expect, it } from 'vitest'
import { layoutTimeline } from '../../engine/analysis'
import { deadlockTrace } from '../transport/bridge.testing'
import { sceneRows } from './sceneModel'
import { fromLanes } from './timeline.testing'

const trace = deadlockTrace()
const timeline = layoutTimeline(trace)

describe('scene model', () => {
  it('names the lock each deadlocked thread waits for and the owner of each lock', () => {
    const { rows } = sceneRows(timeline, trace, trace.length - 1, 500)
    const last = rows
      .filter((row) => row.isCurrent)
      .map(({ lane, state, about }) => [lane.name, state, about])
    expect(last).toEqual([
      ['main', 'joining', 'Hilo-1'],
      ['Hilo-1', 'deadlocked', 'Cuenta-2'],
      ['Hilo-2', 'deadlocked', 'Cuenta-1'],
      ['Cuenta-1', 'deadlockedLock', 'Hilo-1'],
      ['Cuenta-2', 'deadlockedLock', 'Hilo-2'],
    ])
  })

  it('covers every lane from the first to the last event', () => {
    const { rows, total } = sceneRows(timeline, trace, 0, 500)
    expect(rows).toHaveLength(total)
    for (const lane of timeline.lanes) {
      const own = rows.filter((row) => row.lane === lane)
      expect(own[0]?.first).toBe(0)
      expect(own.at(-1)?.last).toBe(trace.length - 1)
    }
  })

  it('keeps to the limit around the cursor in long runs', () => {
    const long = fromLanes([
      Array.from({ length: 5_000 }, (_, i) => ({ state: (i % 2) + 3, length: 1 })),
    ])
    const { rows, total } = sceneRows(long, trace, 2_500, 500)
    expect(total).toBe(5_000)
    expect(rows).toHaveLength(500)
    expect(rows.find((row) => row.isCurrent)?.first).toBe(2_500)
  })
})
