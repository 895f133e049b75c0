import type {
  ChargingPointRow,
  Diagnostic,
  ExplorationOptions,
  ExplorationProgress,
  NextOperation,
  Outcome,
  ProgramInput,
  RunOptions,
  ScheduleChoice,
} from '../contract'
import type { ExplorationResult } from '../engine/explore'

/** How far a run is: events recorded, wall-clock seconds since it began. */
export interface RunProgress {
  readonly events: number
  readonly seconds: number
}

export interface EngineResult {
  readonly outcome: Outcome
  /** What the program printed. */
  readonly output: string
  /** The encoded trace. */
  readonly trace: Uint8Array
  readonly events: number
  /** Wall-clock seconds. */
  readonly seconds: number
  /** Live deadlocks: milliseconds from the blocking call to the engine knowing. */
  readonly detectedAfterMs: number | undefined
  /** Rows of the real database file, when the program used one live. */
  readonly rows: readonly ChargingPointRow[] | undefined
}

export interface EngineRun {
  /** Settles once: whatever the program did is a result; a rejection is a failure of the engine itself. */
  readonly finished: Promise<EngineResult>
  /** Asks the run to end with the outcome `stopped`; nothing happens when it is over. */
  stop(): void
  /** At most one listener; called at the engine's pace until `finished` settles. */
  onProgress(listener: (progress: RunProgress) => void): void
}

export type EngineStart =
  | { readonly kind: 'started'; readonly run: EngineRun }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }

/** Where a program stands after a schedule; `outcome` once the run is over. */
export type EngineStanding =
  | {
      readonly kind: 'standing'
      readonly followed: number
      readonly offered: readonly ScheduleChoice[]
      /** Where each thread stands that has not ended. */
      readonly next: readonly NextOperation[]
      readonly outcome: Outcome | undefined
      readonly output: string
      /** The encoded trace. */
      readonly trace: Uint8Array
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }

export interface EngineExploration {
  /** Settles once: an exploration that was cancelled is a result; a rejection is a failure of the engine itself. */
  readonly finished: Promise<{
    readonly result: ExplorationResult
    /** Wall-clock seconds. */
    readonly seconds: number
  }>
  /** Asks the search to end as inconclusive; it does within 250 ms. Nothing happens when it is over. */
  cancel(): void
  /** At most one listener; called at least four times a second until `finished` settles. */
  onProgress(listener: (progress: ExplorationProgress) => void): void
}

export type EngineExplorationStart =
  | { readonly kind: 'started'; readonly exploration: EngineExploration }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }

/** The only thing the lab knows of the engine: who compiles and runs a program, simulated or on real threads. */
export interface Engine {
  /**
   * Compiles and starts. `folder` is the run's own, for files the run leaves (`ev_charging.db`); it exists when the
   * mode is `live` and must not be used otherwise.
   */
  start(program: ProgramInput, options: RunOptions, folder: string): EngineStart
  /** Simulates the choices from the beginning. Cost: linear in their number. */
  follow(program: ProgramInput, choices: readonly ScheduleChoice[]): EngineStanding
  /** Compiles and explores every interleaving. */
  explore(program: ProgramInput, options: ExplorationOptions): EngineExplorationStart
  /** Ends every worker. Runs still going are stopped first. */
  close(): Promise<void>
}
