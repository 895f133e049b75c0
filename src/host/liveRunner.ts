import type { Program } from '../engine/bytecode'
import { LiveExecutor, type LiveOptions, type LiveResult } from '../live'

/** Live runs one after another, for hosts that wait for each (the command line, benchmarks). */
export interface LiveRunner {
  run(program: Program, options: LiveOptions): Promise<LiveResult>
  /** Worker threads not reclaimed; 0 between runs. */
  readonly threadsLeft: number
  close(): Promise<void>
}

/** Workers started ahead of the first run. */
const WARM_WORKERS = 4

/** @param workerFile the bundled worker of live runs */
export function createLiveRunner(workerFile: string): LiveRunner {
  const executor = new LiveExecutor(workerFile)
  // A worker takes longer to start than most races to close, so the first run waits for them.
  const warm = executor.warm(WARM_WORKERS, 'now')
  warm.catch(() => undefined)
  return {
    async run(program, options) {
      await warm
      return executor.start(program, options).finished
    },
    get threadsLeft() {
      return executor.threadsLeft
    },
    close: () => executor.close(),
  }
}
