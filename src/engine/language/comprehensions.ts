import type { SyntaxNode } from '@lezer/common'
import type {
  ComprehensionForm,
  Expression,
  FunctionDefinition,
  Parameter,
  Span,
  Statement,
} from './ast'
import { childrenOf, placeholder, refuse, splitByComma, type Reader } from './reader'
import { readTargetList } from './targets'

const NAMES: Readonly<Record<ComprehensionForm, string>> = {
  list: '<listcomp>',
  set: '<setcomp>',
  dict: '<dictcomp>',
  generator: '<genexpr>',
}

/** The parameter of a comprehension's function: the iterator of the outermost `for`. */
const ITERATOR = '.0'

/** One `for … in …` or `if …` of a comprehension. */
type Clause =
  | {
      readonly kind: 'for'
      readonly targets: readonly SyntaxNode[]
      readonly iterable: SyntaxNode | undefined
      readonly keyword: SyntaxNode
    }
  | { readonly kind: 'if'; readonly condition: SyntaxNode | undefined }

/**
 * Translates a comprehension, `nodes` being what stands between its brackets. As in CPython 3.11 it is a function of its
 * own: only the outermost iterable is evaluated outside.
 */
export function readComprehension(
  reader: Reader,
  node: Span,
  nodes: readonly SyntaxNode[],
  form: ComprehensionForm,
): Expression {
  const start = nodes.findIndex(({ name }) => name === 'for' || name === 'async')
  const element = nodes.slice(0, start)
  const clauses = clausesOf(nodes.slice(start))
  const [outermost] = clauses
  const [first] = nodes
  if (outermost?.kind !== 'for' || first === undefined) return placeholder(node)
  const hidden = nodes.find(({ name }) => name === 'async') ?? element.find(isStar)
  if (hidden !== undefined) {
    const isAsync = hidden.name === 'async'
    return refuse(reader, hidden, isAsync ? 'asyncAwait' : 'syntax', { found: hidden.name })
  }
  const iterable = reader.expression(outermost.iterable, outermost.keyword)
  const scope = reader.scope.comprehension(node.from)
  const inside = reader.within(scope)
  scope.parameter(ITERATOR)
  scope.loopDepth++
  const span = { from: node.from, to: node.to }
  const body = readClauses(inside, clauses, { element, form, span })
  scope.close(reader.report)
  const parameter: Parameter = {
    name: ITERATOR,
    kind: 'plain',
    defaultValue: undefined,
    from: iterable.from,
    to: iterable.to,
  }
  const definition: FunctionDefinition = {
    name: NAMES[form],
    form,
    nameSpan: span,
    parameters: [parameter],
    body,
    locals: scope.locals(),
    cells: scope.cells,
    free: scope.free,
    ...span,
  }
  return { kind: 'comprehension', definition, iterable, ...span }
}

function isStar(node: SyntaxNode): boolean {
  return node.name === '*' || node.name === '**'
}

function clausesOf(nodes: readonly SyntaxNode[]): readonly Clause[] {
  const clauses: Clause[] = []
  let at = 0
  while (at < nodes.length) {
    const keyword = nodes[at]
    if (keyword?.name === 'if') {
      clauses.push({ kind: 'if', condition: nodes[at + 1] })
      at += 2
      continue
    }
    const end = nodes.findIndex(({ name }, i) => i > at && name === 'in')
    if (keyword?.name !== 'for' || end < 0) return []
    clauses.push({
      kind: 'for',
      targets: nodes.slice(at + 1, end),
      iterable: nodes[end + 1],
      keyword,
    })
    at = end + 2
  }
  return clauses
}

interface Comprehension {
  readonly element: readonly SyntaxNode[]
  readonly form: ComprehensionForm
  readonly span: Span
}

/** The clauses as nested statements. Targets are read before what uses them. */
function readClauses(
  inside: Reader,
  clauses: readonly Clause[],
  comprehension: Comprehension,
  isOutermost = true,
): readonly Statement[] {
  const [clause, ...inner] = clauses
  const { span } = comprehension
  if (clause === undefined) return [readElement(inside, comprehension)]
  if (clause.kind === 'if') {
    const condition = expressionIn(inside, clause.condition, span)
    const body = readClauses(inside, inner, comprehension, false)
    return [{ kind: 'if', condition, body, orElse: [], from: condition.from, to: condition.to }]
  }
  const { keyword } = clause
  const iterable: Expression = isOutermost
    ? { kind: 'name', name: ITERATOR, scope: 'local', from: keyword.from, to: keyword.to }
    : expressionIn(inside, clause.iterable, keyword)
  const target = readTargetList(inside, clause.targets, keyword)
  const body = readClauses(inside, inner, comprehension, false)
  return [{ kind: 'for', target, iterable, body, orElse: [], from: keyword.from, to: span.to }]
}

function readElement(inside: Reader, { element, form, span }: Comprehension): Statement {
  if (form === 'dict') {
    const [key, , value] = element
    return {
      kind: 'collect',
      form,
      key: expressionIn(inside, key, span),
      value: expressionIn(inside, value, span),
      ...span,
    }
  }
  const [first] = element
  const value = expressionIn(inside, first, span)
  return { kind: 'collect', form, key: undefined, value, from: value.from, to: value.to }
}

function expressionIn(inside: Reader, node: SyntaxNode | undefined, around: Span): Expression {
  return node === undefined ? placeholder(around) : inside.expression(node, node)
}

/** The comprehension between the brackets of `node`. */
export function readBracketed(
  reader: Reader,
  node: SyntaxNode,
  form: ComprehensionForm,
): Expression {
  const inner = childrenOf(node).slice(1, -1)
  if (inner.some((child) => child.type.isError)) return placeholder(node)
  return readComprehension(reader, node, inner, form)
}

/** Whether a run of nodes, an argument, is a generator expression. */
export function isComprehension(nodes: readonly SyntaxNode[]): boolean {
  return nodes.some(({ name }) => name === 'for')
}

/** The arguments of a call: a comprehension's targets may have commas of their own. */
export function argumentGroups(nodes: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  return isComprehension(nodes) ? joinComprehensions(nodes) : splitByComma(nodes).groups
}

function joinComprehensions(nodes: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  const groups: SyntaxNode[][] = [[]]
  let isInTargets = false
  for (const node of nodes) {
    if (node.name === 'for') isInTargets = true
    if (node.name === 'in') isInTargets = false
    if (node.name === ',' && !isInTargets) groups.push([])
    else groups.at(-1)?.push(node)
  }
  return groups.at(-1)?.length === 0 ? groups.slice(0, -1) : groups
}
