import type { Program } from '../bytecode'
import { EVENT, type EventCode } from '../trace'
import type { Kernel } from './kernel'
import { FRAME, OBJECT, THREAD, threadAddress } from './layout'
import type { Limits } from './limits'
import { fromText, kindOf, repr, textOf, type Objects } from './objects'
import type { Recorder } from './recorder'
import { RunObjects } from './runObjects'
import { classTables, type ClassTable } from './classTables'
import { addressOf, isPointer, UNBOUND, type Value } from './value'
import type { Memory } from './memory'

/** Whether the instruction at hand touches what other threads can reach. */
export const VISIBILITY = {
  /** Nobody else can tell when it happens. */
  none: 0,
  /** On published memory while no other thread is alive: traced, but no step of its own. */
  traced: 1,
  /** A step of its own on shared memory. */
  memory: 2,
  /** A step of its own carried out by the kernel. */
  kernel: 3,
} as const
export type Visibility = (typeof VISIBILITY)[keyof typeof VISIBILITY]

export interface ProcessorParts {
  readonly program: Program
  readonly memory: Memory
  readonly objects: Objects
  /** Value of each constant of the program in this memory. */
  readonly constants: Int32Array
  readonly kernel: Kernel
  readonly recorder: Recorder
  readonly limits: Limits
}

/**
 * What executing an instruction works on: the memory, and the registers of the thread that is running (they are kept
 * here while it runs and in its control block otherwise). The functions beside it (calls, attributes, …) are the
 * instruction set; the interpreter is the loop over them.
 */
export class Processor {
  readonly program: Program
  readonly memory: Memory
  readonly objects: Objects
  readonly constants: Int32Array
  readonly kernel: Kernel
  readonly recorder: Recorder
  readonly limits: Limits
  readonly classes: readonly ClassTable[]
  /** Index of each symbol by its name. */
  readonly symbols: ReadonlyMap<string, number>
  /** Number of the running thread. */
  thread = 0
  pc = 0
  /** Address of the next free operand slot. */
  top = 0
  frame = 0
  stackEnd = 0
  /** First word above everything written on this stack since it was last cleaned. */
  highWater = 0
  depth = 0
  visibility: Visibility = VISIBILITY.none
  /** Whether the operation at hand comes again, with answers it asked for, and how many it has taken. */
  hasAnswers = false
  answersUsed = 0

  constructor(parts: ProcessorParts) {
    this.program = parts.program
    this.memory = parts.memory
    this.objects = new RunObjects(this, parts.objects)
    this.constants = parts.constants
    this.kernel = parts.kernel
    this.recorder = parts.recorder
    this.limits = parts.limits
    this.classes = classTables(parts.program)
    this.symbols = new Map(parts.program.symbols.map((name, index) => [name, index]))
  }

  word(address: number): number {
    return this.memory.word(address)
  }

  push(value: Value): void {
    this.memory.write(this.top++, value)
  }

  pop(): Value {
    return this.memory.word(--this.top)
  }

  /** The operand `distance` below the top; 0 is the top. */
  peek(distance: number): Value {
    return this.memory.word(this.top - 1 - distance)
  }

  /** Replaces the topmost `count` operands by one value. */
  replace(count: number, value: Value): void {
    this.top -= count
    this.memory.write(this.top++, value)
  }

  local(index: number): number {
    return this.frame + FRAME.locals + index
  }

  /** Address of the object `value` points to if it is of that kind, else 0. */
  objectOf(value: Value, kind: number): number {
    return isPointer(value) && kindOf(this.memory, value) === kind ? addressOf(value) : 0
  }

  isLock(value: Value): boolean {
    if (!isPointer(value)) return false
    const kind = kindOf(this.memory, value)
    return kind === OBJECT.lock || kind === OBJECT.rlock
  }

  /** Text of a string value. */
  textOf(value: Value): string {
    return textOf(this.objects.memory, value)
  }

  /** A new string: the `repr` of a value. */
  reprText(value: Value): Value {
    return fromText(this.objects, repr(this.objects, value))
  }

  get line(): number {
    return this.program.lines[this.sourcePc] ?? this.targetLine
  }

  /** The instruction of the program that the thread carries out: in a routine, the one that calls it. */
  get sourcePc(): number {
    let { pc, frame } = this
    while (pc >= this.program.routinesStart && frame !== 0) {
      pc = this.word(frame + FRAME.callPc)
      frame = this.word(frame + FRAME.caller)
    }
    return pc
  }

  /**
   * First line of what the thread will run, where it stands before its first instruction; of a built-in, the line
   * that made the thread.
   */
  private get targetLine(): number {
    const thread = addressOf(this.word(threadAddress(this.thread) + THREAD.object))
    const target = this.word(thread + 1)
    const bound = this.objectOf(target, OBJECT.boundMethod)
    const fn = this.objectOf(bound === 0 ? target : this.word(bound + 2), OBJECT.function)
    const code = fn === 0 ? undefined : this.program.functions[this.word(fn + 1)]
    return this.program.lines[code?.entry ?? this.word(thread + 7) - 1] ?? 1
  }

  trace(kind: EventCode, place: number, value: number, detail = 0): void {
    this.recorder.record(kind, detail, this.line, place, value)
  }

  /** Traces an operation with a text of it, which is made where somebody keeps it. */
  traceText(kind: EventCode, place: number, text: () => Value, detail = 0): void {
    this.trace(kind, place, this.recorder.isTextless === true ? 0 : text(), detail)
  }

  /** Traces an access when its place is published. */
  traceAccess(kind: 'read' | 'write', place: number, value: Value): void {
    if (this.visibility !== VISIBILITY.none) this.trace(EVENT[kind], place, value)
  }

  /** Puts thread `number` on the processor. */
  load(number: number): void {
    const control = threadAddress(number)
    this.thread = number
    this.memory.arena = number
    this.pc = this.word(control + THREAD.pc)
    this.frame = this.word(control + THREAD.frame)
    this.top = this.word(control + THREAD.top)
    this.stackEnd = this.word(control + THREAD.stackEnd)
    this.highWater = this.top
    this.depth = this.countFrames()
    this.hasAnswers = this.word(control + THREAD.answers) !== UNBOUND
    this.answersUsed = 0
  }

  /** Takes it off again; operands that are no longer in use are zeroed, so that equal states have equal words. */
  save(): void {
    const control = threadAddress(this.thread)
    this.memory.write(control + THREAD.pc, this.pc)
    this.memory.write(control + THREAD.frame, this.frame)
    this.memory.write(control + THREAD.top, this.top)
    for (let a = this.top; a < this.highWater; a++) this.memory.write(a, UNBOUND)
    this.highWater = this.top
  }

  private countFrames(): number {
    let count = 0
    for (let f = this.frame; f !== 0; f = this.word(f + FRAME.caller)) count++
    return count
  }
}
