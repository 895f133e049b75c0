/**
 * What every search of the states of a program has in common: the states found, what is noted on the way, bounds. The two
 * searches are fullSearch.ts, every move of every state, and reducedSearch.ts, which takes only some of them.
 */
import { conflict, type Access } from './access'
import type { ExploredMachine, Failure } from './exploredMachine'
import { Findings } from './findings'
import type { Bound } from './result'
import { deadlockOf, standstillOf } from './standstill'
import { StateStore, type PackedMove } from './stateStore'
import { Transitions } from './transitions'

export interface SearchOptions {
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

/** How often the bytes of all tables are added up. */
const EXPANDED_BETWEEN_SUMS = 64

export abstract class Search {
  readonly findings = new Findings()
  readonly transitionsKept: Transitions | undefined
  transitions = 0
  /** Set once a bound was reached: what was not seen by then stays unseen. */
  bound: Bound | undefined
  protected isStopped = false
  private expanded = 0

  constructor(
    protected readonly machine: ExploredMachine,
    protected readonly options: SearchOptions,
    readonly store = new StateStore(),
  ) {
    if (options.keepsTransitions) this.transitionsKept = new Transitions()
  }

  /** States found and not yet expanded. */
  abstract get waiting(): number

  /** Bytes of the tables. */
  abstract get bytes(): number

  /** Whether the program may go on without end; false is a proof, of a complete search. Cost: linear in the transitions. */
  abstract get mayLoop(): boolean

  /** Expands one state. */
  abstract expandNext(): void

  /** Whether nothing is left to expand. */
  get isDone(): boolean {
    return this.isStopped || this.waiting === 0
  }

  /** Whether every state was expanded and no bound was met. */
  get isComplete(): boolean {
    return this.bound === undefined && this.waiting === 0
  }

  /** Gives up, for the reason given. */
  stop(bound: Bound): void {
    this.bound ??= bound
    this.isStopped = true
  }

  protected heedBounds(): void {
    if (this.store.count >= this.options.mostStates) this.stop('states')
    else if (++this.expanded % EXPANDED_BETWEEN_SUMS === 0 && this.bytes > this.options.mostBytes) {
      this.stop('memory')
    }
  }

  protected reportFailures(
    failures: readonly Failure[],
    state: number,
    move: PackedMove | undefined,
  ): void {
    for (const { kind, key, thread } of failures) {
      this.report({ kind, key, threads: [thread], state, move })
    }
  }

  protected reportCycle(state: number, threads: readonly number[]): void {
    if (threads.length === 0) return
    this.report({ ...deadlockOf(threads), state, move: undefined })
  }

  protected standstill(state: number): void {
    this.report({ ...standstillOf(this.machine), state, move: undefined })
  }

  protected report(found: Parameters<Findings['violation']>[0]): void {
    this.findings.violation(found)
    if (this.options.stopsAtFirst) this.isStopped = true
  }

  protected raceBetween(
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
}
