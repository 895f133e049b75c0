/** Arguments of constructors and methods that CPython writes in Python, with the messages it gives for them. */
import { isTrue, toSeconds, typeName } from '../objects'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import { isSmallInteger, NONE, toSmallInteger, type Value } from '../value'
import type { Keywords, Request } from './primitive'

/** Name of a parameter; with a question mark: it has a default. */
export type Parameter = string

const names = (parameters: readonly Parameter[]): string[] =>
  parameters.map((name) => name.replace('?', ''))

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
): (Value | undefined)[] {
  if (args.length > parameters.length) throw tooMany(name, parameters, args.length)
  const known = names(parameters)
  const bound: (Value | undefined)[] = parameters.map((_, i) => args[i])
  for (const [keyword, value] of keywords) {
    const at = known.indexOf(keyword)
    if (at < 0) throw typeError(`${name}() got an unexpected keyword argument '${keyword}'`)
    if (bound[at] !== undefined) {
      throw typeError(`${name}() got multiple values for argument '${keyword}'`)
    }
    bound[at] = value
  }
  const missing = parameters.filter((p, i) => !p.endsWith('?') && bound[i] === undefined)
  if (missing.length > 0) throw missingParameters(name, missing)
  return bound
}

function tooMany(name: string, parameters: readonly Parameter[], given: number): PythonError {
  const most = parameters.length + 1
  const least = most - parameters.filter((p) => p.endsWith('?')).length
  const takes = least === most ? String(most) : `from ${String(least)} to ${String(most)}`
  const noun = most === 1 ? 'argument' : 'arguments'
  return typeError(
    `${name}() takes ${takes} positional ${noun} but ${String(given + 1)} were given`,
  )
}

function missingParameters(name: string, missing: readonly string[]): PythonError {
  const quoted = missing.map((m) => `'${m}'`)
  const last = quoted.pop() ?? ''
  const list =
    quoted.length === 0 ? last : `${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} and ${last}`
  const noun = missing.length === 1 ? 'argument' : 'arguments'
  return typeError(
    `${name}() missing ${String(missing.length)} required positional ${noun}: ${list}`,
  )
}

function typeError(message: string): PythonError {
  return new PythonError('TypeError', message)
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
