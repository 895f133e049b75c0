import type { Span } from '../language'

/** A place in the source that acquires a lock: the end of a `with` header, or a call of `acquire`. */
export interface AcquisitionSite extends Span {
  readonly line: number
  /** The lock as written: `from_account.lock`. */
  readonly lock: string
  /** False when the call has a timeout or does not block: the thread can give up. */
  readonly isUntimed: boolean
  /** Enclosing function, `<module>` outside. */
  readonly function: string
}

/** While the lock of `held` is in hand, `wanted` may be reached: directly or through calls of the program's functions. */
export interface NestedAcquisition {
  /** Indices into StaticLocks.sites. */
  readonly held: number
  readonly wanted: number
  /** Lines of the calls between the two, outermost first; empty when they stand in one function. */
  readonly via: readonly number[]
}

/** What can be said of a program's locks without running it; over-approximates (every path counts as possible). */
export interface StaticLocks {
  readonly sites: readonly AcquisitionSite[]
  readonly nested: readonly NestedAcquisition[]
}
