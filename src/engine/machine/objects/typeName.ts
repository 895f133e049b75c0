import { PRIMITIVES, type PrimitiveEntry } from '../../../base'
import { EXCEPTION_BASES } from '../pythonError'
import { EXCEPTION, INSTANCE, THREAD_OBJECT } from '../layout'
import { UNBOUND, type Value } from '../value'
import { isCounter } from './counter'
import { isDefaultDict } from './defaultDict'
import { ITERATOR_FIELD, VARIETY_NAMES, type Variety } from './iteratorVariety'
import { namedTupleName, typeOfNamedTuple } from './namedTuple'
import { fieldOf, KIND, kindOf, type Kind, type Objects } from './object'
import { isTimer } from './timer'

/** Built-ins that are types, the exceptions aside: printed as classes, not as functions. */
const BUILTIN_TYPES: ReadonlySet<string> = new Set([
  ...[
    'int',
    'float',
    'bool',
    'str',
    'bytes',
    'list',
    'tuple',
    'dict',
    'set',
    'frozenset',
    'range',
    'object',
    'type',
  ],
  ...['enumerate', 'zip', 'reversed', 'map', 'filter', 'slice', 'super'],
])

/** Types of `itertools`. */
export const ITERTOOLS_TYPES: ReadonlySet<string> = new Set([
  ...['accumulate', 'chain', 'combinations', 'combinations_with_replacement', 'compress', 'count'],
  ...['cycle', 'dropwhile', 'filterfalse', 'islice', 'pairwise', 'permutations', 'product'],
  ...['repeat', 'starmap', 'takewhile', 'zip_longest'],
])

/** Types of modules. */
const COMPANION_TYPES: ReadonlySet<string> = new Set([
  'Thread',
  'Timer',
  'ChargingDatabase',
  'deque',
  'defaultdict',
  'Counter',
  'partial',
  ...ITERTOOLS_TYPES,
  ...PRIMITIVES.map(({ name }) => name),
])

const VIEW_NAMES = ['dict_keys', 'dict_values', 'dict_items'] as const

/** Kinds whose type has one name. */
const FIXED_NAMES: Partial<Record<Kind, string>> = {
  [KIND.none]: 'NoneType',
  [KIND.boolean]: 'bool',
  [KIND.smallInteger]: 'int',
  [KIND.bigInteger]: 'int',
  [KIND.float]: 'float',
  [KIND.string]: 'str',
  [KIND.bytes]: 'bytes',
  [KIND.list]: 'list',
  [KIND.deque]: 'collections.deque',
  [KIND.dict]: 'dict',
  [KIND.set]: 'set',
  [KIND.frozenSet]: 'frozenset',
  [KIND.range]: 'range',
  [KIND.function]: 'function',
  [KIND.module]: 'module',
  [KIND.class]: 'type',
  [KIND.namedTupleType]: 'type',
  [KIND.lock]: '_thread.lock',
  [KIND.rlock]: '_thread.RLock',
  [KIND.database]: 'ChargingDatabase',
  [KIND.slice]: 'slice',
  [KIND.partial]: 'functools.partial',
  [KIND.cell]: 'cell',
  [KIND.super]: 'super',
  [KIND.property]: 'property',
  [KIND.staticMethod]: 'staticmethod',
  [KIND.classMethod]: 'classmethod',
  [KIND.traceback]: 'traceback',
}

/** Of `NotImplemented`, the one built-in that is neither a function nor a type. */
export const NOT_IMPLEMENTED_TYPE = 'NotImplementedType'

/** Types that have no name in a program. */
export const UNNAMED_TYPES: readonly string[] = [
  NOT_IMPLEMENTED_TYPE,
  'iterator',
  ...['NoneType', 'function', 'method', 'builtin_function_or_method', 'module'],
  ...[
    'generator',
    'cell',
    'method_descriptor',
    'property',
    'staticmethod',
    'classmethod',
    'traceback',
  ],
  ...['_thread.lock', '_thread.RLock', ...VIEW_NAMES],
  ...[...new Set(Object.values(VARIETY_NAMES))].filter((name) => !BUILTIN_TYPES.has(name)),
]

const UNNAMED: ReadonlySet<string> = new Set(UNNAMED_TYPES)

function primitiveTypeName(type: number): string {
  const entry: PrimitiveEntry | undefined = PRIMITIVES[type]
  return entry?.typeName ?? entry?.name ?? 'object'
}

/** The name of the value's type, as error messages show it (`type(value).__name__`, with CPython's exceptions). */
export function typeName(objects: Objects, value: Value): string {
  const { memory, names } = objects
  const kind = kindOf(memory, value)
  switch (kind) {
    case KIND.instance:
      return classNameOf(objects, fieldOf(memory, value, INSTANCE.class))
    case KIND.primitive:
      return primitiveTypeName(fieldOf(memory, value, 1))
    case KIND.exception:
      return classNameOf(objects, fieldOf(memory, value, EXCEPTION.class))
    case KIND.thread: {
      const own = fieldOf(memory, value, THREAD_OBJECT.class)
      if (own !== UNBOUND) return classNameOf(objects, own)
      return isTimer(objects, value) ? 'Timer' : 'Thread'
    }
    case KIND.generator:
      return generatorType(names.functionName(fieldOf(memory, value, 1)))
    case KIND.dict:
      if (isCounter(memory, value)) return 'Counter'
      return isDefaultDict(memory, value) ? 'collections.defaultdict' : 'dict'
    case KIND.tuple: {
      const type = typeOfNamedTuple(memory, value)
      return type === undefined ? 'tuple' : namedTupleName(memory, type)
    }
    case KIND.iterator:
      return VARIETY_NAMES[fieldOf(memory, value, ITERATOR_FIELD.variety) as Variety]
    case KIND.dictView:
      return VIEW_NAMES[fieldOf(memory, value, 2)] ?? 'dict_keys'
    case KIND.builtin:
      return typeOfBuiltin(names.builtinName(fieldOf(memory, value, 1)))
    case KIND.boundMethod:
      return typeOfMethod(objects, value)
    default:
      return FIXED_NAMES[kind] ?? 'object'
  }
}

function typeOfBuiltin(name: string): string {
  if (name === 'NotImplemented') return NOT_IMPLEMENTED_TYPE
  return isTypeName(name) ? 'type' : 'builtin_function_or_method'
}

/** A method looked up on its type waits for its receiver. */
function typeOfMethod({ memory, names }: Objects, value: Value): string {
  const receiver = fieldOf(memory, value, 1)
  const callable = fieldOf(memory, value, 2)
  if (kindOf(memory, callable) === KIND.function) return 'method'
  const isOnType = kindOf(memory, receiver) === KIND.builtin
  const isOfType = isOnType && names.method?.(callable >> 1)?.isOfType === true
  return isOnType && !isOfType ? 'method_descriptor' : 'builtin_function_or_method'
}

/** Name of a class of the program, or of a built-in one. */
export function classNameOf({ memory, names }: Objects, type: Value): string {
  const index = fieldOf(memory, type, 1)
  return kindOf(memory, type) === KIND.class ? names.className(index) : names.builtinName(index)
}

const ROUTINE_TYPES: Readonly<Record<string, string>> = {
  mapMany: 'map',
  zipStrict: 'zip',
  iterated: 'generator',
  sequence: 'iterator',
  reversedSequence: 'reversed',
  poolResults: 'generator',
  asCompleted: 'generator',
}

/** Routines make the iterators of built-ins: `map` and `mapMany` are maps. */
function generatorType(name: string): string {
  if (name.endsWith('<genexpr>')) return 'generator'
  if (ITERTOOLS_TYPES.has(name)) return `itertools.${name}`
  return ROUTINE_TYPES[name] ?? name
}

/** Whether the built-in of this name is a type or an exception class. */
export function isTypeName(name: string): boolean {
  return (
    BUILTIN_TYPES.has(name) ||
    name in EXCEPTION_BASES ||
    COMPANION_TYPES.has(name) ||
    UNNAMED.has(name)
  )
}
