/**
 * The deterministic machine: knows which threads can make a step and makes the one it is told. It decides nothing. All
 * its state is in one TrailMemory, so going back to a mark is exact; the trace goes back with it.
 */
import type { Program } from '../bytecode'
import { EVENT } from '../trace'
import { writeTime, readTime } from './clock'
import { EventBuffer } from './eventBuffer'
import { MACHINE, THREAD, threadAddress, WAIT } from './layout'
import type { BrokenInvariant } from './invariantChecker'
import type { Limits } from './limits'
import { TrailMemory, type TrailMark } from './memory'
import { Stepper } from './stepper'

/** A step that a scheduler may choose. */
export interface Choice {
  readonly thread: number
  /** `timeout`: the thread's timed wait runs out instead of succeeding. */
  readonly kind: 'proceed' | 'timeout'
  /** Virtual time before which the choice is not due (end of a sleep, a timeout); 0 when it is due at once. */
  readonly due: number
}

/** A moment of a run to go back to. */
export interface MachineMark {
  readonly trail: TrailMark
  readonly events: number
  readonly steps: number
}

export class Machine extends Stepper<TrailMemory> {
  readonly events: EventBuffer
  /** Steps made. */
  steps = 0

  /** @param seed what random numbers of the program come from when it gives no seed; 32 bits. */
  constructor(program: Program, limits: Limits, keepsTrail = true, seed = 0) {
    const memory = new TrailMemory(Math.floor(limits.heapBytes / 4), keepsTrail)
    const events = new EventBuffer(limits.events)
    super(program, limits, memory, events)
    this.events = events
    memory.write(MACHINE.seed, seed | 0)
  }

  /** Virtual time in microseconds: one for each step, and jumps to the end of sleeps and timeouts. */
  get now(): number {
    return readTime(this.memory, MACHINE.clockLow)
  }

  /** 1-based line of the operation that an unfinished thread carries out next. */
  nextLine(thread: number): number {
    this.interpreter.load(thread)
    return this.interpreter.line
  }

  /** Every step that can be made now, by thread number, `proceed` before `timeout`. Cost: linear in the threads. */
  choices(): Choice[] {
    const choices: Choice[] = []
    for (let thread = 0; thread < this.threadCount; thread++) {
      const kind = this.possibility(thread)
      if (kind === undefined) continue
      const isTimed = kind === 'timeout' || this.control(thread, THREAD.waitKind) === WAIT.sleep
      const due = isTimed ? readTime(this.memory, threadAddress(thread) + THREAD.dueLow) : 0
      choices.push({ thread, kind, due })
    }
    return choices
  }

  /**
   * Makes a step that `choices` offered.
   * @throws LimitError when a bound is reached; the machine then stands within the step and can only go back.
   */
  step(choice: Choice): void {
    const now = Math.max(this.now + 1, choice.due)
    writeTime(this.memory, MACHINE.clockLow, now)
    this.steps++
    this.events.time = now
    this.events.thread = choice.thread
    this.advance(choice.thread, choice.kind)
    this.traceBlocks(choice.thread)
  }

  private traceBlocks(stepped: number): void {
    if (this.kernel.hasTaken) {
      for (let thread = 0; thread < this.threadCount; thread++) this.traceBlock(thread)
    } else this.traceBlock(stepped)
  }

  /** Traces once that the thread cannot go on. */
  private traceBlock(thread: number): void {
    const kind = this.control(thread, THREAD.waitKind)
    if (kind === WAIT.none || kind === WAIT.sleep || kind === WAIT.commit) return
    if (!this.isUnfinished(thread) || this.control(thread, THREAD.isBlockTraced) === 1) return
    if (this.kernel.isSatisfied(this.interpreter, thread)) return
    this.memory.write(threadAddress(thread) + THREAD.isBlockTraced, 1)
    const isJoin = kind === WAIT.join || kind === WAIT.timedJoin
    this.events.thread = thread
    this.events.record(
      isJoin ? EVENT.joinWait : EVENT.block,
      0,
      this.program.lines[this.control(thread, THREAD.pc)] ?? 0,
      this.control(thread, THREAD.waitObject),
      0,
    )
  }

  /** The first invariant that does not hold now. A machine without a trail must not go on. */
  brokenInvariant(): BrokenInvariant | undefined {
    const mark = this.mark()
    try {
      return this.lookAtInvariants()
    } finally {
      this.back(mark)
    }
  }

  mark(): MachineMark {
    return { trail: this.memory.mark(), events: this.events.length, steps: this.steps }
  }

  /** Goes back to `mark`: memory, hash and trace are exactly what they were. Cost: the writes since. */
  back(mark: MachineMark): void {
    this.memory.undoTo(mark.trail)
    this.events.truncate(mark.events)
    this.steps = mark.steps
  }
}
