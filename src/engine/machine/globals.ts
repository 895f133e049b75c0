/** Global variables: one word each. */
import { builtinIndex, BUILTINS } from './builtins'
import { globalAddress } from './layout'
import { builtinValue } from './load'
import type { Processor } from './processor'
import { publishGlobal } from './publish'
import { PythonError } from './pythonError'
import { UNBOUND, type Value } from './value'

/** @throws PythonError NameError when it is not set */
export function requireGlobal(p: Processor, index: number): Value {
  const value = p.word(globalAddress(index))
  if (value !== UNBOUND) return value
  const name = p.program.globals[index]?.name ?? ''
  throw new PythonError('NameError', `name '${name}' is not defined`)
}

/** A global that is not set (yet, or any more) does not hide the built-in of its name. */
function globalOrBuiltin(p: Processor, index: number): Value {
  const value = p.word(globalAddress(index))
  if (value !== UNBOUND) return value
  const builtin = builtinIndex(p.program.globals[index]?.name ?? '')
  const entry = builtin === undefined ? undefined : BUILTINS[builtin]
  const isGlobalName = entry !== undefined && (entry.kind === 'pure' || entry.module === undefined)
  return isGlobalName && builtin !== undefined
    ? builtinValue(p.program, builtin)
    : requireGlobal(p, index)
}

/** `-- value` */
export function loadGlobal(p: Processor, index: number): void {
  const value = globalOrBuiltin(p, index)
  p.traceAccess('read', globalAddress(index), value)
  p.push(value)
}

export function storeGlobal(p: Processor, index: number, value: Value): void {
  publishGlobal(p, value)
  p.memory.write(globalAddress(index), value)
  p.traceAccess('write', globalAddress(index), value)
}
