import type { SyntaxNode } from '@lezer/common'
import { readAnnotation } from './annotations'
import type { Parameter, ParameterKind } from './ast'
import { childrenOf, identifierOf, splitByComma, type Reader } from './reader'
import { checkBindable } from './targets'

/**
 * The parameters of a `ParamList` in source order, but `*args` behind those given by keyword only, where the machine keeps
 * it. Defaults and annotations belong to the scope outside, the names to the one inside.
 */
export function readParameters(
  reader: Reader,
  inside: Reader,
  list: SyntaxNode,
): readonly Parameter[] {
  const inner = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')')
  const slash = slashOf(reader, list)
  const groups = splitByComma(inner).groups.filter((group) => group.length > 0)
  if (slash !== undefined && !groups.some(([first]) => first !== undefined && first.from < slash)) {
    reader.report.error({ from: slash, to: slash + 1 }, 'syntax', { found: '/' })
  }
  const parameters = new ParameterList(reader, inside, slash)
  for (const group of groups) parameters.add(group)
  return parameters.finish()
}

/** The parser's tree has no node for the `/` of positional-only parameters; it shows in the gaps. */
function slashOf(reader: Reader, node: SyntaxNode): number | undefined {
  let at = node.from
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const gap = reader.source.slice(at, child.from).indexOf('/')
    if (gap >= 0) return at + gap
    at = child.to
  }
  const gap = reader.source.slice(at, node.to).indexOf('/')
  return gap < 0 ? undefined : at + gap
}

class ParameterList {
  private readonly parameters: Parameter[] = []
  private variadic: Parameter | undefined
  private keywords: Parameter | undefined
  /** The bare `*` or the `*args` that was met. */
  private star: SyntaxNode | undefined

  constructor(
    private readonly reader: Reader,
    private readonly inside: Reader,
    private readonly slash: number | undefined,
  ) {}

  add(group: readonly SyntaxNode[]): void {
    const [first] = group
    if (first === undefined || group.some((part) => part.type.isError)) return
    if (this.keywords !== undefined) return this.unexpected(first)
    if (first.name === '*') return this.addStar(group, first)
    if (first.name === '**') {
      this.keywords = this.read(group.slice(1), first, 'keywords')
      return
    }
    const kind = this.kindAt(first.from)
    const parameter = this.read(group, first, kind)
    if (parameter === undefined) return
    const previous = this.parameters.at(-1)
    const needsDefault = kind !== 'keyword' && previous?.defaultValue !== undefined
    if (parameter.defaultValue === undefined && needsDefault) {
      this.reader.report.error(first, 'defaultBeforeRequired', { name: parameter.name })
    }
    this.parameters.push(parameter)
  }

  finish(): readonly Parameter[] {
    const isBare = this.star !== undefined && this.variadic === undefined
    if (isBare && this.parameters.at(-1)?.kind !== 'keyword' && this.star !== undefined) {
      this.reader.report.error(this.star, 'syntax', { found: '*' })
    }
    const all = [...this.parameters, this.variadic, this.keywords]
    return all.filter((parameter) => parameter !== undefined)
  }

  private kindAt(from: number): ParameterKind {
    if (this.star !== undefined) return 'keyword'
    return this.slash !== undefined && from < this.slash ? 'positional' : 'plain'
  }

  private addStar(group: readonly SyntaxNode[], star: SyntaxNode): void {
    if (this.star !== undefined) return this.unexpected(star)
    this.star = star
    if (group.length > 1) this.variadic = this.read(group.slice(1), star, 'variadic')
  }

  private unexpected(node: SyntaxNode): void {
    this.reader.report.error(node, 'syntax', { found: node.name })
  }

  private read(
    group: readonly SyntaxNode[],
    first: SyntaxNode,
    kind: ParameterKind,
  ): Parameter | undefined {
    const { reader, inside } = this
    const [nameNode] = group
    if (nameNode === undefined) {
      this.unexpected(first)
      return undefined
    }
    const name = identifierOf(inside, nameNode)
    checkBindable(reader, nameNode, name)
    const annotation = group.find((part) => part.name === 'TypeDef')
    if (annotation !== undefined) readAnnotation(reader, annotation, 'evaluated')
    const equals = group.findIndex((part) => part.name === 'AssignOp')
    const isStarred = kind === 'variadic' || kind === 'keywords'
    if (isStarred && equals >= 0) this.unexpected(group[equals] ?? nameNode)
    const defaultValue = equals < 0 ? undefined : reader.expression(group[equals + 1], nameNode)
    if (!inside.scope.parameter(name)) reader.report.error(nameNode, 'duplicateParameter', { name })
    return { name, kind, defaultValue, from: first.from, to: group.at(-1)?.to ?? nameNode.to }
  }
}
