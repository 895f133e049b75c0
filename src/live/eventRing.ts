/**
 * Events of a live run on shared words, without loss. The region is cut into chunks; a thread takes one at a time with
 * an atomic addition and fills it alone. The sequence number of an event comes from one counter of the run, which every
 * event adds to: the numbers are dense, their order is total and agrees with the order of whatever the threads did
 * under locks. So merging is not sorting: each event goes to the place that its number names.
 *
 *   chunk owners   one word per chunk: thread + 1
 *   chunks         CHUNK_EVENTS events of EVENT_WORDS words (machine/recorder.ts); a zero first word: not written
 */
import {
  EVENT_WORDS,
  LimitError,
  MAXIMUM_THREADS,
  packEvent,
  type Recorder,
} from '../engine/machine'
import type { EventCode } from '../engine/trace'
import { CONTROL } from './control'

/** Events of a chunk: 64 KiB. */
export const CHUNK_EVENTS = 4096

const CHUNK_WORDS = CHUNK_EVENTS * EVENT_WORDS

/** A constant of its own: `record` is the hottest code of a live run. */
const SEQUENCE = CONTROL.sequence

/**
 * Room for at least `limit` events of any number of threads; the bound holds to within one chunk per thread. Memory is
 * taken from the system only as it is written.
 */
export function createEventRegion(limit: number): SharedArrayBuffer {
  const chunks = Math.ceil(limit / CHUNK_EVENTS) + MAXIMUM_THREADS
  return new SharedArrayBuffer(chunks * (1 + CHUNK_WORDS) * Int32Array.BYTES_PER_ELEMENT)
}

function chunkCapacity(region: Int32Array): number {
  return Math.floor(region.length / (1 + CHUNK_WORDS))
}

function usedChunks(region: Int32Array, control: Int32Array): number {
  return Math.min(chunkCapacity(region), Atomics.load(control, CONTROL.eventChunks))
}

/** The events of one thread of a run. */
export class EventWriter implements Recorder {
  private next = 0
  private end = 0

  constructor(
    private readonly region: Int32Array,
    private readonly control: Int32Array,
    private readonly thread: number,
  ) {}

  /**
   * Cost: four stores and one atomic addition.
   * @throws LimitError `events` when the region is used up.
   */
  record(kind: EventCode, detail: number, line: number, place: number, value: number): void {
    if (this.next === this.end) this.takeChunk()
    // First, because what is computed before a call has to survive it.
    const sequence = Atomics.add(this.control, SEQUENCE, 1)
    const region = this.region
    const at = this.next
    // `| 0` spares the compiler's checks for overflow.
    this.next = (at + EVENT_WORDS) | 0
    region[(at + 3) | 0] = sequence
    region[(at + 2) | 0] = value
    region[(at + 1) | 0] = place
    // Last, so that an event whose thread was ended in the middle does not count.
    region[at] = packEvent(kind, detail, line)
  }

  private takeChunk(): void {
    const capacity = chunkCapacity(this.region)
    const chunk = Atomics.add(this.control, CONTROL.eventChunks, 1)
    if (chunk >= capacity) {
      throw new LimitError('events', (capacity - MAXIMUM_THREADS) * CHUNK_EVENTS)
    }
    this.region[chunk] = this.thread + 1
    this.next = capacity + chunk * CHUNK_WORDS
    this.end = this.next + CHUNK_WORDS
  }
}

/** Events of all threads in their order: EVENT_WORDS words each (the last is the sequence number), and a thread each. */
export interface CollectedEvents {
  readonly length: number
  readonly words: Int32Array
  readonly thread: Uint8Array
  /** Numbers that were given out but not written: by threads that were ended by force. */
  readonly missing: number
}

/** All events of a run, once its threads have stopped. Cost: linear. */
export function collectEvents(region: Int32Array, control: Int32Array): CollectedEvents {
  const given = Atomics.load(control, CONTROL.sequence)
  const words = new Int32Array(given * EVENT_WORDS)
  const thread = new Uint8Array(given)
  const capacity = chunkCapacity(region)
  let found = 0
  for (let chunk = 0; chunk < usedChunks(region, control); chunk++) {
    const owner = (region[chunk] as number) - 1
    const end = capacity + (chunk + 1) * CHUNK_WORDS
    for (let at = end - CHUNK_WORDS; at < end && region[at] !== 0; at += EVENT_WORDS) {
      const sequence = region[at + 3] as number
      const to = sequence * EVENT_WORDS
      words[to] = region[at] as number
      words[to + 1] = region[at + 1] as number
      words[to + 2] = region[at + 2] as number
      words[to + 3] = sequence
      thread[sequence] = owner
      found++
    }
  }
  if (found < given) closeGaps(words, thread)
  return {
    length: found,
    words: words.subarray(0, found * EVENT_WORDS),
    thread: thread.subarray(0, found),
    missing: given - found,
  }
}

function closeGaps(words: Int32Array, thread: Uint8Array): void {
  let to = 0
  for (let from = 0; from < thread.length; from++) {
    if (words[from * EVENT_WORDS] === 0) continue
    words.copyWithin(to * EVENT_WORDS, from * EVENT_WORDS, (from + 1) * EVENT_WORDS)
    thread[to++] = thread[from] as number
  }
}

/** Empties the region for another run; before the control words are cleared. Cost: what the last run wrote. */
export function clearEvents(region: Int32Array, control: Int32Array): void {
  const used = usedChunks(region, control)
  const start = chunkCapacity(region)
  region.fill(0, 0, used)
  region.fill(0, start, start + used * CHUNK_WORDS)
}
