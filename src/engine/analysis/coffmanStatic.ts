/** What the source of a program allows, per condition: an empty list means that no path makes the condition true. */
import type { NestedAcquisition, StaticLocks } from './acquisitions'
import type { Condition, StaticEvidence } from './coffman'
import { successorsOf, type Successors } from './cycles'

/** Evidence for each condition. */
export function staticConditions(
  locks: StaticLocks,
): Readonly<Record<Condition, readonly StaticEvidence[]>> {
  const nesting = locks.nested.map((nested) => nestedEvidence(nested, locks))
  const joins = joinEvidence(locks)
  const untimed = locks.nested.filter((n) => locks.sites[n.wanted]?.isUntimed === true)
  const inCycle = circular(locks)
  return {
    mutualExclusion: locks.sites.map(({ line, lock }) => ({
      line,
      lock,
      heldLock: undefined,
      heldLine: undefined,
    })),
    holdAndWait: [...nesting, ...joins],
    noPreemption:
      locks.nested.length === 0 && joins.length === 0
        ? locks.sites.flatMap(({ line, lock, isUntimed }) =>
            isUntimed ? [{ line, lock, heldLock: undefined, heldLine: undefined }] : [],
          )
        : [...untimed.map((nested) => nestedEvidence(nested, locks)), ...joins],
    circularWait: [...inCycle.map((nested) => nestedEvidence(nested, locks)), ...joins],
  }
}

function nestedEvidence(
  { held, wanted }: NestedAcquisition,
  { sites }: StaticLocks,
): StaticEvidence {
  return {
    line: sites[wanted]?.line ?? 0,
    lock: sites[wanted]?.lock ?? '',
    heldLock: sites[held]?.lock,
    heldLine: sites[held]?.line,
  }
}

/** A join with a lock in hand waits for all the other thread may wait for, that lock among it. */
function joinEvidence({ joins, sites }: StaticLocks): readonly StaticEvidence[] {
  return joins.flatMap(({ line, thread, isUntimed, held }) =>
    (isUntimed ? held : []).map((site) => ({
      line,
      lock: thread,
      heldLock: sites[site]?.lock,
      heldLine: sites[site]?.line,
    })),
  )
}

/**
 * Nested acquisitions that may be part of a cycle of orders: of one family (two accounts in either order, or one lock
 * twice), of a lock that may be any, or on a cycle of families.
 */
function circular({ nested, sites }: StaticLocks): readonly NestedAcquisition[] {
  const names = [...new Set(sites.map((site) => site.family))]
  const family = (site: number): number => names.indexOf(sites[site]?.family)
  const unknown = names.indexOf(undefined)
  const order = successorsOf(nested.map(({ held, wanted }) => [family(held), family(wanted)]))
  return nested.filter(({ held, wanted }) => {
    const isUnknown = family(held) === unknown || family(wanted) === unknown
    return isUnknown || reaches(family(wanted), family(held), order)
  })
}

function reaches(from: number, to: number, successors: Successors): boolean {
  const met = new Set([from])
  for (const node of met) {
    if (node === to) return true
    for (const next of successors.get(node) ?? []) met.add(next)
  }
  return false
}
