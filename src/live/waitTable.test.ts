import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MACHINE, THREAD_STATUS, WAIT } from '../engine/machine'
import { CONTROL } from './control'
import { tryAcquire, tryAcquireMarked } from './futexLock'
import { WorkerPool } from './pool'
import { createRunMemory, openRunMemory } from './runMemory'
import { lockAddress, TestRun, walkedCycle, WORD } from './testRun.testing'
import { statusOf, WaitTable } from './waitTable'
import { bundleWorker } from './workerBundle.testing'

function table(threads: number): { table: WaitTable; heap: Int32Array; control: Int32Array } {
  const words = openRunMemory(createRunMemory(16_384, 0))
  const { control, heap } = words
  heap[MACHINE.threadCount] = threads
  control[CONTROL.busyCount] = threads
  return { table: new WaitTable(words), heap, control }
}

/** The cycle that `thread` finds, from itself on; empty when there is none. */
function cycle(t: ReturnType<typeof table>, thread: number): number[] {
  return walkedCycle(t.control, thread, t.table.findCycle(thread))
}

describe('a cycle', () => {
  it('is told in the order of waiting, from the thread that closes it', () => {
    const t = table(3)
    for (const i of [0, 1, 2]) tryAcquireMarked(t.heap, lockAddress(i), i)
    t.table.publish(0, WAIT.lock, lockAddress(2))
    expect(cycle(t, 0)).toEqual([])
    t.table.publish(2, WAIT.lock, lockAddress(1))
    expect(cycle(t, 2)).toEqual([])
    t.table.publish(1, WAIT.lock, lockAddress(0))
    expect(cycle(t, 1)).toEqual([1, 0, 2])
  })

  it('of one is a thread that waits for its own lock, or joins itself', () => {
    const t = table(2)
    tryAcquire(t.heap, lockAddress(0), 1)
    t.table.publish(1, WAIT.lock, lockAddress(0))
    expect(cycle(t, 1)).toEqual([1])
    t.table.clear(1)
    t.table.publish(1, WAIT.join, 1)
    expect(cycle(t, 1)).toEqual([1])
  })

  it('may run through joins', () => {
    const t = table(2)
    tryAcquire(t.heap, lockAddress(0), 0)
    t.table.publish(0, WAIT.join, 1)
    t.table.publish(1, WAIT.lock, lockAddress(0))
    expect(cycle(t, 1)).toEqual([1, 0])
  })

  it('is broken by a wait with a time limit', () => {
    const t = table(2)
    for (const i of [0, 1]) tryAcquire(t.heap, lockAddress(i), i)
    t.table.publish(0, WAIT.timedLock, lockAddress(1))
    t.table.publish(1, WAIT.lock, lockAddress(0))
    expect(cycle(t, 1)).toEqual([])
  })

  it('that does not contain the asking thread is not its business', () => {
    const t = table(3)
    for (const i of [0, 1, 2]) tryAcquire(t.heap, lockAddress(i), i)
    t.table.publish(0, WAIT.lock, lockAddress(1))
    t.table.publish(1, WAIT.lock, lockAddress(0))
    t.table.publish(2, WAIT.lock, lockAddress(0))
    expect(cycle(t, 2)).toEqual([])
  })

  it('is found in any wait-for graph exactly when a plain walk finds it', () => {
    const edges = fc.array(fc.option(fc.nat(11), { nil: undefined }), {
      minLength: 12,
      maxLength: 12,
    })
    fc.assert(
      fc.property(edges, fc.nat(11), (waitsFor, asking) => {
        const t = table(12)
        waitsFor.forEach((holder, thread) => {
          if (holder === undefined) return
          t.heap[lockAddress(thread)] = (holder + 1) << 1
          t.table.publish(thread, WAIT.lock, lockAddress(thread))
        })
        const path: number[] = []
        for (let at: number | undefined = asking; at !== undefined && path.length < 13;) {
          path.push(at)
          at = waitsFor[at]
          if (at === asking) break
        }
        const last = path[path.length - 1] ?? asking
        expect(cycle(t, asking)).toEqual(waitsFor[last] === asking ? path : [])
      }),
    )
  })
})

describe('stuck', () => {
  it('is not said while a thread is busy, a lock is free or a joined thread has finished', () => {
    const { table: t, heap } = table(3)
    tryAcquire(heap, lockAddress(0), 2)
    t.publish(0, WAIT.lock, lockAddress(0))
    t.publish(1, WAIT.join, 2)
    expect(t.findStuck()).toBeUndefined()
    heap[statusOf(2)] = THREAD_STATUS.finished
    t.countFinished()
    expect(t.findStuck()).toBeUndefined()
    t.clear(1)
    heap[statusOf(1)] = THREAD_STATUS.finished
    t.countFinished()
    expect(t.findStuck()).toEqual([0])
    heap[lockAddress(0)] = 0
    expect(t.findStuck()).toBeUndefined()
  })

  it('is not said when all have finished', () => {
    const { table: t, heap } = table(1)
    heap[statusOf(0)] = THREAD_STATUS.finished
    t.countFinished()
    expect(t.findStuck()).toBeUndefined()
  })

  it('is not said while a wait has a limit', () => {
    const { table: t, heap } = table(1)
    tryAcquire(heap, lockAddress(0), 0)
    t.publish(0, WAIT.timedLock, lockAddress(0))
    expect(t.findStuck()).toBeUndefined()
    t.clear(0)
    t.publish(0, WAIT.lock, lockAddress(0))
    expect(t.findStuck()).toEqual([0])
  })
})

describe('real threads', () => {
  let pool: WorkerPool
  beforeAll(async () => {
    const workerFile = await bundleWorker(new URL('scenarios.testing.ts', import.meta.url))
    pool = new WorkerPool({ workerFile })
    await pool.warm(16)
  })
  afterAll(() => pool.close())

  const rotated = (threads: readonly number[]): number[] => {
    const at = threads.indexOf(0)
    return [...threads.slice(at), ...threads.slice(0, at)]
  }
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

  it.each(upTo(15).map((n) => n + 2))('%i of them in a ring know the whole cycle', async (n) => {
    for (const scenario of ['ring', 'joinRing'] as const) {
      const run = new TestRun(pool, scenario, n).start()
      const found = [await run.seen('cycle'), await run.seen('stuck')]
      expect(await run.stop(2000)).toBe(0)
      for (const [report] of found) {
        expect(report && rotated(report.threads)).toEqual(upTo(n))
      }
      expect(pool.threadsLeft).toBe(0)
    }
  })

  it('in a ring that one gives up go on', async () => {
    const run = await new TestRun(pool, 'impatientRing', 5).start().finish()
    expect([...run.of('cycle'), ...run.of('stuck')]).toEqual([])
  })

  it('that wait for a finished holder are stuck without a cycle', async () => {
    const run = new TestRun(pool, 'forgottenRelease', 4).start()
    const [report] = await run.seen('stuck')
    expect(report?.threads).toEqual([1, 2, 3])
    expect(run.of('cycle')).toEqual([])
    await run.stop(2000)
  })

  it('that take locks in order raise no alarm in 40,000 rounds', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31)
    const run = await new TestRun(pool, 'ordered', 4, { rounds: 10_000, seed }).start().finish()
    expect([...run.of('cycle'), ...run.of('stuck')], `seed ${seed}`).toEqual([])
    const cells = run.heap.subarray(WORD.cells, WORD.cells + 8)
    expect(cells.reduce((a, b) => a + b, 0)).toBe(run.heap[WORD.counter])
    expect(run.control[CONTROL.busyCount]).toBe(0)
  })
})
