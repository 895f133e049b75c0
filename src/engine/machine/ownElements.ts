/** `container[key]` and its kin on objects of the program: its methods are called in place of the operation. */
import { OPERATIONS } from '../bytecode'
import { enterInPlace } from './calls'
import { specialMethod } from './answers'
import { NO_RESULT, OBJECT } from './layout'
import { makeSlice } from './objects'
import type { Processor } from './processor'
import type { Value } from './value'

/** Calls the special method of the container that `operation` works on; false when it has none. */
export function enterOwnElement(p: Processor, operation: number): boolean {
  if (p.objects.own === undefined) return false
  switch (operation) {
    case OPERATIONS.loadItem.code:
      return enter(p, '__getitem__', p.peek(1), () => [p.peek(0)], { operands: 2, flags: 0 })
    case OPERATIONS.loadSlice.code: {
      const slice = (): Value => makeSlice(p.objects, [p.peek(2), p.peek(1), p.peek(0)])
      return enter(p, '__getitem__', p.peek(3), () => [slice()], { operands: 4, flags: 0 })
    }
    case OPERATIONS.storeItem.code: {
      const args = (): Value[] => [p.peek(0), p.peek(2)]
      return enter(p, '__setitem__', p.peek(1), args, { operands: 3, flags: NO_RESULT })
    }
    default:
      return enter(p, '__delitem__', p.peek(1), () => [p.peek(0)], {
        operands: 2,
        flags: NO_RESULT,
      })
  }
}

function enter(
  p: Processor,
  name: string,
  container: Value,
  args: () => readonly Value[],
  { operands, flags }: { readonly operands: number; readonly flags: number },
): boolean {
  const method = p.objectOf(specialMethod(p, container, name), OBJECT.function)
  if (method === 0) return false
  enterInPlace(p, method, [container, ...args()], p.top - operands, flags)
  return true
}
