import type { ClassDefinition, FunctionDefinition, Literal, Span, Statement } from '../language'
import { instanceSlots } from './classes'
import { compileExpression } from './expressions'
import { ROUTINE_NAMES, routineDefinitions, type RoutineName } from './routines'
import { Scope, type Draft } from './scope'

const NONE: Literal = { type: 'none' }

/** The module body, function 0; `draft` must be empty. */
export function compileModule(draft: Draft): void {
  const index = reserve(draft)
  const scope = new Scope(draft, [])
  compileToEnd(scope, draft.module.body)
  draft.functions[index] = {
    name: '<module>',
    qualifiedName: '<module>',
    parameters: [],
    defaultCount: 0,
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
  const { draft } = scope
  const defaults = definition.parameters.flatMap(({ defaultValue }) => defaultValue ?? [])
  for (const value of defaults) compileExpression(scope, value)
  const index = compileCode(draft, definition, className)
  scope.emit('makeFunction', index, definition.nameSpan)
  return index
}

function compileCode(
  draft: Draft,
  definition: FunctionDefinition,
  className: string | undefined,
): number {
  const { name, parameters, locals, body } = definition
  const index = reserve(draft)
  const inner = new Scope(draft, locals)
  compileToEnd(inner, body)
  draft.functions[index] = {
    name,
    qualifiedName: className === undefined ? name : `${className}.${name}`,
    parameters: parameters.map((parameter) => parameter.name),
    defaultCount: parameters.filter(({ defaultValue }) => defaultValue !== undefined).length,
    locals: inner.locals,
    emitter: inner.emitter,
  }
  return index
}

/** The routines, behind the functions of the program. Answers the function index of each. */
export function compileRoutines(draft: Draft): Record<RoutineName, number> {
  const indices = routineDefinitions().map((definition) =>
    compileCode(draft, definition, undefined),
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
