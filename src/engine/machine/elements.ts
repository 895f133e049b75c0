/** Elements of containers, iteration, and the traces of built-in operations on shared containers. */
import { EVENT } from '../trace'
import type { Call } from './calls'
import { BUILTINS, PURE_FUNCTIONS } from './builtins'
import { OBJECT } from './layout'
import { moduleAddress } from './load'
import {
  deleteItem,
  loadItem,
  listItems,
  loadSlice,
  METHODS,
  needsRoutine,
  nextItem,
  RESTORE,
  slotOfItem,
  storeItem,
} from './objects'
import type { Processor } from './processor'
import { VISIBILITY } from './processor'
import { publishInto } from './publish'
import { PythonError } from './pythonError'
import { addressOf, isSmallInteger, NONE, toSmallInteger, UNBOUND, type Value } from './value'
import { isSharedContainer } from './visibility'

/** Operations on containers that are not calls; their index is the detail of the event. */
export const OPERATION_DETAILS = [
  'contents',
  'operator',
  '+=',
  'in',
  'iter',
  'bool',
  'format',
  'unpack',
  'next',
  'slice',
  'del',
  'print',
  'function',
  'slice=',
  'item',
] as const

const MAXIMUM_DETAIL = 255
const FIRST_METHOD = 16
const FIRST_FUNCTION = FIRST_METHOD + METHODS.length

function listMethod(name: string): number {
  return METHODS.findIndex((method) => method.type === 'list' && method.name === name)
}

const SORT = listMethod('sort')
const CLEAR = FIRST_METHOD + listMethod('clear')
/** How the end of such a sort is told. */
const EXTEND = FIRST_METHOD + listMethod('extend')

/** What an event on a container was, from its detail. */
export function detailName(detail: number): { readonly name: string; readonly isMethod: boolean } {
  if (detail >= FIRST_FUNCTION) {
    return { name: PURE_FUNCTIONS[detail - FIRST_FUNCTION]?.name ?? '', isMethod: false }
  }
  if (detail >= FIRST_METHOD) {
    return { name: METHODS[detail - FIRST_METHOD]?.name ?? '', isMethod: true }
  }
  return { name: OPERATION_DETAILS[detail] ?? '', isMethod: false }
}

type OperationDetail = (typeof OPERATION_DETAILS)[number] | 'call'

/** Traces an operation on `container` if others can reach it; `argument` is the value it was called with. */
export function traceCall(
  p: Processor,
  what: OperationDetail,
  container: Value,
  argument: Value,
  call?: Call,
): void {
  if (p.visibility === VISIBILITY.none) return
  if (call !== undefined) traceBuiltinCall(p, call)
  else if (what !== 'call' && isSharedContainer(p, container)) {
    const writes = what === '+=' || what === 'del' || what === 'slice='
    const kind = writes ? EVENT.callWrite : EVENT.callRead
    p.trace(kind, addressOf(container), argument, OPERATION_DETAILS.indexOf(what))
  }
}

function traceBuiltinCall(p: Processor, call: Call): void {
  const argument = call.args[0] ?? UNBOUND
  if (isSmallInteger(call.callable) && call.receiver !== UNBOUND) {
    const index = toSmallInteger(call.callable)
    const method = METHODS[index]
    if (method === undefined || !isSharedContainer(p, call.receiver)) return
    if (index === SORT && isSortedByRoutine(p, call)) return traceEmptied(p, call.receiver)
    if (method.writes) for (const arg of call.args) publishInto(p, call.receiver, arg)
    const kind = method.writes ? EVENT.callWrite : EVENT.callRead
    p.trace(kind, addressOf(call.receiver), argument, FIRST_METHOD + index)
    return
  }
  const builtin = BUILTINS[p.word(p.objectOf(call.callable, OBJECT.builtin) + 1)]
  if (builtin?.name === RESTORE) {
    const [list = UNBOUND, items = UNBOUND] = call.args
    if (isSharedContainer(p, list)) p.trace(EVENT.callWrite, addressOf(list), items, EXTEND)
    return
  }
  const detail =
    builtin?.kind === 'pure' ? functionDetail(builtin.index) : OPERATION_DETAILS.indexOf('print')
  if (builtin?.kind === 'pure' && builtin.isShared) {
    p.trace(EVENT.callWrite, moduleAddress(p.program, builtin.module), UNBOUND, detail)
  }
  const kind = builtin?.name === 'shuffle' ? EVENT.callWrite : EVENT.callRead
  for (const arg of call.args) {
    if (isSharedContainer(p, arg)) p.trace(kind, addressOf(arg), UNBOUND, detail)
  }
}

/** Details have eight bits: functions beyond have no name of their own in a trace. */
function functionDetail(index: number): number {
  const detail = FIRST_FUNCTION + index
  return detail <= MAXIMUM_DETAIL ? detail : OPERATION_DETAILS.indexOf('function')
}

function isSortedByRoutine(p: Processor, call: Call): boolean {
  const items = listItems(p.memory, call.receiver)
  return needsRoutine(p.objects, items, call.keywords.get('key') ?? NONE)
}

/** Sorting with a key empties the list until it is done. */
function traceEmptied(p: Processor, list: Value): void {
  p.trace(EVENT.callWrite, addressOf(list), UNBOUND, CLEAR)
}

/** The element's own place where it has one (list, dict), else the container. */
function traceElement(
  p: Processor,
  kind: 'read' | 'write',
  container: Value,
  key: Value,
  value: Value,
): void {
  if (p.visibility === VISIBILITY.none || !isSharedContainer(p, container)) return
  const slot = slotOfItem(p.objects, container, key)
  if (slot === undefined) return
  p.recorder.within?.(addressOf(container))
  p.trace(EVENT[kind], slot, value)
}

/** Traces that the operation `what` on `container`, which failed with `error`, has looked into it. */
function traceFailure(
  p: Processor,
  error: unknown,
  what: OperationDetail,
  container: Value,
  argument: Value,
): void {
  if (error instanceof PythonError) traceCall(p, what, container, argument)
}

/** `container key -- value` @throws RoutineNeeded when the program is called for the value of an absent key */
export function loadElement(p: Processor): void {
  const key = p.peek(0)
  const container = p.peek(1)
  const length = p.word(addressOf(container) + 1)
  let value: Value
  try {
    value = loadItem(p.objects, container, key)
  } catch (error) {
    traceFailure(p, error, 'item', container, key)
    throw error
  }
  const isMade = isSharedContainer(p, container) && p.word(addressOf(container) + 1) !== length
  if (isMade) {
    publishInto(p, container, key)
    publishInto(p, container, value)
    traceElement(p, 'write', container, key, value)
  }
  traceElement(p, 'read', container, key, value)
  p.replace(2, value)
}

/** `value container key --` */
export function storeElement(p: Processor): void {
  const key = p.peek(0)
  const container = p.peek(1)
  const value = p.peek(2)
  if (p.objectOf(key, OBJECT.slice) !== 0) return storeSlice(p, container, key, value)
  publishInto(p, container, value)
  publishInto(p, container, key)
  try {
    storeItem(p.objects, container, key, value)
  } catch (error) {
    traceFailure(p, error, 'item', container, key)
    throw error
  }
  traceElement(p, 'write', container, key, value)
  p.top -= 3
}

/** The items of `value` take the place of those that the slice names. */
function storeSlice(p: Processor, container: Value, slice: Value, value: Value): void {
  traceCall(p, 'iter', value, UNBOUND)
  storeItem(p.objects, container, slice, value)
  for (const item of listItems(p.memory, container)) publishInto(p, container, item)
  traceCall(p, 'slice=', container, UNBOUND)
  p.top -= 3
}

/** `container key --` */
export function deleteElement(p: Processor): void {
  try {
    deleteItem(p.objects, p.peek(1), p.peek(0))
  } catch (error) {
    traceFailure(p, error, 'item', p.peek(1), p.peek(0))
    throw error
  }
  traceCall(p, 'del', p.peek(1), p.peek(0))
  p.top -= 2
}

/** `object start stop step -- value` */
export function loadSliceOf(p: Processor): void {
  traceCall(p, 'slice', p.peek(3), UNBOUND)
  p.replace(4, loadSlice(p.objects, p.peek(3), [p.peek(2), p.peek(1), p.peek(0)]))
}

/** `iterator -- iterator item`, or pops the iterator and answers false at the end. */
export function iterate(p: Processor): boolean {
  const iterator = p.peek(0)
  let item: Value | undefined
  try {
    item = nextItem(p.objects, iterator)
  } catch (error) {
    traceFailure(p, error, 'next', p.word(addressOf(iterator) + 1), UNBOUND)
    throw error
  }
  traceCall(p, 'next', p.word(addressOf(iterator) + 1), item ?? UNBOUND)
  if (item === undefined) p.top--
  else p.push(item)
  return item !== undefined
}
