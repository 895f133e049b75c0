import type { Root } from './activation'
import type { HeldState } from './held'
import type { ThreadFlow } from './threadFlow'

/** A moment in the run of a root's threads. */
export interface Moment {
  readonly root: Root
  /** The threads that it knows may run. */
  readonly running: HeldState['running']
}

/**
 * Which moments of different threads may happen at the same time, by where threads are started and joined. What other
 * objects order (events, queues, conditions) is not looked at: such moments count as overlapping.
 */
export class Overlap {
  private readonly ancestors = new Map<Root, ReadonlySet<Root>>()

  constructor(private readonly flow: ThreadFlow) {
    for (const root of flow.pointsTo.roots) this.ancestors.set(root, this.ancestorsOf(root))
  }

  may(a: Moment, b: Moment): boolean {
    if (a.root === b.root) return this.flow.mayOverlap(a.root, b.root)
    if (this.isAncestor(a.root, b.root)) return a.running.has(b.root)
    if (this.isAncestor(b.root, a.root)) return b.running.has(a.root)
    // Only who starts both sees whether one is joined before the other starts.
    const [one, ...others] = [
      ...new Set([...this.flow.startersOf(a.root), ...this.flow.startersOf(b.root)]),
    ]
    const isSeen = one !== undefined && others.length === 0 && !this.flow.mayOverlap(one, one)
    return !isSeen || this.flow.mayOverlap(a.root, b.root)
  }

  /** Every thread of `root` was started by one of `ancestor`, which runs once, or by one that was. */
  private isAncestor(ancestor: Root, root: Root): boolean {
    return this.ancestors.get(root)?.has(ancestor) === true
  }

  private ancestorsOf(root: Root): ReadonlySet<Root> {
    const found = new Set<Root>()
    let at: Root | undefined = root
    while (at !== undefined) {
      const [starter, ...others]: readonly Root[] = [...this.flow.startersOf(at)]
      at = others.length === 0 && starter !== undefined && !found.has(starter) ? starter : undefined
      if (at !== undefined && this.flow.multiplicity.startsOnce(at)) found.add(at)
    }
    return found
  }
}
