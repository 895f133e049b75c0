/** Types as values: `type(x)`, `isinstance`, exception matching. */
import { BugError } from '../../base'
import { isPrimitiveOf, PRIMITIVES } from '../../base'
import { BUILTINS, builtinIndex } from './builtins'
import { OBJECT } from './layout'
import { builtinValue } from './load'
import { isSubclass, str, tupleItems, typeName, type Objects } from './objects'
import type { Processor } from './processor'
import { EXCEPTION_BASES, PythonError, type ExceptionName } from './pythonError'
import { addressOf, FALSE, fromBoolean, TRUE, type Value } from './value'

/** `type(value)`. */
export function classOf(p: Processor, value: Value): Value {
  const instance = p.objectOf(value, OBJECT.instance)
  if (instance !== 0) return p.word(instance + 1)
  const exception = p.objectOf(value, OBJECT.exception)
  if (exception !== 0) return p.word(exception + 1)
  const primitive = p.objectOf(value, OBJECT.primitive)
  const name =
    primitive === 0 ? typeName(p.objects, value) : PRIMITIVES[p.word(primitive + 1)]?.name
  const index = builtinIndex(name ?? '')
  if (index === undefined) {
    throw new BugError(`type ${typeName(p.objects, value)}`)
  }
  return builtinValue(p.program, index)
}

/** `isinstance(value, type)`; `type` may be a tuple. */
export function isInstance(p: Processor, value: Value, type: Value): Value {
  if (p.objectOf(type, OBJECT.tuple) !== 0) {
    const items = tupleItems(p.memory, type)
    return fromBoolean(items.some((item) => isInstance(p, value, item) === TRUE))
  }
  const instance = p.objectOf(value, OBJECT.instance)
  if (p.objectOf(type, OBJECT.class) !== 0) {
    return fromBoolean(instance !== 0 && p.word(instance + 1) === type)
  }
  const name = builtinName(p, type)
  if (name === undefined) {
    throw new PythonError(
      'TypeError',
      'isinstance() arg 2 must be a type, a tuple of types, or a union',
    )
  }
  const exception = p.objectOf(value, OBJECT.exception)
  if (exception !== 0) return fromBoolean(matchesName(p, value, name))
  if (instance !== 0) return FALSE
  const own = typeName(p.objects, value)
  return fromBoolean(
    isPrimitiveOf(own, name) ||
      own === `collections.${name}` ||
      (own === 'Timer' && name === 'Thread') ||
      (own === 'bool' && name === 'int') ||
      (own === 'collections.defaultdict' && name === 'dict'),
  )
}

/** Name of a built-in type or exception class. */
function builtinName(p: Processor, type: Value): string | undefined {
  const address = p.objectOf(type, OBJECT.builtin)
  return address === 0 ? undefined : BUILTINS[p.word(address + 1)]?.name
}

export function isExceptionName(name: string | undefined): name is ExceptionName {
  return name !== undefined && Object.hasOwn(EXCEPTION_BASES, name)
}

/** Name of an exception's class. */
export function exceptionName(objects: Objects, exception: Value): ExceptionName {
  const { words } = objects.memory
  const type = addressOf(words[addressOf(exception) + 1] as number)
  const name = BUILTINS[words[type + 1] as number]?.name
  return isExceptionName(name) ? name : 'Exception'
}

/** The last line of a traceback: `ValueError: message`, or the class alone. */
export function exceptionText(objects: Objects, exception: Value): string {
  const name = exceptionName(objects, exception)
  const message = str(objects, exception)
  return message === '' ? name : `${name}: ${message}`
}

function matchesName(p: Processor, exception: Value, name: string): boolean {
  return isExceptionName(name) && isSubclass(exceptionName(p.objects, exception), name)
}

/** Whether `except type:` catches `exception`. */
export function matches(p: Processor, exception: Value, type: Value): boolean {
  if (p.objectOf(type, OBJECT.tuple) !== 0) {
    return tupleItems(p.memory, type).some((item) => matches(p, exception, item))
  }
  const name = builtinName(p, type)
  if (!isExceptionName(name)) {
    throw new PythonError(
      'TypeError',
      'catching classes that do not inherit from BaseException is not allowed',
    )
  }
  return matchesName(p, exception, name)
}
