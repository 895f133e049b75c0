import { computed } from 'vue'
import { useLenses } from '../stores'
import { threadState } from '../timeline'
import { useText } from './useText'

/** Every thread at the cursor with its state, as cards, markers and the graph show it. */
export function useThreadStates() {
  const lenses = useLenses()
  const { t } = useText()
  return computed(() => {
    const { trace, moment } = lenses
    if (trace === undefined || moment === undefined) return []
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
        isDaemon: trace.threads[number]?.isDaemon === true,
      }
    })
  })
}
