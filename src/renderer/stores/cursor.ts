import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useRun } from './run'

/** What a piece of evidence lights besides the cursor. */
export interface Highlight {
  readonly line: number | undefined
  /** A second line: the other side of a race. */
  readonly otherLine?: number | undefined
  readonly thread: number | undefined
  /** Place index. */
  readonly lock: number | undefined
}

/** The moment every view shows: the state after event `at`; -1 is before the first event, as in the engine's Moment. */
export const useCursor = defineStore('cursor', () => {
  const run = useRun()
  const at = ref(-1)
  const highlight = shallowRef<Highlight>()

  const length = computed(() => run.shown?.trace.length ?? 0)
  const isFirst = computed(() => at.value <= Math.min(0, length.value - 1))
  const isLast = computed(() => at.value >= length.value - 1)
  /** Thread of the event at the cursor. */
  const thread = computed(() => (at.value < 0 ? undefined : run.shown?.trace.thread[at.value]))

  watch(
    () => run.shown,
    () => {
      at.value = length.value - 1
      highlight.value = undefined
    },
    { immediate: true, flush: 'sync' },
  )

  /** Moves to an event, kept inside the run. */
  function move(event: number, lit?: Highlight): void {
    const lowest = Math.min(0, length.value - 1)
    at.value = Math.min(length.value - 1, Math.max(lowest, Math.round(event)))
    highlight.value = lit
  }

  function step(events: number): void {
    move(at.value + events)
  }

  /** To the next (1) or previous (-1) event of the thread whose event stands at the cursor; else stays. */
  function stepThread(direction: 1 | -1): void {
    const trace = run.shown?.trace
    if (trace === undefined) return
    let event = at.value + direction
    while (event >= 0 && event < trace.length && trace.thread[event] !== thread.value)
      event += direction
    if (event >= 0 && event < trace.length) move(event)
  }

  /** Lights a line without moving: evidence found in the source, which no event stands for. */
  function light(lit: Highlight | undefined): void {
    highlight.value = lit
  }

  return { at, length, thread, isFirst, isLast, highlight, move, step, stepThread, light }
})
