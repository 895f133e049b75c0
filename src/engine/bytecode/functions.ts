import type {
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Literal,
  Parameter,
  Span,
  Statement,
} from '../language'
import { instanceSlots } from './classes'
import { compileExpression } from './expressions'
import { ROUTINE_NAMES, routineDefinitions, type RoutineName } from './routines'
import { Scope, type Draft, type FunctionDraft } from './scope'

const NONE: Literal = { type: 'none' }

/** The module body, function 0; `draft` must be empty. */
export function compileModule(draft: Draft): void {
  const index = reserve(draft)
  const scope = new Scope(draft, [])
  compileToEnd(scope, draft.module.body)
  draft.functions[index] = {
    name: '<module>',
    qualifiedName: '<module>',
    ...shapeOf([]),
    isGenerator: false,
    freeStart: 0,
    freeCount: 0,
    locals: scope.locals,
    emitter: scope.emitter,
  }
}

/** Leaves the function value on the stack. `className` is the class it is a method of. */
export function compileFunction(
  scope: Scope,
  definition: FunctionDefinition,
  className: string | undefined,
): number {
  const { parameters, free, nameSpan } = definition
  const isByKeyword = ({ kind }: Parameter): boolean => kind === 'keyword'
  const ordered = [...parameters.filter((p) => !isByKeyword(p)), ...parameters.filter(isByKeyword)]
  for (const { defaultValue } of ordered) {
    if (defaultValue !== undefined) compileExpression(scope, defaultValue)
  }
  for (const name of free) scope.loadShared(name, nameSpan)
  const index = compileCode(scope.draft, definition, qualifiedName(scope, definition, className))
  scope.emit('makeFunction', index, nameSpan)
  return index
}

function qualifiedName(
  scope: Scope,
  { name }: FunctionDefinition,
  className: string | undefined,
): string {
  if (className !== undefined) return `${className}.${name}`
  return scope.qualifiedName === undefined ? name : `${scope.qualifiedName}.<locals>.${name}`
}

function compileCode(draft: Draft, definition: FunctionDefinition, qualifiedName: string): number {
  const { name, parameters, locals, cells, free, body, form, nameSpan } = definition
  const index = reserve(draft)
  const inner = new Scope(draft, [...locals, ...free], qualifiedName)
  for (const shared of cells) inner.makeCell(shared, nameSpan)
  if (form === 'list' || form === 'set' || form === 'dict') compileCollection(inner, definition)
  else compileToEnd(inner, body)
  draft.functions[index] = {
    name,
    qualifiedName,
    ...shapeOf(parameters),
    isGenerator: form === 'generator',
    freeStart: locals.length,
    freeCount: free.length,
    locals: inner.locals,
    emitter: inner.emitter,
  }
  return index
}

function shapeOf(
  parameters: readonly Parameter[],
): Pick<
  FunctionDraft,
  | 'parameters'
  | 'positionalCount'
  | 'positionalOnlyCount'
  | 'keywordOnlyCount'
  | 'isVariadic'
  | 'takesKeywords'
  | 'defaultCount'
  | 'keywordDefaults'
> {
  const of = (...kinds: readonly Parameter['kind'][]): readonly Parameter[] =>
    parameters.filter(({ kind }) => kinds.includes(kind))
  const positional = of('positional', 'plain')
  const hasDefault = ({ defaultValue }: Parameter): boolean => defaultValue !== undefined
  return {
    parameters: parameters.map(({ name }) => name),
    positionalCount: positional.length,
    positionalOnlyCount: of('positional').length,
    keywordOnlyCount: of('keyword').length,
    isVariadic: of('variadic').length > 0,
    takesKeywords: of('keywords').length > 0,
    defaultCount: positional.filter(hasDefault).length,
    keywordDefaults: of('keyword')
      .filter(hasDefault)
      .map(({ name }) => name),
  }
}

const BUILDERS = { list: 'buildList', set: 'buildSet', dict: 'buildDict' } as const

/** A comprehension: its container waits in a hidden local. */
function compileCollection(scope: Scope, { form, body, nameSpan }: FunctionDefinition): void {
  if (form !== 'list' && form !== 'set' && form !== 'dict') return
  scope.withHidden('result', (result) => {
    scope.collection = result
    scope.emit(BUILDERS[form], 0, nameSpan)
    scope.emit('storeLocal', result, nameSpan)
    scope.body(body)
    scope.emit('loadLocal', result, nameSpan)
    scope.emit('return', 0, nameSpan)
  })
}

/** Leaves the value of a comprehension on the stack; a generator expression's is the generator. */
export function compileComprehension(
  scope: Scope,
  { definition, iterable }: Extract<Expression, { readonly kind: 'comprehension' }>,
): void {
  compileFunction(scope, definition, undefined)
  compileExpression(scope, iterable)
  scope.emit('getIterator', 0, iterable)
  scope.emit('call', 1, definition)
}

/** The routines, behind the functions of the program. Answers the function index of each. */
export function compileRoutines(draft: Draft): Record<RoutineName, number> {
  const indices = routineDefinitions().map((definition) =>
    compileCode(draft, definition, definition.name),
  )
  return Object.fromEntries(ROUTINE_NAMES.map((name, i) => [name, indices[i]])) as Record<
    RoutineName,
    number
  >
}

/** Leaves the class on the stack. */
export function compileClass(scope: Scope, definition: ClassDefinition): void {
  const { draft } = scope
  const { name, attributes, methods } = definition
  for (const { value } of attributes) compileExpression(scope, value)
  const functions = methods.map((method) => ({
    symbol: draft.symbols.indexOf(method.name),
    function: compileFunction(scope, method, name),
  }))
  const slots = instanceSlots(draft.module, definition)
  const count = draft.classes.push({
    name,
    attributes: attributes.map((attribute) => draft.symbols.indexOf(attribute.name)),
    methods: functions,
    instanceSlots: slots.map((slot) => draft.symbols.indexOf(slot)),
  })
  scope.emit('makeClass', count - 1, definition.nameSpan)
}

function reserve(draft: Draft): number {
  return draft.functions.push(undefined) - 1
}

/** A body that falls off its end returns None. */
function compileToEnd(scope: Scope, body: readonly Statement[]): void {
  scope.body(body)
  const end: Span = body.at(-1) ?? { from: 0, to: 0 }
  scope.constant(NONE, end)
  scope.emit('return', 0, end)
}
