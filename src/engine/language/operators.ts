import type { SyntaxNode } from '@lezer/common'
import type { BinaryOperator, CompareOperator, Expression, UnaryOperator } from './ast'
import { childrenOf, placeholder, refuse, textOf, type Reader } from './reader'

/**
 * Operator expressions. The parser's tree binds `not` too loosely (`not a and b` becomes `not (a and b)`) and accepts
 * `a == not b`, so its nesting is not trusted: the operands and operators are read off in source order and grouped anew
 * by the precedence table of the Python reference manual (6.17).
 */
type Item =
  | { readonly kind: 'operand'; readonly node: SyntaxNode }
  | { readonly kind: 'operator'; readonly text: string; readonly node: SyntaxNode }

const COMPARISONS: ReadonlySet<string> = new Set([
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'not in',
  'is',
  'is not',
])

/** How strongly each binary operator binds; all group from the left, `**` from the right. */
const STRENGTH: Readonly<Record<string, number>> = {
  ...{ or: 1, and: 2 },
  ...Object.fromEntries([...COMPARISONS].map((operator) => [operator, 4])),
  ...{ '|': 5, '^': 6, '&': 7, '<<': 8, '>>': 8, '+': 9, '-': 9 },
  ...{ '*': 10, '/': 10, '//': 10, '%': 10, '@': 10, '**': 12 },
}
const NOT_STRENGTH = 3
const SIGN_STRENGTH = 11

/** Translates a `BinaryExpression` or `UnaryExpression` node. */
export function readOperators(reader: Reader, node: SyntaxNode): Expression {
  const items = itemsOf(reader, node)
  if (items === undefined) return placeholder(node)
  const matrix = items.find((item) => item.kind === 'operator' && item.text === '@')
  if (matrix !== undefined)
    return refuse(reader, matrix.node, 'matrixMultiplication', { operator: '@' })
  const old = items.find((item) => item.kind === 'operator' && item.text === '<>')
  if (old !== undefined) {
    return refuse(reader, old.node, 'foreignOperator', { found: '<>', instead: '!=' })
  }
  return new Grouping(reader, node, items).whole()
}

/** The operands and operators in source order; `undefined` around a syntax error (reported elsewhere). */
function itemsOf(reader: Reader, node: SyntaxNode): readonly Item[] | undefined {
  const items: Item[] = []
  const pending: SyntaxNode[] = [node]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type.isError) return undefined
    if (next.name === 'BinaryExpression' || next.name === 'UnaryExpression') {
      pending.push(...childrenOf(next).toReversed())
    } else if (isOperator(next)) {
      addOperator(items, textOf(reader, next), next)
    } else {
      items.push({ kind: 'operand', node: next })
    }
  }
  return items
}

function isOperator(node: SyntaxNode): boolean {
  return ['ArithOp', 'BitOp', 'CompareOp', 'and', 'or', 'not', 'in', 'is'].includes(node.name)
}

/** `not in` and `is not` are two words and one operator. */
function addOperator(items: Item[], text: string, node: SyntaxNode): void {
  const last = items.at(-1)
  const previous = last?.kind === 'operator' ? last.text : ''
  const joins = (previous === 'is' && text === 'not') || (previous === 'not' && text === 'in')
  if (joins) items.splice(-1, 1, { kind: 'operator', text: `${previous} ${text}`, node })
  else items.push({ kind: 'operator', text, node })
}

/** Precedence climbing over the flat items. */
class Grouping {
  private at = 0

  constructor(
    private readonly reader: Reader,
    private readonly node: SyntaxNode,
    private readonly items: readonly Item[],
  ) {}

  whole(): Expression {
    const value = this.group(0)
    return this.at === this.items.length ? value : this.unexpected()
  }

  private group(weakest: number): Expression {
    let left = this.operand(weakest)
    for (;;) {
      const operator = this.operatorHere()
      const strength = operator === undefined ? undefined : STRENGTH[operator]
      if (operator === undefined || strength === undefined || strength < weakest) return left
      left = COMPARISONS.has(operator)
        ? this.comparison(left)
        : this.binary(left, operator, strength)
    }
  }

  private operand(weakest: number): Expression {
    const item = this.items[this.at]
    if (item === undefined) return this.unexpected()
    if (item.kind === 'operator') return this.unary(item.text, item.node, weakest)
    this.at += 1
    return this.reader.expression(item.node, this.node)
  }

  private unary(text: string, node: SyntaxNode, weakest: number): Expression {
    const isNot = text === 'not'
    if (!isNot && text !== '-' && text !== '+' && text !== '~') return this.unexpected()
    // `a == not b`: CPython does not take `not` as an operand of a stronger operator.
    if (isNot && weakest > NOT_STRENGTH) return this.unexpected()
    this.at += 1
    const operand = this.group(isNot ? NOT_STRENGTH : SIGN_STRENGTH)
    const operator: UnaryOperator = text
    return { kind: 'unary', operator, operand, from: node.from, to: operand.to }
  }

  private binary(left: Expression, operator: string, strength: number): Expression {
    this.at += 1
    // The exponent may carry a sign (`2 ** -1`), which binds weaker than `**` on its left.
    const right = this.group(operator === '**' ? SIGN_STRENGTH : strength + 1)
    const span = { from: left.from, to: right.to }
    if (operator === 'and' || operator === 'or')
      return { kind: 'logical', operator, left, right, ...span }
    return { kind: 'binary', operator: operator as BinaryOperator, left, right, ...span }
  }

  private comparison(first: Expression): Expression {
    const operators: CompareOperator[] = []
    const operands = [first]
    for (
      let operator = this.operatorHere();
      operator !== undefined;
      operator = this.operatorHere()
    ) {
      if (!COMPARISONS.has(operator)) break
      this.at += 1
      operators.push(operator as CompareOperator)
      operands.push(this.group(5))
    }
    this.warnOfIdentity(operators, operands)
    return {
      kind: 'compare',
      operators,
      operands,
      from: first.from,
      to: operands.at(-1)?.to ?? first.to,
    }
  }

  /** CPython warns of `x is 5`: identity of equal literals is an accident. */
  private warnOfIdentity(
    operators: readonly CompareOperator[],
    operands: readonly Expression[],
  ): void {
    operators.forEach((operator, i) => {
      if (operator !== 'is' && operator !== 'is not') return
      const literal = [operands[i], operands[i + 1]].find(isValueLiteral)
      const instead = operator === 'is' ? '==' : '!='
      if (literal !== undefined)
        this.reader.report.warn(literal, 'isLiteral', { operator, instead })
    })
  }

  private operatorHere(): string | undefined {
    const item = this.items[this.at]
    return item?.kind === 'operator' ? item.text : undefined
  }

  private unexpected(): Expression {
    const node = this.items[this.at]?.node ?? this.node
    this.at = this.items.length
    return refuse(this.reader, node, 'syntax', { found: textOf(this.reader, node) })
  }
}

function isValueLiteral(operand: Expression | undefined): operand is Expression {
  if (operand?.kind !== 'literal') return false
  const { type } = operand.literal
  return type === 'int' || type === 'float' || type === 'string'
}
