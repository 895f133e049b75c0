/** Exception objects and the hierarchy of their classes. */
import { EXCEPTION, OBJECT } from '../layout'
import { LimitError } from '../limits'
import { EXCEPTION_BASES, type ExceptionName, type PythonError } from '../pythonError'
import { fromAddress, fromSmallInteger, UNBOUND, type Value } from '../value'
import { fieldOf, type Objects } from './object'
import { fromText } from './string'
import { makeTuple, tupleItems } from './tuple'

/** Classes of the errors of Linux, by their number as a value. */
const ERRORS: Readonly<Record<Value, ExceptionName>> = Object.fromEntries(
  (
    [
      ['PermissionError', [1, 13]],
      ['FileNotFoundError', [2]],
      ['ProcessLookupError', [3]],
      ['InterruptedError', [4]],
      ['ChildProcessError', [10]],
      ['BlockingIOError', [11, 114, 115]],
      ['FileExistsError', [17]],
      ['NotADirectoryError', [20]],
      ['IsADirectoryError', [21]],
      ['BrokenPipeError', [32, 108]],
      ['ConnectionAbortedError', [103]],
      ['ConnectionResetError', [104]],
      ['TimeoutError', [110]],
      ['ConnectionRefusedError', [111]],
    ] as const
  ).flatMap(([name, numbers]) => numbers.map((number) => [fromSmallInteger(number), name])),
)

/**
 * An exception of `type`, the value of a built-in exception class. An OSError with the number of a known error is of the
 * class of that error.
 * @throws LimitError `unsupportedMethod` for an OSError with the name of a file
 */
export function makeException(objects: Objects, given: Value, args: readonly Value[]): Value {
  const { memory, names } = objects
  const name = names.builtinName(fieldOf(memory, given, 1))
  const isOfSystem = args.length > 1 && exceptionLine(name).includes('OSError')
  if (isOfSystem && args.length > 2)
    throw new LimitError('unsupportedMethod', 0, `${name}.filename`)
  const subclass = isOfSystem && name === 'OSError' ? ERRORS[args[0] ?? UNBOUND] : undefined
  const type = subclass === undefined ? given : names.builtinValue(subclass)
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
