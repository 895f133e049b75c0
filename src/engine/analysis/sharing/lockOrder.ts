/**
 * Which lock may be waited for while which other is in hand, over all paths of all threads: the static side of Goodlock
 * (Havelund, "Using Runtime Analysis to Guide Model Checking of Java Programs", SPIN 2000).
 */
import type { Activation } from './activation'
import type { HeldState, Hold } from './held'
import type { LockObject } from './objects'
import type { Moment } from './overlap'
import type { ThreadFlow } from './threadFlow'
import { type Wait, waitOf } from './waits'

/** One acquisition while one lock is in hand. */
export interface Nesting extends Moment {
  /** Undefined: may be any lock. */
  readonly held: LockObject | undefined
  readonly wanted: LockObject | undefined
  /** Offsets of both acquisitions. */
  readonly heldFrom: number
  readonly wantedFrom: number
  readonly isUntimed: boolean
  /** Another thread's signal ends the wait, or gives back what is in hand: whose cannot be seen. */
  readonly isSignalled: boolean
  /** Neither place can name another lock. */
  readonly isExact: boolean
  /** Locks that certainly are in hand, each the only one of its name. */
  readonly gates: ReadonlySet<LockObject>
}

/** A nesting whose locks are known. */
export type KnownNesting = Nesting & { readonly held: LockObject; readonly wanted: LockObject }

export function isKnown(nesting: Nesting): nesting is KnownNesting {
  return nesting.held !== undefined && nesting.wanted !== undefined
}

/** Units of one semaphore, taken one after the other, are in no order. */
export function isOfOneSemaphore({ held, wanted }: Nesting): boolean {
  return held !== undefined && held === wanted && held.lock === 'semaphore'
}

export function nestingsOf(flow: ThreadFlow): readonly Nesting[] {
  const all: Nesting[] = []
  for (const { activation, operation, state } of flow.points()) {
    if (state.holds.size === 0) continue
    const wait = waitOf(operation, activation, flow)
    if (wait === undefined || wait.kind === 'join') continue
    const gates = gatesOf(state, flow)
    for (const hold of keptDuring(wait, state)) {
      all.push(...nestings(hold, wait, { activation, state, gates }, flow))
    }
  }
  return all
}

/** What stays in hand: a wait on a condition gives back its lock, which must be in hand. */
function keptDuring({ kind, locks }: Wait, { holds }: HeldState): readonly Hold[] {
  const all = [...holds.values()]
  if (kind !== 'wait') return all
  const mayBeOwn = all.filter(
    (hold) => hold.locks.length === 0 || hold.locks.some((lock) => locks.includes(lock)),
  )
  return mayBeOwn.length === 1 ? all.filter((hold) => hold !== mayBeOwn[0]) : all
}

function gatesOf({ holds }: HeldState, { multiplicity }: ThreadFlow): ReadonlySet<LockObject> {
  return new Set(
    [...holds.values()].flatMap(({ locks, isCertain, isShared }) => {
      const [gate, ...others] = locks
      if (!isCertain || isShared || gate === undefined || others.length > 0) return []
      return gate.lock !== 'semaphore' && multiplicity.isOne(gate) ? [gate] : []
    }),
  )
}

interface Point {
  readonly activation: Activation
  readonly state: HeldState
  readonly gates: ReadonlySet<LockObject>
}

function nestings(
  hold: Hold,
  wait: Wait,
  { activation: { root }, state: { running }, gates }: Point,
  flow: ThreadFlow,
): readonly Nesting[] {
  const { from: wantedFrom, isUntimed, kind } = wait
  const heldFrom = hold.from
  const isExact = hold.locks.length === 1 && wait.locks.length === 1
  return orAny(hold.locks).flatMap((held) =>
    orAny(wait.locks).flatMap((wanted) => {
      if (held !== undefined && held === wanted && isReentry(held, hold, wait, flow)) return []
      const isSignalled =
        kind === 'wait' || held?.lock === 'semaphore' || wanted?.lock === 'semaphore'
      const made = { root, running, held, wanted, heldFrom, wantedFrom, isUntimed }
      return [{ ...made, isSignalled, isExact, gates }]
    }),
  )
}

function orAny(locks: readonly LockObject[]): readonly (LockObject | undefined)[] {
  return locks.length === 0 ? [undefined] : locks
}

/** The very lock in hand, which need not be waited for. */
function isReentry(
  lock: LockObject,
  hold: Hold,
  wait: Wait,
  { multiplicity }: ThreadFlow,
): boolean {
  const canReenter = wait.kind === 'wait' || lock.lock === 'rlock' || lock.lock === 'condition'
  const isSamePath = hold.path !== undefined && hold.path === wait.path
  return canReenter && (isSamePath || multiplicity.isOne(lock))
}
