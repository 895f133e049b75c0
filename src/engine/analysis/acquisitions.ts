import { createLineIndex } from '../../base'
import type { Module, Span } from '../language'
import { LockFlow } from './lockFlow'
import { familyOf, lockBindings, type LockFamily } from './lockFamilies'
import { summarise, type Reached } from './callSummary'

/** A place in the source that acquires a lock: the end of a `with` header, or a call of `acquire`. */
export interface AcquisitionSite extends Span {
  readonly line: number
  /** The lock as written: `from_account.lock`. */
  readonly lock: string
  /** False when the call has a timeout or does not block: the thread can give up. */
  readonly isUntimed: boolean
  /** Enclosing function, `<module>` outside. */
  readonly function: string
  /**
   * Locks of different families are never the same lock: a global or an attribute that is only ever given new locks
   * (`status_lock`, `.lock`). Undefined: it may be any lock (a parameter, an item of a list).
   */
  readonly family: string | undefined
}

/** While the lock of `held` is in hand, `wanted` may be reached: directly or through calls of the program's functions. */
export interface NestedAcquisition {
  /** Indices into StaticLocks.sites. */
  readonly held: number
  readonly wanted: number
  /** Lines of the calls between the two, outermost first; empty when they stand in one function. */
  readonly via: readonly number[]
}

/** A call of `join`: waiting for a thread is waiting for all it does. */
export interface JoinSite {
  readonly line: number
  /** The thread as written. */
  readonly thread: string
  readonly isUntimed: boolean
  /** Sites whose locks may be in hand, as indices into StaticLocks.sites. */
  readonly held: readonly number[]
}

/** What can be said of a program's locks without running it; over-approximates (every path counts as possible). */
export interface StaticLocks {
  /** In order of the source, function by function. */
  readonly sites: readonly AcquisitionSite[]
  readonly nested: readonly NestedAcquisition[]
  readonly joins: readonly JoinSite[]
  /** False for a program with more sites than can be followed: what is not listed is not impossible then. */
  readonly isComplete: boolean
}

/**
 * The acquisitions of a program, and which may happen while which lock is in hand. Follows every path of each function
 * (branches joined by union, `with` and try/finally scoped, the result of a `acquire` that can fail followed through
 * `if`), and calls by name: a method's name stands for every method of that name. Locks that a function returns with
 * are not followed into its caller; threads that are started are not calls.
 *
 * @param source the text `module` was read from.
 */
export function staticLocks(module: Module, source: string): StaticLocks {
  const flow = new LockFlow(module, source)
  const bindings = lockBindings(module)
  const lines = createLineIndex(source)
  const families = flow.waits.points.map((p): LockFamily | undefined =>
    p.kind === 'acquire' ? familyOf(p.target, bindings) : undefined,
  )
  const reached = summarise(flow).filter((r) => !isReentry(r, families))
  const numbers = new Map<number, number>()
  const sites = flow.waits.points.flatMap((point, index): readonly AcquisitionSite[] => {
    if (point.kind !== 'acquire') return []
    numbers.set(index, numbers.size)
    const { from, to, text, isUntimed } = point
    const family = families[index]?.name
    return [
      {
        from,
        to,
        line: lines.lineAt(from),
        lock: text,
        isUntimed,
        function: point.function,
        family,
      },
    ]
  })
  const site = (point: number): number => numbers.get(point) ?? 0
  return {
    sites,
    isComplete: flow.waits.isComplete,
    nested: reached
      .filter((r) => numbers.has(r.wanted))
      .map(({ held, wanted, via }) => ({
        held: site(held),
        wanted: site(wanted),
        via: via.map((offset) => lines.lineAt(offset)),
      })),
    joins: flow.waits.points.flatMap((point, index): readonly JoinSite[] => {
      if (point.kind !== 'join') return []
      const held = reached.filter((r) => r.wanted === index).map((r) => site(r.held))
      return [
        { line: lines.lineAt(point.from), thread: point.text, isUntimed: point.isUntimed, held },
      ]
    }),
  }
}

/** Taking the one re-entrant lock of a global again is no wait. */
function isReentry(
  { held, wanted }: Reached,
  families: readonly (LockFamily | undefined)[],
): boolean {
  const family = families[held]
  return family !== undefined && family.isOneReentrant && family.name === families[wanted]?.name
}
