/**
 * Named tuples: tuples with one word more, their type, so that whatever takes a tuple takes them. The type knows the names of
 * the fields. CPython's structure sequences (`sys.version_info`) are named tuples without the methods.
 */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { addressOf, fromAddress, FALSE, fromBoolean, TRUE, type Value } from '../value'
import { fieldOf, KIND, kindOf, sizeAt, type Objects } from './object'
import { fromText, textOf } from './string'
import { makeTuple, tupleItems, tupleLength } from './tuple'

/** Words of a type, behind the header. */
const TYPE = { name: 1, fields: 2, defaults: 3, module: 4, isStructure: 5 } as const
const TYPE_WORDS = 6

export interface NamedTupleType {
  readonly name: string
  readonly fields: readonly string[]
  /** Of the last fields. */
  readonly defaults: readonly Value[]
  readonly module: string
  /** Whether it is a structure sequence: no method, and no name of a field, begins with an underscore. */
  readonly isStructure: boolean
}

export function makeNamedTupleType(objects: Objects, type: NamedTupleType): Value {
  const { memory } = objects
  const texts = (names: readonly string[]): Value[] => names.map((name) => fromText(objects, name))
  const words: readonly (readonly [number, Value])[] = [
    [TYPE.name, fromText(objects, type.name)],
    [TYPE.fields, makeTuple(objects, texts(type.fields))],
    [TYPE.defaults, makeTuple(objects, type.defaults)],
    [TYPE.module, fromText(objects, type.module)],
    [TYPE.isStructure, fromBoolean(type.isStructure)],
  ]
  const address = memory.allocate(OBJECT.namedTupleType, TYPE_WORDS)
  for (const [offset, word] of words) memory.write(address + offset, word)
  return fromAddress(address)
}

/** What the type at `type` is made of. */
export function namedTupleType({ memory }: Objects, type: Value): NamedTupleType {
  return {
    name: textOf(memory, fieldOf(memory, type, TYPE.name)),
    fields: fieldsOf(memory, type),
    defaults: tupleItems(memory, fieldOf(memory, type, TYPE.defaults)),
    module: textOf(memory, fieldOf(memory, type, TYPE.module)),
    isStructure: fieldOf(memory, type, TYPE.isStructure) !== FALSE,
  }
}

function fieldsOf(memory: Memory, type: Value): string[] {
  return tupleItems(memory, fieldOf(memory, type, TYPE.fields)).map((name) => textOf(memory, name))
}

/** The tuple of the fields' names. */
export function fieldNames(memory: Memory, type: Value): Value {
  return fieldOf(memory, type, TYPE.fields)
}

export function isStructure(memory: Memory, type: Value): boolean {
  return fieldOf(memory, type, TYPE.isStructure) === TRUE
}

export function namedTupleName(memory: Memory, type: Value): string {
  return textOf(memory, fieldOf(memory, type, TYPE.name))
}

/** `items`: one for each field. */
export function makeNamedTuple(objects: Objects, type: Value, items: readonly Value[]): Value {
  const { memory } = objects
  const address = memory.allocate(OBJECT.tuple, 3 + items.length)
  memory.write(address + 1, items.length)
  items.forEach((item, i) => memory.write(address + 2 + i, item))
  memory.write(address + 2 + items.length, type)
  return fromAddress(address)
}

/** The type of a named tuple; undefined for any other value. */
export function typeOfNamedTuple(memory: Memory, value: Value): Value | undefined {
  if (kindOf(memory, value) !== KIND.tuple) return undefined
  const length = tupleLength(memory, value)
  const hasType = sizeAt(memory, addressOf(value)) === 3 + length
  return hasType ? fieldOf(memory, value, 2 + length) : undefined
}

/** Position of the field that a named tuple calls `name`; undefined when it has none. */
export function fieldPosition(memory: Memory, value: Value, name: string): number | undefined {
  const type = typeOfNamedTuple(memory, value)
  const position = type === undefined ? -1 : fieldsOf(memory, type).indexOf(name)
  return position < 0 ? undefined : position
}
