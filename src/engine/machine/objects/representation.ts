/** `repr` and `str` of every value. */
import { PRIMITIVES } from '../../../base'
import { CLASS, EXCEPTION, THREAD, THREAD_STATUS, threadAddress } from '../layout'
import { PythonError } from '../pythonError'
import { addressOf, isSmallInteger, NONE, TRUE, type Value } from '../value'
import { addressText } from './address'
import { bytesRepr } from './bytes'
import { dictEntries } from './dict'
import { isCounter } from './counter'
import { mostCommonFirst } from './counterOrder'
import { factoryOf, isDefaultDict } from './defaultDict'
import { dequeBound } from './deque'
import { dictOfView, VIEW, whichView } from './dictView'
import { exceptionArguments, exceptionLine } from './exceptions'
import { toDouble } from './float'
import { floatRepr } from './floatText'
import { toIndex } from './integer'
import { integerText } from './integerText'
import { listItems } from './list'
import { namedTupleType, typeOfNamedTuple } from './namedTuple'
import { functionName } from './functionName'
import { fieldOf, isOfOwnClasses, KIND, kindOf, MAXIMUM_NESTING, type Objects } from './object'
import { partialParts } from './partial'
import { rangeBounds } from './range'
import { setItems } from './setTable'
import { sliceBounds } from './slice'
import { codePointsOf, textOf } from './string'
import { codeEscape, stringRepr } from './stringRepr'
import { tupleItems } from './tuple'
import { isTypeName, ITERTOOLS_TYPES, typeName } from './typeName'

/** Modules that a type's full name starts with; none for built-in ones. */
const TYPE_MODULES: Readonly<Record<string, string>> = {
  Thread: 'threading.',
  Timer: 'threading.',
  DatabaseLocked: 'cerrojo.',
  FrozenInstanceError: 'dataclasses.',
  Empty: '_queue.',
  Full: 'queue.',
  BrokenBarrierError: 'threading.',
  ...Object.fromEntries([...ITERTOOLS_TYPES].map((name) => [name, 'itertools.'])),
  deque: 'collections.',
  defaultdict: 'collections.',
  Counter: 'collections.',
  partial: 'functools.',
  ChargingDatabase: 'cerrojo.',
  ...Object.fromEntries(PRIMITIVES.map(({ name, module }) => [name, `${module}.`])),
  Future: 'concurrent.futures._base.',
  ThreadPoolExecutor: 'concurrent.futures.thread.',
  CancelledError: 'concurrent.futures._base.',
  InvalidStateError: 'concurrent.futures._base.',
  BrokenExecutor: 'concurrent.futures._base.',
}

/** `repr(value)`. @throws PythonError RecursionError for nesting beyond MAXIMUM_NESTING. */
export function repr(objects: Objects, value: Value): string {
  return represent(objects, value, objects.openContainers?.() ?? [])
}

/** `str(value)`. */
export function str(objects: Objects, value: Value): string {
  const { memory } = objects
  const kind = kindOf(memory, value)
  if (kind === KIND.string) return textOf(memory, value)
  if (!isOfOwnClasses(kind)) return repr(objects, value)
  const own = objects.ownText?.(value, 'str', [])
  return own ?? (kind === KIND.exception ? exceptionText(objects, value) : repr(objects, value))
}

/** `open` are the containers whose representation is being made, outermost first. */
function represent(objects: Objects, value: Value, open: readonly Value[]): string {
  const { memory } = objects
  switch (kindOf(memory, value)) {
    case KIND.none:
      return 'None'
    case KIND.boolean:
      return value === TRUE ? 'True' : 'False'
    case KIND.smallInteger:
    case KIND.bigInteger:
      return integerText(memory, value)
    case KIND.float:
      return floatRepr(toDouble(memory, value))
    case KIND.string:
      return stringRepr(textOf(memory, value))
    case KIND.bytes:
      return bytesRepr(codePointsOf(memory, value))
    case KIND.range:
      return rangeText(objects, value)
    case KIND.tuple:
    case KIND.list:
    case KIND.deque:
    case KIND.dict:
    case KIND.set:
    case KIND.frozenSet:
    case KIND.dictView:
    case KIND.slice:
    case KIND.partial:
      return representContainer(objects, value, open)
    case KIND.exception:
      return objects.ownText?.(value, 'repr', open) ?? representContainer(objects, value, open)
    default:
      return representObject(objects, value, open)
  }
}

function representContainer(objects: Objects, value: Value, open: readonly Value[]): string {
  const { memory } = objects
  const kind = kindOf(memory, value)
  const isOpen = open.includes(value)
  if (open.length > MAXIMUM_NESTING) {
    const message = 'maximum recursion depth exceeded while getting the repr of an object'
    throw new PythonError('RecursionError', message)
  }
  const inner = [...open, value]
  const join = (items: readonly Value[]): string =>
    items.map((item) => represent(objects, item, inner)).join(', ')
  switch (kind) {
    case KIND.list:
      return isOpen ? '[...]' : `[${join(listItems(memory, value))}]`
    case KIND.tuple:
      return isOpen ? '(...)' : anyTupleText(objects, value, join)
    case KIND.set:
      return isOpen ? 'set(...)' : setText(join, setItems(memory, value))
    case KIND.frozenSet: {
      const items = setItems(memory, value)
      return items.length === 0 ? 'frozenset()' : `frozenset(${setText(join, items)})`
    }
    case KIND.partial:
      return isOpen ? '...' : partialText(objects, value, inner)
    case KIND.slice:
      return `slice(${join(sliceBounds(memory, value))})`
    case KIND.deque:
      return isOpen ? '[...]' : dequeText(objects, value, join(listItems(memory, value)))
    case KIND.dict:
      if (isDefaultDict(memory, value)) return defaultDictText(objects, value, inner, isOpen)
      if (isCounter(memory, value)) return counterText(objects, value, inner, isOpen)
      return isOpen ? '{...}' : `{${pairs(objects, value, inner)}}`
    case KIND.dictView:
      return isOpen ? '...' : `${typeName(objects, value)}([${viewText(objects, value, inner)}])`
    default:
      return `${typeName(objects, value)}(${join(exceptionArguments(objects, value))})`
  }
}

function anyTupleText(
  objects: Objects,
  tuple: Value,
  join: (items: readonly Value[]) => string,
): string {
  const items = tupleItems(objects.memory, tuple)
  const type = typeOfNamedTuple(objects.memory, tuple)
  if (type === undefined) return tupleText(join, items)
  const { module, name, fields, isStructure } = namedTupleType(objects, type)
  const prefix = isStructure ? `${module}.` : ''
  return `${prefix}${name}(${items.map((item, i) => `${fields[i] ?? ''}=${join([item])}`).join(', ')})`
}

function tupleText(join: (items: readonly Value[]) => string, items: readonly Value[]): string {
  return items.length === 1 ? `(${join(items)},)` : `(${join(items)})`
}

function dequeText({ memory }: Objects, deque: Value, items: string): string {
  const bound = dequeBound(memory, deque)
  return bound === NONE
    ? `deque([${items}])`
    : `deque([${items}], maxlen=${integerText(memory, bound)})`
}

function defaultDictText(
  objects: Objects,
  dict: Value,
  open: readonly Value[],
  isOpen: boolean,
): string {
  if (isOpen) return 'defaultdict(...)'
  const factory = represent(objects, factoryOf(objects.memory, dict), open)
  return `defaultdict(${factory}, {${pairs(objects, dict, open)}})`
}

/** In the order of the counts where they have one. */
function counterText(
  objects: Objects,
  counter: Value,
  open: readonly Value[],
  isOpen: boolean,
): string {
  if (isOpen) return '...'
  const entries = dictEntries(objects.memory, counter)
  if (entries.length === 0) return 'Counter()'
  return `Counter({${pairTexts(objects, mostCommonOr(objects, counter, entries), open)}})`
}

function mostCommonOr(objects: Objects, counter: Value, entries: readonly Pair[]): readonly Pair[] {
  try {
    return mostCommonFirst(objects, counter)
  } catch (error) {
    if (error instanceof PythonError && error.type === 'TypeError') return entries
    throw error
  }
}

function partialText(objects: Objects, partial: Value, open: readonly Value[]): string {
  const { memory } = objects
  const { callable, args, keywords } = partialParts(objects, partial)
  const text = (value: Value): string => represent(objects, value, open)
  const named = dictEntries(memory, keywords).map(([key, value]) => {
    return `${str(objects, key)}=${text(value)}`
  })
  return `functools.partial(${[text(callable), ...tupleItems(memory, args).map(text), ...named].join(', ')})`
}

function setText(join: (items: readonly Value[]) => string, items: readonly Value[]): string {
  return items.length === 0 ? 'set()' : `{${join(items)}}`
}

type Pair = readonly [key: Value, value: Value]

function pairs(objects: Objects, dict: Value, open: readonly Value[]): string {
  return pairTexts(objects, dictEntries(objects.memory, dict), open)
}

function pairTexts(objects: Objects, entries: readonly Pair[], open: readonly Value[]): string {
  return entries
    .map(([key, value]) => {
      const text = represent(objects, key, open)
      return `${text}: ${represent(objects, value, open)}`
    })
    .join(', ')
}

function viewText(objects: Objects, view: Value, open: readonly Value[]): string {
  const { memory } = objects
  const which = whichView(memory, view)
  return dictEntries(memory, dictOfView(memory, view))
    .map(([key, value]) => {
      if (which === VIEW.keys) return represent(objects, key, open)
      const text = represent(objects, value, open)
      return which === VIEW.values ? text : `(${represent(objects, key, open)}, ${text})`
    })
    .join(', ')
}

function rangeText({ memory }: Objects, range: Value): string {
  const { start, stop, step } = rangeBounds(memory, range)
  const bounds = [start, stop, step].map((bound) => integerText(memory, bound))
  return `range(${(bounds[2] === '1' ? bounds.slice(0, 2) : bounds).join(', ')})`
}

/** Objects that are known by name or by address. */
function representObject(objects: Objects, value: Value, open: readonly Value[]): string {
  const { memory, names } = objects
  const at = addressText(value)
  switch (kindOf(memory, value)) {
    case KIND.function:
      return `<function ${functionName(objects, value)} at ${at}>`
    case KIND.boundMethod:
      return boundMethodText(objects, value, open)
    case KIND.builtin:
      return builtinText(names.builtinName(fieldOf(memory, value, 1)))
    case KIND.module:
      return `<module '${names.moduleName(fieldOf(memory, value, 1))}' (built-in)>`
    case KIND.class:
      return `<class '__main__.${names.className(fieldOf(memory, value, 1))}'>`
    case KIND.namedTupleType: {
      const { module, name } = namedTupleType(objects, value)
      return `<class '${module}.${name}'>`
    }
    case KIND.instance:
      return objects.ownText?.(value, 'repr', open) ?? defaultRepr(objects, value)
    case KIND.super:
      return superText(objects, value)
    case KIND.lock:
      return `<${lockState(objects, value)} _thread.lock object at ${at}>`
    case KIND.rlock:
      return reentrantLockText(objects, value)
    case KIND.thread:
      return objects.ownText?.(value, 'repr', open) ?? threadText(objects, value)
    case KIND.primitive:
      return (
        names.primitiveText?.(objects, addressOf(value), at) ??
        `<${fullTypeName(typeName(objects, value))} object at ${at}>`
      )
    default:
      return `<${fullTypeName(typeName(objects, value))} object at ${at}>`
  }
}

/** The name of a built-in type with that of its module, as `repr` of the type has it. */
export function fullTypeName(name: string): string {
  return (TYPE_MODULES[name] ?? '') + name
}

function builtinText(name: string): string {
  if (name === 'NotImplemented') return name
  if (name === 'Lock') return '<built-in function allocate_lock>'
  return isTypeName(name) ? `<class '${fullTypeName(name)}'>` : `<built-in function ${name}>`
}

function boundMethodText(objects: Objects, value: Value, open: readonly Value[]): string {
  const { memory, names } = objects
  const receiver = fieldOf(memory, value, 1)
  const callable = fieldOf(memory, value, 2)
  if (!isSmallInteger(callable) && kindOf(memory, callable) === KIND.function) {
    const name = names.functionName(fieldOf(memory, callable, 1))
    return `<bound method ${name} of ${represent(objects, receiver, open)}>`
  }
  const method = names.method?.(callable >> 1)?.name
  if (typeName(objects, value) === 'method_descriptor') {
    const type = names.builtinName(fieldOf(memory, receiver, 1))
    return `<method '${method ?? ''}' of '${fullTypeName(type)}' objects>`
  }
  const name = method === undefined ? '' : ` ${method}`
  const type = typeName(objects, receiver)
  return `<built-in method${name} of ${type} object at ${addressText(receiver)}>`
}

/** `object.__repr__`: what the class has to say counts for nothing. */
export function defaultRepr(objects: Objects, value: Value): string {
  const { memory } = objects
  if (kindOf(memory, value) === KIND.instance) {
    return `<__main__.${typeName(objects, value)} object at ${addressText(value)}>`
  }
  if (kindOf(memory, value) === KIND.thread) return threadText(objects, value)
  return kindOf(memory, value) === KIND.exception
    ? representContainer(objects, value, [])
    : repr(objects, value)
}

/** `<super: <class 'C'>, <C object>>`. */
function superText(objects: Objects, value: Value): string {
  const { memory, names } = objects
  const name = names.className(fieldOf(memory, fieldOf(memory, value, 1), 1))
  const object = fieldOf(memory, value, 2)
  const own = kindOf(memory, object) === KIND.class ? 'type' : typeName(objects, object)
  return `<super: <class '${name}'>, <${own} object>>`
}

/** State word of a lock: 0 free. */
function lockState({ memory }: Objects, lock: Value): string {
  return fieldOf(memory, lock, 1) === 0 ? 'unlocked' : 'locked'
}

function reentrantLockText(objects: Objects, lock: Value): string {
  const { memory } = objects
  const owner = fieldOf(memory, lock, 1) >>> 1
  const count = owner === 0 ? 0 : fieldOf(memory, lock, 3)
  const state = lockState(objects, lock)
  return `<${state} _thread.RLock object owner=${owner} count=${count} at ${addressText(lock)}>`
}

function threadText(objects: Objects, thread: Value): string {
  const { memory } = objects
  const address = addressOf(thread)
  const number = memory.word(address + 4)
  const name = str(objects, memory.word(address + 3))
  const isDaemon = memory.word(address + 5) !== 0
  const type = number === 1 ? '_MainThread' : typeName(objects, thread)
  const state = threadState(objects, number) + (isDaemon ? ' daemon' : '')
  return `<${type}(${name}, ${state}${number === 0 ? '' : ` ${number}`})>`
}

/** `number` is the thread's number + 1, 0 before it was started. */
function threadState({ memory }: Objects, number: number): string {
  if (number === 0) return 'initial'
  const status = memory.word(threadAddress(number - 1) + THREAD.status)
  return status === THREAD_STATUS.finished ? 'stopped' : 'started'
}

/** Name of the built-in class that the exception's class is or derives from first. */
function builtinBase({ memory, names }: Objects, exception: Value): string {
  let type = fieldOf(memory, exception, EXCEPTION.class)
  while (kindOf(memory, type) === KIND.class) type = fieldOf(memory, type, CLASS.base)
  return names.builtinName(fieldOf(memory, type, 1))
}

/** `str(exception)`: its only argument, the tuple of several, and `KeyError`'s argument as `repr`. */
export function exceptionText(objects: Objects, exception: Value): string {
  const args = exceptionArguments(objects, exception)
  const [first, second] = args
  if (first === undefined) return ''
  const name = builtinBase(objects, exception)
  if (second === undefined) return name === 'KeyError' ? repr(objects, first) : str(objects, first)
  if (args.length === 5 && exceptionLine(name).includes('UnicodeError')) {
    return unicodeErrorText(objects, args)
  }
  if (args.length === 2 && exceptionLine(name).includes('OSError')) {
    return `[Errno ${str(objects, first)}] ${str(objects, second)}`
  }
  return `(${args.map((arg) => repr(objects, arg)).join(', ')})`
}

/** Of encoding, object, start, end and reason. */
function unicodeErrorText(objects: Objects, args: readonly Value[]): string {
  const { memory } = objects
  const [encoding = NONE, object = NONE, start = NONE, end = NONE, reason = NONE] = args
  const first = toIndex(objects, start)
  const last = toIndex(objects, end) - 1
  const isDecoding = kindOf(memory, object) === KIND.bytes
  const verb = isDecoding ? 'decode byte' : 'encode character'
  const point = codePointsOf(memory, object)[first] ?? 0
  const one = isDecoding ? `0x${point.toString(16).padStart(2, '0')}` : `'${codeEscape(point)}'`
  const what = first === last ? ` ${one} in position ${first}` : `s in position ${first}-${last}`
  return `'${str(objects, encoding)}' codec can't ${verb}${what}: ${str(objects, reason)}`
}
