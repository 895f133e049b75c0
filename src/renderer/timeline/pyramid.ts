/**
 * Level of detail for a timeline of any length. Per lane and bin it holds the most important state that occurs in the
 * bin (INTERVAL codes rise with importance) and how much of the bin that state covers. A single blocked interval
 * therefore stays visible at every zoom, which averaging or sampling would lose. Bins are a power of two of events
 * wide, so that a bin of one level is exactly two of the level below.
 */
import type { Timeline } from '../../engine/analysis'

/** Bins of the finest level at most; enough that a window below it holds few enough intervals to draw one by one. */
const MOST_BINS = 2 ** 17
/** A lane is filled in slices of this many intervals (a power of two) less one: well below a millisecond each. */
const SLICE_MASK = 2 ** 13 - 1
/** Coarser levels than this many bins are of no use on any screen. */
const FEWEST_BINS = 256

export interface Level {
  /** Events per bin, a power of two. */
  readonly width: number
  /** Bins per lane. */
  readonly bins: number
  /** Most important state of bin `lane * bins + bin`. */
  readonly state: Uint8Array
  /** Share of the bin that state covers, 1…255. */
  readonly coverage: Uint8Array
}

export interface Pyramid {
  /** Finest first. */
  readonly levels: readonly Level[]
  readonly lanes: number
}

/** Builds all levels in one go: about 50 ms per million intervals. */
export function buildPyramid(timeline: Timeline): Pyramid {
  const steps = buildPyramidInSteps(timeline)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** The same, giving way every few thousand intervals: the caller decides when to go on, so that the window stays responsive. */
export function* buildPyramidInSteps(timeline: Timeline): Generator<undefined, Pyramid> {
  const finest = emptyLevel(timeline)
  for (let lane = 0; lane < timeline.lanes.length; lane += 1) {
    yield* fillLane(timeline, finest, lane)
  }
  const levels = [finest]
  let last = finest
  while (last.bins > FEWEST_BINS) {
    last = halved(last, timeline.lanes.length)
    levels.push(last)
    yield undefined
  }
  return { levels, lanes: timeline.lanes.length }
}

/** The coarsest level whose bins are no wider than `events`; undefined when the intervals themselves are to be read. */
export function levelFor(pyramid: Pyramid, events: number): Level | undefined {
  return pyramid.levels.findLast((level) => level.width <= events)
}

function emptyLevel(timeline: Timeline): Level {
  const length = Math.max(1, timeline.length)
  const width = 2 ** Math.max(0, Math.ceil(Math.log2(length / MOST_BINS)))
  const bins = Math.ceil(length / width)
  const size = bins * timeline.lanes.length
  return { width, bins, state: new Uint8Array(size), coverage: new Uint8Array(size) }
}

function* fillLane(timeline: Timeline, level: Level, lane: number): Generator<undefined, void> {
  const { start, end, state, laneStart } = timeline
  const covered = new Float64Array(level.bins)
  const row = level.state.subarray(lane * level.bins, (lane + 1) * level.bins)
  const last = laneStart[lane + 1] ?? 0
  for (let i = laneStart[lane] ?? 0; i < last; i += 1) {
    if ((i & SLICE_MASK) === 0) yield undefined
    const from = start[i] as number
    const to = end[i] as number
    const code = state[i] as number
    const end_ = Math.ceil(to / level.width)
    for (let bin = Math.floor(from / level.width); bin < end_; bin += 1) {
      const share = Math.min(to, (bin + 1) * level.width) - Math.max(from, bin * level.width)
      const known = row[bin] as number
      if (code > known) {
        row[bin] = code
        covered[bin] = share
      } else if (code === known) covered[bin] = (covered[bin] as number) + share
    }
  }
  const coverage = level.coverage.subarray(lane * level.bins, (lane + 1) * level.bins)
  for (let bin = 0; bin < level.bins; bin += 1) {
    coverage[bin] = asByte((covered[bin] as number) / level.width)
  }
  yield undefined
}

function halved(level: Level, lanes: number): Level {
  const bins = Math.ceil(level.bins / 2)
  const state = new Uint8Array(bins * lanes)
  const coverage = new Uint8Array(bins * lanes)
  for (let lane = 0; lane < lanes; lane += 1) {
    for (let bin = 0; bin < bins; bin += 1) {
      const left = lane * level.bins + bin * 2
      const hasRight = bin * 2 + 1 < level.bins
      const a = level.state[left] as number
      const b = hasRight ? (level.state[left + 1] as number) : 0
      const coverA = a >= b ? (level.coverage[left] as number) : 0
      const coverB = hasRight && b >= a ? (level.coverage[left + 1] as number) : 0
      state[lane * bins + bin] = Math.max(a, b)
      coverage[lane * bins + bin] = Math.max(1, (coverA + coverB) >> 1)
    }
  }
  return { width: level.width * 2, bins, state, coverage }
}

function asByte(share: number): number {
  return Math.max(1, Math.min(255, Math.round(share * 255)))
}
