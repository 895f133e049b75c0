import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTraceBuilder, EVENT, NO_INDEX, type EventCode, type Trace } from '../trace'
import { traceOf } from '../trace/trace.testing'
import { createHistory, type Moment } from './history'
import { JOINS, PHASE_1, placeOf } from './traces.testing'

function activities(trace: Trace, event: number): readonly string[] {
  return createHistory(trace)
    .at(event)
    .threads.map((t) => t.activity.kind)
}

/** Text of each known value by place name. */
function texts(trace: Trace, event = trace.length - 1): Record<string, string> {
  const { values } = createHistory(trace).at(event)
  return Object.fromEntries(values.map((v) => [trace.places[v.place]?.name ?? '', v.text]))
}

describe('history of threads and locks', () => {
  it('shows the bank’s deadlock with owners, waiters and lines', () => {
    const moment = createHistory(PHASE_1).at(10)
    const [first, second] = [placeOf(PHASE_1, 'Cuenta-1'), placeOf(PHASE_1, 'Cuenta-2')]
    expect(moment.threads).toEqual([
      { activity: { kind: 'joining', thread: 1, since: 8 }, holds: [], line: 32 },
      {
        activity: { kind: 'blocked', lock: second, since: 9 },
        holds: [{ lock: first, since: 5 }],
        line: 15,
      },
      {
        activity: { kind: 'blocked', lock: first, since: 10 },
        holds: [{ lock: second, since: 7 }],
        line: 15,
      },
    ])
    expect(moment.locks).toEqual([
      { lock: first, owner: 1, since: 5, queue: [2] },
      { lock: second, owner: 2, since: 7, queue: [1] },
    ])
  })

  it('knows before the first event that only the main thread can run', () => {
    const moment = createHistory(PHASE_1).at(-1)
    expect(moment.threads.map((t) => t.activity.kind)).toEqual([
      'runnable',
      'notStarted',
      'notStarted',
    ])
    expect(moment.threads[0]?.line).toBeUndefined()
    expect(moment.values).toEqual([])
  })

  it('takes moments outside the trace as its ends', () => {
    const history = createHistory(PHASE_1)
    expect(history.at(99)).toEqual(history.at(10))
    expect(history.at(-7)).toEqual(history.at(-1))
    expect(createHistory(traceOf('')).at(0).at).toBe(-1)
  })

  it('calls a thread runnable while the lock it waits for is free, and blocked once another has it', () => {
    const trace = traceOf(`
      main acquire l
      a block l
      main release l
      b acquire l
      b release l
      a acquire l
    `)
    expect([1, 2, 3, 4, 5].map((event) => activities(trace, event)[1])).toEqual([
      'blocked',
      'runnable',
      'blocked',
      'runnable',
      'running',
    ])
  })

  it('lists waiters in order of arrival', () => {
    const trace = traceOf('main acquire l\nb block l\na block l\nc block l')
    expect(createHistory(trace).at(3).locks[0]?.queue).toEqual([1, 2, 3])
    expect(trace.threads.map((t) => t.name)).toEqual(['main', 'b', 'a', 'c'])
  })

  it('ends a timed wait with the failure', () => {
    const trace = traceOf('main acquire l\na block l\na acquireFailed l')
    expect(activities(trace, 2)).toEqual(['runnable', 'running'])
    expect(createHistory(trace).at(2).locks[0]?.queue).toEqual([])
  })

  it('lets a lock be released by a thread that does not own it', () => {
    const trace = traceOf('main acquire l\na release l')
    const moment = createHistory(trace).at(1)
    expect(moment.locks[0]?.owner).toBeUndefined()
    expect(moment.threads[0]?.holds).toEqual([])
  })

  it('counts re-entries of a re-entrant lock', () => {
    const trace = traceOf('main acquire r_l\nmain acquire r_l\nmain release r_l\nmain release r_l')
    const history = createHistory(trace)
    const owners = [0, 1, 2, 3].map((event) => history.at(event).locks[0]?.owner)
    expect(owners).toEqual([0, 0, 0, undefined])
    expect(history.at(2).threads[0]?.holds).toEqual([{ lock: 0, since: 0 }])
  })

  it('leaves locks with a thread that ended with them', () => {
    const trace = traceOf(
      'main start a\na acquire l\na exception ValueError\na end ValueError\nmain block l',
    )
    const moment = createHistory(trace).at(4)
    expect(moment.threads[1]?.activity).toEqual({ kind: 'finished', since: 3, failed: true })
    expect(moment.locks[0]?.owner).toBe(1)
    expect(moment.threads[0]?.activity.kind).toBe('blocked')
  })

  it('follows sleep and join', () => {
    const trace = traceOf('main start a\nmain joinWait a\na sleep\na wake\na end\nmain join a')
    expect(activities(trace, 2)).toEqual(['joining', 'sleeping'])
    expect(activities(trace, 3)).toEqual(['joining', 'running'])
    expect(activities(trace, 4)).toEqual(['runnable', 'finished'])
    expect(activities(trace, 5)).toEqual(['running', 'finished'])
    expect(activities(JOINS, 3)).toEqual(['runnable', 'joining', 'joining'])
  })

  it('shows a thread that waits for a database as blocked on it, by nobody', () => {
    const trace = traceOf(
      'main databaseBegin ev.db set_kwh(1, 2.0)\na block ev.db\na databaseBegin ev.db x()',
    )
    const history = createHistory(trace)
    expect(history.at(1).threads[1]?.activity).toEqual({ kind: 'blocked', lock: 0, since: 1 })
    expect(history.at(1).locks).toEqual([])
    expect(history.at(2).threads[1]?.activity.kind).toBe('running')
  })

  it('says the same whichever way the moments are visited', () => {
    const history = createHistory(randomTrace(20_000))
    const events = [19_999, 3, 4095, 4096, 12_345, 12_344, -1, 8192]
    const visited = events.map((event) => history.at(event))
    for (const [i, event] of events.entries()) {
      expect(visited[i]).toEqual(createHistory(history.trace).at(event))
    }
  })

  it('equals a naive replay on random traces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.nat(9), fc.nat(2)), { maxLength: 60 }),
        (rows) => {
          const trace = traceOfRows(rows)
          const history = createHistory(trace)
          for (let event = -1; event < trace.length; event++) {
            expect(summary(history.at(event))).toEqual(naive(trace, event))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('history of values', () => {
  it('gives each place its latest text and the event of it', () => {
    const trace = traceOf('main initial n 0\nmain read n 0\nmain write n 1\nmain write m 5')
    expect(createHistory(trace).at(1).values).toEqual([{ place: 0, text: '0', since: 0 }])
    expect(createHistory(trace).at(3).values).toEqual([
      { place: 0, text: '1', since: 2 },
      { place: 1, text: '5', since: 3 },
    ])
  })

  it('replays calls on a set, a list and a dict', () => {
    const trace = traceOf(`
      main initial #drivers {'drv-1', 'drv-2'}
      main callWrite #drivers add('drv-3')
      main callWrite #drivers drivers.discard('drv-1')
      main initial #queue []
      main callWrite #queue append(1)
      main callWrite #queue append(2)
      main callWrite #queue pop(0)
      main initial #sessions {}
      main write sessions['CP-1'] {'driver': 'drv-1', 'kwh': 0}
      main write sessions['CP-2'] {'driver': 'drv-3'}
      main callWrite #sessions pop('CP-1')
    `)
    expect(texts(trace)).toEqual({
      drivers: "{'drv-2', 'drv-3'}",
      queue: '[2]',
      sessions: "{'CP-2': {'driver': 'drv-3'}}",
      "sessions['CP-2']": "{'driver': 'drv-3'}",
    })
  })

  it('empties a container', () => {
    const trace = traceOf('main initial #s {1, 2}\nmain callWrite #s clear()')
    expect(texts(trace)).toEqual({ s: 'set()' })
  })

  it('shows what cannot be replayed behind the last text known', () => {
    const trace = traceOf(`
      main initial #s {3, 1}
      main callWrite #s pop()
      main callWrite #s add(4)
      main write s {7}
    `)
    expect(texts(trace, 1)['s']).toBe('{3, 1} · pop()')
    expect(texts(trace, 2)['s']).toBe('{3, 1} · add(4)')
    expect(texts(trace, 3)['s']).toBe('{7}')
  })

  it('shows a variable as the container it holds', () => {
    const trace = traceOf('main initial drivers {1}\nmain callWrite #drivers add(2)')
    const { values } = createHistory(trace).at(1)
    expect(values.map((v) => v.text)).toEqual(['{1, 2}', '{1, 2}'])
  })

  it('writes elements of a list into it, and forgets what a call removed', () => {
    const trace = traceOf(`
      main initial #l [10, 20]
      main write l[1] 25
      main callWrite #l pop()
    `)
    expect(texts(trace, 1)).toEqual({ l: '[10, 25]', 'l[1]': '25' })
    expect(texts(trace, 2)).toEqual({ l: '[10]' })
  })

  it('keeps the latest call of each kind on a database', () => {
    const trace = traceOf(`
      main databaseCommit ev.db set_kwh(1, 10.0)
      main databaseCommit ev.db set_kwh(2, 5.0)
      main databaseCommit ev.db set_kwh(1, 20.0)
    `)
    expect(texts(trace)).toEqual({ 'ev.db': 'set_kwh(1, 20.0) · set_kwh(2, 5.0)' })
  })

  it('replays thousands of calls, forwards and backwards', () => {
    const builder = createTraceBuilder('simulated')
    builder.thread({ name: 'main', isDaemon: false })
    const place = builder.place({ kind: 'container', name: 'l' })
    const add = (kind: EventCode, text: string, time: number): void =>
      builder.add({ kind, thread: 0, place, value: builder.text(text), line: 1, time })
    add(EVENT.initial, '[]', 0)
    for (let i = 1; i <= 3000; i++) add(EVENT.callWrite, i % 2 === 1 ? `append(${i})` : 'pop()', i)
    const history = createHistory(builder.finish())
    expect(history.at(2999).values[0]?.text).toBe('[2999]')
    expect(history.at(1001).values[0]?.text).toBe('[1001]')
    expect(history.at(3000).values[0]?.text).toBe('[]')
  })
})

const KINDS = [
  EVENT.block,
  EVENT.acquire,
  EVENT.acquireFailed,
  EVENT.release,
  EVENT.sleep,
  EVENT.wake,
  EVENT.joinWait,
  EVENT.join,
  EVENT.end,
  EVENT.start,
]
const LOCKS = ['lock', 'lock', 'rlock'] as const

/** Any sequence of events, also those no machine makes: 4 threads, 3 locks. */
function traceOfRows(rows: readonly (readonly [number, number, number])[]): Trace {
  const builder = createTraceBuilder('live')
  for (let i = 0; i < 4; i++) builder.thread({ name: `t${i}`, isDaemon: false })
  for (const [time, [thread, kindIndex, subject]] of rows.entries()) {
    const kind = KINDS[kindIndex] ?? EVENT.wake
    const isLock = kind >= EVENT.block && kind <= EVENT.release
    const isThread = kind === EVENT.joinWait || kind === EVENT.join || kind === EVENT.start
    const place = isLock
      ? builder.place({ kind: 'lock', name: `l${subject}`, lock: LOCKS[subject] ?? 'lock' })
      : isThread
        ? builder.place({ kind: 'thread', name: `t${subject}`, thread: subject })
        : NO_INDEX
    builder.add({ kind, thread, place, value: NO_INDEX, line: 1, time })
  }
  return builder.finish()
}

function randomTrace(length: number): Trace {
  const rows = fc.sample(fc.tuple(fc.nat(3), fc.nat(9), fc.nat(2)), { numRuns: length, seed: 7 })
  return traceOfRows(rows)
}

/** What a moment says of threads and locks, flat. */
function summary(moment: Moment): unknown {
  return {
    threads: moment.threads.map(({ activity, holds }) => [
      activity.kind,
      ...holds.map((h) => [h.lock, h.since]),
    ]),
    locks: moment.locks.map(({ lock, owner, queue }) => [lock, owner, queue]),
  }
}

interface NaiveThread {
  state: string
  waits: number
  since: number
}

/** The rules again, on maps and from the beginning: slow and plain. */
function naive(trace: Trace, at: number): unknown {
  const threads: NaiveThread[] = trace.threads.map((_, i) => ({
    state: i === 0 ? 'ready' : 'notStarted',
    waits: -1,
    since: -1,
  }))
  const holds: { lock: number; owner: number; since: number; depth: number }[] = []
  for (let event = 0; event <= at; event++) {
    const place = trace.place[event] as number
    const what = trace.places[place]
    const kind = trace.kind[event]
    const thread = threads[trace.thread[event] as number] as NaiveThread
    const held = holds.findIndex((h) => h.lock === place)
    const isSameWait = kind === EVENT.block && thread.state === 'blocked' && thread.waits === place
    if (isSameWait) continue
    if (thread.state !== 'finished') thread.state = 'ready'
    if (kind === EVENT.block)
      Object.assign(thread, { state: 'blocked', waits: place, since: event })
    if (kind === EVENT.sleep) thread.state = 'sleeping'
    if (kind === EVENT.end) thread.state = 'finished'
    if (what?.kind === 'thread') {
      if (kind === EVENT.joinWait) Object.assign(thread, { state: 'joining', waits: what.thread })
      const other = threads[what.thread] as NaiveThread
      if (kind === EVENT.start && other.state === 'notStarted') other.state = 'ready'
    }
    if (kind === EVENT.acquire) {
      const owned = holds[held]
      const isReentry =
        owned?.owner === trace.thread[event] && what?.kind === 'lock' && what.lock === 'rlock'
      if (owned !== undefined && isReentry) owned.depth += 1
      else {
        if (held >= 0) holds.splice(held, 1)
        holds.push({ lock: place, owner: trace.thread[event] as number, since: event, depth: 1 })
      }
    }
    const owned = holds[held]
    if (kind === EVENT.release && owned !== undefined && --owned.depth === 0) holds.splice(held, 1)
  }
  const activity = (t: NaiveThread, i: number): string => {
    if (t.state === 'blocked') return holds.some((h) => h.lock === t.waits) ? 'blocked' : 'runnable'
    if (t.state === 'joining')
      return threads[t.waits]?.state === 'finished' ? 'runnable' : 'joining'
    if (t.state !== 'ready') return t.state
    return at >= 0 && trace.thread[at] === i ? 'running' : 'runnable'
  }
  const locks = trace.places.flatMap((p, i) => (p.kind === 'lock' ? [i] : []))
  return {
    threads: threads.map((t, i) => [
      activity(t, i),
      ...holds.filter((h) => h.owner === i).map((h) => [h.lock, h.since]),
    ]),
    locks: locks.map((lock) => {
      const owner = holds.find((h) => h.lock === lock)?.owner
      const queue = threads
        .map((t, i) => ({ ...t, i }))
        .filter((t) => t.state === 'blocked' && t.waits === lock)
        .sort((a, b) => a.since - b.since)
        .map((t) => t.i)
      return [lock, owner, owner === undefined ? [] : queue]
    }),
  }
}
