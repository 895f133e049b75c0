import type { SyntaxNode } from '@lezer/common'
import { readAnnotation } from './annotations'
import type {
  ClassDefinition,
  DataclassHeader,
  Expression,
  FunctionDefinition,
  KeywordArgument,
  MethodBinding,
} from './ast'
import { readValue } from './expressions'
import {
  childNamed,
  childrenOf,
  identifierOf,
  isSpecialName,
  refuse,
  spanOf,
  textOf,
  type Reader,
} from './reader'
import { readBase } from './bases'
import { readFunction, refuseTypeParameters } from './functions'
import { OPERATOR_METHODS, SPECIAL_METHODS } from './specialNames'
import { checkBindable } from './targets'

interface Members {
  readonly names: Set<string>
  readonly attributes: ClassDefinition['attributes'][number][]
  readonly methods: FunctionDefinition[]
  readonly annotated: DataclassHeader['annotated'][number][]
}

/**
 * Translates a `class` at module level: a docstring, attributes and methods, one base. `dataclass`: what its decorator was
 * called with.
 */
export function readClass(
  reader: Reader,
  node: SyntaxNode,
  dataclass?: readonly KeywordArgument[],
): ClassDefinition | undefined {
  const nameNode = childNamed(node, 'VariableName')
  const body = childNamed(node, 'Body')
  refuseTypeParameters(reader, node)
  if (nameNode === undefined || body === undefined) return undefined
  const base = readBase(reader, childNamed(node, 'ArgList'))
  const name = identifierOf(reader, nameNode)
  const members: Members = { names: new Set(), attributes: [], methods: [], annotated: [] }
  const scope = reader.scope.inner('class', node.from, { name, members: members.names })
  readMembers(reader.within(scope), childrenOf(body), members)
  for (const read of scope.close(reader.report)) {
    // CPython would look in the class first and outside second, depending on what has run: refused.
    if (members.names.has(read.name))
      reader.report.error(read, 'classMemberReference', { name: read.name })
  }
  const { attributes, methods, annotated } = members
  return {
    name,
    nameSpan: spanOf(nameNode),
    base,
    attributes,
    methods,
    dataclass: dataclass && { options: dataclass, annotated },
    from: node.from,
    to: node.to,
  }
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
    else if (node.name === 'DecoratedStatement') readDecorated(inside, node, members)
    else if (node.name === 'ClassDefinition') refuse(inside, node.firstChild ?? node, 'nestedClass')
    else if (!isWithoutEffect(node)) refuse(inside, node, 'classStatement')
  }
}

/** A docstring, or `...`. */
function isWithoutEffect(node: SyntaxNode): boolean {
  const children = childrenOf(node)
  return (
    node.name === 'ExpressionStatement' &&
    children.length === 1 &&
    /^(?:String|Ellipsis)$/.test(children[0]?.name ?? '')
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
  if (annotation !== undefined) readFieldType(inside, nameNode, annotation, members)
  if (children.length === equals) return
  const value = readValue(inside, children.slice(equals + 1), node)
  if (value.kind !== 'literal' && members.methods.some(hasComputedDefault))
    inside.report.error(node, 'classOrder')
  const name = addMember(inside, nameNode, members)
  checkBindable(inside, nameNode, name)
  members.attributes.push({ name, value, span: spanOf(node) })
}

function readFieldType(
  inside: Reader,
  nameNode: SyntaxNode,
  annotation: SyntaxNode,
  members: Members,
): void {
  readAnnotation(inside, annotation, 'evaluated')
  const type = textOf(inside, annotation).replace(/^[\s:'"]*(?:\w+\.)?/, '')
  if (/^(?:InitVar|KW_ONLY)\b/.test(type)) refuse(inside, annotation, 'unsupportedAnnotation')
  const name = identifierOf(inside, nameNode)
  const isField = !/^ClassVar\b/.test(type) && members.annotated.every((own) => own.name !== name)
  // No parameter of `__init__` can have a special name; as an attribute it is refused already.
  if (isField && !isSpecialName(name)) members.annotated.push({ name, ...spanOf(nameNode) })
}

/** Attributes are evaluated before methods; a default that computes something could tell the difference. */
function hasComputedDefault(method: FunctionDefinition): boolean {
  const isComputed = (value: Expression | undefined): boolean =>
    value !== undefined && value.kind !== 'literal'
  return method.parameters.some((parameter) => isComputed(parameter.defaultValue))
}

/** A method behind one of the decorators that a class body knows. */
function readDecorated(inside: Reader, node: SyntaxNode, members: Members): void {
  const definition = childNamed(node, 'FunctionDefinition')
  const [decorator, ...others] = childrenOf(node).filter(({ name }) => name === 'Decorator')
  const binding = decorator && bindingOf(inside, decorator, definition, members)
  if (definition === undefined || binding === undefined || others.length > 0) {
    refuse(inside, node, 'decorator')
  } else readMethod(inside, definition, members, binding)
}

const BINDINGS: Readonly<Record<string, MethodBinding>> = {
  staticmethod: 'static',
  classmethod: 'class',
  property: 'getter',
}

function bindingOf(
  inside: Reader,
  decorator: SyntaxNode,
  definition: SyntaxNode | undefined,
  members: Members,
): MethodBinding | undefined {
  const text = textOf(inside, decorator).slice(1).trim()
  const nameNode = definition && childNamed(definition, 'VariableName')
  const name = nameNode && identifierOf(inside, nameNode)
  const isSetter = text === `${nameNode ? textOf(inside, nameNode) : ''}.setter`
  const earlier = members.methods.filter((method) => method.name === name)
  if (isSetter)
    return earlier.length === 1 && earlier[0]?.binding === 'getter' ? 'setter' : undefined
  return Object.hasOwn(BINDINGS, text) ? BINDINGS[text] : undefined
}

function readMethod(
  inside: Reader,
  node: SyntaxNode,
  members: Members,
  binding?: MethodBinding,
): void {
  if (node.firstChild?.name === 'async') {
    refuse(inside, node, 'asyncAwait')
    return
  }
  const nameNode = childNamed(node, 'VariableName')
  if (nameNode !== undefined) {
    const isNew = binding !== 'setter'
    const name = isNew ? addMember(inside, nameNode, members) : identifierOf(inside, nameNode)
    // Python looks special methods up on the class and calls them with the object: a binding would change what they get.
    const isBound = binding !== undefined && OPERATOR_METHODS.includes(name)
    if (isSpecialName(name) && (isBound || !SPECIAL_METHODS.includes(name))) {
      inside.report.error(nameNode, 'unsupportedSpecialMethod', {
        name,
        available: SPECIAL_METHODS.join(', '),
      })
    }
  }
  const method = readFunction(inside, node)
  if (method !== undefined) members.methods.push({ ...method, binding })
}
