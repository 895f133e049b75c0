import type { EventCode } from '../../trace'
import type { Processor } from '../processor'
import type { Value } from '../value'
import { operationNumber } from './operationNames'

/**
 * Traces what an operation did to `object`. `value`: its argument (`signal`, `change`) or its result (the others),
 * UNBOUND for none.
 */
export function traceOperation(
  p: Processor,
  kind: EventCode,
  object: number,
  operation: { readonly name: string },
  value: Value,
): void {
  p.trace(kind, object, value, operationNumber(operation.name))
}
