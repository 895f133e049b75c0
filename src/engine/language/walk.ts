import { assertNever, remembered } from '../../base'
import type { Expression, FormatPart, FunctionDefinition, Module, Statement, Target } from './ast'

/** Walks over checked trees, in source order unless said otherwise. For analyses of a whole program. */

function partChildren(parts: readonly FormatPart[]): Expression[] {
  return parts.flatMap((part) =>
    part.kind === 'text' ? [] : [part.value, ...partChildren(part.specification)],
  )
}

/** The expressions directly inside `expression`. */
export function childExpressions(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return []
    case 'formatted':
      return partChildren(expression.parts)
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items
    case 'dict':
      return expression.entries.flatMap(({ key, value }) =>
        key === undefined ? [value] : [key, value],
      )
    // The body of a lambda is not evaluated here.
    case 'lambda':
      return defaultsOf(expression.definition)
    case 'comprehension':
      return [expression.iterable]
    case 'starred':
    case 'walrus':
      return [expression.value]
    case 'unary':
      return [expression.operand]
    case 'binary':
    case 'logical':
      return [expression.left, expression.right]
    case 'compare':
      return expression.operands
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse]
    case 'call':
      return [
        expression.callee,
        ...expression.positional,
        ...expression.keywords.map((keyword) => keyword.value),
      ]
    case 'attribute':
    case 'super':
      return [expression.object]
    case 'item':
      return [expression.object, expression.key]
    case 'slice':
      return [expression.start, expression.stop, expression.step].filter(
        (part) => part !== undefined,
      )
    default:
      return assertNever(expression)
  }
}

/** `expression` and everything inside it. */
export function withChildren(expression: Expression): readonly Expression[] {
  const found: Expression[] = []
  collect(expression, found)
  return found
}

/** Fills an array: generators inside each other cost a compiler most of its time. */
function collect(expression: Expression, found: Expression[]): void {
  found.push(expression)
  for (const child of childExpressions(expression)) collect(child, found)
}

/** The names, attributes and items a target binds, without the tuples around them. */
export function flatTargets(
  target: Target,
): readonly Exclude<Target, { readonly kind: 'unpack' }>[] {
  return target.kind === 'unpack' ? target.targets.flatMap(flatTargets) : [target]
}

/** What a statement itself binds or deletes, outside its bodies, without names of classes. */
export function targetsOf(
  statement: Statement,
): readonly Exclude<Target, { readonly kind: 'unpack' }>[] {
  switch (statement.kind) {
    case 'assign':
    case 'delete':
      return statement.targets.flatMap(flatTargets)
    case 'augmented':
    case 'for':
    case 'import':
    case 'function':
      return flatTargets(statement.target)
    case 'importFrom':
      return statement.members.flatMap(({ target }) => flatTargets(target))
    case 'with':
      return statement.items.flatMap(({ target }) =>
        target === undefined ? [] : flatTargets(target),
      )
    case 'try':
      return statement.handlers.flatMap(({ target }) =>
        target === undefined ? [] : flatTargets(target),
      )
    default:
      return []
  }
}

function valuesOf(statement: Statement): readonly (Expression | undefined)[] {
  switch (statement.kind) {
    case 'expression':
    case 'assign':
    case 'augmented':
    case 'return':
      return [statement.value]
    case 'raise':
      return [statement.value, statement.cause]
    case 'if':
    case 'while':
      return [statement.condition]
    case 'for':
      return [statement.iterable]
    case 'try':
      return statement.handlers.map((handler) => handler.type)
    case 'with':
      return statement.items.map((item) => item.context)
    case 'assert':
      return [statement.condition, statement.message]
    case 'collect':
      return [statement.key, statement.value]
    case 'function':
      return [...defaultsOf(statement.definition), ...statement.decorators.map(asCall)]
    case 'class':
      return [
        statement.definition.base?.value,
        ...statement.definition.attributes.map((attribute) => attribute.value),
        ...statement.definition.methods.flatMap(defaultsOf),
      ]
    default:
      return []
  }
}

function defaultsOf(definition: FunctionDefinition): readonly Expression[] {
  return definition.parameters.flatMap(({ defaultValue }) => defaultValue ?? [])
}

/** A decorator is called. */
function asCall(callee: Expression): Expression {
  return { kind: 'call', callee, positional: [], keywords: [], from: callee.from, to: callee.to }
}

/** The expressions a statement itself evaluates, outermost ones, outside its bodies; targets' parts come last. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  const parts = targetsOf(statement).flatMap((target) => {
    if (target.kind === 'name') return []
    return target.kind === 'attribute' ? [target.object] : [target.object, target.key]
  })
  return [...valuesOf(statement).filter((value) => value !== undefined), ...parts]
}

/** The bodies inside a statement, without those of functions. */
export function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'if':
    case 'while':
    case 'for':
      return [statement.body, statement.orElse]
    case 'with':
      return [statement.body]
    case 'try': {
      const handlers = statement.handlers.map((handler) => handler.body)
      return [statement.body, ...handlers, statement.orElse, statement.finallyBody]
    }
    default:
      return []
  }
}

/** The statements of `body` and everything inside them, without the bodies of functions. Found once for each body. */
export const statementsIn = remembered((body: readonly Statement[]): readonly Statement[] => {
  const found: Statement[] = []
  collectStatements(body, found)
  return found
})

function collectStatements(body: readonly Statement[], found: Statement[]): void {
  for (const statement of body) {
    found.push(statement)
    for (const inner of bodiesOf(statement)) collectStatements(inner, found)
  }
}

/** Every expression that `body` evaluates, without the bodies of functions. Found once for each body. */
export const expressionsIn = remembered((body: readonly Statement[]): readonly Expression[] => {
  const found: Expression[] = []
  for (const statement of statementsIn(body)) {
    for (const expression of expressionsOf(statement)) collect(expression, found)
  }
  return found
})

/** A function or method with the class it belongs to. */
export interface Definition {
  readonly definition: FunctionDefinition
  readonly className: string | undefined
}

/** Every function, method, lambda and comprehension of the program, the outer ones first. */
export const definitionsOf = remembered((module: Module): readonly Definition[] => {
  const definitions: Definition[] = [...definitionsIn(module.body)]
  for (const { definition } of definitions) definitions.push(...definitionsIn(definition.body))
  return definitions
})

/** The functions, methods, lambdas and comprehensions that `body` itself defines, without those inside them. */
export function definitionsIn(body: readonly Statement[]): readonly Definition[] {
  const named = statementsIn(body).flatMap((statement): readonly Definition[] => {
    if (statement.kind === 'function') {
      return [{ definition: statement.definition, className: undefined }]
    }
    if (statement.kind !== 'class') return []
    const { name, methods } = statement.definition
    return methods.map((definition) => ({ definition, className: name }))
  })
  const unnamed = expressionsIn(body).flatMap((expression) =>
    expression.kind === 'lambda' || expression.kind === 'comprehension'
      ? [{ definition: expression.definition, className: undefined }]
      : [],
  )
  return [...named, ...unnamed]
}

/** The module's body and the body of every function: all code there is. */
export function codeOf(module: Module): readonly (readonly Statement[])[] {
  return [module.body, ...definitionsOf(module).map(({ definition }) => definition.body)]
}
