import type { EventCode } from '../trace'
import { LimitError } from './limits'
import { EVENT_WORDS, packEvent, type RawTrace, type Recorder } from './recorder'

/**
 * Raw events of a simulated run, in order. Going back in time shortens it. `thread` and `time` are set by the machine
 * before each step.
 */
export class EventBuffer implements Recorder {
  thread = 0
  /** Virtual microseconds. */
  time = 0
  length = 0
  private words = new Int32Array(EVENT_WORDS * 256)
  private threads = new Uint8Array(256)
  private times = new Float64Array(256)

  constructor(private readonly limit: number) {}

  /** @throws LimitError `events` */
  record(kind: EventCode, detail: number, line: number, place: number, value: number): void {
    this.append(packEvent(kind, detail, line), place, value)
  }

  /** As `record`, for an event whose first word is known. @throws LimitError `events` */
  append(head: number, place: number, value: number): void {
    if (this.length >= this.limit) throw new LimitError('events', this.limit)
    if (this.length === this.threads.length) this.grow()
    const at = this.length * EVENT_WORDS
    this.words[at] = head
    this.words[at + 1] = place
    this.words[at + 2] = value
    this.threads[this.length] = this.thread
    this.times[this.length] = this.time
    this.length++
  }

  truncate(length: number): void {
    this.length = Math.min(this.length, length)
  }

  /** The events so far; shares memory with the buffer. */
  raw(): RawTrace {
    return { length: this.length, words: this.words, thread: this.threads, time: this.times }
  }

  private grow(): void {
    // Pages that are never written to cost nothing; copies do.
    const capacity = this.threads.length * 4
    const words = new Int32Array(capacity * EVENT_WORDS)
    words.set(this.words)
    this.words = words
    const threads = new Uint8Array(capacity)
    threads.set(this.threads)
    this.threads = threads
    const times = new Float64Array(capacity)
    times.set(this.times)
    this.times = times
  }
}
