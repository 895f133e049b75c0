/**
 * Threads that a search with reduction puts off for ever. Every way through the explored states ends in a strongly
 * connected part that nothing leaves. A thread that can move in such a part and is explored in no state of it is
 * *ignored* there, and with it what it would do later (Valmari 1991). One state of the part must then explore it too.
 */
import { Edges, isAcyclic } from './edges'
import { unpackMove, type PackedMove } from './stateStore'

/** Threads to be explored from a state as well. */
export interface Ignored {
  readonly state: number
  readonly threads: readonly number[]
}

/** What a search with reduction has explored, every state expanded. */
export class ReducedGraph {
  /** Threads that could move and were not explored, by state. */
  readonly leftOut = new Map<number, readonly number[]>()
  readonly successors = new Edges()
  /** Threads that were explored on the ways out of a state. */
  private readonly explored = new Edges()
  private mayLoop = false

  get bytes(): number {
    return this.successors.bytes + this.explored.bytes
  }

  /** A way from `state` to `target`: the first `moves` of `way`. */
  add(state: number, way: readonly PackedMove[], moves: number, target: number): void {
    this.successors.add(state, target)
    for (let i = 0; i < moves; i++) {
      const { thread } = unpackMove(way[i] as number)
      if (!this.explored.has(state, thread)) this.explored.add(state, thread)
    }
    // A loop must lead to a state found before, or to itself.
    if (target <= state) this.mayLoop = true
  }

  /** Whether some way leads back to where it began. Cost: linear in the transitions. */
  hasLoop(states: number): boolean {
    return this.mayLoop && !isAcyclic(this.successors, states)
  }

  /** Whether some thread may be ignored at all. `states`: how many there are. Cost: linear in the transitions. */
  mayIgnore(states: number): boolean {
    return this.leftOut.size > 0 && this.hasLoop(states)
  }

  /**
   * By part, the threads it ignores, each with the first state that can explore it; they are then taken to be explored
   * there. `states`: how many there are. Cost: linear in the transitions.
   */
  ignored(states: number): Ignored[] {
    if (!this.mayLoop || this.leftOut.size === 0) return []
    return new FinalParts(this.successors, states).find().flatMap((part) => this.ignoredIn(part))
  }

  private ignoredIn(part: readonly number[]): Ignored[] {
    const seen = new Set<number>()
    const found: Ignored[] = []
    for (const state of part) {
      const leftOut = this.leftOut.get(state) ?? []
      const threads = leftOut.filter(
        (thread) => !seen.has(thread) && !part.some((one) => this.explored.has(one, thread)),
      )
      if (threads.length === 0) continue
      for (const thread of threads) seen.add(thread)
      this.leftOut.set(
        state,
        leftOut.filter((thread) => !seen.has(thread)),
      )
      found.push({ state, threads })
    }
    return found
  }
}

/** Strongly connected parts of a graph that no transition leaves (Tarjan 1972, without recursion). */
class FinalParts {
  private readonly index: Int32Array
  private readonly low: Int32Array
  /** Edges looked at, by state: the next one + 1, or 0 behind the last. */
  private readonly next: Int32Array
  /** Number of the part of a state whose part is closed. */
  private readonly part: Int32Array
  private readonly open: number[] = []
  private readonly path: number[] = []
  private readonly final: number[][] = []
  private parts = 0
  private found = 0

  constructor(
    private readonly edges: Edges,
    private readonly states: number,
  ) {
    const array = (): Int32Array => new Int32Array(states)
    this.index = array()
    this.low = array()
    this.next = array()
    this.part = array()
  }

  /** By part, its states in order of discovery. */
  find(): readonly (readonly number[])[] {
    for (let start = 0; start < this.states; start++) {
      if (this.index[start] === 0) this.enter(start)
      for (let state = this.path.at(-1); state !== undefined; state = this.path.at(-1)) {
        this.look(state)
      }
    }
    return this.final
  }

  private enter(state: number): void {
    this.index[state] = this.low[state] = ++this.found
    this.next[state] = (this.edges.firstOf(state) ?? -1) + 1
    this.open.push(state)
    this.path.push(state)
  }

  /** At the next successor of the state at the end of the path, or, behind the last, back. */
  private look(state: number): void {
    const edge = (this.next[state] as number) - 1
    if (edge < 0) return this.leave(state)
    this.next[state] = (this.edges.after(edge) ?? -1) + 1
    const target = this.edges.target(edge)
    if (this.index[target] === 0) this.enter(target)
    else if (this.part[target] === 0) this.lower(state, this.index[target] as number)
  }

  private leave(state: number): void {
    this.path.pop()
    const above = this.path.at(-1)
    if (above !== undefined) this.lower(above, this.low[state] as number)
    if (this.low[state] === this.index[state]) this.close(state)
  }

  private lower(state: number, to: number): void {
    this.low[state] = Math.min(this.low[state] as number, to)
  }

  private close(root: number): void {
    const states = this.open.splice(this.open.lastIndexOf(root)).sort((a, b) => a - b)
    this.parts++
    for (const state of states) this.part[state] = this.parts
    const isLeft = (state: number): boolean =>
      this.edges.some(state, (target) => this.part[target] !== this.parts)
    if (!states.some(isLeft)) this.final.push(states)
  }
}
