/** Attribute access: instances, classes, modules, threads, exceptions and built-in types. */
import { MODULES } from '../bytecode'
import { BUILTINS, moduleMember } from './builtins'
import type { ClassTable } from './classTables'
import { MEMBERS } from './classTables'
import { OBJECT } from './layout'
import { builtinValue, moduleValue } from './load'
import { moduleConstant } from './modules'
import {
  hasAttribute,
  kindOf,
  attributeOf,
  isTypeName,
  methodIndex,
  requireSupported,
  unsupported,
  typeMethodIndex,
  typeName,
  fromText,
} from './objects'
import { primitiveTypeAt } from './primitives'
import { systemMethodIndex } from './systemMethods'
import type { Processor } from './processor'
import { publishInto } from './publish'
import { PythonError } from './pythonError'
import { timerAttribute } from './timer'
import {
  addressOf,
  fromAddress,
  fromBoolean,
  fromSmallInteger,
  isPointer,
  TRUE,
  UNBOUND,
  type Value,
} from './value'

/** What `object.symbol` is: a word in memory, or a method of the object's type. */
export type Found =
  /** A value kept at `address`. */
  | { readonly kind: 'slot'; readonly address: number }
  /** A function of the class at `address`; calling it passes the object. */
  | { readonly kind: 'method'; readonly address: number }
  /** A built-in method; `index` into the common table of methods. */
  | { readonly kind: 'builtinMethod'; readonly index: number }
  /** A value that is not kept in memory; `place`: the object whose state it tells. */
  | { readonly kind: 'computed'; readonly value: Value; readonly place?: number }
  | { readonly kind: 'missing' }

const MISSING = { kind: 'missing' } as const

export function classTableOf(p: Processor, classAddress: number): ClassTable {
  return p.classes[p.word(classAddress + 1)] as ClassTable
}

/** Looks `symbol` up on `object`, without touching shared state beyond reading whether a slot is set. */
export function find(p: Processor, object: Value, symbol: number): Found {
  const name = p.program.symbols[symbol] ?? ''
  const kind = isPointer(object) ? kindOf(p.memory, object) : 0
  const address = addressOf(object)
  switch (kind) {
    case OBJECT.instance:
      return findOnInstance(p, address, symbol)
    case OBJECT.class: {
      const member = classTableOf(p, address).members[symbol] ?? -1
      if (member >= 0 && p.word(address + member) !== UNBOUND) {
        return { kind: 'slot', address: address + member }
      }
      return name === '__name__' ? nameOf(p, classTableOf(p, address).code.name) : MISSING
    }
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
      return name === '__name__'
        ? nameOf(p, p.program.functions[p.word(address + 1)]?.name ?? '')
        : MISSING
    case OBJECT.thread:
      return findOnThread(p, address, name)
    case OBJECT.primitive:
      return findOnPrimitive(p, object, address, name)
    default:
      return findMethod(p, object, name)
  }
}

/** A type's methods take a value of the type as first argument; a function has its name only. */
function findOnBuiltin(p: Processor, object: Value, name: string): Found {
  if (name === '__name__') return nameOf(p, BUILTINS[p.word(addressOf(object) + 1)]?.name ?? '')
  const index = typeMethodIndex(p.objects, object, name)
  return index === undefined ? MISSING : { kind: 'builtinMethod', index }
}

function nameOf(p: Processor, name: string): Found {
  return { kind: 'computed', value: fromText(p.objects, name) }
}

function findOnInstance(p: Processor, address: number, symbol: number): Found {
  const classAddress = addressOf(p.word(address + 1))
  const table = classTableOf(p, classAddress)
  const slot = table.slots[symbol] ?? -1
  if (slot >= 0 && p.word(address + MEMBERS + slot) !== UNBOUND) {
    return { kind: 'slot', address: address + MEMBERS + slot }
  }
  const member = table.members[symbol] ?? -1
  if (member < 0 || p.word(classAddress + member) === UNBOUND) {
    return p.program.symbols[symbol] === '__class__'
      ? { kind: 'computed', value: fromAddress(classAddress) }
      : MISSING
  }
  const isMethod = (table.methods[symbol] ?? -1) >= 0
  return { kind: isMethod ? 'method' : 'slot', address: classAddress + member }
}

function findOnThread(p: Processor, address: number, name: string): Found {
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

function findOnPrimitive(p: Processor, object: Value, address: number, name: string): Found {
  const type = primitiveTypeAt(p.memory, address)
  const value = type.attribute?.(p, address, name)
  if (value === undefined) return findMethod(p, object, name)
  return type.isThreadsOwn === true
    ? { kind: 'computed', value }
    : { kind: 'computed', value, place: address }
}

function findMethod(p: Processor, object: Value, name: string): Found {
  const index = systemMethodIndex(p, object, name) ?? methodIndex(p.objects, object, name)
  if (index !== undefined) return { kind: 'builtinMethod', index }
  const value = attributeOf(p.objects, object, name)
  return value === undefined ? MISSING : { kind: 'computed', value }
}

/** @throws LimitError `unsupportedMethod` for what CPython has and this machine has not. */
function missing(p: Processor, object: Value, symbol: number): PythonError {
  const name = p.program.symbols[symbol] ?? ''
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
  const module = p.objectOf(object, OBJECT.module)
  if (module !== 0) {
    const moduleName = MODULES[p.word(module + 1)] ?? ''
    return new PythonError('AttributeError', `module '${moduleName}' has no attribute '${name}'`)
  }
  return noAttribute(p, object, name)
}

function noAttribute(p: Processor, object: Value, name: string): PythonError {
  const type = p.objectOf(object, OBJECT.instance) === 0 ? typeName(p.objects, object) : ''
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

/** `object -- value` */
export function loadAttribute(p: Processor, symbol: number): void {
  p.replace(1, attributeValue(p, p.peek(0), symbol))
}

/** The attribute that a format's field names, as in `'{0.owner}'`. @throws PythonError AttributeError */
export function namedAttribute(p: Processor, object: Value, name: string): Value {
  const symbol = p.program.symbols.indexOf(name)
  if (symbol >= 0) return attributeValue(p, object, symbol)
  const found = findByName(p, object, name)
  if (found.kind === 'missing') throw noAttribute(p, object, name)
  return valueOf(p, object, found)
}

function attributeValue(p: Processor, object: Value, symbol: number): Value {
  const found = find(p, object, symbol)
  if (found.kind === 'missing') throw missing(p, object, symbol)
  return valueOf(p, object, found)
}

function valueOf(p: Processor, object: Value, found: Exclude<Found, typeof MISSING>): Value {
  switch (found.kind) {
    case 'slot': {
      const value = p.word(found.address)
      p.traceAccess('read', found.address, value)
      return value
    }
    case 'method':
      return bind(p, object, p.word(found.address))
    case 'builtinMethod':
      return bind(p, object, fromSmallInteger(found.index))
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
      p.push(object)
      return
    case 'builtinMethod':
      p.replace(1, fromSmallInteger(found.index))
      p.push(object)
      return
    case 'computed':
      p.replace(1, found.value)
      p.push(UNBOUND)
      return
    case 'missing':
      throw missing(p, object, symbol)
  }
}

/** Address that `object.symbol = …` writes, or 0. */
export function storeAddress(p: Processor, object: Value, symbol: number): number {
  const instance = p.objectOf(object, OBJECT.instance)
  if (instance !== 0) {
    const slot = classTableOf(p, addressOf(p.word(instance + 1))).slots[symbol] ?? -1
    return slot < 0 ? 0 : instance + MEMBERS + slot
  }
  const cls = p.objectOf(object, OBJECT.class)
  if (cls !== 0) {
    const member = classTableOf(p, cls).members[symbol] ?? -1
    return member < 0 ? 0 : cls + member
  }
  const thread = p.objectOf(object, OBJECT.thread)
  return thread !== 0 && p.program.symbols[symbol] === 'name' ? thread + 3 : 0
}

/** `value object --` */
export function storeAttribute(p: Processor, symbol: number): void {
  const object = p.peek(0)
  const value = p.peek(1)
  const address = storeAddress(p, object, symbol)
  if (address === 0) {
    storeElsewhere(p, object, value, symbol)
  } else {
    publishInto(p, object, value)
    p.memory.write(address, value)
    p.traceAccess('write', address, value)
  }
  p.top -= 2
}

/** Stores or (UNBOUND) deletes the attribute of a primitive that has such; false when it has not. */
function setOnPrimitive(p: Processor, object: Value, name: string, value: Value): boolean {
  const primitive = p.objectOf(object, OBJECT.primitive)
  if (primitive === 0) return false
  return primitiveTypeAt(p.memory, primitive).setAttribute?.(p, primitive, name, value) === true
}

function storeElsewhere(p: Processor, object: Value, value: Value, symbol: number): void {
  const name = p.program.symbols[symbol] ?? ''
  if (setOnPrimitive(p, object, name, value)) return
  const thread = p.objectOf(object, OBJECT.thread)
  if (thread === 0 || name !== 'daemon') throw missing(p, object, symbol)
  if (p.word(thread + 4) !== 0) {
    throw new PythonError('RuntimeError', 'cannot set daemon status of active thread')
  }
  p.memory.write(thread + 5, value === TRUE ? 1 : 0)
}

/** `object --` */
export function deleteAttribute(p: Processor, symbol: number): void {
  const object = p.peek(0)
  if (setOnPrimitive(p, object, p.program.symbols[symbol] ?? '', UNBOUND)) {
    p.top -= 1
    return
  }
  const address = p.objectOf(object, OBJECT.instance) === 0 ? 0 : storeAddress(p, object, symbol)
  if (address === 0 || p.word(address) === UNBOUND) throw missing(p, object, symbol)
  p.memory.write(address, UNBOUND)
  p.traceAccess('write', address, UNBOUND)
  p.top -= 1
}

/** Visibility of an access to `object.symbol`. */
export function attributeVisibility(p: Processor, object: Value, symbol: number): boolean {
  if (p.objectOf(object, OBJECT.thread) !== 0) return false
  const found = find(p, object, symbol)
  return found.kind === 'slot' || (found.kind === 'computed' && found.place !== undefined)
}
