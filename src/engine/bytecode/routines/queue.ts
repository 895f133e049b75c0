/** Routines of `queue.PriorityQueue` where a class of the program compares items: CPython's `heapq`, comparison by comparison. */
export const QUEUE_ROUTINES = {
  module: 'queue',
  needsOperators: true,
  names: ['heapPut', 'heapGet'],
  source: `
def routine_heapPut(queue, heap, item):
    try:
        heap.append(item)
        at = len(heap) - 1
        while at > 0:
            parent = (at - 1) >> 1
            if not heap[at] < heap[parent]:
                break
            heap[at], heap[parent] = heap[parent], heap[at]
            at = parent
    except BaseException:
        queue._failed(heap, item)
        raise
    queue._stored(heap, item)

def routine_heapGet(queue, heap):
    item = None
    try:
        last = heap.pop()
        item = heap[0]
        heap[0] = last
        at = 0
        limit = len(heap) >> 1
        while at < limit:
            child = 2 * at + 1
            if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
                child += 1
            heap[at], heap[child] = heap[child], heap[at]
            at = child
        while at > 0:
            parent = (at - 1) >> 1
            if not heap[at] < heap[parent]:
                break
            heap[at], heap[parent] = heap[parent], heap[at]
            at = parent
    except BaseException:
        queue._failed(heap, item)
        raise
    queue._taken(heap, item)
    return item
`,
} as const
