/**
 * `threading.Condition`: its lock (own or given) and a queue of those that wait. `wait` registers and gives the lock up at
 * once, waits until it is notified, and takes the lock again. As in CPython: a notification that nobody waits for is
 * lost; the longest waiting is woken first; a wait that timed out is still in the queue until it has the lock again, and
 * may swallow a notification; and a plain Lock counts as owned when anybody holds it.
 */
import { EVENT } from '../../trace'
import { OBJECT } from '../layout'
import { holderOf } from '../lockWord'
import { typeName } from '../objects'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import { RoutineNeeded } from '../routineNeeded'
import { acquireTimeout, makeLock, pendingAcquire } from '../locks'
import {
  addressOf,
  FALSE,
  fromAddress,
  fromBoolean,
  fromSmallInteger,
  isPointer,
  NONE,
  TRUE,
  UNBOUND,
  type Value,
} from '../value'
import { addItem, itemCount, itemsIn, makeItems, setItems } from './itemList'
import { bindParameters, integerOf, nothing, timeoutOf } from './parameters'
import {
  keepForNextStage,
  NEXT,
  PRIMITIVE,
  stageData,
  type Delegate,
  type Operation,
  type PrimitiveType,
} from './primitive'
import { traceOperation } from './traceOperation'

const LOCK = PRIMITIVE.fields
/** Numbers of the threads that wait, in order. */
const WAITING = PRIMITIVE.fields + 1

const lockOf = (p: Processor, condition: number): number => addressOf(p.word(condition + LOCK))

function isReentrant(p: Processor, lock: number): boolean {
  return p.objectOf(fromAddress(lock), OBJECT.rlock) !== 0
}

function isOwned(p: Processor, condition: number): boolean {
  const lock = lockOf(p, condition)
  const holder = holderOf(p.word(lock + 1))
  return isReentrant(p, lock) ? holder === p.thread : holder !== undefined
}

function requireOwned(p: Processor, condition: number, name: string, action: string): void {
  if (isOwned(p, condition)) return
  traceOperation(p, EVENT.look, condition, { name }, UNBOUND)
  throw new PythonError('RuntimeError', `cannot ${action} on un-acquired lock`)
}

/** Gives the lock up, however often a re-entrant one was taken. Answers how often. */
function releaseWholly(p: Processor, lock: number): number {
  const depth = isReentrant(p, lock) ? p.word(lock + 3) : 1
  for (let i = 0; i < depth; i++) p.kernel.release(p, lock)
  return depth
}

/** The lock was taken once. */
function restoreDepth(p: Processor, lock: number, depth: number): void {
  if (depth === 1) return
  p.memory.write(lock + 3, depth)
  for (let i = 1; i < depth; i++) p.trace(EVENT.acquire, lock, 0)
}

const waiting = (p: Processor, condition: number): Value[] =>
  itemsIn(p.memory, p.word(condition + WAITING))

function leaveQueue(p: Processor, condition: number, thread: Value): void {
  const others = waiting(p, condition).filter((other) => other !== thread)
  setItems(p, p.word(condition + WAITING), others)
}

const wait: Operation = {
  name: 'wait',
  read(p, args, keywords) {
    const [timeout] = bindParameters('Condition.wait', ['timeout?'], args, keywords)
    return { args: [], timeout: timeoutOf(p, timeout) }
  },
  stages: [
    {
      run(p, { object }) {
        requireOwned(p, object, 'wait', 'wait')
        addItem(p, p.word(object + WAITING), fromSmallInteger(p.thread))
        traceOperation(p, EVENT.change, object, wait, UNBOUND)
        keepForNextStage(p, 2 * releaseWholly(p, lockOf(p, object)))
        return NEXT
      },
    },
    {
      isBlocked: (p, object, thread) => waiting(p, object).includes(fromSmallInteger(thread)),
      run(p, { object }) {
        traceOperation(p, EVENT.receive, object, wait, TRUE)
        keepForNextStage(p, stageData(p) | 1)
        return NEXT
      },
      expire(p, { object }) {
        traceOperation(p, EVENT.giveUp, object, wait, FALSE)
        return NEXT
      },
    },
    {
      lock: lockOf,
      run(p, { object }) {
        restoreDepth(p, lockOf(p, object), stageData(p) >> 1)
        const wasNotified = (stageData(p) & 1) === 1
        if (!wasNotified) leaveQueue(p, object, fromSmallInteger(p.thread))
        return fromBoolean(wasNotified)
      },
    },
  ],
}

/** Wakes the first `count`. */
function wake(p: Processor, condition: number, count: number): void {
  setItems(p, p.word(condition + WAITING), waiting(p, condition).slice(count))
}

const notify: Operation = {
  name: 'notify',
  read(_p, args, keywords) {
    const [n = fromSmallInteger(1)] = bindParameters('Condition.notify', ['n?'], args, keywords)
    return { args: [n], timeout: undefined }
  },
  stages: [
    {
      run(p, { object, args: [n = NONE] }) {
        requireOwned(p, object, 'notify', 'notify')
        wake(p, object, Math.max(0, integerOf(p, n)))
        traceOperation(p, EVENT.signal, object, notify, n)
        return NONE
      },
    },
  ],
}

const notifyAll: Operation = {
  name: 'notify_all',
  formerName: 'notifyAll',
  read: nothing('Condition.notify_all'),
  stages: [
    {
      run(p, { object }) {
        requireOwned(p, object, 'notify_all', 'notify')
        wake(p, object, itemCount(p, p.word(object + WAITING)))
        traceOperation(p, EVENT.signal, object, notifyAll, UNBOUND)
        return NONE
      },
    },
  ],
}

/** CPython's own loop, as a routine: the predicate is the program's. */
const waitFor: Delegate = {
  name: 'wait_for',
  call(p, condition, args, keywords) {
    const [predicate = NONE, timeout = NONE] = bindParameters(
      'Condition.wait_for',
      ['predicate', 'timeout?'],
      args,
      keywords,
    )
    traceOperation(p, EVENT.look, condition, waitFor, UNBOUND)
    throw new RoutineNeeded('waitFor', [fromAddress(condition), predicate, timeout])
  },
}

const acquire: Delegate = {
  name: 'acquire',
  call: (p, condition, args, keywords) =>
    p.kernel.acquire(p, lockOf(p, condition), acquireTimeout(p, args, keywords)),
  pending: (p, condition, args, keywords) =>
    pendingAcquire(p, lockOf(p, condition), args, keywords),
}

const release: Delegate = {
  name: 'release',
  call(p, condition) {
    p.kernel.release(p, lockOf(p, condition))
    return NONE
  },
}

function isLock(p: Processor, value: Value): boolean {
  return isPointer(value) && p.isLock(value)
}

export const condition: PrimitiveType = {
  words: 2,
  make(p, object, args, keywords) {
    const [lock = NONE] = bindParameters('Condition.__init__', ['lock?'], args, keywords)
    if (lock !== NONE && !isLock(p, lock)) {
      const type = typeName(p.objects, lock)
      throw new PythonError('AttributeError', `'${type}' object has no attribute 'acquire'`)
    }
    p.memory.write(object + LOCK, lock === NONE ? makeLock(p, OBJECT.rlock) : lock)
    p.memory.write(object + WAITING, makeItems(p))
  },
  methods: [acquire, release, wait, waitFor, notify, notifyAll],
  context: { enter: 'acquire', exit: 'release' },
  parts: (memory, object) => [memory.word(object + LOCK)],
  ownLock: (memory, object) => memory.word(object + LOCK),
}
