import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common'
import type { Expression, Span, Statement } from './ast'
import type { DiagnosticCode } from './diagnosticCodes'
import type { Layout } from './layout'
import type { DiagnosticParams, Report } from './report'
import type { Scope } from './scopes'
import { isIdentifier } from './tokens'

/** Where a statement stands: what `return`, `break`, `raise`, `def` may do there. */
export interface Place {
  /** `module` is the outermost level only; a block below it is `block`. */
  readonly level: 'module' | 'block' | 'function'
  readonly isInLoop: boolean
  /** Lexically inside an `except` body, where a bare `raise` has one clear meaning. */
  readonly isInHandler: boolean
}

/**
 * What every part of the translation needs. The parts (expressions, statements, …) reach each other through it, so that
 * no file imports in a circle.
 */
export interface Reader {
  readonly source: string
  readonly report: Report
  readonly layout: Layout
  readonly scope: Scope
  /** Translates an expression node. What cannot be translated is reported and stands as `None`. */
  expression(node: SyntaxNode | undefined, parent: SyntaxNode): Expression
  /** Translates the statements of a `Body` node. */
  block(body: SyntaxNode, place: Place): readonly Statement[]
  /** The same reader inside another scope. */
  within(scope: Scope): Reader
}

/** The children of `node` without comments, in order. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child)
  }
  return children
}

export function childNamed(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return childrenOf(node).find((child) => child.name === name)
}

export function textOf(reader: Reader, span: Span): string {
  return reader.source.slice(span.from, span.to)
}

export function spanOf(node: Span): Span {
  return { from: node.from, to: node.to }
}

/** Stands where an expression was refused: the program will not run, but reading goes on. */
export function placeholder(span: Span): Expression {
  return { kind: 'literal', literal: { type: 'none' }, from: span.from, to: span.to }
}

/**
 * Reports `code` at `node` and gives up its whole subtree. Names in it count as perhaps bound, so that a refused
 * `lambda` or comprehension is not reported a second time through its variables.
 */
export function refuse(
  reader: Reader,
  node: SyntaxNode,
  code: DiagnosticCode,
  params: DiagnosticParams = {},
): Expression {
  reader.report.error(node, code, params)
  assumeNames(reader, node)
  return placeholder(node)
}

/** Counts the names below `node` as perhaps bound. */
export function assumeNames(reader: Reader, node: SyntaxNode): void {
  node.cursor().iterate((inner: SyntaxNodeRef) => {
    if (inner.name === 'VariableName') reader.scope.assume(textOf(reader, inner))
  })
}

/**
 * The identifier of a name node as CPython sees it: normalised (NFKC, PEP 3131) and, inside a class, with private names
 * such as `__count` written out as `_Class__count`.
 */
export function identifierOf(reader: Reader, node: SyntaxNode): string {
  const written = plainIdentifierOf(reader, node)
  const owner = reader.scope.enclosingClass?.name.replace(/^_+/, '')
  const isPrivate = written.startsWith('__') && !written.endsWith('__')
  return isPrivate && owner !== undefined && owner !== '' ? `_${owner}${written}` : written
}

/** The identifier without the class's prefix, as keyword arguments use it. */
export function plainIdentifierOf(reader: Reader, node: SyntaxNode): string {
  const written = textOf(reader, node)
  const name = written.normalize('NFKC')
  if (!isIdentifier(written)) {
    reader.report.error(node, 'invalidName', { name: written })
    reader.scope.assume(name)
  }
  return name
}

/** Whether `name` is reserved for Python itself, such as `__init__`. */
export function isSpecialName(name: string): boolean {
  return name.length > 4 && name.startsWith('__') && name.endsWith('__')
}

/** Splits a comma-separated run of nodes; the last group is dropped when the run ends in a comma. */
export function splitByComma(nodes: readonly SyntaxNode[]): {
  readonly groups: readonly (readonly SyntaxNode[])[]
  readonly hasTrailingComma: boolean
} {
  const groups: SyntaxNode[][] = [[]]
  for (const node of nodes) {
    if (node.name === ',') groups.push([])
    else groups.at(-1)?.push(node)
  }
  const hasTrailingComma = groups.length > 1 && groups.at(-1)?.length === 0
  if (hasTrailingComma || groups[0]?.length === 0) groups.splice(hasTrailingComma ? -1 : 0, 1)
  return { groups, hasTrailingComma }
}
