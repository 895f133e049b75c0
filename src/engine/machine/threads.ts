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
import { fromText } from './objects'
import { publish, publishGlobals } from './publish'
import { PythonError } from './pythonError'
import type { Processor } from './processor'
import { addressOf, fromAddress, NONE, type Value } from './value'

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
  const { target, args, keywords, name } = parts
  const label = name === NONE ? fromText(p.objects, defaultName(p, target)) : name
  const current = addressOf(p.word(threadAddress(p.thread) + THREAD.object))
  const isDaemon = parts.isDaemon ?? p.word(current + 5) !== 0
  const thread = p.memory.allocate(OBJECT.thread, THREAD_OBJECT.slots)
  p.memory.write(thread + 1, target)
  p.memory.write(thread + 2, args)
  p.memory.write(thread + 3, label)
  p.memory.write(thread + 5, isDaemon ? 1 : 0)
  p.memory.write(thread + 6, keywords)
  p.memory.write(thread + 7, p.sourcePc + 1)
  return fromAddress(thread)
}

/** CPython 3.10 and later: `Thread-1 (worker)`. */
function defaultName(p: Processor, target: Value): string {
  p.kernel.enter()
  const number = p.word(MACHINE.unnamedThreads) + 1
  p.memory.write(MACHINE.unnamedThreads, number)
  p.kernel.leave()
  const bound = p.objectOf(target, OBJECT.boundMethod)
  const fn = p.objectOf(bound === 0 ? target : p.word(bound + 2), OBJECT.function)
  const name = fn === 0 ? undefined : p.program.functions[p.word(fn + 1)]?.name
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
  publishGlobals(p)
  publish(p, fromAddress(thread))
  p.trace(EVENT.start, number, 0)
  p.kernel.start(p, number)
}

/** Gives the thread object a number and a control block that stands before its first instruction. */
function register(p: Processor, thread: number): number {
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
  const number = threadNumber(p, thread)
  if (number === undefined) {
    throw new PythonError('RuntimeError', 'cannot join thread before it is started')
  }
  if (number === p.thread) throw new PythonError('RuntimeError', 'cannot join current thread')
  return number
}

/** The current thread has returned from its target, or `exception` has left it. */
export function endThread(p: Processor, exception: Value): void {
  const control = threadAddress(p.thread)
  if (exception !== 0) p.memory.write(control + THREAD.exception, exception)
  p.kernel.enter()
  // Traced first: live, whoever joins must find its own event behind this one.
  p.trace(EVENT.end, p.thread, exception)
  p.memory.write(control + THREAD.status, THREAD_STATUS.finished)
  p.memory.write(MACHINE.unfinishedCount, p.word(MACHINE.unfinishedCount) - 1)
  p.kernel.leave()
  p.kernel.end(p)
}
