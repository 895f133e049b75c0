/**
 * What the canvas shows, as data: the accessible table, ARIA texts and tests read this, never pixels. Names of states
 * are keys of the locale files; texts are made by the components.
 */
import { INTERVAL, type Lane, type Timeline } from '../../engine/analysis'
import { NO_INDEX, type Trace } from '../../engine/trace'
import { intervalAt } from './hitTest'
import { lookOf } from './palette'

export interface SceneRow {
  /** Index into the timeline's columns. */
  readonly interval: number
  readonly lane: Lane
  readonly state: keyof typeof INTERVAL
  /** First and last event, 0-based, both inclusive. */
  readonly first: number
  readonly last: number
  /** Name of the lock waited for, the thread joined, or the owner. */
  readonly about: string | undefined
  /** True when the cursor stands in it. */
  readonly isCurrent: boolean
}

export function sceneRow(
  timeline: Timeline,
  trace: Trace,
  lane: number,
  interval: number,
): SceneRow | undefined {
  const shown = timeline.lanes[lane]
  if (shown === undefined) return undefined
  const state = timeline.state[interval] ?? INTERVAL.notStarted
  const subject = timeline.subject[interval] ?? NO_INDEX
  return {
    interval,
    lane: shown,
    state: lookOf(state).name,
    first: timeline.start[interval] ?? 0,
    last: (timeline.end[interval] ?? 1) - 1,
    about: subject === NO_INDEX ? undefined : subjectName(trace, shown, state, subject),
    isCurrent: false,
  }
}

function subjectName(trace: Trace, lane: Lane, state: number, subject: number): string | undefined {
  if (lane.kind === 'lock') return trace.threads[subject]?.name
  // A joining thread waits for a thread; in a deadlock either is possible, and a lock's place is the common case.
  if (state === INTERVAL.joining) return trace.threads[subject]?.name
  const place = trace.places[subject]
  return place?.kind === 'lock' ? place.name : trace.threads[subject]?.name
}

/**
 * At most `limit` rows around an event, lane by lane, the same number from each lane where there are more; and how many
 * intervals there are in all.
 */
export function sceneRows(
  timeline: Timeline,
  trace: Trace,
  at: number,
  limit: number,
): { readonly rows: readonly SceneRow[]; readonly total: number } {
  const rows: SceneRow[] = []
  const perLane = Math.max(1, Math.floor(limit / Math.max(1, timeline.lanes.length)))
  for (let lane = 0; lane < timeline.lanes.length && rows.length < limit; lane += 1) {
    const start = timeline.laneStart[lane] ?? 0
    const end = timeline.laneStart[lane + 1] ?? start
    const current = intervalAt(timeline, lane, Math.max(0, at))
    const isAll = timeline.start.length <= limit
    const middle = current ?? start
    const first = isAll ? start : Math.max(start, Math.min(middle - (perLane >> 1), end - perLane))
    const last = isAll ? end : Math.min(end, first + perLane)
    for (let i = first; i < last; i += 1) {
      const row = sceneRow(timeline, trace, lane, i)
      if (row !== undefined) rows.push({ ...row, isCurrent: i === current && at >= 0 })
    }
  }
  return { rows, total: timeline.start.length }
}
