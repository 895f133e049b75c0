import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { assert } from '../base'
import { park, setState, takeTask, WORKER_STATE } from './poolWords'
import { collectStart } from './startMemory'

/** What a pool hands to a worker that it starts. */
export interface WorkerSeat {
  readonly kind: 'cerrojo-pool'
  readonly words: SharedArrayBuffer
  readonly worker: number
  /** Started ahead of need: it has the time to make itself small before it parks. */
  readonly isAhead: boolean
}

/**
 * Told to the host when the worker is parked for the first time, and whenever it was woken without a task. Everything it
 * posted before has then arrived.
 */
export const READY = 'ready'

/** What a worker of the pool does; both calls return when the worker may park again. */
export interface WorkerDuty {
  /** A message of the host, read just before the worker runs something. */
  receive(message: unknown): void
  /** Runs program thread `thread` of the run that the last message described. */
  run(thread: number): void
}

/** What the duty can reach of the pool. */
export interface WorkerLink {
  /** Words of the pool, for `launchOnIdleWorker`. */
  readonly words: Int32Array
  readonly worker: number
  /** Arrives although this worker then blocks. */
  readonly post: (message: unknown) => void
}

/**
 * The life of a pool's worker: parked, woken, messages, task, parked again. Never returns to the event loop, so the
 * messages are read by hand; ends when the host terminates the worker. An error that the duty throws ends it, too.
 */
export function serveParked(createDuty: (link: WorkerLink) => WorkerDuty): never {
  const port = parentPort
  const seat = workerData as WorkerSeat | undefined
  assert(port !== null && seat?.kind === 'cerrojo-pool', 'this file runs as a worker of a pool')
  const words = new Int32Array(seat.words)
  const { worker } = seat
  if (seat.isAhead) collectStart()
  const duty = createDuty({ words, worker, post: (message) => port.postMessage(message) })
  setState(words, worker, WORKER_STATE.parked)
  port.postMessage(READY)
  for (;;) {
    park(words, worker)
    for (let m = receiveMessageOnPort(port); m !== undefined; m = receiveMessageOnPort(port)) {
      duty.receive((m as { readonly message: unknown }).message)
    }
    const thread = takeTask(words, worker)
    if (thread !== undefined) duty.run(thread)
    setState(words, worker, WORKER_STATE.parked)
    if (thread === undefined) port.postMessage(READY)
  }
}
