/**
 * The words through which workers of a pool are parked and woken: by the host, or by each other without a round trip
 * through the host. A worker sleeps on its own state word.
 *
 *   absent → starting → parked ⇄ claimed → awake → parked …
 *
 * Who moves a worker from parked to claimed (compare-and-exchange) alone may launch it.
 */

/** Workers a pool can have. */
export const MAXIMUM_WORKERS = 256

export const WORKER_STATE = { absent: 0, starting: 1, parked: 2, claimed: 3, awake: 4 } as const

const LINE = 16
const TASK = 1

export function createPoolWords(): SharedArrayBuffer {
  return new SharedArrayBuffer(MAXIMUM_WORKERS * LINE * Int32Array.BYTES_PER_ELEMENT)
}

function stateAddress(worker: number): number {
  return worker * LINE
}

export function stateOf(words: Int32Array, worker: number): number {
  return Atomics.load(words, stateAddress(worker))
}

export function setState(words: Int32Array, worker: number, state: number): void {
  Atomics.store(words, stateAddress(worker), state)
}

/** Makes `worker` the caller's to launch; false when it is not parked. */
export function tryClaim(words: Int32Array, worker: number): boolean {
  const { parked, claimed } = WORKER_STATE
  const address = stateAddress(worker)
  return (
    Atomics.load(words, address) === parked &&
    Atomics.compareExchange(words, address, parked, claimed) === parked
  )
}

/** The lowest parked worker, now the caller's to launch; undefined when none is parked. */
export function claimIdleWorker(words: Int32Array): number | undefined {
  for (let worker = 0; worker < MAXIMUM_WORKERS; worker++) {
    if (tryClaim(words, worker)) return worker
  }
  return undefined
}

/** Wakes a claimed worker to run `thread`; undefined: only to read its messages. */
export function launch(words: Int32Array, worker: number, thread: number | undefined): void {
  const address = stateAddress(worker)
  Atomics.store(words, address + TASK, thread === undefined ? 0 : thread + 1)
  Atomics.store(words, address, WORKER_STATE.awake)
  Atomics.notify(words, address)
}

/** Starts `thread` on an idle worker; false when there is none and the host must be asked. */
export function launchOnIdleWorker(words: Int32Array, thread: number): boolean {
  const worker = claimIdleWorker(words)
  if (worker === undefined) return false
  launch(words, worker, thread)
  return true
}

/** In a worker: the thread it was launched for, asked once. */
export function takeTask(words: Int32Array, worker: number): number | undefined {
  const task = Atomics.exchange(words, stateAddress(worker) + TASK, 0)
  return task === 0 ? undefined : task - 1
}

/** In a worker: sleeps until it is launched. */
export function park(words: Int32Array, worker: number): void {
  const address = stateAddress(worker)
  for (;;) {
    const state = Atomics.load(words, address)
    if (state === WORKER_STATE.awake) return
    Atomics.wait(words, address, state)
  }
}
