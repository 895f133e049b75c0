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
import type { RunWords } from './runMemory'

/** Events of a chunk: 64 KiB. */
export const CHUNK_EVENTS = 4096

const CHUNK_WORDS = CHUNK_EVENTS * EVENT_WORDS

const EVENT_BYTES = EVENT_WORDS * Int32Array.BYTES_PER_ELEMENT

/**
 * Words of a region with room for at least `limit` events of any number of threads; the bound holds to within one chunk
 * per thread.
 */
export function eventWords(limit: number): number {
  const chunks = Math.ceil(limit / CHUNK_EVENTS) + MAXIMUM_THREADS
  return chunks * (1 + CHUNK_WORDS)
}

function chunkCapacity(region: Int32Array): number {
  return Math.floor(region.length / (1 + CHUNK_WORDS))
}

function usedChunks(region: Int32Array, control: Int32Array): number {
  return Math.min(chunkCapacity(region), Atomics.load(control, CONTROL.eventChunks))
}

/** The events of one thread of a run. */
export class EventWriter implements Recorder {
  /** Where the next event goes and where the chunk ends, in bytes. */
  private next = 0
  private end = 0
  private readonly write: RunWords['record']

  constructor(
    private readonly words: RunWords,
    private readonly thread: number,
  ) {
    this.write = words.record
  }

  /**
   * Cost: four stores and one atomic addition.
   * @throws LimitError `events` when the region is used up.
   */
  record(kind: EventCode, detail: number, line: number, place: number, value: number): void {
    if (this.next === this.end) this.takeChunk()
    const at = this.next
    // `| 0` spares the compiler's checks for overflow.
    this.next = (at + EVENT_BYTES) | 0
    this.write(at, packEvent(kind, detail, line), place, value)
  }

  private takeChunk(): void {
    const { control, events } = this.words
    const capacity = chunkCapacity(events)
    const chunk = Atomics.add(control, CONTROL.eventChunks, 1)
    if (chunk >= capacity) {
      throw new LimitError('events', (capacity - MAXIMUM_THREADS) * CHUNK_EVENTS)
    }
    events[chunk] = this.thread + 1
    this.next = events.byteOffset + (capacity + chunk * CHUNK_WORDS) * events.BYTES_PER_ELEMENT
    this.end = this.next + CHUNK_EVENTS * EVENT_BYTES
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
export function collectEvents({ events: region, control }: RunWords): CollectedEvents {
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
export function clearEvents({ events: region, control }: RunWords): void {
  const used = usedChunks(region, control)
  const start = chunkCapacity(region)
  region.fill(0, 0, used)
  region.fill(0, start, start + used * CHUNK_WORDS)
}
