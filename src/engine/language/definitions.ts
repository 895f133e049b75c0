import type { SyntaxNode } from '@lezer/common'
import { readAnnotation } from './annotations'
import type { ClassDefinition, Expression, FunctionDefinition, Parameter } from './ast'
import { readValue } from './expressions'
import {
  childNamed,
  childrenOf,
  identifierOf,
  isSpecialName,
  refuse,
  spanOf,
  splitByComma,
  textOf,
  type Place,
  type Reader,
} from './reader'
import { checkBindable } from './targets'

const FUNCTION_PLACE: Place = { level: 'function', isInLoop: false, isInHandler: false }

/** The special methods the machine calls by CPython's rules. */
const SPECIAL_METHODS: readonly string[] = ['__init__', '__str__', '__repr__']

/** Translates a `def`, at module level or in a class. `undefined` around a syntax error (reported elsewhere). */
export function readFunction(reader: Reader, node: SyntaxNode): FunctionDefinition | undefined {
  const nameNode = childNamed(node, 'VariableName')
  const list = childNamed(node, 'ParamList')
  const body = childNamed(node, 'Body')
  refuseTypeParameters(reader, node)
  if (nameNode === undefined || list === undefined || body === undefined) return undefined
  const scope = reader.scope.inner('function')
  const inside = reader.within(scope)
  const parameters = readParameters(reader, inside, list)
  const returned = childNamed(node, 'TypeDef')
  if (returned !== undefined) readAnnotation(reader, returned, 'evaluated')
  const statements = inside.block(body, FUNCTION_PLACE)
  scope.close()
  scope.checkLocalModules(reader.report)
  return {
    name: identifierOf(reader, nameNode),
    nameSpan: spanOf(nameNode),
    parameters,
    body: statements,
    locals: scope.locals(),
    from: node.from,
    to: node.to,
  }
}

function refuseTypeParameters(reader: Reader, node: SyntaxNode): void {
  const list = childNamed(node, 'TypeParamList')
  if (list !== undefined) refuse(reader, list, 'typeParameters')
}

/** Defaults and annotations belong to the scope outside, the names to the one inside. */
function readParameters(reader: Reader, inside: Reader, list: SyntaxNode): readonly Parameter[] {
  const inner = childrenOf(list).slice(1, -1)
  // The parser's tree has no node for the `/` of positional-only parameters; it shows in the gaps.
  if (gapsOf(reader, list).includes('/'))
    reader.report.error(list, 'parameterMarker', { marker: '/' })
  const parameters: Parameter[] = []
  for (const group of splitByComma(inner).groups) {
    const [first] = group
    if (first === undefined || group.some((part) => part.type.isError)) continue
    if (first.name === '*' || first.name === '**') {
      refuseStarred(inside, group, first)
      continue
    }
    const parameter = readParameter(reader, inside, group, first)
    const previous = parameters.at(-1)
    if (parameter.defaultValue === undefined && previous?.defaultValue !== undefined) {
      reader.report.error(first, 'defaultBeforeRequired', { name: parameter.name })
    }
    parameters.push(parameter)
  }
  return parameters
}

function readParameter(
  reader: Reader,
  inside: Reader,
  group: readonly SyntaxNode[],
  nameNode: SyntaxNode,
): Parameter {
  const name = identifierOf(inside, nameNode)
  checkBindable(reader, nameNode, name)
  const annotation = group.find((part) => part.name === 'TypeDef')
  if (annotation !== undefined) readAnnotation(reader, annotation, 'evaluated')
  const equals = group.findIndex((part) => part.name === 'AssignOp')
  const defaultValue = equals < 0 ? undefined : reader.expression(group[equals + 1], nameNode)
  if (!inside.scope.parameter(name, nameNode))
    reader.report.error(nameNode, 'duplicateParameter', { name })
  return { name, defaultValue, from: nameNode.from, to: group.at(-1)?.to ?? nameNode.to }
}

function refuseStarred(inside: Reader, group: readonly SyntaxNode[], star: SyntaxNode): void {
  const nameNode = group[1]
  if (nameNode === undefined) {
    inside.report.error(star, 'parameterMarker', { marker: '*' })
    return
  }
  inside.report.error(star, 'variadicParameter', {
    star: star.name,
    name: textOf(inside, nameNode),
  })
  inside.scope.parameter(identifierOf(inside, nameNode), nameNode)
}

/** The source between the children of `node`, comments left out. */
function gapsOf(reader: Reader, node: SyntaxNode): string {
  let gaps = ''
  let at = node.from
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    gaps += reader.source.slice(at, child.from)
    at = child.to
  }
  return gaps
}

interface Members {
  readonly names: Set<string>
  readonly attributes: ClassDefinition['attributes'][number][]
  readonly methods: FunctionDefinition[]
}

/** Translates a `class` at module level: a docstring, attributes and methods, no bases. */
export function readClass(reader: Reader, node: SyntaxNode): ClassDefinition | undefined {
  const nameNode = childNamed(node, 'VariableName')
  const body = childNamed(node, 'Body')
  refuseTypeParameters(reader, node)
  if (nameNode === undefined || body === undefined) return undefined
  checkBases(reader, childNamed(node, 'ArgList'))
  const name = identifierOf(reader, nameNode)
  const members: Members = { names: new Set(), attributes: [], methods: [] }
  const scope = reader.scope.inner('class', { name, members: members.names })
  readMembers(reader.within(scope), childrenOf(body), members)
  for (const read of scope.close()) {
    // CPython would look in the class first and outside second, depending on what has run: refused.
    if (members.names.has(read.name))
      reader.report.error(read, 'classMemberReference', { name: read.name })
  }
  const { attributes, methods } = members
  return { name, nameSpan: spanOf(nameNode), attributes, methods, from: node.from, to: node.to }
}

function checkBases(reader: Reader, list: SyntaxNode | undefined): void {
  const bases = list === undefined ? [] : childrenOf(list).slice(1, -1)
  const [first] = bases
  if (list === undefined || first === undefined) return
  const isObject =
    bases.length === 1 && first.name === 'VariableName' && textOf(reader, first) === 'object'
  if (isObject || bases.some((base) => base.type.isError)) return
  const isKeyword = bases[1]?.name === 'AssignOp'
  refuse(reader, list, isKeyword ? 'metaclass' : 'inheritance', { name: textOf(reader, first) })
}

function readMembers(inside: Reader, nodes: readonly SyntaxNode[], members: Members): void {
  for (const node of nodes) {
    if (
      node.name === ':' ||
      node.name === ';' ||
      node.name === 'PassStatement' ||
      node.type.isError
    )
      continue
    if (node.name === 'StatementGroup') readMembers(inside, childrenOf(node), members)
    else if (node.name === 'AssignStatement') readAttribute(inside, node, members)
    else if (node.name === 'FunctionDefinition') readMethod(inside, node, members)
    else if (node.name === 'DecoratedStatement') refuse(inside, node, 'decorator')
    else if (node.name === 'ClassDefinition') refuse(inside, node.firstChild ?? node, 'nestedClass')
    else if (!isDocstring(node)) refuse(inside, node, 'classStatement')
  }
}

function isDocstring(node: SyntaxNode): boolean {
  const children = childrenOf(node)
  return (
    node.name === 'ExpressionStatement' && children.length === 1 && children[0]?.name === 'String'
  )
}

function addMember(inside: Reader, node: SyntaxNode, members: Members): string {
  const name = identifierOf(inside, node)
  if (members.names.has(name)) inside.report.error(node, 'duplicateMember', { name })
  members.names.add(name)
  return name
}

function readAttribute(inside: Reader, node: SyntaxNode, members: Members): void {
  const children = childrenOf(node)
  const [nameNode, second] = children
  const annotation = second?.name === 'TypeDef' ? second : undefined
  const equals = annotation === undefined ? 1 : 2
  const isSimple =
    nameNode?.name === 'VariableName' &&
    (children.length === equals || children[equals]?.name === 'AssignOp') &&
    children.filter((child) => child.name === 'AssignOp').length <= 1
  if (children.some((child) => child.type.isError)) return
  if (!isSimple) {
    refuse(inside, node, 'classStatement')
    return
  }
  if (annotation !== undefined) readAnnotation(inside, annotation, 'evaluated')
  if (children.length === equals) return
  const value = readValue(inside, children.slice(equals + 1), node)
  if (value.kind !== 'literal' && members.methods.some(hasComputedDefault))
    inside.report.error(node, 'classOrder')
  const name = addMember(inside, nameNode, members)
  checkBindable(inside, nameNode, name)
  members.attributes.push({ name, value, span: spanOf(node) })
}

/** Attributes are evaluated before methods; a default that computes something could tell the difference. */
function hasComputedDefault(method: FunctionDefinition): boolean {
  const isComputed = (value: Expression | undefined): boolean =>
    value !== undefined && value.kind !== 'literal'
  return method.parameters.some((parameter) => isComputed(parameter.defaultValue))
}

function readMethod(inside: Reader, node: SyntaxNode, members: Members): void {
  if (node.firstChild?.name === 'async') {
    refuse(inside, node, 'asyncAwait')
    return
  }
  const nameNode = childNamed(node, 'VariableName')
  if (nameNode !== undefined) {
    const name = addMember(inside, nameNode, members)
    if (isSpecialName(name) && !SPECIAL_METHODS.includes(name)) {
      inside.report.error(nameNode, 'unsupportedSpecialMethod', {
        name,
        available: SPECIAL_METHODS.join(', '),
      })
    }
  }
  const method = readFunction(inside, node)
  if (method !== undefined) members.methods.push(method)
}
