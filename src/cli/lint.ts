import {
  analyseSharing,
  type AcquisitionSite,
  type Guard,
  type SharedPlace,
  type SharingReport,
} from '../engine/analysis'
import { parse } from '../engine/language'
import { text, type Locale } from '../locale'

/** What is said of an accepted program that is not run; undefined for another. */
export function lint(source: string): SharingReport | undefined {
  const reading = parse(source)
  return reading.kind === 'refused' ? undefined : analyseSharing(reading.module, source)
}

/**
 * The answer of `lint --json`; `docs/lint.md` describes it. Threads and locks are named; where names stand for several
 * locks `isOne` is false.
 */
export function lintJson(report: SharingReport): object {
  const { threads, locks, places, order } = report
  const thread = (i: number): string => threads[i]?.name ?? ''
  const lock = (i: number): string => locks[i]?.name ?? ''
  return {
    diagnostics: [],
    locks: acquisitionsOf(report).map((site) => ({
      lock: site.lock,
      line: site.line,
      function: site.function,
      isUntimed: site.isUntimed,
      isReached: site.isReached,
      objects: site.locks.map(lock),
    })),
    threads,
    lockObjects: locks.map(({ name, kind, line, isOne }) => ({ name, kind, line, isOne })),
    shared: places.map(({ name, kind, accesses, guards, conflicts }) => ({
      name,
      kind,
      accesses: accesses.map((access) => ({ ...access, threads: access.threads.map(thread) })),
      guards: guards.map((guard) => ({ ...guard, lock: lock(guard.lock) })),
      conflicts,
    })),
    lockOrder: order.edges.flatMap(({ held, wanted, sites: all }) =>
      all.map((site) => ({
        held: lock(held),
        heldLine: site.heldLine,
        acquired: lock(wanted),
        line: site.wantedLine,
        threads: site.threads.map(thread),
        isUntimed: site.isUntimed,
      })),
    ),
    circularWait: { verdict: order.verdict, cycle: order.cycle.map(lock) },
  }
}

/** The same in words, a line each. */
export function lintLines(report: SharingReport, locale: Locale): readonly string[] {
  const { threads, locks, places, order } = report
  const say = (key: string, params: Params = {}): string =>
    text(locale, `commandLine.lint.${key}`, params)
  const edges = order.edges.flatMap(({ held, wanted, sites: all }) =>
    all.map(({ heldLine, wantedLine }) => {
      const names = { held: locks[held]?.name ?? '', acquired: locks[wanted]?.name ?? '' }
      return say('edge', { ...names, heldLine, line: wantedLine })
    }),
  )
  const started = threads.flatMap(({ name, line, isMany }) =>
    line === undefined ? [] : [say(isMany ? 'threads' : 'thread', { name, line })],
  )
  const sites = acquisitionsOf(report)
  const shared = places.flatMap((place) => placeLines(place, report, say))
  const cycle = [...order.cycle, ...order.cycle.slice(0, 1)].map((i) => locks[i]?.name ?? '')
  return [
    ...started,
    ...(shared.length === 0 ? [say('nothingShared')] : shared),
    ...(sites.length === 0 ? [say('noLocks')] : []),
    ...sites.map(({ line, lock }) => say('site', { line, lock })),
    ...edges,
    ...(edges.length === 0 ? [] : [say(`circular.${order.verdict}`, { cycle: cycle.join(' → ') })]),
  ]
}

/** Every place that acquires a lock anew, also in code that nothing calls. */
function acquisitionsOf({ waits }: SharingReport): readonly AcquisitionSite[] {
  return waits.sites.filter(({ kind }) => kind === 'acquire')
}

type Params = NonNullable<Parameters<typeof text>[2]>
type Say = (key: string, params?: Params) => string

function placeLines(place: SharedPlace, { locks }: SharingReport, say: Say): readonly string[] {
  const linesOf = (isWrite: boolean): string =>
    listOf(place.accesses.filter((access) => access.isWrite === isWrite).map(({ line }) => line))
  const hasReads = place.accesses.some(({ isWrite }) => !isWrite)
  const { name } = place
  const head = hasReads
    ? say('shared', { name, reads: linesOf(false), writes: linesOf(true) })
    : say('written', { name, writes: linesOf(true) })
  const pairs = place.conflicts.map(([a, b]) => `${a}–${b}`).join(', ')
  return [
    head,
    ...place.guards.map((guard) => `  ${guardLine(guard, locks[guard.lock]?.name ?? '', say)}`),
    ...(place.guards.length === 0 ? [`  ${say('unguarded')}`] : []),
    ...(pairs === '' ? [] : [`  ${say('conflicts', { pairs })}`]),
  ]
}

function guardLine(
  { status, isOwn, held, possible, missing }: Guard,
  lock: string,
  say: Say,
): string {
  const somewhere = [...held, ...possible].sort((a, b) => a - b)
  const params = {
    lock,
    missing: listOf(missing),
    held: listOf(somewhere),
    possible: listOf(possible),
  }
  if (status === 'always') return say(isOwn ? 'guard.alwaysOwn' : 'guard.always', params)
  if (status === 'undecided') return say('guard.undecided', params)
  return say(somewhere.length === 0 ? 'guard.partly' : 'guard.sometimes', params)
}

function listOf(lines: readonly number[]): string {
  return [...new Set(lines)].join(', ')
}
