import { bits } from './heldState'
import type { Call, LockFlow } from './lockFlow'

/** Point `wanted` may be reached while the lock of point `held` is in hand, through calls at the offsets `via`. */
export interface Reached {
  readonly held: number
  readonly wanted: number
  readonly via: readonly number[]
}

/** Points a call of a function may reach, with the shortest chain of calls found to each. */
type Summary = Map<number, readonly number[]>

/**
 * Every pair of a held and a wanted point, sorted by held, then wanted. What functions reach is the least fixpoint over
 * their calls, so recursion ends.
 */
export function summarise(flow: LockFlow): readonly Reached[] {
  const summaries = flow.functions.map(
    (f): Summary => new Map([...f.wanted.keys()].map((point) => [point, []])),
  )
  const calleesOf = (call: Call): readonly number[] =>
    flow.functions.flatMap((f, i) => (f.isCalledBy(call) ? [i] : []))
  const calls = flow.functions.map((f) =>
    [...f.calls.values()].map((call) => ({ call, callees: calleesOf(call) })),
  )
  let hasGrown = true
  while (hasGrown) {
    hasGrown = false
    for (const [i, summary] of summaries.entries()) {
      for (const { call, callees } of calls[i] ?? []) {
        for (const callee of callees) {
          for (const [point, via] of [...(summaries[callee] ?? [])]) {
            if (summary.has(point)) continue
            summary.set(point, [call.from, ...via])
            hasGrown = true
          }
        }
      }
    }
  }
  const pairs = new Map<string, Reached>()
  const add = (held: bigint, wanted: number, via: readonly number[]): void => {
    for (const point of bits(held)) {
      const key = `${point},${wanted}`
      const known = pairs.get(key)
      if (known === undefined || known.via.length > via.length)
        pairs.set(key, { held: point, wanted, via })
    }
  }
  for (const [i, f] of flow.functions.entries()) {
    for (const [point, held] of f.wanted) add(held, point, [])
    for (const { call, callees } of calls[i] ?? []) {
      for (const callee of callees) {
        for (const [point, via] of summaries[callee] ?? [])
          add(call.held, point, [call.from, ...via])
      }
    }
  }
  return [...pairs.values()].sort((a, b) => a.held - b.held || a.wanted - b.wanted)
}
