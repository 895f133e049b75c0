import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nowMs } from './clock'
import { holderOf } from '../engine/machine'
import { acquire, passOn, release, tryAcquire } from './futexLock'
import { WorkerPool } from './pool'
import { lockAddress, TestRun, WORD } from './testRun.testing'
import { bundleWorker } from './workerBundle.testing'

const never = (): boolean => false

describe('a lock in one word', () => {
  it('names its holder and is free after a release', () => {
    const words = new Int32Array(new SharedArrayBuffer(64))
    expect(tryAcquire(words, 3, 0)).toBe(true)
    expect(words[3]).toBe(2)
    expect(holderOf(words[3] as number)).toBe(0)
    expect(tryAcquire(words, 3, 1)).toBe(false)
    expect(release(words, 3)).toBe(true)
    expect(holderOf(words[3] as number)).toBeUndefined()
    expect(tryAcquire(words, 3, 127)).toBe(true)
    expect(holderOf(words[3] as number)).toBe(127)
  })

  it('is released by any thread, and only when it is held', () => {
    const words = new Int32Array(new SharedArrayBuffer(64))
    tryAcquire(words, 0, 5)
    // `release` knows no thread.
    expect(release(words, 0)).toBe(true)
    expect(release(words, 0)).toBe(false)
  })

  it('gives up at the deadline, not before, and leaves the lock with its holder, marked', () => {
    const words = new Int32Array(new SharedArrayBuffer(64))
    tryAcquire(words, 0, 5)
    const deadline = nowMs() + 15
    expect(acquire(words, 0, 6, deadline, never)).toBe('timeout')
    expect(nowMs()).toBeGreaterThanOrEqual(deadline)
    expect(words[0]).toBe((6 << 1) | 1)
    expect(holderOf(words[0] as number)).toBe(5)
    expect(release(words, 0)).toBe(true)
    expect(acquire(words, 0, 6, nowMs(), never)).toBe('acquired')
  })

  it('ends a wait when the run is stopped', () => {
    const words = new Int32Array(new SharedArrayBuffer(64))
    tryAcquire(words, 0, 5)
    expect(acquire(words, 0, 6, undefined, () => true)).toBe('stopped')
  })

  it('is marked by whoever gives up, so that the next release wakes another', () => {
    const words = new Int32Array(new SharedArrayBuffer(64))
    tryAcquire(words, 0, 5)
    passOn(words, 0)
    expect(words[0]).toBe((6 << 1) | 1)
    release(words, 0)
    passOn(words, 0)
    expect(words[0]).toBe(0)
  })
})

describe('real threads on one lock', () => {
  let pool: WorkerPool
  beforeAll(async () => {
    const workerFile = await bundleWorker(new URL('scenarios.testing.ts', import.meta.url))
    pool = new WorkerPool({ workerFile })
    await pool.warm(4)
  })
  afterAll(() => pool.close())

  it.each(['plainCounter', 'counter', 'reentrantCounter'] as const)(
    'exclude each other: %s loses no increment',
    async (scenario) => {
      const run = await new TestRun(pool, scenario, 4, { rounds: 50_000 }).start().finish()
      expect(run.heap[WORD.counter]).toBe(200_000)
      expect(run.heap[lockAddress(0)]).toBe(0)
      expect(run.of('cycle')).toEqual([])
      expect(run.of('stuck')).toEqual([])
    },
  )

  it('lose no wake-up when some give up', async () => {
    const run = await new TestRun(pool, 'impatientCounter', 4, { rounds: 20_000 }).start().finish()
    const taken = run.of('taken').reduce((sum, report) => sum + report.taken, 0)
    expect(run.heap[WORD.counter]).toBe(taken)
    expect(taken).toBeGreaterThanOrEqual(40_000)
  })

  it('wait for a release that another thread makes', async () => {
    const run = new TestRun(pool, 'counter', 1)
    tryAcquire(run.heap, lockAddress(0), 100)
    run.start()
    await untilMarked(run)
    expect(run.of('done')).toEqual([])
    expect(release(run.heap, lockAddress(0))).toBe(true)
    await run.finish()
    expect(run.heap[WORD.counter]).toBe(1)
  })
})

/** Resolves when the lock bears the mark of a waiting thread. */
async function untilMarked(run: TestRun): Promise<void> {
  while ((Atomics.load(run.heap, lockAddress(0)) & 1) === 0) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}
