import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_INDEX, type Trace } from '../trace'
import { traceOf } from '../trace/trace.testing'
import { INTERVAL, layoutTimeline, type Timeline } from './timeline'
import { JOINS, PHASE_1, PHASE_2, placeOf, RING, SELF } from './traces.testing'

const NAMES = Object.fromEntries(Object.entries(INTERVAL).map(([name, code]) => [code, name]))

/** Intervals of the lane of that name, as `start-end state`. */
function lane(trace: Trace, name: string): readonly string[] {
  const timeline = layoutTimeline(trace)
  return intervals(
    timeline,
    timeline.lanes.findIndex((l) => l.name === name),
  )
}

function intervals({ laneStart, start, end, state }: Timeline, index: number): readonly string[] {
  const found: string[] = []
  for (let i = laneStart[index] as number; i < (laneStart[index + 1] as number); i++) {
    found.push(`${String(start[i])}-${String(end[i])} ${NAMES[state[i] as number] ?? '?'}`)
  }
  return found
}

describe('timeline', () => {
  it('puts threads before locks, each in order', () => {
    expect(layoutTimeline(PHASE_1).lanes).toEqual([
      { kind: 'thread', thread: 0, name: 'main' },
      { kind: 'thread', thread: 1, name: 'Hilo-1' },
      { kind: 'thread', thread: 2, name: 'Hilo-2' },
      { kind: 'lock', lock: placeOf(PHASE_1, 'Cuenta-1'), name: 'Cuenta-1' },
      { kind: 'lock', lock: placeOf(PHASE_1, 'Cuenta-2'), name: 'Cuenta-2' },
    ])
  })

  it('ends the deadlock of Phase 1 as deadlocked threads and locks', () => {
    expect(lane(PHASE_1, 'main')).toEqual(['0-4 running', '4-8 runnable', '8-11 joining'])
    expect(lane(PHASE_1, 'Hilo-1')).toEqual([
      '0-2 notStarted',
      '2-4 runnable',
      '4-5 running',
      '5-9 holding',
      '9-11 deadlocked',
    ])
    expect(lane(PHASE_1, 'Cuenta-1')).toEqual(['0-5 free', '5-10 held', '10-11 deadlockedLock'])
    expect(lane(PHASE_1, 'Cuenta-2')).toEqual(['0-7 free', '7-9 held', '9-11 deadlockedLock'])
  })

  it('ends Phase 2 with everything finished and free', () => {
    expect(lane(PHASE_2, 'Hilo-2')).toEqual([
      '0-3 notStarted',
      '3-6 runnable',
      '6-7 running',
      '7-15 blocked',
      '15-21 holding',
      '21-22 running',
      '22-23 finished',
    ])
    expect(lane(PHASE_2, 'Cuenta-1')).toEqual([
      '0-5 free',
      '5-7 held',
      '7-13 contended',
      '13-15 free',
      '15-21 held',
      '21-23 free',
    ])
  })

  it('names what is waited for and who owns', () => {
    const timeline = layoutTimeline(PHASE_1)
    const last = (index: number): number =>
      timeline.subject[(timeline.laneStart[index + 1] as number) - 1] as number
    expect([0, 1, 2, 3, 4].map(last)).toEqual([
      1,
      placeOf(PHASE_1, 'Cuenta-2'),
      placeOf(PHASE_1, 'Cuenta-1'),
      1,
      2,
    ])
    expect(timeline.subject[0]).toBe(NO_INDEX)
  })

  it('marks self-deadlock, rings and joins in a circle', () => {
    expect(lane(SELF, 'Hilo-1').at(-1)).toBe('2-3 deadlocked')
    expect(
      ['a', 'b', 'c', 'l1', 'l2', 'l3'].map((name) => lane(RING, name).at(-1)?.split(' ')[1]),
    ).toEqual([
      'deadlocked',
      'deadlocked',
      'deadlocked',
      'deadlockedLock',
      'deadlockedLock',
      'deadlockedLock',
    ])
    expect(lane(JOINS, 'a')).toEqual(['0-2 runnable', '2-4 deadlocked'])
  })

  it('keeps a thread that waits for the cycle from outside apart from it', () => {
    const trace = traceOf('main acquire l\nmain block l\na block l')
    expect(lane(trace, 'a')).toEqual(
      ['0-2 runnable', '2-3 blocked'].map((s) => s.replace('runnable', 'notStarted')),
    )
    expect(lane(trace, 'main').at(-1)).toBe('1-3 deadlocked')
  })

  it('shows a foreign release on the lane of the owner', () => {
    const trace = traceOf('main start a\nmain acquire l\na release l\na sleep\na wake')
    expect(lane(trace, 'main')).toEqual(['0-1 running', '1-2 holding', '2-5 runnable'])
    expect(lane(trace, 'a')).toEqual(['0-2 runnable', '2-3 running', '3-4 sleeping', '4-5 running'])
  })

  it('shows a wait for a database as blocked', () => {
    const trace = traceOf(
      'main databaseBegin ev.db x()\na block ev.db\nmain databaseCommit ev.db x()',
    )
    expect(lane(trace, 'a')).toEqual(['0-1 notStarted', '1-3 blocked'])
  })

  it('is empty for an empty trace', () => {
    const timeline = layoutTimeline(traceOf(''))
    expect(timeline.start.length).toBe(0)
    expect([...timeline.laneStart]).toEqual([0, 0])
  })

  it('covers every lane without gap, overlap or equal neighbours', () => {
    const words = [
      'acquire l1',
      'acquire l2',
      'acquire r_3',
      'block l1',
      'block l2',
      'release l1',
      'release r_3',
    ]
    const row = fc.tuple(
      fc.constantFrom('main', 'a', 'b', 'c'),
      fc.constantFrom(
        ...words,
        'release l2',
        'sleep',
        'wake',
        'end',
        'start a',
        'joinWait b',
        'join b',
      ),
    )
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 50 }), (rows) => {
        const timeline = layoutTimeline(traceOf(rows.map((r) => r.join(' ')).join('\n')))
        const { laneStart, start, end, state, subject, length } = timeline
        for (const [index] of timeline.lanes.entries()) {
          let at = 0
          for (let i = laneStart[index] as number; i < (laneStart[index + 1] as number); i++) {
            expect(start[i]).toBe(at)
            at = end[i] as number
            const isSameAsBefore = i > (laneStart[index] as number) && state[i] === state[i - 1]
            expect(isSameAsBefore && subject[i] === subject[i - 1]).toBe(false)
          }
          expect(at).toBe(length)
        }
      }),
      { numRuns: 300 },
    )
  })
})
