/** Attribute access: instances, classes, modules, threads, exceptions and built-in types. */
import { MODULES } from '../bytecode'
import { storeError } from './attributeStores'
import { BUILTINS, moduleMember } from './builtins'
import { ask } from './answers'
import { builtinClass, classOf } from './classes'
import { refuseFrozen } from './frozen'
import { refuseDeletion, setterOf, type Accessor } from './properties'
import { EXCEPTION, NO_RESULT, OBJECT } from './layout'
import { builtinValue, moduleValue } from './load'
import { moduleConstant } from './modules'
import {
  hasAttribute,
  itemsOf,
  kindOf,
  makeDict,
  makeTuple,
  attributeOf,
  isTypeName,
  methodIndex,
  namedTupleAttribute,
  namedTupleName,
  plainName,
  requireSupported,
  unsupported,
  typeMethodIndex,
  typeName,
  fromText,
} from './objects'
import { primitiveTypeAt } from './primitives'
import { systemMethodIndex, systemTypeMethodIndex } from './systemMethods'
import { findOnSuper, receiverOf } from './supers'
import { classTableOf, findMember, MISSING, ownClass, type Found } from './members'
import type { Processor } from './processor'
import { publishInto } from './publish'
import { PythonError } from './pythonError'
import { givenTo, requireInitialised, setDaemon, setThreadName } from './threads'
import { timerAttribute } from './timer'
import {
  addressOf,
  fromAddress,
  fromBoolean,
  fromSmallInteger,
  isPointer,
  NONE,
  UNBOUND,
  type Value,
} from './value'

/** Looks `symbol` up on `object`, without touching shared state beyond reading whether a slot is set. */
export function find(p: Processor, object: Value, symbol: number): Found {
  return findNamed(p, object, p.program.symbols[symbol] ?? '', symbol)
}

/** A symbol that no class has a place for. */
const UNKNOWN_SYMBOL = -1

/** As {@link find}, by a name that the program may not mention. */
export function findNamed(
  p: Processor,
  object: Value,
  name: string,
  symbol = p.symbols.get(name) ?? UNKNOWN_SYMBOL,
): Found {
  const found = findOwn(p, object, symbol, name)
  const isClass = found.kind === 'missing' && name === '__class__'
  return isClass ? { kind: 'computed', value: classOf(p, object) } : found
}

function findOwn(p: Processor, object: Value, symbol: number, name: string): Found {
  const kind = isPointer(object) ? kindOf(p.memory, object) : 0
  const address = addressOf(object)
  switch (kind) {
    case OBJECT.instance:
    case OBJECT.exception:
    case OBJECT.thread:
      return findOnInstance(p, object, symbol) ?? findByName(p, object, name)
    case OBJECT.class: {
      const found = findMember(p, address, symbol, false)
      if (found !== undefined) return found
      const { code } = classTableOf(p, address)
      return name === '__name__' ? nameOf(p, code.name) : findInherited(p, object, name)
    }
    case OBJECT.super:
      return findOnSuper(p, address, symbol) ?? findOnRoot(p, receiverOf(p, object), name)
    case OBJECT.module: {
      const module = MODULES[p.word(address + 1)] ?? ''
      const index = moduleMember(module, name)
      if (index !== undefined) return { kind: 'computed', value: builtinValue(p.program, index) }
      const within = MODULES.findIndex((other) => other === `${module}.${name}`)
      if (within >= 0) return { kind: 'computed', value: moduleValue(p.program, within) }
      const constant = moduleConstant(module, name)
      return constant === undefined ? MISSING : { kind: 'computed', value: constant(p.objects) }
    }
    default:
      return findByName(p, object, name)
  }
}

/** As `find`, for values whose attributes are no words of their own. */
function findByName(p: Processor, object: Value, name: string): Found {
  const address = addressOf(object)
  switch (isPointer(object) ? kindOf(p.memory, object) : 0) {
    case OBJECT.builtin:
      return findOnBuiltin(p, object, name)
    case OBJECT.function:
      return name === '__name__' ? nameOf(p, plainName(p.objects, object)) : MISSING
    case OBJECT.namedTupleType:
      if (name === '__name__') return nameOf(p, namedTupleName(p.memory, object))
      return findMethod(p, object, name)
    case OBJECT.exception:
    case OBJECT.thread:
      return findOnRoot(p, object, name)
    case OBJECT.primitive:
      return findOnPrimitive(p, object, address, name)
    default:
      return findMethod(p, object, name)
  }
}

/** A type's methods take a value of the type as first argument; a function has its name only. */
function findOnBuiltin(p: Processor, object: Value, name: string): Found {
  if (name === '__name__') return nameOf(p, BUILTINS[p.word(addressOf(object) + 1)]?.name ?? '')
  const index = methodOfType(p, object, name)
  return index === undefined ? MISSING : { kind: 'builtinMethod', index }
}

/** What the built-in class at the end of a class's bases has: looked up on the class, it waits for its object. */
function findInherited(p: Processor, cls: Value, name: string): Found {
  const receiver = builtinClass(p, cls)
  const index = methodOfType(p, receiver, name)
  if (index === undefined) return MISSING
  return { kind: 'bound', callable: fromSmallInteger(index), receiver }
}

function methodOfType(p: Processor, type: Value, name: string): number | undefined {
  const typeName = BUILTINS[p.word(addressOf(type) + 1)]?.name ?? ''
  return systemTypeMethodIndex(typeName, name) ?? typeMethodIndex(p.objects, type, name)
}

function findOnException(p: Processor, object: Value, name: string): Found {
  const address = addressOf(object)
  if (name === 'args') return { kind: 'computed', value: p.word(address + EXCEPTION.args) }
  if (name !== '__cause__') return findMethod(p, object, name)
  const cause = p.word(address + EXCEPTION.cause)
  return { kind: 'computed', value: cause === UNBOUND ? NONE : cause }
}

function nameOf(p: Processor, name: string): Found {
  return { kind: 'computed', value: fromText(p.objects, name) }
}

/** What an object of a class of the program has itself or by its class; `undefined` when that is nothing. */
function findOnInstance(p: Processor, object: Value, symbol: number): Found | undefined {
  const cls = ownClass(p, object)
  if (cls === 0) return undefined
  const slot = classTableOf(p, cls).slots[symbol] ?? -1
  const address = addressOf(object)
  if (slot >= 0 && p.word(address + slot) !== UNBOUND) {
    return { kind: 'slot', address: address + slot }
  }
  return findMember(p, cls, symbol, true)
}

/** What the built-in class at the end of an object's bases gives it. */
function findOnRoot(p: Processor, object: Value, name: string): Found {
  switch (kindOf(p.memory, object)) {
    case OBJECT.exception:
      return findOnException(p, object, name)
    case OBJECT.thread:
      return findOnThread(p, addressOf(object), name)
    default:
      return findMethod(p, object, name)
  }
}

/** What a `run` of one's own takes from what the thread was given. */
const GIVEN = ['_target', '_args', '_kwargs']

function findOnThread(p: Processor, address: number, name: string): Found {
  if (name === 'name' || name === 'daemon') requireInitialised(p, address)
  if (GIVEN.includes(name)) return givenPart(p, address, GIVEN.indexOf(name))
  if (name === 'name') return { kind: 'slot', address: address + 3 }
  if (name === 'daemon') {
    return { kind: 'computed', value: fromBoolean(p.word(address + 5) !== 0) }
  }
  if (name === 'ident') {
    const started = p.word(address + 4)
    return { kind: 'computed', value: started === 0 ? 2 : fromSmallInteger(started) }
  }
  const ofTimer = timerAttribute(p, address, name)
  if (ofTimer !== undefined) return { kind: 'computed', value: ofTimer }
  const index = systemMethodIndex(p, fromAddress(address), name)
  return index === undefined ? MISSING : { kind: 'builtinMethod', index }
}

function givenPart(p: Processor, address: number, at: number): Found {
  const part = givenTo(p, address)[at] ?? NONE
  const isAbsent = at === 2 && part === NONE
  return { kind: 'computed', value: isAbsent ? makeDict(p.objects) : part }
}

function findOnPrimitive(p: Processor, object: Value, address: number, name: string): Found {
  const type = primitiveTypeAt(p.memory, address)
  const value = type.attribute?.(p, address, name)
  if (value === undefined) return findMethod(p, object, name)
  return type.isThreadsOwn === true
    ? { kind: 'computed', value }
    : { kind: 'computed', value, place: address }
}

function findMethod(p: Processor, object: Value, name: string): Found {
  const named = namedTupleAttribute(p.objects, object, name)
  if (named !== undefined) return { kind: 'computed', value: named }
  const index = systemMethodIndex(p, object, name) ?? methodIndex(p.objects, object, name)
  if (index !== undefined) return { kind: 'builtinMethod', index }
  const value = attributeOf(p.objects, object, name)
  return value === undefined ? MISSING : { kind: 'computed', value }
}

/**
 * Special methods of built-in values, and those of `object` that are not modelled, exist in CPython.
 * @throws LimitError `unsupportedMethod`
 */
function requireKnown(p: Processor, object: Value, name: string): void {
  if (!/^__\w+__$/.test(name)) return
  const isOwn = ownClass(p, object) !== 0 || p.objectOf(object, OBJECT.super) !== 0
  if (!isOwn || name === '__ne__') throw unsupported(typeName(p.objects, object), name)
}

/** @throws LimitError `unsupportedMethod` for what CPython has and this machine has not. */
export function missing(p: Processor, object: Value, name: string): PythonError {
  requireKnown(p, object, name)
  if (p.objectOf(object, OBJECT.class) !== 0) {
    const { code } = classTableOf(p, addressOf(object))
    return new PythonError(
      'AttributeError',
      `type object '${code.name}' has no attribute '${name}'`,
    )
  }
  const builtin = BUILTINS[p.word(p.objectOf(object, OBJECT.builtin) + 1)]?.name ?? ''
  if (p.objectOf(object, OBJECT.builtin) !== 0 && isTypeName(builtin)) {
    requireSupported(builtin, name)
    if (hasAttribute(builtin, name)) throw unsupported(builtin, name)
    return new PythonError('AttributeError', `type object '${builtin}' has no attribute '${name}'`)
  }
  if (p.objectOf(object, OBJECT.namedTupleType) !== 0) {
    throw unsupported(namedTupleName(p.memory, object), name)
  }
  const module = p.objectOf(object, OBJECT.module)
  if (module !== 0) {
    throw unsupported(MODULES[p.word(module + 1)] ?? '', name)
  }
  return noAttribute(p, object, name)
}

function noAttribute(p: Processor, object: Value, name: string): PythonError {
  const type = ownClass(p, object) === 0 ? typeName(p.objects, object) : ''
  requireSupported(type, name)
  return new PythonError(
    'AttributeError',
    `'${typeName(p.objects, object)}' object has no attribute '${name}'`,
  )
}

/** The value of a method looked up without a call: remembers its receiver. */
function bind(p: Processor, receiver: Value, callable: Value): Value {
  const address = p.memory.allocate(OBJECT.boundMethod, 3)
  p.memory.write(address + 1, receiver)
  p.memory.write(address + 2, callable)
  return fromAddress(address)
}

/** `object -- value`; the getter that is to be called in its place, where it is a property. */
export function loadAttribute(p: Processor, symbol: number): Accessor | undefined {
  const object = p.peek(0)
  const found = find(p, object, symbol)
  if (found.kind === 'missing') throw missing(p, object, nameOfSymbol(p, symbol))
  if (found.kind === 'property') {
    const args = [receiverOf(p, object)]
    return { function: addressOf(found.getter), args, base: p.top - 1, flags: 0 }
  }
  p.replace(1, valueOf(p, object, found))
  return undefined
}

/** The attribute that a format's field names, as in `'{0.owner}'`. @throws PythonError AttributeError */
export function namedAttribute(p: Processor, object: Value, name: string): Value {
  const found = findNamed(p, object, name)
  if (found.kind === 'missing') throw missing(p, object, name)
  return valueOf(p, object, found)
}

/** The value of what was found on `object`. @throws AnswerNeeded while a property's getter has not answered */
export function valueOf(p: Processor, object: Value, found: Exclude<Found, typeof MISSING>): Value {
  switch (found.kind) {
    case 'slot': {
      const value = p.word(found.address)
      p.traceAccess('read', found.address, value)
      return value
    }
    case 'method':
      return bind(p, receiverOf(p, object), p.word(found.address))
    case 'bound':
      return bind(p, found.receiver, found.callable)
    case 'property':
      return ask(p, found.getter, [receiverOf(p, object)])
    case 'builtinMethod':
      return bind(p, receiverOf(p, object), fromSmallInteger(found.index))
    case 'computed':
      if (found.place !== undefined) p.traceAccess('read', found.place, found.value)
      return found.value
  }
}

/** `object -- callable receiver`; the receiver is UNBOUND when the attribute is an ordinary value. */
export function loadMethod(p: Processor, symbol: number): void {
  const object = p.peek(0)
  const found = find(p, object, symbol)
  switch (found.kind) {
    case 'slot': {
      const value = p.word(found.address)
      p.traceAccess('read', found.address, value)
      p.replace(1, value)
      p.push(UNBOUND)
      return
    }
    case 'method':
      p.replace(1, p.word(found.address))
      p.push(receiverOf(p, object))
      return
    case 'property':
      p.replace(1, ask(p, found.getter, [receiverOf(p, object)]))
      p.push(UNBOUND)
      return
    case 'bound':
      p.replace(1, found.callable)
      p.push(found.receiver)
      return
    case 'builtinMethod':
      p.replace(1, fromSmallInteger(found.index))
      p.push(receiverOf(p, object))
      return
    case 'computed':
      p.replace(1, found.value)
      p.push(UNBOUND)
      return
    case 'missing':
      throw missing(p, object, nameOfSymbol(p, symbol))
  }
}

/** Address that `object.symbol = …` writes, or 0. */
export function storeAddress(p: Processor, object: Value, symbol: number): number {
  const own = ownClass(p, object)
  if (own !== 0 && !isOfRoot(p, object, nameOfSymbol(p, symbol))) {
    const slot = classTableOf(p, own).slots[symbol] ?? -1
    return slot < 0 ? 0 : addressOf(object) + slot
  }
  const cls = p.objectOf(object, OBJECT.class)
  if (cls === 0) return 0
  const member = classTableOf(p, cls).members[symbol] ?? -1
  return member < 0 ? 0 : cls + member
}

/** Whether the built-in class of an object's bases keeps the attribute `name` itself. */
export function isOfRoot(p: Processor, object: Value, name: string): boolean {
  switch (kindOf(p.memory, object)) {
    case OBJECT.thread:
      return name === 'name' || name === 'daemon'
    case OBJECT.exception:
      return name === 'args'
    default:
      return false
  }
}

/** `value object --`; the setter that is to be called in its place, where it is a property. */
export function storeAttribute(p: Processor, symbol: number): Accessor | undefined {
  const object = p.peek(0)
  const value = p.peek(1)
  const setter = setterOf(p, object, symbol)
  if (setter !== undefined) {
    refuseFrozen(p, object, symbol, 'assign to')
    return { function: setter, args: [object, value], base: p.top - 2, flags: NO_RESULT }
  }
  setAttribute(p, object, symbol, value)
  p.top -= 2
  return undefined
}

/** Stores `value` where `object` keeps `symbol`, which is no property. @throws PythonError, LimitError */
export function setAttribute(p: Processor, object: Value, symbol: number, value: Value): void {
  refuseFrozen(p, object, symbol, 'assign to')
  const address = storeAddress(p, object, symbol)
  if (address === 0) return storeElsewhere(p, object, value, symbol)
  publishInto(p, object, value)
  p.memory.write(address, value)
  p.traceAccess('write', address, value)
}

/** Stores or (UNBOUND) deletes the attribute of a primitive that has such; false when it has not. */
function setOnPrimitive(p: Processor, object: Value, name: string, value: Value): boolean {
  const primitive = p.objectOf(object, OBJECT.primitive)
  if (primitive === 0) return false
  return primitiveTypeAt(p.memory, primitive).setAttribute?.(p, primitive, name, value) === true
}

function storeElsewhere(p: Processor, object: Value, value: Value, symbol: number): void {
  const name = nameOfSymbol(p, symbol)
  if (setOnPrimitive(p, object, name, value)) return
  if (p.objectOf(object, OBJECT.exception) !== 0 && name === 'args') {
    const args = makeTuple(p.objects, itemsOf(p.objects, value))
    return p.memory.write(addressOf(object) + EXCEPTION.args, args)
  }
  const thread = p.objectOf(object, OBJECT.thread)
  if (thread !== 0 && name === 'name') return setThreadName(p, thread, value)
  if (thread !== 0 && name === 'daemon') return setDaemon(p, thread, value)
  throw unstorable(p, object, symbol, false)
}

/** @throws LimitError `unsupportedMethod` where CPython would carry out the store or deletion */
function unstorable(p: Processor, object: Value, symbol: number, isDeletion: boolean): PythonError {
  const isBuiltIn = ownClass(p, object) === 0 && p.objectOf(object, OBJECT.class) === 0
  const name = nameOfSymbol(p, symbol)
  return (
    (isBuiltIn ? storeError(p, object, name, isDeletion) : undefined) ?? missing(p, object, name)
  )
}

/** `object --` */
export function deleteAttribute(p: Processor, symbol: number): void {
  unsetAttribute(p, p.peek(0), symbol)
  p.top -= 1
}

/** Deletes what `object` keeps for `symbol`. @throws PythonError, LimitError */
export function unsetAttribute(p: Processor, object: Value, symbol: number): void {
  const name = nameOfSymbol(p, symbol)
  if (setOnPrimitive(p, object, name, UNBOUND)) return
  refuseFrozen(p, object, symbol, 'delete')
  refuseDeletion(p, object, symbol)
  const isOwn = ownClass(p, object) !== 0 || p.objectOf(object, OBJECT.class) !== 0
  const address = isOwn ? storeAddress(p, object, symbol) : 0
  if (address === 0) throw unstorable(p, object, symbol, true)
  if (p.word(address) === UNBOUND) throw missing(p, object, name)
  p.memory.write(address, UNBOUND)
  p.traceAccess('write', address, UNBOUND)
}

function nameOfSymbol(p: Processor, symbol: number): string {
  return p.program.symbols[symbol] ?? ''
}

/** Visibility of an access to `object.symbol`. */
export function attributeVisibility(p: Processor, object: Value, symbol: number): boolean {
  if (p.objectOf(object, OBJECT.thread) !== 0) return false
  return isInMemory(find(p, object, symbol))
}

/** Whether what was found is a word, or tells the state, of an object that others may change. */
export function isInMemory(found: Found): boolean {
  return found.kind === 'slot' || (found.kind === 'computed' && found.place !== undefined)
}
