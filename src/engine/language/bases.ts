/**
 * What classes derive from. The machine lays an object out before the program runs, so a base must be known from the text:
 * a class of the program whose name is bound once, above, or a built-in class that can be derived from.
 */
import type { SyntaxNode } from '@lezer/common'
import type { BaseType, ClassBase, Expression, Span } from './ast'
import { childrenOf, refuse, splitByComma, textOf, type Reader } from './reader'
import type { Report } from './report'
import type { Binding } from './scopes'

/** A base whose type is still open. */
export interface BaseUse {
  readonly base: { readonly value: Expression; type: BaseType }
  readonly span: Span
  readonly text: string
}

const OBJECT: BaseType = { kind: 'builtin', name: 'object' }

/** Translates the brackets behind the name of a class; `undefined` without a base other than `object`. */
export function readBase(reader: Reader, list: SyntaxNode | undefined): ClassBase | undefined {
  const nodes = list === undefined ? [] : childrenOf(list).slice(1, -1)
  const [first] = nodes
  if (list === undefined || first === undefined || nodes.some((node) => node.type.isError)) {
    return undefined
  }
  const { groups } = splitByComma(nodes)
  const keyword = groups.find(([, mark]) => mark?.name === 'AssignOp')
  const isStarred = groups.some(([node]) => node?.name === '*' || node?.name === '**')
  if (keyword !== undefined || groups.length > 1 || isStarred) {
    const code = keyword === undefined ? 'multipleInheritance' : 'metaclass'
    refuse(reader, list, code, { name: textOf(reader, keyword?.[0] ?? first) })
    return undefined
  }
  const text = textOf(reader, first)
  if (first.name === 'VariableName' && text === 'object') return undefined
  const base = { value: reader.expression(first, list), type: OBJECT }
  reader.scope.deriveFrom({ base, span: first, text })
  return base
}

/** Decides what `use` derives from, or reports that it is not known or cannot be derived from. */
export function settleBase(
  report: Report,
  { base, span, text }: BaseUse,
  bindingsOf: (name: string) => readonly Binding[],
): void {
  const type = typeOf(base.value, bindingsOf)
  if (type === undefined) report.error(span, 'inheritance', { name: text })
  else base.type = type
}

function typeOf(
  value: Expression,
  bindingsOf: (name: string) => readonly Binding[],
): BaseType | undefined {
  if (value.kind === 'attribute') {
    const module = value.object.kind === 'name' ? bindingsOf(value.object.name) : []
    const meaning = module.length === 1 ? module[0]?.meaning : undefined
    return meaning?.kind === 'module' ? builtinType(value.name, meaning.module) : undefined
  }
  if (value.kind !== 'name') return undefined
  if (value.scope === 'builtin') return builtinType(value.name, undefined)
  const [binding, ...others] = bindingsOf(value.name)
  if (binding === undefined || others.length > 0) return undefined
  const { meaning } = binding
  if (meaning?.kind === 'member') return builtinType(meaning.member, meaning.module)
  const isAbove = meaning?.kind === 'class' && binding.usableFrom <= value.from
  return isAbove ? { kind: 'class', name: value.name } : undefined
}

/** Built-in classes that can be derived from. */
function builtinType(name: string, module: string | undefined): BaseType | undefined {
  if (module === 'threading' && name === 'Thread') return { kind: 'builtin', name }
  const isException = EXCEPTION.test(name) || EXCEPTIONS_OF_MODULES.has(`${module ?? ''}.${name}`)
  return isException ? { kind: 'builtin', name } : undefined
}

const EXCEPTION = /(?:Error|Exception|Interrupt|Exit|Iteration)$/
const EXCEPTIONS_OF_MODULES: ReadonlySet<string> = new Set([
  'queue.Empty',
  'queue.Full',
  'cerrojo.DatabaseLocked',
])
