import { computed } from 'vue'
import type { Guard, SharedPlace } from '../../engine/analysis'
import { useSharing } from '../stores'
import { useText } from './useText'

/** `guarded`: any two accesses have a lock in common; `open`: some certainly have none; `unclear`: it cannot be said. */
export type GuardedState = 'guarded' | 'unclear' | 'open'

export interface SharedPlaceItem {
  readonly key: string
  readonly name: string
  readonly state: GuardedState
  /** What guards it, in words. */
  readonly guards: readonly string[]
  readonly reads: readonly number[]
  readonly writes: readonly number[]
  /** Pairs of lines that no lock keeps apart, as `7–9`. */
  readonly conflicts: readonly string[]
}

/** What threads share in the program of the editor, in words. */
export function useSharedPlaces() {
  const sharing = useSharing()
  const { t, list, number } = useText()
  const lockName = (lock: number): string => sharing.report?.locks[lock]?.name ?? ''
  const linesOf = (lines: readonly number[]): string => list(lines.map((line) => number(line)))

  function guardText({ lock, isOwn, status, held, possible, missing }: Guard): string {
    const somewhere = [...new Set([...held, ...possible])].sort((a, b) => a - b)
    const params = {
      lock: lockName(lock),
      held: linesOf(somewhere),
      possible: linesOf(possible),
      missing: linesOf(missing),
    }
    if (status === 'always') return t(`ui.sharing.guard.${isOwn ? 'alwaysOwn' : 'always'}`, params)
    if (status === 'undecided') return t('ui.sharing.guard.undecided', params)
    return t(`ui.sharing.guard.${somewhere.length === 0 ? 'partly' : 'sometimes'}`, params)
  }

  const items = computed<readonly SharedPlaceItem[]>(() =>
    (sharing.report?.places ?? []).map((place, index) => ({
      key: `${index} ${place.name}`,
      name: place.name,
      state: stateOf(place),
      guards: place.guards.length === 0 ? [t('ui.sharing.unguarded')] : place.guards.map(guardText),
      reads: place.accesses.filter(({ isWrite }) => !isWrite).map(({ line }) => line),
      writes: place.accesses.filter(({ isWrite }) => isWrite).map(({ line }) => line),
      // Not broken at the dash.
      conflicts: place.conflicts.map(([a, b]) => `${a}\u2060–\u2060${b}`),
    })),
  )
  /** What there is to say of each line of the source. */
  const lines = computed(() => {
    const found = new Map<number, SharedPlaceItem[]>()
    for (const item of items.value) {
      for (const line of new Set([...item.reads, ...item.writes])) {
        found.set(line, [...(found.get(line) ?? []), item])
      }
    }
    return found
  })
  return { items, lines }
}

function stateOf({ conflicts, guards }: SharedPlace): GuardedState {
  if (conflicts.length === 0) return 'guarded'
  return guards.some(({ status }) => status === 'undecided') ? 'unclear' : 'open'
}
