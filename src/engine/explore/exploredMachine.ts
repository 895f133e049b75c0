/**
 * The machine as the search drives it. A *transition* is one visible operation of one thread, and after it, as long as
 * there are any, all *free* steps of whichever thread: starting a thread and its beginning, joining one that has ended,
 * sleeping, and (where the order of output is not asked for) printing. Free steps commute with every step of other
 * threads, so taking them at once loses no behaviour; they are not counted in interleavings.
 */
import type { Program } from '../bytecode'
import {
  BEGIN,
  builtinNameOf,
  exceptionName,
  Interpreter,
  isPointer,
  MACHINE,
  OBJECT,
  staticEnd,
  Stepper,
  systemMethodNameOf,
  THREAD,
  threadAddress,
  WAIT,
  type Limits,
} from '../machine'
import { OPERATIONS } from '../bytecode'
import { AccessRecorder, type EndedByException } from './accessRecorder'
import { MODE, WHOLE, type Access } from './access'
import { AccessHistory, type Entry } from './accessHistory'
import { ExploredMemory } from './exploredMemory'
import { createOutputHistory, type OutputHistory } from './outputHistory'
import { placeOf, positionAt } from './place'

/** Free steps in a row after which a thread is taken to loop: they then become ordinary transitions. */
const MOST_FREE_STEPS = 2000

export type Move = 'proceed' | 'timeout'

/** A move of a thread. */
export interface ThreadMove {
  readonly thread: number
  readonly move: Move
}

/** One atomic step, told to the observer of `take`. */
export interface AtomicStep extends ThreadMove {
  readonly isFree: boolean
}

/** Told what a step asks about the whole state, besides the words that it reads. */
export interface Questions {
  /** Which locks the thread holds. */
  holdings(thread: number): void
  /** Which threads wait for the end of the thread. */
  joiners(thread: number): void
}

/** Told of every atomic step of a transition: where the thread stood before it, and after it what it touched. */
export interface StepObserver {
  before(thread: number): void
  after(step: AtomicStep, recorder: AccessRecorder): void
}

export interface ExploredMachineOptions {
  readonly observesOutput: boolean
  /** Whether the program asks which threads are alive: starting one is then a step like any other. */
  readonly observesLifecycle: boolean
  /** Whether who comes after which access is part of a state: to find races that no state shows. */
  readonly observesOrder: boolean
  /** Words of each thread's stack. */
  readonly stackWords: number
}

/** What went wrong in a step of `thread`; `key` tells it apart from others of its kind. */
export interface Failure {
  readonly kind: 'assertion' | 'exception'
  readonly key: string
  readonly thread: number
}

/** Two accesses that nothing orders, the later one just made by `thread`. */
export interface OrderRace {
  readonly earlier: Entry
  readonly thread: number
  readonly later: Access
}

export class ExploredMachine extends Stepper<ExploredMemory> {
  readonly recorder: AccessRecorder
  readonly outputs: OutputHistory = createOutputHistory()
  /** What the first atomic step of the last transition touched. */
  accesses: readonly Access[] = []
  /** Exceptions that ended threads in the last transition, and invariants that did not hold in it. */
  failures: Failure[] = []
  /** Whether the last transition marked progress. */
  hasProgressed = false
  /** With `observesOrder`: races of the last transition. */
  races: OrderRace[] = []
  /** Set while somebody wants to know what a step depends on. */
  questions: Questions | undefined
  /** Whether a transition ended with threads that could have taken further free steps. */
  hasLeftFree = false
  private readonly history = new AccessHistory()
  /** Threads that may have free steps, by number: of all others it is known that they have none. */
  private awake: number[] = []

  constructor(
    program: Program,
    limits: Limits,
    readonly options: ExploredMachineOptions,
  ) {
    const recorder = new AccessRecorder(options.observesOutput)
    const memory = new ExploredMemory(
      staticEnd(program),
      Math.floor(limits.heapBytes / 4),
      options.stackWords,
    )
    super(program, limits, memory, recorder, (parts) => new Interpreter(parts))
    this.recorder = recorder
    recorder.attach(memory)
  }

  /** Takes all free steps that the present state offers. @throws LimitError */
  normalise(observer: StepObserver): void {
    this.awake = this.threads()
    this.takeFree(observer)
  }

  /** Takes all free steps that threads which have moved, and those that they let go on, now have. @throws LimitError */
  private takeFree(observer: StepObserver): void {
    for (let taken = 0; taken < MOST_FREE_STEPS; taken++) {
      const thread = this.freeThread()
      if (thread === undefined) return
      this.atomic(thread, 'proceed', true, observer)
    }
    this.hasLeftFree = true
  }

  /** One transition of `thread`. @throws LimitError; the memory then stands within the step and can only be undone. */
  take(thread: number, move: Move, observer: StepObserver): void {
    this.failures = []
    this.races = []
    this.hasProgressed = false
    this.awake = []
    this.atomic(thread, move, false, observer)
    this.accesses = this.recorder.accesses
    this.takeFree(observer)
  }

  private atomic(thread: number, move: Move, isFree: boolean, observer: StepObserver): void {
    observer.before(thread)
    const { recorder } = this
    if (recorder.locks.length > 0) this.questions?.holdings(thread)
    recorder.begin(thread)
    const { threadCount } = this
    this.advance(thread, move)
    this.wake(thread)
    for (let started = threadCount; started < this.threadCount; started++) this.wake(started)
    if (!this.isUnfinished(thread)) this.wakeJoiners(thread)
    if (recorder.hasProgressed) this.hasProgressed = true
    if (recorder.failure !== undefined) this.failures.push(this.described(recorder.failure))
    this.lookBack(thread)
    if (recorder.printed !== '') {
      const history = this.memory.word(MACHINE.outputHistory)
      this.memory.write(MACHINE.outputHistory, this.outputs.append(history, recorder.printed))
    }
    if (!isFree && recorder.accesses.every((a) => !a.isData && a.place < BEGINNING_OF_ADDRESSES)) {
      if (!this.options.observesOutput || recorder.printed === '') {
        recorder.addUnknown(this.interpreter.line)
      }
    }
    if (this.options.observesOrder && recorder.events.length > 0) this.remember(thread)
    observer.after({ thread, move, isFree }, recorder)
  }

  private remember(thread: number): void {
    const { memory, recorder, races } = this
    const before = memory.word(MACHINE.accessHistory)
    const onRace = (earlier: Entry, later: Access): void => {
      races.push({ earlier, thread, later })
    }
    memory.write(MACHINE.accessHistory, this.history.after(before, thread, recorder.events, onRace))
  }

  /**
   * As in a run, but for the database: its busy timeout is taken to be longer than the other writer needs to commit,
   * which it always can.
   */
  override possibility(thread: number): Move | undefined {
    const move = super.possibility(thread)
    const isBusy = this.control(thread, THREAD.waitKind) === WAIT.database
    return move === 'timeout' && isBusy ? undefined : move
  }

  /** Whether an exception has ended a thread. */
  hasFailed(): boolean {
    for (let thread = 0; thread < this.threadCount; thread++) {
      if (this.control(thread, THREAD.exception) !== 0) return true
    }
    return false
  }

  /** Threads that can move, by number. */
  movable(): number[] {
    const movable: number[] = []
    for (let thread = 0; thread < this.threadCount; thread++) {
      if (this.possibility(thread) !== undefined) movable.push(thread)
    }
    return movable
  }

  /** The move of the only thread that can move, if there is just one. */
  onlyMove(): ThreadMove | undefined {
    const [thread, ...others] = this.movable()
    if (thread === undefined || others.length > 0) return undefined
    return { thread, move: this.possibility(thread) ?? 'proceed' }
  }

  /** Whether the program is over: only daemon threads are left, if any. */
  isOver(): boolean {
    for (let thread = 0; thread < this.threadCount; thread++) {
      if (this.isUnfinished(thread) && !this.isDaemon(thread)) return false
    }
    return true
  }

  /** An exception that ended a thread: what tells it apart is where it was raised. */
  private described({ thread, exception }: EndedByException): Failure {
    const name = exceptionName(this.objects, exception)
    const raisedAt = this.memory.word((exception >>> 1) + 3)
    return {
      kind: name === 'AssertionError' ? 'assertion' : 'exception',
      key: `${String(thread)} ${name} ${String(raisedAt)}`,
      thread,
    }
  }

  /** Looks at the invariants after a step of `thread`. */
  private lookBack(thread: number): void {
    if (this.memory.word(MACHINE.invariants) === 0) return
    const mark = this.memory.mark()
    const broken = this.lookAtInvariants()
    this.memory.undoTo(mark)
    if (broken === undefined) return
    if (broken.kind === 'limit') throw broken.error
    const { kind, index } = broken
    this.failures.push({ kind, key: `invariant ${String(index)}`, thread })
  }

  /** What was printed on the way to the present state. */
  output(): string {
    return this.outputs.text(this.memory.word(MACHINE.outputHistory))
  }

  /** What the thread has come to and may have to wait for, touched or not yet. */
  pendingAccess(thread: number): Access | undefined {
    const kind = this.control(thread, THREAD.waitKind)
    if (PASSING.has(kind)) return undefined
    const place = this.control(thread, THREAD.waitObject)
    const held = this.recorder.heldLocks(thread)
    const locks = kind === WAIT.lock ? held | this.recorder.lockBit(place) : held
    return { place, part: WHOLE, mode: MODE.write, locks, isData: false, line: 0 }
  }

  /** A number for the place where `thread` stands, and who it counts as. Its words are not listened to. */
  position(thread: number, countsAs = thread): number {
    return positionAt(placeOf(this.wordAt, thread), countsAs)
  }

  private readonly wordAt = (address: number): number => this.memory.raw[address] as number

  /** The free thread of the lowest number. */
  private freeThread(): number | undefined {
    if (this.hasLeftFree) return this.threads().find((thread) => this.isFree(thread))
    for (let thread = this.awake[0]; thread !== undefined; thread = this.awake[0]) {
      if (this.isFree(thread)) return thread
      this.awake.shift()
    }
    return undefined
  }

  private wake(thread: number): void {
    const { awake } = this
    if (awake.includes(thread)) return
    awake.push(thread)
    if (awake.length > 1) awake.sort((a, b) => a - b)
  }

  private wakeJoiners(ended: number): void {
    this.questions?.joiners(ended)
    const { raw } = this.memory
    for (const thread of this.threads()) {
      const control = threadAddress(thread)
      const isJoining = raw[control + THREAD.waitKind] === WAIT.join
      if (isJoining && raw[control + THREAD.waitObject] === ended) this.wake(thread)
    }
  }

  private threads(): number[] {
    return Array.from({ length: this.threadCount }, (_, thread) => thread)
  }

  private isFree(thread: number): boolean {
    if (!this.isUnfinished(thread)) return false
    switch (this.control(thread, THREAD.waitKind)) {
      case WAIT.sleep:
        return true
      case WAIT.join:
        return this.isSatisfied(thread)
      case WAIT.none:
        return this.control(thread, THREAD.pc) === BEGIN
          ? this.beginsInProgram(thread)
          : this.isFreeCall(thread)
      default:
        return false
    }
  }

  /** Whether the thread begins by entering a function of the program or a routine: a built-in target does its work at once. */
  private beginsInProgram(thread: number): boolean {
    const target = this.memory.word((this.control(thread, THREAD.object) >>> 1) + 1)
    if (builtinNameOf(this.memory, target)?.startsWith('.') === true) return true
    const isBound = this.isKind(target, OBJECT.boundMethod)
    return this.isKind(isBound ? this.memory.word((target >>> 1) + 2) : target, OBJECT.function)
  }

  private isKind(value: number, kind: number): boolean {
    return isPointer(value) && (this.memory.word(value >>> 1) & 0xff) === kind
  }

  private isFreeCall(thread: number): boolean {
    const instruction = this.program.code[this.control(thread, THREAD.pc)] ?? 0
    const operation = instruction & 0xff
    const count = instruction >>> 8
    const top = this.control(thread, THREAD.top)
    if (operation === OPERATIONS.call.code) {
      return this.isFreeBuiltin(this.memory.word(top - count - 1), top - count, count)
    }
    if (operation === OPERATIONS.callKeyword.code) {
      if (this.memory.word(top - count - 2) !== 0) return false
      return this.isFreeBuiltin(this.memory.word(top - count - 3), top - count - 1, count)
    }
    if (operation !== OPERATIONS.callMethod.code) return false
    const callable = this.memory.word(top - count - 2)
    const isFunction = this.memory.word(top - count - 1) === 0
    if (isFunction) return this.isFreeBuiltin(callable, top - count, count)
    return !this.options.observesLifecycle && systemMethodNameOf(callable) === 'start'
  }

  private isFreeBuiltin(callable: number, firstArgument: number, count: number): boolean {
    const name = builtinNameOf(this.memory, callable)
    if (name === 'sleep') return true
    if (name !== 'print' || this.options.observesOutput) return false
    for (let i = 0; i < count; i++) {
      if (!this.isPlain(this.memory.word(firstArgument + i))) return false
    }
    return true
  }

  /** A value whose text no other thread can change. */
  private isPlain(value: number): boolean {
    if ((value & 1) === 1 || value >>> 1 < 16) return true
    const kind = this.memory.word(value >>> 1) & 0xff
    return PLAIN.has(kind)
  }
}

const PLAIN: ReadonlySet<number> = new Set([
  OBJECT.string,
  OBJECT.bytes,
  OBJECT.float,
  OBJECT.bigInteger,
])

const BEGINNING_OF_ADDRESSES = 16

/** Waits for no object. */
const PASSING: ReadonlySet<number> = new Set([
  WAIT.none,
  WAIT.join,
  WAIT.timedJoin,
  WAIT.sleep,
  WAIT.commit,
])
