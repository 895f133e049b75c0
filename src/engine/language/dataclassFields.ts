/** The fields of a dataclass and the options of its decorator, as the source gives them. */
import type { ClassDefinition, Expression, KeywordArgument, Span } from './ast'
import { hiddenName } from './dataclassText'
import type { Report } from './report'
import type { Binding, Meaning, Scope } from './scopes'

export interface DataclassOptions {
  readonly init: boolean
  readonly repr: boolean
  readonly eq: boolean
  readonly order: boolean
  readonly frozen: boolean
  readonly unsafeHash: boolean
  readonly kwOnly: boolean
}

/** What CPython raises when it executes the class statement. */
export interface Problem {
  readonly type: 'TypeError' | 'ValueError'
  readonly message: string
}

/**
 * Where the value of a parameter that was not given comes from: a literal, what the class keeps of a value or of a factory, or
 * a call that stands in `__init__` itself.
 */
export type DefaultKind = 'none' | 'literal' | 'kept' | 'factory' | 'inlined'

export interface Field {
  readonly name: string
  readonly defaultKind: DefaultKind
  /** The default value, the factory, or the call in its place; in generated text the name `placeholder` stands for it. */
  readonly value: Expression | undefined
  readonly placeholder: string
  /** The member of the class that keeps it, as generated text writes it. */
  readonly memberName: string
  readonly init: boolean
  readonly repr: boolean
  readonly compare: boolean
  readonly hash: boolean
  readonly kwOnly: boolean
  readonly problem: Problem | undefined
}

/** The program around the class. */
export interface Context {
  readonly report: Report
  readonly bindings: ReadonlyMap<string, readonly Binding[]>
}

/** The arguments of the decorator `value` where it is `@dataclass`. */
export function dataclassOptions(
  scope: Pick<Scope, 'meaningOf'>,
  value: Expression,
): readonly KeywordArgument[] | undefined {
  const isCalled = value.kind === 'call' && value.positional.length === 0
  const callee = isCalled ? value.callee : value
  const isDecorator = isMember(callee, 'dataclass', (name) => scope.meaningOf(name))
  return isDecorator ? (isCalled ? value.keywords : []) : undefined
}

const OPTIONS: Readonly<Record<string, keyof DataclassOptions | undefined>> = {
  init: 'init',
  repr: 'repr',
  eq: 'eq',
  order: 'order',
  frozen: 'frozen',
  unsafe_hash: 'unsafeHash',
  kw_only: 'kwOnly',
}

/** Of `@dataclass(…)`. */
export function optionsOf({ dataclass }: ClassDefinition, report: Report): DataclassOptions {
  const options = {
    ...{ init: true, repr: true, eq: true, order: false },
    ...{ frozen: false, unsafeHash: false, kwOnly: false },
  }
  for (const keyword of dataclass?.options ?? []) {
    const option = OPTIONS[keyword.name ?? '']
    const given = flagOf(keyword.value)
    if (option !== undefined && given !== undefined) options[option] = given
    // Nothing can be seen of it without `match`.
    else if (keyword.name !== 'match_args' || given === undefined) refuseArgument(report, keyword)
  }
  return options
}

function refuseArgument(report: Report, { name, value }: KeywordArgument): void {
  report.error(value, 'dataclassArgument', { name: name ?? '**' })
}

/** `True` or `False`. */
function flagOf(value: Expression): boolean | undefined {
  if (value.kind !== 'literal' || value.literal.type !== 'bool') return undefined
  return value.literal.value
}

/** The class's own fields in the order of their annotations. */
export function fieldsOf(
  definition: ClassDefinition,
  options: DataclassOptions,
  context: Context,
): readonly Field[] {
  const annotated = definition.dataclass?.annotated ?? []
  const values = new Map(definition.attributes.map(({ name, value }) => [name, value]))
  return annotated.map(({ name }) => fieldOf(definition, options, name, values.get(name), context))
}

function fieldOf(
  { name: className }: ClassDefinition,
  options: DataclassOptions,
  name: string,
  value: Expression | undefined,
  context: Context,
): Field {
  const plain: Field = {
    ...{ name, ...defaultOf(value), problem: undefined },
    ...{ placeholder: hiddenName('value', name), memberName: hiddenName('of', className, name) },
    ...{ init: true, repr: true, compare: true, hash: true, kwOnly: options.kwOnly },
  }
  return value?.kind === 'call' && isCallOf(value, 'field', context)
    ? described(plain, value, context)
    : plain
}

function defaultOf(value: Expression | undefined): Pick<Field, 'defaultKind' | 'value'> {
  if (value === undefined) return { defaultKind: 'none', value }
  const isSigned = value.kind === 'unary' && value.operand.kind === 'literal'
  return { defaultKind: value.kind === 'literal' || isSigned ? 'literal' : 'kept', value }
}

/** The field as `field(…)` describes it. */
function described(
  plain: Field,
  call: Expression & { readonly kind: 'call' },
  context: Context,
): Field {
  const given = new Map(call.keywords.map(({ name, value }) => [name, value]))
  checkArguments(call, context.report)
  const flag = (name: string, absent: boolean): boolean => {
    const value = given.get(name)
    return (value && flagOf(value)) ?? absent
  }
  const factory = given.get('default_factory')
  const compare = flag('compare', true)
  return {
    ...plain,
    ...(factory === undefined ? defaultOf(given.get('default')) : madeBy(factory, context)),
    init: flag('init', true),
    repr: flag('repr', true),
    compare,
    hash: flag('hash', compare),
    kwOnly: flag('kw_only', plain.kwOnly),
    problem:
      factory !== undefined && given.has('default')
        ? { type: 'ValueError', message: 'cannot specify both default and default_factory' }
        : undefined,
  }
}

function madeBy(factory: Expression, context: Context): Pick<Field, 'defaultKind' | 'value'> {
  const inlined = inlinedCall(factory, context)
  return inlined === undefined
    ? { defaultKind: 'factory', value: factory }
    : { defaultKind: 'inlined', value: inlined }
}

function checkArguments(
  { keywords, positional }: Expression & { readonly kind: 'call' },
  report: Report,
): void {
  for (const keyword of keywords) {
    const name = keyword.name ?? ''
    const isValue = name === 'default' || name === 'default_factory'
    const isFlag = /^(?:init|repr|compare|hash|kw_only)$/.test(name)
    const isNone = name === 'hash' && isNoneLiteral(keyword.value)
    const isKnown = isValue || isNone || (isFlag && flagOf(keyword.value) !== undefined)
    if (!isKnown) refuseArgument(report, keyword)
  }
  const [first] = positional
  if (first !== undefined) report.error(first, 'dataclassArgument', { name: '*' })
}

function isNoneLiteral(value: Expression): boolean {
  return value.kind === 'literal' && value.literal.type === 'none'
}

/** Whether `value` calls `name` of the module `dataclasses`. */
export function isCallOf(
  value: Expression,
  name: string,
  { bindings }: Pick<Context, 'bindings'>,
): boolean {
  const meaningOf = (global: string): Meaning | undefined => {
    const [binding, ...others] = bindings.get(global) ?? []
    return others.length === 0 ? binding?.meaning : undefined
  }
  return value.kind === 'call' && isMember(value.callee, name, meaningOf)
}

function isMember(
  value: Expression,
  name: string,
  meaningOf: (name: string) => Meaning | undefined,
): boolean {
  if (value.kind === 'name') {
    const meaning = meaningOf(value.name)
    const isOfModule = meaning?.kind === 'member' && meaning.module === 'dataclasses'
    return isOfModule && meaning.member === name
  }
  if (value.kind !== 'attribute' || value.object.kind !== 'name') return false
  const meaning = meaningOf(value.object.name)
  return meaning?.kind === 'module' && meaning.module === 'dataclasses' && value.name === name
}

/**
 * The value that a call of `factory` gives, as an expression to stand in `__init__`: where nothing can make the call another
 * one than CPython's, which keeps the factory.
 */
function inlinedCall(factory: Expression, { bindings }: Context): Expression | undefined {
  const { from, to }: Span = factory
  if (factory.kind === 'lambda') {
    const { parameters, locals, free, body } = factory.definition
    const [only] = body
    const isPlain = parameters.length + locals.length + free.length === 0
    return isPlain && only?.kind === 'return' ? only.value : undefined
  }
  const named = factory.kind === 'attribute' ? factory.object : factory
  if (named.kind !== 'name') return undefined
  const known = bindings.get(named.name) ?? []
  const [binding] = known
  const isBuiltin = named.scope === 'builtin' && factory.kind === 'name'
  const isModule = binding?.meaning?.kind === 'module'
  const isBoundAbove = known.length === 1 && (binding?.usableFrom ?? from) < from
  const isFixed = isBuiltin || (isBoundAbove && isModule === (factory.kind === 'attribute'))
  if (!isFixed || factory.kind === 'call') return undefined
  return { kind: 'call', callee: factory, positional: [], keywords: [], from, to }
}
