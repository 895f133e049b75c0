/**
 * How many interleavings end in each final state: paths in the graph of all states, counted and not enumerated (in
 * topological order, after Kahn 1962). Exact at any size.
 */
import type { Transitions } from './transitions'

/**
 * Paths from state 0 to every state, by state number; undefined when the graph has a loop, so that there is no end of
 * them. Cost: linear in the transitions.
 */
export function pathCounts(transitions: Transitions): readonly bigint[] | undefined {
  const { states } = transitions
  const incoming = new Int32Array(states)
  for (let t = 0; t < transitions.count; t++) {
    const target = transitions.target(t)
    incoming[target] = (incoming[target] as number) + 1
  }
  const counts = new Array<bigint>(states).fill(0n)
  counts[0] = 1n
  const ready = incoming[0] === 0 ? [0] : []
  let done = 0
  for (let state = ready.pop(); state !== undefined; state = ready.pop()) {
    done++
    const { from, to } = transitions.range(state)
    for (let t = from; t < to; t++) {
      const target = transitions.target(t)
      counts[target] = (counts[target] ?? 0n) + (counts[state] ?? 0n)
      incoming[target] = (incoming[target] as number) - 1
      if (incoming[target] === 0) ready.push(target)
    }
  }
  return done === states ? counts : undefined
}
