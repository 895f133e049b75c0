import type { Expression, Statement, WithItem } from '../../language'
import type { Code } from './code'
import type { ThreadObject } from './objects'
import type { Node } from './solver'

/** The main thread (0), or all threads that are made at one place of the source. */
export interface Root {
  readonly id: number
  /** Undefined for the main thread. */
  readonly thread: ThreadObject | undefined
  /** What its threads run first. */
  readonly entries: Set<Activation>
}

/** Where a call stands; a `with` item calls `__enter__` and `__exit__`, a `for` a generator's body. */
export type CallPoint = Expression | Statement | WithItem

/** One code as the threads of one root run it. */
export interface Activation {
  readonly id: number
  readonly code: Code
  readonly root: Root
  /** What each expression may be. */
  readonly values: Map<Expression, Node>
  /** What of the program each point calls. */
  readonly callees: Map<CallPoint, Set<Activation>>
}

/** Arguments of a call as sets of objects. */
export interface Arguments {
  readonly positional: readonly { readonly node: Node; readonly isStarred: boolean }[]
  /** Without a name: `**value`. */
  readonly keywords: readonly { readonly name: string | undefined; readonly node: Node }[]
}

export const NO_ARGUMENTS: Arguments = { positional: [], keywords: [] }

/** A call that is being resolved. */
export interface CallSite {
  readonly at: CallPoint
  readonly caller: Activation
  readonly given: Arguments
  readonly result: Node
  /** The point may call more than once. */
  readonly isRepeated?: boolean
}
