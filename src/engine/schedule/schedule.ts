/**
 * A schedule is plain data: the choices of a run, in order. It replays in the machine exactly.
 */
import { failure, success, type Result } from '../../base'
import type { Choice } from '../machine'

/** A thread's number: it proceeds. `{ timeout: n }`: the timed wait of thread n runs out. */
export type ScheduleChoice = number | { readonly timeout: number }

export interface Schedule {
  readonly format: 'cerrojo-schedule'
  readonly version: 1
  readonly choices: readonly ScheduleChoice[]
}

/** A choice as a schedule holds it. */
export function toScheduleChoice({ thread, kind }: Choice): ScheduleChoice {
  return kind === 'proceed' ? thread : { timeout: thread }
}

/** Most choices accepted in a file. */
const MAXIMUM_CHOICES = 1_000_000

/** Checks data from a file. The error names what is wrong. */
export function decodeSchedule(data: unknown): Result<Schedule, string> {
  if (typeof data !== 'object' || data === null) return failure('not an object')
  const { format, version, choices } = data as Record<string, unknown>
  if (format !== 'cerrojo-schedule') return failure('format is not cerrojo-schedule')
  if (version !== 1) return failure('version is not 1')
  if (!Array.isArray(choices) || choices.length > MAXIMUM_CHOICES) return failure('choices')
  const decoded: ScheduleChoice[] = []
  for (const choice of choices as readonly unknown[]) {
    const thread = isTimeout(choice) ? choice.timeout : choice
    if (!isThread(thread)) return failure(`choice ${String(decoded.length)}`)
    decoded.push(isTimeout(choice) ? { timeout: thread } : thread)
  }
  return success({ format, version, choices: decoded })
}

function isThread(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 256
}

function isTimeout(value: unknown): value is { readonly timeout: unknown } {
  return typeof value === 'object' && value !== null && 'timeout' in value
}
