/**
 * Publication: an object becomes shared when a second thread can reach it, that is when a thread is started (everything
 * reachable from globals and from the thread's target and arguments) and when it is stored in something already shared.
 * From then on its accesses are traced, and they are steps while more than one thread is alive. An object that never
 * escapes its thread costs nothing. The values at that moment are traced as `initial`, so that lenses know what every
 * place held from the start.
 */
import { EVENT } from '../trace'
import { globalAddress, MACHINE, OBJECT, SHARED } from './layout'
import { fromText, isShared, kindOf, repr } from './objects'
import type { Processor } from './processor'
import { addressOf, fromAddress, isPointer, UNBOUND, type Value } from './value'

/** Longest text kept of a container's first contents. */
const MAXIMUM_TEXT = 400
const MAXIMUM_MEMBERS = 100

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
    Array.from(p.memory.words.subarray(address + from, address + to))
  switch (kindOf(p.memory, fromAddress(address))) {
    case OBJECT.tuple:
    case OBJECT.instance:
    case OBJECT.class:
      return words(kindOf(p.memory, fromAddress(address)) === OBJECT.class ? 2 : 1, size)
    case OBJECT.list:
    case OBJECT.dict:
    case OBJECT.set:
      return storageParts(p, p.word(address + 2))
    case OBJECT.boundMethod:
      return words(1, 3)
    case OBJECT.thread:
      return [...words(1, 4), ...words(6, 7)]
    case OBJECT.function:
      return words(2, size)
    case OBJECT.exception:
      return words(2, 3)
    case OBJECT.database:
      return words(1, 2)
    case OBJECT.iterator:
      return words(1, 2)
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
  return kind === OBJECT.float || kind === OBJECT.string || kind === OBJECT.bigInteger
}

/** Attributes with plain values one by one; a container of plain values as its text. */
function traceContents(p: Processor, address: number): void {
  const kind = kindOf(p.memory, fromAddress(address))
  if (kind === OBJECT.instance) {
    const size = (p.word(address) >>> 9) & 0x3fffff
    for (let a = address + 2; a < address + size; a++) {
      if (isScalar(p, p.word(a))) p.trace(EVENT.initial, a, p.word(a))
    }
  } else if (kind === OBJECT.list || kind === OBJECT.dict || kind === OBJECT.set) {
    const parts = storageParts(p, p.word(address + 2))
    if (parts.length > MAXIMUM_MEMBERS || !parts.every((v) => v === UNBOUND || isScalar(p, v)))
      return
    const contents = repr(p.objects, fromAddress(address)).slice(0, MAXIMUM_TEXT)
    p.trace(EVENT.initial, address, fromText(p.objects, contents), 1)
  }
}
