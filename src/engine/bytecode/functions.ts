import { assert, present } from '../../base'
import {
  definitionsOf,
  OPERATOR_METHODS,
  type ClassDefinition,
  type Expression,
  type FunctionDefinition,
  type Literal,
  type Module,
  type Parameter,
  type Span,
  type Statement,
} from '../language'
import { instanceSlots } from './classes'
import { ConstantPool } from './constants'
import type { Instruction } from './emitter'
import { compileExpression } from './expressions'
import { importsModule } from './imports'
import { OPERATIONS } from './opcodes'
import type { BaseCode, ClassMember, FrozenFields, Program } from './program'
import { ROUTINE_GROUPS, routineDefinitions, type RoutineGroup, type RoutineName } from './routines'
import { Scope, type ClassOwner, type Draft, type FunctionDraft } from './scope'
import { SymbolTable } from './symbols'

const NONE: Literal = { type: 'none' }

/** The module body, function 0; `draft` must be empty. */
export function compileModule(draft: Draft): void {
  const index = reserve(draft)
  const scope = new Scope(draft, [])
  compileToEnd(scope, withPoolsEnded(draft.module))
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

/** At the end of the main thread, however it ends, `concurrent.futures` tells idle workers to end. */
function withPoolsEnded(module: Module): readonly Statement[] {
  if (!importsModule(module, 'concurrent.futures')) return module.body
  const { from, to } = module.body.at(-1) ?? { from: 0, to: 0 }
  const callee: Expression = { kind: 'name', name: '_poolsEnd', scope: 'builtin', from, to }
  const call: Expression = { kind: 'call', callee, positional: [], keywords: [], from, to }
  const finallyBody: Statement[] = [{ kind: 'expression', value: call, from, to }]
  return [{ kind: 'try', body: module.body, handlers: [], orElse: [], finallyBody, from, to }]
}

/** Leaves the function value on the stack. `owner` is the class it is a method of. */
export function compileFunction(
  scope: Scope,
  definition: FunctionDefinition,
  owner: ClassOwner | undefined,
): number {
  const { parameters, free, nameSpan } = definition
  const isByKeyword = ({ kind }: Parameter): boolean => kind === 'keyword'
  const ordered = [...parameters.filter((p) => !isByKeyword(p)), ...parameters.filter(isByKeyword)]
  for (const { defaultValue } of ordered) {
    if (defaultValue !== undefined) compileExpression(scope, defaultValue)
  }
  for (const name of free) scope.loadShared(name, nameSpan)
  const index = compileCode(scope.draft, definition, qualifiedName(scope, definition, owner), owner)
  scope.emit('makeFunction', index, nameSpan)
  return index
}

function qualifiedName(
  scope: Scope,
  { name }: FunctionDefinition,
  owner: ClassOwner | undefined,
): string {
  if (owner !== undefined) return `${owner.name}.${name}`
  return scope.qualifiedName === undefined ? name : `${scope.qualifiedName}.<locals>.${name}`
}

function compileCode(
  draft: Draft,
  definition: FunctionDefinition,
  qualifiedName: string,
  owner?: ClassOwner,
): number {
  const { name, parameters, locals, cells, free, body, form, nameSpan } = definition
  const index = reserve(draft)
  const inner = new Scope(draft, [...locals, ...free], qualifiedName)
  inner.classIndex = owner?.index
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

/** The routines of built-ins and of the modules that the program imports, behind its functions. */
export function compileRoutines(draft: Draft): Program['routines'] {
  const indices: Partial<Record<RoutineName, number>> = {}
  for (const group of ROUTINE_GROUPS) {
    if (!isNeeded(draft.module, group)) continue
    const first = draft.functions.length
    draft.functions.push(...linkRoutines(draft, group))
    group.names.forEach((name, i) => (indices[name] = first + i))
  }
  return indices
}

function isNeeded(program: Module, group: RoutineGroup): boolean {
  if ('needsOperators' in group && !definesOperators(program)) return false
  return group.module === undefined || importsModule(program, group.module)
}

/** Whether a class of the program has a special method that operators or built-ins call. */
function definesOperators(program: Module): boolean {
  return definitionsOf(program).some(
    ({ definition, className }) =>
      className !== undefined && OPERATOR_METHODS.includes(definition.name),
  )
}

const compiledGroups = new Map<RoutineGroup, Draft>()

/** Routines with tables of their own; compiled once, because they are the same behind every program. */
function compiledRoutines(
  { compileBody, compileFunction, compileComprehension }: Draft,
  group: RoutineGroup,
): Draft {
  const known = compiledGroups.get(group)
  if (known !== undefined) return known
  const draft: Draft = {
    module: { body: [], globals: [] },
    constants: new ConstantPool(),
    symbols: new SymbolTable(),
    globals: new SymbolTable(),
    functions: [],
    classes: [],
    compileBody,
    compileFunction,
    compileComprehension,
  }
  for (const definition of routineDefinitions(group))
    compileCode(draft, definition, definition.name)
  assert(draft.functions.length === group.names.length, 'a routine has a function inside')
  assert(draft.globals.names.length === 0, 'a routine names a global')
  compiledGroups.set(group, draft)
  return draft
}

/** The routines of a group with the numbers that `draft` gives to their constants and symbols. */
function linkRoutines(draft: Draft, group: RoutineGroup): FunctionDraft[] {
  const compiled = compiledRoutines(draft, group)
  const constants = compiled.constants.constants.map((c) => draft.constants.indexOf(c))
  const symbols = compiled.symbols.names.map((name) => draft.symbols.indexOf(name))
  const tables: Partial<Record<string, readonly number[]>> = {
    constant: constants,
    symbol: symbols,
  }
  const linked = (instruction: Instruction): Instruction => {
    const table = tables[OPERATIONS[instruction.operation].argument]
    if (table === undefined || typeof instruction.argument !== 'number') return instruction
    return { ...instruction, argument: present(table[instruction.argument], 'an operand') }
  }
  return compiled.functions.map((code, index) => {
    const routine = present(code, `routine ${index}`)
    const { instructions, entries, stackSize } = routine.emitter
    return { ...routine, emitter: { instructions: instructions.map(linked), entries, stackSize } }
  })
}

/** Leaves the class on the stack. */
export function compileClass(scope: Scope, definition: ClassDefinition): void {
  const { draft } = scope
  const { name, base, attributes, methods, nameSpan } = definition
  const index = draft.classes.push(undefined) - 1
  if (base !== undefined) compileExpression(scope, base.value)
  const members = [
    ...attributes.map(
      (attribute) => ({ kind: 'attribute', from: attribute.span.from, attribute }) as const,
    ),
    ...methods.map((method) => ({ kind: 'method', from: method.from, method }) as const),
  ].sort((a, b) => a.from - b.from)
  const compiled = members.map((member): ClassMember => {
    if (member.kind === 'method') {
      const symbol = draft.symbols.indexOf(member.method.name)
      const { binding } = member.method
      return { symbol, function: compileFunction(scope, member.method, { name, index }), binding }
    }
    compileExpression(scope, member.attribute.value)
    const symbol = draft.symbols.indexOf(member.attribute.name)
    return { symbol, function: undefined, binding: member.attribute.binding }
  })
  draft.classes[index] = {
    name,
    base: baseCode(draft, definition),
    members: compiled,
    defaults: (definition.defaults ?? []).map((hidden) => ({
      symbol: draft.symbols.indexOf(hidden.name),
      of: draft.symbols.indexOf(hidden.of),
    })),
    frozen: frozenFields(draft, definition, compiled),
    instanceSlots: instanceSlots(draft.module, definition).map((slot) =>
      draft.symbols.indexOf(slot),
    ),
  }
  scope.emit('makeClass', index, nameSpan)
}

function frozenFields(
  { symbols }: Draft,
  { frozenFields: names, methods }: ClassDefinition,
  members: readonly ClassMember[],
): FrozenFields | undefined {
  if (names === undefined) return undefined
  // A generated one stands behind the class; one of the program may not store fields either.
  const generated = methods.find(({ name, from, to }) => name === '__init__' && from === to)
  const symbol = generated && symbols.indexOf(generated.name)
  const initialiser = members.find((member) => member.symbol === symbol)?.function
  return { symbols: names.map((name) => symbols.indexOf(name)), initialiser }
}

function baseCode({ classes }: Draft, { base }: ClassDefinition): BaseCode | undefined {
  if (base?.type.kind !== 'class') return base && { kind: 'builtin', name: base.type.name }
  const index = classes.findIndex((code) => code?.name === base.type.name)
  assert(index >= 0, `the base ${base.type.name} is missing`)
  return { kind: 'class', index }
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
