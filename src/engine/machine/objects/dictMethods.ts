/** Methods of `dict` and of its views. */
import { PythonError } from '../pythonError'
import { NONE, UNBOUND, type Value } from '../value'
import {
  dictClear,
  dictDelete,
  dictGet,
  dictLength,
  dictMerge,
  dictPopLast,
  dictSet,
  makeDict,
} from './dict'
import { factoryOf, isDefaultDict, makeDefaultDict } from './defaultDict'
import { makeDictView, VIEW, type View } from './dictView'
import { keyError } from './items'
import { getIterator, itemsOf } from './iterator'
import { methodsOf, type Method } from './method'
import { fieldOf, isKind, KIND, type Objects } from './object'
import { ANY_KEYWORD, type Keywords } from './signature'
import { fromText } from './string'
import { makeTuple } from './tuple'

type Arguments = readonly Value[]

/** `dict(source, **keywords)` and `update`: a dict, or pairs. @throws PythonError TypeError, ValueError */
export function updateDict(
  objects: Objects,
  dict: Value,
  [source]: Arguments,
  keywords: Keywords,
): void {
  if (source !== undefined && isKind(objects.memory, source, KIND.dict)) {
    dictMerge(objects, dict, source)
  } else if (source !== undefined) {
    objects.own?.refuseMapping(source)
    itemsOf(objects, source).forEach((pair, i) => {
      const [key, value] = pairOf(objects, pair, i)
      dictSet(objects, dict, key, value)
    })
  }
  for (const [name, value] of keywords) dictSet(objects, dict, fromText(objects, name), value)
}

function pairOf(objects: Objects, pair: Value, i: number): [Value, Value] {
  if (!isIterable(objects, pair)) {
    const message = `cannot convert dictionary update sequence element #${i} to a sequence`
    throw new PythonError('TypeError', message)
  }
  const items = itemsOf(objects, pair)
  const [key, value] = items
  if (items.length === 2 && key !== undefined && value !== undefined) return [key, value]
  const message = `dictionary update sequence element #${i} has length ${items.length}; 2 is required`
  throw new PythonError('ValueError', message)
}

function isIterable(objects: Objects, value: Value): boolean {
  try {
    getIterator(objects, value)
    return true
  } catch (error) {
    if (error instanceof PythonError) return false
    throw error
  }
}

export function copyDict(objects: Objects, dict: Value): Value {
  const copy = isDefaultDict(objects.memory, dict)
    ? makeDefaultDict(objects, factoryOf(objects.memory, dict))
    : makeDict(objects)
  dictMerge(objects, copy, dict)
  return copy
}

function get(objects: Objects, dict: Value, [key = NONE, absent = NONE]: Arguments): Value {
  const value = dictGet(objects, dict, key)
  return value === UNBOUND ? absent : value
}

function pop(objects: Objects, dict: Value, [key = NONE, absent]: Arguments): Value {
  // CPython does not hash the key when there is nothing to find.
  const value = dictLength(objects.memory, dict) === 0 ? UNBOUND : dictDelete(objects, dict, key)
  if (value !== UNBOUND) return value
  if (absent === undefined) throw keyError(objects, key)
  return absent
}

function popItem(objects: Objects, dict: Value): Value {
  if (dictLength(objects.memory, dict) === 0) {
    throw emptyError(objects, 'popitem(): dictionary is empty')
  }
  const { key, value } = dictPopLast(objects, dict)
  return makeTuple(objects, [key, value])
}

/** A KeyError whose argument is a sentence. */
export function emptyError(objects: Objects, message: string): PythonError {
  return new PythonError('KeyError', message, [fromText(objects, message)])
}

function setDefault(objects: Objects, dict: Value, [key = NONE, value = NONE]: Arguments): Value {
  const present = dictGet(objects, dict, key)
  if (present !== UNBOUND) return present
  dictSet(objects, dict, key, value)
  return value
}

/** `dict.fromkeys(keys, value)`: of the type that is asked, a defaultdict then without a factory. */
function fromKeys(
  objects: Objects,
  receiver: Value,
  [keys = NONE, value = NONE]: Arguments,
): Value {
  const { memory, names } = objects
  const isDefault = isKind(memory, receiver, KIND.builtin)
    ? names.builtinName(fieldOf(memory, receiver, 1)) === 'defaultdict'
    : isDefaultDict(memory, receiver)
  const dict = isDefault ? makeDefaultDict(objects, NONE) : makeDict(objects)
  for (const key of itemsOf(objects, keys)) dictSet(objects, dict, key, value)
  return dict
}

function viewing(view: View): Method['call'] {
  return (objects, dict) => makeDictView(objects, dict, view)
}

const WRITES = { writes: true }

export const DICT_METHODS: readonly Method[] = methodsOf('dict', [
  ['get', 1, 2, get],
  ['pop', 1, 2, pop, WRITES],
  ['popitem', 0, 0, popItem, WRITES],
  ['setdefault', 1, 2, setDefault, WRITES],
  [
    'update',
    0,
    1,
    (objects, dict, args, keywords) => {
      updateDict(objects, dict, args, keywords)
      return NONE
    },
    { writes: true, options: [ANY_KEYWORD] },
  ],
  [
    'clear',
    0,
    0,
    ({ memory }, dict) => {
      dictClear(memory, dict)
      return NONE
    },
    WRITES,
  ],
  ['copy', 0, 0, copyDict],
  ['fromkeys', 1, 2, fromKeys, { isOfType: true }],
  ['keys', 0, 0, viewing(VIEW.keys)],
  ['values', 0, 0, viewing(VIEW.values)],
  ['items', 0, 0, viewing(VIEW.items)],
])
