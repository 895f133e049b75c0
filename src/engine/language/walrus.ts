import type { SyntaxNode } from '@lezer/common'
import type { Expression } from './ast'
import { identifierOf, placeholder, refuse, type Reader } from './reader'
import { checkBindable } from './targets'

/** Translates `name := value`, given as its three nodes. */
export function readWalrus(
  reader: Reader,
  [nameNode, operator, valueNode]: readonly SyntaxNode[],
  parent: SyntaxNode,
): Expression {
  if (nameNode?.name !== 'VariableName' || operator === undefined) return placeholder(parent)
  // It would bind the name outside the comprehension.
  if (reader.scope.isComprehension || reader.scope.kind === 'class') {
    reader.scope.assume(identifierOf(reader, nameNode))
    return refuse(reader, operator, 'walrus', { operator: ':=' })
  }
  const value = reader.expression(valueNode, parent)
  const name = identifierOf(reader, nameNode)
  checkBindable(reader, nameNode, name)
  const target = reader.scope.write(name, nameNode)
  return { kind: 'walrus', target, value, from: nameNode.from, to: value.to }
}
