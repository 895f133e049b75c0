/** Functions of `dataclasses` and what generated methods call. The decorator itself is carried out by the compiler. */
import { ask } from './answers'
import type { SystemName } from './builtins'
import { classOf } from './classes'
import { OBJECT } from './layout'
import { ownClass, specialMember } from './members'
import {
  bindPython,
  dictSet,
  fromText,
  kindOf,
  makeDict,
  repr,
  unsupported,
  typeOfNamedTuple,
} from './objects'
import type { Processor } from './processor'
import { PythonError, typeError } from './pythonError'
import { RoutineNeeded } from './routineNeeded'
import { fromBoolean, isPointer, NONE, UNBOUND, type Value } from './value'

const NAMES = [
  ...(['dataclass', 'field', 'replace', 'asdict', 'astuple', '.asdict', '.astuple'] as const),
  ...(['.sameClass', '.fieldDefault', '.fieldError'] as const),
] as const satisfies readonly SystemName[]

export type OfDataclasses = (typeof NAMES)[number]

const OWN: ReadonlySet<SystemName> = new Set(NAMES)

export function isOfDataclasses(name: SystemName): name is OfDataclasses {
  return OWN.has(name)
}

/** @throws PythonError; RoutineNeeded; LimitError where only CPython can tell what the decorator makes */
export function callOfDataclasses(
  p: Processor,
  name: OfDataclasses,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  const [first = NONE, second = NONE] = args
  switch (name) {
    case 'dataclass':
    case 'field':
      throw unsupported('dataclasses', `${name}()`)
    case 'replace':
      return replace(p, args, keywords)
    case 'asdict':
    case 'astuple':
      if (keywords.size > 0 || args.length !== 1) throw unsupported('dataclasses', `${name}(…)`)
      return converted(p, name, first) ?? notDataclass(name)
    case '.asdict':
      return converted(p, 'asdict', first) ?? copied(p, 'asdictOf', first)
    case '.astuple':
      return converted(p, 'astuple', first) ?? copied(p, 'astupleOf', first)
    case '.sameClass':
      return fromBoolean(classOf(p, first) === classOf(p, second))
    case '.fieldDefault':
      return checkedDefault(p, first, second)
    case '.fieldError':
      throw new PythonError(
        p.textOf(first) === 'TypeError' ? 'TypeError' : 'ValueError',
        p.textOf(second),
      )
  }
}

function notDataclass(name: string): never {
  throw typeError(`${name}() should be called on dataclass instances`)
}

/** The generated method behind `name`, or UNBOUND. */
function generated(p: Processor, instance: Value, name: string): Value {
  const cls = ownClass(p, instance)
  return cls === 0 ? UNBOUND : specialMember(p, cls, `.${name}`)
}

const REPLACE = { name: 'replace', parameters: ['obj'], required: 1 } as const

function replace(
  p: Processor,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  const [instance = NONE] = bindPython(REPLACE, args)
  const method = generated(p, instance, 'replace')
  if (method === UNBOUND) notDataclass('replace')
  const changes = makeDict(p.objects)
  for (const [name, value] of keywords)
    dictSet(p.objects, changes, fromText(p.objects, name), value)
  throw new RoutineNeeded('replaceFields', [method, instance, changes])
}

/** What the generated method makes of a dataclass; `undefined` for anything else. */
function converted(p: Processor, name: 'asdict' | 'astuple', value: Value): Value | undefined {
  const method = generated(p, value, name)
  return method === UNBOUND ? undefined : ask(p, method, [value])
}

const COPIED: ReadonlySet<number> = new Set([OBJECT.list, OBJECT.tuple, OBJECT.dict])
const IMMUTABLE: ReadonlySet<number> = new Set([
  ...[OBJECT.float, OBJECT.bigInteger, OBJECT.string, OBJECT.bytes, OBJECT.range],
  ...[OBJECT.function, OBJECT.builtin, OBJECT.class],
])

/** A deep copy. @throws LimitError for objects that only CPython's `copy` can copy */
function copied(p: Processor, routine: 'asdictOf' | 'astupleOf', value: Value): Value {
  const kind = isPointer(value) ? kindOf(p.memory, value) : 0
  if (!isPointer(value) || IMMUTABLE.has(kind)) return value
  if (p.isLock(value)) {
    const type = kind === OBJECT.lock ? '_thread.lock' : '_thread.RLock'
    throw typeError(`cannot pickle '${type}' object`)
  }
  const isPlainDict =
    kind !== OBJECT.dict || repr(p.objects, classOf(p, value)) === "<class 'dict'>"
  const isPlain = isPlainDict && typeOfNamedTuple(p.memory, value) === undefined
  if (COPIED.has(kind) && isPlain) throw new RoutineNeeded(routine, [value])
  throw unsupported('dataclasses', routine.slice(0, -2))
}

/** @throws PythonError ValueError for a default that instances would share and could change */
function checkedDefault(p: Processor, value: Value, name: Value): Value {
  const kind = isPointer(value) ? kindOf(p.memory, value) : 0
  const isMutable = MUTABLE.has(kind) || p.objects.own?.isUnhashable(value) === true
  if (!isMutable) return value
  const type = repr(p.objects, classOf(p, value))
  const message = `mutable default ${type} for field ${p.textOf(name)} is not allowed: use default_factory`
  throw new PythonError('ValueError', message)
}

const MUTABLE: ReadonlySet<number> = new Set([
  ...[OBJECT.list, OBJECT.dict, OBJECT.set, OBJECT.deque],
])
