/**
 * The usual case of an operator on objects of the program: one special method says what it gives. The method is entered above
 * the operands, and its result completes the instruction. Whatever is not usual (`NotImplemented`, an answer of another type)
 * is put down as an answer, and the instruction is carried out with it (answers.ts, ownOperators.ts).
 */
import { BINARY, COMPARE, OPERATIONS, UNARY } from '../bytecode'
import { leaveQuestion, prepareCompletion, putAnswer } from './answers'
import { bindArguments } from './arguments'
import { enterFunction, NO_KEYWORDS } from './calls'
import { ANSWER, COMPLETES, FRAME, OBJECT } from './layout'
import { ARITHMETIC, COMPARISONS, isOfSubclass, special } from './ownOperators'
import type { Processor } from './processor'
import {
  FALSE,
  fromBoolean,
  isSmallInteger,
  toSmallInteger,
  TRUE,
  UNBOUND,
  type Value,
} from './value'

interface OwnCall {
  readonly method: Value
  readonly args: readonly Value[]
}

/** Enters the method that is asked first for what `operation` gives; false where the usual case is not at hand. */
export function enterOwnOperation(p: Processor, operation: number, argument: number): boolean {
  if (p.objects.own === undefined || p.hasAnswers) return false
  const call = firstCall(p, operation, argument)
  const fn = call === undefined ? 0 : p.objectOf(call.method, OBJECT.function)
  if (call === undefined || fn === 0) return false
  const args = bindArguments(p, fn, call.args, NO_KEYWORDS)
  prepareCompletion(p)
  enterFunction(p, fn, args, p.top, ANSWER | COMPLETES)
  return true
}

/** The method whose frame is the current one returns `result`: the operation that entered it is over, or comes again. */
export function completeOperation(p: Processor, result: Value): void {
  const { frame } = p
  p.depth--
  p.frame = p.word(frame + FRAME.caller)
  p.pc = p.word(frame + FRAME.callPc)
  leaveQuestion(p, frame)
  const instruction = p.program.code[p.pc] ?? 0
  const operation = instruction & 0xff
  const argument = instruction >>> 8
  if (isComplete(p, operation, argument, result)) return
  const call = firstCall(p, operation, argument)
  if (call !== undefined) putAnswer(p, call.method, call.args, result)
}

// ---- which method is asked first

function firstCall(p: Processor, operation: number, argument: number): OwnCall | undefined {
  switch (operation) {
    case OPERATIONS.compare.code:
      return ofComparison(p, COMPARE[argument] ?? '==')
    case OPERATIONS.inPlace.code: {
      const name = `i${ARITHMETIC[BINARY[argument] ?? '+']}`
      return method(p, name, p.peek(1), p.peek(0)) ?? ofArithmetic(p, argument)
    }
    case OPERATIONS.binary.code:
      return ofArithmetic(p, argument)
    case OPERATIONS.unary.code:
      return ofUnary(p, UNARY[argument] ?? 'not')
    default:
      return ofTruth(p)
  }
}

function method(p: Processor, name: string, self: Value, other?: Value): OwnCall | undefined {
  const found = special(p, self, name)
  const args = other === undefined ? [self] : [self, other]
  return found === UNBOUND ? undefined : { method: found, args }
}

function ofComparison(p: Processor, operator: (typeof COMPARE)[number]): OwnCall | undefined {
  const a = p.peek(1)
  const b = p.peek(0)
  switch (operator) {
    case 'in':
    case 'not in':
      return method(p, 'contains', b, a)
    case 'is':
    case 'is not':
      return undefined
    default: {
      const left = method(p, COMPARISONS[operator], a, b)
      return left === undefined || isOfSubclass(p, b, a) ? undefined : left
    }
  }
}

function ofArithmetic(p: Processor, operator: number): OwnCall | undefined {
  const a = p.peek(1)
  const b = p.peek(0)
  if (isOfSubclass(p, b, a)) return undefined
  return method(p, ARITHMETIC[BINARY[operator] ?? '+'], a, b)
}

const UNARY_METHODS = { '-': 'neg', '+': 'pos', '~': 'invert' } as const

function ofUnary(p: Processor, operator: (typeof UNARY)[number]): OwnCall | undefined {
  return operator === 'not' ? ofTruth(p) : method(p, UNARY_METHODS[operator], p.peek(0))
}

function ofTruth(p: Processor): OwnCall | undefined {
  return method(p, 'bool', p.peek(0)) ?? method(p, 'len', p.peek(0))
}

// ---- what the result makes of the operation

/** Whether `result` says what the operation gives; then it is over. */
function isComplete(p: Processor, operation: number, argument: number, result: Value): boolean {
  switch (operation) {
    case OPERATIONS.compare.code: {
      const operator = COMPARE[argument]
      if (operator !== 'in' && operator !== 'not in') return replaces(p, 2, result)
      if (result !== TRUE && result !== FALSE) return false
      return replaces(p, 2, fromBoolean((result === TRUE) === (operator === 'in')))
    }
    case OPERATIONS.inPlace.code:
    case OPERATIONS.binary.code:
      return replaces(p, 2, result)
    default: {
      const isNot = operation === OPERATIONS.unary.code && UNARY[argument] === 'not'
      if (operation === OPERATIONS.unary.code && !isNot) return replaces(p, 1, result)
      const truth = truthOf(p, result)
      if (truth === undefined) return false
      if (isNot) return replaces(p, 1, fromBoolean(!truth))
      jump(p, operation, argument, truth)
      return true
    }
  }
}

function replaces(p: Processor, operands: number, result: Value): boolean {
  if (result === p.objects.names.builtinValue('NotImplemented')) return false
  p.replace(operands, result)
  p.pc++
  return true
}

/** The truth that the object's method answered; `undefined` for an answer that is none. */
function truthOf(p: Processor, result: Value): boolean | undefined {
  if (special(p, p.peek(0), 'bool') !== UNBOUND) {
    return result === TRUE || result === FALSE ? result === TRUE : undefined
  }
  const length = isSmallInteger(result) ? toSmallInteger(result) : -1
  return length < 0 ? undefined : length !== 0
}

/** `value --` or `value -- value | --`, as the operation has it. */
function jump(p: Processor, operation: number, target: number, truth: boolean): void {
  const { jumpIfTrue, jumpIfFalseOrPop, jumpIfTrueOrPop } = OPERATIONS
  const isOnTrue = operation === jumpIfTrue.code || operation === jumpIfTrueOrPop.code
  const keeps = operation === jumpIfTrueOrPop.code || operation === jumpIfFalseOrPop.code
  const isTaken = truth === isOnTrue
  if (!(keeps && isTaken)) p.top--
  p.pc = isTaken ? target : p.pc + 1
}
