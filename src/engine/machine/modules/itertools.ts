/** The module `itertools`: each iterator is a routine, which takes an item only when one is asked of it. */
import type { RoutineName } from '../../bytecode'
import {
  fromNumber,
  fromText,
  getIterator,
  isInteger,
  makeTuple,
  requireInteger,
  toBigInt,
  toSeconds,
  type Keywords,
  type Objects,
} from '../objects'
import { PythonError, typeError } from '../pythonError'
import { RoutineNeeded } from '../routineNeeded'
import { NONE, UNBOUND, type Value } from '../value'
import type { Arguments, Call, ModuleTable } from './module'

const absent = (objects: Objects): Value => objects.names.builtinValue('.absent')

const iterators = (objects: Objects, iterables: Arguments): Value =>
  makeTuple(
    objects,
    iterables.map((iterable) => getIterator(objects, iterable)),
  )

/** Function first, iterable second. */
const filtering =
  (routine: RoutineName): Call =>
  (objects, [callable = NONE, iterable = NONE]) => {
    throw new RoutineNeeded(routine, [callable, getIterator(objects, iterable)])
  }

/** One iterable. */
const walking =
  (routine: RoutineName): Call =>
  (objects, [iterable = NONE]) => {
    throw new RoutineNeeded(routine, [getIterator(objects, iterable)])
  }

/** All items are taken at the call. */
function selecting(
  objects: Objects,
  routine: RoutineName,
  iterables: Arguments,
  count: Value,
): never {
  const name = fromText(objects, routine)
  throw new RoutineNeeded('poolsOf', [name, iterators(objects, iterables), count])
}

/** A number of items that is not negative. */
function length(objects: Objects, value: Value): Value {
  requireInteger(objects, value)
  if (toBigInt(objects.memory, value) >= 0n) return value
  throw new PythonError('ValueError', 'r must be non-negative')
}

const combining =
  (routine: RoutineName): Call =>
  (objects, [iterable = NONE, r = NONE]) =>
    selecting(objects, routine, [iterable], length(objects, r))

const permutations: Call = (objects, [iterable = NONE, r = NONE]) => {
  const isAll = r === NONE || r === UNBOUND
  if (!isAll && !isInteger(objects.memory, r)) throw typeError('Expected int as r')
  return selecting(objects, 'permutations', [iterable], isAll ? NONE : length(objects, r))
}

const product: Call = (objects, iterables, keywords) => {
  const repeat = keywords.get('repeat') ?? fromNumber(objects, 1)
  requireInteger(objects, repeat)
  if (toBigInt(objects.memory, repeat) >= 0n)
    return selecting(objects, 'product', iterables, repeat)
  throw new PythonError('ValueError', 'repeat argument cannot be negative')
}

const accumulate: Call = (objects, [iterable = NONE, callable = NONE], keywords) => {
  const initial = keywords.get('initial') ?? NONE
  throw new RoutineNeeded('accumulate', [
    getIterator(objects, iterable),
    callable === UNBOUND ? NONE : callable,
    initial === NONE ? absent(objects) : initial,
  ])
}

const count: Call = (objects, [start = UNBOUND, step = UNBOUND]) => {
  const numbers = [start, step].map((value, i) =>
    value === UNBOUND ? fromNumber(objects, i) : value,
  )
  for (const number of numbers) {
    if (toSeconds(objects, number) === undefined) throw typeError('a number is required')
  }
  throw new RoutineNeeded('count', numbers)
}

const repeat: Call = (objects, [value = NONE, times = UNBOUND]) => {
  if (times !== UNBOUND) requireInteger(objects, times)
  throw new RoutineNeeded('repeat', [value, times === UNBOUND ? NONE : times])
}

const RANGE = 'None or an integer: 0 <= x <= sys.maxsize.'

/** A bound of `islice`; undefined when it is none. */
function bound(objects: Objects, value: Value, least: bigint): Value | undefined {
  if (value === NONE) return NONE
  return isInteger(objects.memory, value) && toBigInt(objects.memory, value) >= least
    ? value
    : undefined
}

const islice: Call = (objects, [iterable = NONE, ...bounds]) => {
  const [start, stop, step = NONE] = bounds.length === 1 ? [NONE, bounds[0] ?? NONE] : bounds
  const first = bound(objects, start ?? NONE, 0n)
  const end = bound(objects, stop ?? NONE, 0n)
  if (bounds.length === 1 && end === undefined) {
    throw new PythonError('ValueError', `Stop argument for islice() must be ${RANGE}`)
  }
  if (first === undefined || end === undefined) {
    throw new PythonError('ValueError', `Indices for islice() must be ${RANGE}`)
  }
  const by = bound(objects, step, 1n)
  if (by === undefined) {
    throw new PythonError('ValueError', 'Step for islice() must be a positive integer or None.')
  }
  throw new RoutineNeeded('islice', [
    getIterator(objects, iterable),
    first === NONE ? fromNumber(objects, 0) : first,
    end,
    by === NONE ? fromNumber(objects, 1) : by,
  ])
}

const compress: Call = (objects, [items = NONE, selectors = NONE]) => {
  throw new RoutineNeeded('compress', [
    getIterator(objects, items),
    getIterator(objects, selectors),
  ])
}

const zipLongest: Call = (objects, iterables, keywords: Keywords) => {
  for (const name of keywords.keys()) {
    if (name !== 'fillvalue') throw typeError('zip_longest() got an unexpected keyword argument')
  }
  const fill = keywords.get('fillvalue') ?? NONE
  throw new RoutineNeeded('zip_longest', [iterators(objects, iterables), fill])
}

/** Its iterables are looked at one after another, when their turn comes. */
const chain: Call = (objects, iterables, keywords: Keywords) => {
  if (keywords.size > 0) throw typeError('chain() takes no keyword arguments')
  throw new RoutineNeeded('chain', [makeTuple(objects, iterables)])
}

const R = { parameters: ['iterable', 'r'], wording: 'named' } as const

export const ITERTOOLS: ModuleTable = {
  name: 'itertools',
  functions: [
    [
      ...(['accumulate', 1, 2, accumulate] as const),
      { parameters: ['iterable', 'func'], options: ['initial'], wording: 'named' },
    ],
    ['chain', 0, Infinity, chain, { options: ['**'] }],
    ['combinations', 2, 2, combining('combinations'), R],
    [
      ...(['combinations_with_replacement', 2, 2] as const),
      ...([combining('combinations_with_replacement'), R] as const),
    ],
    ['compress', 2, 2, compress, { parameters: ['data', 'selectors'], wording: 'named' }],
    ['count', 0, 2, count, { parameters: ['start', 'step'], wording: 'parsed' }],
    ['cycle', 1, 1, walking('cycle'), { wording: 'counted' }],
    ['dropwhile', 2, 2, filtering('dropwhile'), { wording: 'counted' }],
    ['filterfalse', 2, 2, filtering('filterfalse'), { wording: 'counted' }],
    ['islice', 2, 4, islice, { wording: 'counted' }],
    ['pairwise', 1, 1, walking('pairwise'), { wording: 'counted' }],
    ['permutations', 1, 2, permutations, R],
    ['product', 0, Infinity, product, { options: ['repeat'] }],
    ['repeat', 1, 2, repeat, { parameters: ['object', 'times'], wording: 'named' }],
    ['starmap', 2, 2, filtering('starmap'), { wording: 'counted' }],
    ['takewhile', 2, 2, filtering('takewhile'), { wording: 'counted' }],
    ['zip_longest', 0, Infinity, zipLongest, { options: ['**'] }],
  ],
  constants: {},
}
