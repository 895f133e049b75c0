/** `super()`: an object seen past a class, for the methods that the class overrides. */
import { baseAddress, findMember, ownClass, type Found } from './members'
import { CLASS, OBJECT } from './layout'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { addressOf, fromAddress, type Value } from './value'

const CLASS_WORD = 1
const OBJECT_WORD = 2

/** `object -- super`: `super()` in a method of class `index`. @throws PythonError TypeError */
export function makeSuper(p: Processor, index: number): void {
  const object = p.peek(0)
  for (let cls = seenClass(p, object); cls !== 0; cls = baseAddress(p, cls)) {
    if (p.word(cls + CLASS.index) === index) return p.replace(1, allocate(p, cls, object))
  }
  throw notAnInstance()
}

/** `super(type, object)`. @throws PythonError TypeError */
export function superOf(p: Processor, type: Value, object: Value): Value {
  const sought = p.objectOf(type, OBJECT.class)
  for (let cls = seenClass(p, object); cls !== 0; cls = baseAddress(p, cls)) {
    if (cls === sought) return allocate(p, cls, object)
  }
  throw notAnInstance()
}

/** What a method found on `object` is called on: a super object stands for its object. */
export function receiverOf(p: Processor, object: Value): Value {
  const address = p.objectOf(object, OBJECT.super)
  return address === 0 ? object : p.word(address + OBJECT_WORD)
}

/** What the bases behind a super object's class have for `symbol`. */
export function findOnSuper(p: Processor, address: number, symbol: number): Found | undefined {
  const base = baseAddress(p, addressOf(p.word(address + CLASS_WORD)))
  if (base === 0) return undefined
  const object = p.word(address + OBJECT_WORD)
  const cls = p.objectOf(object, OBJECT.class)
  const found = findMember(p, base, symbol, cls === 0)
  // A class method is called on the class that was asked, not on the base that has it.
  return found?.kind === 'bound' ? { ...found, receiver: fromAddress(seenClass(p, object)) } : found
}

/** The class that the object is of, or the class that it is. */
function seenClass(p: Processor, object: Value): number {
  const own = ownClass(p, object)
  return own === 0 ? p.objectOf(object, OBJECT.class) : own
}

function allocate(p: Processor, cls: number, object: Value): Value {
  const address = p.memory.allocate(OBJECT.super, 3)
  p.memory.write(address + CLASS_WORD, fromAddress(cls))
  p.memory.write(address + OBJECT_WORD, object)
  return fromAddress(address)
}

function notAnInstance(): PythonError {
  return new PythonError(
    'TypeError',
    'super(type, obj): obj must be an instance or subtype of type',
  )
}
