import {
  CONTROL,
  createControl,
  createEventRegion,
  collectEvents,
  clearEvents,
  EventWriter,
  release,
  tryAcquire,
} from '../src/live'
import { EVENT } from '../src/engine/trace'
import { EVENT_WORDS } from '../src/engine/machine'
import { atMost, interleave, median, medianRatio, nanoseconds, type Report } from './harness'

const COUNT = 1_000_000

export default function locks(report: Report): Promise<void> {
  lockPair(report)
  tracing(report)
  loss(report, report.flag('long') ? 1e8 : 1e7)
  return Promise.resolve()
}

/** Two words in different cache lines, as locks of a program mostly are. */
const words = new Int32Array(new SharedArrayBuffer(4096))

function lockPair(report: Report): void {
  const { ours, raw } = interleave(
    {
      ours(count) {
        for (let i = 0; i < count; i++) {
          tryAcquire(words, 0, 3)
          release(words, 0)
        }
      },
      raw(count) {
        for (let i = 0; i < count; i++) {
          Atomics.compareExchange(words, 16, 0, 1)
          Atomics.store(words, 16, 0)
        }
      },
    },
    5 * COUNT,
  )
  report.row({
    name: 'lock + unlock, free lock / compareExchange + store',
    ours: nanoseconds(ours),
    peer: nanoseconds(raw),
    ratio: medianRatio(ours, raw),
    target: atMost(1.5),
  })
}

function tracing(report: Report): void {
  const control = new Int32Array(createControl())
  const region = new Int32Array(createEventRegion(4 * COUNT))
  const fresh = (): EventWriter => {
    clearEvents(region, control)
    control.fill(0)
    return new EventWriter(region, control, 1)
  }
  // Written once, so that no round pays for the system's first touch of the pages.
  region.fill(1)
  const event = measureEvent(fresh)
  report.row({
    name: 'one event / one Atomics.add',
    ours: nanoseconds(event.ours),
    peer: nanoseconds(event.add),
    ratio: medianRatio(event.ours, event.add),
    target: atMost(1.6),
  })
  const pair = measurePair(fresh)
  report.row({
    name: 'lock pair + 3 events / lock pair',
    ours: nanoseconds(pair.ours),
    peer: nanoseconds(pair.untraced),
    ratio: medianRatio(pair.ours, pair.untraced),
    target: atMost(3),
  })
}

/** Clearing the region is not part of recording, so each round is timed by itself, on cleared memory. */
function measureEvent(fresh: () => EventWriter): { ours: number[]; add: number[] } {
  const ours: number[] = []
  const add: number[] = []
  for (let round = 0; round < 12; round++) {
    const writer = fresh()
    ours.push(
      timed(COUNT, () => {
        for (let i = 0; i < COUNT; i++) writer.record(EVENT.read, 0, i & 1023, 5000, i)
      }),
    )
    add.push(
      timed(COUNT, () => {
        for (let i = 0; i < COUNT; i++) Atomics.add(words, 32, 1)
      }),
    )
  }
  return { ours: ours.slice(3), add: add.slice(3) }
}

function measurePair(fresh: () => EventWriter): { ours: number[]; untraced: number[] } {
  const ours: number[] = []
  const untraced: number[] = []
  for (let round = 0; round < 12; round++) {
    const writer = fresh()
    ours.push(
      timed(COUNT, () => {
        for (let i = 0; i < COUNT; i++) {
          tryAcquire(words, 0, 1)
          writer.record(EVENT.acquire, 0, 10, 0, 0)
          writer.record(EVENT.write, 0, 11, 5000, i)
          writer.record(EVENT.release, 0, 12, 0, 0)
          release(words, 0)
        }
      }),
    )
    untraced.push(
      timed(COUNT, () => {
        for (let i = 0; i < COUNT; i++) {
          tryAcquire(words, 0, 1)
          release(words, 0)
        }
      }),
    )
  }
  return { ours: ours.slice(3), untraced: untraced.slice(3) }
}

function timed(count: number, run: () => void): number {
  const start = performance.now()
  run()
  return ((performance.now() - start) * 1e6) / count
}

/** Records `total` events in runs of a million, and compares what comes out with what went in. */
function loss(report: Report, total: number): void {
  const control = new Int32Array(createControl())
  const region = new Int32Array(createEventRegion(COUNT))
  const times: number[] = []
  let lost = 0
  let isEqual = true
  for (let run = 0; run < total / COUNT; run++) {
    let sum = 0
    const writers = [0, 1, 2].map((thread) => new EventWriter(region, control, thread))
    for (let i = 0; i < COUNT; i++) {
      const value = Math.imul(i + run, 0x9e3779b1)
      sum = (sum + Math.imul(value, i | 1)) | 0
      writers[i % 3]?.record(EVENT.write, i & 255, i & 0x3ffff, i, value)
    }
    const start = performance.now()
    const { length, words: out } = collectEvents(region, control)
    times.push(performance.now() - start)
    for (let i = 0; i < length; i++) {
      sum = (sum - Math.imul(out[i * EVENT_WORDS + 2] as number, i | 1)) | 0
    }
    lost += COUNT - length
    isEqual &&= sum === 0
    clearEvents(region, control)
    control[CONTROL.sequence] = 0
    control[CONTROL.eventChunks] = 0
  }
  report.row({
    name: `events lost of ${total.toExponential(0)}; collecting 10^6`,
    ours: `${lost}, checksum ${isEqual ? 'equal' : 'WRONG'}; ${median(times).toFixed(1)} ms`,
    peer: '-',
    ratio: undefined,
    isMet: lost === 0 && isEqual,
  })
}
