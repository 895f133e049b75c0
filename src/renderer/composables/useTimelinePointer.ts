import { ref, type Ref } from 'vue'
import { useCursor, useLenses } from '../stores'
import { hitTest, toEvent } from '../timeline'
import { useIntervalText } from './useIntervalText'
import type { TimelineView } from './useTimeline'

/** A pointer that moved less than this is a click. */
const CLICK_PX = 4
/** Around the cursor line, a drag takes the cursor along instead of the window. */
const GRAB_PX = 8

/** Pointer and wheel on the lanes: a click sets the cursor, a drag pans or takes the cursor, the wheel zooms. */
export function useTimelinePointer(
  view: TimelineView,
  lanes: Readonly<Ref<HTMLElement | null>>,
  laneHeightPx: number,
) {
  const lenses = useLenses()
  const cursor = useCursor()
  const { rowOf, rowText } = useIntervalText()
  const hover = ref<{ readonly text: string; readonly style: Readonly<Record<string, string>> }>()
  let drag:
    { startX: number; lastX: number; hasMoved: boolean; readonly isCursor: boolean } | undefined

  function pointOf(event: MouseEvent): { readonly xPx: number; readonly yPx: number } {
    const box = lanes.value?.getBoundingClientRect()
    return { xPx: event.clientX - (box?.left ?? 0), yPx: event.clientY - (box?.top ?? 0) }
  }

  function seek(xPx: number): void {
    cursor.move(Math.floor(toEvent(view.scale.value, xPx)))
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0) return
    const { xPx } = pointOf(event)
    drag = {
      startX: xPx,
      lastX: xPx,
      hasMoved: false,
      isCursor: Math.abs(xPx - view.cursorPx.value) <= GRAB_PX,
    }
    lanes.value?.setPointerCapture(event.pointerId)
    hover.value = undefined
  }

  function move(event: PointerEvent): void {
    const point = pointOf(event)
    if (drag === undefined) {
      describe(point)
      return
    }
    if (Math.abs(point.xPx - drag.startX) >= CLICK_PX) drag.hasMoved = true
    if (drag.hasMoved && drag.isCursor) seek(point.xPx)
    else if (drag.hasMoved) view.pan(drag.lastX - point.xPx)
    drag.lastX = point.xPx
  }

  /** Tells what lies under the pointer. */
  function describe({ xPx, yPx }: { readonly xPx: number; readonly yPx: number }): void {
    const { timeline } = lenses
    const hit = timeline && hitTest(timeline, view.scale.value, laneHeightPx, { xPx, yPx })
    const row = hit && rowOf(hit.lane, hit.interval)
    if (hit === undefined || row === undefined) {
      hover.value = undefined
      return
    }
    const isRight = xPx > view.scale.value.widthPx / 2
    hover.value = {
      text: rowText(row),
      style: {
        top: `${hit.lane * laneHeightPx + (hit.lane === 0 ? laneHeightPx : -4)}px`,
        ...(isRight
          ? { right: `${view.scale.value.widthPx - xPx + 12}px` }
          : { left: `${xPx + 12}px` }),
      },
    }
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
