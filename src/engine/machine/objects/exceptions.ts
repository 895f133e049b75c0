/** Exception objects and the hierarchy of their classes. */
import { EXCEPTION, OBJECT } from '../layout'
import { EXCEPTION_BASES, type ExceptionName, type PythonError } from '../pythonError'
import { fromAddress, type Value } from '../value'
import { fieldOf, type Objects } from './object'
import { fromText } from './string'
import { makeTuple, tupleItems } from './tuple'

/** An exception of `type`, the value of a built-in exception class. */
export function makeException(objects: Objects, type: Value, args: readonly Value[]): Value {
  const { memory } = objects
  const tuple = makeTuple(objects, args)
  const address = memory.allocate(OBJECT.exception, EXCEPTION.slots)
  memory.write(address + EXCEPTION.class, type)
  memory.write(address + EXCEPTION.args, tuple)
  return fromAddress(address)
}

/** The exception object of an error that was thrown in the machine. */
export function raisedException(objects: Objects, error: PythonError): Value {
  const args = error.args ?? [fromText(objects, error.message)]
  return makeException(objects, objects.names.builtinValue(error.type), args)
}

export function exceptionArguments({ memory }: Objects, exception: Value): Value[] {
  return tupleItems(memory, fieldOf(memory, exception, EXCEPTION.args))
}

/** Whether the built-in exception class `name` is `base` or derives from it. */
export function isSubclass(name: ExceptionName, base: ExceptionName): boolean {
  for (let at: ExceptionName | undefined = name; at !== undefined; at = EXCEPTION_BASES[at]) {
    if (at === base) return true
  }
  return false
}

/** The exception class called `type` and those it derives from, nearest first; none when there is no such class. */
export function exceptionLine(type: string): readonly string[] {
  const line: string[] = []
  const bases: Readonly<Record<string, string | undefined>> = EXCEPTION_BASES
  for (let at: string | undefined = type; at !== undefined && Object.hasOwn(bases, at);) {
    line.push(at)
    at = bases[at]
  }
  return line
}
