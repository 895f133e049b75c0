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
  readonly edges: readonly ResourceEdge[]
}
