/** How functions that CPython's library writes in Python take arguments, and its messages for calls that do not fit. */
import { typeError } from '../pythonError'
import type { Value } from '../value'
import type { Keywords } from './signature'

export interface PythonSignature {
  /** As messages name it: `Random.randint`. */
  readonly name: string
  readonly parameters: readonly string[]
  /** How many parameters, from the first on, must be given. */
  readonly required: number
  /** Whether an instance counts as a further argument in messages. */
  readonly isMethod?: boolean
  /** Parameters that are given by keyword only, all with defaults. */
  readonly keywordOnly?: readonly string[]
}

/**
 * One value for each parameter, keyword-only ones last; undefined where left out.
 * @throws PythonError TypeError
 */
export function bindPython(
  signature: PythonSignature,
  args: readonly Value[],
  keywords: Keywords = new Map(),
): readonly (Value | undefined)[] {
  const { name, parameters, keywordOnly = [] } = signature
  if (args.length > parameters.length) throw tooMany(signature, args.length)
  const all = [...parameters, ...keywordOnly]
  for (const keyword of keywords.keys()) {
    const at = all.indexOf(keyword)
    if (at < 0) throw typeError(`${name}() got an unexpected keyword argument '${keyword}'`)
    if (at < args.length) throw typeError(`${name}() got multiple values for argument '${keyword}'`)
  }
  const bound = all.map((parameter, i) => args[i] ?? keywords.get(parameter))
  const missing = parameters.filter((_, i) => i < signature.required && bound[i] === undefined)
  if (missing.length > 0) throw tooFew(name, missing)
  return bound
}

function tooMany(signature: PythonSignature, given: number): Error {
  const { name, parameters, required, isMethod = false } = signature
  const own = isMethod ? 1 : 0
  const most = parameters.length + own
  const least = required + own
  const takes = least === most ? `${most}` : `from ${least} to ${most}`
  const noun = most === 1 && least === most ? 'argument' : 'arguments'
  const count = given + own
  const verb = count === 1 ? 'was' : 'were'
  return typeError(`${name}() takes ${takes} positional ${noun} but ${count} ${verb} given`)
}

function tooFew(name: string, missing: readonly string[]): Error {
  const quoted = missing.map((parameter) => `'${parameter}'`)
  const last = quoted.pop() ?? ''
  const comma = quoted.length > 1 ? ',' : ''
  const list = quoted.length === 0 ? last : `${quoted.join(', ')}${comma} and ${last}`
  const noun = missing.length === 1 ? 'argument' : 'arguments'
  return typeError(`${name}() missing ${missing.length} required positional ${noun}: ${list}`)
}
