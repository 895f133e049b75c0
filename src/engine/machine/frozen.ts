/** Frozen dataclasses: only their generated `__init__` stores attributes. */
import { FRAME, FUNCTION_MASK } from './layout'
import { classTableOf, ownClass } from './members'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import type { Value } from './value'

/** @throws PythonError FrozenInstanceError for an assignment to, or deletion of, an attribute of a frozen dataclass */
export function refuseFrozen(
  p: Processor,
  object: Value,
  symbol: number,
  verb: 'assign to' | 'delete',
): void {
  const cls = ownClass(p, object)
  const frozen = cls === 0 ? undefined : classTableOf(p, cls).frozen
  if (frozen === undefined || (!frozen.isWhole && !frozen.symbols.includes(symbol))) return
  const running = p.word(p.frame + FRAME.function) & FUNCTION_MASK
  if (frozen.initialisers.includes(running)) return
  const name = p.program.symbols[symbol] ?? ''
  throw new PythonError('FrozenInstanceError', `cannot ${verb} field '${name}'`)
}
