/** `with`: entering locks and primitives acquires, leaving releases; objects of the program say themselves what it does. */
import { enterInPlace, NO_KEYWORDS } from './calls'
import { classOf } from './classes'
import { SUSPENDED } from './kernel'
import { NO_RESULT, OBJECT, WAIT } from './layout'
import { ownClass, specialMember } from './members'
import { typeName } from './objects'
import type { PendingWait } from './pending'
import { primitiveTypeAt } from './primitives'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { callSystemMethod, pendingMethod, systemMethodIndex } from './systemMethods'
import { addressOf, FALSE, fromAddress, NONE, type Value } from './value'

/** Names of the methods that entering and leaving a primitive call; undefined when the value is no context manager. */
function contextOf(
  p: Processor,
  context: Value,
): { readonly enter: string; readonly exit: string } | undefined {
  const primitive = p.objectOf(context, OBJECT.primitive)
  return primitive === 0 ? undefined : primitiveTypeAt(p.memory, primitive).context
}

function methodOf(p: Processor, context: Value, which: 'enter' | 'exit'): number {
  const names = contextOf(p, context)
  const index = names === undefined ? undefined : systemMethodIndex(p, context, names[which])
  if (index !== undefined) return index
  throw noContext(p, context)
}

/** What entering `context` will wait for. */
export function pendingEntry(p: Processor, context: Value): PendingWait | undefined {
  if (p.isLock(context)) {
    return { kind: WAIT.lock, object: addressOf(context), timeout: undefined }
  }
  if (contextOf(p, context) === undefined) return undefined
  const index = methodOf(p, context, 'enter')
  return pendingMethod(p, index, { receiver: context, args: [], keywords: new Map() })
}

/** `context -- value`; answers SUSPENDED when it cannot be entered yet. */
export function enterContext(p: Processor): Value {
  const context = p.peek(0)
  const entered = p.isLock(context)
    ? p.kernel.acquire(p, addressOf(context), undefined)
    : callSystemMethod(p, methodOf(p, context, 'enter'), context, [], NO_KEYWORDS)
  if (entered !== SUSPENDED) p.replace(1, entered)
  return entered
}

/** `context --` */
export function exitContext(p: Processor): void {
  const context = p.peek(0)
  if (p.isLock(context)) p.kernel.release(p, addressOf(context))
  else callSystemMethod(p, methodOf(p, context, 'exit'), context, [], NO_KEYWORDS)
  p.top--
}

/** `exception context -- exception result`: what the machine makes keeps no exception back. */
export function exitContextByError(p: Processor): void {
  exitContext(p)
  p.push(FALSE)
}

/** Calls `__enter__` of an object of the program in place of entering it; false when it is none. */
export function enterOwnContext(p: Processor): boolean {
  const context = p.peek(0)
  const enter = ownMethod(p, context, '__enter__')
  if (enter === 0) return false
  if (ownMethod(p, context, '__exit__') === 0) {
    throw noContext(p, context, ' (missed __exit__ method)')
  }
  enterInPlace(p, enter, [context], p.top - 1)
  return true
}

/** Calls `__exit__` of an object of the program in place of leaving it; false when it is none. */
export function exitOwnContext(p: Processor): boolean {
  const context = p.peek(0)
  const exit = ownMethod(p, context, '__exit__')
  if (exit === 0) return false
  enterInPlace(p, exit, [context, NONE, NONE, NONE], p.top - 1, NO_RESULT)
  return true
}

/** The same on the way of the exception below the context: what `__exit__` answers takes the context's place. */
export function exitOwnContextByError(p: Processor): boolean {
  const context = p.peek(0)
  const exception = p.peek(1)
  const exit = ownMethod(p, context, '__exit__')
  if (exit === 0) return false
  const traceback = p.memory.allocate(OBJECT.traceback, 2)
  p.memory.write(traceback + 1, exception)
  const details = [classOf(p, exception), exception, fromAddress(traceback)]
  enterInPlace(p, exit, [context, ...details], p.top - 1)
  return true
}

/** Address of the function `name` of the context's class, a class of the program; 0 when there is none. */
function ownMethod(p: Processor, context: Value, name: string): number {
  const cls = ownClass(p, context)
  return cls === 0 ? 0 : p.objectOf(specialMember(p, cls, name), OBJECT.function)
}

function noContext(p: Processor, context: Value, detail = ''): PythonError {
  const type = typeName(p.objects, context)
  const message = `'${type}' object does not support the context manager protocol${detail}`
  return new PythonError('TypeError', message)
}
