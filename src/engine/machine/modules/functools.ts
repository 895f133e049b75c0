/** The module `functools`. */
import {
  classNameOf,
  fieldOf,
  functionName,
  getIterator,
  giveNames,
  isCallable,
  KIND,
  kindOf,
  makePartial,
  plainName,
  unsupported,
  type Keywords,
  type Objects,
} from '../objects'
import { RoutineNeeded } from '../routineNeeded'
import { NONE, toSmallInteger, type Value } from '../value'
import type { Arguments, Call, ModuleTable } from './module'
import { pythonFunction } from './pythonFunction'
import { typeError } from '../pythonError'

const reduce: Call = (objects, [callable = NONE, iterable = NONE, initial]) => {
  const absent = objects.names.builtinValue('.absent')
  throw new RoutineNeeded('reduce', [callable, getIterator(objects, iterable), initial ?? absent])
}

function partial(objects: Objects, [callable, ...args]: Arguments, keywords: Keywords): Value {
  if (callable === undefined) throw typeError("type 'partial' takes at least one argument")
  if (!isCallable(objects, callable)) throw typeError('the first argument must be callable')
  return makePartial(objects, [callable, ...args], keywords)
}

/** Name and qualified name of a callable; undefined for one without. */
function namesOf(objects: Objects, callable: Value): readonly [string, string] | undefined {
  const { memory, names } = objects
  switch (kindOf(memory, callable)) {
    case KIND.function:
      return [plainName(objects, callable), functionName(objects, callable)]
    case KIND.class:
    case KIND.builtin: {
      const name = classNameOf(objects, callable)
      return [name, name]
    }
    case KIND.boundMethod: {
      const method = fieldOf(memory, callable, 2)
      if (kindOf(memory, method) === KIND.function) return namesOf(objects, method)
      const name = names.method?.(toSmallInteger(method))?.name
      return name === undefined ? undefined : [name, name]
    }
    default:
      return undefined
  }
}

/** Gives `wrapper` the names of `wrapped`. Docstrings and the like cannot be seen here. */
function updateWrapper(objects: Objects, wrapper: Value, wrapped: Value): Value {
  if (kindOf(objects.memory, wrapper) !== KIND.function) {
    throw unsupported('functools', 'update_wrapper')
  }
  const names = namesOf(objects, wrapped)
  if (names !== undefined) giveNames(objects, wrapper, names)
  return wrapper
}

const COPIED = { parameters: ['assigned', 'updated'] } as const

function requireUsual(given: readonly (Value | undefined)[]): void {
  if (given.some((value) => value !== undefined)) throw unsupported('functools', 'wraps(assigned=)')
}

export const FUNCTOOLS: ModuleTable = {
  name: 'functools',
  functions: [
    ['reduce', 2, 3, reduce],
    ['partial', 0, Infinity, partial, { options: ['**'] }],
    pythonFunction(
      'update_wrapper',
      {
        name: 'update_wrapper',
        parameters: ['wrapper', 'wrapped', ...COPIED.parameters],
        required: 2,
      },
      (objects, [wrapper = NONE, wrapped = NONE, ...copied]) => {
        requireUsual(copied)
        return updateWrapper(objects, wrapper, wrapped)
      },
    ),
    pythonFunction(
      'wraps',
      { name: 'wraps', parameters: ['wrapped', ...COPIED.parameters], required: 1 },
      (objects, [wrapped = NONE, ...copied]) => {
        requireUsual(copied)
        const update = objects.names.builtinValue('functools.update_wrapper')
        return makePartial(objects, [update], new Map([['wrapped', wrapped]]))
      },
    ),
  ],
  constants: {},
}
