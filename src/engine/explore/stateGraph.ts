/** The graph of a search that kept its transitions, for drawing. */
import { threadNames } from '../machine'
import { follow } from './replay'
import type { FinishedSearch } from './report'
import type { GraphEdge, GraphState, StateGraph, ViolationKind } from './result'
import type { Search } from './search'
import { unpackMove } from './stateStore'
import type { Transitions } from './transitions'

/** Largest graph of states that is worth drawing. */
const MOST_DRAWN_STATES = 80

/** Undefined where there are too many states to draw. */
export function graphOf({ search, explored }: FinishedSearch): StateGraph | undefined {
  const { store, transitionsKept } = search
  if (transitionsKept === undefined || store.count > MOST_DRAWN_STATES) return undefined
  follow(explored.machine, explored.base, explored.prefix, store.path(store.count - 1))
  const names = threadNames(explored.machine.objects)
  const edges = edgesOf(transitionsKept, (thread) => names[thread] ?? '?')
  const ends = endsOf(search, transitionsKept, edges)
  const depths = depthsOf(store.count, edges)
  return { states: ends.map((end, state) => ({ end, depth: depths[state] ?? 0 })), edges }
}

function edgesOf(transitions: Transitions, nameOf: (thread: number) => string): GraphEdge[] {
  const edges: GraphEdge[] = []
  for (let state = 0; state < transitions.states; state++) {
    const { from, to } = transitions.range(state)
    for (let t = from; t < to; t++) {
      const { thread } = unpackMove(transitions.move(t))
      edges.push({ from: state, to: transitions.target(t), thread: nameOf(thread) })
    }
  }
  return edges
}

/** States are numbered in order of discovery, level by level. */
function depthsOf(count: number, edges: readonly GraphEdge[]): number[] {
  const depths = new Array<number>(count).fill(0)
  for (const { from, to } of edges) {
    if (to !== 0 && depths[to] === 0) depths[to] = (depths[from] ?? 0) + 1
  }
  return depths
}

/** A run that has failed may go on for a while: the state in which it then ends is no good end either. */
function endsOf(
  { store, findings }: Search,
  transitions: Transitions,
  edges: readonly GraphEdge[],
): GraphState['end'][] {
  const failing = new Map<number, ViolationKind>()
  for (const { kind, state, move } of findings.failing) {
    failing.set(move === undefined ? state : targetOf(transitions, state, move), kind)
  }
  const failed = new Map(failing)
  for (const { from, to } of edges) {
    const kind = failed.get(from)
    if (kind !== undefined && !failed.has(to)) failed.set(to, kind)
  }
  const goesOn = new Set(edges.map(({ from }) => from))
  return Array.from({ length: store.count }, (_, state) => {
    if (findings.ends.has(state)) return 'finished'
    return failing.get(state) ?? (goesOn.has(state) ? 'none' : (failed.get(state) ?? 'none'))
  })
}

function targetOf(transitions: Transitions, state: number, move: number): number {
  const { from, to } = transitions.range(state)
  for (let t = from; t < to; t++) if (transitions.move(t) === move) return transitions.target(t)
  return state
}
