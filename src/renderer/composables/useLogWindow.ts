import { computed, type Ref } from 'vue'
import { useCursor, useLenses } from '../stores'
import { useNarration } from './useNarration'

/** Most lines put into the document at once. */
const MOST_ROWS = 300
/** Filtering makes the text of every entry; beyond this many only the nearest are searched. */
const MOST_SEARCHED = 50_000

/**
 * The log's lines around the cursor that match a text and a thread (`all`, or its number). `current` is the event of
 * the last entry at or before the cursor.
 */
export function useLogWindow(query: Readonly<Ref<string>>, thread: Readonly<Ref<string>>) {
  const lenses = useLenses()
  const cursor = useCursor()
  const { logText } = useNarration()

  const ofThread = computed(() =>
    thread.value === 'all'
      ? lenses.log
      : lenses.log.filter((entry) => String(entry.thread) === thread.value),
  )
  const found = computed(() => {
    const wanted = query.value.trim().toLocaleLowerCase()
    if (wanted === '') return ofThread.value
    return ofThread.value
      .slice(0, MOST_SEARCHED)
      .filter((entry) => logText(entry).toLocaleLowerCase().includes(wanted))
  })
  /** Number of found entries at or before the cursor. */
  const passed = computed(() => {
    let low = 0
    let high = found.value.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((found.value[middle]?.event ?? 0) <= cursor.at) low = middle + 1
      else high = middle
    }
    return low
  })
  const first = computed(() =>
    Math.max(0, Math.min(passed.value - MOST_ROWS / 2, found.value.length - MOST_ROWS)),
  )
  const rows = computed(() =>
    found.value.slice(first.value, first.value + MOST_ROWS).map((entry, index) => ({
      key: first.value + index,
      event: entry.event,
      message: entry.message,
      text: logText(entry),
    })),
  )
  return {
    rows,
    before: first,
    after: computed(() => found.value.length - first.value - rows.value.length),
    current: computed(() => found.value[passed.value - 1]?.event),
  }
}
