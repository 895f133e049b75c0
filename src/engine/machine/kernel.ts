import type { Operation, Request } from './primitives'
import type { Processor } from './processor'
import type { Value } from './value'

/**
 * Answer of an operation that cannot complete now: the instruction stays where it is and is executed again when a
 * scheduler chooses the thread. Only a simulation suspends; a live kernel blocks the real thread instead. (The number is
 * no value: the machine never uses address 4.)
 */
export const SUSPENDED = 8

/** Calls on the charging database, by method name. */
export type DatabaseCall = 'update_cp_status' | 'add_kwh' | 'set_kwh' | 'get_cp' | 'get_all_cps'

/**
 * What the two ways to run a program do differently: everything that blocks, starts or tells the time. One interpreter,
 * two kernels. All addresses are word addresses of objects; results are values or SUSPENDED.
 */
export interface Kernel {
  /** True: the interpreter stops before every visible operation, for a scheduler to choose. */
  readonly isStepping: boolean
  /** Begins and ends an operation on shared memory (live: the internal mutex, which makes it atomic). */
  enter(): void
  leave(): void
  /** Called every few hundred instructions and before waits. @throws StopSignal when the run is to end. */
  checkStop(): void

  /**
   * `timeout` in microseconds, undefined to wait without limit, 0 not to wait at all. TRUE or FALSE as in Python, or
   * SUSPENDED.
   */
  acquire(p: Processor, lock: number, timeout: number | undefined): Value
  /** @throws PythonError RuntimeError as CPython when the lock is not held (or, RLock, not by this thread). */
  release(p: Processor, lock: number): void
  /** Makes thread `number`, whose control block is ready, eligible to run. */
  start(p: Processor, number: number): void
  /** Waits for thread `number` to end. NONE or SUSPENDED. */
  join(p: Processor, number: number, timeout: number | undefined): Value
  sleep(p: Processor, microseconds: number): Value
  /** Microseconds since the run began. */
  now(): number
  /**
   * What goes into the value of an event that has none: live the time, where waiting makes it worth reading the clock;
   * in a simulation 0, since its recorder keeps virtual time itself.
   */
  stamp(): number
  /** Prepares the database object (first instance of a path: fresh rows). */
  openDatabase(p: Processor, database: number): void
  /** @throws PythonError DatabaseLocked, KeyError */
  callDatabase(p: Processor, database: number, call: DatabaseCall, args: readonly Value[]): Value
  /**
   * Carries out an operation of a primitive, stage by stage. `method`: its index among the system methods. The result or
   * SUSPENDED. @throws PythonError
   */
  operate(p: Processor, operation: Operation, method: number, request: Request): Value
  /** The current thread has ended; its control block says so. */
  end(p: Processor): void
}

/** Ends a live thread from inside: the run was stopped. Not an error, not a Python exception. */
export class StopSignal extends Error {
  override readonly name = 'StopSignal'
}
