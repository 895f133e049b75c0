/**
 * Breadth-first search over the states of a program. Without reduction it takes every move of every state; with reduction
 * only those of a persistent set (persistentSet.ts), which keeps every deadlock, every final state, every failure and
 * every race (the two accesses conflict, so the set that holds one holds the other).
 *
 * Endless programs: where all moves of a reduced state lead to states found before it or beside it, the state is expanded
 * fully. So from every state, by moves that are independent of a thread left out, a state with all its moves is reached
 * after finitely many steps, and no thread is put off for ever (Bošnački and Holzmann 2005).
 */
import { anyCycle, holderOf, LimitError, MACHINE, THREAD, WAIT, waitCycle } from '../machine'
import { conflict, type Access } from './access'
import { conditionsAt } from './conditions'
import type { AtomicStep, ExploredMachine, Move, StepObserver } from './exploredMachine'
import type { AccessRecorder } from './accessRecorder'
import { Findings } from './findings'
import type { Footprints } from './footprints'
import { Frontier } from './frontier'
import { persistentSet, type StateView } from './persistentSet'
import type { Bound } from './result'
import { packMove, StateStore } from './stateStore'
import { Transitions } from './transitions'

export interface SearchOptions {
  readonly isReduced: boolean
  /** Whether to keep all transitions, for counting, and Coffman's conditions of each state. */
  readonly keepsTransitions: boolean
  readonly stopsAtFirst: boolean
  readonly mostStates: number
  readonly mostBytes: number
}

/** The start of every search of a machine: its base and the fingerprint of it. */
export interface SearchBase {
  readonly low: number
  readonly high: number
}

export class Search implements StepObserver {
  readonly store = new StateStore()
  readonly findings = new Findings()
  readonly transitionsKept: Transitions | undefined
  transitions = 0
  /** Set once a bound was reached: what was not seen by then stays unseen. */
  bound: Bound | undefined
  private readonly frontier = new Frontier()
  private current = 0
  /** First state of the level after the one that is being expanded. */
  private nextLevel = 1
  /** Where the thread that makes a step stood before it. */
  private position = 0
  private isStopped = false
  private readonly labels = new Map<number, readonly Access[]>()

  /** The machine stands at its base. */
  constructor(
    private readonly machine: ExploredMachine,
    base: SearchBase,
    private readonly footprints: Footprints,
    private readonly options: SearchOptions,
  ) {
    this.transitionsKept = options.keepsTransitions ? new Transitions() : undefined
    machine.memory.restoreBase(base.low, base.high)
    this.store.add(base.low, base.high, -1, 0)
    this.frontier.push(0, (_, from) => from)
    for (let thread = 0; thread < machine.threadCount; thread++) this.learnPending(thread)
  }

  /** Whether nothing is left to expand. */
  get isDone(): boolean {
    return this.isStopped || this.frontier.count === 0
  }

  /** Whether every state was expanded and no bound was met. */
  get isComplete(): boolean {
    return this.bound === undefined && this.frontier.count === 0
  }

  get waiting(): number {
    return this.frontier.count
  }

  get bytes(): number {
    return this.store.bytes + this.frontier.bytes
  }

  /** Gives up, for the reason given. */
  stop(bound: Bound): void {
    this.bound ??= bound
    this.isStopped = true
  }

  /** Expands one state. */
  expandNext(): void {
    const { store, machine } = this
    const state = this.current++
    if (state === this.nextLevel) this.nextLevel = store.count
    this.frontier.shift((words, from, end) => {
      machine.memory.restore(words, from, end, store.lowOf(state), store.highOf(state))
    })
    this.transitionsKept?.beginState()
    this.expand(state)
    if (store.count >= this.options.mostStates) this.stop('states')
    else if (this.bytes > this.options.mostBytes) this.stop('memory')
  }

  private expand(state: number): void {
    const { machine, findings } = this
    if (this.transitionsKept !== undefined) {
      for (const condition of conditionsAt(machine)) findings.condition(condition, state)
    }
    if (machine.isOver()) {
      if (!machine.hasFailed()) {
        findings.ends.set(state, machine.memory.words[MACHINE.outputHistory] as number)
      }
      return
    }
    const moves = new Map(machine.moves().map(({ thread, move }) => [thread, move]))
    if (moves.size === 0) {
      this.standstill(state)
      return
    }
    this.labels.clear()
    const chosen = this.chooseThreads(moves)
    let leadsOn = false
    for (const thread of chosen) {
      if (this.follow(state, thread, moves.get(thread) ?? 'proceed')) leadsOn = true
    }
    if (!leadsOn && chosen.length < moves.size) {
      for (const [thread, move] of moves) {
        if (!chosen.includes(thread)) this.follow(state, thread, move)
      }
    }
    if (!machine.options.observesOrder) this.findRaces(state)
  }

  private chooseThreads(moves: ReadonlyMap<number, Move>): readonly number[] {
    if (!this.options.isReduced || moves.size === 1) return [...moves.keys()]
    return persistentSet(this.view(moves), this.footprints)
  }

  private view(moves: ReadonlyMap<number, Move>): StateView {
    const { machine } = this
    const alive: number[] = []
    for (let thread = 0; thread < machine.threadCount; thread++) {
      if (machine.isUnfinished(thread)) alive.push(thread)
    }
    const positions = new Map(alive.map((thread) => [thread, machine.position(thread)] as const))
    const excludes = machine.program.releasesOnlyOwn
    return {
      alive,
      movable: new Set(moves.keys()),
      position: (thread) => positions.get(thread) ?? 0,
      nextAccesses: (thread) => this.peek(thread, moves.get(thread) ?? 'proceed'),
      heldLocks: (thread) => (excludes ? machine.recorder.heldLocks(thread) : 0),
      enablers: (thread) => this.enablers(thread, alive, positions),
    }
  }

  private enablers(
    thread: number,
    alive: readonly number[],
    positions: ReadonlyMap<number, number>,
  ): readonly number[] | undefined {
    const { machine } = this
    const object = machine.control(thread, THREAD.waitObject)
    switch (machine.control(thread, THREAD.waitKind)) {
      case WAIT.lock: {
        if (!machine.program.releasesOnlyOwn) {
          return alive.filter((other) =>
            this.footprints.mayTouch(positions.get(other) ?? 0, object),
          )
        }
        const holder = holderOf(machine.memory.words[object + 1] as number)
        return holder === undefined || !machine.isUnfinished(holder) ? [] : [holder]
      }
      case WAIT.join:
        return machine.isUnfinished(object) ? [object] : []
      default:
        return undefined
    }
  }

  /** What the next step of `thread` touches: takes it, and takes it back. */
  private peek(thread: number, move: Move): readonly Access[] {
    const known = this.labels.get(thread)
    if (known !== undefined) return known
    const { memory } = this.machine
    let accesses: readonly Access[] = []
    try {
      this.machine.take(thread, move, this)
      accesses = this.machine.accesses
    } catch (error) {
      // The bound is noted when the step is really taken.
      if (!(error instanceof LimitError)) throw error
    }
    memory.undo()
    this.labels.set(thread, accesses)
    return accesses
  }

  /** Takes a move and keeps where it leads. Whether that is a state of the next level. */
  private follow(state: number, thread: number, move: Move): boolean {
    const { machine, store } = this
    const { memory } = machine
    const packed = packMove(thread, move === 'timeout')
    this.transitions++
    try {
      machine.take(thread, move, this)
    } catch (error) {
      if (!(error instanceof LimitError)) throw error
      this.bound ??= error.code
      memory.undo()
      return false
    }
    memory.settle()
    this.labels.set(thread, machine.accesses)
    let target = store.find(memory.hashLow, memory.hashHigh)
    if (target === undefined) {
      target = store.add(memory.hashLow, memory.hashHigh, state, packed)
      this.frontier.push(memory.encodedSize, (into, from) => memory.encode(into, from))
      this.lookForCycle(target, thread)
    }
    this.transitionsKept?.add(target, packed)
    this.lookForFailures(state, packed)
    for (const { earlier, thread: late, later } of machine.races) {
      this.findings.raceBetween(state, [earlier.thread, late], [earlier.access, later])
    }
    memory.undo()
    return target >= this.nextLevel
  }

  private lookForFailures(state: number, move: number): void {
    for (const { thread, exception } of this.machine.failures) {
      const { kind, key } = this.machine.describeFailure(exception)
      this.report({ kind, key: `${String(thread)} ${key}`, threads: [thread], state, move })
    }
  }

  /** A cycle that nobody outside can break, in a state just found: whether others can go on does not matter. */
  private lookForCycle(state: number, thread: number): void {
    if (!this.machine.program.releasesOnlyOwn) return
    const threads = waitCycle(this.machine.memory, thread)
    if (threads.length === 0) return
    this.report({ kind: 'deadlock', key: threads.join(), threads, state, move: undefined })
  }

  private standstill(state: number): void {
    const { memory } = this.machine
    const cycle = anyCycle(memory)
    if (cycle.length > 0) {
      this.report({ kind: 'deadlock', key: cycle.join(), threads: cycle, state, move: undefined })
      return
    }
    const waiting: number[] = []
    for (let thread = 0; thread < this.machine.threadCount; thread++) {
      if (this.machine.isUnfinished(thread) && !this.machine.isDaemon(thread)) waiting.push(thread)
    }
    const key = waiting.map((t) => `${String(t)}@${String(this.machine.position(t))}`).join()
    this.report({ kind: 'stuck', key, threads: waiting, state, move: undefined })
  }

  private report(found: Parameters<Findings['violation']>[0]): void {
    this.findings.violation(found)
    if (this.options.stopsAtFirst) this.isStopped = true
  }

  private findRaces(state: number): void {
    const labels = [...this.labels]
    for (let i = 0; i < labels.length; i++) {
      for (let j = i + 1; j < labels.length; j++) {
        const [first, second] = [labels[i], labels[j]]
        if (first !== undefined && second !== undefined) this.raceBetween(state, first, second)
      }
    }
  }

  private raceBetween(
    state: number,
    [first, firstAccesses]: readonly [number, readonly Access[]],
    [second, secondAccesses]: readonly [number, readonly Access[]],
  ): void {
    for (const a of firstAccesses) {
      if (!a.isData) continue
      for (const b of secondAccesses) {
        if (b.isData && conflict(a, b)) {
          this.findings.raceBetween(state, [first, second], [a, b])
        }
      }
    }
  }

  before(thread: number): void {
    this.position = this.machine.position(thread)
  }

  after({ thread }: AtomicStep, recorder: AccessRecorder): void {
    if (!this.options.isReduced) return
    const next = this.machine.position(thread)
    this.footprints.learn(this.position, recorder.accesses, next)
    this.learnPending(thread)
    if (recorder.started !== undefined) {
      this.footprints.follow(this.position, this.machine.position(recorder.started))
    }
  }

  /** What a thread waits for counts as touched, whether it ever gets it or not. */
  private learnPending(thread: number): void {
    const position = this.machine.position(thread)
    const pending = this.machine.pendingAccess(thread)
    if (pending !== undefined) this.footprints.learn(position, [pending], position)
  }
}
