/**
 * What each thread may still do from where it stands, learned from the search itself. For every thread and position (its
 * instruction and the calls around it) the steps seen there are kept: what they touched, and which position came next.
 * The *footprint* of a position is what was touched at it and at any position that follows.
 *
 * A search that decides by footprints is repeated until it has learned nothing new. Then it is as good as one that had
 * known everything from the beginning. Sketch: let a search with complete knowledge of what it saw explore from state s
 * only the threads T, and let w be a run from s in which some thread outside T makes, before any of T moves, a step x
 * that conflicts with the next step t of a thread of T; take the first such x. What comes before x in w is independent of
 * t, so it can follow t as well, and x after it, at the same positions of its thread. Runs from the state after t are
 * shorter (or nearer to a full expansion, see search.ts), so by induction the search has explored one that orders
 * independent steps differently at most: it has seen x's thread come from its position at s to x. Hence x is in the
 * footprint, and T would have contained that thread. Where t takes what x needs, x is not made after t but waited for:
 * what a thread waits for counts as touched at its position. (The argument is that of dynamic partial-order reduction, Flanagan
 * and Godefroid 2005, carried over to a search that keeps states.)
 *
 * An access counts with the locks that were held at *every* occasion. While another thread holds one of them it cannot
 * happen: that is what makes the sets small for programs that use locks.
 */
import { conflict, type Access } from './access'

interface Node {
  readonly own: Access[]
  readonly next: Set<number>
}

export interface Footprints {
  /** Notes a step at `position` that leads to `next`. */
  learn(position: number, accesses: readonly Access[], next: number): void
  /** Notes that `position` is followed by `next` as well (a thread that it starts). */
  follow(position: number, next: number): void
  /** Whether anything was learned since the last `close`. */
  readonly hasGrown: boolean
  /** Makes the footprints of everything learned so far. Cost: positions × distinct accesses. */
  close(): void
  /** Whether a thread at `position` may, as far as was known at the last `close`, touch what conflicts with one of these. */
  mayConflict(position: number, accesses: readonly Access[], heldByOther: number): boolean
  /** Whether a thread at `position` may write to `place`. */
  mayTouch(position: number, place: number): boolean
}

/** Footprint of one position: its accesses by place. */
type Footprint = ReadonlyMap<number, readonly Access[]>

export function createFootprints(): Footprints {
  const nodes = new Map<number, Node>()
  let closed = new Map<number, Footprint>()
  let hasGrown = false

  const nodeAt = (position: number): Node => {
    let node = nodes.get(position)
    if (node === undefined) {
      node = { own: [], next: new Set() }
      nodes.set(position, node)
      hasGrown = true
    }
    return node
  }
  const follow = (position: number, next: number): void => {
    const node = nodeAt(position)
    if (node.next.has(next)) return
    node.next.add(next)
    hasGrown = true
  }

  return {
    learn(position, accesses, next) {
      const node = nodeAt(position)
      for (const access of accesses) if (merge(node.own, access)) hasGrown = true
      follow(position, next)
    },
    follow,
    get hasGrown() {
      return hasGrown
    },
    close() {
      closed = closure(nodes)
      hasGrown = false
    },
    mayConflict(position, accesses, heldByOther) {
      const footprint = closed.get(position)
      if (footprint === undefined) return false
      return accesses.some((access) => meets(footprint, access, heldByOther))
    },
    mayTouch(position, place) {
      return (
        closed
          .get(position)
          ?.get(place)
          ?.some((a) => a.mode !== 0) === true
      )
    },
  }
}

/** Puts an access into a list in which each place, part and mode stands once. Answers whether the list changed. */
function merge(list: Access[], access: Access): boolean {
  const at = list.findIndex(
    (a) => a.place === access.place && a.part === access.part && a.mode === access.mode,
  )
  const known = list[at]
  if (known === undefined) {
    list.push(access)
    return true
  }
  const locks = known.locks & access.locks
  if (locks === known.locks) return false
  list[at] = { ...known, locks }
  return true
}

/** Least fixed point of: own accesses, and those of all that follow. */
function closure(nodes: ReadonlyMap<number, Node>): Map<number, Footprint> {
  const lists = new Map<number, Access[]>()
  for (const [position, node] of nodes) lists.set(position, [...node.own])
  // Later positions tend to have been learned later: backwards needs few rounds.
  const order = [...nodes].reverse()
  for (let isChanging = true; isChanging;) {
    isChanging = false
    for (const [position, node] of order) {
      const list = lists.get(position) ?? []
      for (const next of node.next) {
        for (const access of lists.get(next) ?? []) if (merge(list, access)) isChanging = true
      }
    }
  }
  return new Map([...lists].map(([position, list]) => [position, byPlace(list)] as const))
}

function byPlace(list: readonly Access[]): Footprint {
  const footprint = new Map<number, Access[]>()
  for (const access of list) {
    const same = footprint.get(access.place)
    if (same === undefined) footprint.set(access.place, [access])
    else same.push(access)
  }
  return footprint
}

function meets(footprint: Footprint, access: Access, heldByOther: number): boolean {
  const isMet = (a: Access): boolean => (a.locks & heldByOther) === 0 && conflict(a, access)
  if (access.place === 0) {
    for (const list of footprint.values()) if (list.some(isMet)) return true
    return false
  }
  return footprint.get(access.place)?.some(isMet) === true || footprint.get(0)?.some(isMet) === true
}
