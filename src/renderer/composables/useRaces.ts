import { computed } from 'vue'
import type { Race, RaceAccess } from '../../engine/analysis'
import { useCursor, useLenses } from '../stores'
import { useText } from './useText'

/** One access of a race in words; following it moves the cursor there and lights the lines of both. */
export interface RaceSideItem {
  readonly event: number
  readonly text: string
  readonly holds: string
  readonly isCurrent: boolean
  follow(): void
}

export interface RaceItem {
  readonly key: string
  readonly variable: string
  /** Why nothing orders the two. */
  readonly reason: string
  readonly sides: readonly RaceSideItem[]
}

/** The races of the shown run, in words. */
export function useRaces() {
  const lenses = useLenses()
  const cursor = useCursor()
  const { t, list } = useText()
  const placeName = (place: number): string => lenses.trace?.places[place]?.name ?? ''

  function side(access: RaceAccess, other: RaceAccess): RaceSideItem {
    const { event, thread, line, isWrite, holds } = access
    const params = { thread: lenses.trace?.threads[thread]?.name ?? '', line }
    return {
      event,
      text: t(isWrite ? 'ui.races.writes' : 'ui.races.reads', params),
      holds:
        holds.length === 0
          ? t('ui.races.withoutLock')
          : t('ui.races.withLocks', { locks: list(holds.map(placeName)) }),
      isCurrent: cursor.at === event,
      follow: () => cursor.move(event, { line, otherLine: other.line, thread, lock: undefined }),
    }
  }

  function reason({ first, second }: Race): string {
    if (first.holds.length === 0 && second.holds.length === 0) return t('ui.races.noLock')
    return first.holds.length === 0 || second.holds.length === 0
      ? t('ui.races.oneLock')
      : t('ui.races.otherLock')
  }

  const items = computed<readonly RaceItem[]>(() =>
    lenses.races.map((race) => ({
      key: `${race.first.event} ${race.second.event}`,
      variable: placeName(race.place),
      reason: reason(race),
      sides: [side(race.first, race.second), side(race.second, race.first)],
    })),
  )
  return { items }
}
