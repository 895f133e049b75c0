import type { Timeline } from '../../engine/analysis'
import { intervalAt } from './hitTest'
import { levelFor, type Pyramid } from './pyramid'
import type { TimeScale } from './scale'

/** One lane reduced to pixel columns. */
export interface Columns {
  /** Most important state of each column. */
  readonly state: Uint8Array
  /** Share of the column it covers, 1…255. */
  readonly coverage: Uint8Array
}

export function createColumns(width: number): Columns {
  return { state: new Uint8Array(width), coverage: new Uint8Array(width) }
}

/**
 * Fills `columns` with the window `scale` of one lane; as many columns as the arrays are long. A column never shows
 * less than the most important state that occurs in its events. Costs O(columns) where a level fits, else
 * O(columns + intervals in the window), and a window below the finest level holds few of them.
 */
export function fillColumns(
  source: { readonly timeline: Timeline; readonly pyramid: Pyramid },
  lane: number,
  scale: TimeScale,
  columns: Columns,
): void {
  const width = columns.state.length
  const perColumn = (scale.to - scale.from) / width
  const level = levelFor(source.pyramid, perColumn)
  columns.state.fill(0)
  columns.coverage.fill(0)
  if (level === undefined) {
    fillFromIntervals(source.timeline, lane, scale, columns)
    return
  }
  const row = lane * level.bins
  for (let x = 0; x < width; x += 1) {
    const first = Math.floor((scale.from + x * perColumn) / level.width)
    const end = Math.min(
      level.bins,
      Math.max(first + 1, Math.ceil((scale.from + (x + 1) * perColumn) / level.width)),
    )
    let best = 0
    let covered = 0
    for (let bin = first; bin < end; bin += 1) {
      const state = level.state[row + bin] as number
      if (state > best) {
        best = state
        covered = 0
      }
      if (state === best) covered += level.coverage[row + bin] as number
    }
    columns.state[x] = best
    columns.coverage[x] = Math.max(1, Math.min(255, covered / Math.max(1, end - first)))
  }
}

function fillFromIntervals(
  timeline: Timeline,
  lane: number,
  scale: TimeScale,
  columns: Columns,
): void {
  const { start, end, state, laneStart } = timeline
  const width = columns.state.length
  const perEvent = width / (scale.to - scale.from)
  const last = laneStart[lane + 1] ?? 0
  const first = intervalAt(timeline, lane, Math.max(0, Math.floor(scale.from)))
  for (let i = first ?? last; i < last && (start[i] as number) < scale.to; i += 1) {
    const from = Math.max(0, Math.floor(((start[i] as number) - scale.from) * perEvent))
    const to = Math.min(
      width,
      Math.max(from + 1, Math.ceil(((end[i] as number) - scale.from) * perEvent)),
    )
    const code = state[i] as number
    for (let x = from; x < to; x += 1) {
      if (code < (columns.state[x] as number)) continue
      columns.state[x] = code
      columns.coverage[x] = 255
    }
  }
}
