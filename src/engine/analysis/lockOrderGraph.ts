/** Which lock was acquired while which other was held, in a trace. A cycle means: opposite orders were observed. */
export interface LockOrderEdge {
  readonly held: number
  readonly acquired: number
  /** Where it was first seen: thread, event of the second acquisition (or of the block), source lines of both. */
  readonly thread: number
  readonly event: number
  readonly heldLine: number
  readonly acquiredLine: number
}

export interface LockOrderGraph {
  /** Sorted by held, then acquired. */
  readonly edges: readonly LockOrderEdge[]
  /** Place indices of one cycle, or empty. */
  readonly cycle: readonly number[]
}
