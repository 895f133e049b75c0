import type { SyntaxNode } from '@lezer/common'
import { readAnnotation } from './annotations'
import type { Expression, FunctionDefinition, Parameter } from './ast'
import { readParameters } from './parameters'
import {
  childNamed,
  childrenOf,
  identifierOf,
  placeholder,
  refuse,
  spanOf,
  type Place,
  type Reader,
} from './reader'
import type { Scope } from './scopes'

const FUNCTION_PLACE: Place = { level: 'function', isInLoop: false, isInHandler: false }

/** Translates a `def`. `undefined` around a syntax error (reported elsewhere). */
export function readFunction(reader: Reader, node: SyntaxNode): FunctionDefinition | undefined {
  const nameNode = childNamed(node, 'VariableName')
  const list = childNamed(node, 'ParamList')
  const body = childNamed(node, 'Body')
  refuseTypeParameters(reader, node)
  if (nameNode === undefined || list === undefined || body === undefined) return undefined
  const scope = reader.scope.inner('function', node.from)
  const inside = reader.within(scope)
  const parameters = readParameters(reader, inside, list)
  const returned = childNamed(node, 'TypeDef')
  if (returned !== undefined) readAnnotation(reader, returned, 'evaluated')
  const statements = inside.block(body, FUNCTION_PLACE)
  scope.close(reader.report)
  scope.checkLocalModules(reader.report)
  return {
    name: identifierOf(reader, nameNode),
    form: 'def',
    nameSpan: spanOf(nameNode),
    parameters,
    body: statements,
    locals: localsOf(scope, parameters),
    cells: scope.cells,
    free: scope.free,
    ...spanOf(node),
  }
}

/** Translates `lambda parameters: value`. */
export function readLambda(reader: Reader, node: SyntaxNode): Expression {
  const list = childNamed(node, 'ParamList')
  const valueNode = childrenOf(node).at(-1)
  if (list === undefined || valueNode === undefined || valueNode === list) return placeholder(node)
  const scope = reader.scope.inner('function', node.from)
  const inside = reader.within(scope)
  const parameters = readParameters(reader, inside, list)
  const value = inside.expression(valueNode, node)
  scope.close(reader.report)
  const span = spanOf(node)
  const definition: FunctionDefinition = {
    name: '<lambda>',
    form: 'lambda',
    nameSpan: span,
    parameters,
    body: [{ kind: 'return', value, from: value.from, to: value.to }],
    locals: localsOf(scope, parameters),
    cells: scope.cells,
    free: scope.free,
    ...span,
  }
  return { kind: 'lambda', definition, ...span }
}

/** Parameters first, in the order of the call. */
function localsOf(scope: Scope, parameters: readonly Parameter[]): readonly string[] {
  return [...new Set([...parameters.map(({ name }) => name), ...scope.locals()])]
}

export function refuseTypeParameters(reader: Reader, node: SyntaxNode): void {
  const list = childNamed(node, 'TypeParamList')
  if (list !== undefined) refuse(reader, list, 'typeParameters')
}
