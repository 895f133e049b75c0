/**
 * Times of the events of a live run. The clock is read only where waiting makes it worth it (see LiveKernel); between
 * two readings the events are spread evenly. Not decreasing.
 */
import { EVENT_WORDS } from '../engine/machine'
import { EVENT } from '../engine/trace'

/** Events whose value is a reading of the clock; 0 where it was not read. */
const STAMPED: ReadonlySet<number> = new Set([
  EVENT.begin,
  EVENT.block,
  EVENT.acquire,
  EVENT.acquireFailed,
  EVENT.joinWait,
  EVENT.sleep,
  EVENT.wake,
])

export interface RawEvents {
  readonly length: number
  readonly words: Int32Array
}

/** Microseconds of each event; the last is at `duration` unless it is later. */
export function eventTimes({ length, words }: RawEvents, duration: number): Float64Array {
  const times = new Float64Array(length)
  let known = -1
  let knownTime = 0
  for (let i = 0; i < length; i++) {
    const value = words[i * EVENT_WORDS + 2] as number
    const isStamped = STAMPED.has((words[i * EVENT_WORDS] as number) & 0x3f) && value > 0
    if (!isStamped && i < length - 1) continue
    const time = Math.max(knownTime, isStamped ? value : duration)
    spread(times, known, i, knownTime, time)
    known = i
    knownTime = time
  }
  return times
}

/** Fills the times after `from` up to `to` evenly from `start` to `end`. */
function spread(times: Float64Array, from: number, to: number, start: number, end: number): void {
  const step = (end - start) / (to - from)
  for (let i = from + 1; i < to; i++) times[i] = start + (i - from) * step
  times[to] = end
}
