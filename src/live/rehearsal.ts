/**
 * A deadlock happens once, so the code that finds it would run cold, just where its delay is shown. A new worker
 * therefore goes through some on words of its own.
 */
import { MACHINE, THREAD, threadAddress, WAIT } from '../engine/machine'
import { CONTROL, createControl, raiseStop } from './control'
import { tryAcquire } from './futexLock'
import { Waiter } from './waiter'

/** With these the first cycle of a worker is found in a third of the time; more only costs memory (0.1 MiB so far). */
const ROUNDS = 10
const THREADS = 16
const LOCKS = threadAddress(THREADS) + THREAD.status + 1

/** Closes a cycle of waits some times. Returns how often it was found. Nobody sleeps: the run is «stopped». */
export function rehearseDeadlock(): number {
  const heap = new Int32Array(new SharedArrayBuffer((LOCKS + THREADS) * 4))
  const control = new Int32Array(createControl())
  let found = 0
  const observer = { cycle: () => (found += 1), stuck: () => undefined }
  const last = new Waiter(heap, control, THREADS - 1, observer)
  heap[MACHINE.threadCount] = THREADS
  raiseStop(control)
  for (let round = 0; round < ROUNDS; round++) {
    control[CONTROL.busyCount] = THREADS
    for (let thread = 0; thread < THREADS; thread++) {
      tryAcquire(heap, LOCKS + thread, thread)
      if (thread < THREADS - 1) last.table.publish(thread, WAIT.lock, LOCKS + thread + 1)
    }
    last.acquire(LOCKS, undefined)
    heap.fill(0, LOCKS)
  }
  return found
}
