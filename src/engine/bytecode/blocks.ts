import { assert } from '../../base'
import type { Span } from '../language'
import type { Label, Region } from './emitter'
import type { Block, LoopBlock, ProtectedBlock, Scope } from './scope'

/** Compiles `body` as the body of a loop that `continue` and `break` in it refer to. */
export function insideLoop(scope: Scope, loop: Omit<LoopBlock, 'kind'>, body: () => void): void {
  scope.blocks.push({ kind: 'loop', ...loop })
  body()
  scope.blocks.pop()
}

export interface Protection {
  /** Emitted on every `return`, `break` and `continue` out of the body, unprotected; not at its normal end. */
  readonly cleanUp?: () => void
  /** Values on the stack that the body consumes and the handler does not get back. */
  readonly above?: number
}

/** Compiles `body` so that its exceptions go to `handler`. */
export function insideProtected(
  scope: Scope,
  handler: Label,
  body: () => void,
  { cleanUp, above = 0 }: Protection = {},
): void {
  const { emitter, handled } = scope
  const region: Region = emitter.protect(handler, emitter.depth - above)
  scope.blocks.push({ kind: 'protected', region, handled, cleanUp })
  body()
  scope.blocks.pop()
  emitter.close(region)
}

/** Whether leaving all but the `keep` outermost blocks needs code. */
export function hasCleanUp(scope: Scope, keep: number): boolean {
  return scope.blocks
    .slice(keep)
    .some((block) => block.kind === 'protected' && block.cleanUp !== undefined)
}

/** The blocks to leave: all but the `keep` outermost, for the statement at `span`. */
export interface Departure {
  readonly keep: number
  /** Stack depth at the start of the statement. */
  readonly depth: number
  readonly span: Span
}

/**
 * Emits what leaving all but the `keep` outermost blocks means, innermost first, and then `jump`. Cleanup code stands
 * outside the block it belongs to, as if written after it; afterwards all blocks are as before.
 */
export function leaveBlocks(scope: Scope, departure: Departure, jump: () => void): void {
  const { emitter, handled } = scope
  const left: Block[] = []
  while (scope.blocks.length > departure.keep) {
    const block = scope.blocks.pop()
    assert(block !== undefined, 'no block is left to leave')
    left.push(block)
    if (block.kind === 'loop') leaveLoop(scope, block, departure)
    else leaveProtected(scope, block)
  }
  jump()
  for (const block of left.reverse()) {
    scope.blocks.push(block)
    if (block.kind === 'protected') emitter.resume(block.region)
  }
  scope.handled = handled
  emitter.depth = departure.depth
}

/** Cleanup further out expects the stack as it was there; a frame about to end may keep its iterators. */
function leaveLoop(scope: Scope, loop: LoopBlock, { keep, span }: Departure): void {
  if (loop.hasIterator && hasCleanUp(scope, keep)) scope.emit('pop', 0, span)
}

function leaveProtected(scope: Scope, block: ProtectedBlock): void {
  scope.emitter.suspend(block.region)
  scope.handled = block.handled
  if (block.cleanUp === undefined) return
  assert(scope.emitter.depth === block.region.depth, 'cleanup starts at a wrong depth')
  block.cleanUp()
}
