import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createTraceBuilder,
  decodeTrace,
  encodeTrace,
  EVENT,
  NO_INDEX,
  type Place,
  type Trace,
} from '.'
import { traceOf } from './trace.testing'

// Any UTF-16 string, lone surrogates included.
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((u) => String.fromCharCode(u)),
})

const anyPlace: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ kind: fc.constantFrom('global', 'container', 'database'), name: anyText }),
  fc.record({ kind: fc.constant('primitive'), name: anyText, type: anyText }),
  fc.record({ kind: fc.constant('attribute'), name: anyText, object: anyText, attribute: anyText }),
  fc.record({ kind: fc.constant('element'), name: anyText, object: anyText, key: anyText }),
)

const anyTrace: fc.Arbitrary<Trace> = fc
  .record({
    origin: fc.constantFrom('simulated' as const, 'live' as const),
    threads: fc.array(fc.record({ name: anyText, isDaemon: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    }),
    places: fc.array(anyPlace, { minLength: 1, maxLength: 6 }),
    object: fc.option(anyText, { nil: undefined }),
    texts: fc.array(anyText, { minLength: 1, maxLength: 6 }),
    events: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 40 }),
  })
  .map(({ origin, threads, places, object, texts, events }) => {
    const builder = createTraceBuilder(origin)
    for (const thread of threads) builder.thread(thread)
    const placeIndices = places.map((p) => builder.place(p))
    const lock = builder.place({
      kind: 'lock',
      name: 'l',
      lock: 'rlock',
      ...(object === undefined ? {} : { object }),
    })
    const textIndices = texts.map((t) => builder.text(t))
    for (const [i, [a, b, c, d]] of events.entries()) {
      const isLock = a % 2 === 0
      builder.add({
        kind: isLock ? EVENT.acquire : EVENT.write,
        thread: b % threads.length,
        place: isLock ? lock : (placeIndices[c % placeIndices.length] ?? NO_INDEX),
        value: d % 3 === 0 ? NO_INDEX : (textIndices[d % textIndices.length] ?? NO_INDEX),
        line: c,
        time: i * 1.5,
      })
    }
    return builder.finish()
  })

const deadlock = traceOf(`
  main start Hilo-1 @30
  Hilo-1 acquire Cuenta-1 @12
  main acquire Cuenta-2 @12
  Hilo-1 block Cuenta-2 @14
  main joinWait Hilo-1 @31
  main write Cuenta-1.balance 'ñ🔒'
`)

/** `deadlock`, encoded, with the 32-bit word at byte `at` replaced. */
function withWord(at: number, word: number): Uint8Array {
  const bytes = encodeTrace(deadlock)
  new DataView(bytes.buffer).setUint32(at, word, true)
  return bytes
}

describe('trace codec', () => {
  it('gives back every trace', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        expect(decodeTrace(encodeTrace(trace))).toEqual({ ok: true, value: trace })
      }),
    )
  })

  it('gives back an empty trace', () => {
    const trace = createTraceBuilder('live').finish()
    expect(decodeTrace(encodeTrace(trace))).toEqual({ ok: true, value: trace })
  })

  it('reads bytes that do not start at a multiple of 8', () => {
    const bytes = encodeTrace(deadlock)
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(decodeTrace(shifted.subarray(3))).toEqual({ ok: true, value: deadlock })
    expect(decodeTrace(Buffer.from(shifted.buffer, 3))).toEqual({ ok: true, value: deadlock })
  })

  it('reads aligned columns in place', () => {
    const bytes = encodeTrace(deadlock)
    const decoded = decodeTrace(bytes)
    expect(decoded.ok && decoded.value.time.buffer === bytes.buffer).toBe(true)
  })

  it.each([
    ['no bytes', new Uint8Array(), 'magic'],
    ['another file', new Uint8Array(200).fill(7), 'magic'],
    ['another version', withWord(8, 2), 'version'],
    ['an unknown origin', withWord(12, 2), 'size'],
    ['more threads than bytes', withWord(16, 200), 'size'],
    ['more threads than a column can name', withWord(16, 257), 'size'],
    ['four thousand million events', withWord(28, 0xffffffff), 'size'],
    ['a string that ends outside', withWord(40, 0xfffffff0), 'string'],
    ['a cut', encodeTrace(deadlock).subarray(0, -8), 'size'],
    ['a tail', new Uint8Array([...encodeTrace(deadlock), 0]), 'size'],
  ])('refuses %s', (_, bytes, code) => {
    const decoded = decodeTrace(bytes)
    expect(decoded.ok ? 'accepted' : decoded.error.code).toBe(code)
  })

  it.each([
    ['an unknown kind', { kind: new Uint8Array([23]) }],
    ['no kind', { kind: new Uint8Array([0]) }],
    ['an unknown thread', { thread: new Uint8Array([2]) }],
    ['an unknown place', { place: new Uint32Array([9]) }],
    ['an unknown value', { value: new Uint32Array([9]) }],
    ['an acquisition without a lock', { place: new Uint32Array([NO_INDEX]) }],
    ['a negative time', { time: new Float64Array([-1]) }],
    ['a time that is none', { time: new Float64Array([Number.NaN]) }],
    ['endless time', { time: new Float64Array([Infinity]) }],
  ])('refuses an event with %s', (_, wrong) => {
    const trace = { ...traceOf('main acquire a'), ...wrong }
    expect(decodeTrace(encodeTrace(trace))).toEqual({
      ok: false,
      error: { code: 'event', index: 0 },
    })
  })

  it('refuses time that runs backwards and names the event', () => {
    const trace = { ...traceOf('main acquire a\nmain release a'), time: new Float64Array([5, 4]) }
    expect(decodeTrace(encodeTrace(trace))).toEqual({
      ok: false,
      error: { code: 'event', index: 1 },
    })
  })

  it('never throws on damaged bytes, and what it accepts encodes again', () => {
    const whole = encodeTrace(deadlock)
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, cut) => {
        const bytes = whole.slice(0, cut % 4 === 0 ? cut : whole.length)
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
        const decoded = decodeTrace(bytes)
        if (decoded.ok) expect(decodeTrace(encodeTrace(decoded.value))).toEqual(decoded)
      }),
      { numRuns: 2000 },
    )
  })
})
