import type { SyntaxNode } from '@lezer/common'
import { childrenOf, refuse, type Reader } from './reader'

/** Annotations of a function's local variables are never evaluated by CPython; all others are, where they stand. */
export type Evaluation = 'evaluated' | 'skipped'

/**
 * Reads the type behind `:` or `->` and forgets it. Where CPython evaluates it, its names must exist: an unknown one is
 * reported as in any expression. Only the usual shapes are let through, so that ignoring them changes nothing.
 */
export function readAnnotation(
  reader: Reader,
  typeDefinition: SyntaxNode,
  evaluation: Evaluation,
): void {
  const type = childrenOf(typeDefinition).find((child) => child.name !== ':')
  if (type === undefined || type.type.isError) return
  if (!isTypeShape(type)) refuse(reader, type, 'unsupportedAnnotation')
  else if (evaluation === 'evaluated') readNames(reader, type)
}

const LEAVES: ReadonlySet<string> = new Set([
  'VariableName',
  'None',
  'String',
  'PropertyName',
  'Ellipsis',
  ',',
  '.',
  '[',
  ']',
  '(',
  ')',
])
const BRANCHES: ReadonlySet<string> = new Set([
  'MemberExpression',
  'BinaryExpression',
  'ArrayExpression',
  'ParenthesizedExpression',
])

/** `int`, `threading.Lock`, `list[int]`, `int | None`, `"Account"`. */
function isTypeShape(node: SyntaxNode): boolean {
  if (LEAVES.has(node.name) || node.name === 'BitOp') return true
  return BRANCHES.has(node.name) && childrenOf(node).every(isTypeShape)
}

function readNames(reader: Reader, node: SyntaxNode): void {
  const value =
    node.name === 'VariableName' || isAttribute(node) ? reader.expression(node, node) : undefined
  if (value?.kind === 'name') reader.scope.annotate(value)
  if (value?.kind === 'attribute' && value.object.kind === 'name')
    reader.scope.annotate(value.object)
  if (value === undefined) for (const child of childrenOf(node)) readNames(reader, child)
}

function isAttribute(node: SyntaxNode): boolean {
  return node.name === 'MemberExpression' && childrenOf(node)[1]?.name === '.'
}
