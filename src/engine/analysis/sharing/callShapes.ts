/** What a call looks like to the analysis of locks. */
import type { Expression, Span } from '../../language'

/** A call of `acquire`, `release` or `join`. */
export interface WaitingCall extends Span {
  readonly kind: 'acquire' | 'release' | 'join'
  /** The lock or thread. */
  readonly target: Expression
  /** It waits without a limit. */
  readonly isUntimed: boolean
}

type CallExpression = Expression & { readonly kind: 'call' }

/** `e` as a call that locks, unlocks or joins; undefined for anything else (`', '.join(…)` among it). */
export function callWaits(e: Expression): WaitingCall | undefined {
  if (e.kind !== 'call' || e.callee.kind !== 'attribute') return undefined
  const { name, object: target } = e.callee
  const { from, to } = e
  switch (name) {
    case 'acquire':
      return { kind: name, from, to, target, isUntimed: isAcquireUntimed(e) }
    case 'release':
      return { kind: name, from, to, target, isUntimed: true }
    case 'join': {
      const isText =
        (target.kind === 'literal' && target.literal.type === 'string') ||
        target.kind === 'formatted'
      return isText ? undefined : { kind: name, from, to, target, isUntimed: isJoinUntimed(e) }
    }
    default:
      return undefined
  }
}

/**
 * `acquire(blocking=True, timeout=-1)`, of a semaphore `timeout=None`: untimed unless it says otherwise; a flag that is
 * computed may block.
 */
function isAcquireUntimed(e: CallExpression): boolean {
  const blocking = argument(e, 'blocking', 0)
  const timeout = argument(e, 'timeout', 1)
  const isFalse =
    blocking?.kind === 'literal' &&
    ((blocking.literal.type === 'bool' && !blocking.literal.value) ||
      (blocking.literal.type === 'int' && blocking.literal.value === 0n))
  return !isFalse && (isNoLimit(timeout) || isMinusOne(timeout))
}

/** `join(timeout=None)`. */
function isJoinUntimed(e: CallExpression): boolean {
  return isNoLimit(argument(e, 'timeout', 0))
}

function isNoLimit(timeout: Expression | undefined): boolean {
  return timeout === undefined || (timeout.kind === 'literal' && timeout.literal.type === 'none')
}

function argument(e: CallExpression, name: string, position: number): Expression | undefined {
  return e.keywords.find((k) => k.name === name)?.value ?? e.positional[position]
}

function isMinusOne(e: Expression | undefined): boolean {
  return (
    e?.kind === 'unary' &&
    e.operator === '-' &&
    e.operand.kind === 'literal' &&
    (e.operand.literal.type === 'int' || e.operand.literal.type === 'float') &&
    Number(e.operand.literal.value) === 1
  )
}
