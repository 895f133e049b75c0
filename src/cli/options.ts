import { parseArgs } from 'node:util'
import { failure, success, type Result } from '../base'
import { SCHEDULER_NAMES, type SchedulerName } from '../engine/schedule'
import { EXPORT_FORMATS, type ExportFormat } from '../engine/trace'
import type { Locale } from '../locale'

export const COMMANDS = ['run', 'live', 'trace', 'lint', 'check', 'help'] as const
export type Command = (typeof COMMANDS)[number]

export interface Options {
  readonly command: Command
  readonly file: string | undefined
  readonly isJson: boolean
  readonly locale: Locale
  readonly seed: number
  readonly scheduler: SchedulerName
  /** File of a recorded schedule. */
  readonly schedule: string | undefined
  /** File to which the schedule of the run is written; of several live runs, that of the last. */
  readonly saveSchedule: string | undefined
  /** Seconds. */
  readonly timeout: number
  /** `live`: whether each run is compared with the model. */
  readonly checksModel: boolean
  readonly runs: number
  readonly format: ExportFormat
  readonly output: string | undefined
  /** `check`: most states of a search; undefined for the usual bound. */
  readonly maxStates: number | undefined
  /** `check`: seconds after which it gives up. */
  readonly maxSeconds: number
  /** `check`: worker threads that a large search may use; undefined for as many as there are free cores, up to 8. */
  readonly workers: number | undefined
  /** `check`: whether persistent sets are used. */
  readonly reduction: boolean
  /** `check`: whether a race is a violation. */
  readonly failsOnRace: boolean
  /** Folder that keeps the files of the run (the charging database). */
  readonly keep: string | undefined
}

/** Key below `commandLine.` and its placeholders. */
export interface UsageFault {
  readonly key: string
  readonly params: Readonly<Record<string, string>>
}

const FLAGS = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  seed: { type: 'string' },
  scheduler: { type: 'string' },
  schedule: { type: 'string' },
  'save-schedule': { type: 'string' },
  timeout: { type: 'string' },
  'check-against-model': { type: 'boolean' },
  runs: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  keep: { type: 'string' },
  live: { type: 'boolean' },
  'max-states': { type: 'string' },
  'max-seconds': { type: 'string' },
  workers: { type: 'string' },
  'no-reduction': { type: 'boolean' },
  'fail-on-race': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const MOST_WORKERS = 64

/** The language of messages: `--lang`, else that of the environment, else English. */
function localeOf(flag: string | undefined, environment: string): Locale {
  return (flag ?? environment).toLowerCase().startsWith('es') ? 'es' : 'en'
}

/** A number of the flag `name` within its range, or a fault. */
function numberOf(
  name: string,
  text: string | undefined,
  fallback: number,
  [least, most]: readonly [number, number],
): Result<number, UsageFault> {
  if (text === undefined) return success(fallback)
  const value = Number(text)
  if (text.trim() !== '' && value >= least && value <= most) return success(value)
  return failure({
    key: 'badNumber',
    params: { name, text, least: String(least), most: String(most) },
  })
}

/** Reads the command line (without node and script). */
export function readOptions(
  args: readonly string[],
  environment: string,
): Result<Options, UsageFault> {
  let parsed
  try {
    parsed = parseArgs({ args: [...args], options: FLAGS, allowPositionals: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return failure({ key: 'badOption', params: { message } })
  }
  const { values, positionals } = parsed
  const [name = 'help', file, ...rest] = positionals
  const known = COMMANDS.find((command) => command === name)
  if (known === undefined) return failure({ key: 'unknownCommand', params: { name } })
  if (rest.length > 0) return failure({ key: 'tooManyFiles', params: { name: rest[0] ?? '' } })
  const seed = numberOf('seed', values.seed, 0, [0, 2 ** 31 - 1])
  const timeout = numberOf('timeout', values.timeout, 10, [0.1, 600])
  const runs = numberOf('runs', values.runs, 1, [1, 100_000])
  const maxStates = numberOf('max-states', values['max-states'], 0, [1, 1e9])
  const maxSeconds = numberOf('max-seconds', values['max-seconds'], 60, [0.1, 86_400])
  const workers = numberOf('workers', values.workers, 0, [1, MOST_WORKERS])
  for (const number of [seed, timeout, runs, maxStates, maxSeconds, workers]) {
    if (!number.ok) return number
  }
  const format = values.format ?? 'jsonl'
  const exportFormat = EXPORT_FORMATS.find((f) => f === format)
  if (exportFormat === undefined) return failure({ key: 'unknownFormat', params: { name: format } })
  const wanted = values.scheduler ?? 'random'
  const scheduler = SCHEDULER_NAMES.find((s) => s === wanted)
  if (scheduler === undefined) return failure({ key: 'unknownScheduler', params: { name: wanted } })
  return success({
    command:
      values.help === true ? 'help' : known === 'run' && values.live === true ? 'live' : known,
    file,
    isJson: values.json ?? false,
    locale: localeOf(values.lang, environment),
    seed: seed.ok ? Math.floor(seed.value) : 0,
    scheduler,
    schedule: values.schedule,
    saveSchedule: values['save-schedule'],
    timeout: timeout.ok ? timeout.value : 10,
    checksModel: values['check-against-model'] === true,
    runs: runs.ok ? Math.floor(runs.value) : 1,
    format: exportFormat,
    output: values.output,
    maxStates: maxStates.ok && maxStates.value > 0 ? Math.floor(maxStates.value) : undefined,
    maxSeconds: maxSeconds.ok ? maxSeconds.value : 60,
    workers: workers.ok && workers.value > 0 ? Math.floor(workers.value) : undefined,
    reduction: values['no-reduction'] !== true,
    failsOnRace: values['fail-on-race'] === true,
    keep: values.keep,
  })
}
