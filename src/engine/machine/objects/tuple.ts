/** Tuples: a length and the items. */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { addressOf, fromAddress, type Value } from '../value'
import { fieldOf, type Objects } from './object'

const ITEMS = 2

export function makeTuple(objects: Objects, items: readonly Value[]): Value {
  const { memory } = objects
  const address = memory.allocate(OBJECT.tuple, ITEMS + items.length)
  memory.write(address + 1, items.length)
  items.forEach((item, i) => memory.write(address + ITEMS + i, item))
  return fromAddress(address)
}

export function tupleLength(memory: Memory, tuple: Value): number {
  return fieldOf(memory, tuple, 1)
}

/** `index` must be within the tuple. */
export function tupleItem(memory: Memory, tuple: Value, index: number): Value {
  return fieldOf(memory, tuple, ITEMS + index)
}

export function tupleItems(memory: Memory, tuple: Value): Value[] {
  const start = addressOf(tuple) + ITEMS
  return Array.from(memory.wordsAt(start, start + tupleLength(memory, tuple)))
}
