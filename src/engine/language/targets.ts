import type { SyntaxNode } from '@lezer/common'
import type { Expression, Span, Target } from './ast'
import type { DiagnosticCode } from './diagnosticCodes'
import {
  childrenOf,
  identifierOf,
  isSpecialName,
  refuse,
  splitByComma,
  textOf,
  type Reader,
} from './reader'
import { isReadable } from './specialNames'

/** Nodes that cannot stand left of `=`, with the code that says why. Every other expression is `assignToExpression`. */
const REFUSED: Readonly<Record<string, DiagnosticCode>> = {
  Boolean: 'assignToConstant',
  CallExpression: 'assignToCall',
  ContinuedString: 'assignToLiteral',
  DictionaryExpression: 'assignToLiteral',
  FormatString: 'assignToLiteral',
  None: 'assignToConstant',
  Ellipsis: 'assignToConstant',
  Number: 'assignToLiteral',
  SetExpression: 'assignToLiteral',
  String: 'assignToLiteral',
}

/** Translates what stands left of `=`, after `for`, `del` …: a name, an attribute, an item, or several to unpack. */
export function readTarget(
  reader: Reader,
  node: SyntaxNode | undefined,
  parent: SyntaxNode,
): Target {
  if (node === undefined || node.type.isError) return unknownTarget(parent)
  switch (node.name) {
    case 'VariableName':
      return readNameTarget(reader, node)
    case 'MemberExpression':
      return readMemberTarget(reader, node)
    case 'ParenthesizedExpression':
      return readParenthesizedTarget(reader, node)
    case 'TupleExpression':
    case 'ArrayExpression':
      return readTargetList(reader, childrenOf(node).slice(1, -1), node, true)
    default:
      return refuseTarget(reader, node)
  }
}

/** `a` is one target; `a, b`, `a,` and everything in brackets (`isBracketed`) is unpacked. */
export function readTargetList(
  reader: Reader,
  nodes: readonly SyntaxNode[],
  parent: SyntaxNode,
  isBracketed = false,
): Target {
  const { groups, hasTrailingComma } = splitByComma(nodes)
  const isUnpacking = isBracketed || groups.length > 1 || hasTrailingComma
  const stars = groups.flatMap(([first], i) => (first?.name === '*' ? [i] : []))
  const [starred, second] = stars
  if (second !== undefined) reader.report.error(groups[second]?.[0] ?? parent, 'severalStars')
  if (starred !== undefined && !isUnpacking) reader.report.error(parent, 'starAlone')
  const targets = groups.map(([first, next]) =>
    readTarget(reader, first?.name === '*' ? next : first, parent),
  )
  const [only] = targets
  if (!isUnpacking && only !== undefined) return only
  const outer = isBracketed ? parent : undefined
  const from = outer?.from ?? nodes[0]?.from ?? parent.from
  return { kind: 'unpack', targets, starred, from, to: outer?.to ?? nodes.at(-1)?.to ?? parent.to }
}

/** Binds the name of `node`; names that belong to Python are refused. */
export function readNameTarget(reader: Reader, node: SyntaxNode): Target {
  const name = identifierOf(reader, node)
  checkBindable(reader, node, name)
  return reader.scope.write(name, node)
}

/** Reports names no program may bind: `__debug__` in CPython, `__name__` and its kind here. */
export function checkBindable(reader: Reader, node: SyntaxNode, name: string): void {
  if (name === '__debug__') reader.report.error(node, 'assignToConstant', { name })
  else if (isSpecialName(name)) reader.report.error(node, 'reservedName', { name })
}

function readParenthesizedTarget(reader: Reader, node: SyntaxNode): Target {
  const [, inner] = childrenOf(node)
  if (inner?.name === '*' || inner?.name === 'NamedExpression') return refuseTarget(reader, inner)
  return readTarget(reader, inner, node)
}

function readMemberTarget(reader: Reader, node: SyntaxNode): Target {
  const value = reader.expression(node, node)
  const span = { from: node.from, to: node.to }
  if (value.kind === 'item') return { kind: 'item', object: value.object, key: value.key, ...span }
  if (value.kind === 'attribute') {
    if (isReadable(value.name)) {
      reader.report.error(node, 'specialAttribute', { name: value.name })
    }
    noteModuleWrite(reader, value.object, value.name, span)
    return { kind: 'attribute', object: value.object, name: value.name, ...span }
  }
  return unknownTarget(node)
}

function noteModuleWrite(reader: Reader, object: Expression, member: string, span: Span): void {
  if (object.kind === 'name') reader.scope.useMember({ object, member, isWrite: true, span })
}

function refuseTarget(reader: Reader, node: SyntaxNode): Target {
  const code = REFUSED[node.name] ?? 'assignToExpression'
  refuse(reader, node, code, code === 'assignToConstant' ? { name: textOf(reader, node) } : {})
  return unknownTarget(node)
}

/** Stands where a target was refused. */
function unknownTarget(node: SyntaxNode): Target {
  return { kind: 'unpack', targets: [], starred: undefined, from: node.from, to: node.to }
}
