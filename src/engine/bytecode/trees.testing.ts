/** Builders of checked trees for tests that need no source. Spans are empty. */
import type {
  Expression,
  FunctionDefinition,
  Literal,
  Module,
  NameScope,
  NameTarget,
  Statement,
  Target,
} from '../language'

export const NOWHERE = { from: 0, to: 0 } as const

export function literal(value: number | bigint | string | boolean | undefined): Expression {
  return { ...NOWHERE, kind: 'literal', literal: literalOf(value) }
}

/** A number is a float, a bigint an int, `undefined` is None. */
function literalOf(value: number | bigint | string | boolean | undefined): Literal {
  switch (typeof value) {
    case 'number':
      return { type: 'float', value }
    case 'bigint':
      return { type: 'int', value }
    case 'string':
      return { type: 'string', value }
    case 'boolean':
      return { type: 'bool', value }
    default:
      return { type: 'none' }
  }
}

export function name(name: string, scope: NameScope = 'global'): Expression {
  return { ...NOWHERE, kind: 'name', name, scope }
}

export function call(callee: Expression, ...positional: Expression[]): Expression {
  return { ...NOWHERE, kind: 'call', callee, positional, keywords: [] }
}

export function attribute(object: Expression, name: string): Expression & Target {
  return { ...NOWHERE, kind: 'attribute', object, name }
}

export function nameTarget(name: string, scope: 'local' | 'global' = 'global'): NameTarget {
  return { ...NOWHERE, kind: 'name', name, scope }
}

export function assign(target: Target, value: Expression): Statement {
  return { ...NOWHERE, kind: 'assign', targets: [target], value }
}

export function run(value: Expression): Statement {
  return { ...NOWHERE, kind: 'expression', value }
}

export function returns(value?: Expression): Statement {
  return { ...NOWHERE, kind: 'return', value }
}

export function define(
  name: string,
  locals: readonly string[],
  body: readonly Statement[],
): Statement {
  const definition: FunctionDefinition = {
    ...NOWHERE,
    name,
    form: 'def',
    nameSpan: NOWHERE,
    parameters: [],
    locals,
    cells: [],
    free: [],
    body,
  }
  const target = nameTarget(name)
  return { ...NOWHERE, kind: 'function', definition, target, decorators: [] }
}

/** `globals` in the order of first use as a target would do; the tests name them. */
export function moduleOf(globals: readonly string[], ...body: Statement[]): Module {
  return { globals, body }
}
