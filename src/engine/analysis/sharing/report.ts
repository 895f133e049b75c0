/** What a program's source says about its threads, what they share, how locks guard it and where threads wait. */
import type { Span } from '../../language'

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

/** A place of the source that acquires a lock: the expression of a `with`, or a call of `acquire`, `wait` or `wait_for`. */
export interface AcquisitionSite extends Span {
  /** `wait`: on a condition, whose lock is given back and acquired again. */
  readonly kind: 'acquire' | 'wait'
  readonly line: Line
  /** The lock as written: `from_account.lock`. */
  readonly lock: string
  /** Enclosing function, `<module>` outside. */
  readonly function: string
  /** False when the call has a timeout or does not block: the thread can give up. */
  readonly isUntimed: boolean
  /** What it may be, as indices into the locks; empty: any lock. */
  readonly locks: readonly number[]
  /** False: nothing calls the code it stands in, and what is a lock there is a guess. */
  readonly isReached: boolean
}

/** While the lock of `held` may be in hand, that of `wanted` may be waited for, in one function or through calls. */
export interface NestedAcquisition {
  /** Indices into the sites. */
  readonly held: number
  readonly wanted: number
  /**
   * It may be part of a circle of waits of threads that run at the same time; also where a lock is not known, and where
   * the wait ends with a signal (of a semaphore, on a condition), since whose signal cannot be seen.
   */
  readonly isCircular: boolean
}

/** A call of `join`: waiting for a thread is waiting for all it does. */
export interface JoinSite {
  readonly line: Line
  /** The thread as written. */
  readonly thread: string
  readonly isUntimed: boolean
  /** Sites whose locks may be in hand. */
  readonly held: readonly number[]
}

/** Where threads may wait for locks and for each other. */
export interface StaticWaits {
  /** In order of the source. */
  readonly sites: readonly AcquisitionSite[]
  /** By held, then wanted. */
  readonly nested: readonly NestedAcquisition[]
  /** In order of the source. */
  readonly joins: readonly JoinSite[]
}

export interface SharingReport {
  readonly threads: readonly StaticThread[]
  readonly locks: readonly StaticLock[]
  /** By the first line that accesses it. */
  readonly places: readonly SharedPlace[]
  readonly order: StaticOrder
  readonly waits: StaticWaits
}
