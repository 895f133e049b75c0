/**
 * What an exploration of all interleavings answers. Plain data (it crosses threads, files and windows as it is), in a
 * fixed order: the same program and bounds give the same result, byte for byte.
 *
 * `safe` is said only of a complete search. A bound that was reached makes the result `inconclusive` unless a violation
 * was found; it never means that there is no error.
 */
import type { Schedule } from '../schedule'
import type { LimitCode, Outcome, SourceLocation } from '../trace'

/** What stopped a search before it had seen every state. `cancelled` includes a time limit, which is the host's. */
export type Bound = 'states' | 'memory' | 'cancelled' | LimitCode

/** Kinds of violation, as the language design §4 defines them. */
export const VIOLATION_KINDS = [
  'deadlock',
  'stuck',
  'assertion',
  'exception',
  'livelock',
  'starvation',
] as const
export type ViolationKind = (typeof VIOLATION_KINDS)[number]

/** One way in which the program goes wrong, with the interleaving that shows it. */
export interface Violation {
  readonly kind: ViolationKind
  /** The end that replaying `schedule` reaches, in the words of any run: cycle, waiting threads, message, place. */
  readonly outcome: Outcome
  /** Names of the threads concerned, in the order of the cycle or of their numbers. */
  readonly threads: readonly string[]
  /** Where the violation stands: the failing line, or where the first of `threads` waits. */
  readonly location: SourceLocation | undefined
  /** Replays in the machine from the start. For livelock and starvation: the way to the loop. */
  readonly schedule: Schedule
  /** Name of the thread that takes each step of `schedule`. */
  readonly steps: readonly string[]
  /** Visible operations in `schedule` (start, join, sleep and the beginning of threads are not counted). */
  readonly length: number
  /** How often `schedule` goes on with another thread than the one before. */
  readonly switches: number
  /** Whether no schedule reaches a violation of this kind with fewer visible operations: seen by a complete search. */
  readonly isShortest: boolean
  /**
   * The choice that decides: absent where every interleaving fails, or where a search that saw every transition was too
   * large.
   */
  readonly decision?: Decision | undefined
  /** Livelock and starvation: the choices that lead from the end of `schedule` back to the same state. */
  readonly loop?: Schedule | undefined
  /** Name of the thread that takes each step of `loop`. */
  readonly loopSteps?: readonly string[] | undefined
}

/** Who goes on at a decision, and at which line. */
export interface DecisionSide {
  readonly thread: string
  /** 1-based. */
  readonly line: number
}

/** Where a violation and an interleaving that ends well part: after the bad choice none ends well any more. */
export interface Decision {
  /** Choices that both schedules begin with. */
  readonly choices: number
  /** Visible operations among them. */
  readonly operations: number
  readonly bad: DecisionSide
  readonly good: DecisionSide
  /** The interleaving that ends well, from the start. */
  readonly schedule: Schedule
  /** Name of the thread that takes each step of it. */
  readonly steps: readonly string[]
}

/** One side of a race. */
export interface RaceSide {
  readonly thread: string
  /** 1-based. */
  readonly line: number
  readonly isWrite: boolean
  /** Names of the locks that the thread holds there. */
  readonly holds: readonly string[]
  /** Name of the function of the access, or nothing. */
  readonly stack: readonly string[]
}

/** Two accesses to one place, at least one a write, that nothing orders. One entry for each pair of lines. */
export interface Race {
  /** Name of the place: `balance`, `Cuenta-1.balance`, `accounts[0]`. */
  readonly variable: string
  readonly first: RaceSide
  readonly second: RaceSide
}

/** One final output. */
export interface OutcomeCount {
  readonly output: string
  /** Exact number of interleavings that end with it, as a decimal integer; absent where it was not counted. */
  readonly interleavings?: string | undefined
}

export const CONDITIONS = [
  'mutualExclusion',
  'holdAndWait',
  'noPreemption',
  'circularWait',
] as const
export type Condition = (typeof CONDITIONS)[number]

/** One of Coffman's conditions (Coffman, Elphick and Shoshani 1971) over all interleavings. */
export interface ConditionReach {
  /** Number of states in which it holds. */
  readonly states: number
  /** A shortest way to such a state; absent when there is none. */
  readonly witness?: Schedule | undefined
}

/** A state of a small program's graph. */
export interface GraphState {
  readonly end: 'none' | 'finished' | ViolationKind
  /** Visible operations from the start. */
  readonly depth: number
}

/** Index of states in `states`; the first is the start. */
export interface GraphEdge {
  readonly from: number
  readonly to: number
  /** Thread name. */
  readonly thread: string
}

export interface StateGraph {
  readonly states: readonly GraphState[]
  readonly edges: readonly GraphEdge[]
}

/** The size of a search. */
export interface SearchSize {
  readonly states: number
  readonly transitions: number
  readonly isComplete: boolean
}

export interface ExplorationResult {
  readonly verdict: 'safe' | 'violation' | 'inconclusive'
  /** Whether every interleaving was covered. */
  readonly isComplete: boolean
  /** The bound that was reached, where it was not. */
  readonly bound: Bound | undefined
  /** Kinds of violation that were not decided, because the search for loops reached its bound. */
  readonly undecided: readonly ViolationKind[]
  /** In the order of VIOLATION_KINDS, then by length. */
  readonly violations: readonly Violation[]
  /** By line of the first side, then of the second. Warnings: they do not change the verdict. */
  readonly races: readonly Race[]
  /** By output. Absent when the search that collects them reached a bound. */
  readonly outcomes: readonly OutcomeCount[] | undefined
  /** All interleavings, as a decimal integer; absent where not counted or where a loop makes them endless. */
  readonly interleavings: string | undefined
  /** The search that decided. */
  readonly size: SearchSize
  /** The search without reduction, where it was made. */
  readonly unreduced: SearchSize | undefined
  readonly conditions: Readonly<Record<Condition, ConditionReach>> | undefined
  /** Pairs `Cuenta-1 → Cuenta-2` of locks taken in this order in some state, by names. */
  readonly lockOrder: readonly (readonly [string, string])[]
  /** Only of programs with few states. */
  readonly graph: StateGraph | undefined
  /** Sources of values that took one value only (clock, random numbers): the verdict speaks of these values. */
  readonly sampled: readonly string[]
  /** Upper bound of the probability that two different states were taken for one (64-bit fingerprints). */
  readonly collisionProbability: number
}

/** How far a search is. */
export interface ExplorationProgress {
  readonly phase: 'verdict' | 'outcomes' | 'loops'
  readonly states: number
  /** States found and not yet expanded. */
  readonly frontier: number
  readonly transitions: number
  /** Bytes of the tables. */
  readonly bytes: number
  /** Violations found so far. */
  readonly violations: number
}
