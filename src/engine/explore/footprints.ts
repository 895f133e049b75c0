/**
 * What each thread may still do from where it stands, learned from the search itself. For every thread and position (its
 * instruction and the calls around it) the steps seen there are kept: what they touched, and which position came next.
 * The *footprint* of a position is what was touched at it and at any position that follows.
 *
 * A search decides by what is known so far, and is repeated as long as something learned later contradicts an answer that
 * it was given. Once nothing does, it has decided like one that had known everything from the beginning. Sketch: let a search with complete knowledge of what it saw explore from state s
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
import { conflict, MODE, PLACE, WHOLE, type Access } from './access'

/** A question whose answer was no: whether anything conflicts with `access` while another thread holds `held`. */
interface Denial {
  readonly access: Access
  readonly held: number
}

/** A position. */
interface Node {
  /** What was touched at it and at any position that follows, by place. */
  readonly accesses: Map<number, Access[]>
  /** What search number `askedIn` was told, by place. */
  readonly denials: Map<number, Denial[]>
  askedIn: number
  readonly next: Set<Node>
  readonly sources: Node[]
}

export class Footprints {
  private readonly nodes = new Map<number, Node>()
  private search = 0
  private isWrong = false

  /** A search begins: what earlier ones were told does not matter any more. */
  begin(): void {
    this.search++
    this.isWrong = false
  }

  /** Whether something that was learned contradicts an answer given since `begin`. */
  get isContradicted(): boolean {
    return this.isWrong
  }

  /** Notes a step at `position` that leads to `next`. Cost: the positions that precede, where something is new. */
  learn(position: number, accesses: readonly Access[], next: number): void {
    const node = this.nodeAt(position)
    for (const access of accesses) this.add(node, access)
    if (next !== position) this.link(node, this.nodeAt(next))
  }

  /** Notes that `position` is followed by `next` as well (a thread that it starts). */
  follow(position: number, next: number): void {
    this.link(this.nodeAt(position), this.nodeAt(next))
  }

  /** Whether a thread at `position` may, as far as is known, touch what conflicts with one of these. */
  mayConflict(position: number, accesses: readonly Access[], heldByOther: number): boolean {
    const node = this.nodeAt(position)
    return accesses.some((access) => this.meets(node, access, heldByOther))
  }

  /** Whether a thread at `position` may write to `place`. */
  mayTouch(position: number, place: number): boolean {
    const look: Access = { place, part: WHOLE, mode: MODE.read, locks: 0, isData: false, line: 0 }
    return this.meets(this.nodeAt(position), look, 0)
  }

  private nodeAt(position: number): Node {
    const known = this.nodes.get(position)
    if (known !== undefined) return known
    const node: Node = {
      accesses: new Map(),
      denials: new Map(),
      askedIn: this.search,
      next: new Set(),
      sources: [],
    }
    this.nodes.set(position, node)
    return node
  }

  private link(node: Node, next: Node): void {
    if (node.next.has(next)) return
    node.next.add(next)
    next.sources.push(node)
    for (const list of next.accesses.values()) for (const access of list) this.add(node, access)
  }

  /** Adds an access to a position and to those that lead to it. */
  private add(node: Node, access: Access): void {
    const pending = [node]
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const merged = merge(at.accesses, access)
      if (merged === undefined) continue
      if (at.askedIn === this.search && contradicts(at.denials, merged)) this.isWrong = true
      pending.push(...at.sources)
    }
  }

  private meets(node: Node, access: Access, held: number): boolean {
    const conflicts = (a: Access): boolean => (a.locks & held) === 0 && conflict(a, access)
    if (isSome(node.accesses, access.place, conflicts)) return true
    if (node.askedIn !== this.search) {
      node.askedIn = this.search
      node.denials.clear()
    }
    const denials = listAt(node.denials, access.place)
    if (!denials.some((d) => d.held === held && isSame(d.access, access))) {
      denials.push({ access, held })
    }
    return false
  }
}

/** Whether what was learned conflicts with something that was said to meet nothing. */
function contradicts(denials: Node['denials'], learned: Access): boolean {
  return isSome(
    denials,
    learned.place,
    ({ access, held }) => (learned.locks & held) === 0 && conflict(learned, access),
  )
}

/** Whether one of `entries` that may lie at `place` passes the test. */
function isSome<T>(
  entries: ReadonlyMap<number, T[]>,
  place: number,
  test: (entry: T) => boolean,
): boolean {
  if (place === PLACE.anything) {
    for (const list of entries.values()) if (list.some(test)) return true
    return false
  }
  return entries.get(place)?.some(test) === true || entries.get(PLACE.anything)?.some(test) === true
}

/** Puts an access among others, where each place, part and mode stands once. Answers it as it then stands, if that is new. */
function merge(accesses: Node['accesses'], access: Access): Access | undefined {
  const list = listAt(accesses, access.place)
  const at = list.findIndex((a) => isSame(a, access))
  const known = list[at]
  if (known === undefined) {
    list.push(access)
    return access
  }
  const locks = known.locks & access.locks
  if (locks === known.locks) return undefined
  return (list[at] = { ...known, locks })
}

function isSame(a: Access, b: Access): boolean {
  return a.place === b.place && a.part === b.part && a.mode === b.mode
}

function listAt<T>(lists: Map<number, T[]>, place: number): T[] {
  let list = lists.get(place)
  if (list === undefined) {
    list = []
    lists.set(place, list)
  }
  return list
}
