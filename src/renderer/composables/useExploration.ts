import { computed } from 'vue'
import type { ExplorationResult } from '../../contract'
import { useExplore } from '../stores'
import type { Gravity } from './useOutcome'
import { useText } from './useText'

/** One ending of the program among all interleavings. */
export interface EndingItem {
  readonly key: string
  /** What is printed; undefined where the interleavings end in a failure. */
  readonly output: string | undefined
  readonly interleavings: string
  /** 0…1, where all were counted. */
  readonly share: number | undefined
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** More digits than this say less than a power of ten. */
const MOST_DIGITS = 15

/** The words for what an exploration has found. */
export function useExploration() {
  const explore = useExplore()
  const { t, number, locale } = useText()
  const verdictOf = useExplorationVerdict()
  const result = computed(() => explore.explored?.result)

  /** A whole number of any size: «373.680», «1,2 × 10³¹». */
  function count(decimal: string): string {
    if (decimal.length <= MOST_DIGITS) {
      return new Intl.NumberFormat(locale.value).format(BigInt(decimal))
    }
    const mantissa = number(Number(`${decimal[0] ?? ''}.${decimal.slice(1, 4)}`), 1)
    const power = String(decimal.length - 1).replace(
      /\d/g,
      (digit) => SUPERSCRIPTS[Number(digit)] ?? '',
    )
    return `${mantissa} × 10${power}`
  }

  const verdict = computed(() => result.value && verdictOf(result.value))

  /** The outputs, then what ends in a failure: all that is not among them. */
  const endings = computed<readonly EndingItem[]>(() => {
    const { outcomes = [], interleavings } = result.value ?? {}
    const all = interleavings === undefined ? undefined : BigInt(interleavings)
    const item = (key: string, output: string | undefined, number: string): EndingItem => ({
      key,
      output,
      interleavings: count(number),
      share: all === undefined || all === 0n ? undefined : ratio(BigInt(number), all),
    })
    const items = outcomes.map(({ output, interleavings: number }, i) =>
      number === undefined
        ? {
            key: String(i),
            output,
            interleavings: t('ui.explore.outcomes.uncounted'),
            share: undefined,
          }
        : item(String(i), output, number),
    )
    if (all === undefined || outcomes.some((o) => o.interleavings === undefined)) return items
    const rest = outcomes.reduce((left, o) => left - BigInt(o.interleavings ?? 0), all)
    return rest > 0n ? [...items, item('failing', undefined, String(rest))] : items
  })

  return { result, verdict, endings, count }
}

/** Exact to a ten-thousandth. */
function ratio(part: bigint, whole: bigint): number {
  return Number((part * 10_000n) / whole) / 10_000
}

interface VerdictWords {
  readonly weight: Gravity
  readonly name: string
  readonly text: string
}

/** What the verdict of an exploration is called, and what it means. */
function useExplorationVerdict() {
  const { t, number, list } = useText()

  function inWords(weight: Gravity, key: 'inconclusive' | 'racy' | 'safe'): VerdictWords {
    return {
      weight,
      name: t(`ui.explore.verdict.${key}`),
      text: t(`ui.explore.verdict.${key}Text`),
    }
  }

  return ({ verdict, isComplete, violations, races }: ExplorationResult): VerdictWords => {
    if (verdict === 'inconclusive') return inWords('open', 'inconclusive')
    // A race is a warning: nothing fails, and yet «safe» alone would be too much.
    if (verdict === 'safe')
      return races.length > 0 ? inWords('open', 'racy') : inWords('good', 'safe')
    const kinds = new Set(violations.map(({ kind }) => t(`ui.explore.kind.${kind}`)))
    const key = isComplete ? 'violationText' : 'violationBoundText'
    return {
      weight: 'bad',
      name: t('ui.explore.verdict.violation', { kinds: list([...kinds]) }),
      text: t(`ui.explore.verdict.${key}`, { count: number(violations.length) }),
    }
  }
}
