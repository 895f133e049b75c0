/**
 * Threads that close a ring of locks again and again, each round on the real lock words and the real wait table, and
 * measure how long the last to arrive needs from its blocking call to the whole cycle.
 */
import {
  acquire,
  nowMs,
  openRunMemory,
  rehearseDeadlock,
  release,
  serveParked,
  WaitTable,
} from '../../src/live'
import { WAIT } from '../../src/engine/machine'
import { FOUND, RING, ringLock, type RingMessage, type RingNews } from './ringMessage'

serveParked((link) => {
  let message: RingMessage | undefined
  // As the workers of live runs do.
  rehearseDeadlock()
  return {
    receive: (received) => (message = received as RingMessage),
    run(thread) {
      if (message !== undefined) rounds(message, thread, link.post)
    },
  }
})

function rounds(message: RingMessage, thread: number, post: (news: RingNews) => void): void {
  const words = openRunMemory(message.memory)
  const { heap } = words
  const table = new WaitTable(words)
  for (let round = 1; round <= message.rounds; round++) {
    awaitValue(heap, RING.round, round)
    ringRound({ heap, table, thread, round, message, post })
    Atomics.add(heap, RING.left, 1)
    Atomics.notify(heap, RING.left)
  }
}

interface Round {
  readonly heap: Int32Array
  readonly table: WaitTable
  readonly thread: number
  readonly round: number
  readonly message: RingMessage
  readonly post: (news: RingNews) => void
}

function ringRound({ heap, table, thread, round, message, post }: Round): void {
  const { threads, isOpen } = message
  const isGap = isOpen && thread === round % threads
  if (!isGap) acquire(heap, ringLock(thread), thread, undefined, () => false)
  Atomics.add(heap, RING.arrived, 1)
  Atomics.notify(heap, RING.arrived)
  awaitValue(heap, RING.arrived, threads * round)
  // Of a ring one thread, in turn, comes when the others wait already; with a gap all come at once, to provoke.
  if (!isOpen && thread === (round * 7) % threads) {
    awaitValue(heap, RING.waiting, threads * round - 1)
  }
  const start = nowMs()
  table.publish(thread, WAIT.lock, ringLock((thread + 1) % threads))
  const length = table.findCycle(thread)
  const end = nowMs()
  const isFinder = length === threads || (isOpen && length > 0)
  const found = new Float64Array(message.found, round * FOUND.doubles * 8, FOUND.doubles)
  if (isFinder) {
    post(['found', round])
    found[FOUND.micros] = (end - start) * 1000
    found[FOUND.beganMs] = start
    Atomics.add(heap, RING.finders, 1)
  }
  if (isOpen) {
    Atomics.add(heap, RING.done, 1)
    Atomics.notify(heap, RING.done)
    awaitValue(heap, RING.done, threads * round)
  } else {
    Atomics.add(heap, RING.waiting, 1)
    Atomics.notify(heap, RING.waiting)
    // As in a deadlock nobody runs until the host ends it: threads let go would share the processors with it.
    awaitValue(heap, RING.known, round)
    if (isFinder) {
      found[FOUND.bareMs] = nowMs()
      post(['bare', round])
    }
    awaitValue(heap, RING.heard, round)
  }
  table.clear(thread)
  if (!isGap) release(heap, ringLock(thread))
}

function awaitValue(heap: Int32Array, address: number, goal: number): void {
  for (let value = Atomics.load(heap, address); value < goal; value = Atomics.load(heap, address)) {
    Atomics.wait(heap, address, value)
  }
}
