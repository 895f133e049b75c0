/**
 * `concurrent.futures.Future`: the result of a call that a thread pool makes, or will. Its states are CPython's. Who waits
 * with `wait` or `as_completed` leaves a queue, which the future is put into when it is done; `result` waits itself.
 */
import { PRIMITIVES } from '../../../base'
import { EVENT } from '../../trace'
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { makeList, makeTuple, repr, typeName, type Objects } from '../objects'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import { RoutineNeeded } from '../routineNeeded'
import { FALSE, fromAddress, fromBoolean, NONE, TRUE, UNBOUND, type Value } from '../value'
import { addItem, itemsIn, makeItems, setItems } from './itemList'
import { bindParameters, nothing, timeoutOf } from './parameters'
import { PRIMITIVE, type Operation, type PrimitiveType, type Request } from './primitive'
import { traceOperation } from './traceOperation'

const STATE = PRIMITIVE.fields
/** The result, or the exception of one that failed. */
const VALUE = PRIMITIVE.fields + 1
/** Of one that waits to be run: the function, its arguments (tuple), its keywords (dict or None). */
const WORK = PRIMITIVE.fields + 2
const WORK_WORDS = 3
/** Queues to put it into, and functions to call, when it is done. */
const WAITERS = WORK + WORK_WORDS
const CALLBACKS = WAITERS + 1

const WORDS = CALLBACKS + 1 - PRIMITIVE.fields

const PENDING = 0
const RUNNING = 1
const CANCELLED = 2
/** Cancelled, and the queues of those that wait have it. */
const NOTIFIED = 3
const FINISHED = 4
const FAILED = 5

const STATE_NAMES = [
  ...['PENDING', 'RUNNING', 'CANCELLED', 'CANCELLED_AND_NOTIFIED', 'FINISHED', 'FINISHED'],
]
const STATE_TEXTS = ['pending', 'running', 'cancelled', 'cancelled', 'finished', 'finished']

const isDone = (p: Processor, future: number): boolean => p.word(future + STATE) >= CANCELLED

function isCancelled(p: Processor, future: number): boolean {
  const state = p.word(future + STATE)
  return state === CANCELLED || state === NOTIFIED
}

/** A future of a call: `function, args, kwargs`. */
export function makeFuture(p: Processor, work: readonly Value[]): Value {
  const object = p.memory.allocate(OBJECT.primitive, PRIMITIVE.fields + WORDS)
  const type = PRIMITIVES.findIndex(({ name }) => name === 'Future')
  p.memory.write(object + PRIMITIVE.type, type)
  fill(p, object)
  setWork(p, object, work)
  return fromAddress(object)
}

function setWork(p: Processor, future: number, work: readonly Value[]): void {
  work.forEach((value, i) => p.memory.write(future + WORK + i, value))
}

function fill(p: Processor, future: number): void {
  p.memory.write(future + VALUE, NONE)
  p.memory.write(future + WAITERS, makeItems(p))
  p.memory.write(future + CALLBACKS, makeItems(p))
}

/**
 * A worker takes the future up: answers `(future, function, args, kwargs, None)`, or when it was cancelled a list of the
 * queues to be told in the last place.
 */
export function beginWork(p: Processor, future: number): Value {
  const isStopped = p.word(future + STATE) === CANCELLED
  p.memory.write(future + STATE, isStopped ? NOTIFIED : RUNNING)
  const work = Array.from({ length: WORK_WORDS }, (_, i) => p.word(future + WORK + i))
  setWork(p, future, [UNBOUND, UNBOUND, UNBOUND])
  p.trace(EVENT.change, future, UNBOUND)
  const waiters = isStopped ? takeAll(p, future + WAITERS) : NONE
  return makeTuple(p.objects, [fromAddress(future), ...work, waiters])
}

/** The list at `field`, which is emptied, as a list of the thread's own. */
function takeAll(p: Processor, field: number): Value {
  const items = itemsIn(p.memory, p.word(field))
  setItems(p, p.word(field), [])
  return makeList(p.objects, items)
}

function raise(type: 'CancelledError' | 'TimeoutError'): PythonError {
  return new PythonError(type, '', [])
}

/** `result` and `exception`: wait until it is done, then give what `answer` says. */
function waiting(
  name: 'result' | 'exception',
  answer: (p: Processor, state: number, value: Value) => Value,
): Operation {
  return {
    name,
    read(p, args, keywords) {
      const [timeout] = bindParameters(`Future.${name}`, ['timeout?'], args, keywords)
      return { args: [], timeout: timeoutOf(p, timeout) }
    },
    stages: [
      {
        isBlocked: (p, future) => !isDone(p, future),
        run(p, { object }) {
          const state = p.word(object + STATE)
          const value = p.word(object + VALUE)
          traceOperation(p, EVENT.receive, object, { name }, value)
          if (isCancelled(p, object)) throw raise('CancelledError')
          return answer(p, state, value)
        },
        expire(p, { object }) {
          traceOperation(p, EVENT.giveUp, object, { name }, UNBOUND)
          throw raise('TimeoutError')
        },
      },
    ],
  }
}

const result = waiting('result', (_p, state, value) => {
  if (state === FAILED) throw new RoutineNeeded('raise', [value])
  return value
})

const exception = waiting('exception', (_p, state, value) => (state === FAILED ? value : NONE))

function look(name: string, isTrue: (p: Processor, future: number) => boolean): Operation {
  return {
    name,
    read: nothing(`Future.${name}`),
    looks: true,
    stages: [
      {
        run(p, { object }) {
          const answer = fromBoolean(isTrue(p, object))
          // Whoever sees that it is done is behind what was done.
          traceOperation(
            p,
            isDone(p, object) ? EVENT.receive : EVENT.look,
            object,
            { name },
            answer,
          )
          return answer
        },
      },
    ],
  }
}

/** It is done: tells who waits, if anybody does. */
function tell(p: Processor, future: number, waiters: Value, answer: Value): Value {
  const callbacks = takeAll(p, future + CALLBACKS)
  const nobody = [waiters, callbacks].every((list) => itemsIn(p.memory, list).length === 0)
  if (nobody) return answer
  throw new RoutineNeeded('futureDone', [fromAddress(future), waiters, callbacks, answer])
}

function setting(name: string, parameter: string, state: number): Operation {
  return {
    name,
    read(_p, args, keywords) {
      const [value = NONE] = bindParameters(`Future.${name}`, [parameter], args, keywords)
      return { args: [value], timeout: undefined }
    },
    stages: [
      {
        run(p, { object, args: [value = NONE] }) {
          if (isDone(p, object)) throw alreadyDone(p, object, name)
          p.memory.write(object + STATE, state)
          p.memory.write(object + VALUE, value)
          traceOperation(p, EVENT.signal, object, { name }, value)
          return tell(p, object, takeAll(p, object + WAITERS), NONE)
        },
      },
    ],
  }
}

function alreadyDone(p: Processor, future: number, name: string): PythonError {
  traceOperation(p, EVENT.look, future, { name }, UNBOUND)
  const state = STATE_NAMES[p.word(future + STATE)] ?? ''
  return new PythonError('InvalidStateError', `${state}: ${repr(p.objects, fromAddress(future))}`)
}

const cancel: Operation = {
  name: 'cancel',
  read: nothing('Future.cancel'),
  stages: [
    {
      run(p, { object }) {
        const state = p.word(object + STATE)
        if (state !== PENDING) {
          traceOperation(p, EVENT.look, object, cancel, UNBOUND)
          return fromBoolean(isCancelled(p, object))
        }
        p.memory.write(object + STATE, CANCELLED)
        traceOperation(p, EVENT.signal, object, cancel, UNBOUND)
        return tell(p, object, makeList(p.objects, []), TRUE)
      },
    },
  ],
}

const notifyCancel: Operation = {
  name: 'set_running_or_notify_cancel',
  read: nothing('Future.set_running_or_notify_cancel'),
  stages: [
    {
      run(p, { object }) {
        const state = p.word(object + STATE)
        traceOperation(p, EVENT.change, object, notifyCancel, UNBOUND)
        if (state !== PENDING && state !== CANCELLED) {
          throw new PythonError('RuntimeError', 'Future in unexpected state')
        }
        p.memory.write(object + STATE, state === PENDING ? RUNNING : NOTIFIED)
        if (state === PENDING) return TRUE
        return tell(p, object, takeAll(p, object + WAITERS), FALSE)
      },
    },
  ],
}

const addCallback: Operation = {
  name: 'add_done_callback',
  read(_p, args, keywords) {
    const [callback = NONE] = bindParameters('Future.add_done_callback', ['fn'], args, keywords)
    return { args: [callback], timeout: undefined }
  },
  stages: [
    {
      run(p, { object, args: [callback = NONE] }) {
        const wasDone = isDone(p, object)
        const kind = wasDone ? EVENT.receive : EVENT.change
        traceOperation(p, kind, object, addCallback, callback)
        addItem(p, p.word(object + CALLBACKS), callback)
        return wasDone ? tell(p, object, makeList(p.objects, []), NONE) : NONE
      },
    },
  ],
}

/** For the routines of `wait` and `as_completed`. */
function queueOperation(name: string, run: (p: Processor, request: Request) => Value): Operation {
  return {
    name,
    read(_p, args, keywords) {
      const [queue = NONE] = bindParameters(`Future.${name}`, ['queue'], args, keywords)
      return { args: [queue], timeout: undefined }
    },
    stages: [{ run }],
  }
}

/** Leaves a queue to be put into when it is done; True when it is. */
const attach = queueOperation('_attach', (p, { object, args: [queue = NONE] }) => {
  const isOver = isDone(p, object) && p.word(object + STATE) !== CANCELLED
  traceOperation(p, isOver ? EVENT.receive : EVENT.change, object, { name: '_attach' }, UNBOUND)
  if (!isOver) addItem(p, p.word(object + WAITERS), queue)
  return fromBoolean(isOver)
})

const detach = queueOperation('_detach', (p, { object, args: [queue = NONE] }) => {
  traceOperation(p, EVENT.change, object, { name: '_detach' }, UNBOUND)
  const others = itemsIn(p.memory, p.word(object + WAITERS)).filter((other) => other !== queue)
  setItems(p, p.word(object + WAITERS), others)
  return NONE
})

function text(objects: Objects, future: number, at: string): string {
  const state = objects.memory.word(future + STATE)
  const value = objects.memory.word(future + VALUE)
  const outcome = state === FAILED ? ' raised ' : ' returned '
  const end = state < FINISHED ? '' : outcome + typeName(objects, value)
  return `<Future at ${at} state=${STATE_TEXTS[state] ?? ''}${end}>`
}

function parts(memory: Memory, future: number): readonly Value[] {
  const values = Array.from(memory.wordsAt(future + VALUE, future + WAITERS))
  const lists = [WAITERS, CALLBACKS].map((field) => memory.word(future + field))
  return [...values, ...lists.flatMap((list) => itemsIn(memory, list))]
}

export const future: PrimitiveType = {
  words: WORDS,
  make(p, object, args, keywords) {
    bindParameters('Future.__init__', [], args, keywords)
    fill(p, object)
  },
  methods: [
    result,
    exception,
    look('done', isDone),
    look('running', (p, object) => p.word(object + STATE) === RUNNING),
    look('cancelled', isCancelled),
    cancel,
    notifyCancel,
    addCallback,
    setting('set_result', 'result', FINISHED),
    setting('set_exception', 'exception', FAILED),
    attach,
    detach,
  ],
  text,
  parts,
}
