import { computed } from 'vue'
import { useCursor, useLenses } from '../stores'
import { useText } from './useText'

/** One card of the domain view with its figures at the cursor. */
export type DomainCardView = ReturnType<typeof useDomain>['cards']['value'][number]

/** Most variables listed; the rest of a large program would bury what matters. */
const MOST_VARIABLES = 200

/** What the program is about at the cursor: cards, the invariant, and every shared variable. */
export function useDomain() {
  const lenses = useLenses()
  const cursor = useCursor()
  const { local } = useText()

  const cards = computed(() =>
    (lenses.scenario?.domain?.cards ?? []).map((card, index) => ({
      key: index,
      title: local(card.title),
      icon: card.icon,
      fields: card.fields.map((field, at) => {
        const found = lenses.domain?.cards[index]?.[at]
        return {
          key: field.place,
          label: local(field.label),
          unit: field.unit,
          text: found?.text,
          isChanged: found?.changedAt === cursor.at && cursor.at >= 0,
        }
      }),
    })),
  )
  const invariant = computed(() => {
    const promised = lenses.scenario?.domain?.invariant
    const found = lenses.domain?.invariant
    if (promised === undefined || found === undefined) return undefined
    return {
      text: local(promised.text),
      kind: found.kind,
      since: found.kind === 'broken' ? found.since : undefined,
      answer: answerOf(found.kind, promised.kind === 'final' && cursor.at < cursor.length - 1),
    }
  })
  const variables = computed(() =>
    (lenses.moment?.values ?? []).slice(0, MOST_VARIABLES).map(({ place, text, since }) => ({
      name: lenses.trace?.places[place]?.name ?? '',
      text,
      since,
      isChanged: since === cursor.at,
    })),
  )
  return { cards, invariant, variables }
}

/** What is said of a promise at the cursor: a key among the texts of the domain. */
function answerOf(kind: 'kept' | 'broken' | 'unknown', isJudgedLater: boolean): string {
  return kind !== 'unknown' ? kind : isJudgedLater ? 'pending' : 'unverified'
}
