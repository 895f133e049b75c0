/**
 * Publication: an object becomes shared when a second thread can reach it, that is when a thread is started (everything
 * reachable from globals and from the thread's target and arguments) and when it is stored in something already shared.
 * From then on its accesses are traced, and they are steps while more than one thread is alive. An object that never
 * escapes its thread costs nothing. The values at that moment are traced as `initial`, so that lenses know what every
 * place held from the start.
 */
import { EVENT } from '../trace'
import {
  EXCEPTION,
  globalAddress,
  INSTANCE,
  MACHINE,
  OBJECT,
  SHARED,
  THREAD_OBJECT,
} from './layout'
import { ownClass } from './members'
import { fromText, isShared, kindOf, repr } from './objects'
import type { Processor } from './processor'
import { addressOf, fromAddress, isPointer, UNBOUND, type Value } from './value'

/** Bounds of what is kept of a container's first contents. */
const MAXIMUM_TEXT = 400
const MAXIMUM_MEMBERS = 100
const MAXIMUM_DEPTH = 4

const SCALARS: ReadonlySet<number> = new Set([
  OBJECT.float,
  OBJECT.string,
  OBJECT.bytes,
  OBJECT.bigInteger,
])

const CONTAINERS: ReadonlySet<number> = new Set([
  OBJECT.list,
  OBJECT.dict,
  OBJECT.set,
  OBJECT.deque,
])

/** Marks everything that any thread can reach by name; called when the first thread is started. */
export function publishGlobals(p: Processor): void {
  if (p.word(MACHINE.isPublished) === 1) return
  p.memory.write(MACHINE.isPublished, 1)
  p.program.globals.forEach((global, index) => {
    const value = p.word(globalAddress(index))
    if (value === UNBOUND) return
    publish(p, value)
    if (isScalar(p, value)) p.trace(EVENT.initial, globalAddress(index), value)
  })
}

/** Publishes `value` when it is stored into `container`, which others can reach already. */
export function publishInto(p: Processor, container: Value, value: Value): void {
  if (isPointer(value) && isShared(p.memory, container)) publish(p, value)
}

/** Publishes `value` stored in a global. */
export function publishGlobal(p: Processor, value: Value): void {
  if (p.word(MACHINE.isPublished) === 1) publish(p, value)
}

/** Marks all that is reachable from `value` and not yet shared. Cost: proportional to what is newly shared. */
export function publish(p: Processor, value: Value): void {
  const pending = [value]
  // The list grows while it is walked: breadth first, so that `initial` events come in the order a reader expects.
  for (const next of pending) {
    if (!isPointer(next)) continue
    const address = addressOf(next)
    const header = p.word(address)
    if ((header & SHARED) !== 0) continue
    p.memory.write(address, header | SHARED)
    traceContents(p, address)
    for (const part of partsOf(p, address)) pending.push(part)
  }
}

/** Values that the object holds directly. */
function partsOf(p: Processor, address: number): Value[] {
  const size = (p.word(address) >>> 9) & 0x3fffff
  const words = (from: number, to: number): Value[] =>
    Array.from(p.memory.wordsAt(address + from, address + to))
  switch (kindOf(p.memory, fromAddress(address))) {
    case OBJECT.instance:
      return words(1, size)
    case OBJECT.tuple:
    case OBJECT.class:
      // The word before is a number, which must not be taken for a pointer.
      return words(2, size)
    case OBJECT.list:
    case OBJECT.deque:
    case OBJECT.dict:
    case OBJECT.set:
    case OBJECT.frozenSet:
      return storageParts(p, p.word(address + 2))
    case OBJECT.boundMethod:
      return words(1, 3)
    case OBJECT.partial:
      return words(1, 4)
    case OBJECT.namedTupleType:
      return words(1, 5)
    case OBJECT.slice:
      return words(1, 4)
    case OBJECT.thread:
      return [...words(1, 4), ...words(6, 7), ...words(THREAD_OBJECT.class, size)]
    case OBJECT.function:
      return words(2, size)
    case OBJECT.generator:
      return words(5, size)
    case OBJECT.exception:
      return [...words(1, 3), ...words(EXCEPTION.cause, size)]
    case OBJECT.super:
      return words(1, 3)
    case OBJECT.staticMethod:
    case OBJECT.classMethod:
    case OBJECT.traceback:
      return words(1, 2)
    case OBJECT.property:
      return words(1, 3)
    case OBJECT.database:
      return words(1, 2)
    case OBJECT.iterator:
    case OBJECT.cell:
      return words(1, 2)
    case OBJECT.primitive:
      return [...(p.objects.names.primitiveParts?.(p.memory, address) ?? [])]
    default:
      return []
  }
}

/** Items, keys and values of a container; words that are not values (hashes, counts) are left out. */
function storageParts(p: Processor, storage: Value): Value[] {
  if (storage === UNBOUND) return []
  const address = addressOf(storage)
  const size = (p.word(address) >>> 9) & 0x3fffff
  const parts: Value[] = []
  switch (kindOf(p.memory, storage)) {
    case OBJECT.listStorage:
      for (let a = address + 2; a < address + size; a++) parts.push(p.word(a))
      return parts
    case OBJECT.dictStorage: {
      const entries = address + 4 + p.word(address + 3)
      for (let n = 0; n < p.word(address + 2); n++) {
        parts.push(p.word(entries + 3 * n + 1), p.word(entries + 3 * n + 2))
      }
      return parts
    }
    case OBJECT.setStorage:
      for (let n = 0; n < p.word(address + 3); n++) parts.push(p.word(address + 4 + 2 * n + 1))
      return parts
    default:
      return parts
  }
}

function isScalar(p: Processor, value: Value): boolean {
  if (!isPointer(value)) return value !== UNBOUND
  const kind = kindOf(p.memory, value)
  return SCALARS.has(kind)
}

/** Attributes with plain values one by one; a container of plain values (containers of such included) as its text. */
function traceContents(p: Processor, address: number): void {
  const kind = kindOf(p.memory, fromAddress(address))
  if (kind === OBJECT.cell) {
    if (isScalar(p, p.word(address + 1))) p.trace(EVENT.initial, address + 1, p.word(address + 1))
  } else if (ownClass(p, fromAddress(address)) !== 0) {
    const size = (p.word(address) >>> 9) & 0x3fffff
    const first =
      kind === OBJECT.instance ? INSTANCE : kind === OBJECT.thread ? THREAD_OBJECT : EXCEPTION
    for (let a = address + first.slots; a < address + size; a++) {
      if (isScalar(p, p.word(a))) p.trace(EVENT.initial, a, p.word(a))
    }
  } else if (CONTAINERS.has(kind) && countPlain(p, fromAddress(address), 0) <= MAXIMUM_MEMBERS) {
    const text = repr(p.objects, fromAddress(address))
    if (text.length <= MAXIMUM_TEXT) {
      p.traceText(EVENT.initial, address, () => fromText(p.objects, text), 1)
    }
  }
}

/** How many plain values `value` is made of; Infinity with anything else in it, or nested too deep. */
function countPlain(p: Processor, value: Value, depth: number): number {
  if (value === UNBOUND || isScalar(p, value)) return 1
  const kind = kindOf(p.memory, value)
  if (depth > MAXIMUM_DEPTH || !(CONTAINERS.has(kind) || kind === OBJECT.tuple)) return Infinity
  let count = 0
  for (const part of partsOf(p, addressOf(value))) {
    count += countPlain(p, part, depth + 1)
    if (count > MAXIMUM_MEMBERS) return Infinity
  }
  return count
}
