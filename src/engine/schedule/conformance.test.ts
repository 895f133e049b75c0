import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../machine'
import { EVENT, type EventKind, type Trace } from '../trace'
import { followLive } from './conformance'
import { randomScheduler } from './random'
import { replayScheduler } from './replay'
import { simulate } from './simulation'
import { compiled } from './simulation.testing'

const COUNTER = compiled(`
import threading
lock = threading.Lock()
n = 0

def work():
    global n
    for i in range(3):
        with lock:
            n += 1

a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(n)
`)

/** Thread 1 holds the lock while thread 2 tries it once. */
const TRY = compiled(`
import threading
lock = threading.Lock()

def hold():
    lock.acquire()
    lock.release()

def attempt():
    if not lock.acquire(blocking=False):
        print("held")

a = threading.Thread(target=hold)
b = threading.Thread(target=attempt)
a.start()
b.start()
`)

/** Thread 1's last operation ends it; the main thread does not wait for that. */
const IMPATIENT = compiled(`
import threading
lock = threading.Lock()

def hold():
    lock.acquire()
    lock.release()

a = threading.Thread(target=hold)
a.start()
a.join(0.001)
print("on")
`)

/** The events of `trace` in another order; `order` may leave some out. */
function reordered(trace: Trace, order: readonly number[]): Trace {
  return {
    ...trace,
    length: order.length,
    kind: Uint8Array.from(order, (event) => trace.kind[event] as number),
    thread: Uint8Array.from(order, (event) => trace.thread[event] as number),
    place: Uint32Array.from(order, (event) => trace.place[event] as number),
    value: Uint32Array.from(order, (event) => trace.value[event] as number),
    line: Uint32Array.from(order, (event) => trace.line[event] as number),
  }
}

function indices({ length }: Trace): number[] {
  return Array.from({ length }, (_, event) => event)
}

function find(trace: Trace, kind: EventKind, thread: number, from = 0): number {
  const event = indices(trace).find(
    (e) => e >= from && trace.kind[e] === EVENT[kind] && trace.thread[e] === thread,
  )
  if (event === undefined) throw new Error(`no ${kind}`)
  return event
}

/** `event` taken out and put where `to` stood. */
function moved(trace: Trace, event: number, to: number): Trace {
  const order = indices(trace)
  order.splice(event, 1)
  order.splice(to, 0, event)
  return reordered(trace, order)
}

/** A run of TRY in which the lock is held when it is tried. */
function missed(): Trace {
  for (let seed = 0; ; seed++) {
    const { trace } = simulate(TRY, randomScheduler(seed))
    if (trace.kind.includes(EVENT.acquireFailed)) return trace
  }
}

describe('a trace that is a path of the model', () => {
  it('conforms, and its schedule replays it', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { trace, outcome } = simulate(COUNTER, randomScheduler(seed))
      const conformance = followLive(COUNTER, trace)
      const waits = indices(trace).filter((event) =>
        ([EVENT.block, EVENT.joinWait] as number[]).includes(trace.kind[event] as number),
      )
      expect(conformance).toMatchObject({ kind: 'conforms', events: trace.length - waits.length })
      const again = simulate(COUNTER, replayScheduler(conformance.schedule))
      expect(again.outcome).toEqual(outcome)
      expect(again.output).toBe('6\n')
    }
  })

  it('conforms as far as it goes when the run was ended from outside', () => {
    const { trace } = simulate(COUNTER, randomScheduler(1))
    for (let length = 0; length <= trace.length; length++) {
      const cut = reordered(trace, indices(trace).slice(0, length))
      expect(followLive(COUNTER, cut).kind).toBe('conforms')
    }
  })

  it('may tell that a lock was held after its release, as real threads do', () => {
    const trace = missed()
    const late = moved(trace, find(trace, 'release', 1), find(trace, 'acquireFailed', 2))
    expect(followLive(TRY, late).kind).toBe('conforms')
  })

  it('may tell so of a thread that has begun after that, too', () => {
    const trace = missed()
    const release = find(trace, 'release', 1)
    const all = indices(trace)
    const [own, others] = [2, 0].map((thread) => all.filter((e) => trace.thread[e] === thread))
    const first = all.filter((e) => trace.thread[e] === 1 && e <= release)
    const rest = all.filter((e) => trace.thread[e] === 1 && e > release)
    // Main starts the second thread, and that finds the lock held, after its release was noted.
    const starts = others?.slice(0, 1) ?? []
    const late = [...starts, ...first, ...(others?.slice(1) ?? []), ...(own ?? []), ...rest]
    expect(late.indexOf(find(trace, 'start', 0, 1))).toBeGreaterThan(late.indexOf(release))
    expect(followLive(TRY, reordered(trace, late))).toMatchObject({ kind: 'conforms' })
  })

  it('may tell that a join ran out between the last operation of a thread and its end', () => {
    // Main runs whenever it can, and its wait runs out at once.
    const { trace } = simulate(IMPATIENT, { choose: (choices) => choices[0] })
    expect(find(trace, 'join', 0)).toBeLessThan(find(trace, 'release', 1))
    // The model ends the thread with its release; live, the join may be noted between the two.
    const [join, end] = [find(trace, 'join', 0), find(trace, 'end', 1)]
    const own = indices(trace).filter((event) => trace.thread[event] === 1 && event !== end)
    const rest = indices(trace).filter((event) => event >= join && !own.includes(event))
    const live = reordered(trace, [...indices(trace).slice(0, join), ...own, ...rest])
    expect(find(live, 'release', 1)).toBeLessThan(find(live, 'join', 0))
    expect(find(live, 'join', 0)).toBeLessThan(find(live, 'end', 1))
    expect(followLive(IMPATIENT, live)).toMatchObject({ kind: 'conforms' })
  })

  it('may tell that a lock was held before its acquisition, as real threads do', () => {
    const trace = missed()
    const early = moved(trace, find(trace, 'acquire', 1), find(trace, 'acquireFailed', 2))
    expect(early.kind.indexOf(EVENT.acquireFailed)).toBeLessThan(early.kind.indexOf(EVENT.acquire))
    expect(followLive(TRY, early).kind).toBe('conforms')
  })
})

describe('a trace that is no path of the model', () => {
  const { trace } = simulate(COUNTER, randomScheduler(3))

  it('is found by a value that nobody wrote', () => {
    const event = find(trace, 'write', 2)
    const value = trace.value.slice()
    value[event] = trace.value[find(trace, 'print', 0)] as number
    expect(followLive(COUNTER, { ...trace, value })).toMatchObject({
      kind: 'mismatch',
      mismatch: {
        event,
        thread: 'Thread-2 (work)',
        live: { kind: 'write', line: 10, place: 'n', value: '6\n' },
        model: { kind: 'write', line: 10, place: 'n' },
      },
    })
  })

  it('is found by two threads in one lock', () => {
    const other = trace.thread[find(trace, 'acquire', 1)] === 1 ? 2 : 1
    const first = find(trace, 'acquire', 1)
    const release = find(trace, 'release', 1, first)
    const intruder = find(trace, 'acquire', other, release)
    expect(followLive(COUNTER, moved(trace, intruder, first + 1))).toMatchObject({
      kind: 'mismatch',
      mismatch: { event: first + 1, live: { kind: 'acquire', place: 'lock' }, model: 'waits' },
    })
  })

  it('is found by an event left out', () => {
    const lost = find(trace, 'read', 1)
    const rest = reordered(
      trace,
      indices(trace).filter((event) => event !== lost),
    )
    expect(followLive(COUNTER, rest)).toMatchObject({
      kind: 'mismatch',
      mismatch: { live: { kind: 'write' }, model: { kind: 'read' } },
    })
  })

  it('is found by a thread that goes on after its end', () => {
    const end = find(trace, 'end', 1)
    const order = indices(trace)
    order.splice(end + 1, 0, find(trace, 'read', 1))
    expect(followLive(COUNTER, reordered(trace, order))).toMatchObject({
      kind: 'mismatch',
      mismatch: { event: end + 1, live: { kind: 'read' }, model: 'ended' },
    })
  })

  it('is found by a lock that is missed though nobody holds it', () => {
    const held = missed()
    const order = indices(held).filter((event) => held.thread[event] !== 1)
    expect(followLive(TRY, reordered(held, order))).toMatchObject({
      kind: 'mismatch',
      mismatch: { live: { kind: 'acquireFailed' }, model: { kind: 'acquire' } },
    })
  })
})

describe('a difference proves nothing', () => {
  it('where the course may depend on the clock', () => {
    const program = compiled('import time\nprint(time.time())\n')
    const { trace } = simulate(program, randomScheduler(0))
    expect(followLive(program, trace).kind).toBe('conforms')
    const other = { ...trace, texts: ['1.5\n'] }
    expect(followLive(program, other)).toMatchObject({ kind: 'undecided', reason: 'unrecorded' })
  })

  it('but sleeping is no reading of the clock', () => {
    const program = compiled('import time\ntime.sleep(0.1)\nprint(1)\n')
    const { trace } = simulate(program, randomScheduler(0))
    expect(followLive(program, { ...trace, texts: ['2\n'] }).kind).toBe('mismatch')
  })

  it('where the machine reaches a bound', () => {
    const program = compiled('print(1)\nwhile True:\n    pass\n')
    const limits = { ...DEFAULT_LIMITS, silentInstructions: 1000 }
    const { trace } = simulate(program, randomScheduler(0), { limits })
    expect(followLive(program, trace, limits)).toMatchObject({ kind: 'undecided', reason: 'limit' })
  })
})

describe('containers that no variable names', () => {
  const program = compiled(`
import threading
rooms = {}

def work():
    rooms["a"] = [1]
    rooms["b"] = [2]
    rooms["a"].append(3)
    rooms["b"].append(4)
    rooms.clear()

a = threading.Thread(target=work)
b = threading.Thread(target=print)
a.start()
b.start()
a.join()
b.join()
`)
  const { trace } = simulate(program, randomScheduler(1))
  const isUnnamed = (name: string): boolean => /^#\d+$/.test(name)
  const unnamed = [...new Set(trace.places.map(({ name }) => name).filter(isUnnamed))]

  /** The trace with other names for its places. */
  const renamed = (other: (name: string) => string): Trace => ({
    ...trace,
    places: trace.places.map((place) => ({ ...place, name: other(place.name) })),
  })

  it('may stand elsewhere', () => {
    expect(unnamed.length).toBeGreaterThanOrEqual(2)
    const elsewhere = renamed((name) => (isUnnamed(name) ? `#9${name.slice(1)}` : name))
    expect(followLive(program, elsewhere)).toMatchObject({ kind: 'conforms' })
  })

  it('are not taken for one another', () => {
    const [first = '', second = ''] = unnamed
    const merged = renamed((name) => (name === second ? first : name))
    expect(followLive(program, merged)).toMatchObject({ kind: 'mismatch' })
  })
})
