/** Workers that help with an exploration: threads that run the engine's `assist`, and channels to them. */
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import { availableParallelism, loadavg } from 'node:os'
import type { Assignment, Assistant, Channel, Crew } from '../engine/explore'

/** Workers of an exploration, unless it is said otherwise: more are hardly ever faster. */
const MOST_WORKERS = 8

/** As many as there are cores with nothing else to do: workers wait for each other, so that a busy core slows down all. */
export function usualWorkers(): number {
  const [busy = 0] = loadavg()
  return Math.max(1, Math.min(MOST_WORKERS, Math.round(availableParallelism() - busy)))
}

/** What the thread of an assistant gets when it is started. */
export interface AssistantData {
  readonly assignment: Assignment
  readonly port: MessagePort
}

/** The worker that helps has ended by itself. */
export class AssistantError extends Error {
  override readonly name = 'AssistantError'
}

/** Messages through a port, at once: both threads are busy, and hear no events. */
export function channelOf<In, Out>(port: MessagePort): Channel<In, Out> {
  return {
    send: (message) => port.postMessage(message),
    receive() {
      const received: { message: In } | undefined = receiveMessageOnPort(port)
      return received?.message
    },
  }
}

/**
 * @param workerFile the bundled `explore.worker.ts`
 * @param workers how many search together, with the thread that leads; undefined answers for one.
 */
export function createCrew(workerFile: string | URL, workers = usualWorkers()): Crew | undefined {
  if (workers < 2) return undefined
  return { others: workers - 1, start: (assignment) => startAssistant(workerFile, assignment) }
}

function startAssistant(workerFile: string | URL, assignment: Assignment): Assistant {
  const { port1, port2 } = new MessageChannel()
  const data: AssistantData = { assignment, port: port2 }
  const worker = new Worker(workerFile, { workerData: data, transferList: [port2] })
  // Neither keeps the process alive when the exploration is over.
  worker.unref()
  port1.unref()
  let failure: Error | undefined
  let hasToEnd = false
  const fail = (reason: string): void => {
    if (!hasToEnd) failure ??= new AssistantError(`a worker of the search has ended: ${reason}`)
  }
  worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)))
  worker.on('exit', (code) => fail(`exit code ${String(code)}`))
  return {
    ...channelOf(port1),
    get failure() {
      return failure
    },
    end() {
      hasToEnd = true
      port1.close()
      void worker.terminate()
    },
  }
}
