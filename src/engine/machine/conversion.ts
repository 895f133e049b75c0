/** Which method of a program's class turns its instances into text, as CPython looks it up. */
import { classTableOf } from './attributes'
import { OBJECT } from './layout'
import type { Processor } from './processor'
import { addressOf, type Value } from './value'

/** Address of the function object of `__str__` (else `__repr__`), or of `__repr__`; 0 when the default serves. */
export function conversionMethod(p: Processor, value: Value, kind: 'str' | 'repr'): number {
  const instance = p.objectOf(value, OBJECT.instance)
  if (instance === 0) return 0
  const cls = addressOf(p.word(instance + 1))
  const own = kind === 'str' ? method(p, cls, '__str__') : 0
  return own === 0 ? method(p, cls, '__repr__') : own
}

function method(p: Processor, cls: number, name: string): number {
  const symbol = p.program.symbols.indexOf(name)
  if (symbol < 0) return 0
  const table = classTableOf(p, cls)
  return (table.methods[symbol] ?? -1) < 0
    ? 0
    : addressOf(p.word(cls + (table.members[symbol] ?? 0)))
}
