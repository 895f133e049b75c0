import type { SyntaxNode } from '@lezer/common'
import type { BinaryOperator, Statement, Target } from './ast'
import { readAnnotation } from './annotations'
import { readCompound } from './compounds'
import type { DiagnosticCode } from './diagnosticCodes'
import { readValue } from './expressions'
import { readImport } from './imports'
import {
  childrenOf,
  identifierOf,
  refuse,
  splitByComma,
  textOf,
  type Place,
  type Reader,
} from './reader'
import { readTarget, readTargetList } from './targets'

/** Statements outside the first tier, by the parser's node name. */
const REFUSED: Readonly<Record<string, DiagnosticCode>> = {
  MatchStatement: 'match',
  TypeDefinition: 'typeAlias',
  YieldStatement: 'yield',
}

/** Translates the statements among `nodes`; other nodes (colons, errors) are passed over. */
export function readStatements(
  reader: Reader,
  nodes: readonly SyntaxNode[],
  place: Place,
): readonly Statement[] {
  return nodes.flatMap((node) => (node.name === ':' ? [] : readStatement(reader, node, place)))
}

/** One node gives no statement (a docstring, a bare annotation), one, or several (`import a, b`). */
function readStatement(reader: Reader, node: SyntaxNode, place: Place): readonly Statement[] {
  const span = { from: node.from, to: node.to }
  switch (node.name) {
    case 'StatementGroup':
      return readGroup(reader, node, place)
    case 'ExpressionStatement':
      return readExpressionStatement(reader, node)
    case 'AssignStatement':
      return readAssignment(reader, node)
    case 'UpdateStatement':
      return readUpdate(reader, node)
    case 'DeleteStatement':
      return [
        { kind: 'delete', targets: readDeleted(reader, childrenOf(node).slice(1), node), ...span },
      ]
    case 'PassStatement':
      return [{ kind: 'pass', ...span }]
    case 'BreakStatement':
    case 'ContinueStatement':
      return [readJump(reader, node, place)]
    case 'ReturnStatement':
      return [readReturn(reader, node, place)]
    case 'RaiseStatement':
      return readRaise(reader, node, place)
    case 'AssertStatement':
      return readAssert(reader, node)
    case 'ScopeStatement':
      return readScopeStatement(reader, node)
    case 'ImportStatement':
      return readImport(reader, node)
    case 'PrintStatement':
      refuse(reader, node, 'printStatement')
      return []
    default:
      return readCompound(reader, node, place) ?? refuseStatement(reader, node)
  }
}

/** `a; b;`: the parser also takes `a;; b`, which is no Python. */
function readGroup(reader: Reader, node: SyntaxNode, place: Place): readonly Statement[] {
  const children = childrenOf(node)
  const empty = children.find((child, i) => child.name === ';' && children[i + 1]?.name === ';')
  if (empty !== undefined) reader.report.error(empty, 'syntax', { found: ';' })
  return readStatements(
    reader,
    children.filter((child) => child.name !== ';'),
    place,
  )
}

function refuseStatement(reader: Reader, node: SyntaxNode): readonly Statement[] {
  if (node.type.isError) return []
  const code = REFUSED[node.name]
  if (code !== undefined) refuse(reader, node, code)
  else refuse(reader, node, 'unsupportedConstruct', { construct: node.name })
  return []
}

function readExpressionStatement(reader: Reader, node: SyntaxNode): readonly Statement[] {
  const children = childrenOf(node)
  if (children.length === 1 && children[0]?.name === 'Ellipsis') return []
  const value = readValue(reader, children, node)
  // Evaluating a string and throwing it away does nothing: this is how docstrings go.
  if (value.kind === 'literal' && value.literal.type === 'string') return []
  return [{ kind: 'expression', value, from: node.from, to: node.to }]
}

function isEquals(node: SyntaxNode): boolean {
  return node.name === 'AssignOp'
}

function readAssignment(reader: Reader, node: SyntaxNode): readonly Statement[] {
  const children = childrenOf(node)
  const annotation = children.find((child) => child.name === 'TypeDef')
  if (annotation !== undefined) return readAnnotated(reader, node, annotation)
  const sides: SyntaxNode[][] = [[]]
  for (const child of children) {
    if (isEquals(child)) sides.push([])
    else sides.at(-1)?.push(child)
  }
  const value = readValue(reader, sides.pop() ?? [], node)
  const targets = sides.map((side) => readTargetList(reader, side, node))
  return [{ kind: 'assign', targets, value, from: node.from, to: node.to }]
}

/** `name: type = value` assigns; `name: type` only makes a function's name local. */
function readAnnotated(
  reader: Reader,
  node: SyntaxNode,
  annotation: SyntaxNode,
): readonly Statement[] {
  const children = childrenOf(node)
  const [targetNode, second] = children
  const equals = children.findIndex(isEquals)
  const isOne =
    second?.name === 'TypeDef' &&
    ['VariableName', 'MemberExpression'].includes(targetNode?.name ?? '')
  if (targetNode === undefined || !isOne || children.filter(isEquals).length > 1) {
    refuse(reader, node, 'annotatedTarget')
    return []
  }
  readAnnotation(reader, annotation, reader.scope.kind === 'function' ? 'skipped' : 'evaluated')
  if (targetNode.name === 'VariableName') {
    const name = identifierOf(reader, targetNode)
    if (reader.scope.isDeclaredGlobal(name) || reader.scope.isDeclaredNonlocal(name))
      reader.report.error(targetNode, 'annotatedGlobal', { name })
    if (equals < 0) reader.scope.declareLocal(name, targetNode)
  }
  // CPython evaluates the object of `a.b: type` and stores nothing.
  if (equals < 0) {
    if (targetNode.name === 'MemberExpression') refuse(reader, node, 'annotatedTarget')
    return []
  }
  const value = readValue(reader, children.slice(equals + 1), node)
  const target = readTarget(reader, targetNode, node)
  return [{ kind: 'assign', targets: [target], value, from: node.from, to: node.to }]
}

function readUpdate(reader: Reader, node: SyntaxNode): readonly Statement[] {
  const children = childrenOf(node)
  const at = children.findIndex((child) => child.name === 'UpdateOp')
  const operatorNode = children[at]
  if (operatorNode === undefined) return []
  const text = textOf(reader, operatorNode)
  if (text === '@=') {
    refuse(reader, operatorNode, 'matrixMultiplication', { operator: text })
    return []
  }
  const target = readTargetList(reader, children.slice(0, at), node)
  // A refused target (already reported) unpacks nothing.
  if (target.kind === 'unpack' && target.targets.length > 0)
    reader.report.error(target, 'augmentedTarget', { operator: text })
  const value = readValue(reader, children.slice(at + 1), node)
  const operator = text.slice(0, -1) as BinaryOperator
  return [{ kind: 'augmented', target, operator, value, from: node.from, to: node.to }]
}

/** `del a, (b, c)` deletes a, b and c in this order. */
function readDeleted(
  reader: Reader,
  nodes: readonly SyntaxNode[],
  parent: SyntaxNode,
): readonly Target[] {
  const flatten = (target: Target): readonly Target[] =>
    target.kind === 'unpack' ? target.targets.flatMap(flatten) : [target]
  return splitByComma(nodes).groups.flatMap(([node]) => flatten(readTarget(reader, node, parent)))
}

function readJump(reader: Reader, node: SyntaxNode, place: Place): Statement {
  const kind = node.name === 'BreakStatement' ? 'break' : 'continue'
  if (!place.isInLoop) reader.report.error(node, 'outsideLoop', { keyword: kind })
  return { kind, from: node.from, to: node.to }
}

function readReturn(reader: Reader, node: SyntaxNode, place: Place): Statement {
  if (place.level !== 'function') reader.report.error(node, 'returnOutsideFunction')
  const nodes = childrenOf(node).slice(1)
  const value = nodes.length === 0 ? undefined : readValue(reader, nodes, node)
  return { kind: 'return', value, from: node.from, to: node.to }
}

function readRaise(reader: Reader, node: SyntaxNode, place: Place): readonly Statement[] {
  const [, raised, mark, causeNode] = childrenOf(node)
  const span = { from: node.from, to: node.to }
  if (raised === undefined) {
    if (!place.isInHandler) reader.report.error(node, 'bareRaise')
    return [{ kind: 'raise', value: undefined, cause: undefined, ...span }]
  }
  const hasCause = mark?.name === 'from'
  if (mark !== undefined && !mark.type.isError && !hasCause) refuse(reader, mark, 'raiseComma')
  const value = reader.expression(raised, node)
  const cause = hasCause ? reader.expression(causeNode, node) : undefined
  return [{ kind: 'raise', value, cause, ...span }]
}

function readAssert(reader: Reader, node: SyntaxNode): readonly Statement[] {
  const { groups, hasTrailingComma } = splitByComma(childrenOf(node).slice(1))
  const [[conditionNode] = [], messageGroup] = groups
  if (groups.length > 2 || hasTrailingComma) reader.report.error(node, 'assertParts')
  const condition = reader.expression(conditionNode, node)
  const isAlwaysTrue = condition.kind === 'tuple' && condition.items.length > 0
  if (isAlwaysTrue) reader.report.warn(condition, 'assertTuple')
  const message = messageGroup === undefined ? undefined : reader.expression(messageGroup[0], node)
  return [{ kind: 'assert', condition, message, from: node.from, to: node.to }]
}

function readScopeStatement(reader: Reader, node: SyntaxNode): readonly Statement[] {
  const [keyword, ...names] = childrenOf(node)
  const { groups, hasTrailingComma } = splitByComma(names)
  if (hasTrailingComma) reader.report.error(names.at(-1) ?? node, 'trailingComma')
  for (const [nameNode] of groups) {
    if (nameNode?.name !== 'VariableName') continue
    const name = identifierOf(reader, nameNode)
    const problem =
      keyword?.name === 'nonlocal'
        ? reader.scope.declareNonlocal(name, nameNode)
        : reader.scope.declareGlobal(name)
    if (problem !== undefined) reader.report.error(nameNode, problem, { name })
  }
  return []
}
