/**
 * The call protocol. A call instruction leaves `callable, [receiver,] arguments` on the stack; a Python function turns
 * that region into its frame (so a call copies arguments once and allocates nothing), everything else is carried out at
 * once and replaces the region by its result.
 */
import { present } from '../../base'
import { BUILTINS, PURE_FUNCTIONS } from './builtins'
import { allocateObject } from './classObjects'
import { classTableOf, ownClass, specialMember } from './members'
import { endQuestion, forgetAnswers } from './answers'
import { ANSWER, DISCARD_RESULT, FRAME, NO_RESULT, OBJECT, STACK_WORDS } from './layout'
import { LimitError } from './limits'
import {
  argumentsOf,
  callNamedTupleType,
  dictEntries,
  listItems,
  METHODS,
  makeException,
  partialParts,
  methodIndex,
  typeName,
  tupleItems,
  textOf,
  type Objects,
} from './objects'
import type { RoutineName } from '../bytecode'
import type { Processor } from './processor'
import { RoutineNeeded } from './routineNeeded'
import { bindArguments, FUNCTION_DEFAULTS } from './arguments'
import { keywordMap } from './building'
import { makeGenerator } from './generators'
import { PythonError } from './pythonError'
import { makePrimitive } from './primitives'
import { callSystem } from './systemCalls'
import { SUSPENDED } from './kernel'
import { callSystemMethod, isSystemMethod, systemMethodIndex } from './systemMethods'
import { withReceiver } from './typeMethods'
import { fromAddress, isSmallInteger, NONE, toSmallInteger, UNBOUND, type Value } from './value'

export const NO_KEYWORDS: ReadonlyMap<string, Value> = new Map()

/** The keywords that a dict (or NONE) holds: `Thread(kwargs=…)`. */
export function keywordsOf(objects: Objects, dict: Value): ReadonlyMap<string, Value> {
  if (dict === NONE) return NO_KEYWORDS
  return new Map(
    dictEntries(objects.memory, dict).map(([key, value]) => [textOf(objects.memory, key), value]),
  )
}

/** A call as it stands on the stack, before anything was carried out. */
export interface Call {
  readonly callable: Value
  /** UNBOUND when there is none. */
  readonly receiver: Value
  readonly args: readonly Value[]
  readonly keywords: ReadonlyMap<string, Value>
  /** Address of the operand slot that the result replaces. */
  readonly base: number
}

/** Reads the call of operation `call`, `callMethod` or `callKeyword` with `count` argument values. */
export function readCall(
  p: Processor,
  operation: 'call' | 'callMethod' | 'callKeyword',
  count: number,
): Call {
  const names = operation === 'callKeyword' ? keywordNames(p) : []
  const end = p.top - (operation === 'callKeyword' ? 1 : 0)
  const first = end - count
  const hasReceiver = operation !== 'call'
  const args: Value[] = []
  for (let a = first; a < end - names.length; a++) args.push(p.word(a))
  const keywords =
    names.length === 0
      ? NO_KEYWORDS
      : new Map(names.map((name, i) => [name, p.word(end - names.length + i)]))
  const base = first - (hasReceiver ? 2 : 1)
  const call = {
    callable: p.word(base),
    receiver: hasReceiver ? p.word(base + 1) : UNBOUND,
    args,
    keywords,
    base,
  }
  return unwrapBound(p, call)
}

/** The call of operation `callVariable`. */
export function readVariableCall(p: Processor): Call {
  return unwrapBound(p, {
    callable: p.peek(3),
    receiver: p.peek(2),
    args: listItems(p.memory, p.peek(1)),
    keywords: keywordMap(p, p.peek(0)),
    base: p.top - 4,
  })
}

function keywordNames(p: Processor): string[] {
  return tupleItems(p.memory, p.peek(0)).map((name) => textOf(p.memory, name))
}

/** A bound method is its function with its receiver, a partial its callable with more arguments. */
export function unwrapBound(p: Processor, call: Call): Call {
  if (call.receiver === UNBOUND && p.objectOf(call.callable, OBJECT.partial) !== 0) {
    const { callable } = partialParts(p.objects, call.callable)
    const given = argumentsOf(p.objects, call.callable, call.args, call.keywords)
    return unwrapBound(p, { ...call, callable, ...given })
  }
  const bound = call.receiver === UNBOUND ? p.objectOf(call.callable, OBJECT.boundMethod) : 0
  if (bound === 0) return withReceiver(p, call)
  return withReceiver(p, { ...call, receiver: p.word(bound + 1), callable: p.word(bound + 2) })
}

/**
 * Carries out the call. The program counter still stands on the calling instruction; a Python function changes it, any
 * other result replaces the operands and the counter moves on. Answers SUSPENDED when the kernel could not complete.
 */
export function perform(p: Processor, call: Call): Value {
  const { callable } = call
  const fn = p.objectOf(callable, OBJECT.function)
  if (fn !== 0) {
    const args = call.receiver === UNBOUND ? call.args : [call.receiver, ...call.args]
    const bound = bindArguments(p, fn, args, call.keywords)
    if (p.program.functions[p.word(fn + 1)]?.isGenerator === true) {
      answerCall(p, call.base, generatorOf(p, fn, bound))
    } else enterFunction(p, fn, bound, call.base, 0)
    return NONE
  }
  const cls = p.objectOf(callable, OBJECT.class)
  if (cls !== 0) {
    construct(p, cls, call)
    return NONE
  }
  if (enterOwnCall(p, call)) return NONE
  const result = callBuiltinOrRoutine(p, call)
  if (result === SUSPENDED) return SUSPENDED
  if (result === ENTERED) return NONE
  answerCall(p, call.base, result)
  return result
}

/** Calls `__call__` of an object of the program; false when it is none. */
function enterOwnCall(p: Processor, { callable, args, keywords, base }: Call): boolean {
  const cls = p.objects.own === undefined ? 0 : ownClass(p, callable)
  const method = cls === 0 ? 0 : p.objectOf(specialMember(p, cls, '__call__'), OBJECT.function)
  if (method === 0) return false
  enterFunction(p, method, bindArguments(p, method, [callable, ...args], keywords), base, 0)
  return true
}

function answerCall(p: Processor, base: number, result: Value): void {
  p.top = base
  p.push(result)
  p.pc++
}

function generatorOf(p: Processor, fn: number, bound: readonly Value[]): Value {
  const index = p.word(fn + 1)
  const locals = [...bound]
  const code = p.program.functions[index]
  for (const [i, cell] of cellsOf(p, fn).entries()) locals[(code?.freeStart ?? 0) + i] = cell
  return makeGenerator(
    p,
    index,
    Array.from(locals, (value: Value | undefined) => value ?? UNBOUND),
  )
}

/** A frame was entered: its result will replace the call. */
const ENTERED = -2

function callBuiltinOrRoutine(p: Processor, call: Call): Value {
  try {
    return callBuiltin(p, call)
  } catch (error) {
    if (!(error instanceof RoutineNeeded)) throw error
    if (p.hasAnswers) forgetAnswers(p)
    enterRoutine(p, error.routine, error.args, call.base)
    return ENTERED
  }
}

/** Everything that is neither a Python function nor a class. */
function callBuiltin(p: Processor, call: Call): Value {
  const { callable, args, keywords } = call
  if (isSmallInteger(callable) && call.receiver !== UNBOUND) {
    const index = toSmallInteger(callable)
    if (isSystemMethod(index)) return callSystemMethod(p, index, call.receiver, args, keywords)
    return callMethod(p, index, call)
  }
  if (p.objectOf(callable, OBJECT.namedTupleType) !== 0) {
    return callNamedTupleType(p.objects, callable, args, keywords)
  }
  const builtin = BUILTINS[p.word(p.objectOf(callable, OBJECT.builtin) + 1)]
  if (p.objectOf(callable, OBJECT.builtin) === 0 || builtin === undefined) {
    throw new PythonError('TypeError', `'${typeName(p.objects, callable)}' object is not callable`)
  }
  switch (builtin.kind) {
    case 'pure':
      return callPure(p, builtin.index, args, keywords)
    case 'exception':
      if (keywords.size > 0) {
        throw new PythonError('TypeError', `${builtin.name}() takes no keyword arguments`)
      }
      return makeException(p.objects, callable, args)
    case 'type':
      if (builtin.name === 'NoneType' && args.length + keywords.size === 0) return NONE
      throw new PythonError('TypeError', `cannot create '${builtin.name}' instances`)
    case 'primitive':
      return makePrimitive(p, builtin.type, args, keywords)
    case 'system':
      return callSystem(p, builtin.name, args, keywords)
  }
}

function callPure(
  p: Processor,
  index: number,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  const fn = PURE_FUNCTIONS[index]
  if (fn === undefined) throw new PythonError('TypeError', 'unknown built-in')
  return fn.call(p.objects, args, keywords)
}

function callMethod(p: Processor, index: number, call: Call): Value {
  const method = METHODS[index]
  if (method === undefined) throw new PythonError('TypeError', 'unknown method')
  return method.call(p.objects, call.receiver, call.args, call.keywords)
}

/** Makes an object of the class at `cls` and runs `__init__` on it: the program's, or the built-in one of its bases. */
function construct(p: Processor, cls: number, call: Call): void {
  const object = fromAddress(allocateObject(p, cls, call.args))
  const initialiser = p.objectOf(specialMember(p, cls, '__init__'), OBJECT.function)
  if (initialiser === 0) {
    initialiseBuiltin(p, cls, object, call)
    answerCall(p, call.base, object)
    return
  }
  const args = bindArguments(p, initialiser, [object, ...call.args], call.keywords)
  p.memory.write(call.base, object)
  enterFunction(p, initialiser, args, call.base + 1, DISCARD_RESULT)
}

function initialiseBuiltin(p: Processor, cls: number, object: Value, call: Call): void {
  const { root, code } = classTableOf(p, cls)
  if (root !== 'instance') {
    callInitialiser(p, object, call)
  } else if (call.args.length > 0 || call.keywords.size > 0) {
    throw new PythonError('TypeError', `${code.name}() takes no arguments`)
  }
}

function callInitialiser(p: Processor, receiver: Value, { args, keywords }: Call): void {
  const own = systemMethodIndex(p, receiver, '__init__')
  if (own !== undefined) callSystemMethod(p, own, receiver, args, keywords)
  else {
    const index = methodIndex(p.objects, receiver, '__init__') ?? -1
    METHODS[index]?.call(p.objects, receiver, args, keywords)
  }
}

/**
 * Calls anything with `args`, in a frame on top of the operands; what its return means is in `flags`.
 * @throws PythonError as for a call
 */
export function enterCallable(
  p: Processor,
  callable: Value,
  args: readonly Value[],
  flags: number,
): void {
  const fn = p.objectOf(callable, OBJECT.function)
  if (fn !== 0) {
    enterFunction(p, fn, bindArguments(p, fn, args, NO_KEYWORDS), p.top, flags)
    return
  }
  const routine = (['call', 'callOne', 'callTwo'] as const)[args.length] ?? 'callTwo'
  enterRoutine(p, routine, [callable, ...args], p.top, flags)
}

/** Calls a function of the program in place of an operation: its result replaces the operands from `base` on. */
export function enterInPlace(
  p: Processor,
  fn: number,
  args: readonly Value[],
  base: number,
  flags = 0,
): void {
  enterFunction(p, fn, bindArguments(p, fn, args, NO_KEYWORDS), base, flags)
}

/** Carries out `routine` in place of an operation: its result replaces the operands from `base` on. */
export function enterRoutine(
  p: Processor,
  routine: RoutineName,
  args: readonly Value[],
  base: number,
  flags = 0,
): void {
  const index = present(p.program.routines[routine], `routine ${routine}`)
  if (p.program.functions[index]?.isGenerator === true) {
    answerCall(p, base, makeGenerator(p, index, args))
  } else enterCode(p, index, args, base, flags)
}

/**
 * Makes the frame of function object `fn` at `base` and goes to its first instruction.
 * @throws PythonError RecursionError; LimitError `depth` when the stack is used up first.
 */
export function enterFunction(
  p: Processor,
  fn: number,
  args: readonly Value[],
  base: number,
  flags: number,
): void {
  const index = p.word(fn + 1)
  enterCode(p, index, args, base, flags)
  const code = p.program.functions[index]
  if (code === undefined || code.freeCount === 0) return
  cellsOf(p, fn).forEach((cell, i) => p.memory.write(p.local(code.freeStart + i), cell))
}

/** The cells that a function object shares with functions around it. */
function cellsOf(p: Processor, fn: number): readonly Value[] {
  const code = p.program.functions[p.word(fn + 1)]
  if (code === undefined || code.freeCount === 0) return []
  const first = fn + FUNCTION_DEFAULTS + code.defaultCount + code.keywordDefaults.length
  return Array.from(p.memory.wordsAt(first, first + code.freeCount))
}

function enterCode(
  p: Processor,
  index: number,
  args: readonly Value[],
  base: number,
  flags: number,
): void {
  const code = p.program.functions[index]
  if (code === undefined) throw new PythonError('TypeError', 'unknown function')
  if (p.depth >= p.limits.depth) {
    throw new PythonError('RecursionError', 'maximum recursion depth exceeded')
  }
  const locals = base + FRAME.locals
  const top = locals + code.locals.length
  if (top + code.stackSize + 8 > p.stackEnd) throw new LimitError('depth', STACK_WORDS)
  p.memory.write(base + FRAME.caller, p.frame)
  p.memory.write(base + FRAME.callPc, p.pc)
  p.memory.write(base + FRAME.function, index | flags)
  for (let i = 0; i < code.locals.length; i++) p.memory.write(locals + i, args[i] ?? UNBOUND)
  p.highWater = Math.max(p.highWater, p.top, top + code.stackSize)
  p.frame = base
  p.top = top
  p.pc = code.entry
  p.depth++
}

/** Leaves the current frame with `result`. Answers false when it was the thread's first. */
export function leaveFunction(p: Processor, result: Value): boolean {
  const frame = p.frame
  const flags = p.word(frame + FRAME.function)
  const caller = p.word(frame + FRAME.caller)
  p.depth--
  p.top = frame
  p.frame = caller
  const isAnswer = (flags & ANSWER) !== 0
  // A thread that ends stays where it ended: the trace shows that line.
  if (caller === 0 && !isAnswer) return false
  p.pc = p.word(frame + FRAME.callPc)
  if (isAnswer) {
    endQuestion(p, frame, result)
    return true
  }
  if ((flags & (DISCARD_RESULT | NO_RESULT)) === 0) p.push(result)
  else if ((flags & NO_RESULT) === 0 && result !== NONE) {
    const type = typeName(p.objects, result)
    throw new PythonError('TypeError', `__init__() should return None, not '${type}'`)
  }
  p.pc++
  return true
}

/**
 * Carries out an operation that leaves `results` values, 0 or 1; false when a routine was entered that answers in place of
 * its `operands`.
 */
export function isCarriedOut(
  p: Processor,
  operation: (p: Processor) => void,
  operands: number,
  results = 1,
): boolean {
  try {
    operation(p)
    return true
  } catch (error) {
    if (!(error instanceof RoutineNeeded)) throw error
    const flags = results === 0 ? DISCARD_RESULT : 0
    enterRoutine(p, error.routine, error.args, p.top - operands, flags)
    return false
  }
}
