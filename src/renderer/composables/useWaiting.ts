import type { Moment } from '../../engine/analysis'
import { useLenses } from '../stores'
import { useText } from './useText'

/** What keeps a thread from going on at a moment, in words; undefined when nothing does. */
export function useWaiting() {
  const lenses = useLenses()
  const { t } = useText()

  return function waiting(moment: Moment, thread: number): string | undefined {
    const { trace } = lenses
    const activity = moment.threads[thread]?.activity
    const threadName = (number: number): string => trace?.threads[number]?.name ?? ''
    if (activity?.kind === 'joining')
      return t('ui.threads.waitsForThread', { thread: threadName(activity.thread) })
    if (activity?.kind !== 'blocked') return undefined
    const lock = trace?.places[activity.lock]?.name ?? ''
    const owner = moment.locks.find((held) => held.lock === activity.lock)?.owner
    return owner === undefined
      ? t('ui.threads.waitsForFreeLock', { lock })
      : t('ui.threads.waitsForLock', { lock, owner: threadName(owner) })
  }
}
