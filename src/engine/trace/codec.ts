/**
 * A trace as bytes: what a host saves and sends to the window. Little-endian, as every machine Cerrojo runs on.
 *
 *   header    8 bytes of magic, then u32 words: version, origin, and the counts of HEADER
 *   ends      u32 per string: where it ends among the units
 *   units     u16 UTF-16 code units of all strings (so that lone surrogates survive)
 *   threads   u32 × 2: name, is daemon · places u32 × 4: kind, name, two fields of the kind · texts u32: string
 *   time f64, place u32, value u32, line u32, kind u8, thread u8: one entry per event
 *
 * Each section starts at a multiple of 8, so that columns are read in place. The counts give the exact size, which is
 * checked before anything is made: a hostile file costs no more memory than it has bytes.
 */
import { assert, failure, success, type Result } from '../../base'
import { EVENT, NO_INDEX, type Place, type Trace, type TraceThread } from './trace'

/** Why bytes are not a trace. `index`: which string, thread, place, text or event is wrong. */
export interface TraceFault {
  readonly code: (typeof TRACE_FAULTS)[number]
  readonly index: number | undefined
}

export const TRACE_FAULTS = [
  /** Does not begin as a trace does. */
  'magic',
  /** Written by another version of the format. */
  'version',
  /** The header contradicts itself or the number of bytes (cut off, or longer). */
  'size',
  'string',
  'thread',
  'place',
  'text',
  /** Unknown kind, index out of range, a place its kind cannot have, or time that runs backwards. */
  'event',
] as const

export const TRACE_VERSION = 1

const MAGIC = [0x43, 0x65, 0x72, 0x72, 0x6f, 0x6a, 0x6f, 0x00] // 'Cerrojo' and a zero
const HEADER = {
  version: 8,
  origin: 12,
  threads: 16,
  places: 20,
  texts: 24,
  length: 28,
  strings: 32,
  units: 36,
} as const
const HEADER_BYTES = 40
const ORIGINS = ['simulated', 'live'] as const
const PLACE_KINDS = [
  'global',
  'attribute',
  'element',
  'container',
  'lock',
  'thread',
  'database',
  'primitive',
] as const
const LOCK_KINDS = ['lock', 'rlock'] as const
const MAXIMUM_THREADS = 256
/** Below the longest string of every engine. */
const MAXIMUM_UNITS = 2 ** 28
const MAXIMUM_KIND = Math.max(...Object.values(EVENT))

interface Counts {
  readonly threads: number
  readonly places: number
  readonly texts: number
  readonly length: number
  readonly strings: number
  readonly units: number
}

interface Sections {
  readonly ends: number
  readonly units: number
  readonly threads: number
  readonly places: number
  readonly texts: number
  readonly time: number
  readonly place: number
  readonly value: number
  readonly line: number
  readonly kind: number
  readonly thread: number
  /** Bytes of the whole. */
  readonly size: number
}

function sectionsOf(counts: Counts): Sections {
  let at = HEADER_BYTES
  const section = (bytes: number): number => {
    const start = at
    at += Math.ceil(bytes / 8) * 8
    return start
  }
  const { length } = counts
  return {
    ends: section(4 * counts.strings),
    units: section(2 * counts.units),
    threads: section(8 * counts.threads),
    places: section(16 * counts.places),
    texts: section(4 * counts.texts),
    time: section(8 * length),
    place: section(4 * length),
    value: section(4 * length),
    line: section(4 * length),
    kind: section(length),
    thread: section(length),
    size: at,
  }
}

/** Distinct strings in order of first use. */
class StringTable {
  readonly strings: string[] = []
  units = 0
  private readonly indices = new Map<string, number>()

  indexOf(text: string): number {
    const known = this.indices.get(text)
    if (known !== undefined) return known
    this.indices.set(text, this.strings.length)
    this.units += text.length
    return this.strings.push(text) - 1
  }
}

/** Kind, name and the two fields of a place, as words. */
function placeWords(place: Place, strings: StringTable): readonly number[] {
  const head = [PLACE_KINDS.indexOf(place.kind), strings.indexOf(place.name)]
  switch (place.kind) {
    case 'attribute':
      return [...head, strings.indexOf(place.object), strings.indexOf(place.attribute)]
    case 'element':
      return [...head, strings.indexOf(place.object), strings.indexOf(place.key)]
    case 'lock':
      return [
        ...head,
        LOCK_KINDS.indexOf(place.lock),
        place.object === undefined ? NO_INDEX : strings.indexOf(place.object),
      ]
    case 'thread':
      return [...head, place.thread, 0]
    case 'primitive':
      return [...head, strings.indexOf(place.type), 0]
    default:
      return [...head, 0, 0]
  }
}

/** `trace` as bytes. The same trace gives the same bytes. */
export function encodeTrace(trace: Trace): Uint8Array {
  const strings = new StringTable()
  const threads = trace.threads.flatMap((t) => [strings.indexOf(t.name), t.isDaemon ? 1 : 0])
  const places = trace.places.flatMap((p) => placeWords(p, strings))
  const texts = trace.texts.map((t) => strings.indexOf(t))
  const counts: Counts = {
    threads: trace.threads.length,
    places: trace.places.length,
    texts: trace.texts.length,
    length: trace.length,
    strings: strings.strings.length,
    units: strings.units,
  }
  assert(counts.units <= MAXIMUM_UNITS, 'the texts of a trace are too long to be written')
  const at = sectionsOf(counts)
  const buffer = new ArrayBuffer(at.size)
  writeHeader(buffer, trace, counts)
  writeStrings(buffer, at, strings.strings)
  new Uint32Array(buffer, at.threads, threads.length).set(threads)
  new Uint32Array(buffer, at.places, places.length).set(places)
  new Uint32Array(buffer, at.texts, texts.length).set(texts)
  new Float64Array(buffer, at.time, trace.length).set(trace.time)
  new Uint32Array(buffer, at.place, trace.length).set(trace.place)
  new Uint32Array(buffer, at.value, trace.length).set(trace.value)
  new Uint32Array(buffer, at.line, trace.length).set(trace.line)
  new Uint8Array(buffer, at.kind, trace.length).set(trace.kind)
  new Uint8Array(buffer, at.thread, trace.length).set(trace.thread)
  return new Uint8Array(buffer)
}

function writeHeader(buffer: ArrayBuffer, trace: Trace, counts: Counts): void {
  new Uint8Array(buffer).set(MAGIC)
  const view = new DataView(buffer)
  view.setUint32(HEADER.version, TRACE_VERSION, true)
  view.setUint32(HEADER.origin, ORIGINS.indexOf(trace.origin), true)
  view.setUint32(HEADER.threads, counts.threads, true)
  view.setUint32(HEADER.places, counts.places, true)
  view.setUint32(HEADER.texts, counts.texts, true)
  view.setUint32(HEADER.length, counts.length, true)
  view.setUint32(HEADER.strings, counts.strings, true)
  view.setUint32(HEADER.units, counts.units, true)
}

function writeStrings(buffer: ArrayBuffer, at: Sections, strings: readonly string[]): void {
  const ends = new Uint32Array(buffer, at.ends, strings.length)
  const units = new Uint16Array(buffer, at.units)
  let end = 0
  for (const [i, text] of strings.entries()) {
    for (let j = 0; j < text.length; j++) units[end++] = text.charCodeAt(j)
    ends[i] = end
  }
}

/** Stops decoding; caught in `decodeTrace`, so that reading stays a straight line. */
class FaultFound extends Error {
  constructor(readonly fault: TraceFault) {
    super(fault.code)
  }
}

function refuse(code: TraceFault['code'], index?: number): never {
  throw new FaultFound({ code, index })
}

/**
 * The trace in `bytes`, or why they are none. Never throws. The columns are views of `bytes` where these start at a
 * multiple of 8 (copies otherwise): do not change them afterwards.
 */
export function decodeTrace(bytes: Uint8Array): Result<Trace, TraceFault> {
  try {
    return success(readTrace(bytes))
  } catch (error) {
    if (error instanceof FaultFound) return failure(error.fault)
    throw error
  }
}

function readTrace(bytes: Uint8Array): Trace {
  if (bytes.length < HEADER_BYTES || MAGIC.some((unit, i) => bytes[i] !== unit)) refuse('magic')
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES)
  if (header.getUint32(HEADER.version, true) !== TRACE_VERSION) refuse('version')
  const counts = readCounts(header)
  const at = sectionsOf(counts)
  if (at.size !== bytes.length) refuse('size')
  // A copy is aligned; `slice` would not do, because Node's Buffer redefines it as a view.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes)
  const { buffer, byteOffset } = aligned
  const words = (offset: number, count: number): Uint32Array =>
    new Uint32Array(buffer, byteOffset + offset, count)
  const strings = readStrings(
    words(at.ends, counts.strings),
    new Uint16Array(buffer, byteOffset + at.units, counts.units),
  )
  const trace: Trace = {
    origin: ORIGINS[header.getUint32(HEADER.origin, true)] ?? refuse('size'),
    threads: readThreads(words(at.threads, 2 * counts.threads), strings),
    places: readPlaces(words(at.places, 4 * counts.places), strings, counts.threads),
    texts: Array.from(words(at.texts, counts.texts), (s, i) => strings[s] ?? refuse('text', i)),
    length: counts.length,
    kind: new Uint8Array(buffer, byteOffset + at.kind, counts.length),
    thread: new Uint8Array(buffer, byteOffset + at.thread, counts.length),
    place: words(at.place, counts.length),
    value: words(at.value, counts.length),
    line: words(at.line, counts.length),
    time: new Float64Array(buffer, byteOffset + at.time, counts.length),
  }
  checkEvents(trace)
  return trace
}

function readCounts(header: DataView): Counts {
  const counts: Counts = {
    threads: header.getUint32(HEADER.threads, true),
    places: header.getUint32(HEADER.places, true),
    texts: header.getUint32(HEADER.texts, true),
    length: header.getUint32(HEADER.length, true),
    strings: header.getUint32(HEADER.strings, true),
    units: header.getUint32(HEADER.units, true),
  }
  if (counts.threads > MAXIMUM_THREADS || counts.units > MAXIMUM_UNITS) refuse('size')
  return counts
}

const UNITS_AT_ONCE = 8192

function readStrings(ends: Uint32Array, units: Uint16Array): readonly string[] {
  let start = 0
  const strings = Array.from(ends, (end, i) => {
    if (end < start || end > units.length) refuse('string', i)
    let text = ''
    while (start < end) {
      const stop = Math.min(end, start + UNITS_AT_ONCE)
      text += String.fromCharCode(...units.subarray(start, stop))
      start = stop
    }
    return text
  })
  if (start !== units.length) refuse('string', strings.length)
  return strings
}

function readThreads(words: Uint32Array, strings: readonly string[]): TraceThread[] {
  const threads: TraceThread[] = []
  for (let i = 0; i < words.length; i += 2) {
    const name = strings[words[i] as number] ?? refuse('thread', i / 2)
    const isDaemon = words[i + 1] as number
    if (isDaemon > 1) refuse('thread', i / 2)
    threads.push({ name, isDaemon: isDaemon === 1 })
  }
  return threads
}

function readPlaces(words: Uint32Array, strings: readonly string[], threads: number): Place[] {
  const places: Place[] = []
  for (let i = 0; i < words.length; i += 4)
    places.push(readPlace(words.subarray(i, i + 4), strings, threads, i / 4))
  return places
}

function readPlace(
  words: Uint32Array,
  strings: readonly string[],
  threads: number,
  index: number,
): Place {
  const first = words[2] as number
  const second = words[3] as number
  const text = (i: number): string => strings[i] ?? refuse('place', index)
  const kind = PLACE_KINDS[words[0] as number] ?? refuse('place', index)
  const name = text(words[1] as number)
  switch (kind) {
    case 'attribute':
      return { kind, name, object: text(first), attribute: text(second) }
    case 'element':
      return { kind, name, object: text(first), key: text(second) }
    case 'lock': {
      const lock = LOCK_KINDS[first] ?? refuse('place', index)
      return second === NO_INDEX ? { kind, name, lock } : { kind, name, lock, object: text(second) }
    }
    case 'thread':
      if (first >= threads) refuse('place', index)
      return { kind, name, thread: first }
    case 'primitive':
      return { kind, name, type: text(first) }
    default:
      return { kind, name }
  }
}

/** Kinds of place an event may be about; the lenses rely on it. */
const PLACES_OF_EVENT: Readonly<Record<number, readonly Place['kind'][]>> = {
  [EVENT.start]: ['thread'],
  [EVENT.joinWait]: ['thread'],
  [EVENT.join]: ['thread'],
  [EVENT.block]: ['lock', 'database', 'primitive'],
  [EVENT.acquire]: ['lock'],
  [EVENT.acquireFailed]: ['lock'],
  [EVENT.release]: ['lock'],
  [EVENT.signal]: ['primitive'],
  [EVENT.receive]: ['primitive'],
  [EVENT.exchange]: ['primitive'],
}

function checkEvents(trace: Trace): void {
  const { kind, thread, place, value, time, places } = trace
  let before = 0
  for (let i = 0; i < trace.length; i++) {
    const code = kind[i] as number
    const where = place[i] as number
    const what = value[i] as number
    const now = time[i] as number
    const isSound =
      code >= 1 &&
      code <= MAXIMUM_KIND &&
      (thread[i] as number) < trace.threads.length &&
      (where === NO_INDEX || where < places.length) &&
      (what === NO_INDEX || what < trace.texts.length) &&
      now >= before &&
      now < Infinity
    if (!isSound) refuse('event', i)
    const allowed = PLACES_OF_EVENT[code]
    if (allowed !== undefined && !allowed.some((k) => k === places[where]?.kind)) refuse('event', i)
    before = now
  }
}
