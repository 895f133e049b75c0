import { assert, assertNever } from '../../base'
import type { Statement, Target } from '../language'
import { compileExpression } from './expressions'
import { BINARY } from './opcodes'
import type { Scope } from './scope'

/** Stores the value on top of the stack. */
export function compileTarget(scope: Scope, target: Target): void {
  switch (target.kind) {
    case 'name':
      return scope.storeName(target.name, target.scope, target)
    case 'attribute':
      compileExpression(scope, target.object)
      return scope.symbol('storeAttribute', target.name, target)
    case 'item':
      compileExpression(scope, target.object)
      compileExpression(scope, target.key)
      return scope.emit('storeItem', 0, target)
    case 'unpack':
      compileUnpack(scope, target)
      for (const part of target.targets) compileTarget(scope, part)
      return
    default:
      return assertNever(target)
  }
}

function compileUnpack(scope: Scope, target: Extract<Target, { readonly kind: 'unpack' }>): void {
  const { starred, targets } = target
  if (starred === undefined) return scope.emit('unpackSequence', targets.length, target)
  const behind = targets.length - starred - 1
  scope.emit('unpackStarred', starred | (behind << 12), target)
}

/** `target operator= value`: container and key are evaluated once, and before the value. */
export function compileAugmented(
  scope: Scope,
  statement: Extract<Statement, { readonly kind: 'augmented' }>,
): void {
  const { target, value, operator } = statement
  const operate = (): void => {
    compileExpression(scope, value)
    scope.emit('inPlace', BINARY.indexOf(operator), statement)
  }
  switch (target.kind) {
    case 'name':
      scope.loadName(target.name, target.scope, target)
      operate()
      return scope.storeName(target.name, target.scope, target)
    case 'attribute':
      compileExpression(scope, target.object)
      scope.emit('duplicate', 0, target)
      scope.symbol('loadAttribute', target.name, target)
      operate()
      scope.emit('rotateTwo', 0, target)
      return scope.symbol('storeAttribute', target.name, target)
    case 'item':
      compileExpression(scope, target.object)
      compileExpression(scope, target.key)
      scope.emit('duplicateTwo', 0, target)
      scope.emit('loadItem', 0, target)
      operate()
      scope.emit('rotateThree', 0, target)
      return scope.emit('storeItem', 0, target)
    case 'unpack':
      return assert(false, 'an augmented assignment unpacks')
    default:
      return assertNever(target)
  }
}

export function compileDelete(scope: Scope, target: Target): void {
  switch (target.kind) {
    case 'name':
      return scope.deleteName(target.name, target.scope, target)
    case 'attribute':
      compileExpression(scope, target.object)
      return scope.symbol('deleteAttribute', target.name, target)
    case 'item':
      compileExpression(scope, target.object)
      compileExpression(scope, target.key)
      return scope.emit('deleteItem', 0, target)
    case 'unpack':
      for (const part of target.targets) compileDelete(scope, part)
      return
    default:
      return assertNever(target)
  }
}
