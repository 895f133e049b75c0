/** Types as values: `type(x)`, `isinstance`, `issubclass`, exception matching. */
import { BugError } from '../../base'
import { isPrimitiveOf, PRIMITIVES } from '../../base'
import { BUILTINS, builtinIndex } from './builtins'
import { CLASS, EXCEPTION, OBJECT } from './layout'
import { builtinValue } from './load'
import { ownClass } from './members'
import {
  fullTypeName,
  kindOf,
  classNameOf,
  isSubclass,
  isTypeName,
  str,
  tupleItems,
  typeName,
  typeOfNamedTuple,
  type Objects,
} from './objects'
import type { Processor } from './processor'
import { EXCEPTION_BASES, PythonError, type ExceptionName } from './pythonError'
import { addressOf, fromAddress, fromBoolean, UNBOUND, type Value } from './value'

/** `type(value)`. */
export function classOf(p: Processor, value: Value): Value {
  const own = ownClass(p, value)
  if (own !== 0) return fromAddress(own)
  const named = typeOfNamedTuple(p.memory, value)
  if (named !== undefined) return named
  const exception = p.objectOf(value, OBJECT.exception)
  if (exception !== 0) return p.word(exception + EXCEPTION.class)
  const primitive = p.objectOf(value, OBJECT.primitive)
  const name =
    primitive === 0 ? typeName(p.objects, value) : PRIMITIVES[p.word(primitive + 1)]?.name
  const index = builtinIndex(name ?? '')
  if (index === undefined) {
    throw new BugError(`type ${typeName(p.objects, value)}`)
  }
  return builtinValue(p.program, index)
}

/** `isinstance(value, type)`; `type` may be a tuple. @throws PythonError TypeError */
export function isInstance(p: Processor, value: Value, type: Value): Value {
  const own = classOf(p, value)
  return fromBoolean(
    someType(p, type, 'isinstance() arg 2 must be a type, a tuple of types, or a union', (one) =>
      derives(p, own, one),
    ),
  )
}

/** `issubclass(type, base)`; `base` may be a tuple. @throws PythonError TypeError */
export function isSubtype(p: Processor, type: Value, base: Value): Value {
  if (!isType(p, type)) throw new PythonError('TypeError', 'issubclass() arg 1 must be a class')
  return fromBoolean(
    someType(p, base, 'issubclass() arg 2 must be a class, a tuple of classes, or a union', (one) =>
      derives(p, type, one),
    ),
  )
}

/** Whether `holds` for `type` or one in it, a tuple, looked at from the left. */
function someType(
  p: Processor,
  type: Value,
  message: string,
  holds: (type: Value) => boolean,
): boolean {
  if (p.objectOf(type, OBJECT.tuple) !== 0) {
    return tupleItems(p.memory, type).some((item) => someType(p, item, message, holds))
  }
  if (!isType(p, type)) throw new PythonError('TypeError', message)
  return holds(type)
}

/** Whether class `type` is `base` or derives from it. */
export function derives(p: Processor, type: Value, base: Value): boolean {
  for (let at = type; ; at = p.word(addressOf(at) + CLASS.base)) {
    if (at === base) return true
    if (p.objectOf(at, OBJECT.class) !== 0) continue
    if (p.objectOf(at, OBJECT.namedTupleType) !== 0) {
      return derives(p, p.objects.names.builtinValue('tuple'), base)
    }
    const name = nameOfBuiltin(p, base)
    if (name === 'object') return true
    const own = nameOfBuiltin(p, at)
    return own !== undefined && name !== undefined && isBuiltinSubtype(own, name)
  }
}

function isBuiltinSubtype(name: string, base: string): boolean {
  if (isExceptionName(name)) return isExceptionName(base) && isSubclass(name, base)
  return (
    isPrimitiveOf(name, base) ||
    (name === 'bool' && base === 'int') ||
    (name === 'Timer' && base === 'Thread') ||
    ((name === 'defaultdict' || name === 'Counter') && base === 'dict')
  )
}

function isType(p: Processor, value: Value): boolean {
  const name = nameOfBuiltin(p, value)
  const isOwn =
    p.objectOf(value, OBJECT.class) !== 0 || p.objectOf(value, OBJECT.namedTupleType) !== 0
  return isOwn || (name !== undefined && isTypeName(name))
}

/** Name of a built-in type or exception class. */
function nameOfBuiltin(p: Processor, type: Value): string | undefined {
  const address = p.objectOf(type, OBJECT.builtin)
  return address === 0 ? undefined : BUILTINS[p.word(address + 1)]?.name
}

export function isExceptionName(name: string | undefined): name is ExceptionName {
  return name !== undefined && Object.hasOwn(EXCEPTION_BASES, name)
}

/** Name of an exception's class. */
export function exceptionName(objects: Objects, exception: Value): string {
  return classNameOf(objects, objects.memory.word(addressOf(exception) + EXCEPTION.class))
}

/** The last line of a traceback: `ValueError: message`, `_queue.Empty`, or the class alone. */
export function exceptionText(objects: Objects, exception: Value): string {
  const cls = objects.memory.word(addressOf(exception) + EXCEPTION.class)
  const isOwn = kindOf(objects.memory, cls) === OBJECT.class
  const name = isOwn
    ? exceptionName(objects, exception)
    : fullTypeName(exceptionName(objects, exception))
  const message = str(objects, exception)
  return message === '' ? name : `${name}: ${message}`
}

/** The built-in class that class `type` is or derives from first: `object` for one without a base. */
export function builtinClass(p: Processor, type: Value): Value {
  let at = type
  while (p.objectOf(at, OBJECT.class) !== 0) at = p.word(addressOf(at) + CLASS.base)
  return at === UNBOUND ? p.objects.names.builtinValue('object') : at
}

/** Whether a class is one of exceptions. */
export function isExceptionClass(p: Processor, type: Value): boolean {
  return isExceptionName(nameOfBuiltin(p, builtinClass(p, type)))
}

/** Whether `except type:` catches `exception`. @throws PythonError TypeError */
export function matches(p: Processor, exception: Value, type: Value): boolean {
  if (p.objectOf(type, OBJECT.tuple) !== 0) {
    const items = tupleItems(p.memory, type)
    for (const item of items) requireExceptionClass(p, item)
    return items.some((item) => derives(p, classOf(p, exception), item))
  }
  requireExceptionClass(p, type)
  return derives(p, classOf(p, exception), type)
}

function requireExceptionClass(p: Processor, type: Value): void {
  if (isExceptionClass(p, type)) return
  throw new PythonError(
    'TypeError',
    'catching classes that do not inherit from BaseException is not allowed',
  )
}
