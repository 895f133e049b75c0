/**
 * Routines: what built-in operations leave to Python, because it calls the program back. They are compiled behind the
 * functions of a program and run as such: stepped, undone and traced. Each does what the C code (or the Python) of CPython
 * 3.11 does, in its order. Names with an underscore are built-ins that only routines can name (`.sort` and so on);
 * `routine_` keeps the names of routines apart from those of built-ins. Those of a module stand only behind programs that
 * import it, those of operators behind programs whose classes have special methods for them.
 */
import { assert } from '../../base'
import { parse, type FunctionDefinition, type Statement } from '../language'
import { BUILTIN_ROUTINES } from './routines/builtins'
import { CERROJO_ROUTINES } from './routines/cerrojo'
import { COLLECTIONS_ROUTINES } from './routines/collections'
import { DATACLASSES_ROUTINES } from './routines/dataclasses'
import { FUTURES_ROUTINES } from './routines/futures'
import { FUNCTOOLS_ROUTINES } from './routines/functools'
import { ITERTOOLS_ROUTINES } from './routines/itertools'
import { OPERATOR_ROUTINES } from './routines/operators'
import { QUEUE_ROUTINES } from './routines/queue'
import { THREADING_ROUTINES } from './routines/threading'

export const ROUTINE_GROUPS = [
  ...([BUILTIN_ROUTINES, THREADING_ROUTINES, FUTURES_ROUTINES] as const),
  ...([ITERTOOLS_ROUTINES, FUNCTOOLS_ROUTINES] as const),
  ...([COLLECTIONS_ROUTINES, CERROJO_ROUTINES, DATACLASSES_ROUTINES] as const),
  ...([OPERATOR_ROUTINES, QUEUE_ROUTINES] as const),
] as const

export type RoutineGroup = (typeof ROUTINE_GROUPS)[number]
export type RoutineName = RoutineGroup['names'][number]

/** Built-ins that routines name with an underscore; their names in the machine begin with a point. */
export const INTRINSICS = [
  ...['_sort', '_restore', '_absent', '_end', '_now', '_yield', '_begin', '_simpleQueue'],
  ...['_zipLength', '_counter', '_doneAndNotDone', '_asdict', '_astuple'],
] as const

/** The routines of a group in the order of its names. */
export function routineDefinitions({ names, source }: RoutineGroup): readonly FunctionDefinition[] {
  const reading = parse(source, INTRINSICS)
  assert(reading.kind === 'accepted', 'the routines are refused')
  const body = reading.module.body.map(withYields)
  const definitions = names.flatMap((name: string) =>
    body.flatMap((s) =>
      s.kind === 'function' && s.definition.name === `routine_${name}`
        ? { ...s.definition, name }
        : [],
    ),
  )
  assert(definitions.length === names.length, 'a routine is missing')
  return definitions
}

/** `_yield(value)` as a statement makes a generator of its function. */
function withYields(statement: Statement): Statement {
  if (statement.kind !== 'function') return statement
  const { definition } = statement
  const body = definition.body.map(withYield)
  const isGenerator = JSON.stringify(body, withoutBigInt).includes('"kind":"collect"')
  return isGenerator
    ? { ...statement, definition: { ...definition, body, form: 'generator' } }
    : statement
}

function withoutBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

function withYield(statement: Statement): Statement {
  if (statement.kind === 'for' || statement.kind === 'while' || statement.kind === 'if') {
    return { ...statement, body: statement.body.map(withYield) }
  }
  if (statement.kind !== 'expression' || statement.value.kind !== 'call') return statement
  const { callee, positional } = statement.value
  const [value] = positional
  if (callee.kind !== 'name' || callee.name !== '_yield' || value === undefined) return statement
  return { ...statement, kind: 'collect', form: 'generator', key: undefined, value }
}

/** The machine's name of a built-in: those that only routines can name begin with a point. */
export function builtinName(name: string): string {
  return name.startsWith('_') ? `.${name.slice(1)}` : name
}
