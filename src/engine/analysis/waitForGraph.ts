/** Threads and who waits for whom at a moment. An edge goes to the owner of the lock waited for, or the thread joined. */
export interface WaitForEdge {
  readonly from: number
  readonly to: number
  /** Place of the lock; undefined for a join. */
  readonly lock: number | undefined
  /** The event that began the wait. */
  readonly since: number
}

export interface WaitForGraph {
  readonly edges: readonly WaitForEdge[]
  /** Thread numbers of a cycle in waiting order, starting with the lowest; empty when there is none. */
  readonly cycle: readonly number[]
}
