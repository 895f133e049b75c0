/** What a program's source says about its threads, what they share and how locks guard it. */

/** A line of the source, 1-based. */
export type Line = number

export interface StaticThread {
  /** As the program names it, else what it runs; `main` for the main thread. */
  readonly name: string
  /** Where it is made; undefined for the main thread. */
  readonly line: Line | undefined
  /** Two of it may run at the same time. */
  readonly isMany: boolean
}

export interface StaticLock {
  /** Index in the report's list. */
  readonly id: number
  /** `status_lock`, `Account.lock`, `forks[…]`. */
  readonly name: string
  readonly kind: 'lock' | 'rlock' | 'condition' | 'semaphore' | 'readWrite'
  readonly line: Line
  /** False: the name stands for several locks, that this analysis does not tell apart. */
  readonly isOne: boolean
}

/**
 * How often a lock is in hand at the accesses of a place: `always`: at each, on every path. `sometimes`: at one at least
 * it certainly is not. `undecided`: at none is it certainly not, but that it always is cannot be said.
 */
export type GuardStatus = 'always' | 'sometimes' | 'undecided'

export interface Guard {
  /** Index into the locks. */
  readonly lock: number
  /** It is the lock of the very object that is accessed. */
  readonly isOwn: boolean
  readonly status: GuardStatus
  /** Lines where it is in hand, may be, and is not. */
  readonly held: readonly Line[]
  readonly possible: readonly Line[]
  readonly missing: readonly Line[]
}

export interface SharedAccess {
  readonly line: Line
  readonly isWrite: boolean
  /** Indices into the threads. */
  readonly threads: readonly number[]
}

export interface SharedPlace {
  /** `counter`, `Account.balance`, `connected_drivers[…]`. */
  readonly name: string
  readonly kind: 'name' | 'attribute' | 'items'
  /** By line. Only those that may happen while another thread accesses the place, and not only both to read. */
  readonly accesses: readonly SharedAccess[]
  /** Locks that may be in hand at an access, those that always are first. */
  readonly guards: readonly Guard[]
  /** Pairs of lines, the lower first, that no lock in common keeps apart: possible data races. */
  readonly conflicts: readonly (readonly [Line, Line])[]
}

/** While `held` may be in hand, `wanted` may be waited for. */
export interface OrderEdge {
  /** Indices into the locks. */
  readonly held: number
  readonly wanted: number
  /** Every pair of lines that does so, with the threads. */
  readonly sites: readonly OrderSite[]
}

export interface OrderSite {
  readonly heldLine: Line
  readonly wantedLine: Line
  readonly threads: readonly number[]
  /** It waits without a limit. */
  readonly isUntimed: boolean
}

/**
 * `none`: no order of acquisitions of this program can be circular: this is proved. `possible`: locks that are one each are
 * taken in a circle by threads that may run at the same time. `undecided`: there is a circle of names that stand for
 * several locks, or of locks that are not known: whether one order is kept cannot be seen in the source.
 */
export type OrderVerdict = 'none' | 'possible' | 'undecided'

export interface StaticOrder {
  readonly verdict: OrderVerdict
  /** By held, then wanted. */
  readonly edges: readonly OrderEdge[]
  /** Locks of a shortest circle, in its order; empty for `none` and for unknown locks. */
  readonly cycle: readonly number[]
}

export interface SharingReport {
  readonly threads: readonly StaticThread[]
  readonly locks: readonly StaticLock[]
  /** By the first line that accesses it. */
  readonly places: readonly SharedPlace[]
  readonly order: StaticOrder
}
