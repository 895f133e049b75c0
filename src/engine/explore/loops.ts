/**
 * The loops of a graph of states: strongly connected components that hold a transition (Tarjan 1972, without recursion,
 * so that deep graphs do not exhaust the stack).
 */
import type { Transitions } from './transitions'

/** Which part of the graph is looked at. */
export interface Subgraph {
  hasState(state: number): boolean
  hasTransition(transition: number): boolean
}

/** States of each loop, ascending; loops by their lowest state. Cost: linear in the transitions. */
export function loopsOf(transitions: Transitions, part: Subgraph): number[][] {
  const found = new Tarjan(transitions, part).run()
  return found
    .filter((component) => isLoop(transitions, part, component))
    .map((component) => component.sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function isLoop(transitions: Transitions, part: Subgraph, component: readonly number[]): boolean {
  const [state] = component
  if (component.length > 1 || state === undefined) return component.length > 1
  const { from, to } = transitions.range(state)
  for (let t = from; t < to; t++) {
    if (transitions.target(t) === state && part.hasTransition(t)) return true
  }
  return false
}

class Tarjan {
  /** By state: number in the order of visits, from 1; 0 before. */
  private readonly visited: Int32Array
  private readonly lowest: Int32Array
  private readonly isOpen: Uint8Array
  private readonly open: number[] = []
  /** States being visited, and the next transition of each. */
  private readonly path: number[] = []
  private readonly next: Int32Array
  private readonly components: number[][] = []
  private count = 0

  constructor(
    private readonly transitions: Transitions,
    private readonly part: Subgraph,
  ) {
    this.visited = new Int32Array(transitions.states)
    this.lowest = new Int32Array(transitions.states)
    this.isOpen = new Uint8Array(transitions.states)
    this.next = new Int32Array(transitions.states)
  }

  run(): number[][] {
    for (let state = 0; state < this.transitions.states; state++) {
      if (this.visited[state] !== 0 || !this.part.hasState(state)) continue
      this.enter(state)
      for (let at = this.path.at(-1); at !== undefined; at = this.path.at(-1)) this.advance(at)
    }
    return this.components
  }

  private enter(state: number): void {
    this.visited[state] = this.lowest[state] = ++this.count
    this.next[state] = this.transitions.range(state).from
    this.isOpen[state] = 1
    this.open.push(state)
    this.path.push(state)
  }

  /** Follows the next transition of the last state on the path, or leaves the state. */
  private advance(state: number): void {
    const transition = this.next[state] as number
    if (transition === this.transitions.range(state).to) {
      this.leave(state)
      return
    }
    this.next[state] = transition + 1
    const target = this.transitions.target(transition)
    if (!this.part.hasTransition(transition) || !this.part.hasState(target)) return
    if (this.visited[target] === 0) this.enter(target)
    else if (this.isOpen[target] === 1) this.lower(state, this.visited[target] as number)
  }

  private leave(state: number): void {
    this.path.pop()
    const before = this.path.at(-1)
    if (before !== undefined) this.lower(before, this.lowest[state] as number)
    if (this.lowest[state] !== this.visited[state]) return
    const component = this.open.splice(this.open.lastIndexOf(state))
    for (const member of component) this.isOpen[member] = 0
    this.components.push(component)
  }

  private lower(state: number, to: number): void {
    if (to < (this.lowest[state] as number)) this.lowest[state] = to
  }
}
