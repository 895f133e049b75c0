/** Items of a queue in a list object that belongs to the primitive alone: nothing else of the program sees it. */
import { append, listItems, makeList } from '../objects'
import type { Memory } from '../memory'
import type { Processor } from '../processor'
import { addressOf, UNBOUND, type Value } from '../value'

export function makeItems(p: Processor): Value {
  return makeList(p.objects, [])
}

export function itemCount(p: Processor, list: Value): number {
  return p.word(addressOf(list) + 1)
}

export function itemsIn(memory: Memory, list: Value): Value[] {
  return listItems(memory, list)
}

export function addItem(p: Processor, list: Value, item: Value): void {
  append(p.objects, list, item)
}

/** Writes `items`, which may be fewer or one more than before. */
export function setItems(p: Processor, list: Value, items: readonly Value[]): void {
  const address = addressOf(list)
  const count = p.word(address + 1)
  if (items.length > count) append(p.objects, list, items.at(-1) ?? UNBOUND)
  const first = addressOf(p.word(address + 2)) + 2
  for (let i = 0; i < Math.max(count, items.length); i++) {
    p.memory.write(first + i, items[i] ?? UNBOUND)
  }
  p.memory.write(address + 1, items.length)
}
