/** What a call looks like to the analysis of locks. */
import { assertNever } from '../../base'
import type { Expression, FormatPart, Span, FunctionDefinition } from '../language'

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

/** `acquire(blocking=True, timeout=-1)`: untimed unless it says otherwise; a flag that is computed may block. */
function isAcquireUntimed(e: CallExpression): boolean {
  const blocking = argument(e, 'blocking', 0)
  const timeout = argument(e, 'timeout', 1)
  const isFalse =
    blocking?.kind === 'literal' &&
    ((blocking.literal.type === 'bool' && !blocking.literal.value) ||
      (blocking.literal.type === 'int' && blocking.literal.value === 0n))
  return !isFalse && (timeout === undefined || isMinusOne(timeout))
}

/** `join(timeout=None)`. */
function isJoinUntimed(e: CallExpression): boolean {
  const timeout = argument(e, 'timeout', 0)
  return timeout === undefined || (timeout.kind === 'literal' && timeout.literal.type === 'none')
}

function argument(e: CallExpression, name: string, position: number): Expression | undefined {
  return e.keywords.find((k) => k.name === name)?.value ?? e.positional[position]
}

function isMinusOne(e: Expression): boolean {
  return (
    e.kind === 'unary' &&
    e.operator === '-' &&
    e.operand.kind === 'literal' &&
    (e.operand.literal.type === 'int' || e.operand.literal.type === 'float') &&
    Number(e.operand.literal.value) === 1
  )
}

/** The expressions within `e`, in order of evaluation; the callee's own name is none. */
export function childrenOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'literal':
    case 'name':
      return []
    case 'formatted':
      return e.parts.flatMap(partExpressions)
    case 'list':
    case 'tuple':
    case 'set':
      return e.items
    case 'dict':
      return e.entries.flatMap(({ key, value }) => (key === undefined ? [value] : [key, value]))
    // The body of a lambda is not evaluated here.
    case 'lambda':
      return defaultsOf(e.definition)
    case 'comprehension':
      return [e.iterable]
    case 'starred':
    case 'walrus':
      return [e.value]
    case 'unary':
      return [e.operand]
    case 'binary':
    case 'logical':
      return [e.left, e.right]
    case 'compare':
      return e.operands
    case 'conditional':
      return [e.condition, e.whenTrue, e.whenFalse]
    case 'call':
      return [e.callee, ...e.positional, ...e.keywords.map((k) => k.value)]
    case 'attribute':
      return [e.object]
    case 'item':
      return [e.object, e.key]
    case 'slice':
      return [e.object, e.start, e.stop, e.step].filter((part) => part !== undefined)
    default:
      return assertNever(e)
  }
}

function defaultsOf({ parameters }: FunctionDefinition): readonly Expression[] {
  return parameters.flatMap(({ defaultValue }) => defaultValue ?? [])
}

function partExpressions(part: FormatPart): readonly Expression[] {
  return part.kind === 'text' ? [] : [part.value, ...part.specification.flatMap(partExpressions)]
}
