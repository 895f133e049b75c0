/** How built-ins take arguments, and CPython's messages for calls that do not fit. */
import { type PythonError, typeError } from '../pythonError'
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
  /** Needed where the table of parameters leaves it open. */
  readonly wording?: Wording | undefined
}

/**
 * How CPython words a wrong number of arguments, which depends on how the C function takes them: `list.pop() takes no
 * arguments (1 given)` (plain), `pop expected at most 1 argument, got 2` (counted), `find() takes at least 1 argument (0
 * given)` (parsed), `round() missing required argument 'number' (pos 1)` (named).
 */
export type Wording = 'plain' | 'counted' | 'parsed' | 'named'

/** As an option: the function takes any keyword, or checks them itself. */
export const ANY_KEYWORD = '**'

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
  if (keywords.size === 0) {
    requireCount(signature, owner, args.length, args.length)
    return args
  }
  const { parameters = [], options = [] } = signature
  if (parameters.length + options.length === 0) {
    throw typeError(`${qualified(owner, signature.name)}() takes no keyword arguments`)
  }
  const total = options.length === 0 ? args.length + keywords.size : args.length
  if (total > signature.maximum) throw wrongCount(signature, owner, total)
  const bound = mergeKeywords(signature, args, keywords)
  requireCount(signature, owner, args.length, bound.length)
  requireKnown(signature, keywords)
  return bound
}

/** `given` arguments, `bound` with those given by keyword. */
function requireCount(
  signature: Signature,
  owner: string | undefined,
  given: number,
  bound: number,
): void {
  if (given > signature.maximum || bound < signature.minimum) {
    throw wrongCount(signature, owner, given)
  }
}

function mergeKeywords(
  { name, parameters = [] }: Signature,
  args: readonly Value[],
  keywords: Keywords,
): Value[] {
  const bound = [...args]
  parameters.forEach((keyword, position) => {
    const value = keywords.get(keyword)
    if (value === undefined) return
    if (position < args.length) {
      const place = `given by name ('${keyword}') and position (${position + 1})`
      throw typeError(`argument for ${name}() ${place}`)
    }
    while (bound.length <= position) bound.push(UNBOUND)
    bound[position] = value
  })
  return bound
}

function requireKnown({ name, parameters = [], options = [] }: Signature, given: Keywords): void {
  if (options.includes(ANY_KEYWORD)) return
  for (const keyword of given.keys()) {
    if (!parameters.includes(keyword) && !options.includes(keyword)) {
      throw typeError(`'${keyword}' is an invalid keyword argument for ${name}()`)
    }
  }
}

function qualified(owner: string | undefined, name: string): string {
  return owner === undefined ? name : `${owner}.${name}`
}

function wrongCount(signature: Signature, owner: string | undefined, given: number): PythonError {
  const { name, minimum, maximum, parameters = [] } = signature
  const wording = signature.wording ?? usualWording(signature)
  const isFew = given < minimum
  if (wording === 'named' && isFew) {
    const parameter = parameters[given] ?? ''
    return typeError(`${name}() missing required argument '${parameter}' (pos ${given + 1})`)
  }
  if (wording === 'plain') {
    const count = maximum === 0 ? 'no arguments' : 'exactly one argument'
    return typeError(`${qualified(owner, name)}() takes ${count} (${given} given)`)
  }
  const bound = isFew ? minimum : maximum
  const limit = minimum === maximum ? '' : isFew ? 'at least ' : 'at most '
  const noun = bound === 1 ? 'argument' : 'arguments'
  return typeError(
    wording === 'counted'
      ? `${name} expected ${limit}${bound} ${noun}, got ${given}`
      : `${name}() takes ${limit}${bound} ${noun} (${given} given)`,
  )
}

function usualWording({ minimum, maximum }: Signature): Wording {
  return maximum === 0 || (minimum === 1 && maximum === 1) ? 'plain' : 'counted'
}
