/**
 * Explores programs on a worker thread, so that host and window stay responsive. One worker is kept between
 * explorations; a second exploration meanwhile gets one of its own, which ends with it.
 */
import { Worker } from 'node:worker_threads'
import type { ExplorationOptions } from '../contract'
import type { Program } from '../engine/bytecode'
import type { ExplorationProgress, ExplorationResult } from '../engine/explore'
import type { EngineExploration } from './engine'
import type { ExploreAnswer, ExploreMessage } from './exploreMessage'

/** Milliseconds a search has to see that it is cancelled; then its worker is ended. */
const PATIENCE_MS = 200

const NOTHING_SEEN: ExplorationProgress = {
  phase: 'verdict',
  states: 0,
  frontier: 0,
  transitions: 0,
  bytes: 0,
  violations: 0,
}

/** What can be said of a search that was ended from outside: nothing but its size. */
function cancelledResult({ states, transitions }: ExplorationProgress): ExplorationResult {
  return {
    verdict: 'inconclusive',
    isComplete: false,
    bound: 'cancelled',
    undecided: [],
    violations: [],
    races: [],
    outcomes: undefined,
    interleavings: undefined,
    size: { states, transitions, isComplete: false },
    unreduced: undefined,
    conditions: undefined,
    lockOrder: [],
    graph: undefined,
    sampled: [],
    collisionProbability: 0,
  }
}

export interface Explorer {
  start(program: Program, options: ExplorationOptions): EngineExploration
  /** Ends every worker; explorations still going end as cancelled. */
  close(): Promise<void>
}

/** @param workerFile the bundled `explore.worker.ts` */
export function createExplorer(workerFile: string | URL): Explorer {
  const workers = new Set<Worker>()
  const cancels = new Set<() => void>()
  let idle: Worker | undefined

  function take(): Worker {
    const kept = idle
    idle = undefined
    if (kept !== undefined) return kept
    const worker = new Worker(workerFile)
    workers.add(worker)
    worker.on('exit', () => {
      workers.delete(worker)
      if (idle === worker) idle = undefined
    })
    return worker
  }

  function giveBack(worker: Worker): void {
    worker.removeAllListeners('message')
    worker.removeAllListeners('error')
    if (idle === undefined && workers.has(worker)) {
      idle = worker
      // A worker that waits for work keeps no process alive.
      worker.unref()
      worker.on('error', () => undefined)
    } else void worker.terminate()
  }

  return {
    start(program, options) {
      const exploration = explore(take, giveBack, { program, options })
      const cancel = (): void => exploration.cancel()
      cancels.add(cancel)
      const forget = (): boolean => cancels.delete(cancel)
      exploration.finished.then(forget, forget)
      return exploration
    },
    async close() {
      for (const cancel of cancels) cancel()
      await Promise.all([...workers].map((worker) => worker.terminate()))
    },
  }
}

function explore(
  take: () => Worker,
  giveBack: (worker: Worker) => void,
  { program, options }: Pick<ExploreMessage, 'program' | 'options'>,
): EngineExploration {
  const startMs = performance.now()
  const seconds = (): number => (performance.now() - startMs) / 1000
  const isCancelled = new Int32Array(new SharedArrayBuffer(4))
  let last = NOTHING_SEEN
  let listener: Parameters<EngineExploration['onProgress']>[0] = () => undefined
  let end = (): void => undefined
  let timer: NodeJS.Timeout | undefined

  const finished = new Promise<{ result: ExplorationResult; seconds: number }>(
    (resolve, reject) => {
      const worker = take()
      worker.ref()
      const settle = (done: () => void): void => {
        clearTimeout(timer)
        worker.off('exit', exited)
        giveBack(worker)
        done()
      }
      end = () => void worker.terminate()
      worker.on('message', (answer: ExploreAnswer) => {
        if (answer.kind === 'exploring') {
          last = answer.progress
          listener({ ...last, seconds: seconds() })
        } else if (answer.kind === 'explored') {
          settle(() => resolve({ result: answer.result, seconds: seconds() }))
        } else settle(() => reject(new Error(answer.message)))
      })
      worker.once('error', (error) =>
        settle(() => reject(error instanceof Error ? error : new Error(String(error)))),
      )
      const exited = (): void =>
        settle(() => resolve({ result: cancelledResult(last), seconds: seconds() }))
      worker.on('exit', exited)
      worker.postMessage({ program, options, isCancelled } satisfies ExploreMessage)
    },
  )
  return {
    finished,
    cancel() {
      Atomics.store(isCancelled, 0, 1)
      timer ??= setTimeout(() => end(), PATIENCE_MS)
    },
    onProgress: (l) => (listener = l),
  }
}
