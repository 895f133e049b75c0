/**
 * A program and the memory it runs in, with one thread stepped at a time: what the deterministic machine and the
 * exploration of all interleavings have in common. It keeps no time, no history and no trail of its own.
 */
import type { Program } from '../bytecode'
import type { Interpreter } from './interpreter'
import { InvariantChecker, type BrokenInvariant } from './invariantChecker'
import { MACHINE, THREAD, threadAddress, THREAD_STATUS, WAIT } from './layout'
import type { Limits } from './limits'
import { loadProgram, staticEnd } from './load'
import type { Memory } from './memory'
import { programNames } from './names'
import type { Objects } from './objects'
import { pendingWait } from './pending'
import type { ProcessorParts } from './processor'
import type { Recorder } from './recorder'
import { SimulatedKernel } from './simulatedKernel'

function isTimed(kind: number): boolean {
  return (
    kind === WAIT.timedLock ||
    kind === WAIT.timedJoin ||
    kind === WAIT.database ||
    kind === WAIT.timedPrimitive
  )
}

/** A memory that can be made longer before it is filled. */
export interface GrowingMemory extends Memory {
  ensure(end: number): void
}

export class Stepper<M extends GrowingMemory = GrowingMemory, I extends Interpreter = Interpreter> {
  readonly interpreter: I
  readonly objects: Objects
  protected readonly kernel: SimulatedKernel
  private readonly invariants: InvariantChecker

  /** `memory` must be all zero; the program is put into it. */
  constructor(
    readonly program: Program,
    readonly limits: Limits,
    readonly memory: M,
    recorder: Recorder,
    createInterpreter: (parts: ProcessorParts, kernel: SimulatedKernel) => I,
  ) {
    memory.ensure(staticEnd(program))
    this.kernel = new SimulatedKernel(memory)
    this.objects = { memory, names: programNames(program) }
    const constants = loadProgram(program, memory, this.objects)
    const { objects, kernel } = this
    const looked = { program, memory, objects, constants, limits, keepsDatabases: true }
    this.interpreter = createInterpreter({ ...looked, kernel, recorder }, kernel)
    this.invariants = new InvariantChecker(looked)
  }

  get threadCount(): number {
    return this.memory.word(MACHINE.threadCount)
  }

  isUnfinished(thread: number): boolean {
    return this.control(thread, THREAD.status) === THREAD_STATUS.running
  }

  isDaemon(thread: number): boolean {
    const object = this.control(thread, THREAD.object) >>> 1
    return this.memory.word(object + 5) !== 0
  }

  /** Field of a thread's control block. */
  control(thread: number, field: number): number {
    return this.memory.word(threadAddress(thread) + field)
  }

  /** Whether `thread` can make progress without anybody's help but time's. */
  isSatisfied(thread: number): boolean {
    return this.kernel.isSatisfied(this.interpreter, thread)
  }

  /** The step `thread` can make now: none while it waits in vain and without limit, or has ended. */
  possibility(thread: number): 'proceed' | 'timeout' | undefined {
    if (!this.isUnfinished(thread)) return undefined
    const kind = this.control(thread, THREAD.waitKind)
    if (kind === WAIT.none || kind === WAIT.sleep || this.isSatisfied(thread)) return 'proceed'
    return isTimed(kind) ? 'timeout' : undefined
  }

  /** The first invariant that does not hold now. What looking writes stays. */
  protected lookAtInvariants(): BrokenInvariant | undefined {
    return this.invariants.firstBroken()
  }

  /** One step of `thread`, which `possibility` allowed. @throws LimitError */
  protected advance(thread: number, kind: 'proceed' | 'timeout'): void {
    this.kernel.choice = kind
    this.kernel.hasTaken = false
    this.interpreter.load(thread)
    const end = this.interpreter.run()
    if (end === 'visible') this.arrive()
    this.interpreter.save()
  }

  /** Notes what the thread will wait for at the operation it has come to. */
  private arrive(): void {
    const wait = pendingWait(this.interpreter)
    if (wait !== undefined) this.kernel.wait(this.interpreter, wait)
  }
}
