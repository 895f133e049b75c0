/**
 * `@dataclass`: what CPython's decorator adds to a class (Lib/dataclasses.py of 3.11), added to its tree before it is
 * compiled. As there, the methods are written as source text and read; what CPython finds wrong when it executes the class
 * statement is raised when it is executed here.
 *
 * Names that begin with a point are members that no program can name: default values, factories, and what `replace` and its
 * like call.
 */
import { assert } from '../../base'
import type {
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Module,
  Span,
  Statement,
} from './ast'
import { lineOf } from './classes'
import {
  fieldsOf,
  isCallOf,
  optionsOf,
  type Context,
  type DataclassOptions,
  type Field,
  type Problem,
} from './dataclassFields'
import { CONVERSIONS, dataclassText, ORDER, visibleName } from './dataclassText'

type Attribute = ClassDefinition['attributes'][number]

/** What the expansion needs besides the tree. */
export interface Surroundings extends Context {
  /** Reads generated text, in which `names` count as built-ins; it cannot be refused. */
  readonly read: (text: string, names: readonly string[]) => Module
  /** Whether the source holds the word. */
  readonly mentions: (word: string) => boolean
}

/** The program with its dataclasses written out. */
export function withDataclasses(module: Module, surroundings: Surroundings): Module {
  const isDataclass = (s: Statement): boolean =>
    s.kind === 'class' && s.definition.dataclass !== undefined
  if (!module.body.some(isDataclass)) return module
  const expanded = new Map<string, ExpandedClass>()
  const body = module.body.map((statement): Statement => {
    if (statement.kind !== 'class' || statement.definition.dataclass === undefined) return statement
    const made = expand(module, statement.definition, expanded, surroundings)
    expanded.set(statement.definition.name, made)
    return { ...statement, definition: made.definition }
  })
  return { ...module, body }
}

const NOTHING: DataclassOptions = {
  ...{ init: false, repr: false, eq: false, order: false },
  ...{ frozen: false, unsafeHash: false, kwOnly: false },
}

interface ExpandedClass {
  readonly definition: ClassDefinition
  /** Of the class and its bases, in the order of `__init__`. */
  readonly fields: readonly Field[]
  readonly options: DataclassOptions
}

function expand(
  module: Module,
  definition: ClassDefinition,
  expanded: ReadonlyMap<string, ExpandedClass>,
  surroundings: Surroundings,
): ExpandedClass {
  const line = lineOf(module, definition)
  const base = line.slice(1).flatMap(({ name }) => expanded.get(name) ?? [])[0]
  const options = optionsOf(definition, surroundings.report)
  const own = fieldsOf(definition, options, surroundings)
  const fields = inherited(base?.fields ?? [], own)
  const names = new Set(definition.methods.map(({ name }) => name))
  const problem = problemOf({ name: definition.name, options, fields, names, base: base?.options })
  const text = dataclassText({
    // Nothing is made of a class that raises.
    ...{
      fields,
      options: problem === undefined ? options : NOTHING,
      methods: names,
      conversions: CONVERSIONS.filter(surroundings.mentions),
    },
    hasPostInit: line.some(({ methods }) => methods.some(({ name }) => name === '__post_init__')),
  })
  const read = surroundings.read(
    text,
    fields.map(({ placeholder }) => placeholder),
  )
  const methods = generatedMethods(read, definition, fields)
  const made: ClassDefinition = {
    ...definition,
    attributes: [
      ...definition.attributes.flatMap((attribute) => attributesOf(attribute, own, surroundings)),
      ...(options.repr && !names.has('__repr__') ? [ownRepr(definition.nameSpan)] : []),
      ...(problem === undefined ? [] : [raising(problem, definition.nameSpan)]),
    ],
    methods: [...definition.methods, ...methods],
    defaults: own
      .filter(({ defaultKind }) => defaultKind === 'kept')
      .map(({ name, memberName }) => ({ name: visibleName(memberName), of: name })),
    frozenFields: options.frozen ? fields.map(({ name }) => name) : undefined,
  }
  return { definition: made, fields, options }
}

/** A field of a base that is declared again keeps its place. */
function inherited(above: readonly Field[], own: readonly Field[]): readonly Field[] {
  return [...new Map([...above, ...own].map((field) => [field.name, field])).values()]
}

// ---- attributes

/** What stands in the class for `x: int = …`: the default value, a factory, or nothing. */
function attributesOf(
  attribute: Attribute,
  fields: readonly Field[],
  context: Context,
): readonly Attribute[] {
  const { span } = attribute
  const field = fields.find(({ name }) => name === attribute.name)
  if (field === undefined) {
    const message = `'${attribute.name}' is a field but has no type annotation`
    const isField = isCallOf(attribute.value, 'field', context)
    return [isField ? raising(typeError(message), span) : attribute]
  }
  if (field.problem !== undefined) return [raising(field.problem, span)]
  const { name, memberName, value = attribute.value } = field
  switch (field.defaultKind) {
    case 'literal':
      return [{ ...attribute, value }]
    case 'kept':
      // A default must be hashable, or it would be shared by mistake.
      return [{ ...attribute, value: call('_fieldDefault', [value, text(name, value)], value) }]
    case 'factory':
      return [{ name: visibleName(memberName), value, span, binding: 'static' }]
    default:
      return []
  }
}

/** Marks a class whose `repr` is generated: it writes dots for an object inside itself. */
function ownRepr(span: Span): Attribute {
  const value: Expression = { kind: 'literal', literal: { type: 'none' }, ...span }
  return { name: '.repr', value, span }
}

function raising({ type, message }: Problem, { from, to }: Span): Attribute {
  const span = { from, to }
  return {
    name: '.error',
    value: call('_fieldError', [text(type, span), text(message, span)], span),
    span,
  }
}

function call(name: string, positional: readonly Expression[], { from, to }: Span): Expression {
  const callee: Expression = { kind: 'name', name, scope: 'builtin', from, to }
  return { kind: 'call', callee, positional, keywords: [], from, to }
}

function text(value: string, { from, to }: Span): Expression {
  return { kind: 'literal', literal: { type: 'string', value }, from, to }
}

// ---- what is wrong with the class

interface Whole {
  readonly name: string
  readonly options: DataclassOptions
  readonly fields: readonly Field[]
  readonly names: ReadonlySet<string>
  readonly base: DataclassOptions | undefined
}

/** What CPython raises when it executes the class statement. */
function problemOf({ name, options, fields, names, base }: Whole): Problem | undefined {
  if (base?.frozen === true && !options.frozen) {
    return typeError('cannot inherit non-frozen dataclass from a frozen one')
  }
  if (base?.frozen === false && options.frozen) {
    return typeError('cannot inherit frozen dataclass from a non-frozen one')
  }
  if (options.order && !options.eq) {
    return { type: 'ValueError', message: 'eq must be true if order is true' }
  }
  const late = options.init ? lateField(fields) : undefined
  if (late !== undefined) {
    return typeError(`non-default argument '${late.name}' follows default argument`)
  }
  const ordered = options.order ? ORDER.find(([method]) => names.has(method)) : undefined
  if (ordered !== undefined) {
    const advice = 'Consider using functools.total_ordering'
    return typeError(`Cannot overwrite attribute ${ordered[0]} in class ${name}. ${advice}`)
  }
  return options.unsafeHash && names.has('__hash__')
    ? typeError(`Cannot overwrite attribute __hash__ in class ${name}`)
    : undefined
}

/** The first field without a default behind one with a default. */
function lateField(fields: readonly Field[]): Field | undefined {
  const positional = fields.filter(({ init, kwOnly }) => init && !kwOnly)
  const first = positional.findIndex(({ defaultKind }) => defaultKind !== 'none')
  return positional.find(({ defaultKind }, i) => first >= 0 && i > first && defaultKind === 'none')
}

function typeError(message: string): Problem {
  return { type: 'TypeError', message }
}

// ---- generated methods

function generatedMethods(
  module: Module,
  { nameSpan, to }: ClassDefinition,
  fields: readonly Field[],
): readonly FunctionDefinition[] {
  const [statement] = module.body
  assert(statement?.kind === 'class', 'generated text is a class')
  return statement.definition.methods.map((method) => ({
    ...relocated(method, nameSpan, fields),
    // Behind everything else in the class.
    from: to,
    to,
  }))
}

/** The same method at `span`, with expressions of the program in it, and with names that no program can write. */
function relocated(
  method: FunctionDefinition,
  { from, to }: Span,
  fields: readonly Field[],
): FunctionDefinition {
  const values = new Map(fields.map((field) => [visibleName(field.placeholder), field.value]))
  const place = (key: string, part: unknown): unknown => {
    if (key === 'from') return from
    if (key === 'to') return to
    if (typeof part === 'string') return visibleName(part)
    return isName(part) ? (values.get(part.name) ?? part) : part
  }
  // Generated text is plain data: no integers, and nothing is absent that matters.
  return JSON.parse(JSON.stringify(method), place) as FunctionDefinition
}

function isName(part: unknown): part is { readonly kind: 'name'; readonly name: string } {
  return (
    typeof part === 'object' &&
    part !== null &&
    'kind' in part &&
    part.kind === 'name' &&
    'name' in part &&
    typeof part.name === 'string'
  )
}
