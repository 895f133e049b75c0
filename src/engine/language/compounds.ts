import type { SyntaxNode } from '@lezer/common'
import type {
  ExceptHandler,
  Expression,
  KeywordArgument,
  NameTarget,
  Statement,
  Target,
  WithItem,
} from './ast'
import { readArguments } from './calls'
import { dataclassOptions } from './dataclassFields'
import { readClass } from './definitions'
import type { DiagnosticCode } from './diagnosticCodes'
import { readAttribute, readValue } from './expressions'
import { readFunction } from './functions'
import { NESTING_LIMIT } from './layout'
import {
  assumeNames,
  childNamed,
  childrenOf,
  identifierOf,
  placeholder,
  refuse,
  splitByComma,
  type Place,
  type Reader,
} from './reader'
import type { Meaning } from './scopes'
import { checkBindable, readNameTarget, readTargetList } from './targets'

/** Translates a statement that has blocks; `undefined` when `node` is none that is known. */
export function readCompound(
  reader: Reader,
  node: SyntaxNode,
  place: Place,
): readonly Statement[] | undefined {
  if (node.firstChild?.name === 'async') {
    refuse(reader, node, 'asyncAwait')
    return []
  }
  switch (node.name) {
    case 'IfStatement':
      return [readIf(reader, node, inner(place))]
    case 'WhileStatement':
      return [readWhile(reader, node, inner(place))]
    case 'ForStatement':
      return [readFor(reader, node, inner(place))]
    case 'TryStatement':
      return [readTry(reader, node, inner(place))]
    case 'WithStatement':
      return [readWith(reader, node, inner(place))]
    case 'FunctionDefinition':
      return readFunctionStatement(reader, node, [])
    case 'DecoratedStatement':
      return readDecorated(reader, node, place)
    case 'ClassDefinition':
      return readClassStatement(reader, node, place)
    default:
      return undefined
  }
}

function inner(place: Place): Place {
  return place.level === 'module' ? { ...place, level: 'block' } : place
}

/** One `keyword … : body` part of a compound statement. */
interface Clause {
  readonly keyword: SyntaxNode
  /** What stands between the keyword and the block. */
  readonly header: readonly SyntaxNode[]
  readonly body: SyntaxNode | undefined
}

const CLAUSE_KEYWORDS: ReadonlySet<string> = new Set(
  'if elif else while for try except finally with def class'.split(' '),
)

function clausesOf(node: SyntaxNode): readonly Clause[] {
  const clauses: { keyword: SyntaxNode; header: SyntaxNode[]; body: SyntaxNode | undefined }[] = []
  for (const child of childrenOf(node)) {
    const clause = clauses.at(-1)
    if (clause === undefined || (clause.body !== undefined && CLAUSE_KEYWORDS.has(child.name))) {
      clauses.push({ keyword: child, header: [], body: undefined })
    } else if (child.name === 'Body') {
      clause.body = child
    } else {
      clause.header.push(child)
    }
  }
  return clauses
}

function blockOf(reader: Reader, clause: Clause | undefined, place: Place): readonly Statement[] {
  return clause?.body === undefined ? [] : reader.block(clause.body, place)
}

function readIf(reader: Reader, node: SyntaxNode, place: Place): Statement {
  const clauses = clausesOf(node)
  if (clauses.length > NESTING_LIMIT) {
    reader.report.error(clauses[NESTING_LIMIT]?.keyword ?? node, 'nestingTooDeep', {
      limit: String(NESTING_LIMIT),
    })
  }
  const branches = clauses.map((clause) => ({
    clause,
    condition: clause.keyword.name === 'else' ? undefined : readCondition(reader, clause),
    body: blockOf(reader, clause, place),
  }))
  // `elif` is an `if` alone in `orElse`, so the chain is built from its end.
  let orElse: readonly Statement[] = []
  for (const { clause, condition, body } of branches.toReversed()) {
    const to = node.to
    orElse =
      condition === undefined
        ? body
        : [{ kind: 'if', condition, body, orElse, from: clause.keyword.from, to }]
  }
  return orElse[0] ?? { kind: 'pass', from: node.from, to: node.to }
}

function readCondition(reader: Reader, { keyword, header }: Clause): Expression {
  const [condition] = header
  if (condition !== undefined) return reader.expression(condition, keyword)
  reader.report.error(keyword, 'missingExpression', { after: keyword.name })
  return placeholder(keyword)
}

function readWhile(reader: Reader, node: SyntaxNode, place: Place): Statement {
  const [loop, orElse] = clausesOf(node)
  return {
    kind: 'while',
    condition: reader.expression(loop?.header[0], node),
    body: inLoop(reader, () => blockOf(reader, loop, { ...place, isInLoop: true })),
    orElse: blockOf(reader, orElse, place),
    from: node.from,
    to: node.to,
  }
}

/** Reads what may be carried out several times. */
function inLoop<T>(reader: Reader, read: () => T): T {
  reader.scope.loopDepth++
  const result = read()
  reader.scope.loopDepth--
  return result
}

function readFor(reader: Reader, node: SyntaxNode, place: Place): Statement {
  const [loop, orElse] = clausesOf(node)
  const header = loop?.header ?? []
  const at = header.findIndex((child) => child.name === 'in')
  const targets = at < 0 ? header : header.slice(0, at)
  const values = at < 0 ? [] : header.slice(at + 1)
  return {
    kind: 'for',
    iterable: readValue(reader, values, node),
    target: inLoop(reader, () => readTargetList(reader, targets, node)),
    body: inLoop(reader, () => blockOf(reader, loop, { ...place, isInLoop: true })),
    orElse: blockOf(reader, orElse, place),
    from: node.from,
    to: node.to,
  }
}

function readTry(reader: Reader, node: SyntaxNode, place: Place): Statement {
  const clauses = clausesOf(node)
  const named = (name: string): readonly Clause[] =>
    clauses.filter((clause) => clause.keyword.name === name)
  const excepts = named('except')
  const [ending] = named('finally')
  if (excepts.length === 0 && (ending === undefined || named('else').length > 0)) {
    reader.report.error(clauses[0]?.keyword ?? node, 'tryWithoutExcept')
  }
  return {
    kind: 'try',
    body: blockOf(reader, clauses[0], place),
    handlers: excepts.map((clause, i) =>
      readHandler(reader, clause, i === excepts.length - 1, place),
    ),
    orElse: blockOf(reader, named('else')[0], place),
    // On the way out of an exception a bare `raise` here would mean that exception and not the handler's.
    finallyBody: blockOf(reader, ending, { ...place, isInHandler: false }),
    from: node.from,
    to: node.to,
  }
}

function readHandler(reader: Reader, clause: Clause, isLast: boolean, place: Place): ExceptHandler {
  const { keyword, header, body } = clause
  const [typeNode, mark, nameNode] = header
  if (typeNode?.name === '*') refuse(reader, typeNode, 'exceptStar', { star: '*' })
  if (mark?.name === ',') refuse(reader, mark, 'exceptComma')
  if (typeNode === undefined && !isLast) reader.report.error(keyword, 'bareExceptNotLast')
  const hasType = typeNode !== undefined && typeNode.name !== '*'
  const hasTarget = mark?.name === 'as' && nameNode?.name === 'VariableName'
  return {
    type: hasType ? reader.expression(typeNode, typeNode) : undefined,
    // The end of the block deletes the name.
    target: hasTarget ? inLoop(reader, () => readNameTarget(reader, nameNode)) : undefined,
    body: blockOf(reader, clause, { ...place, isInHandler: true }),
    from: keyword.from,
    to: body?.to ?? keyword.to,
  }
}

function readWith(reader: Reader, node: SyntaxNode, place: Place): Statement {
  const [clause] = clausesOf(node)
  const header = clause?.header ?? []
  const { groups, hasTrailingComma } = splitByComma(header)
  if (hasTrailingComma) reader.report.error(header.at(-1) ?? node, 'trailingComma')
  const [only] = groups
  // CPython reads `with (a, b):` as two context managers, not as a tuple.
  const isBracketed =
    groups.length === 1 && only?.length === 1 && only[0]?.name === 'TupleExpression'
  const inner = isBracketed && only[0] !== undefined ? childrenOf(only[0]).slice(1, -1) : []
  const itemGroups = inner.length > 0 ? splitByComma(inner).groups : groups
  const items = itemGroups.map((group) => readWithItem(reader, group, node))
  return { kind: 'with', items, body: blockOf(reader, clause, place), from: node.from, to: node.to }
}

function readWithItem(reader: Reader, group: readonly SyntaxNode[], parent: SyntaxNode): WithItem {
  const [contextNode, mark, nameNode] = group
  if (contextNode?.name === '*') refuse(reader, contextNode, 'starUnpacking', { star: '*' })
  const context = reader.expression(contextNode, parent)
  const isNamed = mark?.name === 'as' && nameNode?.name === 'VariableName'
  const target: Target | undefined = isNamed ? readNameTarget(reader, nameNode) : undefined
  return {
    context,
    target,
    from: contextNode?.from ?? parent.from,
    to: group.at(-1)?.to ?? parent.to,
  }
}

/** A `def` behind decorators, each any expression. */
function readDecorated(reader: Reader, node: SyntaxNode, place: Place): readonly Statement[] {
  const cls = childNamed(node, 'ClassDefinition')
  if (cls !== undefined) return readDecoratedClass(reader, node, cls, place)
  const definition = childNamed(node, 'FunctionDefinition')
  if (definition === undefined || definition.firstChild?.name === 'async') {
    refuse(reader, node, definition === undefined ? 'decorator' : 'asyncAwait')
    return []
  }
  const decorators = childrenOf(node)
    .filter(({ name }) => name === 'Decorator')
    .map((decorator) => readDecorator(reader, decorator))
  return readFunctionStatement(reader, definition, decorators)
}

/** `@dataclass` is the one decorator of classes. */
function readDecoratedClass(
  reader: Reader,
  node: SyntaxNode,
  cls: SyntaxNode,
  place: Place,
): readonly Statement[] {
  const [decorator, ...others] = childrenOf(node).filter(({ name }) => name === 'Decorator')
  const value = decorator && readDecorator(reader, decorator)
  const options = value && dataclassOptions(reader.scope, value)
  if (options === undefined || others.length > 0) {
    refuse(reader, node, 'decorator')
    return []
  }
  return readClassStatement(reader, cls, place, options)
}

/** The parser's tree has no expression behind `@`: names and dots lie flat, perhaps with the arguments of a call. */
function readDecorator(reader: Reader, node: SyntaxNode): Expression {
  const [, first, ...parts] = childrenOf(node)
  let value = reader.expression(first, node)
  for (const part of parts) {
    const span = { from: value.from, to: part.to }
    if (part.name === 'PropertyName' || part.name === 'VariableName') {
      value = readAttribute(reader, value, part, span)
    } else if (part.name === 'ArgList') {
      value = { kind: 'call', callee: value, ...readArguments(reader, part), ...span }
    } else if (part.name !== '.' && !part.type.isError) return refuse(reader, node, 'decorator')
  }
  return value
}

function readFunctionStatement(
  reader: Reader,
  node: SyntaxNode,
  decorators: readonly Expression[],
): readonly Statement[] {
  // A decorator may call the function, and start a thread, before the name is bound.
  const target = bindDefinition(reader, node, decorators.length === 0 ? node.from : node.to)
  const definition = readFunction(reader, node)
  return definition === undefined || target === undefined
    ? []
    : [{ kind: 'function', definition, target, decorators, from: node.from, to: node.to }]
}

function readClassStatement(
  reader: Reader,
  node: SyntaxNode,
  place: Place,
  dataclass?: readonly KeywordArgument[],
): readonly Statement[] {
  if (place.level !== 'module') {
    return refuseDefinition(
      reader,
      node,
      place.level === 'function' ? 'nestedClass' : 'definitionInBlock',
    )
  }
  bindDefinition(reader, node, node.to, { kind: 'class' })
  const definition = readClass(reader, node, dataclass)
  return definition === undefined
    ? []
    : [{ kind: 'class', definition, from: node.from, to: node.to }]
}

function refuseDefinition(
  reader: Reader,
  node: SyntaxNode,
  code: DiagnosticCode,
): readonly Statement[] {
  assumeNames(reader, node)
  reader.report.error(node.firstChild ?? node, code)
  return []
}

/** Binds the name now, in source order, although it is usable only behind the definition. */
function bindDefinition(
  reader: Reader,
  node: SyntaxNode,
  boundFrom: number,
  meaning?: Meaning,
): NameTarget | undefined {
  const nameNode = childNamed(node, 'VariableName')
  if (nameNode === undefined) return undefined
  const name = identifierOf(reader, nameNode)
  checkBindable(reader, nameNode, name)
  return reader.scope.write(name, nameNode, { usableFrom: node.to, boundFrom, meaning })
}
