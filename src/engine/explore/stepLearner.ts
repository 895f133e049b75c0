/**
 * What the next step of a thread does in a state: looked up where the same was seen before (learnedSteps.ts), else executed.
 */
import { LimitError, THREAD, WAIT } from '../machine'
import type { Access } from './access'
import type { Components, Effects, State } from './components'
import type {
  ExploredMachine,
  Failure,
  OrderRace,
  Questions,
  StepObserver,
} from './exploredMachine'
import { highOf, lowOf, type MemoryListener } from './exploredMemory'
import type { Label } from './footprints'
import { joinersQuestion, LearnedSteps, type Question } from './learnedSteps'
import { NO_DATA, type RaceFinder } from './raceFinder'
import { NOBODY } from './regions'
import type { Bound } from './result'
import { packMove, type PackedMove } from './stateStore'
import { bitOf, STEP, StepTable } from './stepTable'

/** What a thread does next in a state. */
export interface NextStep {
  /** Undefined where the thread cannot move. */
  readonly move: PackedMove | undefined
  /** Whether the program is not over as long as the thread stands there. */
  readonly isNeeded: boolean
  /** The bound that the step meets; it then leads nowhere. */
  readonly bound: Bound | undefined
  /** What its first atomic step touches. */
  readonly accesses: readonly Access[]
  /** The same for footprints, where somebody keeps them. */
  readonly touched: Label | undefined
  /** A number for the data among that, for RaceFinder. */
  readonly label: number
  readonly failures: readonly Failure[]
  readonly races: readonly OrderRace[]
  readonly hasProgressed: boolean
  /** Whether the thread then waits for what another thread has, or for its end. */
  readonly waits: boolean
  /** Whether what nothing reaches any more has still to be looked for, if anything made after the base is shared. */
  readonly isTidy: boolean
}

const NO_VALUES = new Int32Array(0)

const NO_EFFECTS: Effects = { list: NO_VALUES, end: 0, blindFrom: 0, low: 0, high: 0 }

/** A step that does nothing. */
const STILL: NextStep = {
  move: undefined,
  isNeeded: false,
  bound: undefined,
  accesses: [],
  touched: undefined,
  label: NO_DATA,
  failures: [],
  races: [],
  hasProgressed: false,
  waits: false,
  isTidy: true,
}

/** Bytes beyond which what was learned is forgotten, unless it is said otherwise: an endless program always does something new. */
export const LEARNED_BYTES = 2 ** 25

/** Steps after which it is decided whether to go on learning. */
const TRIAL = 5000

/** Follows what is executed. */
export interface StepWatcher extends StepObserver {
  /** A step of the thread is settled, and the memory stands where it leads. Answers what it touched, if that matters. */
  settled(thread: number, accesses: readonly Access[]): Label | undefined
}

const UNWATCHED: StepWatcher = {
  before: () => undefined,
  after: () => undefined,
  settled: () => undefined,
}

/** Joiners are told as bits of one number. */
const MOST_THREADS = 31

export class StepLearner implements Questions, MemoryListener {
  /** Steps by number: those learned, and behind them some that hold in one state only. */
  readonly table = new StepTable()
  private readonly steps = new LearnedSteps<number>()
  /** False once it is not worth while, or not reliable: then every step is executed. */
  private isLearning: boolean
  /** False once a step was seen that depends on more than is observed. */
  isReliable = true
  /** Words of nobody that some step has read and no step has changed. */
  private readonly constant = new Set<number>()
  /** What the step at hand has asked so far, in order, and whose step it is. */
  private asked: Question[] = []
  /** Words of nobody that it has written without looking at them. */
  private readonly blind = new Set<number>()
  private thread = 0
  private values: Int32Array = NO_VALUES
  /** Whether the memory stands at the state at hand, or where the step executed last leads from it. */
  private isThere = false
  /** The step executed last and its thread, as long as the memory stands where it leads. */
  private standing: { readonly thread: number; readonly step: number } | undefined
  /** Steps of the table up to the last that was learned. */
  learned = 0
  /** How often everything was forgotten. */
  generation = 0
  /** Steps asked for and executed, in the trial at hand. */
  private asks = 0
  private executed = 0

  /** `races`: who labels steps for it. `mostBytes`: as LEARNED_BYTES; 0: no step is learned. */
  constructor(
    private readonly machine: ExploredMachine,
    private readonly components: Components,
    private readonly races: RaceFinder | undefined,
    private readonly mostBytes: number,
    private readonly watcher: StepWatcher = UNWATCHED,
  ) {
    // An order of accesses hardly ever comes twice.
    this.isLearning = mostBytes > 0 && !machine.options.observesOrder
  }

  get bytes(): number {
    return this.steps.bytes + this.table.bytes
  }

  /** The number of the next step of the thread in a state, which gets the variables that are found on the way. */
  next(thread: number, state: State): number {
    if (this.standing?.thread === thread) return this.standing.step
    const part = this.components.valueOf(state, thread)
    this.values = state.values
    this.asks++
    return this.steps.find(part, state.values, this.respond) ?? this.execute(thread, part, state)
  }

  /** Gives `to` the fingerprint of the state to which the step leads from `from`. */
  rehash(step: number, from: State, to: State): void {
    const { table, components } = this
    to.low = from.low ^ table.low(step)
    to.high = from.high ^ table.high(step)
    if ((table.flags(step) & STEP.isBlind) === 0) return
    const end = table.blindEnd(step)
    for (let place = table.blindFrom(step); place < end; place += 2) {
      const variable = table.variableAt(place)
      const address = components.addressOf(variable)
      const old = from.values[variable] as number
      to.low ^= lowOf(address, old)
      to.high ^= highOf(address, old)
    }
  }

  /** The state at hand is where the step leads. Numbers of steps that hold in one state only are forgotten. */
  follow(step: number): void {
    const isThere = this.standsBehind(step)
    if (isThere) this.machine.memory.commit()
    this.leave()
    this.isThere = isThere
  }

  /** Whether the memory stands where the step leads. */
  standsBehind(step: number): boolean {
    return this.standing?.step === step
  }

  /** The memory is taken elsewhere. */
  lose(): void {
    this.isThere = false
    this.standing = undefined
  }

  /** The state at hand is another than before. Numbers of steps that hold in one state only are forgotten. */
  leave(): void {
    this.lose()
    this.table.forgetFrom(this.learned)
    this.heedUse()
  }

  /** Brings the memory to the state at hand. */
  private stand(state: State): void {
    if (!this.isThere) this.components.restore(state)
    else if (this.standing !== undefined) this.machine.memory.undo()
    this.isThere = true
    this.standing = undefined
  }

  /** Where most steps are new, looking them up costs more than it saves. */
  private heedUse(): void {
    if (!this.isLearning || this.asks < TRIAL) return
    if (2 * this.executed > this.asks) this.stopLearning()
    this.asks = 0
    this.executed = 0
  }

  private execute(thread: number, part: number, state: State): number {
    const { components, machine } = this
    const { locks } = machine.recorder
    const [variables, knownLocks] = [components.count, locks.length]
    this.executed++
    this.stand(state)
    this.blind.clear()
    const attempt = this.isLearning ? this.observed(thread) : this.attempt(thread)
    if (machine.memory.hasOverflown || machine.hasLeftFree) this.giveUp()
    const leads = attempt.move !== undefined && attempt.bound === undefined
    const settled = leads ? this.settled(thread, state, attempt) : { ...STILL, ...attempt }
    const effects = leads ? components.effects : NO_EFFECTS
    const isNew = components.count > variables || locks.length > knownLocks
    const isLearned = this.isLearning && !isNew
    const step = this.table.add(settled, effects, isLearned ? this.askedBits() : EVERYTHING)
    if (leads) this.standing = { thread, step }
    components.complete(state, variables)
    this.values = state.values
    if (isNew) this.heedNew(variables, knownLocks === 0 && locks.length > 0)
    else if (isLearned) {
      this.steps.add(part, this.asked, state.values, this.respond, step)
      this.learned = this.table.size
      if (this.steps.treeBytes + this.table.bytes > this.mostBytes) this.forget()
    }
    return step
  }

  /** What the step at hand asked for, as the table wants it. */
  private askedBits(): number {
    let bits = bitOf(this.components.variableOf(this.thread))
    for (const question of this.asked) bits |= question >= 0 ? bitOf(question) : EVERYTHING
    return bits
  }

  /** Steps learned before a variable was known may have read what it stands for; before the first lock, what is held. */
  private heedNew(before: number, isFirstLock: boolean): void {
    let isRead = isFirstLock
    for (let variable = before; variable < this.components.count; variable++) {
      if (this.constant.delete(this.components.addressOf(variable))) isRead = true
    }
    if (isRead) this.forget()
  }

  /** Nothing is looked up any more of what was learned; numbers of steps hold until `leave`. */
  forget(): void {
    if (this.learned === 0) return
    this.steps.clear()
    this.learned = 0
    this.generation++
  }

  private giveUp(): void {
    this.isReliable = false
    this.stopLearning()
  }

  private stopLearning(): void {
    if (!this.isLearning) return
    this.isLearning = false
    this.forget()
  }

  private observed(thread: number): Attempt {
    const { machine } = this
    this.asked = []
    this.thread = thread
    machine.questions = this
    machine.memory.listen(this)
    try {
      return this.attempt(thread)
    } finally {
      machine.memory.ignore()
      machine.questions = undefined
    }
  }

  private attempt(thread: number): Attempt {
    const { machine } = this
    const isNeeded = machine.isUnfinished(thread) && !machine.isDaemon(thread)
    const move = machine.possibility(thread)
    if (move === undefined) return { isNeeded, move: undefined, bound: undefined }
    const packed = packMove(thread, move === 'timeout')
    try {
      machine.take(thread, move, this.watcher)
      return { isNeeded, move: packed, bound: undefined }
    } catch (error) {
      if (!(error instanceof LimitError)) throw error
      machine.memory.undo()
      return { isNeeded, move: packed, bound: error.code }
    }
  }

  /** Finishes a step that was made: the memory is left where it leads. */
  private settled(thread: number, state: State, { isNeeded, move, bound }: Attempt): NextStep {
    const { machine, components } = this
    const { memory } = machine
    const { failures } = machine
    if (!memory.hasOverflown && !memory.share()) this.giveUp()
    const isTidy = !this.isLearning
    if (isTidy) memory.settleChanges()
    else memory.settlePrivate()
    components.findEffects(state, this.blind)
    const { list, blindFrom } = components.effects
    for (let i = 0; i < blindFrom; i += 2) {
      const variable = list[i] as number
      if (components.isHoldings(variable)) this.ask(variable)
    }
    return {
      isNeeded,
      move,
      bound,
      accesses: machine.accesses,
      touched: this.watcher.settled(thread, machine.accesses),
      label: this.races?.labelOf(thread, machine.accesses) ?? NO_DATA,
      failures,
      races: machine.races,
      hasProgressed: machine.hasProgressed,
      waits: WAITING.has(machine.control(thread, THREAD.waitKind)),
      isTidy,
    }
  }

  reads(address: number): void {
    const owner = this.machine.memory.regions.ownerOf(address)
    if (owner === this.thread) return
    if (owner !== NOBODY) this.ask(this.components.variableOf(owner))
    else {
      const variable = this.components.variableAt(address)
      if (variable === undefined) this.constant.add(address)
      else this.ask(variable)
    }
  }

  writes(address: number): void {
    const { components, machine } = this
    const isBlind =
      machine.memory.regions.ownerOf(address) === NOBODY &&
      components.variableAt(address) !== undefined &&
      !components.isLockState(address)
    if (isBlind) this.blind.add(address)
    else this.reads(address)
  }

  restores(address: number): void {
    if (this.blind.delete(address)) this.reads(address)
  }

  holdings(thread: number): void {
    this.ask(this.components.holdingsOf(thread))
  }

  joiners(thread: number): void {
    if (this.machine.threadCount > MOST_THREADS) this.stopLearning()
    this.ask(joinersQuestion(thread))
  }

  private ask(question: Question): void {
    if (!this.asked.includes(question)) this.asked.push(question)
  }

  /** The threads that wait for the end of another, as bits. */
  private readonly respond = (question: Question): number => {
    const { components, values } = this
    const thread = -1 - question
    let joiners = 0
    for (let other = 0; other < components.threads; other++) {
      if (components.joinedBy(values, other) === thread) joiners |= 1 << other
    }
    return joiners
  }
}

/** The bits of all variables. */
const EVERYTHING = -1

/** A step as it was made, or why not. */
interface Attempt {
  readonly isNeeded: boolean
  readonly move: PackedMove | undefined
  readonly bound: Bound | undefined
}

const WAITING: ReadonlySet<number> = new Set([WAIT.lock, WAIT.join])
