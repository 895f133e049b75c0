import type { Outcome, RunRecord } from '../../contract'
import type { Trace } from '../../engine/trace'

/** What the steps taken by hand, or those of an exploration's interleaving, have led to: no seed, no clock, and no outcome while it can go on. */
export interface SteppedRecord extends Pick<RunRecord, 'program' | 'output' | 'events'> {
  readonly options: { readonly mode: 'step' | 'explore' }
  readonly outcome: Outcome | undefined
  /** Steps taken. */
  readonly steps: number
  readonly rows?: undefined
  readonly detectedAfterMs?: undefined
}

/** A record of something that is over. */
export type EndedRecord = RunRecord | (SteppedRecord & { readonly outcome: Outcome })

/** What every view shows: a run that is over, one led by hand, or an interleaving that an exploration found. */
export interface ShownRun {
  readonly record: RunRecord | SteppedRecord
  readonly trace: Trace
}

export function isStepped<T extends RunRecord | SteppedRecord>(
  record: T,
): record is T & SteppedRecord {
  return record.options.mode === 'step' || record.options.mode === 'explore'
}

export function hasEnded(record: RunRecord | SteppedRecord): record is EndedRecord {
  return record.outcome !== undefined
}
