import type { Timeline } from '../../engine/analysis'
import { toEvent, type TimeScale } from './scale'

/** One interval of the timeline, as an index into its columns. */
export interface Hit {
  readonly lane: number
  readonly interval: number
  /** The whole event under the pointer. */
  readonly event: number
}

/**
 * What lies under a point of the lanes (CSS pixels from their top left corner), or undefined outside the run.
 * Logarithmic in the number of intervals.
 */
export function hitTest(
  timeline: Timeline,
  scale: TimeScale,
  laneHeightPx: number,
  point: { readonly xPx: number; readonly yPx: number },
): Hit | undefined {
  const lane = Math.floor(point.yPx / laneHeightPx)
  const event = Math.floor(toEvent(scale, point.xPx))
  if (lane < 0 || lane >= timeline.lanes.length || event < 0 || event >= timeline.length)
    return undefined
  const interval = intervalAt(timeline, lane, event)
  return interval === undefined ? undefined : { lane, interval, event }
}

/** Index of the interval of `lane` that holds `event`; undefined for an empty lane. */
export function intervalAt(timeline: Timeline, lane: number, event: number): number | undefined {
  let low = timeline.laneStart[lane] ?? 0
  let high = timeline.laneStart[lane + 1] ?? 0
  const last = high
  while (low < high) {
    const middle = (low + high) >> 1
    if ((timeline.end[middle] as number) <= event) low = middle + 1
    else high = middle
  }
  return low < last ? low : undefined
}
