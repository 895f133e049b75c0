/**
 * The loop over the instructions of one thread: runs from one visible operation to just before the next (a simulation
 * then lets a scheduler choose; a live thread makes the operation atomic and goes on). Exceptions unwind here.
 */
import { BugError } from '../../base'
import { OPERATIONS } from '../bytecode'
import { EVENT } from '../trace'
import { deleteAttribute, loadAttribute, loadMethod, storeAttribute } from './attributes'
import {
  enterCallable,
  enterInPlace,
  isCarriedOut,
  enterRoutine,
  keywordsOf,
  leaveFunction,
  perform,
  readCall,
  readVariableCall,
  unwrapBound,
  type Call,
} from './calls'
import { matches } from './classes'
import { finishGenerator, resumeGenerator, yieldItem } from './generators'
import { executePiece } from './building'
import { executeOnClasses } from './classObjects'
import { loadGlobal, requireGlobal, storeGlobal } from './globals'
import {
  enterContext,
  enterOwnContext,
  exitContext,
  exitContextByError,
  exitOwnContext,
  exitOwnContextByError,
} from './contexts'
import {
  deleteElement,
  iterate,
  loadElement,
  loadSliceOf,
  storeElement,
  traceCall,
} from './elements'
import { SUSPENDED } from './kernel'
import { enterOwnElement } from './ownElements'
import { completeOperation, enterOwnOperation } from './ownOperations'
import {
  FRAME,
  FUNCTION_MASK,
  OBJECT,
  ANSWER,
  COMPLETES,
  GENERATOR,
  THREAD,
  threadAddress,
  WAIT,
} from './layout'
import { LimitError } from './limits'
import { moduleValue } from './load'
import {
  binary,
  buildConstantSet,
  buildDict,
  buildFrozenSet,
  buildSet,
  compare,
  concatenate,
  format,
  getIterator,
  inPlace,
  isTrue,
  makeList,
  makeSlice,
  makeTuple,
  raisedException,
  tupleItems,
  unary,
} from './objects'
import type { Accessor } from './properties'
import { AnswerNeeded } from './answerNeeded'
import { forgetAnswers, prepareQuestion } from './answers'
import { Processor, VISIBILITY } from './processor'
import { PythonError } from './pythonError'
import { RoutineNeeded } from './routineNeeded'
import { BEGIN, endThread, requireTarget } from './threads'
import { exceptionOf, unwind, withCause } from './unwinding'
import { addressOf, fromBoolean, NONE, UNBOUND, type Value } from './value'
import { MAY_BE_VISIBLE, visibilityOf } from './visibility'

/** Why `run` came back. */
export type RunEnd =
  /** Stands before a visible operation. */
  | 'visible'
  /** An operation began and must be completed by another step (sleep, database write). */
  | 'suspended'
  | 'ended'

const O = Object.fromEntries(
  Object.entries(OPERATIONS).map(([name, { code }]) => [name, code]),
) as { readonly [K in keyof typeof OPERATIONS]: (typeof OPERATIONS)[K]['code'] }

/** Instructions between two looks at whether the run was stopped. */
export const CHECK_INTERVAL = 1024

/** What was done ahead of the interpreter. */
export const PROGRESS = {
  none: 0,
  /** At least one instruction. */
  some: 1,
  /** Everything up to a visible operation. */
  visible: 2,
} as const
export type Progress = (typeof PROGRESS)[keyof typeof PROGRESS]

export class Interpreter extends Processor {
  /** Instructions since the last visible operation. */
  protected silent = 0
  private isInside = false
  /**
   * Carries out instructions as far as there is a quicker way, if there is one; the first of them is the `first` of a
   * step, and may be visible.
   */
  protected hurry?(isFirst: boolean): Progress
  /** What the frame that was left last has answered. */
  protected result: Value = NONE

  /**
   * Runs the loaded thread: the instruction it stands on first, whatever it is, then everything up to the next visible
   * one (stepping) or to its end (live).
   * @throws LimitError, StopSignal
   */
  run(): RunEnd {
    this.silent = 0
    let isFirst = true
    for (;;) {
      try {
        if (this.pc === BEGIN) {
          const end = this.begin()
          if (end !== undefined) return end
          isFirst = false
        }
        return this.loop(isFirst)
      } catch (error) {
        this.leave()
        if (!this.recover(error)) return 'ended'
      }
      isFirst = false
    }
  }

  /** Goes on after what an instruction threw; false when that ended the thread. */
  private recover(error: unknown): boolean {
    if (error instanceof AnswerNeeded) {
      try {
        prepareQuestion(this, error)
        enterCallable(this, error.callable, error.args, ANSWER)
        return true
      } catch (nested) {
        return this.recover(nested)
      }
    }
    if (this.hasAnswers) forgetAnswers(this)
    if (error instanceof RoutineNeeded) {
      // An operator with two operands; calls deal with it themselves.
      enterRoutine(this, error.routine, error.args, this.top - 2)
      return true
    }
    if (!(error instanceof PythonError)) throw error
    return unwind(this, raisedException(this.objects, error))
  }

  /** Calls the thread's target; a built-in target may be all there is to do. */
  private begin(): RunEnd | undefined {
    const control = threadAddress(this.thread)
    if (this.word(control + THREAD.waitKind) === WAIT.none && !this.hasAnswers) {
      this.trace(EVENT.begin, this.thread, this.kernel.stamp())
    }
    const thread = addressOf(this.word(control + THREAD.object))
    // Where it was made: what a built-in target does stands there.
    this.pc = this.word(thread + 7) - 1
    const call = unwrapBound(this, {
      callable: this.word(thread + 1),
      receiver: UNBOUND,
      args: tupleItems(this.memory, this.word(thread + 2)),
      keywords: keywordsOf(this.objects, this.word(thread + 6)),
      base: this.top,
    })
    requireTarget(this, thread)
    if (call.callable === NONE) return this.finish()
    if (this.performFirst(call) === SUSPENDED) {
      this.pc = BEGIN
      return 'suspended'
    }
    return this.frame === 0 ? this.finish() : undefined
  }

  private performFirst(call: Call): Value {
    const { hasAnswers } = this
    try {
      const result = perform(this, call)
      if (hasAnswers) forgetAnswers(this)
      return result
    } catch (error) {
      if (error instanceof AnswerNeeded) this.pc = BEGIN
      throw error
    }
  }

  /** The thread has returned from its first frame. */
  protected finish(): RunEnd {
    endThread(this, UNBOUND)
    return 'ended'
  }

  private enter(): void {
    this.kernel.enter()
    this.isInside = true
  }

  private leave(): void {
    if (!this.isInside) return
    this.isInside = false
    this.kernel.leave()
  }

  private loop(startsFirst: boolean): RunEnd {
    let isFirst = startsFirst
    const { code } = this.program
    for (;;) {
      const progress = this.hurry?.(isFirst) ?? PROGRESS.none
      if (progress === PROGRESS.visible) return 'visible'
      if (progress === PROGRESS.some) isFirst = false
      const instruction = code[this.pc] as number
      const operation = instruction & 0xff
      const argument = instruction >>> 8
      this.visibility = VISIBILITY.none
      if (MAY_BE_VISIBLE[operation] !== 0) {
        const visibility = visibilityOf(this, operation, argument)
        if (visibility >= VISIBILITY.memory) {
          if (this.kernel.isStepping) {
            if (!isFirst) return 'visible'
          } else if (visibility === VISIBILITY.memory) this.enter()
        }
        this.visibility = visibility
      }
      isFirst = false
      const { hasAnswers } = this
      const end = this.execute(operation, argument)
      if (hasAnswers) forgetAnswers(this)
      if (this.isInside) this.leave()
      if (end !== undefined) return end
      if (++this.silent % CHECK_INTERVAL === 0) this.checkBounds()
    }
  }

  private checkBounds(): void {
    this.kernel.checkStop()
    if (this.kernel.isStepping && this.silent > this.limits.silentInstructions) {
      throw new LimitError('silentLoop', this.limits.silentInstructions)
    }
  }

  /** One instruction. Moves the program counter. */
  // eslint-disable-next-line max-lines-per-function -- the dispatch: flat, one case per operation
  private execute(operation: number, argument: number): RunEnd | undefined {
    switch (operation) {
      case O.loadConstant:
        this.push(this.constants[argument] as number)
        break
      case O.loadLocal:
        this.loadLocal(argument)
        break
      case O.storeLocal:
        this.memory.write(this.local(argument), this.pop())
        break
      case O.deleteLocal:
        this.requireLocal(argument)
        this.memory.write(this.local(argument), UNBOUND)
        break
      case O.loadGlobal:
        loadGlobal(this, argument)
        break
      case O.storeGlobal:
        storeGlobal(this, argument, this.pop())
        break
      case O.deleteGlobal:
        requireGlobal(this, argument)
        storeGlobal(this, argument, UNBOUND)
        break
      case O.pop:
        this.top--
        break
      case O.duplicate:
        this.push(this.peek(0))
        break
      case O.duplicateTwo:
        this.push(this.peek(1))
        this.push(this.peek(1))
        break
      case O.rotateTwo: {
        const b = this.pop()
        const a = this.pop()
        this.push(b)
        this.push(a)
        break
      }
      case O.rotateThree: {
        const c = this.pop()
        const b = this.pop()
        const a = this.pop()
        this.push(c)
        this.push(a)
        this.push(b)
        break
      }
      case O.pushUnbound:
        this.push(UNBOUND)
        break
      case O.loadAttribute:
        if (this.isCalled(loadAttribute(this, argument))) return
        break
      case O.storeAttribute:
        if (this.isCalled(storeAttribute(this, argument))) return
        break
      case O.deleteAttribute:
        deleteAttribute(this, argument)
        break
      case O.loadItem:
        if (enterOwnElement(this, operation) || !isCarriedOut(this, loadElement, 2)) return
        break
      case O.storeItem:
        if (enterOwnElement(this, operation)) return
        storeElement(this)
        break
      case O.deleteItem:
        if (enterOwnElement(this, operation)) return
        deleteElement(this)
        break
      case O.loadSlice:
        if (enterOwnElement(this, operation)) return
        loadSliceOf(this)
        break
      case O.unary:
        if (enterOwnOperation(this, operation, argument)) return
        this.replace(1, unary(this.objects, argument, this.peek(0)))
        break
      case O.binary:
        if (enterOwnOperation(this, operation, argument)) return
        traceCall(this, 'operator', this.peek(1), UNBOUND)
        this.replace(2, binary(this.objects, argument, this.peek(1), this.peek(0)))
        break
      case O.inPlace:
        if (enterOwnOperation(this, operation, argument)) return
        traceCall(this, '+=', this.peek(1), this.peek(0))
        this.replace(2, inPlace(this.objects, argument, this.peek(1), this.peek(0)))
        break
      case O.compare:
        if (enterOwnOperation(this, operation, argument)) return
        traceCall(this, 'in', this.peek(0), this.peek(1))
        this.replace(2, compare(this.objects, argument, this.peek(1), this.peek(0)))
        break
      case O.jump:
        this.pc = argument
        return undefined
      case O.jumpIfFalse: {
        if (enterOwnOperation(this, operation, argument)) return
        const isTaken = !this.test(this.peek(0))
        this.top--
        this.jump(argument, isTaken)
        return
      }
      case O.jumpIfTrue: {
        if (enterOwnOperation(this, operation, argument)) return
        const isTaken = this.test(this.peek(0))
        this.top--
        this.jump(argument, isTaken)
        return
      }
      case O.jumpIfFalseOrPop: {
        if (enterOwnOperation(this, operation, argument)) return
        this.jumpOrPop(argument, !this.test(this.peek(0)))
        return
      }
      case O.jumpIfTrueOrPop: {
        if (enterOwnOperation(this, operation, argument)) return
        this.jumpOrPop(argument, this.test(this.peek(0)))
        return
      }
      case O.getIterator:
        traceCall(this, 'iter', this.peek(0), UNBOUND)
        this.replace(1, getIterator(this.objects, this.peek(0)))
        break
      case O.forIteration: {
        if (this.objectOf(this.peek(0), OBJECT.generator) !== 0) {
          if (!resumeGenerator(this)) this.endLoop(argument)
          return
        }
        this.jump(argument, !iterate(this))
        return
      }
      case O.yield:
        yieldItem(this)
        return
      case O.return:
        return this.return()
      case O.raise:
        return unwind(this, exceptionOf(this, this.peek(0))) ? undefined : 'ended'
      case O.raiseFrom:
        return unwind(this, withCause(this)) ? undefined : 'ended'
      case O.matchException:
        this.replace(1, fromBoolean(matches(this, this.peek(1), this.peek(0))))
        break
      case O.buildList:
        this.replace(argument, makeList(this.objects, this.operands(argument)))
        break
      case O.buildTuple:
        this.replace(argument, makeTuple(this.objects, this.operands(argument)))
        break
      case O.buildSet:
        this.replace(argument, buildSet(this.objects, this.operands(argument)))
        break
      case O.buildConstantSet:
        this.replace(argument, buildConstantSet(this.objects, this.operands(argument)))
        break
      case O.buildFrozenSet:
        this.replace(argument, buildFrozenSet(this.objects, this.operands(argument)))
        break
      case O.buildDict:
        this.replace(2 * argument, buildDict(this.objects, this.operands(2 * argument)))
        break
      case O.buildSlice:
        this.replace(3, makeSlice(this.objects, [this.peek(2), this.peek(1), this.peek(0)]))
        break
      case O.buildString:
        this.replace(argument, concatenate(this.objects, this.operands(argument)))
        break
      case O.formatValue: {
        this.formatValue(argument)
        return
      }
      case O.loadMethod:
        loadMethod(this, argument)
        break
      case O.callMethod:
        return this.call(readCall(this, 'callMethod', argument))
      case O.call:
        return this.call(readCall(this, 'call', argument))
      case O.callKeyword:
        return this.call(readCall(this, 'callKeyword', argument))
      case O.loadModule:
        this.push(moduleValue(this.program, argument))
        break
      case O.callVariable:
        return this.call(readVariableCall(this))
      case O.enterContext:
        if (enterOwnContext(this)) return
        if (enterContext(this) === SUSPENDED) return 'suspended'
        break
      case O.exitContext:
        if (exitOwnContext(this) || !isCarriedOut(this, exitContext, 1, 0)) return
        break
      case O.exitContextByError:
        if (exitOwnContextByError(this) || !isCarriedOut(this, exitContextByError, 1)) return
        break
      default:
        if (
          !executePiece(this, operation, argument) &&
          !executeOnClasses(this, operation, argument)
        ) {
          throw new BugError(`operation ${String(operation)} at ${String(this.pc)}`)
        }
    }
    this.pc++
    return undefined
  }

  /** The iterator of a `for` has no more items. */
  private endLoop(target: number): void {
    this.top--
    this.pc = target
  }

  /** Enters the accessor of a property, if there is one. */
  private isCalled(accessor: Accessor | undefined): boolean {
    if (accessor === undefined) return false
    enterInPlace(this, accessor.function, accessor.args, accessor.base, accessor.flags)
    return true
  }

  private jump(target: number, isTaken: boolean): undefined {
    this.pc = isTaken ? target : this.pc + 1
  }

  private jumpOrPop(target: number, isTaken: boolean): undefined {
    if (!isTaken) this.top--
    this.jump(target, isTaken)
  }

  /** Truth of an operand; asking a shared container is a read of it. */
  private test(value: Value): boolean {
    traceCall(this, 'bool', value, UNBOUND)
    return isTrue(this.objects, value)
  }

  private operands(count: number): Value[] {
    return Array.from(this.memory.wordsAt(this.top - count, this.top))
  }

  private loadLocal(index: number): void {
    const value = this.word(this.local(index))
    if (value === UNBOUND) this.requireLocal(index)
    this.push(value)
  }

  private requireLocal(index: number): void {
    if (this.word(this.local(index)) !== UNBOUND) return
    const fn = this.program.functions[this.word(this.frame + FRAME.function) & FUNCTION_MASK]
    throw new PythonError(
      'UnboundLocalError',
      `cannot access local variable '${fn?.locals[index] ?? ''}' where it is not associated with a value`,
    )
  }

  private return(): RunEnd | undefined {
    const flags = this.word(this.frame + FRAME.function)
    if ((flags & GENERATOR) !== 0) {
      finishGenerator(this)
      return undefined
    }
    if ((flags & COMPLETES) !== 0) {
      completeOperation(this, this.pop())
      return undefined
    }
    this.result = this.pop()
    if (!leaveFunction(this, this.result)) return this.finish()
    return this.pc === BEGIN ? this.begin() : undefined
  }

  private call(call: Call): RunEnd | undefined {
    traceCall(this, 'call', call.receiver, call.args[0] ?? UNBOUND, call)
    return perform(this, call) === SUSPENDED ? 'suspended' : undefined
  }

  private formatValue(argument: number): undefined {
    const hasSpecification = (argument & 4) !== 0
    const conversion = argument & 3
    const value = this.peek(hasSpecification ? 1 : 0)
    traceCall(this, 'format', value, UNBOUND)
    const specification = hasSpecification ? this.peek(0) : UNBOUND
    const text = format(this.objects, value, conversion, specification)
    this.replace(hasSpecification ? 2 : 1, text)
    this.pc++
  }
}
