/**
 * The deterministic machine: knows which threads can make a step and makes the one it is told. It decides nothing. All
 * its state is in one TrailMemory, so going back to a mark is exact; the trace goes back with it.
 */
import type { Program } from '../bytecode'
import { EVENT } from '../trace'
import { writeTime, readTime } from './clock'
import { EventBuffer } from './eventBuffer'
import { Interpreter } from './interpreter'
import { MACHINE, THREAD, threadAddress, THREAD_STATUS, WAIT } from './layout'
import type { Limits } from './limits'
import { loadProgram, staticEnd } from './load'
import { TrailMemory, type TrailMark } from './memory'
import { programNames } from './names'
import type { Objects } from './objects'
import { pendingWait } from './pending'
import { SimulatedKernel } from './simulatedKernel'

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

const TIMED: ReadonlySet<number> = new Set([WAIT.timedLock, WAIT.timedJoin, WAIT.database])

export class Machine {
  readonly memory: TrailMemory
  readonly events: EventBuffer
  readonly interpreter: Interpreter
  readonly objects: Objects
  /** Steps made. */
  steps = 0
  private readonly kernel: SimulatedKernel

  constructor(
    readonly program: Program,
    readonly limits: Limits,
    keepsTrail = true,
  ) {
    this.memory = new TrailMemory(Math.floor(limits.heapBytes / 4), keepsTrail)
    this.memory.ensure(staticEnd(program))
    this.events = new EventBuffer(limits.events)
    this.kernel = new SimulatedKernel(this.memory)
    this.objects = { memory: this.memory, names: programNames(program) }
    const constants = loadProgram(program, this.memory, this.objects)
    this.interpreter = new Interpreter({
      program,
      memory: this.memory,
      objects: this.objects,
      constants,
      kernel: this.kernel,
      recorder: this.events,
      limits,
    })
  }

  /** Virtual time in microseconds: one for each step, and jumps to the end of sleeps and timeouts. */
  get now(): number {
    return readTime(this.memory, MACHINE.clockLow)
  }

  get threadCount(): number {
    return this.memory.words[MACHINE.threadCount] as number
  }

  isUnfinished(thread: number): boolean {
    return this.control(thread, THREAD.status) === THREAD_STATUS.running
  }

  isDaemon(thread: number): boolean {
    const object = this.control(thread, THREAD.object) >>> 1
    return (this.memory.words[object + 5] as number) !== 0
  }

  /** 1-based line of the operation that an unfinished thread carries out next. */
  nextLine(thread: number): number {
    this.interpreter.load(thread)
    return this.interpreter.line
  }

  /** Field of a thread's control block. */
  control(thread: number, field: number): number {
    return this.memory.words[threadAddress(thread) + field] as number
  }

  /** Every step that can be made now, by thread number, `proceed` before `timeout`. Cost: linear in the threads. */
  choices(): Choice[] {
    const choices: Choice[] = []
    for (let thread = 0; thread < this.threadCount; thread++) {
      if (!this.isUnfinished(thread)) continue
      const kind = this.control(thread, THREAD.waitKind)
      const due = readTime(this.memory, threadAddress(thread) + THREAD.dueLow)
      if (kind === WAIT.sleep) choices.push({ thread, kind: 'proceed', due })
      else if (this.kernel.isSatisfied(this.interpreter, thread)) {
        choices.push({ thread, kind: 'proceed', due: 0 })
      } else if (TIMED.has(kind)) choices.push({ thread, kind: 'timeout', due })
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
    this.kernel.choice = choice.kind
    this.kernel.hasTaken = false
    this.interpreter.load(choice.thread)
    const end = this.interpreter.run()
    if (end === 'visible') this.arrive()
    this.interpreter.save()
    this.traceBlocks(choice.thread)
  }

  /** Notes what the thread will wait for at the operation it has come to. */
  private arrive(): void {
    const wait = pendingWait(this.interpreter)
    if (wait !== undefined) {
      this.kernel.wait(this.interpreter, wait.kind, wait.object, wait.timeout)
    }
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

  /** Whether `thread` can make progress without anybody's help but time's. */
  isSatisfied(thread: number): boolean {
    return this.kernel.isSatisfied(this.interpreter, thread)
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
