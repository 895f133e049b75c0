/** Exceptions on their way out of frames: from where one is raised to its handler, or out of the thread. */
import { exceptionName, isExceptionClass } from './classes'
import { ask, leaveQuestion } from './answers'
import { markFinished } from './generators'
import { ANSWER, EXCEPTION, FRAME, FUNCTION_MASK, GENERATOR, OBJECT } from './layout'
import { makeException, raisedException } from './objects'
import type { Processor } from './processor'
import { publishInto } from './publish'
import { PythonError } from './pythonError'
import { endThread } from './threads'
import { addressOf, NONE, type Value } from './value'

/** The exception that `raise value` raises: an instance, or what calling a class gives. @throws PythonError TypeError */
export function exceptionOf(p: Processor, value: Value): Value {
  return instanceOf(p, value) ?? notDerived('exceptions')
}

/** `exception cause --`: the exception that `raise exception from cause` raises. @throws PythonError TypeError */
export function withCause(p: Processor): Value {
  const exception = exceptionOf(p, p.peek(1))
  const given = p.peek(0)
  const cause = given === NONE ? NONE : (instanceOf(p, given) ?? notDerived('exception causes'))
  p.memory.write(addressOf(exception) + EXCEPTION.cause, cause)
  publishInto(p, exception, cause)
  return exception
}

/** @throws AnswerNeeded while a class of the program has not been called */
function instanceOf(p: Processor, value: Value): Value | undefined {
  if (p.objectOf(value, OBJECT.exception) !== 0) return value
  if (p.objectOf(value, OBJECT.class) === 0 && p.objectOf(value, OBJECT.builtin) === 0) {
    return undefined
  }
  if (!isExceptionClass(p, value)) return undefined
  const isBuiltin = p.objectOf(value, OBJECT.builtin) !== 0
  return isBuiltin ? makeException(p.objects, value, []) : ask(p, value, [])
}

function notDerived(what: string): never {
  throw new PythonError('TypeError', `${what} must derive from BaseException`)
}

/**
 * Goes to the handler of `raised`, leaving frames that have none. Answers false when it left the thread, which has then
 * ended.
 */
export function unwind(p: Processor, raised: Value): boolean {
  let exception = raised
  locate(p, exception)
  p.highWater = Math.max(p.highWater, p.top + 4)
  while (p.frame !== 0) {
    if (enterHandler(p, exception)) return true
    const flags = p.word(p.frame + FRAME.function)
    p.pc = p.word(p.frame + FRAME.callPc)
    p.top = p.frame
    if ((flags & GENERATOR) !== 0) {
      markFinished(p, p.frame)
      exception = outOfGenerator(p, exception)
    }
    if ((flags & ANSWER) !== 0) leaveQuestion(p, p.frame)
    p.frame = p.word(p.frame + FRAME.caller)
    p.depth--
  }
  p.pc = p.word(addressOf(exception) + EXCEPTION.raisedAt) - 1
  endThread(p, exception)
  return false
}

/** Goes to the handler in the current frame; false when it has none for where it stands. */
function enterHandler(p: Processor, exception: Value): boolean {
  const fn = p.program.functions[p.word(p.frame + FRAME.function) & FUNCTION_MASK]
  const entry = fn?.handlers.find((h) => h.from <= p.pc && p.pc < h.to)
  if (fn === undefined || entry === undefined) return false
  p.top = p.frame + FRAME.locals + fn.locals.length + entry.depth
  p.push(exception)
  p.pc = entry.handler
  return true
}

/** Notes where an exception was raised first. */
function locate(p: Processor, exception: Value): void {
  const address = addressOf(exception) + EXCEPTION.raisedAt
  if (p.word(address) === 0) p.memory.write(address, p.sourcePc + 1)
}

/** PEP 479: a StopIteration would end the loop over the generator. */
function outOfGenerator(p: Processor, exception: Value): Value {
  if (exceptionName(p.objects, exception) !== 'StopIteration') return exception
  const error = new PythonError('RuntimeError', 'generator raised StopIteration')
  const replaced = raisedException(p.objects, error)
  locate(p, replaced)
  return replaced
}
