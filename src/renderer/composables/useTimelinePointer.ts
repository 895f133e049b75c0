import { ref, type Ref } from 'vue'
import { useCursor, useLenses } from '../stores'
import { hitTest, toEvent } from '../timeline'
import { useIntervalText } from './useIntervalText'
import type { TimelineView } from './useTimeline'

/** A pointer that moved less than this is a click. */
const CLICK_PX = 4
/** Around the cursor line, a drag takes the cursor along instead of the window. */
const GRAB_PX = 8

interface Point {
  readonly xPx: number
  readonly yPx: number
}

/** What lies under the pointer, as a sentence and a place beside the pointer. */
export interface Hover {
  readonly text: string
  readonly style: Readonly<Record<string, string>>
}

/** Pointer and wheel on the lanes: a click sets the cursor, a drag pans or takes the cursor, the wheel zooms. */
export function useTimelinePointer(
  view: TimelineView,
  lanes: Readonly<Ref<HTMLElement | null>>,
  laneHeightPx: number,
) {
  const cursor = useCursor()
  const hoverAt = useHover(view, laneHeightPx)
  const hover = ref<Hover>()
  let drag: { startX: number; lastX: number; hasMoved: boolean; isCursor: boolean } | undefined

  function pointOf(event: MouseEvent): Point {
    const box = lanes.value?.getBoundingClientRect()
    return { xPx: event.clientX - (box?.left ?? 0), yPx: event.clientY - (box?.top ?? 0) }
  }

  function seek(xPx: number): void {
    cursor.move(Math.floor(toEvent(view.scale.value, xPx)))
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0) return
    const { xPx } = pointOf(event)
    const isCursor = Math.abs(xPx - view.cursorPx.value) <= GRAB_PX
    drag = { startX: xPx, lastX: xPx, hasMoved: false, isCursor }
    lanes.value?.setPointerCapture(event.pointerId)
    hover.value = undefined
  }

  function move(event: PointerEvent): void {
    const point = pointOf(event)
    if (drag === undefined) {
      hover.value = hoverAt(point)
      return
    }
    if (Math.abs(point.xPx - drag.startX) >= CLICK_PX) drag.hasMoved = true
    if (drag.hasMoved && drag.isCursor) seek(point.xPx)
    else if (drag.hasMoved) view.pan(drag.lastX - point.xPx)
    drag.lastX = point.xPx
  }

  function up(event: PointerEvent): void {
    if (drag !== undefined && !drag.hasMoved) seek(pointOf(event).xPx)
    drag = undefined
  }

  function leave(): void {
    hover.value = undefined
  }

  function wheel(event: WheelEvent): void {
    hover.value = undefined
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) view.pan(event.deltaX)
    else view.zoom(Math.exp(-event.deltaY / 400), pointOf(event).xPx)
  }

  return { hover, down, move, up, leave, wheel }
}

function useHover(view: TimelineView, laneHeightPx: number): (point: Point) => Hover | undefined {
  const lenses = useLenses()
  const { rowOf, rowText } = useIntervalText()
  return (point) => {
    const { timeline } = lenses
    const hit = timeline && hitTest(timeline, view.scale.value, laneHeightPx, point)
    const row = hit && rowOf(hit.lane, hit.interval)
    if (hit === undefined || row === undefined) return undefined
    const { widthPx } = view.scale.value
    const isRight = point.xPx > widthPx / 2
    return {
      text: rowText(row),
      style: {
        top: `${hit.lane * laneHeightPx + (hit.lane === 0 ? laneHeightPx : -4)}px`,
        ...(isRight ? { right: `${widthPx - point.xPx + 12}px` } : { left: `${point.xPx + 12}px` }),
      },
    }
  }
}
