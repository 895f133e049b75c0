import { assert, assertNever } from '../../base'
import type { Expression, Literal, Span, Statement, Target } from '../language'
import { hasCleanUp, insideLoop, leaveBlocks } from './blocks'
import { constantOf } from './constants'
import { compileCondition, compileExpression, compileIterable } from './expressions'
import { compileClass, compileFunction } from './functions'
import { COLLECTIONS, MODULES } from './opcodes'
import type { LoopBlock, Scope } from './scope'
import { compileAugmented, compileDelete, compileTarget } from './targets'
import { compileTry } from './tryStatement'
import { compileWith } from './withStatement'

type Of<Kind extends Statement['kind']> = Extract<Statement, { readonly kind: Kind }>

const NONE: Literal = { type: 'none' }

export function compileBody(scope: Scope, body: readonly Statement[]): void {
  for (const statement of body) compileStatement(scope, statement)
}

function compileStatement(scope: Scope, statement: Statement): void {
  switch (statement.kind) {
    case 'expression':
      return compileExpressionStatement(scope, statement)
    case 'assign':
      return compileAssign(scope, statement)
    case 'augmented':
      return compileAugmented(scope, statement)
    case 'delete':
      return compileEach(scope, statement.targets, compileDelete)
    case 'if':
      return compileIf(scope, statement)
    case 'while':
      return compileWhile(scope, statement)
    case 'for':
      return compileFor(scope, statement)
    case 'break':
    case 'continue':
      return compileJump(scope, statement.kind, statement)
    case 'pass':
      return
    case 'return':
      return compileReturn(scope, statement)
    case 'try':
      return compileTry(scope, statement)
    case 'with':
      return compileWith(scope, statement)
    case 'assert':
      return compileAssert(scope, statement)
    case 'raise':
      return compileRaise(scope, statement)
    case 'function':
      return compileDefinition(scope, statement)
    case 'collect':
      return compileCollect(scope, statement)
    case 'class':
      compileClass(scope, statement.definition)
      return scope.storeName(statement.definition.name, 'global', statement.definition.nameSpan)
    case 'import':
      scope.emit('loadModule', MODULES.indexOf(statement.module), statement)
      return compileTarget(scope, statement.target)
    case 'importFrom':
      return compileImportFrom(scope, statement)
    default:
      return assertNever(statement)
  }
}

function compileEach<T>(
  scope: Scope,
  items: readonly T[],
  compile: (scope: Scope, item: T) => void,
): void {
  for (const item of items) compile(scope, item)
}

/** Decorators are evaluated first, and called from the innermost to the outermost. */
function compileDefinition(scope: Scope, { definition, target, decorators }: Of<'function'>): void {
  compileEach(scope, decorators, compileExpression)
  compileFunction(scope, definition, undefined)
  for (const decorator of decorators.toReversed()) scope.emit('call', 1, decorator)
  scope.storeName(target.name, target.scope, target)
}

function compileCollect(scope: Scope, statement: Of<'collect'>): void {
  const { form, key, value } = statement
  if (form === 'generator') {
    compileExpression(scope, value)
    return scope.emit('yield', 0, statement)
  }
  assert(scope.collection !== undefined, 'nothing is collected here')
  scope.emit('loadLocal', scope.collection, statement)
  if (key !== undefined) compileExpression(scope, key)
  compileExpression(scope, value)
  if (key === undefined) scope.emit('append', COLLECTIONS.indexOf(form), statement)
  else scope.emit('appendPair', 0, statement)
  scope.emit('pop', 0, statement)
}

/** A constant alone, such as a docstring, has no effect and no code. */
function compileExpressionStatement(scope: Scope, statement: Of<'expression'>): void {
  if (constantOf(statement.value) !== undefined) return
  compileExpression(scope, statement.value)
  scope.emit('pop', 0, statement.value)
}

function compileAssign(scope: Scope, { targets, value }: Of<'assign'>): void {
  const [first] = targets
  if (targets.length === 1 && first?.kind === 'unpack' && isSwap(value, first)) {
    return compileSwap(scope, value.items, first.targets)
  }
  compileExpression(scope, value)
  for (const [index, target] of targets.entries()) {
    if (index < targets.length - 1) scope.emit('duplicate', 0, target)
    compileTarget(scope, target)
  }
}

/** `a, b = x, y`: two or three values that need no tuple on their way, as CPython has it. */
function isSwap(
  value: Expression,
  { targets, starred }: Extract<Target, { readonly kind: 'unpack' }>,
): value is Expression & { kind: 'tuple'; items: readonly Expression[] } {
  const count = targets.length
  const isTuple = value.kind === 'tuple' && value.items.length === count
  const isPlain = starred === undefined && isTuple && !value.items.some(isStarred)
  return isPlain && (count === 2 || count === 3)
}

function isStarred({ kind }: Expression): boolean {
  return kind === 'starred'
}

function compileSwap(
  scope: Scope,
  values: readonly Expression[],
  targets: readonly Target[],
): void {
  compileEach(scope, values, compileExpression)
  const [first] = values
  assert(first !== undefined, 'an empty tuple is swapped')
  if (values.length === 3) scope.emit('rotateThree', 0, first)
  scope.emit('rotateTwo', 0, first)
  compileEach(scope, targets, compileTarget)
}

function compileIf(scope: Scope, statement: Of<'if'>): void {
  const { emitter } = scope
  const orElse = emitter.label()
  compileCondition(scope, statement.condition, orElse, false)
  compileBody(scope, statement.body)
  if (statement.orElse.length === 0) return emitter.place(orElse)
  const end = emitter.label()
  emitter.jump('jump', end, statement)
  emitter.place(orElse)
  compileBody(scope, statement.orElse)
  emitter.place(end)
}

function compileWhile(scope: Scope, statement: Of<'while'>): void {
  const { emitter } = scope
  const next = emitter.label()
  const orElse = emitter.label()
  const end = emitter.label()
  emitter.place(next)
  compileCondition(scope, statement.condition, orElse, false)
  insideLoop(scope, { next, end, hasIterator: false }, () => compileBody(scope, statement.body))
  emitter.jump('jump', next, statement.condition)
  emitter.place(orElse)
  compileBody(scope, statement.orElse)
  emitter.place(end)
}

function compileFor(scope: Scope, statement: Of<'for'>): void {
  const { emitter } = scope
  const next = emitter.label()
  const orElse = emitter.label()
  const end = emitter.label()
  compileIterable(scope, statement.iterable)
  scope.emit('getIterator', 0, statement.iterable)
  emitter.place(next)
  emitter.jump('forIteration', orElse, statement.iterable)
  compileTarget(scope, statement.target)
  insideLoop(scope, { next, end, hasIterator: true }, () => compileBody(scope, statement.body))
  emitter.jump('jump', next, statement.iterable)
  emitter.place(orElse)
  compileBody(scope, statement.orElse)
  emitter.place(end)
}

function compileJump(scope: Scope, kind: 'break' | 'continue', span: Span): void {
  const { emitter, blocks } = scope
  const loopIndex = blocks.findLastIndex((block) => block.kind === 'loop')
  const loop = blocks[loopIndex] as LoopBlock | undefined
  assert(loop !== undefined, `${kind} stands outside a loop`)
  leaveBlocks(scope, { keep: loopIndex + 1, depth: emitter.depth, span }, () => {
    if (kind === 'continue') return emitter.jump('jump', loop.next, span)
    if (loop.hasIterator) scope.emit('pop', 0, span)
    emitter.jump('jump', loop.end, span)
  })
}

/** The value waits in a hidden local while cleanup runs: cleanup expects the stack of its own place. */
function compileReturn(scope: Scope, statement: Of<'return'>): void {
  const value: Expression = statement.value ?? { ...statement, kind: 'literal', literal: NONE }
  const departure = { keep: 0, depth: scope.emitter.depth, span: statement }
  const finish = (): void => scope.emit('return', 0, statement)
  if (!hasCleanUp(scope, 0)) {
    compileExpression(scope, value)
    return leaveBlocks(scope, departure, finish)
  }
  if (constantOf(value) !== undefined) {
    return leaveBlocks(scope, departure, () => {
      compileExpression(scope, value)
      finish()
    })
  }
  compileExpression(scope, value)
  scope.withHidden('result', (result) => {
    scope.emit('storeLocal', result, statement)
    leaveBlocks(scope, departure, () => {
      scope.emit('loadLocal', result, statement)
      finish()
    })
  })
}

function compileAssert(scope: Scope, statement: Of<'assert'>): void {
  const { condition, message } = statement
  const holds = scope.emitter.label()
  compileCondition(scope, condition, holds, true)
  scope.constant({ type: 'builtin', name: 'AssertionError' }, statement)
  if (message !== undefined) compileExpression(scope, message)
  scope.emit('call', message === undefined ? 0 : 1, statement)
  scope.emit('raise', 0, statement)
  scope.emitter.place(holds)
}

function compileRaise(scope: Scope, statement: Of<'raise'>): void {
  if (statement.value !== undefined) {
    compileExpression(scope, statement.value)
  } else {
    assert(scope.handled !== undefined, 'a bare raise stands outside an except body')
    scope.emit('loadLocal', scope.handled, statement)
  }
  if (statement.cause === undefined) return scope.emit('raise', 0, statement)
  compileExpression(scope, statement.cause)
  scope.emit('raiseFrom', 0, statement)
}

function compileImportFrom(scope: Scope, statement: Of<'importFrom'>): void {
  for (const { member, target } of statement.members) {
    scope.emit('loadModule', MODULES.indexOf(statement.module), statement)
    scope.symbol('loadAttribute', member, target)
    compileTarget(scope, target)
  }
}
