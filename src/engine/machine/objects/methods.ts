/** Every method of the built-in types, in one table: a method's index is its identity in bytecode and traces. */
import { EXCEPTION_BASES, PythonError } from '../pythonError'
import type { Memory } from '../memory'
import type { Value } from '../value'
import { BYTES_METHODS } from './bytesMethods'
import { isCounter } from './counter'
import { COUNTER_METHODS } from './counterMethods'
import { isDefaultDict } from './defaultDict'
import { DEQUE_METHODS } from './dequeMethods'
import { DICT_METHODS } from './dictMethods'
import { VIEW_METHODS } from './viewMethods'
import { LIST_METHODS, TUPLE_METHODS } from './listMethods'
import type { Method, MethodType } from './method'
import { isStructure, typeOfNamedTuple } from './namedTuple'
import { NAMED_TUPLE_METHODS } from './namedTupleMethods'
import { FLOAT_METHODS, INTEGER_METHODS } from './numberMethods'
import { fieldOf, isKind, KIND, kindOf, type Kind, type Objects } from './object'
import { EXCEPTION_METHODS, OBJECT_METHODS } from './objectMethods'
import { RANGE_METHODS } from './rangeMethods'
import { FROZEN_SET_METHODS, SET_METHODS } from './setMethods'
import { bindPositional } from './signature'
import { STRING_METHODS } from './stringMethods'
import { typeName } from './typeName'

/** `call` checks the receiver, the number of arguments and the keywords first. */
function checked(method: Method): Method {
  return {
    ...method,
    call(objects, receiver, args, keywords) {
      if (isKind(objects.memory, receiver, KIND.builtin) && method.isOfType !== true) {
        throw withoutReceiver(objects, method, args)
      }
      const bound = bindPositional(method, ownerOf(objects, method, receiver), args, keywords)
      return method.call(objects, receiver, bound, keywords)
    },
  }
}

/** The type that messages name: a defaultdict has a `copy` of its own. */
function ownerOf({ memory }: Objects, { type, name }: Method, receiver: Value): string {
  const isOwn = type === 'dict' && name === 'copy' && isKind(memory, receiver, KIND.dict)
  return isOwn && isDefaultDict(memory, receiver) ? 'defaultdict' : type
}

/** `str.upper()` and `str.upper(1)`: a method looked up on its type and called with no value of the type. */
function withoutReceiver(
  objects: Objects,
  { type, name }: Method,
  [first]: readonly Value[],
): PythonError {
  if (first === undefined) {
    return new PythonError('TypeError', `unbound method ${type}.${name}() needs an argument`)
  }
  const given = typeName(objects, first)
  const message = `descriptor '${name}' for '${type}' objects doesn't apply to a '${given}' object`
  return new PythonError('TypeError', message)
}

export const METHODS: readonly Method[] = [
  ...STRING_METHODS,
  ...BYTES_METHODS,
  ...LIST_METHODS,
  ...DICT_METHODS,
  ...COUNTER_METHODS,
  ...VIEW_METHODS,
  ...SET_METHODS,
  ...FROZEN_SET_METHODS,
  ...TUPLE_METHODS,
  ...NAMED_TUPLE_METHODS,
  ...INTEGER_METHODS,
  ...FLOAT_METHODS,
  ...RANGE_METHODS,
  ...DEQUE_METHODS,
  ...OBJECT_METHODS,
  ...EXCEPTION_METHODS,
].map(checked)

const TYPES: Partial<Record<Kind, MethodType>> = {
  [KIND.string]: 'str',
  [KIND.bytes]: 'bytes',
  [KIND.list]: 'list',
  [KIND.dict]: 'dict',
  [KIND.set]: 'set',
  [KIND.frozenSet]: 'frozenset',
  [KIND.tuple]: 'tuple',
  [KIND.smallInteger]: 'int',
  [KIND.bigInteger]: 'int',
  [KIND.boolean]: 'int',
  [KIND.float]: 'float',
  [KIND.range]: 'range',
  [KIND.deque]: 'deque',
  [KIND.exception]: 'BaseException',
}

/** Built-in types by their names, where they are not those of the methods' type. */
const TYPES_BY_NAME: Readonly<Record<string, MethodType>> = {
  bool: 'int',
  defaultdict: 'dict',
  Counter: 'dict',
}

const INDEX = new Map(METHODS.map(({ type, name }, index) => [`${type}.${name}`, index]))

/** Index into METHODS of the method that `receiver` calls `name`. */
export function methodIndex(objects: Objects, receiver: Value, name: string): number | undefined {
  const { memory } = objects
  const kind = kindOf(memory, receiver)
  const type = kind === KIND.dictView ? typeName(objects, receiver) : TYPES[kind]
  const special = specialType(memory, receiver)
  const ofSpecial = special === undefined ? undefined : INDEX.get(`${special}.${name}`)
  const own = ofSpecial ?? INDEX.get(`${type ?? 'object'}.${name}`)
  if (own !== undefined) return own
  return isOfObject(kind, name) ? INDEX.get(`object.${name}`) : undefined
}

/** Of values that have more methods than others of their kind. */
function specialType(memory: Memory, value: Value): MethodType | undefined {
  if (isCounter(memory, value)) return 'Counter'
  const type =
    kindOf(memory, value) === KIND.namedTupleType ? value : typeOfNamedTuple(memory, value)
  return type === undefined || isStructure(memory, type) ? undefined : 'namedtuple'
}

/** Kinds that have the methods of `object` unless a class of the program has others. */
const PLAIN: ReadonlySet<Kind> = new Set<Kind>([
  ...[KIND.instance, KIND.exception, KIND.thread, KIND.object],
])

/** Whether values of `kind` have the method `name` from `object`, and none of their own in CPython. */
function isOfObject(kind: Kind, name: string): boolean {
  return PLAIN.has(kind) || name === '__init__' || name === '__str__' || name === '__repr__'
}

/** Index into METHODS of the method `name` of a built-in type: `str.upper`. */
export function typeMethodIndex(
  { memory, names }: Objects,
  type: Value,
  name: string,
): number | undefined {
  const typeName = names.builtinName(fieldOf(memory, type, 1))
  const isException = typeName in EXCEPTION_BASES
  const own = isException ? 'BaseException' : (TYPES_BY_NAME[typeName] ?? typeName)
  const method = INDEX.get(`${typeName}.${name}`) ?? INDEX.get(`${own}.${name}`)
  return method ?? (isException ? INDEX.get(`object.${name}`) : undefined)
}
