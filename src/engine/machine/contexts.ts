/** `with` on locks and primitives: entering acquires, leaving releases. */
import { SUSPENDED } from './kernel'
import { OBJECT } from './layout'
import { typeName } from './objects'
import type { PendingWait } from './pending'
import { primitiveTypeAt } from './primitives'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { callSystemMethod, pendingMethod, systemMethodIndex } from './systemMethods'
import type { Value } from './value'

const LOCK_CONTEXT = { enter: 'acquire', exit: 'release' }

/** Names of the methods that entering and leaving call; undefined when the value is no context manager. */
function contextOf(
  p: Processor,
  context: Value,
): { readonly enter: string; readonly exit: string } | undefined {
  if (p.isLock(context)) return LOCK_CONTEXT
  const primitive = p.objectOf(context, OBJECT.primitive)
  return primitive === 0 ? undefined : primitiveTypeAt(p.memory, primitive).context
}

function methodOf(p: Processor, context: Value, which: 'enter' | 'exit'): number {
  const names = contextOf(p, context)
  const index = names === undefined ? undefined : systemMethodIndex(p, context, names[which])
  if (index !== undefined) return index
  throw new PythonError(
    'TypeError',
    `'${typeName(p.objects, context)}' object does not support the context manager protocol`,
  )
}

/** What entering `context` will wait for. */
export function pendingEntry(p: Processor, context: Value): PendingWait | undefined {
  if (contextOf(p, context) === undefined) return undefined
  const index = methodOf(p, context, 'enter')
  return pendingMethod(p, index, { receiver: context, args: [], keywords: new Map() })
}

/** `context -- value`; answers SUSPENDED when it cannot be entered yet. */
export function enterContext(p: Processor): Value {
  const context = p.peek(0)
  const entered = callSystemMethod(p, methodOf(p, context, 'enter'), context, [], new Map())
  if (entered !== SUSPENDED) p.replace(1, entered)
  return entered
}

/** `context --` */
export function exitContext(p: Processor): void {
  const context = p.peek(0)
  callSystemMethod(p, methodOf(p, context, 'exit'), context, [], new Map())
  p.top--
}
