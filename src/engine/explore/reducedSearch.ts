/**
 * Search over the states of a program that takes only the moves of a persistent set (persistentSet.ts) in each. That keeps
 * every deadlock, every final state, every failure and every race (the two accesses conflict, so the set that holds one
 * holds the other).
 *
 * Where only one thread has to be explored, its step is taken at once and the state before it is not kept: what would be
 * kept there is the same whichever way one comes.
 *
 * Endless programs: a thread that is left out in state after state for ever is found at the end and explored (ignored.ts).
 * So from every state, by moves that are independent of a thread left out, a state that explores it is reached after
 * finitely many steps.
 */
import { holderOf, LimitError, MACHINE, THREAD, WAIT } from '../machine'
import { conflict, type Access } from './access'
import type { AccessRecorder } from './accessRecorder'
import type { AtomicStep, ExploredMachine, Move, StepObserver } from './exploredMachine'
import type { Footprints } from './footprints'
import { Frontier } from './frontier'
import { ReducedGraph } from './ignored'
import { persistentSet, type StateView } from './persistentSet'
import { Search, type SearchBase, type SearchOptions } from './search'
import { packMove, unpackMove, type PackedMove } from './stateStore'
import type { Symmetry } from './symmetry'

/** Transitions taken in a row without keeping the states between them. */
const MOST_MERGED = 32

/** States that wait with what the next steps of their threads touch: of others it is found out again. */
const MOST_LABELLED = 2000

/** By thread: what its next step touches, where that is known. */
type Labels = (readonly Access[] | undefined)[]

/** What is to be explored from a state that waits. */
interface Decided {
  readonly chosen: readonly number[]
  readonly labels: Labels
}

export class ReducedSearch extends Search implements StepObserver {
  private readonly frontier: Frontier
  private readonly graph = new ReducedGraph()
  /** Where the thread that makes a step stood before it. */
  private position = 0
  /** What the next steps of threads touch, as far as it was asked for in the state at hand. */
  private labels: Labels = []
  /** The thread whose step was only looked at and stands in memory, and how it was made. */
  private peeked: number | undefined
  private peekedMove: Move = 'proceed'
  /** Threads to be explored from the state at hand, where that was asked, and from states that wait. */
  private chosen: readonly number[] = []
  private readonly decided = new Map<number, Decided>()
  /** The thread that made the last transition: it is likely to be enough for the next. */
  private last = 0
  /** The words of the state that is being expanded. */
  private words = new Int32Array(0)
  /** Words of a state that is kept. */
  private encoded = new Int32Array(1 << 8)

  /** The machine stands at its base. */
  constructor(
    machine: ExploredMachine,
    private readonly base: SearchBase,
    options: SearchOptions,
    private readonly footprints: Footprints,
    private readonly symmetry: Symmetry | undefined,
  ) {
    super(machine, options)
    // Deep first for what is to be found soon; level by level for what is to be found on a short way.
    this.frontier = new Frontier(options.stopsAtFirst)
    machine.memory.restoreBase(base.low, base.high)
    const { low, high } = this.fingerprint()
    this.store.add(low, high, -1, 0)
    this.wait(0)
    for (let thread = 0; thread < machine.threadCount; thread++) this.learnPending(thread)
  }

  get mayLoop(): boolean {
    return this.graph.hasLoop(this.store.count)
  }

  get waiting(): number {
    return this.frontier.count
  }

  get bytes(): number {
    return this.store.bytes + this.frontier.bytes + this.graph.bytes
  }

  expandNext(): void {
    const state = this.frontier.take()
    this.words = this.frontier.words.slice(0, this.frontier.length)
    this.restore()
    this.expand(state)
    if (this.frontier.count === 0 && !this.isStopped) this.exploreIgnored()
    this.heedBounds()
  }

  /** What tells the settled state from others that are to be kept as well. */
  private fingerprint(): SearchBase {
    const { memory } = this.machine
    const { symmetry } = this
    if (symmetry === undefined) return { low: memory.hashLow, high: memory.hashHigh }
    symmetry.update()
    return { low: symmetry.low, high: symmetry.high }
  }

  /** Puts the settled state into the frontier. */
  private wait(state: number): void {
    const { memory } = this.machine
    const size = 2 + memory.encodedSize
    if (size > this.encoded.length) this.encoded = new Int32Array(2 * size)
    this.encoded[0] = memory.hashLow
    this.encoded[1] = memory.hashHigh
    this.frontier.push(state, this.encoded, memory.encode(this.encoded, 2))
  }

  /** Brings the machine to the state that is being expanded. */
  private restore(): void {
    const { words, machine } = this
    const [low = 0, high = 0] = words
    machine.memory.restore(words, 2, words.length, low, high)
  }

  /** As `ExploredMachine.position`: interchangeable threads stand at the same places. */
  private positionOf(thread: number): number {
    return this.machine.position(thread, this.symmetry?.leaderOf(thread))
  }

  private expand(state: number): void {
    const { machine, findings } = this
    if (machine.isOver()) {
      if (!machine.hasFailed()) {
        findings.ends.set(state, machine.memory.words[MACHINE.outputHistory] as number)
      }
      return
    }
    const movable = machine.movable()
    if (movable.length === 0) {
      this.standstill(state)
      return
    }
    const { chosen, labels } = this.decided.get(state) ?? this.decide(movable)
    this.decided.delete(state)
    if (chosen.length < movable.length) {
      const leftOut = movable.filter((thread) => !chosen.includes(thread))
      this.graph.leftOut.set(state, leftOut)
    }
    const taken: [number, readonly Access[]][] = []
    for (const [n, thread] of chosen.entries()) {
      if (n > 0) this.restore()
      this.labels = labels
      labels[thread] = this.follow(state, thread)
      taken.push([thread, labels[thread]])
    }
    if (!machine.options.observesOrder) this.findRaces(state, taken)
  }

  /** What to explore from the state at hand, of which nothing is known yet. */
  private decide(movable: readonly number[]): Decided {
    this.labels = []
    return { chosen: this.chooseThreads(movable), labels: this.labels }
  }

  /** Once nothing is left to expand: explores what is put off for ever, until there is something to expand again. */
  private exploreIgnored(): void {
    // Along a loop interchangeable threads may change places: who is put off cannot be told from the graph.
    if (this.symmetry !== undefined && this.graph.mayIgnore(this.store.count)) {
      this.symmetry.isBroken = true
      return
    }
    while (this.frontier.count === 0) {
      const ignored = this.graph.ignored(this.store.count)
      if (ignored.length === 0) return
      for (const { state, threads } of ignored) {
        for (const thread of threads) {
          this.goTo(state)
          this.follow(state, thread)
        }
      }
    }
  }

  /** Brings the machine to a state found before, along the way on which it was found. */
  private goTo(state: number): void {
    const { memory } = this.machine
    const { base } = this
    memory.restoreBase(base.low, base.high)
    for (const packed of this.store.path(state)) {
      const { thread, isTimeout } = unpackMove(packed)
      this.machine.take(thread, isTimeout ? 'timeout' : 'proceed', this)
      memory.settle()
      const words = new Int32Array(memory.encodedSize)
      memory.restore(words, 0, memory.encode(words, 0), memory.hashLow, memory.hashHigh)
    }
  }

  private chooseThreads(movable: readonly number[]): readonly number[] {
    if (movable.length === 1) return movable
    const chosen = persistentSet(this.view(movable), this.footprints, this.last)
    // The step of a single thread may stay as it is: it is taken next.
    if (chosen.length > 1 || chosen[0] !== this.peeked) this.takeBack()
    return chosen
  }

  private view(movable: readonly number[]): StateView {
    const { machine } = this
    const alive: number[] = []
    const positions: number[] = []
    for (let thread = 0; thread < machine.threadCount; thread++) {
      if (machine.isUnfinished(thread)) alive.push(thread)
      positions.push(this.positionOf(thread))
    }
    return {
      alive,
      movable,
      position: (thread) => positions[thread] as number,
      nextAccesses: (thread) => this.peek(thread),
      heldLocks: (thread) => {
        this.takeBack()
        return machine.program.releasesOnlyOwn ? machine.recorder.heldLocks(thread) : 0
      },
      enablers: (thread) => {
        this.takeBack()
        return this.enablers(thread, alive, positions)
      },
    }
  }

  private enablers(
    thread: number,
    alive: readonly number[],
    positions: readonly number[],
  ): readonly number[] | undefined {
    const { machine } = this
    const object = machine.control(thread, THREAD.waitObject)
    switch (machine.control(thread, THREAD.waitKind)) {
      case WAIT.lock: {
        if (!machine.program.releasesOnlyOwn) {
          return alive.filter((other) =>
            this.footprints.mayTouch(positions[other] as number, object),
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

  /** What the next step of `thread` touches. Takes it; `takeBack` takes it back, unless it is followed. */
  private peek(thread: number): readonly Access[] {
    const known = this.labels[thread]
    if (known !== undefined) return known
    this.takeBack()
    let accesses: readonly Access[] = []
    try {
      this.peekedMove = this.moveOf(thread)
      this.machine.take(thread, this.peekedMove, this)
      this.peeked = thread
      accesses = this.machine.accesses
    } catch (error) {
      // The bound is noted when the step is really taken.
      if (!(error instanceof LimitError)) throw error
      this.machine.memory.undo()
    }
    this.labels[thread] = accesses
    return accesses
  }

  /** How a thread that can move moves in the state at hand. */
  private moveOf(thread: number): Move {
    return this.machine.possibility(thread) ?? 'proceed'
  }

  /** Takes back the step that was only looked at, if there is one. */
  private takeBack(): void {
    if (this.peeked === undefined) return
    this.peeked = undefined
    this.machine.memory.undo()
  }

  /**
   * Takes a move, and goes on as long as just one thread has to be explored; keeps where that leads. The machine stands at
   * `state`, and is left elsewhere. Answers what the first step touched.
   */
  private follow(state: number, thread: number): readonly Access[] {
    const { store, machine } = this
    const way: PackedMove[] = []
    let first: readonly Access[] | undefined
    for (let next: number | undefined = thread; next !== undefined;) {
      const move = this.step(next)
      if (move === undefined) break
      this.last = next
      first ??= machine.accesses
      way.push(move)
      for (const { earlier, thread: late, later } of machine.races) {
        this.findings.raceBetween(state, [earlier.thread, late], [earlier.access, later])
      }
      const { failures } = machine
      const found: SearchBase = this.fingerprint()
      const known: number | undefined = store.find(found.low, found.high)
      const cycle: readonly number[] = known === undefined ? this.cycleFrom(next) : []
      const isQuiet: boolean = known === undefined && failures.length === 0 && cycle.length === 0
      this.chosen = []
      next = isQuiet && way.length < MOST_MERGED ? this.goOn() : undefined
      if (next !== undefined) continue
      const target = known ?? this.keep(found, state, way)
      this.graph.add(state, way, target)
      this.reportCycle(target, cycle)
      if (way.length === 1) this.reportFailures(failures, state, way[0])
      // In a state that is known the same was reported, perhaps of an interchangeable thread.
      else if (known === undefined) this.reportFailures(failures, target, undefined)
    }
    return first ?? []
  }

  /** One transition; undefined where it met a bound. */
  private step(thread: number): PackedMove | undefined {
    const { machine } = this
    this.transitions++
    // A step that was looked at last has been made already.
    let move = this.peekedMove
    try {
      if (this.peeked === thread) this.peeked = undefined
      else {
        this.takeBack()
        move = this.moveOf(thread)
        machine.take(thread, move, this)
      }
    } catch (error) {
      if (!(error instanceof LimitError)) throw error
      this.bound ??= error.code
      machine.memory.undo()
      return undefined
    }
    machine.memory.settle()
    return packMove(thread, move === 'timeout')
  }

  private keep({ low, high }: SearchBase, state: number, way: readonly PackedMove[]): number {
    const kept = this.store.addBehind(low, high, state, way)
    if (this.chosen.length > 1) {
      const labels = this.decided.size < MOST_LABELLED ? this.labels : []
      this.decided.set(kept, { chosen: this.chosen, labels })
    }
    this.wait(kept)
    return kept
  }

  /** The only thread that has to be explored from the state just reached, if it is only one. */
  private goOn(): number | undefined {
    const { machine } = this
    if (machine.isOver()) return undefined
    machine.memory.commit()
    const movable = machine.movable()
    if (movable.length === 0) return undefined
    this.labels = stillRight(this.labels, this.last, machine.accesses)
    this.chosen = this.chooseThreads(movable)
    return this.chosen.length > 1 ? undefined : this.chosen[0]
  }

  before(thread: number): void {
    this.position = this.positionOf(thread)
  }

  after({ thread }: AtomicStep, recorder: AccessRecorder): void {
    const next = this.positionOf(thread)
    this.footprints.learn(this.position, recorder.accesses, next)
    this.learnPending(thread)
    if (recorder.started !== undefined) {
      this.footprints.follow(this.position, this.positionOf(recorder.started))
    }
  }

  /** What a thread waits for counts as touched, whether it ever gets it or not. */
  private learnPending(thread: number): void {
    const position = this.positionOf(thread)
    const pending = this.machine.pendingAccess(thread)
    if (pending !== undefined) this.footprints.learn(position, [pending], position)
  }
}

/** What is known of next steps after a step of `thread`: independent steps do not change what each other touches. */
function stillRight(labels: Labels, thread: number, accesses: readonly Access[]): Labels {
  return labels.map((label, other) => {
    const isTouched = label?.some((a) => accesses.some((b) => conflict(a, b))) === true
    return other === thread || isTouched ? undefined : label
  })
}
