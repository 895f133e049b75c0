/**
 * Steps that need not be executed again. A step is a function of the words that it reads: a thread in the same private
 * part, to which everything it asked for gives the same answers, does the same. So each step is executed once, while the
 * memory tells what is read; what it asked for becomes a way through a decision tree of its private part, and what it did
 * the leaf at its end. (Transition caching of LTSmin, Blom, van de Pol and Weber 2010, with dependencies that are observed
 * and not declared.)
 */
import { BugError, grown } from '../../base'

/** What a step asks: the value of a variable of the state (0 and above), or the following. */
export type Question = number

/** Which threads wait for the end of the thread. */
export function joinersQuestion(thread: number): Question {
  return -1 - thread
}

/** Answers questions about a state that are about no variable. */
export type Respondent = (question: Question) => number

const FIRST_CAPACITY = 1 << 10

export class LearnedSteps<Step> {
  private steps: Step[] = []
  /** By number of a private part: where its tree begins. 0: nothing known; above: a node; below: -1 - number of a step. */
  private roots = new Int32Array(FIRST_CAPACITY)
  /** By node, from 1: what it asks, the answer it got last, and where that leads. */
  private nodes = new Int32Array(NODE_WORDS * FIRST_CAPACITY)
  private nodeCount = 1
  /** Branches: node, answer, and where it leads. A hash table with open addressing, at most half full. */
  private table = new Int32Array(BRANCH_WORDS * FIRST_CAPACITY)
  private mask = FIRST_CAPACITY - 1
  private branches = 0

  get bytes(): number {
    return this.roots.byteLength + this.treeBytes
  }

  /** Those of the trees, which `clear` gives back. */
  get treeBytes(): number {
    return this.table.byteLength + this.nodes.byteLength + STEP_BYTES * this.steps.length
  }

  /** The step of the thread whose private part has this number in the state `values`, if it is known. */
  find(part: number, values: Int32Array, respond: Respondent): Step | undefined {
    let at = part < this.roots.length ? (this.roots[part] as number) : 0
    const { nodes } = this
    while (at > 0) {
      const node = NODE_WORDS * at
      const question = nodes[node] as number
      const answer = question >= 0 ? (values[question] as number) : respond(question)
      if (nodes[node + 1] === answer && nodes[node + 2] !== 0) at = nodes[node + 2] as number
      else {
        at = this.table[this.branch(at, answer) + 2] as number
        nodes[node + 1] = answer
        nodes[node + 2] = at
      }
    }
    return at === 0 ? undefined : this.steps[-1 - at]
  }

  /** Keeps a step, which asked these questions in this order. */
  add(
    part: number,
    asked: readonly Question[],
    values: Int32Array,
    respond: Respondent,
    step: Step,
  ): void {
    while (part >= this.roots.length) this.roots = grown(this.roots)
    this.steps.push(step)
    const leaf = -this.steps.length
    let at = this.roots[part] as number
    if (at === 0) this.roots[part] = at = asked.length === 0 ? leaf : this.node(asked, 0)
    for (const [i, question] of asked.entries()) {
      if (this.nodes[NODE_WORDS * at] !== question)
        throw new BugError('a step depends on what it did not ask')
      const answer = question >= 0 ? (values[question] as number) : respond(question)
      const known = this.table[this.branch(at, answer) + 2] as number
      at =
        known === 0
          ? this.grow(at, answer, i + 1 < asked.length ? this.node(asked, i + 1) : leaf)
          : known
    }
    if (at !== leaf) throw new BugError('a step was learned twice')
  }

  /** Forgets everything. */
  clear(): void {
    this.steps = []
    this.roots.fill(0)
    this.nodes = new Int32Array(NODE_WORDS * FIRST_CAPACITY)
    this.nodeCount = 1
    this.table = new Int32Array(BRANCH_WORDS * FIRST_CAPACITY)
    this.mask = FIRST_CAPACITY - 1
    this.branches = 0
  }

  private node(asked: readonly Question[], i: number): number {
    const node = this.nodeCount++
    while (NODE_WORDS * this.nodeCount > this.nodes.length) this.nodes = grown(this.nodes)
    this.nodes[NODE_WORDS * node] = asked[i] as number
    return node
  }

  /** Where the branch of a node stands in the table, or would. */
  private branch(node: number, answer: number): number {
    const { table, mask } = this
    let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(answer, 0x85ebca6b)
    hash ^= hash >>> 15
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const entry = BRANCH_WORDS * at
      const owner = table[entry]
      if (owner === 0 || (owner === node && table[entry + 1] === answer)) return entry
    }
  }

  private grow(node: number, answer: number, target: number): number {
    if (2 * ++this.branches > this.mask) this.rehash()
    const entry = this.branch(node, answer)
    this.table[entry] = node
    this.table[entry + 1] = answer
    this.table[entry + 2] = target
    return target
  }

  private rehash(): void {
    const old = this.table
    this.table = new Int32Array(2 * old.length)
    this.mask = 2 * this.mask + 1
    for (let from = 0; from < old.length; from += BRANCH_WORDS) {
      if (old[from] === 0) continue
      const to = this.branch(old[from] as number, old[from + 1] as number)
      for (let i = 0; i < BRANCH_WORDS; i++) this.table[to + i] = old[from + i] as number
    }
  }
}

/** Of a branch in the table. */
const BRANCH_WORDS = 4
/** Of a node. */
const NODE_WORDS = 4

/** Of a step, about. */
const STEP_BYTES = 200
