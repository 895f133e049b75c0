/**
 * `getattr`, `hasattr`, `setattr` and `delattr`: access to attributes whose names are values. Each is the same operation on
 * memory as `object.name` written out, and the same step.
 */
import {
  findNamed,
  isInMemory,
  isOfRoot,
  missing,
  setAttribute,
  storeAddress,
  unsetAttribute,
  valueOf,
} from './attributes'
import { storeError } from './attributeStores'
import { OBJECT } from './layout'
import { ownClass } from './members'
import { typeName, unsupported } from './objects'
import type { Processor } from './processor'
import { setterOf } from './properties'
import { type PythonError, typeError } from './pythonError'
import { RoutineNeeded } from './routineNeeded'
import { receiverOf } from './supers'
import { fromAddress, fromBoolean, NONE, UNBOUND, type Value } from './value'

/** By name, the fewest and the most arguments. */
const COUNTS = {
  getattr: [2, 3],
  hasattr: [2, 2],
  setattr: [3, 3],
  delattr: [2, 2],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

export type AttributeFunction = keyof typeof COUNTS

export function isAttributeFunction(name: string): name is AttributeFunction {
  return Object.hasOwn(COUNTS, name)
}

/** @throws PythonError, RoutineNeeded; LimitError `unsupportedMethod` for what CPython has and this machine has not */
export function callAttributeFunction(
  p: Processor,
  fn: AttributeFunction,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  requireCount(fn, args.length, keywords)
  const [object = NONE, key = NONE, third] = args
  const name = nameIn(p, key)
  switch (fn) {
    case 'getattr':
      return get(p, object, name, third)
    case 'hasattr':
      return has(p, object, name)
    case 'setattr':
      return set(p, object, name, third ?? NONE)
    case 'delattr':
      return unset(p, object, name)
  }
}

/** Whether the access to the attribute that `key` names is one to memory of the object. */
export function isNamedPlace(p: Processor, object: Value, key: Value): boolean {
  if (p.objectOf(key, OBJECT.string) === 0 || p.objectOf(object, OBJECT.thread) !== 0) return false
  const name = p.textOf(key)
  const found = findNamed(p, object, name)
  return found.kind === 'missing' ? placeOf(p, object, name) !== 0 : isInMemory(found)
}

function requireCount(
  fn: AttributeFunction,
  given: number,
  keywords: ReadonlyMap<string, Value>,
): void {
  if (keywords.size > 0) throw typeError(`${fn}() takes no keyword arguments`)
  const [fewest, most] = COUNTS[fn]
  if (given >= fewest && given <= most) return
  const bound = given < fewest ? fewest : most
  const limit = fewest === most ? '' : given < fewest ? 'at least ' : 'at most '
  throw typeError(`${fn} expected ${limit}${String(bound)} arguments, got ${String(given)}`)
}

function nameIn(p: Processor, key: Value): string {
  if (p.objectOf(key, OBJECT.string) !== 0) return p.textOf(key)
  throw typeError(`attribute name must be string, not '${typeName(p.objects, key)}'`)
}

function get(p: Processor, object: Value, name: string, fallback: Value | undefined): Value {
  const found = findNamed(p, object, name)
  if (found.kind === 'missing') {
    const error = lookedForInVain(p, object, name)
    if (fallback === undefined) throw error
    return fallback
  }
  if (found.kind !== 'property') return valueOf(p, object, found)
  const absent = p.objects.names.builtinValue('.absent')
  const args = [found.getter, receiverOf(p, object), fallback ?? absent]
  throw new RoutineNeeded('propertyValue', args)
}

function has(p: Processor, object: Value, name: string): Value {
  const found = findNamed(p, object, name)
  if (found.kind === 'property') {
    throw new RoutineNeeded('hasProperty', [found.getter, receiverOf(p, object)])
  }
  if (found.kind === 'missing') lookedForInVain(p, object, name)
  else valueOf(p, object, found)
  return fromBoolean(found.kind !== 'missing')
}

/** Special names that every object of CPython has. */
const OF_EVERY_OBJECT: ReadonlySet<string> = new Set(
  `__delattr__ __dict__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__ __hash__
   __init_subclass__ __le__ __lt__ __module__ __ne__ __new__ __reduce__ __reduce_ex__ __setattr__ __sizeof__
   __subclasshook__ __weakref__`.split(/\s+/),
)

/** Nothing is there: what CPython raises, and the access to the place where it would be. */
function lookedForInVain(p: Processor, object: Value, name: string): PythonError {
  if (OF_EVERY_OBJECT.has(name)) throw unsupported(typeName(p.objects, object), name)
  const place = placeOf(p, object, name)
  if (place !== 0) p.traceAccess('read', place, UNBOUND)
  return missing(p, object, name)
}

/** Address of the word that keeps the attribute, set or not; 0 when there is none. */
function placeOf(p: Processor, object: Value, name: string): number {
  const symbol = p.symbols.get(name)
  return symbol === undefined ? 0 : storeAddress(p, object, symbol)
}

function set(p: Processor, object: Value, name: string, value: Value): Value {
  const symbol = p.symbols.get(name)
  const isOwn = isOfProgram(p, object)
  const setter = symbol === undefined ? undefined : setterOf(p, object, symbol)
  if (setter !== undefined) {
    throw new RoutineNeeded('setProperty', [fromAddress(setter), object, value])
  }
  if (symbol === undefined) {
    // There is no word for it.
    if (isOwn) throw unsupported(typeName(p.objects, object), name)
    throw storeError(p, object, name, false) ?? missing(p, object, name)
  }
  const isKept = storeAddress(p, object, symbol) !== 0 || isOfRoot(p, object, name)
  if (isOwn && !isKept) throw unsupported(typeName(p.objects, object), name)
  setAttribute(p, object, symbol, value)
  return NONE
}

function unset(p: Processor, object: Value, name: string): Value {
  const symbol = p.symbols.get(name)
  if (symbol !== undefined) unsetAttribute(p, object, symbol)
  else {
    const error = isOfProgram(p, object) ? undefined : storeError(p, object, name, true)
    throw error ?? missing(p, object, name)
  }
  return NONE
}

function isOfProgram(p: Processor, object: Value): boolean {
  return ownClass(p, object) !== 0 || p.objectOf(object, OBJECT.class) !== 0
}
