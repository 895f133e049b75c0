/**
 * Every built-in a program can name, in one table: its index is the field of a `builtin` object and of a constant. Pure
 * functions come from objects/, exceptions from pythonError.ts; the rest is carried out by the interpreter itself.
 */
import { PRIMITIVES, type PrimitiveName } from '../../base'
import { EXCEPTION_BASES, EXCEPTION_MODULES } from './pythonError'
import { MODULE_FUNCTIONS, type ModuleFunction } from './modules'
import type { Memory } from './memory'
import {
  BUILTIN_FUNCTIONS,
  isTypeName,
  UNNAMED_TYPES,
  type BuiltinFunction,
  type Objects,
} from './objects'
import { addressOf, type Value } from './value'

/** Built-ins the interpreter carries out; `module` tells where a program imports them from. */
const SYSTEM = [
  { name: 'print', module: undefined, isStep: true },
  { name: 'write', module: 'sys.stdout', isStep: true },
  { name: 'flush', module: 'sys.stdout', isStep: false },
  { name: 'write', module: 'sys.stderr', isStep: true },
  { name: 'flush', module: 'sys.stderr', isStep: false },
  { name: 'getLogger', module: 'logging', isStep: false },
  { name: 'basicConfig', module: 'logging', isStep: true },
  { name: 'debug', module: 'logging', isStep: true },
  { name: 'info', module: 'logging', isStep: true },
  { name: 'warning', module: 'logging', isStep: true },
  { name: 'error', module: 'logging', isStep: true },
  { name: 'critical', module: 'logging', isStep: true },
  { name: 'log', module: 'logging', isStep: true },
  { name: 'isinstance', module: undefined, isStep: false },
  { name: 'issubclass', module: undefined, isStep: false },
  { name: 'type', module: undefined, isStep: false },
  { name: 'getattr', module: undefined, isStep: false },
  { name: 'hasattr', module: undefined, isStep: false },
  { name: 'setattr', module: undefined, isStep: false },
  { name: 'delattr', module: undefined, isStep: false },
  { name: 'super', module: undefined, isStep: false },
  { name: 'object', module: undefined, isStep: false },
  { name: 'Thread', module: 'threading', isStep: false },
  { name: 'Timer', module: 'threading', isStep: false },
  /** What a timer's thread runs. */
  { name: '.timer', module: undefined, isStep: false },
  { name: 'Lock', module: 'threading', isStep: false },
  { name: 'RLock', module: 'threading', isStep: false },
  { name: 'current_thread', module: 'threading', isStep: false },
  { name: 'currentThread', module: 'threading', isStep: false },
  { name: 'main_thread', module: 'threading', isStep: false },
  { name: 'get_ident', module: 'threading', isStep: false },
  { name: 'active_count', module: 'threading', isStep: true },
  { name: 'activeCount', module: 'threading', isStep: true },
  { name: 'enumerate', module: 'threading', isStep: true },
  /** What the threads of a pool run, a routine that is a generator, and the end of all pools. */
  { name: '.poolWork', module: undefined, isStep: false },
  { name: '.begin', module: undefined, isStep: false },
  { name: '.poolsEnd', module: undefined, isStep: false },
  /** Of routines: a queue of their own. */
  { name: '.simpleQueue', module: undefined, isStep: false },
  { name: 'sleep', module: 'time', isStep: true },
  /** Of routines: the time, for what is left of a time limit. */
  { name: '.now', module: undefined, isStep: false },
  { name: 'time', module: 'time', isStep: false },
  { name: 'monotonic', module: 'time', isStep: false },
  { name: 'perf_counter', module: 'time', isStep: false },
  { name: 'progress', module: 'cerrojo', isStep: true },
  { name: 'invariant', module: 'cerrojo', isStep: true },
  { name: 'dataclass', module: 'dataclasses', isStep: false },
  { name: 'field', module: 'dataclasses', isStep: false },
  { name: 'replace', module: 'dataclasses', isStep: false },
  { name: 'asdict', module: 'dataclasses', isStep: false },
  { name: 'astuple', module: 'dataclasses', isStep: false },
  /** Of dataclasses: what their generated text and their routines name. */
  { name: '.asdict', module: undefined, isStep: false },
  { name: '.astuple', module: undefined, isStep: false },
  { name: '.sameClass', module: undefined, isStep: false },
  { name: '.fieldDefault', module: undefined, isStep: false },
  { name: '.fieldError', module: undefined, isStep: false },
  { name: 'ChargingDatabase', module: 'cerrojo', isStep: true },
] as const

/** A module that no program can import. */
const NOWHERE = ''

export type SystemName = (typeof SYSTEM)[number]['name']

export type Builtin =
  | {
      readonly kind: 'pure'
      readonly name: string
      readonly module: string | undefined
      /** Whether a call reads or changes what all threads use. */
      readonly isShared: boolean
      readonly index: number
    }
  | { readonly kind: 'exception'; readonly name: string; readonly module: string | undefined }
  /** A type that only `type(x)` gives. */
  | { readonly kind: 'type'; readonly name: string; readonly module: string }
  /** A constructor; `type`: position in PRIMITIVES. */
  | {
      readonly kind: 'primitive'
      readonly name: PrimitiveName
      readonly module: string
      readonly type: number
    }
  | {
      readonly kind: 'system'
      readonly name: SystemName
      readonly module: string | undefined
      readonly isStep: boolean
    }

/** Functions that need nothing but objects: built-in ones, then those of modules. Their index is their identity. */
export const PURE_FUNCTIONS: readonly (BuiltinFunction & Partial<ModuleFunction>)[] = [
  ...BUILTIN_FUNCTIONS,
  ...MODULE_FUNCTIONS,
]

export const BUILTINS: readonly Builtin[] = [
  ...PURE_FUNCTIONS.map(
    ({ name, module, isShared = false }, index) =>
      ({ kind: 'pure', name, module, isShared, index }) as const,
  ),
  ...Object.keys(EXCEPTION_BASES).map(
    (name) =>
      ({
        kind: 'exception',
        name,
        module: EXCEPTION_MODULES[name],
      }) as const,
  ),
  ...SYSTEM.map((s) => ({ kind: 'system', ...s }) as const),
  ...PRIMITIVES.map(
    ({ name, module = NOWHERE }, type) => ({ kind: 'primitive', name, module, type }) as const,
  ),
  ...UNNAMED_TYPES.map((name) => ({ kind: 'type', name, module: NOWHERE }) as const),
]

/** Calls a type that needs nothing but objects without arguments; `undefined` for any other callable. */
export function callFactory({ memory, objects }: FactoryCaller, factory: Value): Value | undefined {
  const builtin = BUILTINS[memory.word(addressOf(factory) + 1)]
  if (builtin?.kind !== 'pure' || builtin.isShared) return undefined
  return PURE_FUNCTIONS[builtin.index]?.call(objects, [], new Map())
}

interface FactoryCaller {
  readonly memory: Memory
  readonly objects: Objects
}

/** `name`, or `module.name` for members of modules. */
const BY_NAME = new Map(
  BUILTINS.map((b, index) => [b.module === undefined ? b.name : `${b.module}.${b.name}`, index]),
)

/** Types of modules that messages and `type` name without their module. */
const UNQUALIFIED = new Map(
  BUILTINS.flatMap((b, index) =>
    b.kind === 'pure' && !isTypeName(b.name) ? [] : [[b.name, index] as const],
  ),
)

/** Index of the built-in `name`: of one that needs no import first, then of a type of a module. */
export function builtinIndex(name: string): number | undefined {
  return BY_NAME.get(name) ?? UNQUALIFIED.get(name)
}

/** Index of the member of a module, or undefined. */
export function moduleMember(module: string, name: string): number | undefined {
  if (module === NOWHERE) return undefined
  return BY_NAME.get(ALIASES.get(`${module}.${name}`) ?? `${module}.${name}`)
}

/** Members of modules that are built-ins under another name. */
const ALIASES = new Map([['concurrent.futures.TimeoutError', 'TimeoutError']])
