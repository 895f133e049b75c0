/**
 * A trace is what happened in one run, as columns. Simulated and live runs make the same events; every lens reads
 * nothing else. The index of an event is the logical time: the order is total and is the order of the operations.
 */

/** Kinds of event; the number is what columns and files hold. Never renumber. */
export const EVENT = {
  /** A thread began to run its target. */
  begin: 1,
  /** A thread ended. `value`: text of the exception that ended it, or none. */
  end: 2,
  /** `thread` started another. `place`: the thread started. */
  start: 3,
  /** `thread` waits in join. `place`: the thread waited for. */
  joinWait: 4,
  /** join returned. `value`: text `timeout` when it gave up. */
  join: 5,
  /**
   * The thread cannot proceed: the lock `place` is held; ends with `acquire` or `acquireFailed`. Or another writes to
   * the database `place`; ends with `databaseBegin` or `databaseBusy`.
   */
  block: 6,
  acquire: 7,
  /** A non-blocking or timed acquire returned False. */
  acquireFailed: 8,
  release: 9,
  /** Value of a place when it becomes reachable by several threads. */
  initial: 10,
  read: 11,
  write: 12,
  /** One call of a built-in container operation that reads (`len(l)`, `x in s`). `value`: what was called, as text. */
  callRead: 13,
  /** One that changes the container (`s.add(x)`). */
  callWrite: 14,
  sleep: 15,
  wake: 16,
  /** `value`: the text printed, line end included. */
  print: 17,
  /** A database transaction begins or ends. `place`: the database; `value`: the call as text. */
  databaseBegin: 18,
  databaseCommit: 19,
  databaseRead: 20,
  /** The database was locked and the call raised. */
  databaseBusy: 21,
  /** An exception was raised and left the thread. `value`: its text. */
  exception: 22,
  /**
   * Operations on a primitive, `place`; `value`: the operation as text, `put(3)`. `signal` gives what others may wait for
   * (release, set, put): what came before it is ordered before the `receive` that it lets go on.
   */
  signal: 23,
  /** The thread got what it wanted (acquire, wait, get). */
  receive: 24,
  /** Both in one indivisible step (an atomic counter). */
  exchange: 25,
  /** Only looked, or began to wait. */
  look: 26,
  /** The thread goes on without: the time was over, or it did not want to wait. */
  giveUp: 27,
  /** Changed the primitive and gives nobody anything (clear). */
  change: 28,
  /** Useful work was done. `value`: the label. */
  progress: 29,
} as const

export type EventKind = keyof typeof EVENT

/** Names of the kinds by their numbers. */
export const KIND_NAMES = new Map<number, EventKind>(
  Object.entries(EVENT).map(([name, code]) => [code, name as EventKind]),
)

export type EventCode = (typeof EVENT)[EventKind]

/** What an event is about. */
export type Place =
  | { readonly kind: 'global'; readonly name: string }
  /** `name` is `Cuenta-1.balance`; `object` `Cuenta-1`; `attribute` `balance`. */
  | {
      readonly kind: 'attribute'
      readonly name: string
      readonly object: string
      readonly attribute: string
    }
  /** Element of a list or dict: `name` is `accounts[1]`, `key` its repr. */
  | {
      readonly kind: 'element'
      readonly name: string
      readonly object: string
      readonly key: string
    }
  /** A container as a whole, for built-in method calls. */
  | { readonly kind: 'container'; readonly name: string }
  /** `object`: label of the object whose attribute it is (then also its name), undefined for a lock of its own name. */
  | {
      readonly kind: 'lock'
      readonly name: string
      readonly lock: 'lock' | 'rlock'
      readonly object?: string | undefined
    }
  | { readonly kind: 'thread'; readonly name: string; readonly thread: number }
  /** A synchronisation object other than a lock; `type`: `Semaphore`. */
  | { readonly kind: 'primitive'; readonly name: string; readonly type: string }
  | { readonly kind: 'database'; readonly name: string }

export interface TraceThread {
  readonly name: string
  readonly isDaemon: boolean
}

export type TraceOrigin = 'simulated' | 'live'

export interface Trace {
  readonly origin: TraceOrigin
  /** Index is the thread number in the columns; 0 is the main thread. */
  readonly threads: readonly TraceThread[]
  readonly places: readonly Place[]
  /** Distinct texts of values, as Python's `repr` gives them (print: the text itself). */
  readonly texts: readonly string[]
  /** Number of events; every column has this length. */
  readonly length: number
  readonly kind: Uint8Array
  readonly thread: Uint8Array
  /** Index into `places`, or NO_INDEX. */
  readonly place: Uint32Array
  /** Index into `texts`, or NO_INDEX. */
  readonly value: Uint32Array
  /** 1-based source line. */
  readonly line: Uint32Array
  /**
   * Microseconds since the start of the run, not decreasing. Live: measured where a thread began, ended, waited, slept
   * or printed, and interpolated between; simulated: virtual time.
   */
  readonly time: Float64Array
}

/** Absence in the `place` and `value` columns. */
export const NO_INDEX = 0xffffffff
