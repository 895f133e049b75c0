import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  Exploration,
  explore,
  type Crew,
  type ExplorationOptions,
  type ExplorationResult,
} from '../../src/engine/explore'
import { Orders } from '../../src/engine/explore/orders'
import { LARGE_PROGRAM } from '../../src/engine/explore/largeProgram.testing'
import { randomThreadedProgram } from '../../src/engine/explore/randomPrograms.testing'
import { AssistantError, createCrew } from '../../src/host'
import { bundleWorker } from '../../src/live/workerBundle.testing'
import { compiled } from '../support/compiled'

let workerFile: string

beforeAll(async () => {
  workerFile = await bundleWorker(new URL('../../src/host/explore.worker.ts', import.meta.url))
})

/** States after which a search is shared here: every program has more. */
const SHARED_FROM = 5

/** Worker threads that were started. */
let workers: Worker[] = []
const note = (worker: Worker): void => void workers.push(worker)
beforeEach(() => void process.on('worker', note))
afterEach(() => {
  process.off('worker', note)
  workers = []
})

/** A crew of which one can wait until all are there. */
function watched(count: number): { crew: Crew | undefined; ready: () => Promise<boolean> } {
  const crew = createCrew(workerFile, count)
  let orders: Orders | undefined
  return {
    crew: crew && {
      others: crew.others,
      start(assignment) {
        orders ??= new Orders(assignment.orders)
        return crew.start(assignment)
      },
    },
    async ready() {
      if (orders === undefined) return false
      while (!orders.areReady()) await events()
      return true
    },
  }
}

const events = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

interface Searched {
  readonly result: ExplorationResult
  /** Whether the workers were there in time to take part. */
  readonly wasShared: boolean
}

/** The exploration of every move by so many workers, who all take part from the beginning. */
async function searched(
  source: string,
  workers: number,
  options: ExplorationOptions = {},
): Promise<Searched> {
  const { exploration, wasShared } = await shared(source, workers, options)
  while (!exploration.advance(100)) await events()
  return { result: exploration.result(), wasShared }
}

/** An exploration that has come to where all workers take part, or to its end. */
async function shared(source: string, workers: number, options: ExplorationOptions = {}) {
  const { crew, ready } = watched(workers)
  const exploration = new Exploration(compiled(source), {
    reduction: false,
    verdictOnly: true,
    sharedFrom: SHARED_FROM,
    ...options,
    crew,
  })
  while (!exploration.advance(1)) if (await ready()) return { exploration, wasShared: true }
  return { exploration, wasShared: false }
}

const litmus = (name: string): string =>
  readFileSync(join(import.meta.dirname, name, 'broken.py'), 'utf8')

const NAMES = [
  'bank-ring',
  'bounded-buffer-semaphores',
  'counter-assert',
  'dict-changed-iterating',
  'exception-holding',
  'invariant-inside',
  'lock-order-four',
  'lost-update-attribute',
  'partial-deadlock',
  'philosophers-four',
  'polite-philosophers',
  'readers-writers',
  'semaphore-order',
  'spin-flag',
  'starving-writer',
  'timeout-ignored',
]

describe('a search by several workers', () => {
  it.each(NAMES)('of %s finds what one finds', async (name) => {
    const alone = await searched(litmus(name), 1)
    for (const workers of [2, 3]) {
      const together = await searched(litmus(name), workers)
      expect(together.wasShared).toBe(true)
      expect(together.result).toEqual(alone.result)
    }
  })

  it('finds what one finds in random programs, and stops at the same state', async () => {
    for (let seed = 61_000; seed < 61_010; seed++) {
      const source = randomThreadedProgram(seed, true)
      for (const maxStates of [1000, 73]) {
        const alone = await searched(source, 1, { maxStates })
        expect((await searched(source, 3, { maxStates })).result, source).toEqual(alone.result)
      }
    }
  })

  it('ends at a bound of memory, and says so', async () => {
    const { result } = await searched(LARGE_PROGRAM, 2, { maxBytes: 2 ** 21 })
    expect(result).toMatchObject({ verdict: 'inconclusive', bound: 'memory', isComplete: false })
  })

  it('keeps what was found when it is cancelled, and leaves no worker', async () => {
    const { exploration } = await shared(LARGE_PROGRAM, 3)
    while (exploration.progress().states < 1000) {
      exploration.advance(100)
      await events()
    }
    const ends = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)))
    expect(ends).toHaveLength(2)
    exploration.cancel()
    await Promise.all(ends)
    const { bound, size } = exploration.result()
    expect(bound).toBe('cancelled')
    expect(size.states).toBeGreaterThanOrEqual(1000)
  })

  it('tells when a worker ends before its time, and leaves no other', async () => {
    const { exploration } = await shared(LARGE_PROGRAM, 3)
    const ends = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)))
    void workers[0]?.terminate()
    const search = async (): Promise<void> => {
      while (!exploration.advance(100)) await events()
    }
    await expect(search).rejects.toThrow(AssistantError)
    await Promise.all(ends)
  })

  it('starts no worker for a small program, nor with reduction, nor to count', () => {
    const crew = createCrew(workerFile, 2)
    const programs = [litmus('counter-assert'), litmus('philosophers-four')]
    for (const source of programs) explore(compiled(source), { crew, reduction: false })
    explore(compiled(LARGE_PROGRAM), { crew, sharedFrom: SHARED_FROM, maxStates: 200 })
    expect(workers).toEqual([])
  })
})
