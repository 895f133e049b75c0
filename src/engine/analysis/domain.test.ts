import { describe, expect, it } from 'vitest'
import type { Trace } from '../trace'
import { traceOf } from '../trace/trace.testing'
import { domainAt, type DomainInput, type DomainMoment } from './domain'
import { createHistory } from './history'
import { PHASE_2 } from './traces.testing'

function at(trace: Trace, domain: DomainInput, event = trace.length - 1): DomainMoment {
  return domainAt(domain, createHistory(trace).at(event), trace)
}

function promise(
  trace: Trace,
  invariant: DomainInput['invariant'],
  event?: number,
): DomainMoment['invariant'] {
  return at(trace, { cards: [], invariant }, event).invariant
}

const TOTAL = { kind: 'sum', places: ['Cuenta-1.balance', 'Cuenta-2.balance'], value: 200 } as const

describe('domain cards', () => {
  const cards = [{ fields: [{ place: 'Cuenta-1.balance' }, { place: 'nowhere' }] }]

  it('show the value of each place and since when', () => {
    expect(at(PHASE_2, { cards }, 10).cards).toEqual([
      [
        { text: '0', changedAt: 10 },
        { text: undefined, changedAt: undefined },
      ],
    ])
    expect(at(PHASE_2, { cards }, -1).cards[0]?.[0]?.text).toBeUndefined()
  })

  it('show a container rather than the variable that holds it, and its entries', () => {
    const trace = traceOf("main initial #d {'CP-1': 3}\nmain callWrite #d update({'CP-2': 4})")
    const fields = [{ place: 'd' }, { place: "d['CP-2']" }, { place: "d['CP-3']" }]
    expect(at(trace, { cards: [{ fields }] }).cards).toEqual([
      [
        { text: "{'CP-1': 3, 'CP-2': 4}", changedAt: 1 },
        { text: '4', changedAt: 1 },
        { text: undefined, changedAt: undefined },
      ],
    ])
  })

  it('promise nothing without an invariant', () => {
    expect(at(PHASE_2, { cards: [] }).invariant).toBeUndefined()
  })
})

describe('a sum', () => {
  it('is not judged inside a transfer, and kept after it', () => {
    const kinds = [0, 1, 10, 11, 14, 18, 22].map((event) => promise(PHASE_2, TOTAL, event)?.kind)
    expect(kinds).toEqual(['unknown', 'kept', 'kept', 'kept', 'kept', 'kept', 'kept'])
  })

  it('is broken since the release after which it stays wrong', () => {
    const trace = traceOf(`
      main initial a 100
      main initial b 100
      t acquire l
      t write a 0
      t release l
      u acquire l
      u write a 5
      u release l
      t acquire l
      t write a 100
      t release l
    `)
    const total = { kind: 'sum', places: ['a', 'b'], value: 200 } as const
    expect([1, 3, 4, 6, 9, 10].map((event) => promise(trace, total, event))).toEqual([
      { kind: 'kept' },
      { kind: 'kept' },
      { kind: 'broken', since: 4 },
      { kind: 'broken', since: 4 },
      { kind: 'broken', since: 4 },
      { kind: 'kept' },
    ])
  })

  it('is judged without locks only where no worker is at work, or the run ends', () => {
    const trace = traceOf(`
      main initial a 100
      main initial b 100
      main start t
      t begin
      t write a 0
      t write b 150
      t end
      main write b 160
    `)
    const total = { kind: 'sum', places: ['a', 'b'], value: 200 } as const
    expect([1, 4, 5, 6, 7].map((event) => promise(trace, total, event))).toEqual([
      { kind: 'kept' },
      { kind: 'kept' },
      { kind: 'kept' },
      { kind: 'broken', since: 6 },
      { kind: 'broken', since: 6 },
    ])
  })

  it('takes rounding for no loss, and text for no number', () => {
    const sum = { kind: 'sum', places: ['a', 'b'], value: 0.3 } as const
    expect(promise(traceOf('main initial a 0.1\nmain initial b 0.2'), sum)?.kind).toBe('kept')
    expect(promise(traceOf("main initial a 'x'\nmain initial b 0.2"), sum)?.kind).toBe('unknown')
  })
})

describe('sessions have drivers', () => {
  const invariant = {
    kind: 'sessionsHaveDrivers',
    sessions: 'sessions',
    drivers: 'drivers',
  } as const

  it('is broken by a session that outlives its driver, and mended by its end', () => {
    const trace = traceOf(`
      main initial #drivers {101, 102}
      main initial #sessions {'CP-2': {'driver_id': 102, 'kwh': 101}}
      c acquire l
      c callWrite #drivers discard(102)
      c release l
      c acquire l
      c callWrite #sessions pop('CP-2')
      c release l
    `)
    expect([1, 3, 4, 7].map((event) => promise(trace, invariant, event))).toEqual([
      { kind: 'kept' },
      { kind: 'kept' },
      { kind: 'broken', since: 4 },
      { kind: 'kept' },
    ])
  })

  it('reads sessions whose value or key is the driver', () => {
    const state = (sessions: string): string | undefined =>
      promise(
        traceOf(`main initial #drivers {'d1'}\nmain initial #sessions ${sessions}`),
        invariant,
      )?.kind
    expect(
      ["{'cp': 'd1'}", "{'d1': 'cp'}", "{'cp': ('d1', 3)}", "{'cp': 'd2'}", '{}', '<dict>'].map(
        state,
      ),
    ).toEqual(['kept', 'kept', 'kept', 'broken', 'kept', 'unknown'])
  })
})

describe('sessions of a dictionary that no event gives whole', () => {
  const invariant = {
    kind: 'sessionsHaveDrivers',
    sessions: 'sessions',
    drivers: 'drivers',
  } as const

  it('are judged by their entries', () => {
    const trace = traceOf(`
      main initial #drivers {101, 102}
      main initial sessions['CP-2'] {'driver_id': 102}
      c acquire l
      c callWrite #drivers discard(101)
      c release l
      c acquire l
      c write sessions['CP-1'] {'driver_id': 101}
      c release l
      c acquire l
      c callWrite #sessions del 'CP-1'
      c release l
    `)
    expect([1, 4, 7, 10].map((event) => promise(trace, invariant, event))).toEqual([
      { kind: 'kept' },
      { kind: 'kept' },
      { kind: 'broken', since: 7 },
      { kind: 'kept' },
    ])
  })

  it('are unknown where a call may have changed them', () => {
    const trace = traceOf(`
      main initial #drivers {102}
      main initial sessions['CP-2'] {'driver_id': 101}
      main callWrite #sessions pop('CP-2')
    `)
    expect(promise(trace, invariant)).toEqual({ kind: 'unknown' })
  })
})

describe('a final value', () => {
  const invariant = { kind: 'final', place: 'counter', value: '2' } as const

  it('is judged at the last event only', () => {
    const trace = traceOf('main initial counter 0\na write counter 1\nb write counter 2')
    expect([1, 2].map((event) => promise(trace, invariant, event)?.kind)).toEqual([
      'unknown',
      'kept',
    ])
    const lost = traceOf('main initial counter 0\na write counter 1\nb write counter 1')
    expect(promise(lost, invariant)).toEqual({ kind: 'broken', since: 2 })
    expect(promise(traceOf('main start a'), invariant)?.kind).toBe('unknown')
    expect(promise(traceOf(''), invariant)?.kind).toBe('unknown')
  })
})
