/**
 * The deterministic machine: knows which threads can make a step and makes the one it is told. It decides nothing. All
 * its state is in one TrailMemory, so going back to a mark is exact; the trace goes back with it.
 */
import type { Program } from '../bytecode'
import { EVENT } from '../trace'
import { writeTime, readTime } from './clock'
import { EventBuffer } from './eventBuffer'
import { FastInterpreter } from './fastInterpreter'
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

/** Threads that fit into a set of one word. */
const MOST_IN_SET = 30

export class Machine extends Stepper<TrailMemory, FastInterpreter> {
  readonly events: EventBuffer
  /** What `choices` answered last. */
  private offered: readonly Choice[] = []
  /** Lists of choices that are due at once, by the set of their threads (bit n: thread n). */
  private readonly known = new Map<number, readonly Choice[]>()

  /** @param seed what random numbers of the program come from when it gives no seed; 32 bits. */
  constructor(program: Program, limits: Limits, keepsTrail = true, seed = 0) {
    const memory = new TrailMemory(Math.floor(limits.heapBytes / 4), keepsTrail)
    const events = new EventBuffer(limits.events)
    super(
      program,
      limits,
      memory,
      events,
      (parts, kernel) => new FastInterpreter(parts, memory, events, kernel),
    )
    this.events = events
    memory.write(MACHINE.seed, seed | 0)
  }

  /** Steps made. */
  get steps(): number {
    return this.interpreter.steps
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

  /**
   * Every step that can be made now, by thread number, `proceed` before `timeout`. The list is never changed: threads
   * that can go on at once make the same list each time. Cost: linear in the threads.
   */
  choices(): readonly Choice[] {
    const { threadCount } = this
    let immediate = 0
    let isPlain = threadCount <= MOST_IN_SET
    for (let thread = 0; isPlain && thread < threadCount; thread++) {
      const kind = this.possibility(thread)
      if (kind === undefined) continue
      isPlain = kind === 'proceed' && this.control(thread, THREAD.waitKind) !== WAIT.sleep
      immediate |= 1 << thread
    }
    const known = isPlain ? this.known.get(immediate) : undefined
    this.offered = known ?? this.listChoices()
    if (isPlain && known === undefined) this.known.set(immediate, this.offered)
    return this.offered
  }

  private listChoices(): readonly Choice[] {
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
   * Makes a step that `choices` offered, and up to `most` in all as long as it is the only one that can be made. Answers
   * how many were made. More than one only for a run that never goes back.
   * @throws LimitError when a bound is reached; the machine then stands within the step and can only go back.
   */
  step(choice: Choice, most = 1): number {
    const { interpreter, events, steps } = this
    const now = Math.max(this.now + 1, choice.due)
    writeTime(this.memory, MACHINE.clockLow, now)
    interpreter.steps++
    interpreter.spare = this.offered.length === 1 ? most - 1 : 0
    events.time = now
    events.thread = choice.thread
    this.advance(choice.thread, choice.kind)
    this.traceBlocks(choice.thread)
    return this.steps - steps
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
    this.interpreter.steps = mark.steps
  }
}
