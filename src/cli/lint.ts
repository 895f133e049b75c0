import { staticLocks, type AcquisitionSite } from '../engine/analysis'
import { parse } from '../engine/language'

export interface LockOrder {
  readonly held: string
  readonly heldLine: number
  readonly acquired: string
  readonly line: number
}

/** The places of an accepted source that acquire locks, and which may follow while which is held. */
export function lockOrderOf(source: string): {
  readonly sites: readonly AcquisitionSite[]
  readonly edges: readonly LockOrder[]
} {
  const reading = parse(source)
  if (reading.kind === 'refused') return { sites: [], edges: [] }
  const { sites, nested } = staticLocks(reading.module, source)
  const edges = nested.flatMap(({ held, wanted }) => {
    const first = sites[held]
    const second = sites[wanted]
    if (first === undefined || second === undefined) return []
    return [{ held: first.lock, heldLine: first.line, acquired: second.lock, line: second.line }]
  })
  return { sites, edges }
}
