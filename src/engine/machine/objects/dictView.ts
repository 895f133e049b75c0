/** What `keys`, `values` and `items` return: a live view of a dict. */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { fromAddress, type Value } from '../value'
import { fieldOf, type Objects } from './object'

export const VIEW = { keys: 0, values: 1, items: 2 } as const
export type View = (typeof VIEW)[keyof typeof VIEW]

export function makeDictView(objects: Objects, dict: Value, view: View): Value {
  const { memory } = objects
  const address = memory.allocate(OBJECT.dictView, 3)
  memory.write(address + 1, dict)
  memory.write(address + 2, view)
  return fromAddress(address)
}

export function dictOfView(memory: Memory, view: Value): Value {
  return fieldOf(memory, view, 1)
}

export function whichView(memory: Memory, view: Value): View {
  return fieldOf(memory, view, 2) as View
}
