import type { SyntaxNode } from '@lezer/common'
import type { Statement, Target } from './ast'
import {
  ANNOTATION_MODULE,
  isImportedModule,
  isPackage,
  membersOf,
  MODULES,
  moduleWithin,
  packageOf,
  type ImportedModule,
} from './modules'
import { childrenOf, identifierOf, refuse, splitByComma, textOf, type Reader } from './reader'
import { memberRefusal, moduleRefusal } from './refusals'
import type { Meaning } from './scopes'
import { checkBindable } from './targets'

/** `import a, b as c` gives one statement per module; `from a import b, c` gives one. */
export function readImport(reader: Reader, node: SyntaxNode): readonly Statement[] {
  const [first, ...rest] = childrenOf(node)
  if (rest.some((child) => child.type.isError)) return []
  return first?.name === 'from' ? readFrom(reader, node, rest) : readModules(reader, node, rest)
}

function readModules(
  reader: Reader,
  node: SyntaxNode,
  nodes: readonly SyntaxNode[],
): readonly Statement[] {
  const parenthesis = nodes.find((child) => child.name === '(')
  if (parenthesis !== undefined) {
    refuse(reader, node, 'syntax', { found: '(' })
    return []
  }
  return listOf(reader, nodes).flatMap((group): readonly Statement[] => {
    const { path, alias } = splitAlias(group)
    const whole = readModule(reader, path, (module) => !isPackage(module))
    // `import a.b` binds `a`; no package does anything by itself.
    const module = alias === undefined ? packageOf(whole) : whole
    const nameNode = alias ?? path[0]
    if (nameNode === undefined) return []
    const meaning = module === undefined ? undefined : ({ kind: 'module', module } as const)
    const target = bind(reader, nameNode, meaning)
    if (module === undefined || isForAnnotations(reader, node, module)) return []
    return [{ kind: 'import', module, target, from: node.from, to: node.to }]
  })
}

function readFrom(
  reader: Reader,
  node: SyntaxNode,
  nodes: readonly SyntaxNode[],
): readonly Statement[] {
  const at = nodes.findIndex((child) => child.name === 'import')
  const path = nodes.slice(0, at)
  const imported = nodes.slice(at + 1)
  if (path[0]?.name === '.' || path[0]?.name === 'Ellipsis') {
    refuse(reader, node, 'relativeImport')
    return []
  }
  if (pathText(reader, path) === '__future__') return readFuture(reader, imported)
  const module = readModule(reader, path)
  const star = imported.find((child) => child.name === '*')
  if (star !== undefined) {
    reader.report.error(star, 'starImport', { module: pathText(reader, path) })
    return []
  }
  const isBracketed = imported[0]?.name === '('
  const names = isBracketed ? splitByComma(imported.slice(1, -1)).groups : listOf(reader, imported)
  const members = names.flatMap((group) => readMember(reader, group, module))
  if (module === undefined || isForAnnotations(reader, node, module)) return []
  return [{ kind: 'importFrom', module, members, from: node.from, to: node.to }]
}

/** Whether names of `module` stand in annotations only, which are forgotten: then so is the import. */
function isForAnnotations(
  reader: Reader,
  node: SyntaxNode,
  module: ImportedModule,
): module is typeof ANNOTATION_MODULE {
  if (module !== ANNOTATION_MODULE) return false
  // Whether a name of a function is read by annotations only is not looked at.
  if (reader.scope.kind !== 'module')
    refuse(reader, node, 'typeOutsideAnnotation', { name: module })
  return true
}

/** What CPython 3.11 does anyway, and `annotations`, which are forgotten here. */
const FUTURES: readonly string[] = [
  ...['annotations', 'division', 'print_function', 'absolute_import', 'unicode_literals'],
  ...['nested_scopes', 'generators', 'with_statement', 'generator_stop'],
]

/** `from __future__ import annotations` */
function readFuture(reader: Reader, names: readonly SyntaxNode[]): readonly Statement[] {
  for (const name of names) {
    const text = textOf(reader, name)
    if (text === 'annotations') reader.scope.postponeAnnotations()
    if (name.name !== 'VariableName' || FUTURES.includes(text)) continue
    const available = FUTURES.join(', ')
    reader.report.error(name, 'unsupportedMember', { module: '__future__', name: text, available })
  }
  return []
}

function readMember(
  reader: Reader,
  group: readonly SyntaxNode[],
  module: ImportedModule | undefined,
): readonly { readonly member: string; readonly target: Target }[] {
  const { path, alias } = splitAlias(group)
  const [memberNode, dot] = path
  if (memberNode === undefined) return []
  if (dot !== undefined) {
    refuse(reader, dot, 'syntax', { found: '.' })
    return []
  }
  const member = textOf(reader, memberNode).normalize('NFKC')
  const within = module === undefined ? undefined : moduleWithin(module, member)
  const meaning = meaningOf(module, member, within)
  const target = bind(reader, alias ?? memberNode, meaning)
  const known = module === undefined ? undefined : membersOf(module)
  if (known !== undefined && !known.includes(member)) {
    const available = known.join(', ')
    reader.report.error(memberNode, memberRefusal(module ?? '', member), {
      module: module ?? '',
      name: member,
      available,
    })
  }
  return [{ member, target }]
}

/** The module a dotted path names, `undefined` (reported) when Cerrojo does not have it. */
function readModule(
  reader: Reader,
  path: readonly SyntaxNode[],
  isWanted: (module: ImportedModule) => boolean = () => true,
): ImportedModule | undefined {
  const name = pathText(reader, path)
  if (isImportedModule(name) && isWanted(name)) return name
  const [first] = path
  if (first !== undefined) {
    const span = { from: first.from, to: path.at(-1)?.to ?? first.to }
    reader.report.error(span, moduleRefusal(name), {
      module: name,
      available: MODULES.filter((known) => !isPackage(known)).join(', '),
    })
  }
  return undefined
}

/** What `from module import member` makes a name stand for; `within` is the member where it is a module. */
function meaningOf(
  module: ImportedModule | undefined,
  member: string,
  within: ImportedModule | undefined,
): Meaning | undefined {
  if (within !== undefined) return { kind: 'module', module: within }
  return module === undefined ? undefined : { kind: 'member', module, member }
}

function bind(reader: Reader, node: SyntaxNode, meaning: Meaning | undefined): Target {
  const name = identifierOf(reader, node)
  checkBindable(reader, node, name)
  return reader.scope.write(name, node, { meaning })
}

function pathText(reader: Reader, path: readonly SyntaxNode[]): string {
  return path.map((part) => textOf(reader, part)).join('')
}

function splitAlias(group: readonly SyntaxNode[]): {
  readonly path: readonly SyntaxNode[]
  readonly alias: SyntaxNode | undefined
} {
  const at = group.findIndex((part) => part.name === 'as')
  return at < 0
    ? { path: group, alias: undefined }
    : { path: group.slice(0, at), alias: group[at + 1] }
}

/** Outside brackets CPython refuses a comma at the end. */
function listOf(reader: Reader, nodes: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  const { groups, hasTrailingComma } = splitByComma(nodes)
  const last = nodes.at(-1)
  if (hasTrailingComma && last !== undefined) reader.report.error(last, 'trailingComma')
  return groups
}
