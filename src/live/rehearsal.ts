/**
 * A deadlock happens once, so the code that finds it would run cold, just where its delay is shown. A new worker
 * therefore goes through some on words of its own. What is WebAssembly needs none of this and is left out.
 */
import { MACHINE, THREAD, threadAddress, WAIT } from '../engine/machine'
import { CONTROL, CONTROL_WORDS, raiseStop, WAIT_RECORD, waitRecord } from './control'
import { tryAcquire } from './futexLock'
import type { RunWords } from './runMemory'
import { Waiter } from './waiter'

/** With these the first cycle of a worker is found in a third of the time; more only costs memory (0.1 MiB so far). */
const ROUNDS = 10
const THREADS = 16
const LOCKS = threadAddress(THREADS) + THREAD.status + 1

/** Closes a cycle of waits some times. Returns how often it was told. Nobody sleeps: the run is «stopped». */
export function rehearseDeadlock(): number {
  const words = createWords()
  const { control, heap } = words
  let told = 0
  const observer = { cycle: () => (told += 1), stuck: () => undefined }
  const last = new Waiter(words, THREADS - 1, observer)
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
  return told
}

/** Words on which every search ends with a cycle of all threads; a whole memory for each worker would be too much. */
function createWords(): RunWords {
  const words = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4))
  const control = words(CONTROL_WORDS)
  return {
    control,
    heap: words(LOCKS + THREADS),
    events: words(0),
    record: () => undefined,
    publish: (thread, wait, _seen, fewer) => {
      control[waitRecord(thread) + WAIT_RECORD.wait] = wait
      control[CONTROL.busyCount] = (control[CONTROL.busyCount] as number) - fewer
    },
    findCycle: () => THREADS,
  }
}
