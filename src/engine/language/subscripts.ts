import type { SyntaxNode } from '@lezer/common'
import type { Expression } from './ast'
import { childrenOf, refuse, splitByComma, type Reader } from './reader'

/** Translates `object[…]`: one index, one slice, or several indices that make a tuple. */
export function readSubscript(reader: Reader, node: SyntaxNode, object: Expression): Expression {
  const inner = childrenOf(node).slice(2, -1)
  const { groups, hasTrailingComma } = splitByComma(inner)
  const span = { from: node.from, to: node.to }
  const isTuple = groups.length > 1 || hasTrailingComma
  if (groups.some((group) => group.some(isColon))) {
    if (isTuple) return refuse(reader, node, 'sliceInTuple')
    return { kind: 'item', object, key: readSlice(reader, node, groups[0] ?? []), ...span }
  }
  const keys = groups.map(([key]) => readKey(reader, key, node))
  const [key] = keys
  if (key !== undefined && !isTuple) return { kind: 'item', object, key, ...span }
  const from = inner[0]?.from ?? node.from
  const tuple: Expression = { kind: 'tuple', items: keys, from, to: inner.at(-1)?.to ?? node.to }
  return { kind: 'item', object, key: tuple, ...span }
}

function readKey(reader: Reader, key: SyntaxNode | undefined, parent: SyntaxNode): Expression {
  return key?.name === '*'
    ? refuse(reader, key, 'starUnpacking', { star: '*' })
    : reader.expression(key, parent)
}

function isColon(node: SyntaxNode): boolean {
  return node.name === ':'
}

function readSlice(reader: Reader, node: SyntaxNode, group: readonly SyntaxNode[]): Expression {
  const bounds: (SyntaxNode | undefined)[] = [undefined, undefined, undefined]
  let index = 0
  for (const part of group) {
    if (isColon(part)) index += 1
    else bounds[index] = part
  }
  const [start, stop, step] = bounds.map((bound) =>
    bound === undefined ? undefined : reader.expression(bound, node),
  )
  const from = group[0]?.from ?? node.from
  return { kind: 'slice', start, stop, step, from, to: group.at(-1)?.to ?? node.to }
}
