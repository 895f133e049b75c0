/**
 * The heap of `queue.PriorityQueue`: CPython's `heapq`, comparison by comparison, so that items that are neither less nor
 * greater come out in its order.
 */
import type { Value } from '../value'

type IsLess = (a: Value, b: Value) => boolean

/** Adds `item`. When a comparison throws, the heap is as CPython leaves it. */
export function pushItem(heap: Value[], item: Value, isLess: IsLess): void {
  heap.push(item)
  siftDown(heap, 0, heap.length - 1, isLess)
}

/** Takes the least item of a heap that is not empty. */
export function popItem(heap: Value[], isLess: IsLess): Value {
  const last = heap.pop() as Value
  const least = heap[0]
  if (least === undefined) return last
  heap[0] = last
  siftUp(heap, isLess)
  return least
}

function swap(heap: Value[], i: number, j: number): void {
  const item = heap[i] as Value
  heap[i] = heap[j] as Value
  heap[j] = item
}

function siftDown(heap: Value[], start: number, from: number, isLess: IsLess): void {
  let at = from
  while (at > start) {
    const parent = (at - 1) >> 1
    if (!isLess(heap[at] as Value, heap[parent] as Value)) return
    swap(heap, at, parent)
    at = parent
  }
}

/** The item at the root goes down to a leaf along the smaller children, then up to its place. */
function siftUp(heap: Value[], isLess: IsLess): void {
  let at = 0
  const limit = heap.length >> 1
  while (at < limit) {
    const left = 2 * at + 1
    const right = left + 1
    const isLeft = right >= heap.length || isLess(heap[left] as Value, heap[right] as Value)
    const child = isLeft ? left : right
    swap(heap, at, child)
    at = child
  }
  siftDown(heap, 0, at, isLess)
}
