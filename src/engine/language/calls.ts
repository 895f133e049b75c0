import type { SyntaxNode } from '@lezer/common'
import type { Expression, KeywordArgument } from './ast'
import { argumentGroups, isComprehension, readComprehension } from './comprehensions'
import { childrenOf, plainIdentifierOf, refuse, textOf, type Reader } from './reader'
import { readWalrus } from './walrus'

/** Translates `callee(arguments)`. */
export function readCall(reader: Reader, node: SyntaxNode): Expression {
  const [calleeNode, list] = childrenOf(node)
  const isSuper = calleeNode?.name === 'VariableName' && textOf(reader, calleeNode) === 'super'
  if (isSuper && list?.firstChild?.nextSibling?.name === ')') return readSuper(reader, node)
  const callee = reader.expression(calleeNode, node)
  const { positional, keywords } = readArguments(reader, list)
  refuseUnsupported(reader, node, { callee, positional, keywords })
  return { kind: 'call', callee, positional, keywords, from: node.from, to: node.to }
}

/** `super()` of a method: CPython passes the class around it and the first parameter. */
function readSuper(reader: Reader, node: SyntaxNode): Expression {
  const self = reader.scope.selfName()
  if (self === undefined) return refuse(reader, node, 'superOutsideMethod')
  const object = reader.scope.read(self, node)
  return { kind: 'super', object, from: node.from, to: node.to }
}

/** What stands between the brackets of `list`, positional arguments and keywords apart. */
export function readArguments(reader: Reader, list: SyntaxNode | undefined): Arguments {
  const positional: Expression[] = []
  const keywords: KeywordArgument[] = []
  if (list === undefined) return { positional, keywords }
  const inner = childrenOf(list).slice(1, -1)
  const groups = argumentGroups(inner)
  for (const group of groups) {
    if (isComprehension(group) && groups.length > 1) {
      reader.report.error(group[0] ?? list, 'generatorInArguments')
    }
    readArgument(reader, list, group, { positional, keywords })
  }
  return { positional, keywords }
}

/** What `logging.basicConfig` may be told, and the fields that its format may have. */
const CONFIGURATION: ReadonlySet<string> = new Set([
  ...['level', 'format', 'datefmt', 'stream', 'force'],
])
const FIELDS: ReadonlySet<string> = new Set([
  ...['message', 'name', 'levelname', 'levelno', 'threadName', 'thread', 'created', 'asctime'],
])

/** Fields of a format that tell of files, modules or processes. */
function unknownFields(callee: string, { name, value }: KeywordArgument): readonly string[] {
  if (callee !== 'basicConfig' || name !== 'format' || value.kind !== 'literal') return []
  const format = value.literal.type === 'string' ? value.literal.value : ''
  const fields = [...format.matchAll(/%\((\w+)\)/g)].map(([, field = '']) => field)
  return fields.filter((field) => !FIELDS.has(field)).map((field) => `%(${field})`)
}

/** `print(file=…)` with anything but a standard stream reaches outside. */
function isOutside(callee: string, { name, value }: KeywordArgument): boolean {
  if (callee !== 'print' || name !== 'file') return false
  const isNamed = value.kind === 'name' || value.kind === 'attribute'
  if (isNamed) return value.name !== 'stdout' && value.name !== 'stderr'
  return value.kind !== 'literal' || value.literal.type !== 'none'
}

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
    if (name === 'basicConfig' && !CONFIGURATION.has(keyword.name ?? '')) {
      const argument = `${keyword.name ?? '**'}=`
      reader.report.error(node, 'unsupportedArgument', { name: argument, callee: name })
    }
    for (const field of unknownFields(name, keyword)) {
      reader.report.error(node, 'unsupportedArgument', { name: field, callee: name })
    }
    if (isOutside(name, keyword)) {
      reader.report.error(node, 'unsupportedArgument', { name: 'file=', callee: name })
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
  const span = { from: first.from, to: group.at(-1)?.to ?? first.to }
  if (first.name === '**') {
    keywords.push({ name: undefined, value: reader.expression(second, call) })
    return
  }
  if (first.name === '*') {
    if (keywords.some(({ name }) => name === undefined)) {
      reader.report.error(first, 'positionalAfterKeyword')
    }
    positional.push({ kind: 'starred', value: reader.expression(second, call), ...span })
    return
  }
  const isWalrus = second !== undefined && reader.source.slice(second.from, second.to) === ':='
  if (second === undefined || isWalrus || isComprehension(group)) {
    if (keywords.length > 0) reader.report.error(first, 'positionalAfterKeyword')
    if (isWalrus) positional.push(readWalrus(reader, group, call))
    else if (second === undefined) positional.push(reader.expression(first, call))
    else positional.push(readComprehension(reader, span, group, 'generator'))
    return
  }
  const name = plainIdentifierOf(reader, first)
  if (keywords.some((keyword) => keyword.name === name))
    reader.report.error(first, 'duplicateKeyword', { name })
  if (name === '__debug__') reader.report.error(first, 'assignToConstant', { name })
  keywords.push({ name, value: reader.expression(third, call) })
}
