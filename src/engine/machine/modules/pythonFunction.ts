/** Functions that CPython's library writes in Python: their arguments are bound, and their errors worded, as for `def`. */
import { ANY_KEYWORD, bindPython, type Objects, type PythonSignature } from '../objects'
import type { Value } from '../value'
import type { FunctionRow } from './module'

type Body = (objects: Objects, args: readonly (Value | undefined)[]) => Value

/** The row of such a function. `body` gets one value for each parameter, keyword-only ones last; undefined where left out. */
export function pythonFunction(
  member: string,
  signature: PythonSignature,
  body: Body,
): FunctionRow {
  return [
    member,
    0,
    Infinity,
    (objects, args, keywords) => body(objects, bindPython(signature, args, keywords)),
    { options: [ANY_KEYWORD] },
  ]
}
