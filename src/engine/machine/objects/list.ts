/**
 * Lists: a length and a storage that is replaced by a larger one when full. Free slots of a storage are zero, so that
 * equal lists of equal history are equal words.
 */
import { MAXIMUM_OBJECT_WORDS, OBJECT } from '../layout'
import type { Memory } from '../memory'
import { addressOf, fromAddress, UNBOUND, type Value } from '../value'
import { fieldOf, requireWords, setField, sizeAt, type Objects } from './object'

const LENGTH = 1
const STORAGE = 2
const ITEMS = 2
const LIST_WORDS = 3
const SMALLEST_CAPACITY = 4

export function makeList(objects: Objects, items: readonly Value[]): Value {
  const { memory } = objects
  const list = fromAddress(memory.allocate(OBJECT.list, LIST_WORDS))
  replaceItems(objects, list, items)
  return list
}

export function listLength(memory: Memory, list: Value): number {
  return fieldOf(memory, list, LENGTH)
}

/** Word address of the item at `index`, which must be within the list. */
export function listSlot(memory: Memory, list: Value, index: number): number {
  return addressOf(fieldOf(memory, list, STORAGE)) + ITEMS + index
}

/** `index` must be within the list. */
export function listItem(memory: Memory, list: Value, index: number): Value {
  return memory.word(listSlot(memory, list, index))
}

export function setListItem(memory: Memory, list: Value, index: number, item: Value): void {
  memory.write(listSlot(memory, list, index), item)
}

/** A copy of the items. */
export function listItems(memory: Memory, list: Value): Value[] {
  const length = listLength(memory, list)
  if (length === 0) return []
  const start = listSlot(memory, list, 0)
  return Array.from(memory.wordsAt(start, start + length))
}

/** Cost: amortised constant. */
export function append(objects: Objects, list: Value, item: Value): void {
  const { memory } = objects
  const length = listLength(memory, list)
  reserve(objects, list, length + 1)
  setListItem(memory, list, length, item)
  setField(memory, list, LENGTH, length + 1)
}

export function extend(objects: Objects, list: Value, items: readonly Value[]): void {
  const { memory } = objects
  const length = listLength(memory, list)
  reserve(objects, list, length + items.length)
  items.forEach((item, i) => setListItem(memory, list, length + i, item))
  setField(memory, list, LENGTH, length + items.length)
}

/** Inserts before `index`, which is 0 … length. Cost: linear in the items that move. */
export function insertItem(objects: Objects, list: Value, index: number, item: Value): void {
  const { memory } = objects
  const length = listLength(memory, list)
  reserve(objects, list, length + 1)
  for (let i = length; i > index; i--) {
    setListItem(memory, list, i, listItem(memory, list, i - 1))
  }
  setListItem(memory, list, index, item)
  setField(memory, list, LENGTH, length + 1)
}

/** Removes and returns the item at `index`, which must be within the list. Cost: linear in the items that move. */
export function removeAt(memory: Memory, list: Value, index: number): Value {
  const removed = listItem(memory, list, index)
  const last = listLength(memory, list) - 1
  for (let i = index; i < last; i++) {
    setListItem(memory, list, i, listItem(memory, list, i + 1))
  }
  setListItem(memory, list, last, UNBOUND)
  setField(memory, list, LENGTH, last)
  return removed
}

/** Makes `items` the whole content. */
export function replaceItems(objects: Objects, list: Value, items: readonly Value[]): void {
  const { memory } = objects
  const length = listLength(memory, list)
  reserve(objects, list, items.length)
  items.forEach((item, i) => setListItem(memory, list, i, item))
  for (let i = items.length; i < length; i++) setListItem(memory, list, i, UNBOUND)
  setField(memory, list, LENGTH, items.length)
}

/** Ensures room for `length` items; capacity at least doubles, so appending is cheap. */
function reserve(objects: Objects, list: Value, length: number): void {
  const { memory } = objects
  const old = fieldOf(memory, list, STORAGE)
  const capacity = old === UNBOUND ? 0 : sizeAt(memory, addressOf(old)) - ITEMS
  if (length <= capacity) return
  requireWords(length + ITEMS)
  const grown = Math.max(length, SMALLEST_CAPACITY, capacity * 2)
  const size = Math.min(grown + ITEMS, MAXIMUM_OBJECT_WORDS)
  const storage = memory.allocate(OBJECT.listStorage, size)
  memory.write(storage + 1, old === UNBOUND ? list : old)
  for (let i = 0; i < listLength(memory, list); i++) {
    memory.write(storage + ITEMS + i, listItem(memory, list, i))
  }
  setField(memory, list, STORAGE, fromAddress(storage))
}
