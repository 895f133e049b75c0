/** Methods looked up on a built-in type: `str.upper(name)`, `map(str.strip, lines)`. */
import type { Call } from './calls'
import { OBJECT } from './layout'
import { methodIndex, METHODS } from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { isOfSystemMethod, isSystemMethod, systemMethodName } from './systemMethods'
import { isSmallInteger, toSmallInteger, UNBOUND } from './value'

/**
 * The call with the first argument as its receiver, where a method was looked up on its type and the argument is of that
 * type. Any other call is left as it is: the method says then what is wrong.
 */
export function withReceiver(p: Processor, call: Call): Call {
  if (!isSmallInteger(call.callable) || p.objectOf(call.receiver, OBJECT.builtin) === 0) return call
  const index = toSmallInteger(call.callable)
  const method = METHODS[index]
  if (isSystemMethod(index)) return withThread(p, index, call)
  const [receiver, ...args] = call.args
  if (receiver === undefined || method === undefined || method.isOfType === true) return call
  const isFitting = methodIndex(p.objects, receiver, method.name) === index
  return isFitting ? { ...call, receiver, args } : call
}

/** `Thread.__init__(self)`. @throws PythonError TypeError */
function withThread(p: Processor, index: number, call: Call): Call {
  const [receiver = UNBOUND, ...args] = call.args
  if (isOfSystemMethod(p, index, receiver)) return { ...call, receiver, args }
  const message = `Thread.${systemMethodName(index)}() missing 1 required positional argument: 'self'`
  throw new PythonError('TypeError', message)
}
