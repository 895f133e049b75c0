import { useCursor } from '../stores'
import type { TimelineView } from './useTimeline'

const ZOOM = 1.6

/** The keys of the timeline: arrows by event, with Shift by event of the same thread, + and − zoom. */
export function useTimelineKeys(view: TimelineView): (event: KeyboardEvent) => void {
  const cursor = useCursor()
  const KEYS: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => cursor.step(-1),
    ArrowRight: () => cursor.step(1),
    'Shift+ArrowLeft': () => cursor.stepThread(-1),
    'Shift+ArrowRight': () => cursor.stepThread(1),
    PageUp: () => cursor.step(-10),
    PageDown: () => cursor.step(10),
    Home: () => cursor.move(0),
    End: () => cursor.move(cursor.length - 1),
    '+': () => view.zoom(ZOOM),
    'Shift++': () => view.zoom(ZOOM),
    '-': () => view.zoom(1 / ZOOM),
  }

  function pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const run = KEYS[event.shiftKey ? `Shift+${event.key}` : event.key]
    if (run === undefined) return
    event.preventDefault()
    run()
  }

  return pressed
}
