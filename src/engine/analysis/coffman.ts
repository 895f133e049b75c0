import type { Trace } from '../trace'
import { dynamicConditions, standingCycle } from './coffmanDynamic'
import { staticConditions } from './coffmanStatic'
import { successorsOf, topologicalOrder } from './cycles'
import type { History } from './history'
import { lockOrderGraph, type LockOrderGraph } from './lockOrderGraph'
import type { StaticWaits } from './sharing'

/** The four necessary conditions of Coffman, Elphick, Shoshani, "System Deadlocks", Computing Surveys 3(2), 1971. */
export const CONDITIONS = [
  'mutualExclusion',
  'holdAndWait',
  'noPreemption',
  'circularWait',
] as const
export type Condition = (typeof CONDITIONS)[number]

/** A line of the source that makes a condition possible. `with`-and-line texts are the interface's business. */
export interface StaticEvidence {
  readonly line: number
  readonly lock: string
  /** For hold-and-wait and circular wait: the lock already in hand, and its line. */
  readonly heldLock: string | undefined
  readonly heldLine: number | undefined
}

/** Events that make a condition true at the cursor. */
export interface DynamicEvidence {
  /** Thread number. */
  readonly thread: number
  /** Place index of the lock held (mutual exclusion) or wanted; of the thread, where a join waits. */
  readonly lock: number
  /** The lock in hand, where the condition is about two. */
  readonly heldLock: number | undefined
  /** Event since which it is so. */
  readonly since: number
  readonly line: number
}

export interface ConditionReport {
  readonly condition: Condition
  readonly static: { readonly isPossible: boolean; readonly evidence: readonly StaticEvidence[] }
  readonly dynamic: { readonly holds: boolean; readonly evidence: readonly DynamicEvidence[] }
}

/** Why a program (as far as its source and this trace tell) cannot deadlock on its locks. */
export interface BrokenCondition {
  readonly condition: Condition
  /** `static`: no path of the source allows it. `observed`: not in this run (the lock order seen has no cycle). */
  readonly strength: 'static' | 'observed'
  /** For an observed lock order: place indices in that order. */
  readonly order: readonly number[]
}

export interface CoffmanReport {
  /** In the order of CONDITIONS. */
  readonly conditions: readonly ConditionReport[]
  /** All four hold at the cursor: the threads of the cycle, else empty. */
  readonly deadlock: readonly number[]
  /** Present when no deadlock stands at the cursor and at least one condition is broken; the first in order. */
  readonly broken: BrokenCondition | undefined
}

export interface CoffmanQuestion {
  readonly trace: Trace
  readonly history: History
  /** The cursor. */
  readonly event: number
  /** What the source says; undefined where there is none to read: nothing is impossible then. */
  readonly source: StaticWaits | undefined
}

/**
 * The four conditions for a program and a moment of one of its runs. The static side over-approximates: what it calls
 * impossible is impossible; the dynamic side names the events that make a condition true at the cursor. A deadlock is
 * reported only where all four hold and no thread of the cycle does anything later in the trace.
 */
export function analyseCoffman({ trace, history, event, source }: CoffmanQuestion): CoffmanReport {
  const moment = history.at(event)
  const fixed = source === undefined ? undefined : staticConditions(source)
  const moving = dynamicConditions(moment, trace, source)
  const conditions = CONDITIONS.map((condition) => ({
    condition,
    static: {
      isPossible: fixed?.[condition].length !== 0,
      evidence: fixed?.[condition] ?? [],
    },
    dynamic: { holds: moving[condition].length > 0, evidence: moving[condition] },
  }))
  const isComplete = conditions.every((c) => c.dynamic.holds)
  const deadlock = isComplete ? standingCycle(moment, trace, source) : []
  const ends = standingCycle(history.at(trace.length - 1), trace, source).length > 0
  const broken = deadlock.length > 0 || ends ? undefined : brokenCondition(conditions, trace)
  return { conditions, deadlock, broken }
}

function brokenCondition(
  conditions: readonly ConditionReport[],
  trace: Trace,
): BrokenCondition | undefined {
  const impossible = conditions.find((c) => !c.static.isPossible)
  if (impossible !== undefined)
    return { condition: impossible.condition, strength: 'static', order: [] }
  const { edges, cycle } = orderOf(trace)
  if (edges.length === 0 || cycle.length > 0) return undefined
  const order = topologicalOrder(successorsOf(edges.map((e) => [e.held, e.acquired])))
  return { condition: 'circularWait', strength: 'observed', order }
}

const orders = new WeakMap<Trace, LockOrderGraph>()

/** The lock order of a whole trace does not move with the cursor: it is made once per trace. */
function orderOf(trace: Trace): LockOrderGraph {
  const order = orders.get(trace) ?? lockOrderGraph(trace)
  orders.set(trace, order)
  return order
}
