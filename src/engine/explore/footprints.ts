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
import { grown } from '../../base'
import { conflict, MODE, PLACE, WHOLE, type Access } from './access'

/** What a step touches. Equal accesses (lines aside) are one label, so that what is known of it need not be looked up again. */
export interface Label {
  readonly number: number
  readonly accesses: readonly Access[]
  /** The next label with the same hash. */
  readonly next: Label | undefined
  /** What was answered about it, by locks that another thread held. */
  answers: Answers | undefined
}

/** Answers about a label while another thread holds certain locks. */
interface Answers {
  readonly label: Label
  readonly held: number
  /** By number of a position: NOT_ASKED, YES, or the number of the search that relies on a *no*. */
  byNode: Int32Array
  /** The next of the same label. */
  readonly next: Answers | undefined
}

const NOT_ASKED = 0
/** What is learned later does not change it. */
const YES = -1

/** What is known of a position. */
export interface Node {
  readonly number: number
  /** What was touched at it and at any position that follows, by place. */
  readonly accesses: Map<number, Access[]>
  /** The answers in which it has a *no*. */
  denials: Answers[]
  /** Where the last step with each label led. */
  readonly steps: Map<number, Node>
  readonly next: Set<Node>
  readonly sources: Node[]
}

export class Footprints {
  private readonly nodes = new Map<number, Node>()
  private readonly labels = new Map<number, Label>()
  private labelCount = 0
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
    const following = this.nodeAt(next)
    const label = this.labelOf(accesses)
    if (node.steps.get(label.number) === following) return
    node.steps.set(label.number, following)
    for (const access of accesses) this.add(node, access)
    if (node !== following) this.link(node, following)
  }

  /** Notes that `position` is followed by `next` as well (a thread that it starts). */
  follow(position: number, next: number): void {
    this.link(this.nodeAt(position), this.nodeAt(next))
  }

  /** What a step touches, to ask about. Cost: the number of accesses. */
  labelOf(accesses: readonly Access[]): Label {
    const hash = hashOf(accesses)
    const first = this.labels.get(hash)
    for (let label = first; label !== undefined; label = label.next) {
      if (areSame(label.accesses, accesses)) return label
    }
    const label: Label = { number: this.labelCount++, accesses, next: first, answers: undefined }
    this.labels.set(hash, label)
    return label
  }

  /** Whether a thread that stands there may, as far as is known, touch what conflicts with the label. */
  mayConflict(node: Node, label: Label, heldByOther: number): boolean {
    let answers = label.answers
    while (answers !== undefined && answers.held !== heldByOther) answers = answers.next
    const known = answers?.byNode[node.number] ?? NOT_ASKED
    if (known === YES) return true
    if (known === this.search) return false
    return this.answer(node, answers ?? this.firstAbout(label, heldByOther))
  }

  private firstAbout(label: Label, held: number): Answers {
    const byNode = new Int32Array(Math.max(FEW_NODES, this.nodes.size))
    return (label.answers = { label, held, byNode, next: label.answers })
  }

  private answer(node: Node, answers: Answers): boolean {
    const { number } = node
    if (number >= answers.byNode.length) {
      answers.byNode = grown(answers.byNode, Math.max(2 * answers.byNode.length, number + 1))
    }
    if (answers.byNode[number] === NOT_ASKED) {
      if (mayMeet(node, answers.label, answers.held)) {
        answers.byNode[number] = YES
        return true
      }
      node.denials.push(answers)
    }
    answers.byNode[number] = this.search
    return false
  }

  /** Whether a thread that stands there may write to `place`. */
  mayTouch(node: Node, place: number): boolean {
    const look: Access = { place, part: WHOLE, mode: MODE.read, locks: 0, isData: false, line: 0 }
    return this.mayConflict(node, this.labelOf([look]), 0)
  }

  /** What is known of the position with this number. */
  nodeAt(position: number): Node {
    const known = this.nodes.get(position)
    if (known !== undefined) return known
    const node: Node = {
      number: this.nodes.size,
      accesses: new Map(),
      denials: [],
      steps: new Map(),
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

  /** Something was learned of a position: takes back what it contradicts, that something meets nothing there. */
  private revise(node: Node, learned: Access): void {
    const isRight = ({ label, held }: Answers): boolean =>
      (learned.locks & held) !== 0 || !label.accesses.some((access) => conflict(learned, access))
    if (node.denials.every(isRight)) return
    for (const answers of node.denials) {
      if (isRight(answers)) continue
      if (answers.byNode[node.number] === this.search) this.isWrong = true
      answers.byNode[node.number] = NOT_ASKED
    }
    node.denials = node.denials.filter(isRight)
  }

  /** Adds an access to a position and to those that lead to it. */
  private add(node: Node, access: Access): void {
    const pending = [node]
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const merged = merge(at.accesses, access)
      if (merged === undefined) continue
      this.revise(at, merged)
      pending.push(...at.sources)
    }
  }
}

/** Positions for which the first answers have room. */
const FEW_NODES = 1 << 5

function mayMeet(node: Node, { accesses }: Label, held: number): boolean {
  return accesses.some((access) => touches(node, access, held))
}

/** Whether something that conflicts with `access` is touched from here on, while another thread holds `held`. */
function touches({ accesses }: Node, access: Access, held: number): boolean {
  const isMet = (a: Access): boolean => (a.locks & held) === 0 && conflict(a, access)
  if (access.place === PLACE.anything) {
    for (const list of accesses.values()) if (list.some(isMet)) return true
    return false
  }
  return (
    accesses.get(access.place)?.some(isMet) === true ||
    accesses.get(PLACE.anything)?.some(isMet) === true
  )
}

/** Puts an access among others, where each place, part and mode stands once. Answers it as it then stands, if that is new. */
function merge(accesses: Node['accesses'], access: Access): Access | undefined {
  let list = accesses.get(access.place)
  if (list === undefined) {
    list = []
    accesses.set(access.place, list)
  }
  const at = list.findIndex((a) => a.part === access.part && a.mode === access.mode)
  const known = list[at]
  if (known === undefined) {
    list.push(access)
    return access
  }
  const locks = known.locks & access.locks
  if (locks === known.locks) return undefined
  return (list[at] = { ...known, locks })
}

function hashOf(accesses: readonly Access[]): number {
  let hash = accesses.length
  for (const { place, part, mode, locks } of accesses) {
    hash = Math.imul(hash ^ place, 0xcc9e2d51) + mode
    hash = Math.imul(hash ^ part ^ locks, 0x1b873593)
    hash ^= hash >>> 15
  }
  return hash
}

function areSame(a: readonly Access[], b: readonly Access[]): boolean {
  return a.length === b.length && a.every((access, i) => isSame(access, b[i]))
}

function isSame(a: Access, b: Access | undefined): boolean {
  return a.place === b?.place && a.part === b.part && a.mode === b.mode && a.locks === b.locks
}
