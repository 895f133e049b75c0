import {
  createRunMemory,
  collectEvents,
  clearEvents,
  EventWriter,
  eventWords,
  openRunMemory,
  release,
  tryAcquire,
} from '../src/live'
import { EVENT } from '../src/engine/trace'
import { EVENT_WORDS } from '../src/engine/machine'
import { atMost, interleave, median, medianRatio, nanoseconds, plain, type Report } from './harness'

const COUNT = 1_000_000

// Looked up once: what is timed is the recording.
const READ = EVENT.read
const ACQUIRE = EVENT.acquire
const WRITE = EVENT.write
const RELEASE = EVENT.release

export default function locks(report: Report): Promise<void> {
  lockPair(report)
  tracing(report)
  loss(report, report.flag('long') ? 1e8 : 1e7)
  return Promise.resolve()
}

/** Two words in different cache lines, as locks of a program mostly are. */
const words = new Int32Array(new SharedArrayBuffer(4096))

/** One memory for all, as a worker has. */
const memory = openRunMemory(createRunMemory(0, eventWords(4 * COUNT)))

function clearRun(): void {
  clearEvents(memory)
  memory.control.fill(0)
}

const lockPairs = plain((count) => {
  for (let i = 0; i < count; i++) {
    tryAcquire(words, 0, 3)
    release(words, 0)
  }
})

function lockPair(report: Report): void {
  const raw = plain((count) => {
    for (let i = 0; i < count; i++) {
      Atomics.compareExchange(words, 16, 0, 1)
      Atomics.store(words, 16, 0)
    }
  })
  const { ours, peer } = interleave(lockPairs, raw, 5 * COUNT)
  report.row({
    name: 'lock + unlock, free lock / compareExchange + store',
    ours: nanoseconds(ours),
    peer: nanoseconds(peer),
    ratio: medianRatio(ours, peer),
    target: atMost(1.5),
  })
}

function tracing(report: Report): void {
  // Written once, so that no round pays for the system's first touch of the pages.
  memory.events.fill(1)
  memory.events.fill(0)
  const prepare = (): EventWriter => {
    clearRun()
    return new EventWriter(memory, 1)
  }
  const event = interleave({ prepare, run: recordEvents }, plain(addUp), COUNT)
  report.row({
    name: 'one event / one Atomics.add',
    ours: nanoseconds(event.ours),
    peer: nanoseconds(event.peer),
    ratio: medianRatio(event.ours, event.peer),
    target: atMost(1.6),
  })
  const pair = interleave({ prepare, run: recordPairs }, lockPairs, COUNT)
  report.row({
    name: 'lock pair + 3 events / lock pair',
    ours: nanoseconds(pair.ours),
    peer: nanoseconds(pair.peer),
    ratio: medianRatio(pair.ours, pair.peer),
    target: atMost(3),
  })
}

function addUp(count: number): void {
  for (let i = 0; i < count; i++) Atomics.add(words, 32, 1)
}

function recordEvents(writer: EventWriter, count: number): void {
  for (let i = 0; i < count; i++) writer.record(READ, 0, i & 1023, 5000, i)
}

function recordPairs(writer: EventWriter, count: number): void {
  for (let i = 0; i < count; i++) {
    tryAcquire(words, 0, 1)
    writer.record(ACQUIRE, 0, 10, 0, 0)
    writer.record(WRITE, 0, 11, 5000, i)
    writer.record(RELEASE, 0, 12, 0, 0)
    release(words, 0)
  }
}

/** Records `total` events in runs of a million, and compares what comes out with what went in. */
function loss(report: Report, total: number): void {
  const times: number[] = []
  let lost = 0
  let isEqual = true
  for (let run = 0; run < total / COUNT; run++) {
    clearRun()
    let sum = 0
    const writers = [0, 1, 2].map((thread) => new EventWriter(memory, thread))
    for (let i = 0; i < COUNT; i++) {
      const value = Math.imul(i + run, 0x9e3779b1)
      sum = (sum + Math.imul(value, i | 1)) | 0
      writers[i % 3]?.record(WRITE, i & 255, i & 0x3ffff, i, value)
    }
    const start = performance.now()
    const { length, words: out } = collectEvents(memory)
    times.push(performance.now() - start)
    for (let i = 0; i < length; i++) {
      sum = (sum - Math.imul(out[i * EVENT_WORDS + 2] as number, i | 1)) | 0
    }
    lost += COUNT - length
    isEqual &&= sum === 0
  }
  report.row({
    name: `events lost of ${total.toExponential(0)}; collecting 10^6`,
    ours: `${lost}, checksum ${isEqual ? 'equal' : 'WRONG'}; ${median(times).toFixed(1)} ms`,
    peer: '-',
    ratio: undefined,
    isMet: lost === 0 && isEqual,
  })
}
