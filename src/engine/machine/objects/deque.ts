/**
 * `collections.deque`: laid out as a list (length, storage), so that the functions of list.ts work on it, with its bound
 * and a count of changes, by which iterators notice them. Taking from the left moves the items that stay.
 */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { PythonError } from '../pythonError'
import { fromAddress, NONE, type Value } from '../value'
import { immediateInteger } from './integer'
import { append, insertItem, listItems, listLength, removeAt, replaceItems } from './list'
import { fieldOf, setField, type Objects } from './object'

const BOUND = 3
const CHANGES = 4
const DEQUE_WORDS = 5

/** `bound` is NONE or an integer value that is not negative. */
export function makeDeque(objects: Objects, items: readonly Value[], bound: Value): Value {
  const deque = fromAddress(objects.memory.allocate(OBJECT.deque, DEQUE_WORDS))
  setField(objects.memory, deque, BOUND, bound)
  for (const item of items) appendRight(objects, deque, item)
  setField(objects.memory, deque, CHANGES, 0)
  return deque
}

export function dequeBound(memory: Memory, deque: Value): Value {
  return fieldOf(memory, deque, BOUND)
}

/** Differs after every change of the length or order. */
export function dequeChanges(memory: Memory, deque: Value): number {
  return fieldOf(memory, deque, CHANGES)
}

export function noteChange(memory: Memory, deque: Value): void {
  setField(memory, deque, CHANGES, dequeChanges(memory, deque) + 1)
}

function limitOf(memory: Memory, deque: Value): number {
  const bound = dequeBound(memory, deque)
  return bound === NONE ? Infinity : (immediateInteger(bound) ?? Infinity)
}

export function isFull(memory: Memory, deque: Value): boolean {
  return listLength(memory, deque) >= limitOf(memory, deque)
}

/** A full deque loses the item at its other end. */
export function appendRight(objects: Objects, deque: Value, item: Value): void {
  const { memory } = objects
  append(objects, deque, item)
  if (listLength(memory, deque) > limitOf(memory, deque)) removeAt(memory, deque, 0)
  noteChange(memory, deque)
}

export function appendLeft(objects: Objects, deque: Value, item: Value): void {
  const { memory } = objects
  insertItem(objects, deque, 0, item)
  const last = listLength(memory, deque) - 1
  if (last >= limitOf(memory, deque)) removeAt(memory, deque, last)
  noteChange(memory, deque)
}

/** Removes and returns the first or last item. @throws PythonError IndexError */
export function takeEnd(memory: Memory, deque: Value, end: 'first' | 'last'): Value {
  const length = listLength(memory, deque)
  if (length === 0) throw new PythonError('IndexError', 'pop from an empty deque')
  const item = removeAt(memory, deque, end === 'first' ? 0 : length - 1)
  noteChange(memory, deque)
  return item
}

/** Moves `steps` items from the right end to the left one; negative: the other way. */
export function rotate(objects: Objects, deque: Value, steps: number): void {
  const items = listItems(objects.memory, deque)
  if (items.length < 2) return
  const by = ((steps % items.length) + items.length) % items.length
  const cut = items.length - by
  replaceItems(objects, deque, [...items.slice(cut), ...items.slice(0, cut)])
  noteChange(objects.memory, deque)
}
