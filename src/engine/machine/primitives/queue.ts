/**
 * `queue.Queue`, `LifoQueue`, `PriorityQueue` and `SimpleQueue`. Any waiting thread may get an item: a thread that stands
 * before the call and one that waits in it cannot be told apart by a program.
 */
import { EVENT } from '../../trace'
import { isLess, isTrue } from '../objects'
import type { Processor } from '../processor'
import { PythonError, type ExceptionName } from '../pythonError'
import { FALSE, fromBoolean, fromSmallInteger, NONE, TRUE, UNBOUND, type Value } from '../value'
import { popItem, pushItem } from './heap'
import { HEAP_GATE, heapOperations, heldStage } from './heldHeap'
import { addItem, itemCount, itemsIn, makeItems, setItems } from './itemList'
import { bindParameters, integerOf, nothing, secondsOf } from './parameters'
import { PRIMITIVE, type Operation, type PrimitiveType, type Stage } from './primitive'
import { traceOperation } from './traceOperation'

/** Of every queue: the list of its items. */
const ITEMS = PRIMITIVE.fields
const MAXIMUM = PRIMITIVE.fields + 1
const UNFINISHED = PRIMITIVE.fields + 2

type Order = 'first' | 'last' | 'least'

interface Kind {
  readonly name: string
  readonly order: Order
  /** Has `task_done` and `join`, and may be bounded. */
  readonly counts: boolean
}

function isBounded(p: Processor, queue: number): boolean {
  return p.word(queue + MAXIMUM) > 0
}

function isFull(p: Processor, queue: number): boolean {
  const maximum = p.word(queue + MAXIMUM)
  return maximum > 0 && itemCount(p, p.word(queue + ITEMS)) >= maximum
}

function isEmpty(p: Processor, queue: number): boolean {
  return itemCount(p, p.word(queue + ITEMS)) === 0
}

function raise(type: ExceptionName): PythonError {
  return new PythonError(type, '', [])
}

/** `block` and `timeout` of put and get. @throws PythonError ValueError */
function limitOf(p: Processor, block: Value, timeout: Value): number | undefined {
  if (!isTrue(p.objects, block)) return 0
  if (timeout === NONE) return undefined
  const seconds = secondsOf(p, timeout)
  if (seconds >= 0) return seconds * 1e6
  throw new PythonError('ValueError', "'timeout' must be a non-negative number")
}

/** Changes the heap as `change` says; when a comparison raises, what was changed until then stays, as in CPython. */
function withHeap<T>(p: Processor, list: Value, change: (heap: Value[]) => T): T {
  const heap = itemsIn(p.memory, list)
  try {
    const result = change(heap)
    setItems(p, list, heap)
    return result
  } catch (error) {
    if (error instanceof PythonError) setItems(p, list, heap)
    throw error
  }
}

const less =
  (p: Processor) =>
  (a: Value, b: Value): boolean =>
    isLess(p.objects, a, b)

function store(p: Processor, queue: number, item: Value, order: Order): void {
  const list = p.word(queue + ITEMS)
  if (order === 'least') withHeap(p, list, (heap) => pushItem(heap, item, less(p)))
  else addItem(p, list, item)
}

function take(p: Processor, queue: number, order: Order): Value {
  const list = p.word(queue + ITEMS)
  if (order === 'least') return withHeap(p, list, (heap) => popItem(heap, less(p)))
  const items = itemsIn(p.memory, list)
  const item = (order === 'first' ? items.shift() : items.pop()) ?? NONE
  setItems(p, list, items)
  return item
}

/** What putting does once the item is in its place. */
function notePut(p: Processor, queue: number, item: Value, operation: Named): void {
  p.memory.write(queue + UNFINISHED, p.word(queue + UNFINISHED) + 1)
  // A free slot was given by whoever took the item before.
  const kind = isBounded(p, queue) ? EVENT.exchange : EVENT.signal
  traceOperation(p, kind, queue, operation, item)
}

function noteGot(p: Processor, queue: number, item: Value, operation: Named): void {
  const kind = isBounded(p, queue) ? EVENT.exchange : EVENT.receive
  traceOperation(p, kind, queue, operation, item)
}

interface Named {
  readonly name: string
}

function putStage({ order, counts }: Kind, operation: Named): Stage {
  const run: Stage['run'] = (p, { object, args: [item = NONE] }) => {
    store(p, object, item, order)
    if (counts) notePut(p, object, item, operation)
    else traceOperation(p, EVENT.signal, object, operation, item)
    return NONE
  }
  const stage: Stage = {
    isBlocked: isFull,
    run,
    expire(p, { object }) {
      traceOperation(p, EVENT.giveUp, object, operation, UNBOUND)
      throw raise('Full')
    },
  }
  return order === 'least' ? heldStage(stage, 'heapPut') : stage
}

function getStage({ order }: Kind, operation: Named): Stage {
  const stage: Stage = {
    isBlocked: isEmpty,
    run(p, { object }) {
      const item = take(p, object, order)
      noteGot(p, object, item, operation)
      return item
    },
    expire(p, { object }) {
      traceOperation(p, EVENT.giveUp, object, operation, UNBOUND)
      throw raise('Empty')
    },
  }
  return order === 'least' ? heldStage(stage, 'heapGet') : stage
}

function putAndGet(kind: Kind): Operation[] {
  const { name, counts, order } = kind
  const owner = counts ? 'Queue' : name
  const named = (operation: string): Named => ({ name: operation })
  const behind = order === 'least' ? { gate: HEAP_GATE } : {}
  return [
    {
      ...behind,
      name: 'put',
      read(p, args, keywords) {
        const [item = NONE, block = TRUE, timeout = NONE] = bindParameters(
          `${owner}.put`,
          ['item', 'block?', 'timeout?'],
          args,
          keywords,
        )
        return { args: [item], timeout: counts ? limitOf(p, block, timeout) : undefined }
      },
      stages: [putStage(kind, named('put'))],
    },
    {
      ...behind,
      name: 'put_nowait',
      read(_p, args, keywords) {
        const [item = NONE] = bindParameters(`${owner}.put_nowait`, ['item'], args, keywords)
        return { args: [item], timeout: 0 }
      },
      stages: [putStage(kind, named('put_nowait'))],
    },
    {
      ...behind,
      name: 'get',
      read(p, args, keywords) {
        const [block = TRUE, timeout = NONE] = bindParameters(
          `${owner}.get`,
          ['block?', 'timeout?'],
          args,
          keywords,
        )
        return { args: [], timeout: limitOf(p, block, timeout) }
      },
      stages: [getStage(kind, named('get'))],
    },
    {
      ...behind,
      name: 'get_nowait',
      read(_p, args, keywords) {
        bindParameters(`${owner}.get_nowait`, [], args, keywords)
        return { args: [], timeout: 0 }
      },
      stages: [getStage(kind, named('get_nowait'))],
    },
  ]
}

function look(
  owner: string,
  name: string,
  answer: (p: Processor, queue: number) => Value,
): Operation {
  return {
    name,
    read: nothing(`${owner}.${name}`),
    looks: true,
    stages: [
      {
        run(p, { object }) {
          const result = answer(p, object)
          traceOperation(p, EVENT.look, object, { name }, result)
          return result
        },
      },
    ],
  }
}

const sizeAndEmpty = (owner: string): Operation[] => [
  look(owner, 'qsize', (p, queue) => fromSmallInteger(itemCount(p, p.word(queue + ITEMS)))),
  look(owner, 'empty', (p, queue) => fromBoolean(isEmpty(p, queue))),
]

const taskDone: Operation = {
  name: 'task_done',
  read: nothing('Queue.task_done'),
  stages: [
    {
      run(p, { object }) {
        const unfinished = p.word(object + UNFINISHED) - 1
        if (unfinished < 0) {
          traceOperation(p, EVENT.look, object, taskDone, UNBOUND)
          throw new PythonError('ValueError', 'task_done() called too many times')
        }
        p.memory.write(object + UNFINISHED, unfinished)
        traceOperation(p, EVENT.signal, object, taskDone, UNBOUND)
        return NONE
      },
    },
  ],
}

const join: Operation = {
  name: 'join',
  read: nothing('Queue.join'),
  stages: [
    {
      isBlocked: (p, queue) => p.word(queue + UNFINISHED) !== 0,
      run(p, { object }) {
        traceOperation(p, EVENT.receive, object, join, UNBOUND)
        return NONE
      },
    },
  ],
}

function queueType(kind: Kind): PrimitiveType {
  const { name, counts } = kind
  const counting = [
    look('Queue', 'full', (p, queue) => (isFull(p, queue) ? TRUE : FALSE)),
    taskDone,
    join,
  ]
  const isHeap = kind.order === 'least'
  return {
    words: isHeap ? 4 : 3,
    make(p, object, args, keywords) {
      const owner = counts ? 'Queue.__init__' : name
      const parameters = counts ? ['maxsize?'] : []
      const [maximum = fromSmallInteger(0)] = bindParameters(owner, parameters, args, keywords)
      p.memory.write(object + MAXIMUM, integerOf(p, maximum))
      p.memory.write(object + ITEMS, makeItems(p))
    },
    methods: [
      ...putAndGet(kind),
      ...sizeAndEmpty(counts ? 'Queue' : name),
      ...(counts ? counting : []),
      ...(isHeap ? heapOperations(notePut, noteGot) : []),
    ],
    attribute(p, object, name) {
      return counts && name === 'maxsize' ? fromSmallInteger(p.word(object + MAXIMUM)) : undefined
    },
    parts: (memory, object) => itemsIn(memory, memory.word(object + ITEMS)),
  }
}

export const queue = queueType({ name: 'Queue', order: 'first', counts: true })
export const lifoQueue = queueType({ name: 'LifoQueue', order: 'last', counts: true })
export const priorityQueue = queueType({ name: 'PriorityQueue', order: 'least', counts: true })
export const simpleQueue = queueType({ name: 'SimpleQueue', order: 'first', counts: false })
