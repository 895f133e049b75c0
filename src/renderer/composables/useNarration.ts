import type { LogEntry } from '../../engine/analysis'
import { EVENT, NO_INDEX } from '../../engine/trace'
import { useLenses } from '../stores'
import { useText } from './useText'

const KEYS: Readonly<Record<number, string>> = {
  [EVENT.initial]: 'ui.event.initial',
  [EVENT.read]: 'ui.event.read',
  [EVENT.callRead]: 'ui.event.callRead',
  [EVENT.wake]: 'ui.event.wake',
  [EVENT.exception]: 'ui.event.exception',
}

/** One sentence for any event: the log's where it has one, else what was read or called. */
export function useNarration() {
  const lenses = useLenses()
  const { t, number } = useText()

  function logText(entry: LogEntry): string {
    return t(`log.${entry.message}`, entry.params)
  }

  function describe(event: number): string {
    const trace = lenses.trace
    if (trace === undefined || event < 0 || event >= trace.length)
      return t('ui.timeline.beforeFirst')
    const entry = entryOf(lenses.log, event)
    if (entry !== undefined) return logText(entry)
    const place = trace.place[event] ?? NO_INDEX
    const value = trace.value[event] ?? NO_INDEX
    return t(KEYS[trace.kind[event] ?? 0] ?? 'ui.event.other', {
      thread: trace.threads[trace.thread[event] ?? 0]?.name ?? '',
      place: place === NO_INDEX ? '' : (trace.places[place]?.name ?? ''),
      value: value === NO_INDEX ? '' : (trace.texts[value] ?? ''),
      line: number(trace.line[event] ?? 0),
    })
  }

  /** With its number: «Evento 12 de 40: …». */
  function narrate(event: number): string {
    const length = lenses.trace?.length ?? 0
    if (event < 0) return t('ui.timeline.beforeFirst')
    return t('ui.timeline.narration', {
      event: number(event + 1),
      length: number(length),
      text: describe(event),
    })
  }

  return { describe, narrate, logText }
}

/** The last entry of an event. Searches, because an index of a long log would cost more memory than the log. */
function entryOf(log: readonly LogEntry[], event: number): LogEntry | undefined {
  let low = 0
  let high = log.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((log[middle]?.event ?? 0) <= event) low = middle + 1
    else high = middle
  }
  const found = log[low - 1]
  return found?.event === event ? found : undefined
}
