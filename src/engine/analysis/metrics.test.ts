import { describe, expect, it } from 'vitest'
import { traceOf } from '../trace/trace.testing'
import { measure } from './metrics'

describe('metrics', () => {
  it('measures waits, holds and sections', () => {
    const trace = traceOf(`
      main start a ~0
      main start b ~0
      a acquire l ~100
      b block l ~150
      a release l ~300
      b acquire l ~350
      b release l ~400
      a acquire l ~500
      a release l ~1000
    `)
    expect(measure(trace)).toEqual({
      locks: [
        {
          lock: 2,
          acquisitions: 3,
          contended: 1,
          waitTotal: 200,
          waitMaximum: 200,
          holdTotal: 750,
          holdMaximum: 500,
        },
      ],
      threads: [
        { thread: 0, events: 2, blockedTime: 0, acquisitions: 0 },
        { thread: 1, events: 4, blockedTime: 0, acquisitions: 2 },
        { thread: 2, events: 3, blockedTime: 200, acquisitions: 1 },
      ],
      duration: 1000,
      sectionsPerSecond: 3000,
    })
  })

  it('counts a section when its outermost lock is released, and none of the main thread', () => {
    const trace = traceOf(`
      a acquire l1
      a acquire l2
      a release l2
      a release l1
      main acquire l1
      main release l1 ~1000000
    `)
    expect(measure(trace).sectionsPerSecond).toBe(1)
  })

  it('counts a re-entry neither as acquisition nor as section', () => {
    const trace = traceOf('a acquire r_l\na acquire r_l\na release r_l\na release r_l ~1000000')
    const { locks, sectionsPerSecond } = measure(trace)
    expect(locks[0]?.acquisitions).toBe(1)
    expect(locks[0]?.holdTotal).toBe(1_000_000)
    expect(sectionsPerSecond).toBe(1)
  })

  it('counts waits given up and waits that last to the end', () => {
    const trace = traceOf(`
      main acquire l ~0
      a block l ~10
      a acquireFailed l ~30
      b block l ~40
      main sleep ~100
    `)
    const [lock] = measure(trace).locks
    expect([lock?.waitTotal, lock?.waitMaximum, lock?.contended, lock?.holdTotal]).toEqual([
      80, 60, 0, 100,
    ])
  })

  it('is zero for an empty trace and for one without time', () => {
    expect(measure(traceOf('')).duration).toBe(0)
    expect(measure(traceOf('a acquire l ~0\na release l ~0')).sectionsPerSecond).toBe(0)
  })
})
