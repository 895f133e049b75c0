import { computed } from 'vue'
import { useCursor, useLenses, useStepping } from '../stores'
import { threadState } from '../timeline'
import { useText } from './useText'

/** Every thread at the cursor with its state, as cards, markers and the graph show it. */
export function useThreadStates() {
  const lenses = useLenses()
  const cursor = useCursor()
  const stepping = useStepping()
  const { t } = useText()
  return computed(() => {
    const { trace, moment } = lenses
    if (trace === undefined || moment === undefined) return []
    // Where steps by hand stand, it is known how each thread goes on.
    const isStanding = stepping.isOn && cursor.isLast
    const next = new Map(stepping.next.map((operation) => [operation.thread, operation.line]))
    const cycle = new Set(lenses.coffman?.deadlock)
    return moment.threads.map((thread, number) => {
      const state = threadState(thread, cycle.has(number))
      const hasFailed = thread.activity.kind === 'finished' && thread.activity.failed
      const name = trace.threads[number]?.name ?? ''
      const stateText = hasFailed ? t('ui.activity.failed') : t(`ui.interval.${state}`)
      return {
        number,
        name,
        state,
        stateText,
        moment: thread,
        /** Of its next operation where that is known, else of its last event. */
        line: isStanding ? next.get(number) : thread.line,
        isNext: isStanding,
        isDaemon: trace.threads[number]?.isDaemon === true,
      }
    })
  })
}
