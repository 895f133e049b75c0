import { isStepped, type ShownRun } from '../stores'
import { useNarration } from './useNarration'
import { useStepChoices } from './useStepChoices'
import { useText } from './useText'

/** Most events of one step that are told, the last ones. */
const MOST_EVENTS = 3

/** One sentence for a step taken by hand: its number, what happened in it, who can go on. */
export function useStepNarration() {
  const { t, number, chain } = useText()
  const { describe } = useNarration()
  const { canGoOn } = useStepChoices()

  /** `before` is what was shown until now: after one step more, all that is new is told; else the last event. */
  return function narrateStep(steps: number, events: number, before: ShownRun | undefined): string {
    const threads = canGoOn.value
    if (events === 0) return t('ui.step.narrationStart', { threads })
    const record = before?.record
    const isOneMore = record !== undefined && isStepped(record) && record.steps + 1 === steps
    const told = isOneMore ? Math.max(1, Math.min(MOST_EVENTS, events - record.events)) : 1
    const text = chain(Array.from({ length: told }, (_, i) => describe(events - told + i)))
    return t('ui.step.narration', { count: number(steps), text, threads })
  }
}
