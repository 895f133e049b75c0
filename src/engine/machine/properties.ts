/** Properties of classes of the program: what `object.name = value` and `del object.name` make of them. */
import { findMember, ownClass } from './members'
import { typeName } from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { addressOf, UNBOUND, type Value } from './value'

/** A getter or setter that is called in place of an operation: its operands from `base` on go. */
export interface Accessor {
  readonly function: number
  readonly args: readonly Value[]
  readonly base: number
  readonly flags: number
}

/** Address of the setter to call, if `symbol` is a property. @throws PythonError AttributeError */
export function setterOf(p: Processor, object: Value, symbol: number): number | undefined {
  const cls = ownClass(p, object)
  const found = cls === 0 ? undefined : findMember(p, cls, symbol, true)
  if (found?.kind !== 'property') return undefined
  if (found.setter === UNBOUND) throw without(p, object, symbol, 'setter')
  return addressOf(found.setter)
}

/** @throws PythonError AttributeError where `symbol` is a property: none has a deleter */
export function refuseDeletion(p: Processor, object: Value, symbol: number): void {
  const cls = ownClass(p, object)
  if (cls === 0 || findMember(p, cls, symbol, true)?.kind !== 'property') return
  throw without(p, object, symbol, 'deleter')
}

function without(
  p: Processor,
  object: Value,
  symbol: number,
  part: 'setter' | 'deleter',
): PythonError {
  const name = p.program.symbols[symbol] ?? ''
  const message = `property '${name}' of '${typeName(p.objects, object)}' object has no ${part}`
  return new PythonError('AttributeError', message)
}
