/** Assignment to and deletion of slices of a list. */
import { PythonError } from '../pythonError'
import type { Value } from '../value'
import { itemsOf } from './iterator'
import { listItems, listLength, replaceItems } from './list'
import type { Objects } from './object'
import { resolveSlice } from './sequence'
import { sliceBounds } from './slice'

/** `list[slice] = value`. @throws PythonError TypeError, ValueError */
export function storeSlice(objects: Objects, list: Value, slice: Value, value: Value): void {
  const { memory } = objects
  const before = resolveSlice(objects, sliceBounds(memory, slice), listLength(memory, list))
  const isPlain = before.step === 1
  const message = isPlain ? 'can only assign an iterable' : 'must assign iterable to extended slice'
  const added = assignable(objects, value, message)
  // The items are taken before the list is looked at: they may come from an iterator over it.
  const items = listItems(memory, list)
  const { start, step, count } = resolveSlice(objects, sliceBounds(memory, slice), items.length)
  if (isPlain) items.splice(start, count, ...added)
  else if (added.length === count) added.forEach((item, i) => (items[start + i * step] = item))
  else {
    const sizes = `size ${added.length} to extended slice of size ${count}`
    throw new PythonError('ValueError', `attempt to assign sequence of ${sizes}`)
  }
  replaceItems(objects, list, items)
}

function assignable(objects: Objects, value: Value, message: string): readonly Value[] {
  try {
    return itemsOf(objects, value)
  } catch (error) {
    const isNoIterable = error instanceof PythonError && error.type === 'TypeError'
    throw isNoIterable ? new PythonError('TypeError', message) : error
  }
}

/** `del list[slice]`. @throws PythonError TypeError, ValueError */
export function deleteSlice(objects: Objects, list: Value, slice: Value): void {
  const { memory } = objects
  const items = listItems(memory, list)
  const { start, step, count } = resolveSlice(objects, sliceBounds(memory, slice), items.length)
  const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step))
  if (gone.size === 0) return
  replaceItems(
    objects,
    list,
    items.filter((_, position) => !gone.has(position)),
  )
}
