import type { EventCode } from '../trace'

/**
 * Takes down raw events. `place` is a word address (lock, slot, container, global) or, for threads, the thread number;
 * `value` a value word (or a number, as the kind says); `detail` 0…255. See seal.ts for the reading.
 */
export interface Recorder {
  record(kind: EventCode, detail: number, line: number, place: number, value: number): void
  /** True: texts of operations are not kept; their events come with 0 in place of one. */
  readonly isTextless?: boolean
  /** The event that comes next is about an element of the list or dict at `container`. */
  within?(container: number): void
}

/** Words of a raw event: kind | detail << 6 | line << 14, then place, value, and sequence or time. */
export const EVENT_WORDS = 4

export const MAXIMUM_LINE = (1 << 18) - 1

export function packEvent(kind: EventCode | 0, detail: number, line: number): number {
  return kind | (detail << 6) | (Math.min(line, MAXIMUM_LINE) << 14)
}

/** Raw events in their total order: EVENT_WORDS words each, and a thread number each. */
export interface RawTrace {
  readonly length: number
  readonly words: Int32Array
  readonly thread: Uint8Array
  /** Time of an event in microseconds. */
  readonly timeOf: (event: number) => number
}
