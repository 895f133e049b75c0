/** The worker's side of explorations: searches in slices, and between them looks whether it is cancelled. */
import type { ExplorationOptions } from '../contract'
import type { Program } from '../engine/bytecode'
import type { Exploration } from '../engine/explore'
import type { ExploreAnswer, ExploreMessage } from './exploreMessage'
import { Pace } from './pace'

/** Milliseconds between two reports: at least four a second must arrive. */
const PROGRESS_MS = 150

export type SlicedSearch = Pick<Exploration, 'advance' | 'cancel' | 'progress' | 'result'>
export type BeginSearch = (program: Program, options: ExplorationOptions) => SlicedSearch

/** What an exploration needs of the port of its worker. */
export interface ExplorePort {
  postMessage(answer: ExploreAnswer): void
  on(event: 'message', hear: (message: ExploreMessage) => void): unknown
}

/** Explores whatever arrives at `port`, one program after another, on this thread. */
export function serveExplorations(port: ExplorePort, begin: BeginSearch): void {
  const post = (answer: ExploreAnswer): void => port.postMessage(answer)
  port.on('message', (message: ExploreMessage) => void explore(message, begin, post))
}

async function explore(
  { program, options, isCancelled }: ExploreMessage,
  begin: BeginSearch,
  post: ExplorePort['postMessage'],
): Promise<void> {
  try {
    const search = begin(program, options)
    let reportedMs = performance.now()
    const pace = new Pace(reportedMs)
    while (!search.advance(pace.states)) {
      if (Atomics.load(isCancelled, 0) !== 0) search.cancel()
      const nowMs = performance.now()
      pace.heed(nowMs)
      if (nowMs - reportedMs < PROGRESS_MS) continue
      reportedMs = nowMs
      post({ kind: 'exploring', progress: search.progress() })
      // Only now this thread hears whether a worker that helps has ended.
      await new Promise((resolve) => setImmediate(resolve))
    }
    post({ kind: 'explored', result: search.result() })
  } catch (error) {
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}
