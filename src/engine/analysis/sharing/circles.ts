/**
 * Circles of waits: a circle is dropped where its acquisitions cannot happen in threads that run at the same time, or where
 * one more lock, in hand at two of them, keeps them apart (a gate).
 */
import { groupBy } from '../../../base'
import type { KnownNesting } from './lockOrder'
import type { LockObject } from './objects'
import type { Overlap } from './overlap'

/** Steps of a search for circles; what is not searched to its end counts as one. */
const SEARCH_STEPS = 20_000

export class Circles {
  private readonly byHeld: ReadonlyMap<LockObject, readonly KnownNesting[]>
  /** Locks that may be waited for, one after the other, by who has one in hand. */
  private readonly reached = new Map<LockObject, ReadonlySet<LockObject>>()
  private steps = 0

  constructor(
    private readonly nestings: readonly KnownNesting[],
    private readonly overlap: Overlap,
  ) {
    this.byHeld = groupBy(nestings, ({ held }) => held)
  }

  /** A shortest circle that threads can be in together; undefined where there is none. */
  shortest(): readonly KnownNesting[] | undefined {
    return this.through(this.nestings)
  }

  /** Every nesting that is part of a circle. */
  members(): ReadonlySet<KnownNesting> {
    const found = new Set<KnownNesting>()
    for (const nesting of this.nestings) {
      if (found.has(nesting) || !this.reachedFrom(nesting.wanted).has(nesting.held)) continue
      for (const member of this.through([nesting]) ?? []) found.add(member)
    }
    return found
  }

  private reachedFrom(start: LockObject): ReadonlySet<LockObject> {
    const known = this.reached.get(start)
    if (known !== undefined) return known
    const found = new Set([start])
    for (const lock of found) {
      for (const { wanted } of this.byHeld.get(lock) ?? []) found.add(wanted)
    }
    this.reached.set(start, found)
    return found
  }

  private through(starts: readonly KnownNesting[]): readonly KnownNesting[] | undefined {
    for (let length = 1; length <= this.byHeld.size; length++) {
      for (const nesting of starts) {
        const found = this.extend([nesting], length)
        if (found !== undefined) return found
      }
    }
    return undefined
  }

  private extend(
    path: readonly KnownNesting[],
    length: number,
  ): readonly KnownNesting[] | undefined {
    const [first] = path
    const last = path.at(-1)
    if (first === undefined || last === undefined) return undefined
    if (path.length === length) return last.wanted === first.held ? path : undefined
    for (const next of this.byHeld.get(last.wanted) ?? []) {
      if (path.some(({ held }) => held === next.held)) continue
      if ((this.steps += 1) > SEARCH_STEPS) return path
      if (!path.every((n) => this.canMeet(n, next))) continue
      const found = this.extend([...path, next], length)
      if (found !== undefined) return found
    }
    return undefined
  }

  private canMeet(a: KnownNesting, b: KnownNesting): boolean {
    const gates = [...a.gates].filter((gate) => gate !== a.held && gate !== b.held)
    return this.overlap.may(a, b) && !gates.some((gate) => b.gates.has(gate))
  }
}
