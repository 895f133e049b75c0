import type { SyntaxNode } from '@lezer/common'
import type { Expression, Span } from './ast'
import { readCall } from './calls'
import type { DiagnosticCode } from './diagnosticCodes'
import { readNumber } from './numbers'
import { readOperators } from './operators'
import {
  childrenOf,
  identifierOf,
  isSpecialName,
  placeholder,
  refuse,
  spanOf,
  splitByComma,
  textOf,
  type Reader,
} from './reader'
import { readBracketed } from './comprehensions'
import { readLambda } from './functions'
import { readWalrus } from './walrus'
import { isReadable } from './specialNames'
import { readString } from './strings'
import { readSubscript } from './subscripts'
import { KEYWORDS } from './tokens'

/** Expressions outside the first tier, by the parser's node name. */
const REFUSED: Readonly<Record<string, DiagnosticCode>> = {
  AwaitExpression: 'asyncAwait',
  Ellipsis: 'ellipsis',
  YieldExpression: 'yield',
}

/** Translates one expression node. A node this table does not know is refused by its name. */
export function readExpression(reader: Reader, node: SyntaxNode): Expression {
  const span = { from: node.from, to: node.to }
  switch (node.name) {
    case 'VariableName':
      return readName(reader, node)
    case 'Number':
      return readNumber(reader, node)
    case 'String':
    case 'FormatString':
    case 'ContinuedString':
      return readString(reader, node)
    case 'Boolean':
      return {
        kind: 'literal',
        literal: { type: 'bool', value: textOf(reader, node) === 'True' },
        ...span,
      }
    case 'None':
      return placeholder(node)
    case 'BinaryExpression':
    case 'UnaryExpression':
      return readOperators(reader, node)
    case 'ConditionalExpression':
      return readConditional(reader, node)
    case 'ParenthesizedExpression':
      return readParenthesized(reader, node)
    case 'TupleExpression':
      return { kind: 'tuple', items: readItems(reader, node), ...span }
    case 'ArrayExpression':
      return { kind: 'list', items: readItems(reader, node), ...span }
    case 'SetExpression':
      return { kind: 'set', items: readItems(reader, node), ...span }
    case 'DictionaryExpression':
      return readDictionary(reader, node)
    case 'CallExpression':
      return readCall(reader, node)
    case 'MemberExpression':
      return readMember(reader, node)
    case 'NamedExpression':
      return readWalrus(reader, childrenOf(node), node)
    case 'LambdaExpression':
      return readLambda(reader, node)
    case 'ArrayComprehensionExpression':
      return readBracketed(reader, node, 'list')
    case 'SetComprehensionExpression':
      return readBracketed(reader, node, 'set')
    case 'DictionaryComprehensionExpression':
      return readBracketed(reader, node, 'dict')
    case 'ComprehensionExpression':
      return readBracketed(reader, node, 'generator')
    default:
      return readRefused(reader, node)
  }
}

function readRefused(reader: Reader, node: SyntaxNode): Expression {
  // A syntax error is explained from its line, where the whole of it can be seen.
  if (node.type.isError) return placeholder(node)
  const code = REFUSED[node.name]
  if (code !== undefined) return refuse(reader, node, code)
  return refuse(reader, node, 'unsupportedConstruct', { construct: node.name })
}

function readName(reader: Reader, node: SyntaxNode): Expression {
  const name = identifierOf(reader, node)
  if (name === '__name__') {
    return {
      kind: 'literal',
      literal: { type: 'string', value: '__main__' },
      from: node.from,
      to: node.to,
    }
  }
  return reader.scope.read(name, node)
}

function readConditional(reader: Reader, node: SyntaxNode): Expression {
  const [whenTrue, , condition, , whenFalse] = childrenOf(node)
  return {
    kind: 'conditional',
    condition: reader.expression(condition, node),
    whenTrue: reader.expression(whenTrue, node),
    whenFalse: reader.expression(whenFalse, node),
    from: node.from,
    to: node.to,
  }
}

function readParenthesized(reader: Reader, node: SyntaxNode): Expression {
  const [, inner] = childrenOf(node)
  if (inner?.name === '*') return refuse(reader, node, 'starUnpacking', { star: '*' })
  return reader.expression(inner, node)
}

/** The comma-separated items between the brackets of a display. */
function readItems(reader: Reader, node: SyntaxNode): readonly Expression[] {
  return readList(reader, childrenOf(node).slice(1, -1), node)
}

/** Expressions separated by commas. */
export function readList(
  reader: Reader,
  nodes: readonly SyntaxNode[],
  parent: SyntaxNode,
): readonly Expression[] {
  return splitByComma(nodes).groups.map(([first, second]) =>
    first?.name === '*' ? readStarred(reader, first, second) : reader.expression(first, parent),
  )
}

function readStarred(
  reader: Reader,
  star: SyntaxNode,
  valueNode: SyntaxNode | undefined,
): Expression {
  const value = reader.expression(valueNode, star)
  return { kind: 'starred', value, from: star.from, to: value.to }
}

/** `a` is a value, `a, b` and `a,` are tuples, as after `=`, `return` and `in`. */
export function readValue(
  reader: Reader,
  nodes: readonly SyntaxNode[],
  parent: SyntaxNode,
): Expression {
  const [first] = nodes
  if (nodes.length <= 1) return reader.expression(first, parent)
  if (nodes.length === 2 && first?.name === '*')
    return refuse(reader, first, 'starUnpacking', { star: '*' })
  const items = readList(reader, nodes, parent)
  return {
    kind: 'tuple',
    items,
    from: first?.from ?? parent.from,
    to: nodes.at(-1)?.to ?? parent.to,
  }
}

function readDictionary(reader: Reader, node: SyntaxNode): Expression {
  const entries = splitByComma(childrenOf(node).slice(1, -1)).groups.map((group) => {
    const [key, second, value] = group
    return key?.name === '**'
      ? { key: undefined, value: reader.expression(second, node) }
      : { key: reader.expression(key, node), value: reader.expression(value, node) }
  })
  return { kind: 'dict', entries, from: node.from, to: node.to }
}

function readMember(reader: Reader, node: SyntaxNode): Expression {
  const [objectNode, mark, property] = childrenOf(node)
  const object = reader.expression(objectNode, node)
  if (mark?.name === '[') return readSubscript(reader, node, object)
  if (property === undefined || property.type.isError) return placeholder(node)
  return readAttribute(reader, object, property, spanOf(node))
}

/** `object.property`, which may be a member of a module. */
export function readAttribute(
  reader: Reader,
  object: Expression,
  property: SyntaxNode,
  span: Span,
): Expression {
  const name = readAttributeName(reader, property)
  const use = { member: name, isWrite: false, span: property }
  if (object.kind === 'name') reader.scope.useMember({ object, ...use })
  else if (object.kind === 'attribute' && object.object.kind === 'name') {
    reader.scope.useMember({ object: object.object, within: object.name, ...use })
  }
  return { kind: 'attribute', object, name, ...span }
}

/** The name behind a dot: no keyword, and none of Python's own special names. */
function readAttributeName(reader: Reader, node: SyntaxNode): string {
  const name = identifierOf(reader, node)
  if (KEYWORDS.has(name)) reader.report.error(node, 'keywordAsName', { name })
  if (isSpecialName(name) && !isReadable(name)) {
    reader.report.error(node, 'specialAttribute', { name })
  }
  return name
}
