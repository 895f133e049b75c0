/** Calls of named tuples' types, and the methods that named tuples have besides those of `tuple`. */
import { present } from '../../../base'
import { PythonError, typeError } from '../pythonError'
import { NONE, type Value } from '../value'
import { dictSet, makeDict } from './dict'
import { itemsOf } from './iterator'
import { methodsOf, type Method } from './method'
import {
  fieldNames,
  fieldPosition,
  isStructure,
  makeNamedTuple,
  namedTupleType,
  typeOfNamedTuple,
  type NamedTupleType,
} from './namedTuple'
import { KIND, kindOf, type Objects } from './object'
import { bindPython, type PythonSignature } from './pythonSignature'
import { stringRepr } from './stringRepr'
import { fromText } from './string'
import { ANY_KEYWORD, type Keywords } from './signature'
import { tupleItem, tupleItems } from './tuple'

/** `Point(1, y=2)`. @throws PythonError TypeError */
export function callNamedTupleType(
  objects: Objects,
  type: Value,
  args: readonly Value[],
  keywords: Keywords,
): Value {
  const { name, fields, defaults, isStructure: isFixed } = namedTupleType(objects, type)
  if (isFixed) throw typeError(`cannot create '${name}' instances`)
  const required = fields.length - defaults.length
  const signature = { name: `${name}.__new__`, parameters: fields, required, isMethod: true }
  const bound = bindPython(signature, args, keywords)
  const items = bound.map((item, i) => item ?? present(defaults[i - required], 'a default'))
  return makeNamedTuple(objects, type, items)
}

/** An attribute of a named tuple, or of a type of such, that is no method; undefined when it has none. */
export function namedTupleAttribute(
  objects: Objects,
  value: Value,
  name: string,
): Value | undefined {
  const { memory } = objects
  const position = fieldPosition(memory, value, name)
  if (position !== undefined) return tupleItem(memory, value, position)
  const type = typeOf(objects, value)
  if (type === undefined || isStructure(memory, type)) return undefined
  if (name === '_fields') return fieldNames(memory, type)
  return name === '_field_defaults' ? fieldDefaults(objects, type) : undefined
}

function typeOf({ memory }: Objects, value: Value): Value | undefined {
  if (kindOf(memory, value) === KIND.namedTupleType) return value
  return typeOfNamedTuple(memory, value)
}

function fieldDefaults(objects: Objects, type: Value): Value {
  const { fields, defaults } = namedTupleType(objects, type)
  const dict = makeDict(objects)
  const first = fields.length - defaults.length
  defaults.forEach((value, i) => {
    dictSet(objects, dict, fromText(objects, fields[first + i] ?? ''), value)
  })
  return dict
}

const asDict: Method['call'] = (objects, self, args, keywords) => {
  const { name, fields } = typeIn(objects, self)
  bindPython(methodNamed(name, '_asdict'), args, keywords)
  const dict = makeDict(objects)
  fields.forEach((field, i) => {
    dictSet(objects, dict, fromText(objects, field), tupleItem(objects.memory, self, i))
  })
  return dict
}

const replace: Method['call'] = (objects, self, args, keywords) => {
  const { name, fields } = typeIn(objects, self)
  bindPython(methodNamed(name, '_replace'), args, new Map())
  const unknown = [...keywords.keys()].filter((keyword) => !fields.includes(keyword))
  if (unknown.length > 0) {
    const names = unknown.map((keyword) => stringRepr(keyword)).join(', ')
    throw new PythonError('ValueError', `Got unexpected field names: [${names}]`)
  }
  const items = tupleItems(objects.memory, self)
  return makeNamedTuple(
    objects,
    ownType(objects, self),
    items.map((item, i) => keywords.get(fields[i] ?? '') ?? item),
  )
}

/** Of the type, or of a value of it. */
const make: Method['call'] = (objects, receiver, args, keywords) => {
  const type = ownType(objects, receiver)
  const { name, fields } = namedTupleType(objects, type)
  const signature = { ...methodNamed(name, '_make'), parameters: ['iterable'], required: 1 }
  const [iterable] = bindPython(signature, args, keywords)
  const items = itemsOf(objects, iterable ?? NONE)
  if (items.length !== fields.length) {
    const counts = `${String(fields.length)} arguments, got ${String(items.length)}`
    throw typeError(`Expected ${counts}`)
  }
  return makeNamedTuple(objects, type, items)
}

function methodNamed(type: string, method: string): PythonSignature {
  return { name: `${type}.${method}`, parameters: [], required: 0, isMethod: true }
}

function typeIn(objects: Objects, self: Value): NamedTupleType {
  return namedTupleType(objects, ownType(objects, self))
}

function ownType(objects: Objects, value: Value): Value {
  return present(typeOf(objects, value), 'the type of a named tuple')
}

const ANY = { options: [ANY_KEYWORD] }

export const NAMED_TUPLE_METHODS: readonly Method[] = methodsOf('namedtuple', [
  ['_asdict', 0, Infinity, asDict, ANY],
  ['_replace', 0, Infinity, replace, ANY],
  ['_make', 0, Infinity, make, { ...ANY, isOfType: true }],
])
