/**
 * What classes of the program hold: attributes and methods, their own or those of their bases (CPython's method
 * resolution order where every class has one base). What is found in a class binds to the object it was looked up on.
 */
import type { ClassTable } from './classTables'
import { CLASS, EXCEPTION, INSTANCE, OBJECT, THREAD_OBJECT } from './layout'
import { kindOf } from './objects'
import type { Processor } from './processor'
import { addressOf, fromAddress, isPointer, UNBOUND, type Value } from './value'

/** What `object.symbol` is: a word in memory, or a method of the object's type. */
export type Found =
  /** A value kept at `address`. */
  | { readonly kind: 'slot'; readonly address: number }
  /** A function of the class at `address`; calling it passes the object. */
  | { readonly kind: 'method'; readonly address: number }
  /** A callable that another receiver is passed to: a class method's class. */
  | { readonly kind: 'bound'; readonly callable: Value; readonly receiver: Value }
  /** A property: its getter, and its setter or UNBOUND. */
  | { readonly kind: 'property'; readonly getter: Value; readonly setter: Value }
  /** A built-in method; `index` into the common table of methods. */
  | { readonly kind: 'builtinMethod'; readonly index: number }
  /** A value that is not kept in memory; `place`: the object whose state it tells. */
  | { readonly kind: 'computed'; readonly value: Value; readonly place?: number }
  | { readonly kind: 'missing' }

export const MISSING = { kind: 'missing' } as const

export function classTableOf(p: Processor, classAddress: number): ClassTable {
  return p.classes[p.word(classAddress + CLASS.index)] as ClassTable
}

/** Address of the class of the program that `cls` derives from, or 0. */
export function baseAddress(p: Processor, cls: number): number {
  return p.objectOf(p.word(cls + CLASS.base), OBJECT.class)
}

/** Address of the class of the program that `value` is an instance of, or 0. */
export function ownClass(p: Processor, value: Value): number {
  if (!isPointer(value)) return 0
  const address = addressOf(value)
  switch (kindOf(p.memory, value)) {
    case OBJECT.instance:
      return addressOf(p.word(address + INSTANCE.class))
    case OBJECT.exception:
      return p.objectOf(p.word(address + EXCEPTION.class), OBJECT.class)
    case OBJECT.thread:
      return p.objectOf(p.word(address + THREAD_OBJECT.class), OBJECT.class)
    default:
      return 0
  }
}

/** The class at `cls` or the nearest of its bases that has a value for `symbol`; 0 when none has. */
export function holderOfMember(p: Processor, cls: number, symbol: number): number {
  for (let at = cls; at !== 0; at = baseAddress(p, at)) {
    const member = classTableOf(p, at).members[symbol] ?? -1
    if (member >= 0 && p.word(at + member) !== UNBOUND) return at
  }
  return 0
}

/** The value that the class at `cls` has or inherits for `symbol`; UNBOUND when there is none. */
export function memberValue(p: Processor, cls: number, symbol: number): Value {
  const holder = holderOfMember(p, cls, symbol)
  return holder === 0 ? UNBOUND : p.word(holder + (classTableOf(p, holder).members[symbol] ?? 0))
}

/** As {@link memberValue} for the special method `name`; it is looked up on classes only, as CPython does. */
export function specialMember(p: Processor, cls: number, name: string): Value {
  const symbol = p.symbols.get(name)
  return symbol === undefined ? UNBOUND : memberValue(p, cls, symbol)
}

/**
 * What looking `symbol` up in the class at `cls` and its bases gives for an object of it.
 * @param isInstance false when the class itself was asked: functions then stay functions
 */
export function findMember(
  p: Processor,
  cls: number,
  symbol: number,
  isInstance: boolean,
): Found | undefined {
  const holder = holderOfMember(p, cls, symbol)
  if (holder === 0) return undefined
  const { members, methods } = classTableOf(p, holder)
  const address = holder + (members[symbol] ?? 0)
  if (isInstance && (methods[symbol] ?? -1) >= 0) return { kind: 'method', address }
  const value = p.word(address)
  if (!isPointer(value)) return { kind: 'slot', address }
  switch (kindOf(p.memory, value)) {
    case OBJECT.function:
      return { kind: isInstance ? 'method' : 'slot', address }
    case OBJECT.property: {
      const at = addressOf(value)
      if (!isInstance) return { kind: 'slot', address }
      return { kind: 'property', getter: p.word(at + 1), setter: p.word(at + 2) }
    }
    case OBJECT.staticMethod:
      return { kind: 'computed', value: p.word(addressOf(value) + 1) }
    case OBJECT.classMethod:
      return { kind: 'bound', callable: p.word(addressOf(value) + 1), receiver: fromAddress(cls) }
    default:
      return { kind: 'slot', address }
  }
}
