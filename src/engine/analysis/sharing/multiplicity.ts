import { groupBy } from '../../../base'
import { statementsIn } from '../../language'
import type { Activation, Root } from './activation'
import type { Code } from './code'
import type { AbstractObject, ThreadObject } from './objects'
import type { CallEdge, PointsTo } from './pointsTo'

/** A call of `start` on the threads of a root. */
export interface StartPoint {
  readonly root: Root
  readonly starter: Activation
  readonly from: number
}

/** What a run makes or does at most once: then one abstract object is one object. What is doubtful is not. */
export class Multiplicity {
  private readonly once = new Map<Code, boolean>()
  private readonly callers: ReadonlyMap<Code, readonly CallEdge[]>

  constructor(
    { edges, roots, spawned }: PointsTo,
    private readonly starts: readonly StartPoint[],
  ) {
    this.pools = new Set(spawned.values())
    this.callers = groupBy(edges, ({ callee }) => callee)
    for (const { entries } of roots) for (const { code } of entries) this.entries.push(code)
  }

  private readonly entries: Code[] = []
  /** Threads that pools start, as many as they like. */
  private readonly pools: ReadonlySet<ThreadObject>

  /** The object is the only one of its place. */
  isOne({ madeIn, from }: AbstractObject): boolean {
    return madeIn !== undefined && this.runsOnce(madeIn) && !isInLoop(madeIn, from)
  }

  /** No two threads of `root` are ever started. */
  startsOnce({ thread }: Root): boolean {
    return thread === undefined || (this.isOne(thread) && !this.pools.has(thread))
  }

  /** `code` is executed at most once in a run. */
  runsOnce(code: Code): boolean {
    const known = this.once.get(code)
    if (known !== undefined) return known
    // Code that calls itself is met here again before the answer is known.
    this.once.set(code, false)
    const isOnce = this.isCalledOnce(code)
    this.once.set(code, isOnce)
    return isOnce
  }

  private isCalledOnce(code: Code): boolean {
    if (code.outer === undefined) return true
    const calls = this.callers.get(code) ?? []
    const entries = this.entries.filter((entry) => entry === code).length
    if (calls.length + entries !== 1) return false
    const [call] = calls
    if (call === undefined) return this.entersOnce(code)
    const { isRepeated, caller, at } = call
    return !isRepeated && this.runsOnce(caller.code) && !isInLoop(caller.code, at.from)
  }

  private entersOnce(code: Code): boolean {
    const starts = this.starts.filter(({ root }) =>
      [...root.entries].some((entry) => entry.code === code),
    )
    // A thread can be started once only: one thread, one start.
    return starts.every(({ root }) => this.startsOnce(root))
  }
}

/** Whether `from` stands in a loop of `code`; what a comprehension does for each item does. */
function isInLoop({ body, title }: Code, from: number): boolean {
  if (/^<(?:list|set|dict)comp>$|^<genexpr>$/.test(title)) return true
  for (const s of statementsIn(body)) {
    const isLoop = s.kind === 'while' || s.kind === 'for'
    if (isLoop && s.from <= from && from < s.to) return true
  }
  return false
}
