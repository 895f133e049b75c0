import {
  analyseCoffman,
  analyseSharing,
  createHistory,
  racesOf,
  type CoffmanReport,
  type RaceAccess,
} from '../engine/analysis'
import { parse } from '../engine/language'
import type { Conformance } from '../engine/schedule'
import type { Trace } from '../engine/trace'
import type { Outcome } from '../contract'
import { text, type Locale } from '../locale'

/** One run, as `--json` prints it and as the summary tells it. */
export interface RunReport {
  readonly outcome: Outcome
  readonly output: string
  readonly trace: Trace
  readonly events: number
  readonly seconds: number
  readonly seed: number | undefined
  readonly detectedAfterMs: number | undefined
  readonly rows: readonly unknown[] | undefined
  /** Of a live run that was compared with the model. */
  readonly conformance: Conformance | undefined
}

export const EXIT = { finished: 0, violation: 1, refused: 2, inconclusive: 3 } as const

/** The exit code of several runs: a violation outweighs a run that proves nothing. */
export function exitCode(outcomes: readonly Outcome[]): number {
  const codes = outcomes.map((outcome) => {
    switch (outcome.kind) {
      case 'finished':
        return EXIT.finished
      case 'deadlock':
      case 'stuck':
      case 'assertion':
      case 'exception':
        return EXIT.violation
      case 'timeout':
      case 'stopped':
      case 'limit':
        return EXIT.inconclusive
    }
  })
  if (codes.includes(EXIT.violation)) return EXIT.violation
  return Math.max(0, ...codes)
}

/** One sentence about the outcome; its parameters are words, never code. */
export function outcomeText(outcome: Outcome, locale: Locale): string {
  const key = `commandLine.outcome.${outcome.kind}`
  switch (outcome.kind) {
    case 'finished':
    case 'stopped':
      return text(locale, key)
    case 'deadlock':
      return text(locale, key, { cycle: waits(outcome.cycle, locale) })
    case 'stuck':
      return text(locale, key, { waiting: waits(outcome.waiting, locale) })
    case 'assertion':
    case 'exception': {
      const { thread, message, location } = outcome
      return text(locale, key, { thread, message, line: location.line, column: location.column })
    }
    case 'timeout':
      return text(locale, key, {
        seconds: outcome.seconds,
        positions: (outcome.at ?? [])
          .map(({ thread, location }) =>
            text(locale, 'commandLine.position', { thread, ...location }),
          )
          .join('; '),
      })
    case 'limit':
      return `${outcome.code}: ${text(locale, `commandLine.limit.${outcome.code}`, {
        limit: outcome.limit,
        name: outcome.name ?? '',
        line: outcome.location?.line ?? 1,
        column: outcome.location?.column ?? 1,
      })}`
  }
}

function waits(
  cycle: readonly { thread: string; holds: readonly string[]; waitsFor: string }[],
  locale: Locale,
): string {
  return cycle
    .map(({ thread, holds, waitsFor }) =>
      holds.length === 0
        ? text(locale, 'commandLine.waits', { thread, waitsFor })
        : text(locale, 'commandLine.holdsAndWaits', { thread, holds: holds.join(', '), waitsFor }),
    )
    .join('; ')
}

/** The object of one run in `--json`. */
export function runJson(report: RunReport, source: string, locale: Locale): object {
  const { outcome, output, events, seconds, seed, detectedAfterMs, rows } = report
  return {
    outcome: outcome.kind,
    ...(seed === undefined ? {} : { seed }),
    ...(outcome.kind === 'deadlock' ? { cycle: outcome.cycle } : {}),
    ...(outcome.kind === 'stuck' ? { waiting: outcome.waiting } : {}),
    ...(detectedAfterMs === undefined ? {} : { detectedAfterMs }),
    ...messageJson(outcome, locale),
    output,
    events,
    seconds,
    ...(rows === undefined ? {} : { rows }),
    races: racesJson(report.trace),
    coffman: coffmanJson(report.trace, source),
  }
}

/** Unordered conflicting accesses of this run; that there are none says nothing of other runs. */
function racesJson(trace: Trace): readonly object[] {
  const side = ({ event, thread, line, isWrite, holds }: RaceAccess): object => ({
    thread: trace.threads[thread]?.name,
    line,
    access: isWrite ? 'write' : 'read',
    holds: holds.map((lock) => trace.places[lock]?.name),
    event,
  })
  return racesOf(trace).map(({ place, first, second }) => ({
    variable: trace.places[place]?.name,
    first: side(first),
    second: side(second),
  }))
}

function messageJson(outcome: Outcome, locale: Locale): object {
  switch (outcome.kind) {
    case 'assertion':
    case 'exception':
      return { thread: outcome.thread, message: outcome.message, location: outcome.location }
    case 'timeout':
      return {
        message: outcomeText(outcome, locale),
        location: outcome.at?.[0]?.location,
        threads: outcome.at,
      }
    case 'limit':
      return {
        code: outcome.code,
        message: outcomeText(outcome, locale),
        ...(outcome.location === undefined ? {} : { location: outcome.location }),
      }
    default:
      return outcome.kind === 'finished' ? {} : { message: outcomeText(outcome, locale) }
  }
}

/** The four conditions at the end of the run. */
function coffmanJson(trace: Trace, source: string): object {
  const reading = parse(source)
  const sharing = reading.kind === 'accepted' ? analyseSharing(reading.module, source) : undefined
  const history = createHistory(trace)
  const report = analyseCoffman({
    trace,
    history,
    event: trace.length - 1,
    source: sharing?.waits,
  })
  return Object.fromEntries(
    report.conditions.map(({ condition, static: fixed, dynamic }) => [
      condition,
      {
        status: statusOf(report, condition, fixed.isPossible, dynamic.holds),
        evidence: [
          ...fixed.evidence.map(({ line, lock, heldLock }) => ({ line, lock, heldLock })),
          ...dynamic.evidence.map(({ thread, lock, since, line }) => ({
            event: since,
            thread: trace.threads[thread]?.name,
            lock: trace.places[lock]?.name,
            line,
          })),
        ],
      },
    ]),
  )
}

function statusOf(
  report: CoffmanReport,
  condition: CoffmanReport['conditions'][number]['condition'],
  isPossible: boolean,
  holds: boolean,
): string {
  if (holds) return 'observed'
  if (report.broken?.condition === condition) return 'broken'
  return isPossible ? 'possible' : 'absent'
}
