import type { ClassDefinition, FunctionDefinition, Literal, Span, Statement } from '../language'
import { instanceSlots } from './classes'
import { compileExpression } from './expressions'
import { Scope, type Draft, type ScopeOptions } from './scope'
import { compileBody } from './statements'
import { mangle } from './symbols'

const NONE: Literal = { type: 'none' }

/** The module body, function 0; `draft` must be empty. */
export function compileModule(draft: Draft): void {
  const index = reserve(draft)
  const scope = new Scope(draft, { locals: [], className: undefined })
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
  const { name, parameters, locals, body } = definition
  const defaults = parameters.flatMap(({ defaultValue }) => defaultValue ?? [])
  for (const value of defaults) compileExpression(scope, value)
  const index = reserve(draft)
  const options: ScopeOptions = { locals, className }
  const inner = new Scope(draft, options)
  compileToEnd(inner, body)
  draft.functions[index] = {
    name,
    qualifiedName: className === undefined ? name : `${className}.${name}`,
    parameters: parameters.map((parameter) => parameter.name),
    defaultCount: defaults.length,
    locals: inner.locals,
    emitter: inner.emitter,
  }
  scope.emit('makeFunction', index, definition.nameSpan)
  return index
}

/** Leaves the class on the stack. Of members with one name the last in the source counts, as in CPython. */
export function compileClass(scope: Scope, definition: ClassDefinition): void {
  const { draft } = scope
  const { name: className } = definition
  const attributes: number[] = []
  const methods: { symbol: number; function: number }[] = []
  for (const { name, value, span } of definition.attributes) {
    compileExpression(scope, value)
    if (isLast(definition, name, span))
      attributes.push(draft.symbols.indexOf(mangle(name, className)))
    else scope.emit('pop', 0, span)
  }
  for (const method of definition.methods) {
    const index = compileFunction(scope, method, className)
    const symbol = draft.symbols.indexOf(mangle(method.name, className))
    if (isLast(definition, method.name, method)) methods.push({ symbol, function: index })
    else scope.emit('pop', 0, method.nameSpan)
  }
  const slots = instanceSlots(draft.module, definition)
  const count = draft.classes.push({
    name: className,
    attributes,
    methods,
    instanceSlots: slots.map((slot) => draft.symbols.indexOf(slot)),
  })
  scope.emit('makeClass', count - 1, definition.nameSpan)
}

function isLast(definition: ClassDefinition, name: string, span: Span): boolean {
  const attributes = definition.attributes.filter((attribute) => attribute.name === name)
  const methods = definition.methods.filter((method) => method.name === name)
  const starts = [
    ...attributes.map((attribute) => attribute.span.from),
    ...methods.map(({ from }) => from),
  ]
  return Math.max(...starts) === span.from
}

function reserve(draft: Draft): number {
  return draft.functions.push(undefined) - 1
}

/** A body that falls off its end returns None. */
function compileToEnd(scope: Scope, body: readonly Statement[]): void {
  compileBody(scope, body)
  const end: Span = body.at(-1) ?? { from: 0, to: 0 }
  scope.constant(NONE, end)
  scope.emit('return', 0, end)
}
