/**
 * A `PriorityQueue` while a method of the program compares its items. CPython's queue holds its mutex meanwhile: nobody else
 * puts or gets until the item has found its place. Here the queue notes who is at it, a routine moves the items of a copy,
 * and what it has found takes their place at once.
 *
 * Not modelled: the mutex is no lock of the program. Where a comparison waits for ever, those that wait for the queue are
 * stuck, not in a deadlock; `qsize`, `empty` and `full` do not wait.
 */
import { AnswerNeeded } from '../answerNeeded'
import { EVENT } from '../../trace'
import { listItems, makeList } from '../objects'
import type { Processor } from '../processor'
import { RoutineNeeded } from '../routineNeeded'
import { fromAddress, NONE, UNBOUND, type Value } from '../value'
import { itemsIn, setItems } from './itemList'
import { AGAIN, PRIMITIVE, type Operation, type Stage } from './primitive'
import { traceOperation } from './traceOperation'

const ITEMS = PRIMITIVE.fields
/** Number of the thread whose comparison runs + 1, or 0. */
const HOLDER = PRIMITIVE.fields + 3

function isHeldByOther(p: Processor, queue: number, thread: number): boolean {
  const holder = p.word(queue + HOLDER)
  return holder !== 0 && holder !== thread + 1
}

/** Waits until no comparison runs. */
export const HEAP_GATE: Operation = {
  name: '_gate',
  read: () => ({ args: [], timeout: undefined }),
  looks: true,
  stages: [{ isBlocked: isHeldByOther, run: () => NONE }],
}

/** `stage` of a heap, left to `routine` where a class of the program compares items. */
export function heldStage(stage: Stage, routine: 'heapPut' | 'heapGet'): Stage {
  return {
    isBlocked: (p, queue, thread) =>
      isHeldByOther(p, queue, thread) || stage.isBlocked?.(p, queue, thread) === true,
    run(p, request) {
      try {
        return stage.run(p, request)
      } catch (error) {
        if (!(error instanceof AnswerNeeded)) throw error
        const { object, args } = request
        p.memory.write(object + HOLDER, p.thread + 1)
        const heap = makeList(p.objects, itemsIn(p.memory, p.word(object + ITEMS)))
        throw new RoutineNeeded(routine, [fromAddress(object), heap, ...args])
      }
    },
    expire(p, request) {
      if (isHeldByOther(p, request.object, p.thread)) return AGAIN
      return stage.expire?.(p, request) ?? NONE
    },
  }
}

type Note = (p: Processor, queue: number, item: Value, operation: { readonly name: string }) => void

/** Of the routines: the comparisons are over, and the heap is what they found. */
export function heapOperations(notePut: Note, noteGot: Note): readonly Operation[] {
  return [
    HEAP_GATE,
    ending('_stored', (p, queue, item) => {
      notePut(p, queue, item, { name: 'put' })
    }),
    ending('_taken', (p, queue, item) => {
      noteGot(p, queue, item, { name: 'get' })
    }),
    ending('_failed', (p, queue) => {
      traceOperation(p, EVENT.change, queue, { name: '_failed' }, UNBOUND)
    }),
  ]
}

function ending(name: string, note: (p: Processor, queue: number, item: Value) => void): Operation {
  return {
    name,
    read: (_p, args) => ({ args, timeout: undefined }),
    stages: [
      {
        run(p, { object, args: [heap = NONE, item = NONE] }) {
          setItems(p, p.word(object + ITEMS), listItems(p.memory, heap))
          p.memory.write(object + HOLDER, 0)
          note(p, object, item)
          return NONE
        },
      },
    ],
  }
}
