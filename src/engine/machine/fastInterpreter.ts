import { BINARY, COMPARE, OPERATIONS } from '../bytecode'
import { EVENT } from '../trace'
import { writeTime } from './clock'
import type { EventBuffer } from './eventBuffer'
import { CHECK_INTERVAL, Interpreter, PROGRESS, type Progress } from './interpreter'
import {
  FRAME,
  globalAddress,
  MACHINE,
  OBJECT,
  SHARED,
  THREAD,
  threadAddress,
  WAIT,
} from './layout'
import { heldBy } from './lockWord'
import type { TrailMemory } from './memory'
import { ITERATOR_FIELD, RANGE_FIELD, VARIETY } from './objects'
import type { ProcessorParts } from './processor'
import { packEvent } from './recorder'
import type { SimulatedKernel } from './simulatedKernel'
import {
  FALSE,
  fromSmallInteger,
  isPointer,
  MAXIMUM_SMALL_INTEGER,
  MINIMUM_SMALL_INTEGER,
  NONE,
  toSmallInteger,
  TRUE,
  UNBOUND,
  type Value,
} from './value'

const CODE = {
  loadConstant: OPERATIONS.loadConstant.code,
  loadLocal: OPERATIONS.loadLocal.code,
  storeLocal: OPERATIONS.storeLocal.code,
  loadGlobal: OPERATIONS.loadGlobal.code,
  storeGlobal: OPERATIONS.storeGlobal.code,
  pop: OPERATIONS.pop.code,
  duplicate: OPERATIONS.duplicate.code,
  binary: OPERATIONS.binary.code,
  inPlace: OPERATIONS.inPlace.code,
  compare: OPERATIONS.compare.code,
  jump: OPERATIONS.jump.code,
  jumpIfFalse: OPERATIONS.jumpIfFalse.code,
  jumpIfTrue: OPERATIONS.jumpIfTrue.code,
  forIteration: OPERATIONS.forIteration.code,
  enterContext: OPERATIONS.enterContext.code,
  exitContext: OPERATIONS.exitContext.code,
} as const

/** Low bits of the number of silent instructions where the bounds must be looked at: the interval is a power of two. */
const LAST_BEFORE_CHECK = CHECK_INTERVAL - 1

const ADD = BINARY.indexOf('+')
const SUBTRACT = BINARY.indexOf('-')
const EQUAL = COMPARE.indexOf('==')
const UNEQUAL = COMPARE.indexOf('!=')
const LESS = COMPARE.indexOf('<')
const LESS_EQUAL = COMPARE.indexOf('<=')
const GREATER = COMPARE.indexOf('>')
const GREATER_EQUAL = COMPARE.indexOf('>=')

/**
 * The interpreter of the deterministic machine in a run that never goes back, with a shortcut for each of the most
 * frequent instructions on the most frequent operands (small integers, ranges, locks, globals), which keeps the registers
 * in variables and goes on from step to step while no other thread can make one. A shortcut does exactly what the
 * instruction does, or leaves it to the interpreter: `tests/differential/shortcuts.test.ts` compares runs with and without
 * them. The idea is that of CPython's specialising interpreter (PEP 659), but operands are looked at each time and nothing
 * is rewritten. Why: docs/adr/0016-shortcuts.md.
 */
export class FastInterpreter extends Interpreter {
  /** Steps made. */
  steps = 0
  /** How many steps it may make beyond the one that it was told to make, as long as no other thread can make any. */
  spare = 0
  private readonly isGlobalVisible: Uint8Array
  /** Of the first word of an event, by instruction: what tells its line. */
  private readonly lineBits: Int32Array

  constructor(
    parts: ProcessorParts,
    private readonly trail: TrailMemory,
    private readonly events: EventBuffer,
    private readonly simulated: SimulatedKernel,
  ) {
    super(parts)
    this.isGlobalVisible = Uint8Array.from(parts.program.globals, (global) =>
      global.isVisible ? 1 : 0,
    )
    this.lineBits = parts.program.lines.map((line) => packEvent(0, 0, line))
  }

  // eslint-disable-next-line max-lines-per-function -- a dispatch: flat, one case per operation
  protected override hurry(startsFirst: boolean): Progress {
    if (this.trail.keepsTrail || this.hasAnswers || this.pc >= this.program.routinesStart)
      return PROGRESS.none
    const { constants, isGlobalVisible, lineBits, events } = this
    const { words } = this.trail
    const { code } = this.program
    const locals = this.frame + FRAME.locals
    const isPublished = (words[MACHINE.isPublished] as number) !== 0
    const isShared = isPublished && (words[MACHINE.unfinishedCount] as number) > 1
    const start = this.pc
    const { steps } = this
    let { pc, top, silent } = this
    let isFirst = startsFirst
    // What is done before this does not count: it may have let others go on.
    let isAlone = startsFirst
    let isBeforeVisible = false
    loop: while ((silent & LAST_BEFORE_CHECK) !== LAST_BEFORE_CHECK) {
      const instruction = code[pc] as number
      const argument = instruction >>> 8
      switch (instruction & 0xff) {
        case CODE.loadConstant:
          words[top++] = constants[argument] as number
          break
        case CODE.loadLocal: {
          const value = words[locals + argument] as number
          if (value === UNBOUND) break loop
          words[top++] = value
          break
        }
        case CODE.storeLocal:
          words[locals + argument] = words[--top] as number
          break
        case CODE.loadGlobal: {
          const address = globalAddress(argument)
          const value = words[address] as number
          if (value === UNBOUND) break loop
          if (isPublished && isGlobalVisible[argument] !== 0) {
            if (!isShared) break loop
            if (!this.begins(isFirst, isAlone)) {
              isBeforeVisible = true
              break loop
            }
            silent = 0
            this.pc = pc
            events.append(EVENT.read | (lineBits[pc] as number), address, value)
          }
          words[top++] = value
          break
        }
        case CODE.storeGlobal: {
          const address = globalAddress(argument)
          const value = words[top - 1] as number
          if (isPublished) {
            if (isPointer(value) && ((words[value >>> 1] as number) & SHARED) === 0) break loop
            if (isGlobalVisible[argument] !== 0) {
              if (!isShared) break loop
              if (!this.begins(isFirst, isAlone)) {
                isBeforeVisible = true
                break loop
              }
              silent = 0
            }
          }
          top--
          words[address] = value
          if (isShared && isGlobalVisible[argument] !== 0) {
            this.pc = pc
            events.append(EVENT.write | (lineBits[pc] as number), address, value)
          }
          break
        }
        case CODE.pop:
          top--
          break
        case CODE.duplicate:
          words[top] = words[top - 1] as number
          top++
          break
        case CODE.binary:
        case CODE.inPlace: {
          const result = sum(argument, words[top - 2] as number, words[top - 1] as number)
          if (result === UNBOUND) break loop
          words[--top - 1] = result
          break
        }
        case CODE.compare: {
          const result = compared(argument, words[top - 2] as number, words[top - 1] as number)
          if (result === UNBOUND) break loop
          words[--top - 1] = result
          break
        }
        case CODE.jump:
          pc = argument - 1
          break
        case CODE.jumpIfFalse: {
          const value = words[top - 1] as number
          if (value !== TRUE && value !== FALSE && value !== NONE) break loop
          top--
          if (value !== TRUE) pc = argument - 1
          break
        }
        case CODE.jumpIfTrue: {
          const value = words[top - 1] as number
          if (value !== TRUE && value !== FALSE && value !== NONE) break loop
          top--
          if (value === TRUE) pc = argument - 1
          break
        }
        case CODE.forIteration: {
          const item = this.nextOfRange(words[top - 1] as number)
          if (item === UNBOUND) break loop
          words[top++] = item
          break
        }
        case CODE.enterContext: {
          const lock = this.objectOf(words[top - 1] as number, OBJECT.lock)
          if (lock === 0) break loop
          const isFree = (words[lock + 1] as number) === 0
          if (isFirst && !isFree) break loop
          if (!this.begins(isFirst, isAlone && isFree)) {
            isBeforeVisible = true
            break loop
          }
          silent = 0
          this.pc = pc
          if (isFirst) this.simulated.clearWait(this)
          words[lock + 1] = heldBy(this.thread)
          events.append(EVENT.acquire | (lineBits[pc] as number), lock, 0)
          this.simulated.hasTaken = true
          words[top - 1] = TRUE
          break
        }
        case CODE.exitContext: {
          const lock = this.objectOf(words[top - 1] as number, OBJECT.lock)
          if (lock === 0) break loop
          if ((words[lock + 1] as number) === 0) {
            isBeforeVisible = !isFirst
            break loop
          }
          if (!this.begins(isFirst, isAlone)) {
            isBeforeVisible = true
            break loop
          }
          silent = 0
          this.pc = pc
          words[lock + 1] = 0
          events.append(EVENT.release | (lineBits[pc] as number), lock, 0)
          isAlone &&= !this.isWaitedFor()
          top--
          break
        }
        default:
          break loop
      }
      pc++
      silent++
      isFirst = false
    }
    this.pc = pc
    this.top = top
    this.silent = silent
    if (this.steps !== steps) writeTime(this.trail, MACHINE.clockLow, events.time)
    if (isBeforeVisible) return PROGRESS.visible
    return isFirst === startsFirst && pc === start ? PROGRESS.none : PROGRESS.some
  }

  /** Whether a visible instruction may be carried out: as the `first` of its step, or by beginning another step. */
  private begins(isFirst: boolean, mayGoOn: boolean): boolean {
    if (isFirst) return true
    if (!mayGoOn || this.spare === 0) return false
    this.spare--
    this.steps++
    this.events.time++
    return true
  }

  /** Whether releasing something may let another thread go on. */
  private isWaitedFor(): boolean {
    const { words } = this.trail
    const count = words[MACHINE.threadCount] as number
    for (let thread = 0; thread < count; thread++) {
      const kind = words[threadAddress(thread) + THREAD.waitKind] as number
      if (thread !== this.thread && kind !== WAIT.none && kind !== WAIT.join) return true
    }
    return false
  }

  /** The next item of an iterator over a range of small integers, UNBOUND for any other or at its end. */
  private nextOfRange(value: Value): Value {
    const { words } = this.trail
    const iterator = this.objectOf(value, OBJECT.iterator)
    if (iterator === 0 || (words[iterator + ITERATOR_FIELD.variety] as number) !== VARIETY.range) {
      return UNBOUND
    }
    const source = words[iterator + ITERATOR_FIELD.source] as number
    if (source === UNBOUND) return UNBOUND
    const range = source >>> 1
    const position = words[iterator + ITERATOR_FIELD.position] as number
    const start = words[range + RANGE_FIELD.start] as number
    const step = words[range + RANGE_FIELD.step] as number
    const index = toSmallInteger(position)
    if (
      (position & start & step & 1) === 0 ||
      index >= (words[range + RANGE_FIELD.length] as number)
    ) {
      return UNBOUND
    }
    const item = toSmallInteger(start) + toSmallInteger(step) * index
    if (item < MINIMUM_SMALL_INTEGER || item > MAXIMUM_SMALL_INTEGER) return UNBOUND
    words[iterator + ITERATOR_FIELD.position] = fromSmallInteger(index + 1)
    return fromSmallInteger(item)
  }
}

/** Sum or difference of small integers that is one, too; UNBOUND for any other. */
function sum(operator: number, a: Value, b: Value): Value {
  if ((a & b & 1) === 0) return UNBOUND
  let result: number
  if (operator === ADD) result = toSmallInteger(a) + toSmallInteger(b)
  else if (operator === SUBTRACT) result = toSmallInteger(a) - toSmallInteger(b)
  else return UNBOUND
  if (result < MINIMUM_SMALL_INTEGER || result > MAXIMUM_SMALL_INTEGER) return UNBOUND
  return fromSmallInteger(result)
}

/** Comparison of small integers; UNBOUND for any other. */
function compared(operator: number, a: Value, b: Value): Value {
  if ((a & b & 1) === 0) return UNBOUND
  switch (operator) {
    case EQUAL:
      return a === b ? TRUE : FALSE
    case UNEQUAL:
      return a !== b ? TRUE : FALSE
    case LESS:
      return a < b ? TRUE : FALSE
    case LESS_EQUAL:
      return a <= b ? TRUE : FALSE
    case GREATER:
      return a > b ? TRUE : FALSE
    case GREATER_EQUAL:
      return a >= b ? TRUE : FALSE
    default:
      return UNBOUND
  }
}
