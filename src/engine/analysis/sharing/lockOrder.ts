/**
 * Which lock may be waited for while which other is in hand, over all paths of all threads, and whether waits can be
 * circular: the static side of Goodlock (Havelund, "Using Runtime Analysis to Guide Model Checking of Java Programs", SPIN
 * 2000). A circle is dropped where its acquisitions cannot happen in threads that run at the same time, or where one
 * more lock, in hand at two of them, keeps them apart (a gate).
 */
import { callWaits } from '../callShapes'
import type { Activation } from './activation'
import type { Operation } from './controlFlow'
import type { HeldState, Hold } from './held'
import type { LockObject } from './objects'
import type { Moment, Overlap } from './overlap'
import type { ThreadFlow } from './threadFlow'

/** One acquisition while one lock is in hand. */
export interface Nesting extends Moment {
  readonly held: LockObject
  readonly wanted: LockObject
  /** Offsets of both acquisitions. */
  readonly heldFrom: number
  readonly wantedFrom: number
  readonly isUntimed: boolean
  /** Neither place can name another lock. */
  readonly isExact: boolean
  /** Other locks that certainly are in hand, each the only one of its name. */
  readonly gates: ReadonlySet<LockObject>
}

export interface Nestings {
  readonly all: readonly Nesting[]
  /** Locks in hand or wanted are not known somewhere. */
  readonly hasUnknown: boolean
}

interface Wanted {
  readonly locks: readonly LockObject[]
  readonly path: string | undefined
  readonly from: number
  readonly isUntimed: boolean
}

export function nestingsOf(flow: ThreadFlow): Nestings {
  const all: Nesting[] = []
  let hasUnknown = false
  for (const { activation, operation, state } of flow.points()) {
    const wanted = wantedBy(operation, activation, flow)
    if (wanted === undefined || state.holds.size === 0) continue
    if (wanted.locks.length === 0) hasUnknown = true
    for (const hold of state.holds.values()) {
      if (hold.locks.length === 0) hasUnknown = true
      all.push(...nestings(hold, wanted, state, activation, flow))
    }
  }
  return { all, hasUnknown }
}

function wantedBy(
  operation: Operation,
  activation: Activation,
  { transfer, paths, pointsTo }: ThreadFlow,
): Wanted | undefined {
  if (operation.kind === 'enter') {
    const { context } = operation.item
    const locks = transfer.locksOf(context, activation)
    const path = paths.of(context, activation.code)
    return locks.length === 0 ? undefined : { locks, path, from: context.from, isUntimed: true }
  }
  if (operation.kind !== 'evaluate' || operation.expression.kind !== 'call') return undefined
  const { callee, from } = operation.expression
  const waits = callWaits(operation.expression)
  const selves = [...pointsTo.objectsOf(callee, activation)].flatMap((o) => {
    const takes = o.kind === 'builtin' && /^(?:acquire|wait|wait_for)$/.test(o.name)
    return takes && o.self?.kind === 'lock' ? [o.self] : []
  })
  const isUnknown = waits?.kind === 'acquire' && pointsTo.objectsOf(callee, activation).size === 0
  if (selves.length === 0 && !isUnknown) return undefined
  const receiver = callee.kind === 'attribute' ? callee.object : undefined
  const path = receiver && paths.of(receiver, activation.code)
  const isUntimed = waits?.kind !== 'acquire' || waits.isUntimed
  return { locks: transfer.locksAmong(selves), path, from, isUntimed }
}

function nestings(
  hold: Hold,
  wanted: Wanted,
  state: HeldState,
  { root }: Activation,
  flow: ThreadFlow,
): readonly Nesting[] {
  const isOne = (lock: LockObject): boolean => flow.multiplicity.isOne(lock)
  const isSamePath = hold.path !== undefined && hold.path === wanted.path
  return hold.locks.flatMap((held) =>
    wanted.locks.flatMap((lock) => {
      const isReentrant = lock.lock === 'rlock' || lock.lock === 'condition'
      if (held === lock && isReentrant && (isOne(lock) || isSamePath)) return []
      if (held === lock && lock.lock === 'semaphore') return []
      const gates = new Set(
        [...state.holds.values()].flatMap((h) => {
          const [gate] = h.locks
          const isGate = h.isCertain && !h.isShared && h.locks.length === 1
          return isGate &&
            gate !== undefined &&
            gate !== held &&
            gate.lock !== 'semaphore' &&
            isOne(gate)
            ? [gate]
            : []
        }),
      )
      const { from: wantedFrom, isUntimed } = wanted
      const { running } = state
      const heldFrom = hold.from
      const isExact = hold.locks.length === 1 && wanted.locks.length === 1
      const made = { root, running, held, wanted: lock, heldFrom, wantedFrom, isUntimed }
      return [{ ...made, isExact, gates }]
    }),
  )
}

/** Steps of a search for circles; what is not searched to its end counts as one. */
const SEARCH_STEPS = 20_000

/** Locks of a shortest circle that threads can be in together; undefined where there is none. */
export function circleOf(
  nestings: readonly Nesting[],
  overlap: Overlap,
  isWanted: (nesting: Nesting) => boolean,
): readonly LockObject[] | undefined {
  const untimed = nestings.filter((n) => n.isUntimed && isWanted(n))
  const byHeld = Map.groupBy(untimed, ({ held }) => held)
  let steps = 0
  const extend = (path: readonly Nesting[], length: number): readonly Nesting[] | undefined => {
    const [first] = path
    const last = path.at(-1)
    if (first === undefined || last === undefined) return undefined
    if (path.length === length) return last.wanted === first.held ? path : undefined
    for (const next of byHeld.get(last.wanted) ?? []) {
      if (path.some(({ held }) => held === next.held)) continue
      if ((steps += 1) > SEARCH_STEPS) return path
      if (!path.every((n) => canMeet(n, next, overlap))) continue
      const found = extend([...path, next], length)
      if (found !== undefined) return found
    }
    return undefined
  }
  for (let length = 1; length <= byHeld.size; length++) {
    for (const nesting of untimed) {
      const found = extend([nesting], length)
      if (found !== undefined) return found.map(({ held }) => held)
    }
  }
  return undefined
}

function canMeet(a: Nesting, b: Nesting, overlap: Overlap): boolean {
  return overlap.may(a, b) && ![...a.gates].some((gate) => b.gates.has(gate))
}
