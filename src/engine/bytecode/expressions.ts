import { assert, assertNever, present } from '../../base'
import type {
  CompareOperator,
  Conversion,
  Expression,
  FormatPart,
  KeywordArgument,
  Literal,
  Span,
} from '../language'
import { constantOf } from './constants'
import type { Label } from './emitter'
import { BINARY, COLLECTIONS, COMPARE, UNARY } from './opcodes'
import type { Scope } from './scope'

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>

const NONE: Literal = { type: 'none' }

/** Emits code that leaves the value of `expression` on the stack, evaluated in CPython's order. */
export function compileExpression(scope: Scope, expression: Expression): void {
  const constant = constantOf(expression)
  if (constant !== undefined) return scope.constant(constant, expression)
  switch (expression.kind) {
    case 'literal':
      return scope.constant(expression.literal, expression)
    case 'formatted':
      return compileText(scope, expression.parts, expression)
    case 'name':
      return scope.loadName(expression.name, expression.scope, expression)
    case 'list':
    case 'tuple':
    case 'set':
      return compileDisplay(scope, expression)
    case 'dict':
      return compileDict(scope, expression)
    case 'lambda':
      scope.draft.compileFunction(scope, expression.definition, undefined)
      return
    case 'comprehension':
      return scope.draft.compileComprehension(scope, expression)
    case 'walrus':
      compileExpression(scope, expression.value)
      scope.emit('duplicate', 0, expression)
      return scope.storeName(expression.target.name, expression.target.scope, expression.target)
    case 'super':
      compileExpression(scope, expression.object)
      return scope.emit('makeSuper', present(scope.classIndex, 'the class of super()'), expression)
    case 'starred':
      return assert(false, 'a starred expression stands alone')
    case 'unary':
      compileExpression(scope, expression.operand)
      return scope.emit('unary', UNARY.indexOf(expression.operator), expression)
    case 'binary':
      compileExpression(scope, expression.left)
      compileExpression(scope, expression.right)
      return scope.emit('binary', BINARY.indexOf(expression.operator), expression)
    case 'logical':
      return compileLogical(scope, expression)
    case 'compare':
      return compileComparison(scope, expression)
    case 'conditional':
      return compileConditional(scope, expression)
    case 'call':
      return compileCall(scope, expression)
    case 'attribute':
      compileExpression(scope, expression.object)
      return scope.symbol('loadAttribute', expression.name, expression)
    case 'item':
      compileExpression(scope, expression.object)
      if (expression.key.kind === 'slice') return compileSlice(scope, expression.key, 'loadSlice')
      compileExpression(scope, expression.key)
      return scope.emit('loadItem', 0, expression)
    case 'slice':
      return compileSlice(scope, expression, 'buildSlice')
    default:
      return assertNever(expression)
  }
}

/**
 * Jumps to `label` when the truth of `expression` is `jumpWhen` and falls through otherwise. The truth of each operand
 * of `not`, `and` and `or` is asked once, so that it stays one visible operation.
 */
export function compileCondition(
  scope: Scope,
  expression: Expression,
  label: Label,
  jumpWhen: boolean,
): void {
  if (expression.kind === 'unary' && expression.operator === 'not') {
    return compileCondition(scope, expression.operand, label, !jumpWhen)
  }
  if (expression.kind === 'logical') return compileBranches(scope, expression, label, jumpWhen)
  if (expression.kind === 'compare' && expression.operators.length > 1) {
    return compileChainCondition(scope, expression, label, jumpWhen)
  }
  compileExpression(scope, expression)
  scope.emitter.jump(jumpWhen ? 'jumpIfTrue' : 'jumpIfFalse', label, expression)
}

function compileBranches(
  scope: Scope,
  expression: Of<'logical'>,
  label: Label,
  jumpWhen: boolean,
): void {
  const decides = expression.operator === 'or'
  if (decides === jumpWhen) {
    compileCondition(scope, expression.left, label, jumpWhen)
    return compileCondition(scope, expression.right, label, jumpWhen)
  }
  const decided = scope.emitter.label()
  compileCondition(scope, expression.left, decided, decides)
  compileCondition(scope, expression.right, label, jumpWhen)
  scope.emitter.place(decided)
}

function compileLogical(scope: Scope, expression: Of<'logical'>): void {
  const { emitter } = scope
  const end = emitter.label()
  compileExpression(scope, expression.left)
  const operation = expression.operator === 'and' ? 'jumpIfFalseOrPop' : 'jumpIfTrueOrPop'
  emitter.jump(operation, end, expression.left)
  compileExpression(scope, expression.right)
  emitter.place(end)
}

function compileConditional(scope: Scope, expression: Of<'conditional'>): void {
  const { emitter } = scope
  const whenFalse = emitter.label()
  const end = emitter.label()
  compileCondition(scope, expression.condition, whenFalse, false)
  compileExpression(scope, expression.whenTrue)
  emitter.jump('jump', end, expression)
  emitter.place(whenFalse)
  compileExpression(scope, expression.whenFalse)
  emitter.place(end)
}

function emitCompare(scope: Scope, operator: CompareOperator | undefined, span: Span): void {
  scope.emit('compare', COMPARE.indexOf(operator ?? '=='), span)
}

/**
 * The operands of a chain but the last comparison: each operand in the middle is kept below the result, and
 * `whenFalse` is reached with it still on the stack.
 */
function compileChain(scope: Scope, expression: Of<'compare'>, jumpWhenFalse: () => void): void {
  const { operands, operators } = expression
  for (const [index, operand] of operands.entries()) {
    compileExpression(scope, operand)
    if (index === 0 || index === operators.length) continue
    scope.emit('duplicate', 0, operand)
    scope.emit('rotateThree', 0, operand)
    emitCompare(scope, operators[index - 1], expression)
    jumpWhenFalse()
  }
  emitCompare(scope, operators.at(-1), expression)
}

function compileComparison(scope: Scope, expression: Of<'compare'>): void {
  const { emitter } = scope
  const isFalse = emitter.label()
  compileChain(scope, expression, () => {
    emitter.jump('jumpIfFalseOrPop', isFalse, expression)
  })
  if (expression.operators.length === 1) return
  const end = emitter.label()
  emitter.jump('jump', end, expression)
  emitter.place(isFalse)
  scope.emit('rotateTwo', 0, expression)
  scope.emit('pop', 0, expression)
  emitter.place(end)
}

function compileChainCondition(
  scope: Scope,
  expression: Of<'compare'>,
  label: Label,
  jumpWhen: boolean,
): void {
  const { emitter } = scope
  const isFalse = emitter.label()
  const end = emitter.label()
  compileChain(scope, expression, () => {
    emitter.jump('jumpIfFalse', isFalse, expression)
  })
  emitter.jump(jumpWhen ? 'jumpIfTrue' : 'jumpIfFalse', label, expression)
  emitter.jump('jump', end, expression)
  emitter.place(isFalse)
  scope.emit('pop', 0, expression)
  if (!jumpWhen) emitter.jump('jump', label, expression)
  emitter.place(end)
}

const BUILDERS = { list: 'buildList', tuple: 'buildTuple', set: 'buildSet' } as const

function compileDisplay(scope: Scope, expression: Of<'list' | 'tuple' | 'set'>): void {
  const { items } = expression
  if (items.some(isStarred)) return compileStarredDisplay(scope, expression)
  compileEach(scope, items)
  const isFolded = expression.kind === 'set' && items.length > 2 && items.every(isConstant)
  scope.emit(isFolded ? 'buildConstantSet' : BUILDERS[expression.kind], items.length, expression)
}

function isStarred({ kind }: Expression): boolean {
  return kind === 'starred'
}

/** Piece by piece into a list or set, which becomes the tuple. */
function compileStarredDisplay(scope: Scope, expression: Of<'list' | 'tuple' | 'set'>): void {
  const form = expression.kind === 'set' ? 'set' : 'list'
  compileItems(scope, expression.items, form, expression)
  if (expression.kind === 'tuple') scope.emit('toTuple', 0, expression)
}

/** The items before the first star are there from the beginning. */
function compileItems(
  scope: Scope,
  items: readonly Expression[],
  form: 'list' | 'set' | 'arguments',
  span: Span,
): void {
  const first = items.findIndex(isStarred)
  const count = first < 0 ? items.length : first
  compileEach(scope, items.slice(0, count))
  scope.emit(form === 'set' ? 'buildSet' : 'buildList', count, span)
  for (const item of items.slice(count)) {
    const isStar = item.kind === 'starred'
    compileExpression(scope, isStar ? item.value : item)
    if (isStar) scope.emit('extend', COLLECTIONS.indexOf(form), item)
    else scope.emit('append', COLLECTIONS.indexOf(form === 'set' ? 'set' : 'list'), item)
  }
}

function isConstant(expression: Expression): boolean {
  return constantOf(expression) !== undefined
}

/** What a `for` iterates over. */
export function compileIterable(scope: Scope, expression: Expression): void {
  if (expression.kind !== 'set' || !expression.items.every(isConstant)) {
    compileExpression(scope, expression)
    return
  }
  compileEach(scope, expression.items)
  scope.emit('buildFrozenSet', expression.items.length, expression)
}

function compileDict(scope: Scope, expression: Of<'dict'>): void {
  const { entries } = expression
  const first = entries.findIndex(({ key }) => key === undefined)
  const count = first < 0 ? entries.length : first
  for (const { key, value } of entries.slice(0, count)) {
    if (key !== undefined) compileExpression(scope, key)
    compileExpression(scope, value)
  }
  scope.emit('buildDict', count, expression)
  for (const { key, value } of entries.slice(count)) {
    if (key !== undefined) compileExpression(scope, key)
    compileExpression(scope, value)
    if (key === undefined) scope.emit('extend', COLLECTIONS.indexOf('dict'), value)
    else scope.emit('appendPair', 0, value)
  }
}

/** Only a store or a deletion needs the slice as an object. */
function compileSlice(
  scope: Scope,
  slice: Of<'slice'>,
  operation: 'loadSlice' | 'buildSlice',
): void {
  for (const bound of [slice.start, slice.stop, slice.step]) {
    if (bound === undefined) scope.constant(NONE, slice)
    else compileExpression(scope, bound)
  }
  scope.emit(operation, 0, slice)
}

function compileEach(scope: Scope, expressions: readonly Expression[]): void {
  for (const expression of expressions) compileExpression(scope, expression)
}

function compileCall(scope: Scope, expression: Of<'call'>): void {
  const { callee, positional, keywords } = expression
  const isMethod = callee.kind === 'attribute'
  const isVariable = positional.some(isStarred) || keywords.some(({ name }) => name === undefined)
  if (isMethod) {
    compileExpression(scope, callee.object)
    scope.symbol('loadMethod', callee.name, callee)
  } else {
    compileExpression(scope, callee)
    if (isVariable || keywords.length > 0) scope.emit('pushUnbound', 0, callee)
  }
  if (isVariable) return compileVariableCall(scope, expression)
  compileEach(scope, positional)
  if (keywords.length === 0) {
    return scope.emit(isMethod ? 'callMethod' : 'call', positional.length, expression)
  }
  compileEach(
    scope,
    keywords.map((keyword) => keyword.value),
  )
  const items = keywords.map(({ name = '' }): Literal => ({ type: 'string', value: name }))
  scope.constant({ type: 'tuple', items }, expression)
  scope.emit('callKeyword', positional.length + keywords.length, expression)
}

/** A call with `*` or `**`; the callable and its receiver are on the stack. */
function compileVariableCall(scope: Scope, expression: Of<'call'>): void {
  const { positional, keywords } = expression
  compileItems(scope, positional, 'arguments', expression)
  if (keywords.length === 0) scope.emit('pushUnbound', 0, expression)
  else compileKeywords(scope, keywords, expression)
  scope.emit('callVariable', 0, expression)
}

/** Runs of plain keywords are dicts of their own, merged like `**value`, so that a name given twice is noticed. */
function compileKeywords(scope: Scope, keywords: readonly KeywordArgument[], span: Span): void {
  let pairs = 0
  let isMerging = false
  const merge = (): void => {
    if (pairs > 0 || !isMerging) scope.emit('buildDict', pairs, span)
    if (isMerging && pairs > 0) scope.emit('extendKeywords', 0, span)
    isMerging = true
    pairs = 0
  }
  for (const { name, value } of keywords) {
    if (name === undefined) {
      merge()
      compileExpression(scope, value)
      scope.emit('extendKeywords', 0, value)
    } else {
      scope.constant({ type: 'string', value: name }, value)
      compileExpression(scope, value)
      pairs++
    }
  }
  if (pairs > 0) merge()
}

const CONVERSIONS: readonly Conversion[] = ['none', 's', 'r', 'a']

/** The format argument of `formatValue` when a specification is on the stack. */
const WITH_SPECIFICATION = 4

/** The string that f-string parts make. One part alone is a string already. */
function compileText(scope: Scope, parts: readonly FormatPart[], span: Span): void {
  if (parts.length === 0) return scope.constant({ type: 'string', value: '' }, span)
  for (const part of parts) {
    if (part.kind === 'text') scope.constant({ type: 'string', value: part.value }, span)
    else compileField(scope, part)
  }
  if (parts.length > 1) scope.emit('buildString', parts.length, span)
}

function compileField(scope: Scope, field: Extract<FormatPart, { readonly kind: 'field' }>): void {
  compileExpression(scope, field.value)
  const conversion = CONVERSIONS.indexOf(field.conversion)
  if (field.specification.length === 0) return scope.emit('formatValue', conversion, field.value)
  compileText(scope, field.specification, field.value)
  scope.emit('formatValue', conversion + WITH_SPECIFICATION, field.value)
}
