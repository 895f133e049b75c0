/** A run on real workers whose threads do one of the scenarios in scenarios.testing.ts. */
import { MACHINE } from '../engine/machine'
import { CONTROL, raiseStop, walkOf } from './control'
import { eventWords } from './eventRing'
import type { WorkerPool } from './pool'
import { createRunMemory, openRunMemory, type RunMemory, type RunWords } from './runMemory'
import { WaitTable } from './waitTable'

export interface TestMessage {
  readonly scenario:
    | 'nothing'
    | 'plainCounter'
    | 'counter'
    | 'impatientCounter'
    | 'reentrantCounter'
    | 'ring'
    | 'impatientRing'
    | 'joinRing'
    | 'forgottenRelease'
    | 'ordered'
    | 'sleepLong'
    | 'spin'
    | 'deaf'
    | 'events'
    | 'lockedEvents'
    | 'chain'
    | 'weigh'
    | 'crash'
  readonly threads: number
  readonly rounds: number
  readonly seed: number
  readonly memory: RunMemory
}

export interface TestReport {
  readonly thread: number
  readonly kind: 'done' | 'cycle' | 'stuck' | 'taken' | 'wanted' | 'weight' | 'awake'
  readonly threads: readonly number[]
  readonly taken: number
  readonly wanted: number
  readonly bytes: number
}

/** Words that the scenarios use beside the locks. */
export const WORD = { counter: 6000, arrived: 6001, never: 6002, cells: 6016 } as const

export function lockAddress(lock: number): number {
  return 8192 + lock * 16
}

const HEAP_WORDS = 16384

export class TestRun {
  readonly message: TestMessage
  readonly words: RunWords
  readonly heap: Int32Array
  readonly control: Int32Array
  readonly reports: TestReport[] = []
  private readonly dispose: () => void
  private check: () => void = () => undefined

  constructor(
    private readonly pool: WorkerPool,
    readonly scenario: TestMessage['scenario'],
    readonly threads: number,
    options: { rounds?: number; seed?: number; eventLimit?: number } = {},
  ) {
    const { rounds = 1, seed = 1, eventLimit = 1 } = options
    const memory = createRunMemory(HEAP_WORDS, eventWords(eventLimit))
    this.message = { scenario, threads, rounds, seed, memory }
    this.words = openRunMemory(memory)
    this.heap = this.words.heap
    this.control = this.words.control
    this.heap[MACHINE.threadCount] = threads
    this.control[CONTROL.busyCount] = threads
    this.dispose = pool.onMessage((report) => {
      this.reports.push(report as TestReport)
      this.check()
    })
  }

  /** Starts all threads at once. */
  start(threads = this.threads): this {
    this.pool.beginRun(this.message)
    for (let i = 0; i < threads; i++) this.pool.start(i)
    return this
  }

  /** Resolves once `count` reports of the kind have come. */
  async seen(kind: TestReport['kind'], count = 1): Promise<readonly TestReport[]> {
    await new Promise<void>((resolve) => {
      this.check = () => {
        if (this.of(kind).length >= count) resolve()
      }
      this.check()
    })
    return this.of(kind)
  }

  of(kind: TestReport['kind']): readonly TestReport[] {
    return this.reports.filter((r) => r.kind === kind)
  }

  /** Waits until every thread is done, then ends the run. */
  async finish(): Promise<this> {
    await this.seen('done', this.threads)
    await this.reclaim(1000)
    return this
  }

  /** Stops what goes on and ends the run. */
  async stop(deadlineMs: number): Promise<number> {
    raiseStop(this.control)
    return this.reclaim(deadlineMs)
  }

  private async reclaim(deadlineMs: number): Promise<number> {
    const table = new WaitTable(this.words)
    const terminated = await this.pool.reclaim(() => table.wakeAll(), deadlineMs)
    this.dispose()
    return terminated
  }
}

/** The cycle of `length` threads that `thread` has found, from itself on. */
export function walkedCycle(control: Int32Array, thread: number, length: number): number[] {
  const walk = walkOf(thread)
  return Array.from(control.subarray(walk, walk + length))
}
