/** How one run ended. The words are those of the language design §4; each is reported only with its proof. */
export interface CycleEntry {
  /** Thread name. */
  readonly thread: string
  /** Names of the locks it holds, in order of acquisition. */
  readonly holds: readonly string[]
  /** Name of the lock, or of the thread it joins. */
  readonly waitsFor: string
}

/** 1-based. */
export interface SourceLocation {
  readonly line: number
  readonly column: number
}

/** Where a thread stands. */
export interface ThreadPosition {
  readonly thread: string
  readonly location: SourceLocation
}

export type Outcome =
  | { readonly kind: 'finished' }
  /** A cycle in the wait-for graph that nobody can break; entry i waits for what entry i+1 holds, the last for the first. */
  | { readonly kind: 'deadlock'; readonly cycle: readonly CycleEntry[] }
  /** Nobody can go on and there is no cycle; one entry per thread that waits. */
  | { readonly kind: 'stuck'; readonly waiting: readonly CycleEntry[] }
  /** An `assert` left a thread. */
  | {
      readonly kind: 'assertion'
      readonly thread: string
      readonly message: string
      readonly location: SourceLocation
    }
  | {
      readonly kind: 'exception'
      readonly thread: string
      readonly message: string
      readonly location: SourceLocation
    }
  /** The time allowed was over: says nothing about deadlock. */
  | {
      readonly kind: 'timeout'
      readonly seconds: number
      /** Where each thread that had not ended stood. */
      readonly at?: readonly ThreadPosition[] | undefined
    }
  | { readonly kind: 'stopped' }
  /** A bound of the machine was reached; `code` names it. */
  | {
      readonly kind: 'limit'
      readonly code: LimitCode
      readonly limit: number
      /** What the program asked for, with code `unsupportedMethod`: `str.translate`. */
      readonly name?: string | undefined
      readonly location: SourceLocation | undefined
    }

export type OutcomeKind = Outcome['kind']

export const LIMIT_CODES = [
  'steps',
  'silentLoop',
  'heap',
  'depth',
  'output',
  'threads',
  'events',
  /** Not a bound: a power of a negative number whose value classroom Python has not. */
  'complexNumber',
  /** Not a bound: an attribute of a built-in type that CPython has and classroom Python has not. */
  'unsupportedMethod',
  /** Not a bound: an invariant that does more than look. */
  'invariantEffect',
] as const
export type LimitCode = (typeof LIMIT_CODES)[number]
