/** What the source of a program allows, per condition: an empty list means that no path makes the condition true. */
import type { Condition, StaticEvidence } from './coffman'
import type { AcquisitionSite, NestedAcquisition, StaticWaits } from './sharing'

/** Evidence for each condition. */
export function staticConditions(
  waits: StaticWaits,
): Readonly<Record<Condition, readonly StaticEvidence[]>> {
  const { sites, nested } = waits
  const evidence = (pairs: readonly NestedAcquisition[]): readonly StaticEvidence[] =>
    pairs.map((pair) => nestedEvidence(pair, waits))
  const acquired = sites.filter(({ kind, isReached }) => kind === 'acquire' && isReached)
  const joins = joinEvidence(waits)
  const untimed = nested.filter(({ wanted }) => sites[wanted]?.isUntimed === true)
  return {
    mutualExclusion: acquired.map(siteEvidence),
    holdAndWait: [...evidence(nested), ...joins],
    noPreemption:
      nested.length === 0 && joins.length === 0
        ? acquired.filter(({ isUntimed }) => isUntimed).map(siteEvidence)
        : [...evidence(untimed), ...joins],
    circularWait: [...evidence(nested.filter(({ isCircular }) => isCircular)), ...joins],
  }
}

function siteEvidence({ line, lock }: AcquisitionSite): StaticEvidence {
  return { line, lock, heldLock: undefined, heldLine: undefined }
}

function nestedEvidence(
  { held, wanted }: NestedAcquisition,
  { sites }: StaticWaits,
): StaticEvidence {
  return {
    line: sites[wanted]?.line ?? 0,
    lock: sites[wanted]?.lock ?? '',
    heldLock: sites[held]?.lock,
    heldLine: sites[held]?.line,
  }
}

/** A join with a lock in hand waits for all the other thread may wait for, that lock among it. */
function joinEvidence({ joins, sites }: StaticWaits): readonly StaticEvidence[] {
  return joins.flatMap(({ line, thread, isUntimed, held }) =>
    (isUntimed ? held : []).map((site) => ({
      line,
      lock: thread,
      heldLock: sites[site]?.lock,
      heldLine: sites[site]?.line,
    })),
  )
}
