import type { Trace } from '../trace'
import { cyclesOfSuccessors } from './cycles'
import type { Moment } from './history'

/** Threads and who waits for whom at a moment. An edge goes to the owner of the lock waited for, or the thread joined. */
export interface WaitForEdge {
  readonly from: number
  readonly to: number
  /** Place of the lock; undefined for a join. */
  readonly lock: number | undefined
  /** The event that began the wait. */
  readonly since: number
}

export interface WaitForNode {
  readonly thread: number
  readonly name: string
}

export interface WaitForGraph {
  /** Started threads, in order of number: stable while stepping. */
  readonly nodes: readonly WaitForNode[]
  /** In order of the waiting thread. */
  readonly edges: readonly WaitForEdge[]
  /** Thread numbers of a cycle in waiting order, starting with the lowest; empty when there is none. */
  readonly cycle: readonly number[]
}

/** Who keeps `thread` from going on at `moment`; a thread that waits for a free lock is kept by nobody. */
function edgeOf(thread: number, moment: Moment): WaitForEdge | undefined {
  const activity = moment.threads[thread]?.activity
  if (activity?.kind === 'joining') {
    return { from: thread, to: activity.thread, lock: undefined, since: activity.since }
  }
  if (activity?.kind !== 'blocked') return undefined
  const owner = moment.locks.find((l) => l.lock === activity.lock)?.owner
  if (owner === undefined) return undefined
  return { from: thread, to: owner, lock: activity.lock, since: activity.since }
}

/**
 * The wait-for graph at a moment (Coffman et al. 1971, for single-instance resources: a cycle there is a deadlock, if no
 * wait in it can be given up). Of several cycles, that of the lowest thread is named.
 */
export function waitForGraph(moment: Moment, trace: Trace): WaitForGraph {
  const edges = waitForEdges(moment)
  const nodes = trace.threads.flatMap(({ name }, thread) =>
    moment.threads[thread]?.activity.kind === 'notStarted' ? [] : [{ thread, name }],
  )
  return { nodes, edges, cycle: waitForCycles(edges, moment.threads.length)[0] ?? [] }
}

/** Edges of the wait-for graph at `moment`. */
export function waitForEdges(moment: Moment): readonly WaitForEdge[] {
  return moment.threads
    .map((_, thread) => edgeOf(thread, moment))
    .filter((edge) => edge !== undefined)
}

/** Every cycle of the graph with these edges. */
export function waitForCycles(
  edges: readonly WaitForEdge[],
  threads: number,
): readonly (readonly number[])[] {
  const next = new Int32Array(threads).fill(-1)
  for (const edge of edges) next[edge.from] = edge.to
  return cyclesOfSuccessors(next)
}
