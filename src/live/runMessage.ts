import type { Limits } from '../engine/machine'
import type { Program } from '../engine/bytecode'
import type { RunMemory } from './runMemory'

/** Everything a worker needs to run threads of one run. */
export interface LiveRunMessage {
  readonly program: Program
  readonly constants: Int32Array
  readonly memory: RunMemory
  /** Reading of the shared clock when the run began, in milliseconds. */
  readonly startMs: number
  readonly limits: Limits
  /** Folder of the run, for the charging database. */
  readonly folder: string
}

/** What a worker tells the host. Posted before the worker goes to sleep, so it arrives although it then blocks. */
export type LiveWorkerMessage =
  /** The sender closed a cycle by a call that began at `sinceMs` (shared clock). */
  | { readonly kind: 'cycle'; readonly sinceMs: number }
  /** Nobody can go on. */
  | { readonly kind: 'stuck'; readonly sinceMs: number }
  /** Every thread but daemons has ended. */
  | { readonly kind: 'finished' }
  /** There is no idle worker for this thread. */
  | { readonly kind: 'start'; readonly thread: number }
  | {
      readonly kind: 'limit'
      readonly code: string
      readonly limit: number
      readonly name: string | undefined
      readonly pc: number
    }
