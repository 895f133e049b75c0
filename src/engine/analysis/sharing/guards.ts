/**
 * Which places threads share and which locks guard them: the candidate locksets of Eraser (Savage, Burrows, Nelson,
 * Sobalvarro, Anderson, "Eraser: a dynamic data race detector for multithreaded programs", TOCS 15(4), 1997) over all
 * paths instead of one run.
 */
import type { Activation } from './activation'
import { Accesses, type PlaceAccess, type PlaceShape } from './accesses'
import { escapingObjects } from './escape'
import { Freshness } from './freshness'
import { type HeldState, type Hold, join } from './held'
import type { AbstractObject, LockObject } from './objects'
import type { Overlap } from './overlap'
import type { Module } from '../../language'
import type { ThreadFlow } from './threadFlow'

/** An access with what holds on every path to it. */
export interface GuardedAccess {
  readonly activation: Activation
  readonly from: number
  readonly isWrite: boolean
  readonly bases: ReadonlySet<AbstractObject>
  /** Value path of what the place is a part of. */
  readonly basePath: string | undefined
  readonly state: HeldState
}

export interface GuardedPlace {
  readonly shape: PlaceShape
  /** Those that conflict with another. */
  readonly accesses: readonly GuardedAccess[]
  /** Pairs that may happen at the same time, one of them a write, with no lock in common. */
  readonly conflicts: readonly (readonly [GuardedAccess, GuardedAccess])[]
}

/** Every place that two threads may access at the same time, not both to read. */
export function guardedPlaces(
  module: Module,
  flow: ThreadFlow,
  overlap: Overlap,
): readonly GuardedPlace[] {
  const groups = collect(module, flow)
  return [...groups.values()].flatMap(({ shape, accesses }) => {
    const all = [...accesses.values()]
    const relevant = new Set<GuardedAccess>()
    const conflicts: (readonly [GuardedAccess, GuardedAccess])[] = []
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i)) {
        if (!canConflict(a, b, overlap)) continue
        relevant.add(a).add(b)
        if (!hasCommonLock(a, b, flow)) conflicts.push([a, b])
      }
    }
    const accessesInOrder = all.filter((access) => relevant.has(access))
    return relevant.size === 0 ? [] : [{ shape, accesses: accessesInOrder, conflicts }]
  })
}

interface Group {
  readonly shape: PlaceShape
  readonly accesses: Map<string, GuardedAccess>
}

function collect(module: Module, flow: ThreadFlow): ReadonlyMap<string, Group> {
  const accesses = new Accesses(module, flow.pointsTo)
  const escaping = escapingObjects(flow.pointsTo)
  const freshness = new Freshness(module, flow.pointsTo)
  const groups = new Map<string, Group>()
  for (const { activation, operation, state } of flow.points()) {
    for (const access of accesses.of(operation, activation)) {
      if (access.base !== undefined && !escaping.has(access.base)) continue
      if (freshness.covers(access, activation)) continue
      const key = keyOf(access.place)
      const group = groups.get(key) ?? { shape: access.place, accesses: new Map() }
      groups.set(key, group)
      add(group, access, activation, state, flow)
    }
  }
  return groups
}

function add(
  { accesses }: Group,
  { from, isWrite, base, baseExpression }: PlaceAccess,
  activation: Activation,
  state: HeldState,
  { paths }: ThreadFlow,
): void {
  const key = `${activation.id} ${from} ${isWrite}`
  const known = accesses.get(key)
  const basePath = baseExpression && paths.of(baseExpression, activation.code)
  const bases = new Set(known?.bases)
  if (base !== undefined) bases.add(base)
  const joined = join(known?.state, state) ?? state
  accesses.set(key, { activation, from, isWrite, bases, basePath, state: joined })
}

function keyOf(place: PlaceShape): string {
  switch (place.kind) {
    case 'global':
      return `global ${place.name}`
    case 'cell':
      return `cell ${place.owner} ${place.name}`
    case 'attribute':
      return `attribute ${place.className} ${place.name}`
    case 'items':
      return `items ${place.object.id}`
  }
}

function canConflict(a: GuardedAccess, b: GuardedAccess, overlap: Overlap): boolean {
  if (!a.isWrite && !b.isWrite) return false
  const isSamePlace = a.bases.size === 0 || [...a.bases].some((base) => b.bases.has(base))
  return isSamePlace && overlap.may(momentOf(a), momentOf(b))
}

function momentOf({ activation, state }: GuardedAccess): Parameters<Overlap['may']>[0] {
  return { root: activation.root, running: state.running }
}

function hasCommonLock(a: GuardedAccess, b: GuardedAccess, flow: ThreadFlow): boolean {
  const [guardsA, guardsB] = [a, b].map((access) =>
    [...access.state.holds.values()].filter(isGuard),
  )
  return (guardsA ?? []).some((g) =>
    (guardsB ?? []).some((h) => {
      if (g.isShared && h.isShared) return false
      const [lock] = g.locks
      const isOne = lock !== undefined && flow.multiplicity.isOne(lock)
      if (isOne && g.locks.length === 1 && h.locks.length === 1 && h.locks[0] === lock) return true
      const own = ownPath(g, a)
      return own !== undefined && own === ownPath(h, b)
    }),
  )
}

function isGuard({ isCertain, locks }: Hold): boolean {
  return isCertain && locks.length > 0 && locks.every(({ lock }) => lock !== 'semaphore')
}

/** How the lock is reached from the object that is accessed: `.lock`; undefined where it is not its own. */
function ownPath({ path }: Hold, { basePath }: GuardedAccess): string | undefined {
  if (path === undefined || basePath === undefined) return undefined
  return path.startsWith(`${basePath}.`) ? path.slice(basePath.length) : undefined
}

export type GuardState = 'held' | 'possible' | 'missing'

/** Whether `lock` is in hand at an access: on every path (its own object's, where the name stands for several), or not. */
export function guardState(access: GuardedAccess, lock: LockObject, flow: ThreadFlow): GuardState {
  const holds = [...access.state.holds.values()]
  const mayBe = holds.filter((h) => h.locks.length === 0 || h.locks.includes(lock))
  const isHeld = mayBe.some((h) => {
    const isKnown = h.locks.length === 1 && flow.multiplicity.isOne(lock)
    return (
      isGuard(h) &&
      (!h.isShared || !access.isWrite) &&
      (isKnown || ownPath(h, access) !== undefined)
    )
  })
  if (isHeld) return 'held'
  return mayBe.length > 0 ? 'possible' : 'missing'
}
