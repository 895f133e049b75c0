import type { Trace } from '../trace'
import type { Moment } from './history'
import { waitForCycles, waitForEdges } from './waitForGraph'

/** Threads and locks (Holt 1972): `requests` goes from thread to lock, `assignedTo` from lock to thread. */
export type ResourceNode =
  | { readonly kind: 'thread'; readonly thread: number; readonly name: string }
  | { readonly kind: 'lock'; readonly lock: number; readonly name: string }

export interface ResourceEdge {
  readonly kind: 'requests' | 'assignedTo'
  readonly thread: number
  readonly lock: number
  /** The event that made the edge. */
  readonly since: number
  readonly isInCycle: boolean
}

export interface ResourceAllocationGraph {
  /** Started threads and every lock of the trace, in order of number and place: stable while stepping. */
  readonly nodes: readonly ResourceNode[]
  /** Assignments in order of place, then requests in order of thread. */
  readonly edges: readonly ResourceEdge[]
}

/** The resource-allocation graph at `moment` of `trace`. */
export function resourceAllocationGraph(moment: Moment, trace: Trace): ResourceAllocationGraph {
  const waits = waitForEdges(moment)
  const inCycle = new Set(waitForCycles(waits, moment.threads.length).flat())
  const assignments = moment.locks.flatMap(({ lock, owner, since }): readonly ResourceEdge[] => {
    if (owner === undefined || since === undefined) return []
    const isInCycle = waits.some((w) => w.lock === lock && w.to === owner && inCycle.has(w.from))
    return [{ kind: 'assignedTo', thread: owner, lock, since, isInCycle }]
  })
  const requests = waits.flatMap(({ from, lock, since }): readonly ResourceEdge[] =>
    lock === undefined
      ? []
      : [{ kind: 'requests', thread: from, lock, since, isInCycle: inCycle.has(from) }],
  )
  return { nodes: nodesOf(moment, trace), edges: [...assignments, ...requests] }
}

function nodesOf(moment: Moment, trace: Trace): readonly ResourceNode[] {
  const threads = trace.threads.flatMap(({ name }, thread): readonly ResourceNode[] =>
    moment.threads[thread]?.activity.kind === 'notStarted'
      ? []
      : [{ kind: 'thread', thread, name }],
  )
  const locks = trace.places.flatMap(({ kind, name }, lock): readonly ResourceNode[] =>
    kind === 'lock' ? [{ kind, lock, name }] : [],
  )
  return [...threads, ...locks]
}
