import type { SyntaxNode, Tree } from '@lezer/common'
import { parser } from '@lezer/python'
import { assert } from '../../base'
import type { Expression, Module } from './ast'
import { withDataclasses } from './dataclasses'
import { GENERATED_NAMES } from './dataclassText'
import type { Diagnostic } from './diagnostic'
import { readExpression } from './expressions'
import { NESTING_LIMIT, readLayout, type Layout } from './layout'
import { childrenOf, placeholder, type Reader } from './reader'
import { createReport, type Report } from './report'
import { ProgramNames, Scope } from './scopes'
import { readStatements } from './statements'
import { explainError } from './syntaxErrors'
import { checkThreadClasses } from './threadClasses'

/** What reading a source gave: a program to compile, perhaps with warnings, or at least one error. */
export type Reading =
  | {
      readonly kind: 'accepted'
      readonly module: Module
      readonly diagnostics: readonly Diagnostic[]
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }

/** Longer sources (UTF-16 units) are refused unread. */
export const SOURCE_LIMIT = 200_000

/** The tree of a program within {@link NESTING_LIMIT} is less deep than this: each block is two nodes. */
const TREE_DEPTH_LIMIT = 3 * NESTING_LIMIT

/**
 * Reads classroom Python, first tier. Never throws, whatever the source; diagnostics are in source order and their spans
 * lie inside it. `furtherNames` count as built-ins. Time grows with the length of the source, depth with {@link NESTING_LIMIT} only.
 */
export function parse(source: string, furtherNames: readonly string[] = []): Reading {
  const report = createReport(source)
  const module = readModule(source, report, furtherNames)
  const diagnostics = report.diagnostics()
  if (module === undefined || report.hasErrors) return { kind: 'refused', diagnostics }
  return { kind: 'accepted', module, diagnostics }
}

function readModule(
  source: string,
  report: Report,
  furtherNames: readonly string[],
): Module | undefined {
  if (source.length > SOURCE_LIMIT) {
    report.error({ from: 0, to: 0 }, 'sourceTooLong', { limit: String(SOURCE_LIMIT) })
    return undefined
  }
  const layout = readLayout(source, report)
  if (layout === undefined) return undefined
  const tree = parser.parse(forParser(source) + '\n')
  const isShallow = checkDepth(tree, report)
  const broken = reportSyntaxErrors(tree, layout, report)
  return isShallow ? translate(source, tree, layout, { report, broken, furtherNames }) : undefined
}

/**
 * The same text for the parser, place for place: it knows neither a byte order mark nor a continuation before `\r\n`. (Its
 * reading of `print` at the end of a source needs the line break that is added to it.)
 */
function forParser(source: string): string {
  if (!/[\r\ufeff]/.test(source)) return source
  return source
    .replace(/^\ufeff/, ' ')
    .replaceAll('\\\r\n', ' \\\n')
    .replaceAll('\r\n', ' \n')
    .replaceAll('\r', '\n')
}

/** Walks the tree without recursion; false (reported) when it is deeper than translation may recurse. */
function checkDepth(tree: Tree, report: Report): boolean {
  const cursor = tree.cursor()
  let depth = 0
  for (;;) {
    if (cursor.firstChild()) {
      depth += 1
      if (depth > TREE_DEPTH_LIMIT) {
        report.error(cursor, 'nestingTooDeep', { limit: String(NESTING_LIMIT) })
        return false
      }
      continue
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return true
      depth -= 1
    }
  }
}

/**
 * Reports every syntax error of the tree, one per logical line, and returns the lines that have an error. An error right
 * below another one is its echo and is not reported.
 */
function reportSyntaxErrors(tree: Tree, layout: Layout, report: Report): ReadonlySet<number> {
  const broken = linesInError(layout, report)
  tree.iterate({
    enter(node) {
      if (!node.type.isError) return
      const index = layout.lineAt(Math.max(0, node.from - (node.from === node.to ? 1 : 0)))
      if (broken.has(index) || broken.has(index - 1)) {
        broken.add(index)
        return
      }
      broken.add(index)
      reportSyntaxError(layout, report, index, node.from)
    },
  })
  return broken
}

/** The logical lines with an error of layout; a missing block belongs to its header too. */
function linesInError(layout: Layout, report: Report): Set<number> {
  const broken = new Set<number>()
  for (const { code, from } of report.diagnostics()) {
    const index = layout.lineAt(from)
    broken.add(index)
    if (code === 'expectedIndent' && index > 0) broken.add(index - 1)
  }
  return broken
}

function reportSyntaxError(layout: Layout, report: Report, index: number, offset: number): void {
  const line = layout.lines[index]
  if (line === undefined) {
    report.error({ from: offset, to: offset }, 'unexpectedEnd')
    return
  }
  const { code, span, params } = explainError(line, offset)
  // Behind a header that could not be read, its `else` is an echo.
  if (code === 'strayClause' && report.hasErrors) return
  report.error(span, code, params)
}

interface Findings {
  readonly report: Report
  /** Logical lines with syntax errors: what else seems wrong there follows from them. */
  readonly broken: ReadonlySet<number>
  readonly furtherNames: readonly string[]
}

function translate(
  source: string,
  tree: Tree,
  layout: Layout,
  { report, broken, furtherNames }: Findings,
): Module {
  const names = new ProgramNames()
  for (const name of furtherNames) names.assumed.add(name)
  const scope = new Scope('module', names, undefined)
  const quiet = quietOn(report, layout, broken)
  const reader = createReader({ source, layout, report: quiet }, scope)
  const body = readStatements(reader, childrenOf(tree.topNode), {
    level: 'module',
    isInLoop: false,
    isInHandler: false,
  })
  scope.close(quiet)
  // In a text that is only half understood, a name may look undefined because its definition was not read.
  if (broken.size === 0) names.settle(quiet)
  const module = { body, globals: [...names.bindings.keys()] }
  checkThreadClasses(quiet, module)
  return withDataclasses(module, {
    report: quiet,
    bindings: names.bindings,
    read: readGenerated,
    mentions: (word) => source.includes(word),
  })
}

function readGenerated(text: string, further: readonly string[]): Module {
  const reading = parse(text, [...GENERATED_NAMES, ...further])
  assert(reading.kind === 'accepted', 'generated text is refused')
  return reading.module
}

/** A report that is silent on the lines in `broken`. */
function quietOn(report: Report, layout: Layout, broken: ReadonlySet<number>): Report {
  if (broken.size === 0) return report
  return {
    ...report,
    error(span, code, params) {
      if (!broken.has(layout.lineAt(span.from))) report.error(span, code, params)
    },
    warn(span, code, params) {
      if (!broken.has(layout.lineAt(span.from))) report.warn(span, code, params)
    },
  }
}

function createReader(shared: Pick<Reader, 'source' | 'layout' | 'report'>, scope: Scope): Reader {
  const reader: Reader = {
    ...shared,
    scope,
    expression: (node, parent) =>
      node === undefined ? missing(reader, parent) : readExpression(reader, node),
    block: (body, place) => readStatements(reader, childrenOf(body), place),
    within: (inner) => createReader(shared, inner),
  }
  return reader
}

/** The tree lacks a part its rule requires: never translated into anything. */
function missing(reader: Reader, parent: SyntaxNode): Expression {
  reader.report.error(parent, 'syntax', { found: reader.source.slice(parent.from, parent.to) })
  return placeholder(parent)
}
