import type { Value } from '../value'
import type { Objects } from './object'
import type { Keywords, Signature } from './signature'

export type MethodType =
  | 'str'
  | 'bytes'
  | 'list'
  | 'dict'
  | 'Counter'
  | 'dict_keys'
  | 'dict_items'
  | 'set'
  | 'frozenset'
  | 'tuple'
  | 'namedtuple'
  | 'int'
  | 'float'
  | 'range'
  | 'deque'
  | 'object'
  | 'BaseException'

/** A method of a built-in type. */
export interface Method extends Signature {
  readonly type: MethodType
  /** Whether it changes its receiver. */
  readonly writes: boolean
  /** Whether the type itself is its receiver: `dict.fromkeys`. The receiver may then be a value of the type, too. */
  readonly isOfType?: boolean
  call(objects: Objects, receiver: Value, args: readonly Value[], keywords: Keywords): Value
}

type Call = Method['call']

/** Name, fewest and most arguments, implementation; further properties of the signature. */
export type MethodRow = readonly [
  name: string,
  minimum: number,
  maximum: number,
  call: Call,
  more?: Partial<Pick<Method, 'writes' | 'isOfType' | 'parameters' | 'options' | 'wording'>>,
]

/** The table of a type's methods. */
export function methodsOf(type: MethodType, rows: readonly MethodRow[]): Method[] {
  return rows.map(([name, minimum, maximum, call, more]) => ({
    type,
    name,
    minimum,
    maximum,
    writes: false,
    call,
    ...more,
  }))
}
