/** `with` on locks: entering acquires, leaving releases. */
import { SUSPENDED } from './kernel'
import { typeName } from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { addressOf, TRUE, type Value } from './value'

/** `context -- value`; answers SUSPENDED when the lock is not free yet. */
export function enterContext(p: Processor): Value {
  const context = p.peek(0)
  if (!p.isLock(context)) throw noContext(p, context)
  const acquired = p.kernel.acquire(p, addressOf(context), undefined)
  if (acquired !== SUSPENDED) p.replace(1, TRUE)
  return acquired
}

/** `context --` */
export function exitContext(p: Processor): void {
  const context = p.peek(0)
  if (!p.isLock(context)) throw noContext(p, context)
  p.kernel.release(p, addressOf(context))
  p.top--
}

function noContext(p: Processor, context: Value): PythonError {
  return new PythonError(
    'TypeError',
    `'${typeName(p.objects, context)}' object does not support the context manager protocol`,
  )
}
