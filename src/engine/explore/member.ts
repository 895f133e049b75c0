/** One of the workers of a search that several make: what it does with its share, and what it has found that is new. */
import type { FoundRace } from './findings'
import type { FullSearch } from './fullSearch'
import type { WorkerReport } from './orders'
import type { Batch, Share, SharedViolation } from './share'

/** What a worker has found in a batch and did not know before. */
export interface Finds {
  readonly violations: readonly SharedViolation[]
  readonly races: readonly FoundRace[]
  readonly bound: Share['bound']
  /** Addresses of locks: by bit, as in the races, and pairs in the order in which they were taken. */
  readonly locks: readonly number[]
  readonly lockOrder: readonly (readonly [number, number])[]
}

export class Member {
  private transitions = 0
  private races = 0
  private lockPairs = 0

  constructor(
    readonly search: FullSearch,
    readonly share: Share,
  ) {
    this.races = search.findings.races.length
  }

  begin(batch: Batch): void {
    this.transitions = this.search.transitions
    this.share.begin(batch)
  }

  /** Expands up to `most` states of the batch; answers whether any are left. */
  expand(most: number): boolean {
    for (let n = 0; n < most; n++) if (!this.search.expandShared(this.share.batch)) return false
    return true
  }

  /** What is new in the batch, once its states have their numbers; undefined where nothing is. */
  finds(): Finds | undefined {
    const violations = this.newViolations()
    const races = this.search.findings.races.slice(this.races)
    this.races += races.length
    const { locks } = this.search.recorder
    const lockOrder = this.newLockOrder()
    const { bound } = this.share
    const isNothing = violations.length + races.length + lockOrder.length === 0
    return isNothing && bound === undefined
      ? undefined
      : { violations, races, bound, locks, lockOrder }
  }

  report(hasSent: boolean): WorkerReport {
    const { search, share } = this
    return {
      transitions: search.transitions - this.transitions,
      bytes: search.ownBytes + share.bytes,
      mostThreads: search.mostThreads,
      hasWayBack: search.mayLoop,
      isReliable: search.isReliable,
      hasSent,
    }
  }

  /** In the order in which a single worker would have found them. */
  private newViolations(): SharedViolation[] {
    const { findings } = this.search
    return this.share.violations.sort(inOrder).filter((found) => {
      const { length } = findings.violations
      findings.violation(found)
      return findings.violations.length > length
    })
  }

  private newLockOrder(): (readonly [number, number])[] {
    const { lockOrder, locks } = this.search.recorder
    const pairs = [...lockOrder].slice(this.lockPairs)
    this.lockPairs = lockOrder.size
    return pairs.map((pair) => [locks[pair >> 5] ?? 0, locks[pair & 31] ?? 0])
  }
}

export function inOrder(a: SharedViolation, b: SharedViolation): number {
  return a.at - b.at || a.by - b.by
}
