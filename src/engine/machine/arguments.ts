/** Binding of call arguments to parameters (Python/ceval.c: initialize_locals), with CPython's messages. */
import type { FunctionCode } from '../bytecode'
import { FUNCTION_MASK } from './layout'
import { dictSet, fromText, functionName, makeDict, makeTuple } from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { fromAddress, UNBOUND, type Value } from './value'

/** Offset of the first default value in a function object. */
export const FUNCTION_DEFAULTS = 3

/** One value per parameter of function object `fn`. @throws PythonError TypeError */
export function bindArguments(
  p: Processor,
  fn: number,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): readonly Value[] {
  const written = p.program.functions[p.word(fn + 1) & FUNCTION_MASK]
  if (written === undefined) throw new PythonError('TypeError', 'unknown function')
  if (keywords.size === 0 && args.length === written.parameters.length && isPlain(written)) {
    return args
  }
  const code = { ...written, qualifiedName: functionName(p.objects, fromAddress(fn)) }
  const { positionalCount, keywordOnlyCount, isVariadic, takesKeywords } = code
  const bound: Value[] = code.parameters.map(() => UNBOUND)
  args.slice(0, positionalCount).forEach((value, i) => (bound[i] = value))
  const further = bindKeywords(p, code, keywords, bound)
  const named = positionalCount + keywordOnlyCount
  if (isVariadic) bound[named] = makeTuple(p.objects, args.slice(positionalCount))
  else if (args.length > positionalCount) throw tooMany(code, args.length, bound)
  if (takesKeywords) bound[named + (isVariadic ? 1 : 0)] = further
  fillDefaults(p, fn, code, bound)
  return bound
}

function isPlain(code: FunctionCode): boolean {
  return code.parameters.length === code.positionalCount
}

/** Puts keywords into their places; answers the dict of those that have none, or UNBOUND. */
function bindKeywords(
  p: Processor,
  code: FunctionCode,
  keywords: ReadonlyMap<string, Value>,
  bound: Value[],
): Value {
  const { parameters, positionalCount, positionalOnlyCount, keywordOnlyCount } = code
  const named = positionalCount + keywordOnlyCount
  const further = code.takesKeywords ? makeDict(p.objects) : UNBOUND
  for (const [name, value] of keywords) {
    const at = parameters.findIndex(
      (own, i) => i >= positionalOnlyCount && i < named && own === name,
    )
    if (at < 0 && further !== UNBOUND) {
      dictSet(p.objects, further, fromText(p.objects, name), value)
    } else if (at < 0) throw unexpected(code, name, keywords)
    else if (bound[at] !== UNBOUND) {
      const message = `got multiple values for argument '${name}'`
      throw new PythonError('TypeError', `${code.qualifiedName}() ${message}`)
    } else bound[at] = value
  }
  return further
}

function unexpected(
  code: FunctionCode,
  name: string,
  keywords: ReadonlyMap<string, Value>,
): PythonError {
  const positional = code.parameters.slice(0, code.positionalOnlyCount)
  const passed = positional.filter((own) => keywords.has(own))
  const message =
    passed.length > 0
      ? `got some positional-only arguments passed as keyword arguments: '${passed.join(', ')}'`
      : `got an unexpected keyword argument '${name}'`
  return new PythonError('TypeError', `${code.qualifiedName}() ${message}`)
}

function fillDefaults(p: Processor, fn: number, code: FunctionCode, bound: Value[]): void {
  const { parameters, positionalCount, keywordOnlyCount, defaultCount, keywordDefaults } = code
  const firstDefault = positionalCount - defaultCount
  const missing: string[] = []
  const missingKeywords: string[] = []
  parameters.slice(0, positionalCount + keywordOnlyCount).forEach((name, i) => {
    if (bound[i] !== UNBOUND) return
    const at = i < positionalCount ? i - firstDefault : keywordDefaults.indexOf(name)
    const offset = i < positionalCount ? 0 : defaultCount
    if (at >= 0) bound[i] = p.word(fn + FUNCTION_DEFAULTS + offset + at)
    else (i < positionalCount ? missing : missingKeywords).push(name)
  })
  if (missing.length > 0) throw missingArguments(code.qualifiedName, missing, 'positional')
  if (missingKeywords.length > 0) {
    throw missingArguments(code.qualifiedName, missingKeywords, 'keyword-only')
  }
}

function tooMany(code: FunctionCode, given: number, bound: readonly Value[]): PythonError {
  const { positionalCount: most, defaultCount, keywordOnlyCount } = code
  const least = most - defaultCount
  const takes = least === most ? String(most) : `from ${String(least)} to ${String(most)}`
  const noun = most === 1 && least === most ? 'argument' : 'arguments'
  const keywords = bound.slice(most, most + keywordOnlyCount).filter((v) => v !== UNBOUND).length
  const detail =
    keywords === 0
      ? ''
      : ` positional argument${given === 1 ? '' : 's'} (and ${String(keywords)} keyword-only argument${keywords === 1 ? '' : 's'})`
  const verb = given === 1 && keywords === 0 ? 'was' : 'were'
  return new PythonError(
    'TypeError',
    `${code.qualifiedName}() takes ${takes} positional ${noun} but ${String(given)}${detail} ${verb} given`,
  )
}

function missingArguments(
  name: string,
  missing: readonly string[],
  kind: 'positional' | 'keyword-only',
): PythonError {
  const quoted = missing.map((m) => `'${m}'`)
  const last = quoted.pop() ?? ''
  const list =
    quoted.length === 0 ? last : `${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} and ${last}`
  const noun = missing.length === 1 ? 'argument' : 'arguments'
  return new PythonError(
    'TypeError',
    `${name}() missing ${String(missing.length)} required ${kind} ${noun}: ${list}`,
  )
}
