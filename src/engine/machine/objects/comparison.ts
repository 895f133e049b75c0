/** Comparison operators by their index in the bytecode table. */
import { COMPARE, type RoutineName } from '../../bytecode'
import { fromBoolean, type Value } from '../value'
import { isCounter } from './counter'
import { equals } from './equality'
import { orRoutine } from './inRoutine'
import { contains } from './items'
import { KIND, kindOf, type Objects, type RichOperator } from './object'
import { isOrdered } from './ordering'

/**
 * `a operator b`, a bool unless a class of the program says something else; `operator` is an index into COMPARE.
 * @throws PythonError TypeError
 */
export function compare(objects: Objects, operator: number, a: Value, b: Value): Value {
  const symbol = COMPARE[operator] ?? '=='
  switch (symbol) {
    case 'in':
      return fromBoolean(contains(objects, b, a, 'contains'))
    case 'not in':
      return fromBoolean(!contains(objects, b, a, 'lacks'))
    case 'is':
      return fromBoolean(a === b)
    case 'is not':
      return fromBoolean(a !== b)
    default: {
      const own = objects.own?.compare(symbol, a, b)
      if (own !== undefined) return own
      const native = (): boolean => holds(objects, symbol, a, b)
      const routine = routineOf(objects, symbol, a, b)
      return fromBoolean(
        routine === undefined ? native() : orRoutine(objects, native, routine, () => [a, b]),
      )
    }
  }
}

function holds(objects: Objects, operator: RichOperator, a: Value, b: Value): boolean {
  if (operator === '==') return equals(objects, a, b)
  return operator === '!=' ? !equals(objects, a, b) : isOrdered(objects, operator, a, b)
}

const SEQUENCE_ROUTINES = {
  '==': 'equal',
  '!=': 'unequal',
  '<': 'less',
  '<=': 'lessEqual',
  '>': 'greater',
  '>=': 'greaterEqual',
} as const

/** What compares two containers of one kind item by item where the program compares the items. */
function routineOf(
  { memory, own }: Objects,
  operator: RichOperator,
  a: Value,
  b: Value,
): RoutineName | undefined {
  const kind = own === undefined ? KIND.none : kindOf(memory, a)
  if (kind !== kindOf(memory, b)) return undefined
  if (kind === KIND.list || kind === KIND.tuple || kind === KIND.deque) {
    return SEQUENCE_ROUTINES[operator]
  }
  if (kind !== KIND.dict || isCounter(memory, a)) return undefined
  return operator === '==' ? 'equalDicts' : 'unequalDicts'
}
