/** The four necessary conditions of Coffman, Elphick, Shoshani, "System Deadlocks", Computing Surveys 3(2), 1971. */
export const CONDITIONS = ['mutualExclusion', 'holdAndWait', 'noPreemption', 'circularWait'] as const
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
  /** Place index of the lock held (mutual exclusion) or wanted. */
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
