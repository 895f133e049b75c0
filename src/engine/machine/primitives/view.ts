/** Primitives that only another's method gives: a subscription of a topic, a side of a readers–writer lock. */
import { PRIMITIVES, type PrimitiveName } from '../../../base'
import { OBJECT } from '../layout'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import { fromAddress, type Value } from '../value'
import { PRIMITIVE } from './primitive'

/** A new view of type `name` with `words` fields, of which that at offset `field` leads to `object`. */
export function makeView(
  p: Processor,
  name: PrimitiveName,
  object: number,
  field: number,
  words: number,
): Value {
  const view = p.memory.allocate(OBJECT.primitive, PRIMITIVE.fields + words)
  p.memory.write(
    view + PRIMITIVE.type,
    PRIMITIVES.findIndex((entry) => entry.name === name),
  )
  p.memory.write(view + field, fromAddress(object))
  return fromAddress(view)
}

/** The constructor of a view: programs have no name for it. */
export function notMade(): never {
  throw new PythonError('TypeError', 'cannot create instances')
}
