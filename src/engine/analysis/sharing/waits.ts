/** Which operations of a program wait: for a lock, for a signal, or for the end of a thread. */
import type { Expression, Span } from '../../language'
import type { Activation } from './activation'
import { callWaits } from './callShapes'
import type { Operation } from './controlFlow'
import type { AbstractObject, LockObject } from './objects'
import type { ThreadFlow } from './threadFlow'

export interface Wait extends Span {
  /** `wait`: on a condition, whose lock is given back meanwhile. */
  readonly kind: 'acquire' | 'wait' | 'join'
  /** The lock or thread. */
  readonly target: Expression
  readonly isUntimed: boolean
  /** What the lock may be; empty: any, or a join. */
  readonly locks: readonly LockObject[]
  /** A value path of the lock. */
  readonly path: string | undefined
}

/** The wait of an operation; undefined where it does not wait for a lock or thread. */
export function waitOf(
  operation: Operation,
  activation: Activation,
  flow: ThreadFlow,
): Wait | undefined {
  switch (operation.kind) {
    case 'enter':
      return waitOfWith(operation.item.context, activation, flow)
    case 'evaluate':
      return waitOfCall(operation.expression, activation, flow)
    default:
      return undefined
  }
}

function waitOfWith(
  target: Expression,
  activation: Activation,
  { transfer, paths, pointsTo }: ThreadFlow,
): Wait | undefined {
  const locks = transfer.locksOf(target, activation)
  if (locks.length === 0 && pointsTo.objectsOf(target, activation).size > 0) return undefined
  const path = paths.of(target, activation.code)
  const { from, to } = target
  return { kind: 'acquire', from, to, target, isUntimed: true, locks, path }
}

function waitOfCall(
  e: Expression,
  activation: Activation,
  { transfer, paths, pointsTo }: ThreadFlow,
): Wait | undefined {
  if (e.kind !== 'call') return undefined
  const { callee, from, to } = e
  const shape = callWaits(e)
  const called = [...pointsTo.objectsOf(callee, activation)]
  const kind = called.length === 0 ? unknownKind(shape) : kindOf(called)
  if (kind === undefined) return undefined
  const locks = kind === 'join' ? [] : transfer.locksAmong(called.flatMap(lockTaken))
  const target = callee.kind === 'attribute' ? callee.object : callee
  const path = callee.kind === 'attribute' ? paths.of(target, activation.code) : undefined
  const isUntimed = shape?.kind !== kind || shape.isUntimed
  return { kind, from, to, target, isUntimed, locks, path }
}

/** Of what is not known: `acquire` takes any lock; a `join` that takes something may be that of a text. */
function unknownKind(shape: ReturnType<typeof callWaits>): Wait['kind'] | undefined {
  if (shape?.kind === 'acquire') return 'acquire'
  return shape?.kind === 'join' && shape.isUntimed ? 'join' : undefined
}

function kindOf(called: readonly AbstractObject[]): Wait['kind'] | undefined {
  const kinds = new Set(called.map(builtinWait))
  return (['acquire', 'wait', 'join'] as const).find((kind) => kinds.has(kind))
}

function builtinWait(object: AbstractObject): Wait['kind'] | undefined {
  if (object.kind !== 'builtin' || object.self === undefined) return undefined
  const { name, self } = object
  if (self.kind === 'lock') {
    if (name === 'acquire') return 'acquire'
    return name === 'wait' || name === 'wait_for' ? 'wait' : undefined
  }
  // A queue is joined, too.
  const canJoin = self.kind === 'thread' || self.kind === 'primitive'
  return canJoin && name === 'join' ? 'join' : undefined
}

function lockTaken(object: AbstractObject): readonly LockObject[] {
  const isTaken = builtinWait(object) !== undefined
  return isTaken && object.kind === 'builtin' && object.self?.kind === 'lock' ? [object.self] : []
}
