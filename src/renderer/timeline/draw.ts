import { INTERVAL, type Timeline } from '../../engine/analysis'
import { createColumns, fillColumns } from './columns'
import { intervalAt } from './hitTest'
import type { Paint, Palette } from './palette'
import type { Pyramid } from './pyramid'
import { pxPerEvent, toPx, type TimeScale } from './scale'
import { colourBytes, textureFill } from './texture'

/** From this many pixels per event on, intervals are drawn one by one, with texture and text. */
const DETAIL_PX = 3
const BAR_INSET_PX = 4
const TEXT_PX = 12

/** Everything a frame needs; drawing reads nothing else. */
export interface Scene {
  readonly timeline: Timeline
  readonly pyramid: Pyramid
  readonly scale: TimeScale
  readonly laneHeightPx: number
  readonly palette: Palette
  /** Device pixels per CSS pixel. */
  readonly ratio: number
  /** Long and short text of an interval, tried in this order. */
  readonly labels: (lane: number, interval: number) => readonly string[]
}

/** Draws the lanes of a scene over the whole canvas; bitmap size is `widthPx × lanes · laneHeightPx` times the ratio. */
export function drawLanes(canvas: HTMLCanvasElement, scene: Scene): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = scene.palette.lane
  context.fillRect(0, 0, canvas.width, canvas.height)
  if (pxPerEvent(scene.scale) >= DETAIL_PX) drawDetail(context, scene)
  else drawOverview(context, scene)
  context.setTransform(scene.ratio, 0, 0, scene.ratio, 0, 0)
  context.fillStyle = scene.palette.separator
  for (let lane = 0; lane <= scene.timeline.lanes.length; lane += 1) {
    context.fillRect(
      0,
      lane * scene.laneHeightPx - BAR_INSET_PX / 2,
      scene.scale.widthPx,
      BAR_INSET_PX,
    )
  }
}

/** One row of pixels per lane in an image, stretched by a single drawImage: independent of the number of events. */
function drawOverview(context: CanvasRenderingContext2D, scene: Scene): void {
  const width = Math.max(1, Math.round(scene.scale.widthPx * scene.ratio))
  const { lanes } = scene.timeline
  const rows = new Uint32Array(width * lanes.length)
  const columns = createColumns(width)
  for (let lane = 0; lane < lanes.length; lane += 1) {
    fillColumns(scene, lane, scene.scale, columns)
    paintRow(rows.subarray(lane * width, (lane + 1) * width), columns, scene.palette)
  }
  const image = rowImage(rows, width, lanes.length)
  context.imageSmoothingEnabled = false
  context.drawImage(image, 0, 0, width, Math.round(lanes.length * scene.laneHeightPx * scene.ratio))
}

function drawDetail(context: CanvasRenderingContext2D, scene: Scene): void {
  const { timeline, scale, laneHeightPx } = scene
  context.setTransform(scene.ratio, 0, 0, scene.ratio, 0, 0)
  context.font = `500 ${TEXT_PX}px ${scene.palette.font}`
  context.textBaseline = 'middle'
  for (let lane = 0; lane < timeline.lanes.length; lane += 1) {
    const last = timeline.laneStart[lane + 1] ?? 0
    const first = intervalAt(timeline, lane, Math.max(0, Math.floor(scale.from))) ?? last
    for (let i = first; i < last && (timeline.start[i] as number) < scale.to; i += 1) {
      const paint = scene.palette.states[timeline.state[i] as number]
      if (paint === undefined) continue
      const x = toPx(scale, timeline.start[i] as number)
      const box = {
        x,
        y: lane * laneHeightPx + BAR_INSET_PX,
        width: toPx(scale, timeline.end[i] as number) - x,
        height: laneHeightPx - 2 * BAR_INSET_PX,
      }
      drawBar(context, box, paint)
      if (paint.texture !== 'thin')
        drawLabel(context, clipped(box, scale.widthPx), paint, scene.labels(lane, i))
    }
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function drawBar(context: CanvasRenderingContext2D, box: Box, paint: Paint): void {
  if (paint.texture === 'thin') {
    context.fillStyle = paint.fill
    context.fillRect(box.x, box.y + box.height / 2 - 1, box.width, 2)
    return
  }
  const gap = box.width > 6 ? 1 : 0
  context.beginPath()
  context.roundRect(box.x, box.y, box.width - gap, box.height, Math.min(3, box.width / 2))
  context.fillStyle = paint.fill
  context.fill()
  const texture = textureFill(context, paint)
  if (texture !== undefined) {
    context.fillStyle = texture
    context.fill()
  }
  if (paint.texture === 'underlined') {
    context.fillStyle = paint.ink
    context.globalAlpha = 0.55
    context.fillRect(box.x, box.y + box.height - 3, box.width - gap, 2)
    context.globalAlpha = 1
  }
}

/** The first label that fits, on a plate of the fill where a texture would make it hard to read. */
function drawLabel(
  context: CanvasRenderingContext2D,
  box: Box,
  paint: Paint,
  labels: readonly string[],
): void {
  if (box.width < 14) return
  for (const label of labels) {
    const width = context.measureText(label).width
    if (label === '' || width > box.width - 8) continue
    if (paint.texture === 'hatched' || paint.texture === 'crossed' || paint.texture === 'dotted') {
      context.fillStyle = paint.fill
      context.fillRect(box.x + 2, box.y, width + 6, box.height)
    }
    context.fillStyle = paint.ink
    context.fillText(label, box.x + 5, box.y + box.height / 2 + 0.5)
    return
  }
}

/** The visible part of a bar, so that its label stays in sight while the bar is scrolled. */
function clipped(box: Box, widthPx: number): Box {
  const x = Math.max(0, box.x)
  return { ...box, x, width: Math.min(widthPx, box.x + box.width) - x }
}

/** Draws the whole run in a strip: thread lanes only, several to a row where there are many; the worst state wins. */
export function drawMinimap(
  canvas: HTMLCanvasElement,
  scene: Omit<Scene, 'labels' | 'laneHeightPx'>,
): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const threads = scene.timeline.lanes.filter((lane) => lane.kind === 'thread').length
  const rowCount = Math.max(1, Math.min(threads, 8))
  const width = canvas.width
  const worst = Array.from({ length: rowCount }, () => createColumns(width))
  const columns = createColumns(width)
  for (let lane = 0; lane < threads; lane += 1) {
    const row = worst[Math.floor((lane * rowCount) / threads)]
    if (row === undefined) continue
    fillColumns(scene, lane, scene.scale, columns)
    for (let x = 0; x < width; x += 1) {
      if ((columns.state[x] as number) < (row.state[x] as number)) continue
      row.state[x] = columns.state[x] as number
      row.coverage[x] = columns.coverage[x] as number
    }
  }
  const pixels = new Uint32Array(width * rowCount)
  worst.forEach((row, y) =>
    paintRow(pixels.subarray(y * width, (y + 1) * width), row, scene.palette),
  )
  context.imageSmoothingEnabled = false
  context.fillStyle = scene.palette.lane
  context.fillRect(0, 0, width, canvas.height)
  context.drawImage(rowImage(pixels, width, rowCount), 0, 0, width, canvas.height)
}

/** Colours a row. States without a bar stay faint; from «blocked» on every column is opaque, however little it covers. */
function paintRow(
  row: Uint32Array,
  columns: { readonly state: Uint8Array; readonly coverage: Uint8Array },
  palette: Palette,
): void {
  const opaque = palette.states.map((paint) => colourBytes(paint.fill))
  for (let x = 0; x < row.length; x += 1) {
    const state = columns.state[x] as number
    const paint = palette.states[state]
    const isImportant = state >= INTERVAL.joining && state !== INTERVAL.free
    const share = (columns.coverage[x] as number) / 255
    const alpha = paint?.texture === 'thin' ? 0.22 : isImportant ? 1 : 0.6 + 0.4 * share
    row[x] = ((opaque[state] ?? 0) & 0xffffff) | (Math.round(alpha * 255) << 24)
  }
}

function rowImage(pixels: Uint32Array, width: number, height: number): OffscreenCanvas {
  const image = new OffscreenCanvas(width, height)
  const data = new ImageData(new Uint8ClampedArray(pixels.buffer as ArrayBuffer), width, height)
  // Kept in main memory, where the pixels come from: without a graphics card a frame is 30 times quicker.
  image.getContext('2d', { willReadFrequently: true })?.putImageData(data, 0, 0)
  return image
}
