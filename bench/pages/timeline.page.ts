/** Draws timelines with the window's own code and naively, in one page. Each frame ends when its pixels can be read. */
import { INTERVAL, type Lane, type Timeline } from '../../src/engine/analysis'
import {
  buildPyramid,
  centre,
  drawLanes,
  fitScale,
  panBy,
  readPalette,
  zoomAt,
  type Palette,
  type Pyramid,
  type TimeScale,
} from '../../src/renderer/timeline'
import type { TimelineAnswer, TimelineQuestion } from './timelineResult'

const LANES = 64
const LANE_PX = 12
const WIDTH_PX = 1600
const MOTION_FRAMES = 120
const STATES = [
  INTERVAL.running,
  INTERVAL.runnable,
  INTERVAL.holding,
  INTERVAL.blocked,
  INTERVAL.sleeping,
]

/** Lanes of intervals of 1 to 8 events; in the middle of the middle lane one event of deadlock. */
function timelineOf(intervals: number): Timeline {
  const perLane = Math.floor(intervals / LANES)
  const start = new Uint32Array(perLane * LANES)
  const end = new Uint32Array(start.length)
  const state = new Uint8Array(start.length)
  const length = Math.round(perLane * 4.5)
  let seed = 1
  const random = (): number => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff)
  for (let lane = 0; lane < LANES; lane++) {
    let at = 0
    for (let n = 0; n < perLane; n++) {
      const i = lane * perLane + n
      const left = perLane - n - 1
      start[i] = at
      at = left === 0 ? length : Math.min(length - left, at + 1 + ((random() >> 8) & 7))
      end[i] = at
      state[i] = STATES[(random() >> 8) % STATES.length] ?? 0
    }
  }
  const marked = (LANES / 2) * perLane + (perLane >> 1)
  end[marked] = (start[marked] ?? 0) + 1
  start[marked + 1] = end[marked]
  state[marked] = INTERVAL.deadlocked
  return {
    lanes: Array.from({ length: LANES }, (_, n): Lane => ({
      kind: 'thread',
      thread: n,
      name: `${n}`,
    })),
    laneStart: Uint32Array.from({ length: LANES + 1 }, (_, lane) => lane * perLane),
    start,
    end,
    state,
    subject: new Uint32Array(start.length),
    length,
  }
}

interface Stage {
  readonly canvas: HTMLCanvasElement
  readonly palette: Palette
  readonly timeline: Timeline
  readonly pyramid: Pyramid
}

function drawOurs({ canvas, palette, timeline, pyramid }: Stage, scale: TimeScale): void {
  drawLanes(canvas, {
    timeline,
    pyramid,
    scale,
    palette,
    laneHeightPx: LANE_PX,
    ratio: 1,
    labels: () => [],
  })
}

/** One rectangle for each interval of the window. */
function drawNaively({ canvas, palette, timeline }: Stage, scale: TimeScale): void {
  const context = contextOf(canvas)
  const { start, end, state, laneStart } = timeline
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = palette.lane
  context.fillRect(0, 0, canvas.width, canvas.height)
  const perEvent = scale.widthPx / (scale.to - scale.from)
  for (let lane = 0; lane < LANES; lane++) {
    for (let i = laneStart[lane] as number; i < (laneStart[lane + 1] as number); i++) {
      const from = start[i] as number
      const to = end[i] as number
      if (to <= scale.from || from >= scale.to) continue
      context.fillStyle = palette.states[state[i] as number]?.fill ?? ''
      context.fillRect((from - scale.from) * perEvent, lane * LANE_PX, (to - from) * perEvent, 8)
    }
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  return context
}

function timed(
  stage: Stage,
  draw: (stage: Stage, scale: TimeScale) => void,
  scale: TimeScale,
): number {
  const begin = performance.now()
  draw(stage, scale)
  // Drawing is only done when somebody looks.
  contextOf(stage.canvas).getImageData(0, 0, 1, 1)
  return performance.now() - begin
}

function windowOf(timeline: Timeline, share: number): TimeScale {
  const whole = fitScale(timeline.length, WIDTH_PX)
  const marked = markedEvent(timeline)
  return centre(zoomAt(whole, 0, 1 / share), marked)
}

function markedEvent({ start, state }: Timeline): number {
  return start[state.indexOf(INTERVAL.deadlocked)] as number
}

/** Whether any pixel of the marked lane has the colour of a deadlock. */
function isMarkVisible(stage: Stage): boolean {
  const fill = stage.palette.states[INTERVAL.deadlocked]?.fill ?? ''
  const colour = Number.parseInt(fill.slice(1), 16)
  const y = (LANES / 2) * LANE_PX + LANE_PX / 2
  const { data } = contextOf(stage.canvas).getImageData(0, y, WIDTH_PX, 1)
  for (let at = 0; at < data.length; at += 4) {
    const pixel = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0)
    if (pixel === colour) return true
  }
  return false
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}

/** The window wanders over the run and zooms in and out, one drawing for each frame of the screen. */
async function motion(stage: Stage): Promise<TimelineAnswer['motion']> {
  let scale = fitScale(stage.timeline.length, WIDTH_PX)
  const frame: number[] = []
  const draw: number[] = []
  let last = await nextFrame()
  for (let n = 0; n < MOTION_FRAMES; n++) {
    scale = panBy(zoomAt(scale, WIDTH_PX / 2, n % 60 < 30 ? 1.15 : 1 / 1.15), 20)
    const begin = performance.now()
    drawOurs(stage, scale)
    draw.push(performance.now() - begin)
    const now = await nextFrame()
    frame.push(now - last)
    last = now
  }
  return { frame, draw }
}

async function answer({ intervals, rounds, shares }: TimelineQuestion): Promise<TimelineAnswer> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH_PX
  canvas.height = LANES * LANE_PX
  document.body.replaceChildren(canvas)
  const timeline = timelineOf(intervals)
  const build: number[] = []
  let pyramid = buildPyramid(timeline)
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    pyramid = buildPyramid(timeline)
    build.push(performance.now() - begin)
  }
  const stage: Stage = { canvas, palette: readPalette(canvas), timeline, pyramid }
  const visibleAt: number[] = []
  const frames = shares.map((share) => {
    const scale = windowOf(timeline, share)
    const times = { ours: [] as number[], naive: [] as number[] }
    for (let round = -2; round < rounds; round++) {
      const naive = timed(stage, drawNaively, scale)
      const ours = timed(stage, drawOurs, scale)
      if (round < 0) continue
      times.ours.push(ours)
      times.naive.push(naive)
    }
    if (isMarkVisible(stage)) visibleAt.push(share)
    return times
  })
  return { build, frames, motion: await motion(stage), visibleAt }
}

Object.assign(globalThis, { timelineBench: answer })
