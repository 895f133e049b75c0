/** The worker of the tests of this folder: what threads do is named by the run's message. */
import { getHeapStatistics } from 'node:v8'
import { createPrng } from '../base'
import { EVENT } from '../engine/trace'
import { isStopped } from './control'
import { EventWriter } from './eventRing'
import { acquire, release } from './futexLock'
import { serveParked, type WorkerLink } from './parkedWorkerAdapter'
import { launchOnIdleWorker } from './poolWords'
import { lockAddress, walkedCycle, WORD, type TestMessage } from './testRun.testing'
import { openRunMemory, type RunWords } from './runMemory'
import { Waiter } from './waiter'

interface Thread {
  readonly thread: number
  readonly heap: Int32Array
  readonly control: Int32Array
  readonly words: RunWords
  readonly message: TestMessage
  readonly waiter: Waiter
  readonly link: WorkerLink
  readonly post: (report: object) => void
}

/** Waits until all threads of the run are here for the `n`th time. */
function meet({ heap, control, message }: Thread, n: number): void {
  const goal = n * message.threads
  Atomics.add(heap, WORD.arrived, 1)
  Atomics.notify(heap, WORD.arrived)
  while (!isStopped(control)) {
    const arrived = Atomics.load(heap, WORD.arrived)
    if (arrived >= goal) return
    Atomics.wait(heap, WORD.arrived, arrived, 100)
  }
}

const SCENARIOS: Record<TestMessage['scenario'], (t: Thread) => void> = {
  nothing: () => undefined,
  plainCounter({ heap, thread, message }) {
    for (let i = 0; i < message.rounds; i++) {
      acquire(heap, lockAddress(0), thread, undefined, () => false)
      heap[WORD.counter] = (heap[WORD.counter] as number) + 1
      release(heap, lockAddress(0))
    }
  },
  counter({ heap, waiter, message }) {
    for (let i = 0; i < message.rounds; i++) {
      waiter.acquire(lockAddress(0), undefined)
      heap[WORD.counter] = (heap[WORD.counter] as number) + 1
      waiter.release(lockAddress(0))
    }
  },
  /** As `counter`, half of the waits limited; a lost wake-up would leave the threads without a limit asleep. */
  impatientCounter({ heap, waiter, message, thread, post }) {
    let taken = 0
    for (let i = 0; i < message.rounds; i++) {
      const limit = thread % 2 === 0 ? undefined : performance.now() + (i % 3) * 0.02
      if (waiter.acquire(lockAddress(0), limit) !== 'acquired') continue
      heap[WORD.counter] = (heap[WORD.counter] as number) + 1
      taken++
      waiter.release(lockAddress(0))
    }
    post({ kind: 'taken', taken })
  },
  reentrantCounter({ heap, waiter, message }) {
    for (let i = 0; i < message.rounds; i++) {
      waiter.acquireReentrant(lockAddress(0), undefined)
      waiter.acquireReentrant(lockAddress(0), undefined)
      heap[WORD.counter] = (heap[WORD.counter] as number) + 1
      waiter.releaseReentrant(lockAddress(0))
      waiter.releaseReentrant(lockAddress(0))
    }
  },
  /** Thread i holds lock i and wants lock i + 1. */
  ring(t) {
    t.waiter.acquire(lockAddress(t.thread), undefined)
    meet(t, 1)
    t.waiter.acquire(lockAddress((t.thread + 1) % t.message.threads), undefined)
  },
  /** Thread i holds lock i and wants lock i + 1, the last thread for a limited time only. */
  impatientRing(t) {
    const isLast = t.thread === t.message.threads - 1
    t.waiter.acquire(lockAddress(t.thread), undefined)
    meet(t, 1)
    const limit = isLast ? performance.now() + 20 : undefined
    const next = lockAddress((t.thread + 1) % t.message.threads)
    if (t.waiter.acquire(next, limit) === 'acquired') t.waiter.release(next)
    t.waiter.release(lockAddress(t.thread))
  },
  /** Each thread joins the next. */
  joinRing(t) {
    meet(t, 1)
    t.waiter.join((t.thread + 1) % t.message.threads, undefined)
  },
  /** All but thread 0 want a lock that thread 0 takes to its end. */
  forgottenRelease(t) {
    if (t.thread === 0) t.waiter.acquire(lockAddress(0), undefined)
    meet(t, 1)
    if (t.thread !== 0) t.waiter.acquire(lockAddress(0), undefined)
  },
  /** Random sets of three of eight locks, taken in their order: never a deadlock. */
  ordered({ heap, waiter, message, thread }) {
    const prng = createPrng(message.seed + thread)
    for (let i = 0; i < message.rounds; i++) {
      const wanted = [...new Set([prng.below(8), prng.below(8), prng.below(8)])].sort(
        (a, b) => a - b,
      )
      for (const lock of wanted) waiter.acquire(lockAddress(lock), undefined)
      for (const lock of wanted) {
        const cell = WORD.cells + lock
        heap[cell] = (heap[cell] as number) + 1
      }
      for (const lock of wanted) waiter.release(lockAddress(lock))
      Atomics.add(heap, WORD.counter, wanted.length)
    }
  },
  sleepLong({ waiter }) {
    waiter.sleep(performance.now() + 3_600_000)
  },
  /** Deaf to the stop flag. */
  spin(t) {
    meet(t, 1)
    for (;;) Atomics.load(t.heap, WORD.counter)
  },
  /** Deaf asleep. */
  deaf({ heap, post }) {
    post({ kind: 'awake' })
    Atomics.wait(heap, WORD.never, 0)
  },
  events({ message, thread, words }) {
    const writer = new EventWriter(words, thread)
    for (let i = 0; i < message.rounds; i++) writer.record(EVENT.read, i & 255, i + 1, thread, i)
  },
  /** Events recorded while a lock is held. */
  lockedEvents({ heap, message, thread, words, waiter }) {
    const writer = new EventWriter(words, thread)
    for (let i = 0; i < message.rounds; i++) {
      waiter.acquire(lockAddress(0), undefined)
      writer.record(EVENT.acquire, 0, 1, 0, (heap[WORD.counter] as number)++)
      writer.record(EVENT.release, 0, 1, 0, 0)
      waiter.release(lockAddress(0))
    }
  },
  /** Each thread starts the next without the host, or asks the host. */
  chain({ thread, message, link, post }) {
    if (thread + 1 === message.threads) return
    if (!launchOnIdleWorker(link.words, thread + 1)) post({ kind: 'wanted', wanted: thread + 1 })
  },
  /** Tells the pages of its JavaScript heap. */
  weigh({ post }) {
    post({ kind: 'weight', bytes: getHeapStatistics().total_physical_size })
  },
  crash() {
    throw new Error('crash on purpose')
  },
}

serveParked((link) => {
  let message: TestMessage | undefined
  return {
    receive: (received) => (message = received as TestMessage),
    run(thread) {
      if (message === undefined) throw new Error('a thread without a run')
      const words = openRunMemory(message.memory)
      const { control, heap } = words
      const post = (report: object): void => link.post({ thread, ...report })
      const waiter = new Waiter(words, thread, {
        cycle: (length) =>
          post({ kind: 'cycle', threads: walkedCycle(words.control, thread, length) }),
        stuck: (threads) => post({ kind: 'stuck', threads }),
      })
      SCENARIOS[message.scenario]({ thread, heap, control, words, message, waiter, link, post })
      waiter.finish()
      post({ kind: 'done' })
    },
  }
})
