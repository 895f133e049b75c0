/** `Counter(…)` and the methods that a counter has besides those of `dict`. */
import { BINARY } from '../../bytecode'
import { PythonError } from '../pythonError'
import { RoutineNeeded } from '../routineNeeded'
import { fromSmallInteger, NONE, type Value } from '../value'
import { makeCounter } from './counter'
import { mostCommonFirst } from './counterOrder'
import { countOf, filtered } from './counts'
import { dictEntries, dictLength, dictMerge, dictSet, makeDict } from './dict'
import { fromNumber, toIndex } from './integer'
import { getIterator, isDriven, itemsOf } from './iterator'
import { makeList } from './list'
import { methodsOf, type Method, type MethodRow } from './method'
import { KIND, kindOf, type Objects } from './object'
import { binary } from './operators'
import { bindPython, type PythonSignature } from './pythonSignature'
import { ANY_KEYWORD, type Keywords } from './signature'
import { fromText } from './string'
import { makeTuple } from './tuple'

type Arguments = readonly Value[]

/** `Counter(source, **counts)`. @throws PythonError, RoutineNeeded */
export function counterOf(objects: Objects, args: Arguments, keywords: Keywords): Value {
  requireOne('__init__', args)
  const counter = makeCounter(objects)
  addCounts(objects, counter, { args, keywords, result: counter })
  return counter
}

interface Counted {
  readonly args: Arguments
  readonly keywords: Keywords
  /** What the call answers. */
  readonly result: Value
}

/** Adds the counts of a mapping, or one for each item, then those of the keywords. */
function addCounts(objects: Objects, counter: Value, { args, keywords, result }: Counted): void {
  const { memory } = objects
  const [source = NONE] = args
  const more = keywordDict(objects, keywords)
  if (kindOf(memory, source) === KIND.dict) {
    if (dictLength(memory, counter) > 0) {
      throw new RoutineNeeded('counterMerge', [counter, source, more, result])
    }
    dictMerge(objects, counter, source)
  } else if (source !== NONE) {
    const items = isDriven(objects, source) ? undefined : itemsOf(objects, source)
    if (items === undefined || mayAsk(objects, items)) {
      const iterator = getIterator(objects, items === undefined ? source : makeList(objects, items))
      throw new RoutineNeeded('counterCount', [counter, iterator, more, result])
    }
    for (const item of items) countOne(objects, counter, item)
  }
  if (dictLength(memory, more) > 0) {
    if (dictLength(memory, counter) > 0) {
      throw new RoutineNeeded('counterMerge', [counter, more, makeDict(objects), result])
    }
    dictMerge(objects, counter, more)
  }
}

function countOne(objects: Objects, counter: Value, item: Value): void {
  const one = fromSmallInteger(1)
  dictSet(objects, counter, item, plus(objects, countOf(objects, counter, item), one))
}

/** Whether a class of the program may say what the hash of an item is. */
function mayAsk({ memory, own }: Objects, items: readonly Value[]): boolean {
  const isOpen = (item: Value): boolean => {
    const kind = kindOf(memory, item)
    return kind === KIND.instance || kind === KIND.tuple || kind === KIND.frozenSet
  }
  return own !== undefined && items.some(isOpen)
}

function keywordDict(objects: Objects, keywords: Keywords): Value {
  const dict = makeDict(objects)
  for (const [name, value] of keywords) dictSet(objects, dict, fromText(objects, name), value)
  return dict
}

function plus(objects: Objects, a: Value, b: Value): Value {
  return binary(objects, BINARY.indexOf('+'), a, b)
}

function requireOne(method: string, args: Arguments): void {
  const parameters = ['iterable']
  bindPython({ name: `Counter.${method}`, parameters, required: 0, isMethod: true }, args)
}

const update: Method['call'] = (objects, self, args, keywords) => {
  requireOne('update', args)
  addCounts(objects, self, { args, keywords, result: NONE })
  return NONE
}

const subtract: Method['call'] = (objects, self, args, keywords) => {
  requireOne('subtract', args)
  const [source = NONE] = args
  const more = keywordDict(objects, keywords)
  if (kindOf(objects.memory, source) === KIND.dict) {
    throw new RoutineNeeded('counterSubtractCounts', [self, source, more])
  }
  const items = source === NONE ? makeList(objects, []) : source
  throw new RoutineNeeded('counterSubtract', [self, getIterator(objects, items), more])
}

function mostCommon(objects: Objects, self: Value, [most]: readonly (Value | undefined)[]): Value {
  const all = mostCommonFirst(objects, self)
  const wanted = most === undefined || most === NONE ? all.length : toIndex(objects, most)
  const pairs = all.slice(0, Math.max(0, wanted)).map((pair) => makeTuple(objects, pair))
  return makeList(objects, pairs)
}

function total(objects: Objects, self: Value): Value {
  const zero = fromNumber(objects, 0)
  return dictEntries(objects.memory, self).reduce((sum, [, n]) => plus(objects, sum, n), zero)
}

function copy(objects: Objects, self: Value): Value {
  return filtered(
    objects,
    self,
    () => true,
    (count) => count,
  )
}

/** A method that CPython's library writes in Python. */
function python(
  { name, parameters = [], required = 0 }: Partial<PythonSignature> & { readonly name: string },
  body: (objects: Objects, self: Value, args: readonly (Value | undefined)[]) => Value,
): MethodRow {
  const signature = { name: `Counter.${name}`, parameters, required, isMethod: true }
  return [
    name,
    0,
    Infinity,
    (objects, self, args, keywords) => body(objects, self, bindPython(signature, args, keywords)),
    { options: [ANY_KEYWORD] },
  ]
}

const WRITES = { writes: true, options: [ANY_KEYWORD] }

export const COUNTER_METHODS: readonly Method[] = methodsOf('Counter', [
  ['update', 0, Infinity, update, WRITES],
  ['subtract', 0, Infinity, subtract, WRITES],
  python({ name: 'most_common', parameters: ['n'] }, mostCommon),
  python({ name: 'total' }, total),
  python({ name: 'copy' }, copy),
  python({ name: 'elements' }, (_objects, self) => {
    throw new RoutineNeeded('counterElements', [self])
  }),
  [
    'fromkeys',
    1,
    2,
    () => {
      const message = 'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.'
      throw new PythonError('NotImplementedError', message)
    },
    { isOfType: true },
  ],
])
