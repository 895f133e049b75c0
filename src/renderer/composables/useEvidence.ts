import type { ConditionReport, DynamicEvidence, StaticEvidence } from '../../engine/analysis'
import { useCursor, useLenses } from '../stores'
import { useText } from './useText'

/** One piece of evidence as a sentence, and what following it does. */
export interface EvidenceItem {
  readonly key: string
  readonly text: string
  follow(): void
}

/** Puts the evidence of a condition into words; following it moves the cursor and lights line, thread and lock. */
export function useEvidence() {
  const lenses = useLenses()
  const cursor = useCursor()
  const { t, number } = useText()
  const placeName = (place: number): string => lenses.trace?.places[place]?.name ?? ''

  function staticItem({ line, lock, heldLock, heldLine }: StaticEvidence): EvidenceItem {
    return {
      key: `${line} ${lock} ${heldLine ?? ''}`,
      text:
        heldLock === undefined
          ? t('ui.coffman.lineLock', { line, lock })
          : t('ui.coffman.lineNested', { line, lock, heldLock, heldLine: heldLine ?? line }),
      follow: () => cursor.light({ line, thread: undefined, lock: undefined }),
    }
  }

  function dynamicItem(
    evidence: DynamicEvidence,
    condition: ConditionReport['condition'],
  ): EvidenceItem {
    const { thread, lock, heldLock, since, line } = evidence
    const params = {
      thread: lenses.trace?.threads[thread]?.name ?? '',
      lock: placeName(lock),
      event: number(since + 1),
    }
    // A thread that waits for another's end has no lock to be taken away.
    const isJoin = lenses.trace?.places[lock]?.kind === 'thread'
    const key =
      condition === 'mutualExclusion'
        ? 'threadHolds'
        : isJoin
          ? 'threadJoins'
          : condition === 'noPreemption'
            ? 'threadCannotTake'
            : 'threadWants'
    return {
      key: `${thread} ${lock} ${since}`,
      text:
        heldLock === undefined
          ? t(`ui.coffman.${key}`, params)
          : t('ui.coffman.threadHoldsAndWants', { ...params, heldLock: placeName(heldLock) }),
      follow: () => cursor.move(since, { line, thread, lock }),
    }
  }

  return { staticItem, dynamicItem }
}
