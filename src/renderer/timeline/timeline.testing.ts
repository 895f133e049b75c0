import fc from 'fast-check'
import { INTERVAL, type Lane, type Timeline } from '../../engine/analysis'
import { NO_INDEX } from '../../engine/trace'

/** A timeline from words: one lane a string of `state*length` items, e.g. `running*3 blocked*1`. */
export function timelineOf(...rows: readonly string[]): Timeline {
  return fromLanes(
    rows.map((row) =>
      row.split(/\s+/).map((item) => {
        const [name, length] = item.split('*')
        return { state: INTERVAL[name as keyof typeof INTERVAL], length: Number(length) }
      }),
    ),
  )
}

interface Piece {
  readonly state: number
  readonly length: number
}

export function fromLanes(lanes: readonly (readonly Piece[])[]): Timeline {
  const start: number[] = []
  const end: number[] = []
  const state: number[] = []
  const laneStart = [0]
  let length = 0
  for (const pieces of lanes) {
    let at = 0
    for (const piece of pieces) {
      start.push(at)
      at += piece.length
      end.push(at)
      state.push(piece.state)
    }
    length = at
    laneStart.push(start.length)
  }
  return {
    lanes: lanes.map((_, thread): Lane => ({ kind: 'thread', thread, name: `Hilo-${thread}` })),
    laneStart: Uint32Array.from(laneStart),
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    state: Uint8Array.from(state),
    subject: new Uint32Array(start.length).fill(NO_INDEX),
    length,
  }
}

/** Timelines of one or two lanes of the same length. */
export const timelines: fc.Arbitrary<Timeline> = fc
  .array(
    fc.record({ state: fc.integer({ min: 0, max: 8 }), length: fc.integer({ min: 1, max: 40 }) }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((pieces) => fromLanes([pieces, [...pieces].reverse()]))

/** The most important state of a lane in [from, to), by looking at every event. */
export function worstOf(timeline: Timeline, lane: number, from: number, to: number): number {
  let worst = 0
  for (let i = timeline.laneStart[lane] ?? 0; i < (timeline.laneStart[lane + 1] ?? 0); i += 1) {
    const isInside = (timeline.start[i] ?? 0) < to && (timeline.end[i] ?? 0) > from
    if (isInside) worst = Math.max(worst, timeline.state[i] ?? 0)
  }
  return worst
}
