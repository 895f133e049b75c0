import { assert } from '../../base'
import {
  NO_INDEX,
  type EventCode,
  type Place,
  type Trace,
  type TraceOrigin,
  type TraceThread,
} from './trace'

/** One event as it enters a trace; `place` and `value` are indices the builder gave, or NO_INDEX. */
export interface TraceEvent {
  readonly kind: EventCode
  readonly thread: number
  readonly place: number
  readonly value: number
  readonly line: number
  /** Microseconds; not less than that of the event before. */
  readonly time: number
}

/** Makes a trace event by event. Threads must be named before their first event. */
export interface TraceBuilder {
  readonly origin: TraceOrigin
  /** Events so far. */
  readonly length: number
  /** The number of a new thread; the first is the main thread. At most 256. */
  thread(thread: TraceThread): number
  /** Index of a text; equal texts share one. */
  text(text: string): number
  /** Index of a place; places equal in every field share one. */
  place(place: Place): number
  add(event: TraceEvent): void
  /** The trace of all events so far; what is added later does not change it. */
  finish(): Trace
}

const FIRST_CAPACITY = 1024
const MAXIMUM_THREADS = 256

/** The six columns of a trace, with room to grow. */
interface Columns {
  readonly kind: Uint8Array
  readonly thread: Uint8Array
  readonly place: Uint32Array
  readonly value: Uint32Array
  readonly line: Uint32Array
  readonly time: Float64Array
}

function createColumns(capacity: number): Columns {
  return {
    kind: new Uint8Array(capacity),
    thread: new Uint8Array(capacity),
    place: new Uint32Array(capacity),
    value: new Uint32Array(capacity),
    line: new Uint32Array(capacity),
    time: new Float64Array(capacity),
  }
}

/** The first `length` rows of `from`, in columns of `capacity` rows. */
function copyColumns(from: Columns, length: number, capacity: number): Columns {
  const to = createColumns(capacity)
  to.kind.set(from.kind.subarray(0, length))
  to.thread.set(from.thread.subarray(0, length))
  to.place.set(from.place.subarray(0, length))
  to.value.set(from.value.subarray(0, length))
  to.line.set(from.line.subarray(0, length))
  to.time.set(from.time.subarray(0, length))
  return to
}

/** Numbers items by key: an equal key gives the number it got first. */
class Interned<T> {
  readonly items: T[] = []
  private readonly indices = new Map<string, number>()

  indexOf(key: string, item: T): number {
    const known = this.indices.get(key)
    if (known !== undefined) return known
    this.indices.set(key, this.items.length)
    return this.items.push(item) - 1
  }
}

class GrowingTrace implements TraceBuilder {
  length = 0
  private readonly threads: TraceThread[] = []
  private readonly places = new Interned<Place>()
  private readonly texts = new Interned<string>()
  private columns = createColumns(FIRST_CAPACITY)

  constructor(readonly origin: TraceOrigin) {}

  thread(thread: TraceThread): number {
    assert(this.threads.length < MAXIMUM_THREADS, 'a trace has at most 256 threads')
    return this.threads.push(thread) - 1
  }

  text(text: string): number {
    return this.texts.indexOf(text, text)
  }

  place(place: Place): number {
    return this.places.indexOf(JSON.stringify(Object.entries(place).sort()), place)
  }

  add(event: TraceEvent): void {
    this.check(event)
    if (this.length === this.columns.kind.length) {
      this.columns = copyColumns(this.columns, this.length, this.length * 2)
    }
    const at = this.length++
    const { kind, thread, place, value, line, time } = this.columns
    kind[at] = event.kind
    thread[at] = event.thread
    place[at] = event.place
    value[at] = event.value
    line[at] = event.line
    time[at] = event.time
  }

  finish(): Trace {
    return {
      origin: this.origin,
      threads: [...this.threads],
      places: [...this.places.items],
      texts: [...this.texts.items],
      length: this.length,
      ...copyColumns(this.columns, this.length, this.length),
    }
  }

  private check({ thread, place, value, time }: TraceEvent): void {
    assert(thread >= 0 && thread < this.threads.length, 'the thread of an event is unknown')
    assert(
      place === NO_INDEX || place < this.places.items.length,
      'the place of an event is unknown',
    )
    assert(
      value === NO_INDEX || value < this.texts.items.length,
      'the value of an event is unknown',
    )
    const before = this.length === 0 ? 0 : (this.columns.time[this.length - 1] as number)
    assert(time >= before, 'the time of an event is before that of the one before it')
  }
}

/** An empty trace of `origin`, to be filled. Adding is O(1) amortised; finishing copies each column once. */
export function createTraceBuilder(origin: TraceOrigin): TraceBuilder {
  return new GrowingTrace(origin)
}
