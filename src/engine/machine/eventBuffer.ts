import { grown } from '../../base'
import type { EventCode } from '../trace'
import { LimitError } from './limits'
import { EVENT_WORDS, packEvent, type RawTrace, type Recorder } from './recorder'

const FIRST_CAPACITY = 256
/** Pages that are never written to cost nothing; copies do. */
const GROWTH = 4
/** Times of one epoch have the same high word. */
const EPOCH = 2 ** 32

/**
 * Raw events of a simulated run, in order. Going back in time shortens it. `thread` and `time` are set by the machine
 * before each step; time does not go back but with the events. Memory: 17 bytes an event, which is what a long run waits for.
 */
export class EventBuffer implements Recorder {
  thread = 0
  /** Virtual microseconds. */
  time = 0
  length = 0
  /** Events there is room for: as many as the arrays hold, and no more than the limit. */
  private room: number
  /** The last word of an event is the low word of its time. */
  private words = new Int32Array(EVENT_WORDS * FIRST_CAPACITY)
  private threads = new Uint8Array(FIRST_CAPACITY)
  /** The first event of each epoch after the first that has any, and the high part of its time. */
  private readonly epochs: { readonly from: number; readonly high: number }[] = []
  /** Time from which another epoch begins. */
  private epochEnd = EPOCH

  constructor(private readonly limit: number) {
    this.room = Math.min(limit, FIRST_CAPACITY)
  }

  /** @throws LimitError `events` */
  record(kind: EventCode, detail: number, line: number, place: number, value: number): void {
    this.append(packEvent(kind, detail, line), place, value)
  }

  /** As `record`, for an event whose first word is known. @throws LimitError `events` */
  append(head: number, place: number, value: number): void {
    if (this.length === this.room) this.grow()
    if (this.time >= this.epochEnd) this.beginEpoch()
    const at = this.length * EVENT_WORDS
    this.words[at] = head
    this.words[at + 1] = place
    this.words[at + 2] = value
    this.words[at + 3] = this.time
    this.threads[this.length] = this.thread
    this.length++
  }

  truncate(length: number): void {
    if (length >= this.length) return
    this.length = length
    while ((this.epochs.at(-1)?.from ?? -1) >= length) this.epochs.pop()
    this.epochEnd = (this.epochs.at(-1)?.high ?? 0) + EPOCH
  }

  /** The events so far; shares memory with the buffer. */
  raw(): RawTrace {
    const { length, words, threads } = this
    return { length, words, thread: threads, timeOf: (event) => this.timeOf(event) }
  }

  private timeOf(event: number): number {
    const high = this.epochs.findLast(({ from }) => from <= event)?.high ?? 0
    return high + ((this.words[event * EVENT_WORDS + 3] as number) >>> 0)
  }

  private beginEpoch(): void {
    const high = Math.floor(this.time / EPOCH) * EPOCH
    this.epochs.push({ from: this.length, high })
    this.epochEnd = high + EPOCH
  }

  private grow(): void {
    if (this.length >= this.limit) throw new LimitError('events', this.limit)
    const capacity = this.threads.length * GROWTH
    this.room = Math.min(this.limit, capacity)
    this.words = grown(this.words, capacity * EVENT_WORDS)
    this.threads = grown(this.threads, capacity)
  }
}
