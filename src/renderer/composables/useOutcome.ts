import { assertNever } from '../../base'
import type { Outcome } from '../../contract'
import { useText } from './useText'

/** How grave an outcome is, for the colour of its word; the word itself says it too. */
export type Gravity = 'good' | 'bad' | 'open'

const GRAVITY: Readonly<Record<Outcome['kind'], Gravity>> = {
  finished: 'good',
  deadlock: 'bad',
  stuck: 'bad',
  assertion: 'bad',
  exception: 'bad',
  timeout: 'open',
  stopped: 'open',
  limit: 'open',
}

type Entry = Extract<Outcome, { kind: 'deadlock' }>['cycle'][number]

/** The words for an outcome: its name, the sentence that proves it, what it means. */
export function useOutcome() {
  const { t, list, chain, number } = useText()

  function inWords({ thread, holds, waitsFor }: Entry): string {
    return holds.length === 0
      ? t('outcome.link.waiting', { thread, waitsFor })
      : t('outcome.link.holding', { thread, waitsFor, holds: list(holds) })
  }

  function proof(outcome: Outcome): string {
    const key = `outcome.${outcome.kind}.proof`
    switch (outcome.kind) {
      case 'finished':
      case 'stopped':
        return t(key)
      case 'deadlock':
        return t(key, { cycle: chain(outcome.cycle.map(inWords)) })
      case 'stuck':
        return t(key, { waiting: chain(outcome.waiting.map(inWords)) })
      case 'assertion':
      case 'exception':
        return t(key, {
          thread: outcome.thread,
          line: outcome.location.line,
          message: outcome.message,
        })
      case 'timeout':
        return t(key, { seconds: number(outcome.seconds, 1) })
      case 'limit': {
        const { code, name = '' } = outcome
        const limit = t(`outcome.limit.code.${code}`, { limit: number(outcome.limit), name })
        const line = outcome.location?.line
        return line === undefined ? t(key, { limit }) : t('outcome.limit.proofAt', { limit, line })
      }
      default:
        return assertNever(outcome)
    }
  }

  return {
    proof,
    name: (outcome: Outcome) => t(`outcome.${outcome.kind}.name`),
    meaning: (outcome: Outcome) => t(`outcome.${outcome.kind}.meaning`),
    gravity: (outcome: Outcome) => GRAVITY[outcome.kind],
  }
}
