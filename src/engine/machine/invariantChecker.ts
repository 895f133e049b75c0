/**
 * Looks at what a program states with `cerrojo.invariant`. An invariant is evaluated by a thread that does not exist, which stands on the
 * control block and the stack of the next one to be started: so looking is no step, is not traced, and races with
 * nothing. It may read whatever the program can name; what would wait, print or be seen by a thread is refused.
 *
 * Looking writes (frames, objects): who goes on afterwards takes that back.
 */
import type { Program } from '../bytecode'
import { EVENT, type EventCode } from '../trace'
import { enterRoutine } from './calls'
import { exceptionName, exceptionText } from './classes'
import { Interpreter, type RunEnd } from './interpreter'
import { statedInvariants } from './invariants'
import type { DatabaseCall } from './kernel'
import { MACHINE, MAXIMUM_THREADS, THREAD, threadAddress } from './layout'
import { LimitError, type Limits } from './limits'
import { prepareStack } from './load'
import type { Memory } from './memory'
import type { Objects } from './objects'
import type { Operation, Request } from './primitives'
import type { Processor } from './processor'
import type { Recorder } from './recorder'
import { SimulatedKernel } from './simulatedKernel'
import { FALSE, TRUE, type Value } from './value'

/** An invariant that does not hold, or of which that cannot be said. */
export type BrokenInvariant =
  | {
      /** `exception`: it could not be evaluated. */
      readonly kind: 'assertion' | 'exception'
      /** In the order in which the program stated them. */
      readonly index: number
      /** As the last line of a traceback. */
      readonly message: string
      /** Instruction that stated it. */
      readonly pc: number
    }
  /** It does more than look (`invariantEffect`), or reached a bound of a run. */
  | { readonly kind: 'limit'; readonly error: LimitError; readonly pc: number }

interface Looked {
  readonly program: Program
  readonly memory: Memory
  readonly objects: Objects
  readonly constants: Int32Array
  readonly limits: Limits
  /** Whether the machine keeps the charging databases itself: a live run has them in files. */
  readonly keepsDatabases: boolean
}

export class InvariantChecker {
  private readonly looker: Looker

  constructor(private readonly looked: Looked) {
    this.looker = new Looker(looked)
  }

  /** The first invariant that does not hold in the memory as it is; undefined when all hold. */
  firstBroken(): BrokenInvariant | undefined {
    for (const [index, { check, pc }] of statedInvariants(this.looked.memory).entries()) {
      try {
        const answer = this.looker.ask(check)
        if (answer !== TRUE) return this.broken(index, answer, pc)
      } catch (error) {
        if (!(error instanceof LimitError)) throw error
        return { kind: 'limit', error, pc }
      }
    }
    return undefined
  }

  private broken(index: number, answer: Value, pc: number): BrokenInvariant {
    const { objects, program } = this.looked
    if (answer === FALSE) {
      const message = `AssertionError: ${sourceOf(program, pc)}`
      return { index, kind: 'assertion', message, pc }
    }
    const isAssertion = exceptionName(objects, answer) === 'AssertionError'
    const kind = isAssertion ? 'assertion' : 'exception'
    return { index, kind, message: exceptionText(objects, answer), pc }
  }
}

/** The call that stated the invariant, on one line. */
function sourceOf({ source, spans }: Program, pc: number): string {
  return source
    .slice(spans[2 * pc], spans[2 * pc + 1])
    .split(/\s+/)
    .join(' ')
}

/** Evaluates one call to its end. */
class Looker extends Interpreter {
  constructor({ program, memory, objects, constants, limits, keepsDatabases }: Looked) {
    const kernel = new LookingKernel(memory, limits, keepsDatabases)
    super({ program, memory, objects, constants, kernel, recorder: LOOKING, limits })
  }

  /** TRUE or FALSE as `check()` is true or not, or the exception it raised. */
  ask(check: Value): Value {
    const number = this.word(MACHINE.threadCount)
    if (number >= MAXIMUM_THREADS) throw new LimitError('threads', MAXIMUM_THREADS)
    const { arena } = this.memory
    const control = threadAddress(number)
    this.memory.write(control + THREAD.top, prepareStack(this.memory, number))
    this.memory.write(control + THREAD.object, this.word(threadAddress(0) + THREAD.object))
    this.load(number)
    enterRoutine(this, 'holds', [check], this.top)
    this.run()
    this.memory.arena = arena
    return this.result
  }

  protected override finish(): RunEnd {
    return 'ended'
  }
}

/** What an invariant does that others could notice. */
const NOTICED: ReadonlySet<EventCode> = new Set([EVENT.print, EVENT.progress])

const LOOKING: Recorder = {
  record(kind) {
    if (NOTICED.has(kind)) throw tooMuch()
  },
}

function tooMuch(): LimitError {
  return new LimitError('invariantEffect', 0)
}

/** Instructions between two looks at the bound; see Interpreter. */
const CHECKED_INSTRUCTIONS = 1024

class LookingKernel extends SimulatedKernel {
  override readonly isStepping = false
  private checks = 0

  constructor(
    memory: Memory,
    private readonly limits: Limits,
    private readonly keepsDatabases: boolean,
  ) {
    super(memory)
  }

  override checkStop(): void {
    const { silentInstructions } = this.limits
    if (++this.checks * CHECKED_INSTRUCTIONS <= silentInstructions) return
    this.checks = 0
    throw new LimitError('silentLoop', silentInstructions)
  }

  override acquire(): Value {
    throw tooMuch()
  }

  override release(): void {
    throw tooMuch()
  }

  override start(): void {
    throw tooMuch()
  }

  override join(): Value {
    throw tooMuch()
  }

  override sleep(): Value {
    throw tooMuch()
  }

  override openDatabase(): void {
    throw tooMuch()
  }

  override callDatabase(
    p: Processor,
    database: number,
    call: DatabaseCall,
    args: readonly Value[],
  ): Value {
    const isReading = call === 'get_cp' || call === 'get_all_cps'
    if (!isReading || !this.keepsDatabases) throw tooMuch()
    return super.callDatabase(p, database, call, args)
  }

  override operate(p: Processor, operation: Operation, method: number, request: Request): Value {
    if (operation.looks !== true) throw tooMuch()
    return super.operate(p, operation, method, request)
  }
}
