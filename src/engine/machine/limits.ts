import type { LimitCode } from '../trace'

/** Bounds of one run. Counts only: a time bound is the host's cancellation. */
export interface Limits {
  /** Visible operations of all threads. */
  readonly steps: number
  /** Instructions of one thread between two visible operations. */
  readonly silentInstructions: number
  readonly heapBytes: number
  /** Frames of one thread; one more raises RecursionError, as in CPython. */
  readonly depth: number
  /** UTF-16 code units printed. */
  readonly output: number
  readonly events: number
}

export const DEFAULT_LIMITS: Limits = {
  steps: 10_000_000,
  silentInstructions: 20_000_000,
  heapBytes: 64 * 2 ** 20,
  depth: 1000,
  output: 2 ** 20,
  events: 4_000_000,
}

/**
 * A bound was reached, or the program does what only CPython can: ends the run with outcome `limit`, and no `except` of the
 * program sees it. Thrown inside the machine, caught where a step ends.
 */
export class LimitError extends Error {
  override readonly name = 'LimitError'
  constructor(
    readonly code: LimitCode,
    readonly limit: number,
    /** What the program asked for, where the code alone does not tell. */
    readonly subject?: string,
  ) {
    super(`limit ${code} (${String(limit)}) reached`)
  }
}
