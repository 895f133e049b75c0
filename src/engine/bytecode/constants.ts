import { assertNever } from '../../base'
import type { Expression } from '../language'
import type { Constant } from './program'

/** The constants of one program, each stored once. `1`, `1.0` and `True` differ, and so do `0.0` and `-0.0`. */
export class ConstantPool {
  readonly constants: Constant[] = []
  private readonly indices = new Map<string, number>()

  indexOf(constant: Constant): number {
    const key = keyOf(constant)
    const known = this.indices.get(key)
    if (known !== undefined) return known
    const index = this.constants.push(constant) - 1
    this.indices.set(key, index)
    return index
  }
}

/** A text that is equal for two constants exactly when the program cannot tell them apart. */
function keyOf(constant: Constant): string {
  switch (constant.type) {
    case 'none':
      return 'none'
    case 'bool':
    case 'int':
      return `${constant.type} ${String(constant.value)}`
    case 'float':
      return `float ${Object.is(constant.value, -0) ? '-0' : String(constant.value)}`
    case 'bytes':
      return `bytes ${constant.value.join(' ')}`
    case 'string':
      return `string ${JSON.stringify(constant.value)}`
    case 'tuple':
      return `tuple [${constant.items.map(keyOf).join(', ')}]`
    case 'builtin':
      return `builtin ${constant.name}`
    default:
      return assertNever(constant)
  }
}

/**
 * The constant an expression always gives, for literals, negated numbers and tuples of such; `undefined` otherwise.
 * Nothing else is computed at compile time: an operator that fails must fail when it is executed.
 */
export function constantOf(expression: Expression): Constant | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.literal
    case 'unary':
      return expression.operator === '-' ? negated(constantOf(expression.operand)) : undefined
    case 'tuple':
      return constantTuple(expression.items)
    default:
      return undefined
  }
}

function negated(constant: Constant | undefined): Constant | undefined {
  if (constant?.type === 'int') return { type: 'int', value: -constant.value }
  if (constant?.type === 'float') return { type: 'float', value: -constant.value }
  return undefined
}

function constantTuple(expressions: readonly Expression[]): Constant | undefined {
  const items: Constant[] = []
  for (const expression of expressions) {
    const item = constantOf(expression)
    if (item === undefined) return undefined
    items.push(item)
  }
  return { type: 'tuple', items }
}
