import { computed } from 'vue'
import { useLenses, useStepping } from '../stores'
import { useText } from './useText'
import { useWaiting } from './useWaiting'

/** Key that steps a thread: its number, or the letter of the main thread. None beyond the ninth. */
export function stepKey(thread: number): string | undefined {
  if (thread === 0) return 'M'
  return thread < 10 ? String(thread) : undefined
}

/** What may be done with each thread where the steps by hand stand, and in words why not. */
export function useStepChoices() {
  const stepping = useStepping()
  const lenses = useLenses()
  const { t, list } = useText()
  const waiting = useWaiting()

  /** Where the steps have led, wherever the cursor is. */
  const moment = computed(() =>
    lenses.trace && stepping.isOn ? lenses.history?.at(lenses.trace.length - 1) : undefined,
  )

  /** Why a thread cannot take a step; undefined when it can, or when there is no such thread. */
  function reason(thread: number): string | undefined {
    const activity = moment.value?.threads[thread]?.activity
    if (moment.value === undefined || activity === undefined) return undefined
    if (stepping.isOffered(thread)) return undefined
    if (activity.kind === 'finished')
      return t(activity.failed ? 'ui.step.reason.failed' : 'ui.step.reason.ended')
    const wait = waiting(moment.value, thread)
    if (wait !== undefined) return wait
    if (activity.kind === 'notStarted') return t('ui.step.reason.notStarted')
    return t(stepping.outcome === undefined ? 'ui.step.reason.waiting' : 'ui.step.reason.over')
  }

  function choicesOf(thread: number) {
    const isOffered = stepping.isOffered(thread)
    const isAsleep = moment.value?.threads[thread]?.activity.kind === 'sleeping'
    return {
      isOffered,
      canTimeOut: stepping.isOffered({ timeout: thread }),
      key: stepKey(thread),
      /** Said beside the button. */
      note: isOffered && isAsleep ? t('ui.step.wakes') : reason(thread),
    }
  }

  /** «Pueden avanzar: Hilo-1 y Hilo-2.»; empty once the run is over. */
  const canGoOn = computed(() => {
    const names = stepping.offered.map((choice) => {
      const number = typeof choice === 'number' ? choice : choice.timeout
      return lenses.trace?.threads[number]?.name ?? ''
    })
    return names.length === 0 ? '' : t('ui.step.canGoOn', { threads: list([...new Set(names)]) })
  })

  return { choicesOf, reason, canGoOn }
}
