/** Every method of the built-in types, in one table: a method's index is its identity in bytecode and traces. */
import type { Value } from '../value'
import { DEQUE_METHODS } from './dequeMethods'
import { DICT_METHODS } from './dictMethods'
import { LIST_METHODS, TUPLE_METHODS } from './listMethods'
import type { Method, MethodType } from './method'
import { FLOAT_METHODS, INTEGER_METHODS } from './numberMethods'
import { KIND, kindOf, type Kind, type Objects } from './object'
import { SET_METHODS } from './setMethods'
import { bindPositional } from './signature'
import { STRING_METHODS } from './stringMethods'

/** `call` checks the number of arguments and the keywords first. */
function checked(method: Method): Method {
  return {
    ...method,
    call(objects, receiver, args, keywords) {
      const bound = bindPositional(method, method.type, args, keywords)
      return method.call(objects, receiver, bound, keywords)
    },
  }
}

export const METHODS: readonly Method[] = [
  ...STRING_METHODS,
  ...LIST_METHODS,
  ...DICT_METHODS,
  ...SET_METHODS,
  ...TUPLE_METHODS,
  ...INTEGER_METHODS,
  ...FLOAT_METHODS,
  ...DEQUE_METHODS,
].map(checked)

const TYPES: Partial<Record<Kind, MethodType>> = {
  [KIND.string]: 'str',
  [KIND.list]: 'list',
  [KIND.dict]: 'dict',
  [KIND.set]: 'set',
  [KIND.tuple]: 'tuple',
  [KIND.smallInteger]: 'int',
  [KIND.bigInteger]: 'int',
  [KIND.boolean]: 'int',
  [KIND.float]: 'float',
  [KIND.deque]: 'deque',
}

const INDEX = new Map(METHODS.map(({ type, name }, index) => [`${type}.${name}`, index]))

/** Index into METHODS of the method that `receiver` calls `name`. */
export function methodIndex(objects: Objects, receiver: Value, name: string): number | undefined {
  const type = TYPES[kindOf(objects.memory, receiver)]
  return type === undefined ? undefined : INDEX.get(`${type}.${name}`)
}
