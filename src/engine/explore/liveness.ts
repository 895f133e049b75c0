/**
 * Runs without end that get nowhere, in the graph of all states and transitions.
 *
 * - *Livelock*: a loop without a progress mark in a program that has such marks.
 * - *Starvation*: a loop in every state of which a thread waits and cannot go on, while others go on (and make progress,
 *   where the program has marks). A thread that only waits for another to end does not starve, nor does a daemon.
 *
 * Only fair loops count: a thread that can move in every state of a loop must move in it (weak fairness; Lamport 1977).
 * It is enough to look at whole strongly connected components: a way around the whole component lets every thread move
 * that any way around a part of it lets move, and passes by every state in which one cannot.
 */
import { loopsOf } from './loops'
import { unpackMove } from './stateStore'
import { sourcesOf, type Transitions } from './transitions'

/** A loop that is no good, as a walk from one of its states back to it. */
export interface FoundLoop {
  readonly kind: 'livelock' | 'starvation'
  /** The thread that starves; or the threads that go round. */
  readonly threads: readonly number[]
  /** Where the loop begins: its state that is nearest to the start. */
  readonly state: number
  /** Transitions, in order. */
  readonly loop: readonly number[]
}

/** Threads of which each waits for the next, found in a state from which nothing lets any of them go on. */
export interface FoundDeadlock {
  readonly threads: readonly number[]
  /** The first state on the way to the loop of the others from which that is so. */
  readonly state: number
}

/** What is known of a thread in a state besides its transitions. */
export interface Waiting {
  /** Whether the thread waits there for something that is to be given to it. */
  isWaiting(state: number, thread: number): boolean
  /** The cycle of waiting that the thread is part of or leads to there, by who holds what; empty if none. */
  cycle(state: number, thread: number): readonly number[]
}

/** The graph of a complete search, and what of it is asked. */
export class Liveness {
  constructor(
    private readonly transitions: Transitions,
    private readonly waiting: Waiting,
    private readonly hasMarks: boolean,
  ) {}

  /** One loop for each set of threads that goes round without progress, shortest way there first. */
  livelocks(): FoundLoop[] {
    if (!this.hasMarks) return []
    const isIdle = (transition: number): boolean => !this.transitions.isProgress(transition)
    const found = new Map<string, FoundLoop>()
    for (const states of loopsOf(this.transitions, { hasState: always, hasTransition: isIdle })) {
      const loop = new Loop(this.transitions, states, isIdle)
      const key = [...loop.movers].sort((a, b) => a - b).join()
      if (!loop.isFair || found.has(key)) continue
      found.set(
        key,
        this.told(
          'livelock',
          [...loop.movers].sort((a, b) => a - b),
          loop,
        ),
      )
    }
    return [...found.values()]
  }

  /** At most one loop for each of the threads. */
  starvations(threads: readonly number[]): FoundLoop[] {
    return threads.flatMap((thread) => {
      const hasState = (state: number): boolean => !this.canMove(state, thread)
      for (const states of loopsOf(this.transitions, { hasState, hasTransition: always })) {
        const loop = new Loop(this.transitions, states, always)
        const getsOn = !this.hasMarks || loop.hasProgress
        if (loop.isFair && getsOn && this.waiting.isWaiting(loop.first, thread)) {
          return [this.told('starvation', [thread], loop)]
        }
      }
      return []
    })
  }

  /**
   * Cycles of waiting that no continuation breaks, while other threads go on for ever. Who holds a lock proves nothing in
   * a program in which others may release it; that none of the cycle moves in any state that can still be reached does.
   */
  deadlocks(threads: readonly number[]): FoundDeadlock[] {
    const found = new Map<string, FoundDeadlock>()
    for (const thread of threads) {
      const isStill = this.neverMoving(thread)
      const hasState = (state: number): boolean => isStill[state] === 1
      for (const [state = 0] of loopsOf(this.transitions, { hasState, hasTransition: always })) {
        const cycle = this.waiting.cycle(state, thread)
        const areStill = cycle.map((member) => this.neverMoving(member))
        if (cycle.length === 0 || !areStill.every((still) => still[state] === 1)) continue
        const key = cycle.join()
        if (!found.has(key)) found.set(key, { threads: cycle, state })
        break
      }
    }
    return [...found.values()]
  }

  /** By state, 1 where no continuation lets the thread move. */
  private neverMoving(thread: number): Uint8Array {
    const { transitions } = this
    const still = new Uint8Array(transitions.states).fill(1)
    const movable: number[] = []
    for (let state = 0; state < transitions.states; state++) {
      if (this.canMove(state, thread)) movable.push(state)
    }
    for (const state of movable) still[state] = 0
    const sources = sourcesOf(transitions)
    for (const state of movable) {
      for (const source of sources(state)) {
        if (still[source] === 0) continue
        still[source] = 0
        movable.push(source)
      }
    }
    return still
  }

  private canMove(state: number, thread: number): boolean {
    const { from, to } = this.transitions.range(state)
    for (let t = from; t < to; t++) {
      if (unpackMove(this.transitions.move(t)).thread === thread) return true
    }
    return false
  }

  private told(kind: FoundLoop['kind'], threads: readonly number[], loop: Loop): FoundLoop {
    return { kind, threads, state: loop.first, loop: loop.around(kind === 'starvation') }
  }
}

const always = (): boolean => true

/** A strongly connected component. */
class Loop {
  readonly first: number
  /** Threads that move within it, by number of a transition of each. */
  readonly movers = new Set<number>()
  readonly hasProgress: boolean
  private readonly members: ReadonlySet<number>
  /** By thread that can move somewhere in it: the states in which it can. */
  private readonly movable = new Map<number, Set<number>>()

  constructor(
    private readonly transitions: Transitions,
    states: readonly number[],
    private readonly isPart: (transition: number) => boolean,
  ) {
    this.first = states[0] ?? 0
    this.members = new Set(states)
    let hasProgress = false
    for (const state of states) {
      const { from, to } = transitions.range(state)
      for (let t = from; t < to; t++) {
        const { thread } = unpackMove(transitions.move(t))
        this.noteMovable(thread, state)
        if (!this.isInner(t)) continue
        this.movers.add(thread)
        hasProgress ||= transitions.isProgress(t)
      }
    }
    this.hasProgress = hasProgress
  }

  get isFair(): boolean {
    return [...this.movable].every(
      ([thread, states]) => this.movers.has(thread) || states.size < this.members.size,
    )
  }

  private noteMovable(thread: number, state: number): void {
    const states = this.movable.get(thread)
    if (states === undefined) this.movable.set(thread, new Set([state]))
    else states.add(state)
  }

  private isInner(transition: number): boolean {
    return this.isPart(transition) && this.members.has(this.transitions.target(transition))
  }

  /**
   * A fair walk from `first` back to it: every thread moves that moves in the loop at all, and every other comes by a
   * state in which it cannot.
   */
  around(withProgress: boolean): number[] {
    const walk: number[] = []
    const visited = new Set([this.first])
    const moved = new Set<number>()
    let at = this.first
    const go = (isGoal: (transition: number) => boolean): void => {
      for (const transition of this.shortestTo(at, isGoal)) {
        walk.push(transition)
        moved.add(unpackMove(this.transitions.move(transition)).thread)
        at = this.transitions.target(transition)
        visited.add(at)
      }
    }
    for (const thread of [...this.movers].sort((a, b) => a - b)) {
      if (!moved.has(thread)) go((t) => unpackMove(this.transitions.move(t)).thread === thread)
    }
    for (const [thread, states] of this.movable) {
      if (this.movers.has(thread) || [...visited].some((state) => !states.has(state))) continue
      go((t) => !states.has(this.transitions.target(t)))
    }
    const progresses = walk.some((t) => this.transitions.isProgress(t))
    if (withProgress && this.hasProgress && !progresses) go((t) => this.transitions.isProgress(t))
    if (at !== this.first || walk.length === 0) {
      go((t) => this.transitions.target(t) === this.first)
    }
    return walk
  }

  /** The shortest walk within the loop whose last transition is a goal. */
  private shortestTo(start: number, isGoal: (transition: number) => boolean): number[] {
    const via = new Map<number, number>()
    const sources = new Map<number, number>()
    const queue = [start]
    for (const state of queue) {
      const { from, to } = this.transitions.range(state)
      for (let t = from; t < to; t++) {
        if (!this.isInner(t)) continue
        if (isGoal(t)) return [...this.wayTo(state, start, via, sources), t]
        const target = this.transitions.target(t)
        if (target === start || via.has(target)) continue
        via.set(target, t)
        sources.set(target, state)
        queue.push(target)
      }
    }
    return []
  }

  private wayTo(
    end: number,
    start: number,
    via: ReadonlyMap<number, number>,
    sources: ReadonlyMap<number, number>,
  ): number[] {
    const way: number[] = []
    for (let at = end; at !== start; at = sources.get(at) ?? start) way.push(via.get(at) ?? 0)
    return way.reverse()
  }
}
