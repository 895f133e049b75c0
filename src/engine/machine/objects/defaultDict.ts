/** `collections.defaultdict`: a dict with one word more, the factory of values for absent keys. */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { addressOf, fromAddress, type Value } from '../value'
import { fieldOf, setField, sizeAt, type Objects } from './object'

const FACTORY = 3
const DEFAULT_DICT_WORDS = 4

/** `factory` is callable, or NONE. */
export function makeDefaultDict(objects: Objects, factory: Value): Value {
  const dict = fromAddress(objects.memory.allocate(OBJECT.dict, DEFAULT_DICT_WORDS))
  setField(objects.memory, dict, FACTORY, factory)
  return dict
}

/** Whether a dict object is a defaultdict. */
export function isDefaultDict(memory: Memory, dict: Value): boolean {
  return sizeAt(memory, addressOf(dict)) === DEFAULT_DICT_WORDS
}

export function factoryOf(memory: Memory, dict: Value): Value {
  return fieldOf(memory, dict, FACTORY)
}
