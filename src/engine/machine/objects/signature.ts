/** How built-ins take arguments, and CPython's messages for calls that do not fit. */
import { PythonError } from '../pythonError'
import { UNBOUND, type Value } from '../value'

export type Keywords = ReadonlyMap<string, Value>

export interface Signature {
  readonly name: string
  readonly minimum: number
  /** Infinity for any number. */
  readonly maximum: number
  /** Parameters that may also be given by keyword, from the first on. */
  readonly parameters?: readonly string[] | undefined
  /** Parameters that are given by keyword only. */
  readonly options?: readonly string[] | undefined
  /** CPython words a wrong number of arguments in two ways; this is that of functions which parse a format. */
  readonly isParsed?: boolean | undefined
}

/**
 * The positional arguments with keywords put in their places (UNBOUND where one is left out).
 * @param owner type of a method; absent for functions.
 * @throws PythonError TypeError
 */
export function bindPositional(
  signature: Signature,
  owner: string | undefined,
  args: readonly Value[],
  keywords: Keywords,
): readonly Value[] {
  if (keywords.size > 0) requireKeywords(signature, owner, keywords)
  const bound = keywords.size > 0 ? mergeKeywords(signature, args, keywords) : args
  if (args.length > signature.maximum || bound.length < signature.minimum) {
    throw wrongCount(signature, owner, args.length)
  }
  return bound
}

function mergeKeywords(
  { parameters = [] }: Signature,
  args: readonly Value[],
  keywords: Keywords,
): Value[] {
  const bound = [...args]
  parameters.forEach((name, position) => {
    const value = keywords.get(name)
    if (value === undefined) return
    while (bound.length <= position) bound.push(UNBOUND)
    bound[position] = value
  })
  return bound
}

function requireKeywords(
  { name, parameters = [], options = [] }: Signature,
  owner: string | undefined,
  keywords: Keywords,
): void {
  if (options.includes('**')) return
  if (parameters.length + options.length === 0) {
    throw typeError(`${qualified(owner, name)}() takes no keyword arguments`)
  }
  for (const keyword of keywords.keys()) {
    if (!parameters.includes(keyword) && !options.includes(keyword)) {
      throw typeError(`'${keyword}' is an invalid keyword argument for ${name}()`)
    }
  }
}

function qualified(owner: string | undefined, name: string): string {
  return owner === undefined ? name : `${owner}.${name}`
}

function wrongCount(signature: Signature, owner: string | undefined, given: number): PythonError {
  const { name, minimum, maximum, isParsed = false } = signature
  if (maximum === 0 && !isParsed) {
    const message = `${qualified(owner, name)}() takes no arguments (${given} given)`
    return typeError(message)
  }
  if (minimum === 1 && maximum === 1 && !isParsed) {
    const message = `${qualified(owner, name)}() takes exactly one argument (${given} given)`
    return typeError(message)
  }
  const bound = given < minimum ? minimum : maximum
  const limit = minimum === maximum ? '' : given < minimum ? 'at least ' : 'at most '
  const count = `${limit}${bound} argument${bound === 1 ? '' : 's'}`
  return typeError(
    isParsed
      ? `${name}() takes ${count} (${given} given)`
      : `${name} expected ${count}, got ${given}`,
  )
}

function typeError(message: string): PythonError {
  return new PythonError('TypeError', message)
}
