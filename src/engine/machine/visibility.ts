/**
 * Which instructions are steps (language design §1): accesses to globals and objects that more than one thread can
 * reach, calls of built-in operations on shared containers, and everything the kernel carries out. Decided at run time,
 * because whether an object is shared is.
 */
import { OPERATIONS, type OperationName } from '../bytecode'
import { isAttributeFunction, isNamedPlace } from './attributeFunctions'
import { attributeVisibility } from './attributes'
import { BUILTINS } from './builtins'
import { MACHINE, OBJECT, SHARED } from './layout'
import { ownClass } from './members'
import { dictEntries, listItems, partialParts, tupleItems } from './objects'
import type { Processor, Visibility } from './processor'
import { VISIBILITY } from './processor'
import { isStepMethod, isSystemMethod } from './systemMethods'
import { addressOf, isPointer, isSmallInteger, toSmallInteger, UNBOUND, type Value } from './value'

/** By operation code: whether the operation may be a step at all. */
export const MAY_BE_VISIBLE = new Uint8Array(256)
for (const operation of Object.values(OPERATIONS)) {
  MAY_BE_VISIBLE[operation.code] = operation.visible ? 1 : 0
}

const CODE = Object.fromEntries(
  Object.entries(OPERATIONS).map(([name, { code }]) => [name, code]),
) as Record<OperationName, number>

/** What an operation reaches for, besides containers among its operands. Numbers: asked before every instruction. */
const REACH = { other: 0, global: 1, attribute: 2, iteration: 3, context: 4, cell: 5 } as const
const REACHES = new Uint8Array(256)
for (const [reach, names] of [
  [REACH.global, ['loadGlobal', 'storeGlobal', 'deleteGlobal']],
  [REACH.attribute, ['loadAttribute', 'storeAttribute', 'deleteAttribute', 'loadMethod']],
  [REACH.iteration, ['forIteration']],
  [REACH.context, ['enterContext', 'exitContext', 'exitContextByError']],
  [REACH.cell, ['loadCell', 'storeCell', 'deleteCell']],
] as const) {
  for (const name of names) REACHES[CODE[name]] = reach
}

/** How many operands (from the top) may be containers that the operation looks into. */
const OPERANDS = new Uint8Array(256)
for (const [name, count] of [
  ['loadItem', 2],
  ['storeItem', 2],
  ['deleteItem', 2],
  ['loadSlice', 4],
  ['binary', 2],
  ['inPlace', 2],
  ['compare', 2],
  ['jumpIfFalse', 1],
  ['jumpIfTrue', 1],
  ['jumpIfFalseOrPop', 1],
  ['jumpIfTrueOrPop', 1],
  ['getIterator', 1],
  ['formatValue', 2],
  ['unpackSequence', 1],
  ['unpackStarred', 1],
  ['extend', 1],
  ['extendKeywords', 1],
] as const) {
  OPERANDS[CODE[name]] = count
}

/** Visibility of the instruction at hand; its operands are on the stack. */
export function visibilityOf(p: Processor, operation: number, argument: number): Visibility {
  const operands = OPERANDS[operation] as number
  if (operands !== 0) return onContainers(p, operation === CODE.storeItem ? stored(p) : operands)
  switch (REACHES[operation]) {
    case REACH.global:
      return p.program.globals[argument]?.isVisible === true ? onMemory(p) : VISIBILITY.none
    case REACH.attribute:
      return onAttribute(p, argument)
    case REACH.iteration:
      return onIteration(p)
    case REACH.context:
      // Of a class of the program: what its methods do has its own time.
      return ownClass(p, p.peek(0)) === 0 ? VISIBILITY.kernel : VISIBILITY.none
    case REACH.cell:
      return isSharedObject(p, p.word(p.local(argument))) ? onMemory(p) : VISIBILITY.none
    default:
      return onCalls(p, operation, argument)
  }
}

/** An assignment to a slice looks into the value, too. */
function stored(p: Processor): number {
  return p.objectOf(p.peek(0), OBJECT.slice) === 0 ? 2 : 3
}

function onCalls(p: Processor, operation: number, argument: number): Visibility {
  switch (operation) {
    case CODE.call:
      return onCall(p, p.peek(argument), UNBOUND, argument, 0)
    case CODE.callMethod:
      return onCall(p, p.peek(argument + 1), p.peek(argument), argument, 0)
    case CODE.callKeyword:
      return onCall(p, p.peek(argument + 2), p.peek(argument + 1), argument, 1)
    case CODE.callVariable:
      return onVariableCall(p)
    default:
      return VISIBILITY.none
  }
}

/** An access to published memory: a step while several threads are alive. */
function onMemory(p: Processor): Visibility {
  if (p.word(MACHINE.isPublished) === 0) return VISIBILITY.none
  return p.word(MACHINE.unfinishedCount) > 1 ? VISIBILITY.memory : VISIBILITY.traced
}

function isSharedObject(p: Processor, value: Value): boolean {
  return isPointer(value) && (p.word(addressOf(value)) & SHARED) !== 0
}

/** A list, dict or set that others can reach. Immutable objects tell nothing about time. */
export function isSharedContainer(p: Processor, value: Value): boolean {
  if (!isSharedObject(p, value)) return false
  const kind = p.word(addressOf(value)) & 0xff
  return (
    kind === OBJECT.list ||
    kind === OBJECT.deque ||
    kind === OBJECT.dict ||
    kind === OBJECT.set ||
    kind === OBJECT.dictView
  )
}

function onContainers(p: Processor, count: number): Visibility {
  for (let i = 0; i < count; i++) if (isSharedContainer(p, p.peek(i))) return onMemory(p)
  return VISIBILITY.none
}

function onAttribute(p: Processor, symbol: number): Visibility {
  const object = p.peek(0)
  if (!isSharedObject(p, object) || !attributeVisibility(p, object, symbol)) return VISIBILITY.none
  return onMemory(p)
}

/** An iterator is its thread's own; what it walks over may not be. */
function onIteration(p: Processor): Visibility {
  const iterator = p.peek(0)
  const isShared =
    p.objectOf(iterator, OBJECT.generator) === 0
      ? isIteratedShared(p, p.word(addressOf(iterator) + 1))
      : isSharedObject(p, iterator)
  return isShared ? onMemory(p) : VISIBILITY.none
}

/** Through the iterators that `enumerate` and `zip` wrap. */
function isIteratedShared(p: Processor, iterated: Value): boolean {
  if (p.objectOf(iterated, OBJECT.iterator) !== 0) {
    return isIteratedShared(p, p.word(addressOf(iterated) + 1))
  }
  if (p.objectOf(iterated, OBJECT.tuple) !== 0) {
    return tupleItems(p.memory, iterated).some(
      (item) => p.objectOf(item, OBJECT.iterator) !== 0 && isIteratedShared(p, item),
    )
  }
  return isSharedContainer(p, iterated)
}

function onCall(
  p: Processor,
  callable: Value,
  receiver: Value,
  count: number,
  above: number,
): Visibility {
  const bound = receiver === UNBOUND ? p.objectOf(callable, OBJECT.boundMethod) : 0
  if (bound !== 0) return onCall(p, p.word(bound + 2), p.word(bound + 1), count, above)
  if (receiver === UNBOUND && p.objectOf(callable, OBJECT.partial) !== 0) {
    return onPartial(p, callable, count, above)
  }
  if (isSmallInteger(callable) && receiver !== UNBOUND) {
    const index = toSmallInteger(callable)
    if (isSystemMethod(index)) return isStepMethod(index) ? VISIBILITY.kernel : VISIBILITY.none
    return isSharedContainer(p, receiver) ? onMemory(p) : onArguments(p, count, above)
  }
  const builtin = p.objectOf(callable, OBJECT.builtin)
  if (builtin === 0) return VISIBILITY.none
  const entry = BUILTINS[p.word(builtin + 1)]
  if (entry?.kind === 'system' && entry.isStep) return VISIBILITY.kernel
  if (entry?.kind === 'system' && isAttributeFunction(entry.name) && count >= 2) {
    return onNamed(p, p.peek(above + count - 1), p.peek(above + count - 2))
  }
  if (entry?.kind === 'pure' && entry.isShared) return onMemory(p)
  return onArguments(p, count, above)
}

/** A call of what a partial calls; its own arguments count as well. */
function onPartial(p: Processor, partial: Value, count: number, above: number): Visibility {
  const { callable, args, keywords } = partialParts(p.objects, partial)
  const called = onCall(p, callable, UNBOUND, count, above)
  if (called !== VISIBILITY.none || isOfProgram(p, callable)) return called
  const own = [...tupleItems(p.memory, args), ...dictEntries(p.memory, keywords).map(([, v]) => v)]
  const given = Array.from({ length: count }, (_, i) => p.peek(i + above))
  // Of an attribute that is asked for by its name the object may be any kind.
  const isAny = [...own, ...given].some((value) => isSharedObject(p, value))
  return isAny ? onMemory(p) : VISIBILITY.none
}

/** Whether a call enters code of the program, whose operations have their own time. */
function isOfProgram(p: Processor, callable: Value): boolean {
  const bound = p.objectOf(callable, OBJECT.boundMethod)
  const called = bound === 0 ? callable : p.word(bound + 2)
  return p.objectOf(called, OBJECT.function) !== 0 || p.objectOf(called, OBJECT.class) !== 0
}

/** An access to the attribute of `object` that `key` names. */
function onNamed(p: Processor, object: Value, key: Value): Visibility {
  return isSharedObject(p, object) && isNamedPlace(p, object, key) ? onMemory(p) : VISIBILITY.none
}

/** The arguments stand in a list of their own. */
function onVariableCall(p: Processor): Visibility {
  const builtin = BUILTINS[p.word(p.objectOf(p.peek(3), OBJECT.builtin) + 1)]
  if (builtin?.kind === 'system' && isAttributeFunction(builtin.name)) {
    const [object, key] = listItems(p.memory, p.peek(1))
    return object === undefined || key === undefined ? VISIBILITY.none : onNamed(p, object, key)
  }
  const called = onCall(p, p.peek(3), p.peek(2), 0, 0)
  if (called !== VISIBILITY.none || p.objectOf(p.peek(3), OBJECT.function) !== 0) return called
  const isShared = listItems(p.memory, p.peek(1)).some((item) => isSharedContainer(p, item))
  return isShared ? onMemory(p) : VISIBILITY.none
}

function onArguments(p: Processor, count: number, above: number): Visibility {
  for (let i = 0; i < count; i++) {
    if (isSharedContainer(p, p.peek(i + above))) return onMemory(p)
  }
  return VISIBILITY.none
}
