/** Threads: making, starting, joining, ending. The order of scheduling is not decided here. */
import { EVENT } from '../trace'
import {
  MACHINE,
  MAXIMUM_THREADS,
  OBJECT,
  THREAD,
  THREAD_OBJECT,
  THREAD_STATUS,
  threadAddress,
} from './layout'
import { LimitError } from './limits'
import { prepareStack } from './load'
import { ownClass, specialMember } from './members'
import { fromText, isTrue, makeTuple, plainName, str, tupleItems, typeName } from './objects'
import { publish, publishGlobals, publishInto } from './publish'
import { PythonError } from './pythonError'
import type { Processor } from './processor'
import { addressOf, fromAddress, NONE, UNBOUND, type Value } from './value'

/** Program counter of a thread that has been started but has not called its target. */
export const BEGIN = -1

/** What a thread object is made of. */
export interface ThreadParts {
  readonly target: Value
  /** A tuple. */
  readonly args: Value
  /** A dict or None. */
  readonly keywords: Value
  /** None: CPython's next name. */
  readonly name: Value
  /** Undefined: as the thread that makes it. */
  readonly isDaemon: boolean | undefined
}

/** A thread object that is not started. */
export function makeThreadObject(p: Processor, parts: ThreadParts): Value {
  const thread = p.memory.allocate(OBJECT.thread, THREAD_OBJECT.slots)
  initialiseThread(p, thread, parts)
  return fromAddress(thread)
}

/** Makes a thread of an object that may be of a class of the program. */
export function initialiseThread(p: Processor, thread: number, parts: ThreadParts): void {
  const { target, args, keywords, name } = parts
  const label = name === NONE ? fromText(p.objects, defaultName(p, target)) : nameText(p, name)
  const current = addressOf(p.word(threadAddress(p.thread) + THREAD.object))
  const isDaemon = parts.isDaemon ?? p.word(current + 5) !== 0
  p.memory.write(thread + 1, target)
  p.memory.write(thread + 2, args)
  p.memory.write(thread + 3, label)
  p.memory.write(thread + 5, isDaemon ? 1 : 0)
  p.memory.write(thread + 6, keywords)
  p.memory.write(thread + THREAD_OBJECT.madeAt, p.sourcePc + 1)
}

/**
 * What a thread was given as target, arguments and keywords.
 * @throws PythonError AttributeError when its target was called before: CPython deletes it then
 */
export function givenTo(p: Processor, thread: number): readonly Value[] {
  const number = threadNumber(p, thread)
  const hasEnded = number !== undefined && !isUnfinished(p, number)
  const given = p.word(thread + THREAD_OBJECT.given)
  if (given === UNBOUND && !hasEnded) {
    return [p.word(thread + 1), p.word(thread + 2), p.word(thread + 6)]
  }
  const parts = given === UNBOUND ? [] : tupleItems(p.memory, given)
  if (parts.length > 0) return parts
  const type = typeName(p.objects, fromAddress(thread))
  throw new PythonError('AttributeError', `'${type}' object has no attribute '_target'`)
}

/** The same, which the call of the target takes away. */
export function takeGiven(p: Processor, thread: number): readonly Value[] {
  const parts = givenTo(p, thread)
  p.memory.write(thread + THREAD_OBJECT.given, makeTuple(p.objects, []))
  return parts
}

/** Whether `Thread.__init__` was called. */
export function isInitialised(p: Processor, thread: number): boolean {
  return p.word(thread + 3) !== UNBOUND
}

/** @throws PythonError unless `Thread.__init__` was called */
export function requireInitialised(p: Processor, thread: number): void {
  if (isInitialised(p, thread)) return
  throw new PythonError('AssertionError', 'Thread.__init__() not called')
}

/** What a thread is called that is given `name`: its text. Asks the program for that of its objects. */
function nameText(p: Processor, name: Value): Value {
  const isText = p.objectOf(name, OBJECT.string) !== 0
  return isText ? name : fromText(p.objects, str(p.objects, name))
}

/** @throws PythonError unless `Thread.__init__` was called */
export function setThreadName(p: Processor, thread: number, name: Value): void {
  requireInitialised(p, thread)
  const text = nameText(p, name)
  publishInto(p, fromAddress(thread), text)
  p.memory.write(thread + 3, text)
  p.traceAccess('write', thread + 3, text)
}

/** @throws PythonError for a thread that is not initialised, or has been started */
export function setDaemon(p: Processor, thread: number, isDaemon: Value): void {
  if (!isInitialised(p, thread)) {
    throw new PythonError('RuntimeError', 'Thread.__init__() not called')
  }
  if (p.word(thread + 4) !== 0) {
    throw new PythonError('RuntimeError', 'cannot set daemon status of active thread')
  }
  p.memory.write(thread + 5, isTrue(p.objects, isDaemon) ? 1 : 0)
}

/** @throws PythonError AttributeError when `run` was called before and has taken the target away */
export function requireTarget(p: Processor, thread: number): void {
  if (ownRun(p, thread) === UNBOUND) givenTo(p, thread)
}

/** The `run` of the thread's class, or UNBOUND. */
function ownRun(p: Processor, thread: number): Value {
  const cls = ownClass(p, fromAddress(thread))
  return cls === 0 ? UNBOUND : specialMember(p, cls, 'run')
}

/** A `run` of the program takes the place of the target. */
function takeOverRun(p: Processor, thread: number): void {
  const run = ownRun(p, thread)
  if (run === UNBOUND) return
  const known = p.word(thread + THREAD_OBJECT.given)
  const given = known === UNBOUND ? makeTuple(p.objects, givenTo(p, thread)) : known
  const bound = p.memory.allocate(OBJECT.boundMethod, 3)
  p.memory.write(bound + 1, fromAddress(thread))
  p.memory.write(bound + 2, run)
  p.memory.write(thread + THREAD_OBJECT.given, given)
  p.memory.write(thread + 1, fromAddress(bound))
  p.memory.write(thread + 2, makeTuple(p.objects, []))
  p.memory.write(thread + 6, NONE)
}

/** CPython 3.10 and later: `Thread-1 (worker)`. */
function defaultName(p: Processor, target: Value): string {
  p.kernel.enter()
  const number = p.word(MACHINE.unnamedThreads) + 1
  p.memory.write(MACHINE.unnamedThreads, number)
  p.kernel.leave()
  const bound = p.objectOf(target, OBJECT.boundMethod)
  const fn = p.objectOf(bound === 0 ? target : p.word(bound + 2), OBJECT.function)
  const name = fn === 0 ? undefined : plainName(p.objects, fromAddress(fn))
  return name === undefined ? `Thread-${String(number)}` : `Thread-${String(number)} (${name})`
}

/** Number of the thread, or undefined before it is started. */
export function threadNumber(p: Processor, thread: number): number | undefined {
  const started = p.word(thread + 4)
  return started === 0 ? undefined : started - 1
}

export function isUnfinished(p: Processor, number: number): boolean {
  return p.word(threadAddress(number) + THREAD.status) === THREAD_STATUS.running
}

/** @throws PythonError RuntimeError when it was started before; LimitError `threads`. */
export function startThread(p: Processor, thread: number): Value {
  p.kernel.enter()
  try {
    startInside(p, thread)
  } finally {
    p.kernel.leave()
  }
  return NONE
}

/** As `startThread`, within an operation on shared memory. */
export function startInside(p: Processor, thread: number): void {
  const number = register(p, thread)
  takeOverRun(p, thread)
  publishGlobals(p)
  publish(p, fromAddress(thread))
  p.trace(EVENT.start, number, 0)
  p.kernel.start(p, number)
}

/** Gives the thread object a number and a control block that stands before its first instruction. */
function register(p: Processor, thread: number): number {
  if (!isInitialised(p, thread)) {
    throw new PythonError('RuntimeError', 'thread.__init__() not called')
  }
  if (p.word(thread + 4) !== 0) {
    throw new PythonError('RuntimeError', 'threads can only be started once')
  }
  const number = p.word(MACHINE.threadCount)
  if (number >= MAXIMUM_THREADS) throw new LimitError('threads', MAXIMUM_THREADS)
  p.memory.write(MACHINE.threadCount, number + 1)
  p.memory.write(MACHINE.unfinishedCount, p.word(MACHINE.unfinishedCount) + 1)
  p.memory.write(thread + 4, number + 1)
  const stack = prepareStack(p.memory, number)
  const control = threadAddress(number)
  p.memory.write(control + THREAD.frame, 0)
  p.memory.write(control + THREAD.top, stack)
  p.memory.write(control + THREAD.pc, BEGIN)
  p.memory.write(control + THREAD.object, fromAddress(thread))
  return number
}

/** Number of the thread to join. @throws PythonError as CPython for one not started, or oneself. */
export function joinTarget(p: Processor, thread: number): number {
  if (!isInitialised(p, thread)) {
    throw new PythonError('RuntimeError', 'Thread.__init__() not called')
  }
  const number = threadNumber(p, thread)
  if (number === undefined) {
    throw new PythonError('RuntimeError', 'cannot join thread before it is started')
  }
  if (number === p.thread) throw new PythonError('RuntimeError', 'cannot join current thread')
  return number
}

/** The current thread has returned from its target, or `raised` has left it: SystemExit as if it had returned. */
export function endThread(p: Processor, raised: Value): void {
  const control = threadAddress(p.thread)
  const isExit = raised !== UNBOUND && typeName(p.objects, raised) === 'SystemExit'
  const exception = isExit ? UNBOUND : raised
  if (exception !== 0) p.memory.write(control + THREAD.exception, exception)
  p.kernel.enter()
  // Traced first: live, whoever joins must find its own event behind this one.
  p.trace(EVENT.end, p.thread, exception)
  p.memory.write(control + THREAD.status, THREAD_STATUS.finished)
  p.memory.write(MACHINE.unfinishedCount, p.word(MACHINE.unfinishedCount) - 1)
  p.kernel.leave()
  p.kernel.end(p)
}
