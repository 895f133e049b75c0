/** Containers and arguments that are put together piece by piece, and what stars take apart. */
import { COLLECTIONS, OPERATIONS } from '../bytecode'
import { deleteCell, loadCell, makeCell, storeCell } from './cells'
import { traceCall } from './elements'
import { BugError } from '../../base'
import { FUNCTION_DEFAULTS } from './arguments'
import { BUILTINS } from './builtins'
import { OBJECT } from './layout'
import {
  functionName,
  append,
  dictEntries,
  dictGet,
  dictMerge,
  dictSet,
  extend,
  itemsOf,
  listItems,
  makeList,
  makeTuple,
  METHODS,
  repr,
  setAdd,
  textOf,
  typeName,
  unpack,
  unpackItems,
  updateSet,
} from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { fromAddress, isSmallInteger, toSmallInteger, UNBOUND, type Value } from './value'

/** Carries out what the dispatch of the interpreter leaves to this file and to cells.ts; false when it is none of it. */
export function executePiece(p: Processor, operation: number, argument: number): boolean {
  switch (operation) {
    case OPERATIONS.loadCell.code:
    case OPERATIONS.loadQuietCell.code:
      loadCell(p, argument)
      return true
    case OPERATIONS.storeCell.code:
      storeCell(p, argument, p.pop())
      return true
    case OPERATIONS.deleteCell.code:
      deleteCell(p, argument)
      return true
    case OPERATIONS.makeCell.code:
      makeCell(p, argument)
      return true
    case OPERATIONS.append.code:
      appendTo(p, argument)
      return true
    case OPERATIONS.appendPair.code:
      appendPair(p)
      return true
    case OPERATIONS.extend.code:
      traceCall(p, 'iter', p.peek(0), UNBOUND)
      extendWith(p, argument)
      return true
    case OPERATIONS.extendKeywords.code:
      traceCall(p, 'iter', p.peek(0), UNBOUND)
      extendKeywords(p)
      return true
    case OPERATIONS.toTuple.code:
      p.replace(1, makeTuple(p.objects, listItems(p.memory, p.peek(0))))
      return true
    case OPERATIONS.unpackSequence.code:
      unpackSequence(p, argument)
      return true
    case OPERATIONS.makeFunction.code:
      makeFunction(p, argument)
      return true
    case OPERATIONS.unpackStarred.code:
      traceCall(p, 'unpack', p.peek(0), UNBOUND)
      unpackStarred(p, argument)
      return true
    default:
      return false
  }
}

/** `container value -- container` */
function appendTo(p: Processor, collection: number): void {
  const container = p.peek(1)
  if (COLLECTIONS[collection] === 'set') setAdd(p.objects, container, p.peek(0))
  else append(p.objects, container, p.peek(0))
  p.top--
}

/** `dict key value -- dict` */
function appendPair(p: Processor): void {
  dictSet(p.objects, p.peek(2), p.peek(1), p.peek(0))
  p.top -= 2
}

/** `container iterable -- container` */
function extendWith(p: Processor, collection: number): void {
  const { objects } = p
  const container = p.peek(1)
  const source = p.peek(0)
  switch (COLLECTIONS[collection]) {
    case 'set':
      updateSet(objects, container, source)
      break
    case 'dict':
      if (p.objectOf(source, OBJECT.dict) === 0) {
        objects.own?.refuseMapping(source)
        throw new PythonError('TypeError', `'${typeName(objects, source)}' object is not a mapping`)
      }
      dictMerge(objects, container, source)
      break
    case 'arguments':
      extend(objects, container, starredItems(p, source, argumentMessage(p, 3)))
      break
    default:
      extend(objects, container, starredItems(p, source, undefined))
  }
  p.top--
}

function argumentMessage(p: Processor, distance: number): string {
  const type = typeName(p.objects, p.peek(0))
  const name = callableText(p, p.peek(distance), p.peek(distance - 1))
  return `${name} argument after * must be an iterable, not ${type}`
}

function starredItems(p: Processor, source: Value, message: string | undefined): Value[] {
  try {
    return itemsOf(p.objects, source)
  } catch (error) {
    if (!(error instanceof PythonError) || !error.message.endsWith('object is not iterable')) {
      throw error
    }
    const type = typeName(p.objects, source)
    const text = message ?? `Value after * must be an iterable, not ${type}`
    throw new PythonError('TypeError', text)
  }
}

/** `callable receiver args dict mapping -- callable receiver args dict` */
function extendKeywords(p: Processor): void {
  const { objects } = p
  const source = p.peek(0)
  const dict = p.peek(1)
  if (p.objectOf(source, OBJECT.dict) === 0) {
    objects.own?.refuseMapping(source)
    const name = callableText(p, p.peek(4), p.peek(3))
    const type = typeName(objects, source)
    throw new PythonError('TypeError', `${name} argument after ** must be a mapping, not ${type}`)
  }
  for (const [key, value] of dictEntries(p.memory, source)) {
    if (dictGet(objects, dict, key) !== UNBOUND) {
      if (p.objectOf(key, OBJECT.string) === 0) throw noText()
      const name = callableText(p, p.peek(4), p.peek(3))
      const message = `${name} got multiple values for keyword argument '${p.textOf(key)}'`
      throw new PythonError('TypeError', message)
    }
    dictSet(objects, dict, key, value)
  }
  p.top--
}

function noText(): PythonError {
  return new PythonError('TypeError', 'keywords must be strings')
}

/** The keywords of a call that stand in a dict (or UNBOUND). @throws PythonError TypeError for other keys */
export function keywordMap(p: Processor, dict: Value): ReadonlyMap<string, Value> {
  if (dict === UNBOUND) return new Map()
  return new Map(
    dictEntries(p.memory, dict).map(([key, value]) => {
      if (p.objectOf(key, OBJECT.string) === 0) throw noText()
      return [textOf(p.memory, key), value]
    }),
  )
}

/** How CPython calls a callable in the messages about its stars (Objects/object.c: _PyObject_FunctionStr). */
function callableText(p: Processor, callable: Value, receiver: Value): string {
  const bound = p.objectOf(callable, OBJECT.boundMethod)
  if (bound !== 0) return callableText(p, p.word(bound + 2), p.word(bound + 1))
  const fn = p.objectOf(callable, OBJECT.function)
  if (fn !== 0) {
    return `__main__.${functionName(p.objects, fromAddress(fn))}()`
  }
  const cls = p.objectOf(callable, OBJECT.class)
  if (cls !== 0) return `__main__.${p.program.classes[p.word(cls + 1)]?.name ?? ''}()`
  const builtin = p.objectOf(callable, OBJECT.builtin)
  if (builtin !== 0) return `${BUILTINS[p.word(builtin + 1)]?.name ?? ''}()`
  if (isSmallInteger(callable) && receiver !== UNBOUND) {
    const method = METHODS[toSmallInteger(callable)]
    if (method !== undefined) return `${method.type}.${method.name}()`
  }
  return repr(p.objects, callable)
}

/** `iterable -- items…`, one of them a list of what the others leave. */
function unpackStarred(p: Processor, argument: number): void {
  const before = argument & 0xfff
  const behind = argument >>> 12
  const items = unpackItems(p.objects, p.peek(0))
  if (items.length < before + behind) {
    const expected = `(expected at least ${String(before + behind)}, got ${String(items.length)})`
    throw new PythonError('ValueError', `not enough values to unpack ${expected}`)
  }
  const end = items.length - behind
  const rest = makeList(p.objects, items.slice(before, end))
  p.top--
  for (const item of [...items.slice(0, before), rest, ...items.slice(end)].toReversed()) {
    p.push(item)
  }
}

/** `iterable -- items…`, the first on top. */
function unpackSequence(p: Processor, count: number): void {
  traceCall(p, 'unpack', p.peek(0), UNBOUND)
  const items = unpack(p.objects, p.peek(0), count)
  p.top--
  for (const item of items.toReversed()) p.push(item)
}

/** `parts… -- function` */
function makeFunction(p: Processor, index: number): void {
  const code = p.program.functions[index]
  if (code === undefined) throw new BugError(`function ${String(index)}`)
  const count = code.defaultCount + code.keywordDefaults.length + code.freeCount
  const address = p.memory.allocate(OBJECT.function, FUNCTION_DEFAULTS + count)
  p.memory.write(address + 1, index)
  for (let i = 0; i < count; i++) {
    p.memory.write(address + FUNCTION_DEFAULTS + i, p.word(p.top - count + i))
  }
  p.replace(count, fromAddress(address))
}
