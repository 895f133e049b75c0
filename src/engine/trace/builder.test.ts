import { describe, expect, it } from 'vitest'
import { BugError } from '../../base'
import { createTraceBuilder, EVENT, NO_INDEX } from '.'

const event = { kind: EVENT.begin, thread: 0, place: NO_INDEX, value: NO_INDEX, line: 1, time: 0 }

describe('trace builder', () => {
  it('gives equal texts and equal places one index', () => {
    const builder = createTraceBuilder('live')
    const lock = { kind: 'lock', name: 'a', lock: 'lock' } as const
    expect([builder.text('1'), builder.text('2'), builder.text('1')]).toEqual([0, 1, 0])
    expect(builder.place(lock)).toBe(builder.place({ lock: 'lock', name: 'a', kind: 'lock' }))
    expect(builder.place({ ...lock, lock: 'rlock' })).not.toBe(builder.place(lock))
    expect(builder.place({ kind: 'container', name: 'a' })).not.toBe(builder.place(lock))
  })

  it('grows and keeps every event in order', () => {
    const builder = createTraceBuilder('simulated')
    builder.thread({ name: 'main', isDaemon: false })
    for (let i = 0; i < 5000; i++) builder.add({ ...event, line: i, time: i })
    const trace = builder.finish()
    expect(trace.length).toBe(5000)
    expect(trace.line.length).toBe(5000)
    expect([...trace.line].every((line, i) => line === i)).toBe(true)
  })

  it('finishes into a trace that later events do not change', () => {
    const builder = createTraceBuilder('simulated')
    builder.thread({ name: 'main', isDaemon: false })
    builder.add(event)
    const trace = builder.finish()
    builder.add({ ...event, line: 9 })
    builder.text('late')
    expect(trace.length).toBe(1)
    expect(trace.texts).toEqual([])
  })

  it.each([{ thread: 1 }, { place: 0 }, { value: 0 }, { time: -1 }, { time: Number.NaN }])(
    'refuses an event that no trace can hold: %o',
    (wrong) => {
      const builder = createTraceBuilder('simulated')
      builder.thread({ name: 'main', isDaemon: false })
      expect(() => builder.add({ ...event, ...wrong })).toThrow(BugError)
    },
  )
})
