import type { SyntaxNode } from '@lezer/common'
import type { Expression, KeywordArgument } from './ast'
import {
  assumeNames,
  childrenOf,
  plainIdentifierOf,
  refuse,
  splitByComma,
  type Reader,
} from './reader'

/** Translates `callee(arguments)`: positional arguments first, then keywords, none of them starred. */
export function readCall(reader: Reader, node: SyntaxNode): Expression {
  const [calleeNode, list] = childrenOf(node)
  const callee = reader.expression(calleeNode, node)
  const positional: Expression[] = []
  const keywords: KeywordArgument[] = []
  const inner = list === undefined ? [] : childrenOf(list).slice(1, -1)
  for (const group of splitByComma(inner).groups) {
    readArgument(reader, node, group, { positional, keywords })
  }
  refuseUnsupported(reader, node, { callee, positional, keywords })
  return { kind: 'call', callee, positional, keywords, from: node.from, to: node.to }
}

/** Keywords of built-ins that would have to call the program back, or that reach outside. */
const UNSUPPORTED_KEYWORDS: ReadonlyMap<string, readonly string[]> = new Map([['file', ['print']]])

/** What CPython would do with these arguments the machine cannot; it must not do something else. */
function refuseUnsupported(
  reader: Reader,
  node: SyntaxNode,
  { callee, positional, keywords }: Arguments & { readonly callee: Expression },
): void {
  const isMethod = callee.kind === 'attribute'
  const isBuiltin = callee.kind === 'name' && callee.scope === 'builtin'
  if (!isMethod && !isBuiltin) return
  const { name } = callee
  for (const keyword of keywords) {
    if (UNSUPPORTED_KEYWORDS.get(keyword.name)?.includes(name) === true) {
      reader.report.error(node, 'unsupportedArgument', { name: `${keyword.name}=`, callee: name })
    }
  }
  if (isBuiltin && name === 'type' && positional.length + keywords.length === 3) {
    reader.report.error(node, 'unsupportedArgument', { name: 'bases', callee: name })
  }
}

interface Arguments {
  readonly positional: Expression[]
  readonly keywords: KeywordArgument[]
}

function readArgument(
  reader: Reader,
  call: SyntaxNode,
  group: readonly SyntaxNode[],
  { positional, keywords }: Arguments,
): void {
  const [first, second, third] = group
  if (first === undefined || group.some((part) => part.type.isError)) return
  if (first.name === '*' || first.name === '**')
    return void refuse(reader, first, 'starUnpacking', { star: first.name })
  if (group.some((part) => part.name === 'for')) return refuseGenerator(reader, group)
  if (second === undefined) {
    if (keywords.length > 0) reader.report.error(first, 'positionalAfterKeyword')
    positional.push(reader.expression(first, call))
    return
  }
  if (reader.source.slice(second.from, second.to) === ':=')
    return void refuse(reader, second, 'walrus', { operator: ':=' })
  const name = plainIdentifierOf(reader, first)
  if (keywords.some((keyword) => keyword.name === name))
    reader.report.error(first, 'duplicateKeyword', { name })
  if (name === '__debug__') reader.report.error(first, 'assignToConstant', { name })
  keywords.push({ name, value: reader.expression(third, call) })
}

function refuseGenerator(reader: Reader, group: readonly SyntaxNode[]): void {
  const [first, ...rest] = group
  if (first !== undefined) refuse(reader, first, 'generatorExpression')
  for (const part of rest) assumeNames(reader, part)
}
