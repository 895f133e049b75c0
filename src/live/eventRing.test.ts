import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVENT_WORDS, LimitError } from '../engine/machine'
import { EVENT } from '../engine/trace'
import { CONTROL } from './control'
import { CHUNK_EVENTS, clearEvents, collectEvents, eventWords, EventWriter } from './eventRing'
import { WorkerPool } from './pool'
import { createRunMemory, openRunMemory, type RunWords } from './runMemory'
import { TestRun } from './testRun.testing'
import { bundleWorker } from './workerBundle.testing'

function memoryFor(limit: number): RunWords {
  return openRunMemory(createRunMemory(0, eventWords(limit)))
}

describe('events on shared words', () => {
  it('come out in the order they were recorded, with their threads', () => {
    const run = memoryFor(10)
    const a = new EventWriter(run, 0)
    const b = new EventWriter(run, 127)
    a.record(EVENT.begin, 0, 1, 5, 6)
    b.record(EVENT.exception, 255, (1 << 18) - 1, -1, 2 ** 31 - 1)
    a.record(EVENT.end, 3, 9, 7, -8)
    const { length, words, thread, missing } = collectEvents(run)
    expect({ length, missing, thread: [...thread] }).toEqual({
      length: 3,
      missing: 0,
      thread: [0, 127, 0],
    })
    expect([...words.subarray(0, 4)]).toEqual([1 | (1 << 14), 5, 6, 0])
    const head = words[EVENT_WORDS] as number
    expect([head & 63, (head >>> 6) & 255, head >>> 14]).toEqual([22, 255, (1 << 18) - 1])
    expect([...words.subarray(5, 8)]).toEqual([-1, 2 ** 31 - 1, 1])
  })

  it('grow by chunks up to the bound, then end the run', () => {
    const run = memoryFor(CHUNK_EVENTS)
    const writer = new EventWriter(run, 0)
    let recorded = 0
    const fill = (): void => {
      for (;;) {
        writer.record(EVENT.read, 0, 1, 0, recorded)
        recorded++
      }
    }
    expect(fill).toThrow(new LimitError('events', CHUNK_EVENTS))
    expect(recorded).toBe(CHUNK_EVENTS * 129)
    expect(collectEvents(run).length).toBe(recorded)
  })

  it('of a thread that was ended in the middle are left out and counted', () => {
    const run = memoryFor(10)
    const writer = new EventWriter(run, 0)
    writer.record(EVENT.read, 0, 1, 0, 10)
    Atomics.add(run.control, CONTROL.sequence, 1)
    writer.record(EVENT.read, 0, 1, 0, 12)
    const { length, words, thread, missing } = collectEvents(run)
    expect({ length, missing }).toEqual({ length: 2, missing: 1 })
    expect([words[2], words[6]]).toEqual([10, 12])
    expect(thread.length).toBe(2)
  })

  it('are gone after clear', () => {
    const run = memoryFor(10)
    new EventWriter(run, 3).record(EVENT.read, 1, 1, 1, 1)
    clearEvents(run)
    expect(run.events.every((w) => w === 0)).toBe(true)
  })
})

describe('events of real threads', () => {
  let pool: WorkerPool
  beforeAll(async () => {
    const workerFile = await bundleWorker(new URL('scenarios.testing.ts', import.meta.url))
    pool = new WorkerPool({ workerFile })
    await pool.warm(4)
  })
  afterAll(() => pool.close())

  it('are all there, once, and in the order of each thread', async () => {
    const rounds = 100_000
    const run = await new TestRun(pool, 'events', 4, { rounds, eventLimit: 4 * rounds })
      .start()
      .finish()
    const { length, words, thread, missing } = collectEvents(run.words)
    expect({ length, missing }).toEqual({ length: 4 * rounds, missing: 0 })
    const next = [0, 0, 0, 0]
    let wrong = 0
    for (let i = 0; i < length; i++) {
      const t = thread[i] as number
      const at = i * EVENT_WORDS
      if (words[at + 1] !== t || words[at + 2] !== next[t] || words[at + 3] !== i) wrong++
      next[t] = (next[t] ?? 0) + 1
    }
    expect({ wrong, next }).toEqual({ wrong: 0, next: [rounds, rounds, rounds, rounds] })
  })

  it('have the order in which the lock was held', async () => {
    const rounds = 20_000
    const run = new TestRun(pool, 'lockedEvents', 4, { rounds, eventLimit: 8 * rounds })
    await run.start().finish()
    const { length, words } = collectEvents(run.words)
    let wrong = 0
    for (let i = 0; i < length; i += 2) {
      const at = i * EVENT_WORDS
      if (((words[at] as number) & 63) !== EVENT.acquire || words[at + 2] !== i / 2) wrong++
    }
    expect({ length, wrong }).toEqual({ length: 8 * rounds, wrong: 0 })
  })
})
