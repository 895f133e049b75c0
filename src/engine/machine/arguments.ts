/** Binding of call arguments to parameters, with CPython's messages. */
import { FUNCTION_MASK } from './layout'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { UNBOUND, type Value } from './value'

/** One value per parameter of function object `fn`. @throws PythonError TypeError */
export function bindArguments(
  p: Processor,
  fn: number,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): readonly Value[] {
  const code = p.program.functions[p.word(fn + 1) & FUNCTION_MASK]
  if (code === undefined) throw new PythonError('TypeError', 'unknown function')
  const { parameters, defaultCount } = code
  if (keywords.size === 0 && args.length === parameters.length) return args
  if (args.length > parameters.length) throw tooMany(code, args.length)
  const bound = [...args]
  for (const [name, value] of keywords) {
    const at = parameters.indexOf(name)
    if (at < 0) {
      throw new PythonError(
        'TypeError',
        `${code.qualifiedName}() got an unexpected keyword argument '${name}'`,
      )
    }
    if (bound[at] !== undefined && bound[at] !== UNBOUND) {
      throw new PythonError(
        'TypeError',
        `${code.qualifiedName}() got multiple values for argument '${name}'`,
      )
    }
    bound[at] = value
  }
  const firstDefault = parameters.length - defaultCount
  const missing: string[] = []
  parameters.forEach((name, i) => {
    if (bound[i] !== undefined) return
    if (i >= firstDefault) bound[i] = p.word(fn + 2 + i - firstDefault)
    else missing.push(name)
  })
  if (missing.length > 0) throw missingArguments(code.qualifiedName, missing)
  return bound
}

function tooMany(
  code: { qualifiedName: string; parameters: readonly string[]; defaultCount: number },
  given: number,
): PythonError {
  const most = code.parameters.length
  const least = most - code.defaultCount
  const takes = least === most ? String(most) : `from ${String(least)} to ${String(most)}`
  const noun = most === 1 && least === most ? 'argument' : 'arguments'
  const verb = given === 1 ? 'was' : 'were'
  return new PythonError(
    'TypeError',
    `${code.qualifiedName}() takes ${takes} positional ${noun} but ${String(given)} ${verb} given`,
  )
}

function missingArguments(name: string, missing: readonly string[]): PythonError {
  const quoted = missing.map((m) => `'${m}'`)
  const last = quoted.pop() ?? ''
  const list =
    quoted.length === 0 ? last : `${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} and ${last}`
  const noun = missing.length === 1 ? 'argument' : 'arguments'
  return new PythonError(
    'TypeError',
    `${name}() missing ${String(missing.length)} required positional ${noun}: ${list}`,
  )
}
