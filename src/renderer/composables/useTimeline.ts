import { computed, onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import { useCursor, useLenses } from '../stores'
import {
  buildPyramidInSteps,
  fitScale,
  panBy,
  resize,
  centre,
  reveal,
  toPx,
  zoomAt,
  type Pyramid,
  type TimeScale,
} from '../timeline'

/** Work on the pyramid before giving way to the screen. */
const SLICE_MS = 8

/** The window on the run: its scale follows the width and the cursor, its pyramid is built without blocking. */
export function useTimeline(widthPx: Readonly<Ref<number>>) {
  const lenses = useLenses()
  const cursor = useCursor()
  const scale = shallowRef<TimeScale>(fitScale(1, 1))
  const pyramid = shallowRef<Pyramid>()
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => lenses.timeline,
    (timeline) => {
      clearTimeout(timer)
      pyramid.value = undefined
      if (timeline === undefined) return
      scale.value = fitScale(timeline.length, Math.max(1, widthPx.value))
      const steps = buildPyramidInSteps(timeline)
      const work = (): void => {
        const until = performance.now() + SLICE_MS
        let step = steps.next()
        while (step.done !== true && performance.now() < until) step = steps.next()
        if (step.done === true) pyramid.value = step.value
        else timer = setTimeout(work, 0)
      }
      work()
    },
    { immediate: true },
  )
  watch(widthPx, (width) => (scale.value = resize(scale.value, width)), { immediate: true })
  watch(
    () => cursor.at,
    (at) => at >= 0 && (scale.value = reveal(scale.value, at)),
  )
  onBeforeUnmount(() => clearTimeout(timer))

  /** Where the cursor line stands: in the middle of its event; before the first event, at the left edge. */
  const cursorPx = computed(() => toPx(scale.value, cursor.at < 0 ? 0 : cursor.at + 0.5))

  return {
    scale,
    pyramid,
    cursorPx,
    zoom: (factor: number, px = cursorPx.value) => (scale.value = zoomAt(scale.value, px, factor)),
    pan: (px: number) => (scale.value = panBy(scale.value, px)),
    show: (event: number) => (scale.value = centre(scale.value, event)),
    fit: () => (scale.value = fitScale(scale.value.length, scale.value.widthPx)),
  }
}

/** What the window's shortcuts ask of the timeline. */
export interface TimelineControls {
  fit(): void
  toggleTable(): void
}

export type TimelineView = ReturnType<typeof useTimeline>
