/** Arguments of constructors and methods that CPython writes in Python, with the messages it gives for them. */
import { bindPython, isTrue, toSeconds, typeName } from '../objects'
import type { Processor } from '../processor'
import { type PythonError, typeError } from '../pythonError'
import { isSmallInteger, NONE, toSmallInteger, type Value } from '../value'
import type { Keywords, Request } from './primitive'

/** Name of a parameter; with a question mark: it has a default, as all that follow. */
export type Parameter = string

/**
 * One value for each parameter, undefined where it was left out.
 * @param name qualified: `Semaphore.acquire`. `self` counts as given.
 * @throws PythonError TypeError
 */
export function bindParameters(
  name: string,
  parameters: readonly Parameter[],
  args: readonly Value[],
  keywords: Keywords,
): readonly (Value | undefined)[] {
  const signature = {
    name,
    parameters: parameters.map((parameter) => parameter.replace('?', '')),
    required: parameters.filter((parameter) => !parameter.endsWith('?')).length,
    isMethod: true,
  }
  return bindPython(signature, args, keywords)
}

/** An operation without arguments. */
export function nothing(
  name: string,
): (p: Processor, args: readonly Value[], keywords: Keywords) => Omit<Request, 'object'> {
  return (_p, args, keywords) => {
    bindParameters(name, [], args, keywords)
    return { args: [], timeout: undefined }
  }
}

/** Seconds as microseconds: None waits without limit, what is not positive does not wait. */
export function timeoutOf(p: Processor, value: Value | undefined): number | undefined {
  if (value === undefined || value === NONE) return undefined
  return Math.max(0, secondsOf(p, value) * 1e6)
}

/** @throws PythonError TypeError as `value > 0` */
export function secondsOf(p: Processor, value: Value): number {
  const seconds = toSeconds(p.objects, value)
  if (seconds === undefined) throw notOrdered(p, '>', value)
  return seconds
}

/** An integer, as `value < bound` takes it. @throws PythonError TypeError */
export function integerOf(p: Processor, value: Value): number {
  if (isSmallInteger(value)) return toSmallInteger(value)
  if (!isBoolean(value)) throw notOrdered(p, '<', value)
  return isTrue(p.objects, value) ? 1 : 0
}

function isBoolean(value: Value): boolean {
  return value === 4 || value === 6
}

function notOrdered(p: Processor, operator: string, value: Value): PythonError {
  const type = typeName(p.objects, value)
  return typeError(`'${operator}' not supported between instances of '${type}' and 'int'`)
}
