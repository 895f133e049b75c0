/**
 * The exploration of a program: a search with reduction for the verdict, then, as far as the bounds allow, one without it
 * for what must be counted (interleavings, outcomes, states in which a condition holds) and for shortest counterexamples.
 * Works in slices, so that a host can show progress and cancel between them.
 */
import type { Program } from '../bytecode'
import { DEFAULT_LIMITS, STACK_WORDS, type Limits } from '../machine'
import { exploredAtBase, type Explored } from './explored'
import type { ExploredMachineOptions } from './exploredMachine'
import { FullSearch } from './fullSearch'
import { marksProgress, observesLifecycle, statesInvariants } from './mentions'
import { ParallelSearch } from './parallelSearch'
import { Probe } from './probe'
import type { ExplorationProgress, ExplorationResult } from './result'
import { resultOf, type FinishedSearch } from './report'
import { Reduction } from './reduction'
import { ReducedSearch } from './reducedSearch'
import type { Search, SearchOptions } from './search'
import { Shrinker } from './shrinker'
import { LEARNED_BYTES } from './stepLearner'
import { Team, type Crew } from './team'

export interface ExplorationOptions {
  /** Bound of each search, in states. */
  readonly maxStates?: number
  /** Bound of the tables of each search, in bytes. */
  readonly maxBytes?: number
  /** Bound of the search without reduction that counts. */
  readonly maxCountedStates?: number
  /** False: nothing is counted, and outcomes come from a search with reduction. */
  readonly countsStates?: boolean
  /** True: the verdict alone, without outcomes. */
  readonly verdictOnly?: boolean
  /** False: no persistent sets, every move of every state. */
  readonly reduction?: boolean
  /** Ends with the first violation, told as it was found: no other is looked for, no simpler way, and nothing is counted. */
  readonly stopsAtFirst?: boolean
  readonly limits?: Limits
  /** Bytes of learned steps beyond which they are forgotten; 0: none is learned. */
  readonly learnedBytes?: number
  /** Workers that may help with a large search of every move. */
  readonly crew?: Crew | undefined
  /** States from which a search is large enough for that. */
  readonly sharedFrom?: number
}

const DEFAULTS = {
  maxStates: 5_000_000,
  maxBytes: 2 ** 30,
  maxCountedStates: 50_000,
  countsStates: true,
  verdictOnly: false,
  reduction: true,
  stopsAtFirst: false,
  learnedBytes: LEARNED_BYTES,
  sharedFrom: 100_000,
}

/** Bounds of a run inside an exploration: a single transition must not take long. */
export const EXPLORED_LIMITS: Limits = { ...DEFAULT_LIMITS, silentInstructions: 2_000_000 }

/** Phases whose searches need not tell interchangeable threads apart. */
const SYMMETRIC: ReadonlySet<Phase> = new Set(['verdict', 'outcomes'])

/** Phases whose searches keep every transition. */
const COUNTING: ReadonlySet<Phase> = new Set(['count', 'loops'])

/** Stacks of a first attempt; where they do not do, those of a run are taken. */
const FIRST_STACK_WORDS = 2048

type Phase = 'verdict' | 'races' | 'count' | 'outcomes' | 'loops' | 'ways' | 'done'

export class Exploration {
  private readonly options: Required<Omit<ExplorationOptions, 'crew'>>
  private readonly crew: Crew | undefined
  /** Those of the crew that help, or are on their way. */
  private team: Team | undefined
  private phase: Phase = 'verdict'
  private explored: Explored
  /** What reduced searches of the phase rely on. */
  private reduction: Reduction | undefined
  private isSymmetric: boolean
  private search: Search
  private verdict: FinishedSearch | undefined
  private races: FinishedSearch | undefined
  private count: FinishedSearch | undefined
  private outcomes: FinishedSearch | undefined
  private loops: FinishedSearch | undefined
  /** A first look at a program that turns out to be large, and the machine of it. */
  private probe: { readonly probe: Probe; readonly explored: Explored } | undefined
  /** Once all searches are over: who makes ways simpler. */
  private shrinker: Shrinker | undefined
  /** States at which the search at hand is given up, once it was told something wrong. */
  private repeatedAt: number | undefined
  private isCancelled = false
  /** Whether no search is to be shared any more. */
  private isAlone = false
  private stackWords = FIRST_STACK_WORDS

  constructor(
    private readonly program: Program,
    { crew, ...options }: ExplorationOptions = {},
  ) {
    this.options = { ...DEFAULTS, limits: EXPLORED_LIMITS, ...options }
    this.crew = crew
    this.isSymmetric = this.options.reduction
    this.explored = this.machine('verdict')
    this.search = this.begin(this.options.reduction)
  }

  /** What a daemon still does depends on when the others end: then no step of theirs is independent of its steps. */
  private get hasDaemons(): boolean {
    return /daemon/i.test(this.program.source)
  }

  private get canReduce(): boolean {
    return !this.hasDaemons && !statesInvariants(this.program)
  }

  private get isDone(): boolean {
    return this.phase === 'done'
  }

  /** Expands up to `most` states. Answers whether everything is done. @throws Error where a worker that helped has ended. */
  advance(most: number): boolean {
    try {
      this.heedTeam()
      return this.expand(most)
    } catch (error) {
      this.dismissTeam()
      throw error
    }
  }

  private expand(most: number): boolean {
    for (let expanded = 0; expanded < most && this.phase !== 'done'; expanded++) {
      // A run is long: one at a time, so that the host is asked in between.
      if (this.isProbing()) return this.advanceProbe()
      if (this.phase === 'ways') return this.advanceWays()
      if (this.reduction?.symmetry?.isBroken === true) this.giveSymmetryUp()
      else if (this.search.isDone) this.endSearch()
      else if (this.isFutile()) this.search = this.begin(true)
      else this.search.expandNext()
    }
    return this.phase === 'done'
  }

  /** Begins the first look as soon as the search for the verdict has become large and has found nothing. */
  private isProbing(): boolean {
    const { search, options } = this
    if (this.phase !== 'verdict' || options.stopsAtFirst) return false
    if (this.probe === undefined) {
      const large = search instanceof ReducedSearch ? PROBED_STATES : PROBED_FULLY
      if (search.store.count < large || search.findings.violations.length > 0) return false
      const explored = this.machine('verdict')
      this.probe = { probe: new Probe(explored, MOST_PROBED_STEPS), explored }
    }
    return !this.probe.probe.isDone
  }

  private advanceProbe(): boolean {
    this.probe?.probe.advance()
    return false
  }

  /** Makes one trial to make a way simpler, where any are left. Answers whether everything is done. */
  private advanceWays(): boolean {
    if (this.shrinker?.advance() !== false) this.phase = 'done'
    return this.isDone
  }

  /** Ways of which it is not known that they are the shortest are made simpler. */
  private shrinkWays(): void {
    const { verdict, count } = this
    if (verdict === undefined || count?.search.isComplete === true) return
    const { search, explored } = verdict
    const failing = search.findings.violations.map((fault) => ({
      fault,
      moves: search.store.path(fault.state, fault.move),
    }))
    this.shrinker = new Shrinker(explored, failing)
  }

  /** Lets others help with the search at hand, if it may be shared. */
  private heedTeam(): void {
    const { search, team } = this
    if (search instanceof ParallelSearch) {
      if (!search.isReliable) this.beginAlone()
    } else if (search instanceof FullSearch && this.canShare(search)) {
      if (team === undefined) this.team = this.called()
      else if (team.isReady() && this.probe?.probe.isDone !== false) {
        const { machine } = this.explored
        this.search = new ParallelSearch(machine, this.searchOptions(), search, team)
      }
    }
  }

  private canShare(search: FullSearch): boolean {
    if (this.crew === undefined || this.isAlone || this.phase !== 'verdict') return false
    if (this.options.stopsAtFirst || this.explored.machine.options.observesOutput) return false
    const isLarge = search.store.count >= this.options.sharedFrom && !search.isDone
    return isLarge && search.isReliable
  }

  private called(): Team | undefined {
    const { program, crew, options } = this
    return (
      crew &&
      new Team(crew, {
        program,
        limits: options.limits,
        machineOptions: this.explored.machine.options,
        learnedBytes: options.learnedBytes,
      })
    )
  }

  /** All over again, by one worker. */
  private beginAlone(): void {
    this.isAlone = true
    this.dismissTeam()
    this.enter(this.phase)
  }

  private dismissTeam(): void {
    this.team?.end()
    this.team = undefined
  }

  /** Ends the exploration; what was found so far stays. */
  cancel(): void {
    if (this.phase === 'ways') this.phase = 'done'
    if (this.phase === 'done') return
    this.isCancelled = true
    this.search.stop('cancelled')
    while (!this.isDone) this.endSearch()
  }

  progress(): ExplorationProgress {
    const { search } = this
    return {
      phase: phaseShown(this.phase),
      states: search.store.count,
      frontier: search.waiting,
      transitions: search.transitions,
      bytes: search.bytes,
      violations: Math.max(
        search.findings.violations.length,
        this.probe?.probe.found === undefined ? 0 : 1,
      ),
    }
  }

  /** Only once `advance` has answered true, or after `cancel`. */
  result(): ExplorationResult {
    const verdict = this.verdict ?? { search: this.search, explored: this.explored }
    return resultOf({
      program: this.program,
      limits: this.options.limits,
      simplerWay: (fault) => this.shrinker?.wayTo(fault),
      verdict,
      races: this.races,
      count: this.count,
      outcomes: this.outcomes,
      loops: this.loops,
      probed: this.probe?.probe.found && {
        found: this.probe.probe.found,
        explored: this.probe.explored,
      },
    })
  }

  private endSearch(): void {
    this.dismissTeam()
    if (this.search.bound === 'depth' && this.stackWords < STACK_WORDS) {
      this.stackWords = STACK_WORDS
      this.enter(this.phase)
      return
    }
    const finished = { search: this.search, explored: this.explored }
    const wasComplete = this.search.bound === undefined
    switch (this.phase) {
      case 'verdict':
        if (wasComplete && this.options.reduction && this.needsAnother()) {
          this.search = this.begin(true)
          return
        }
        this.verdict = finished
        this.enter(
          this.isOver()
            ? this.orLoops('done')
            : this.search.findings.races.length > 0
              ? 'races'
              : 'count',
        )
        return
      case 'races':
        if (wasComplete && this.needsAnother()) {
          this.search = this.begin(true)
          return
        }
        this.races = finished
        this.enter(this.isCancelled ? 'done' : 'count')
        return
      case 'count':
        this.count = finished
        this.enter(
          wasComplete || !this.options.reduction || this.isCancelled
            ? this.orLoops('done')
            : 'outcomes',
        )
        return
      case 'outcomes':
        if (wasComplete && this.needsAnother()) {
          this.search = this.begin(true)
          return
        }
        this.outcomes = finished
        this.enter(this.orLoops('done'))
        return
      case 'loops':
        this.loops = finished
        this.enter('done')
        return
      case 'ways':
      case 'done':
    }
  }

  /** Whether the search at hand must be repeated anyhow, and has learned for a while what it was told wrongly. */
  private isFutile(): boolean {
    if (!this.isContradicted) return false
    this.repeatedAt ??= Math.ceil(this.search.store.count * GROWTH)
    return this.search.store.count >= this.repeatedAt
  }

  /** A search that was told something wrong must be repeated. */
  private needsAnother(): boolean {
    const stopped = this.options.stopsAtFirst && this.search.findings.violations.length > 0
    return !stopped && this.isContradicted
  }

  private isOver(): boolean {
    const { stopsAtFirst, verdictOnly } = this.options
    return stopsAtFirst || verdictOnly || this.isCancelled
  }

  /** The search for loops, where there may be some and no graph of all transitions is known yet; else `next`. */
  private orLoops(next: Phase): Phase {
    const { stopsAtFirst, verdictOnly } = this.options
    if (this.isCancelled || stopsAtFirst || this.verdict?.search.mayLoop !== true) return next
    if (this.count?.search.isComplete === true) return next
    return verdictOnly && !marksProgress(this.program) ? next : 'loops'
  }

  private enter(next: Phase): void {
    const phase = next === 'count' && !this.options.countsStates ? 'outcomes' : next
    this.phase = phase
    if (phase === 'done') {
      if (!this.isCancelled && !this.options.stopsAtFirst) this.shrinkWays()
      if (this.shrinker !== undefined) this.phase = 'ways'
      return
    }
    this.reduction = undefined
    this.isSymmetric = this.options.reduction && SYMMETRIC.has(phase)
    this.explored = this.machine(phase)
    const isReduced = phase === 'verdict' ? this.options.reduction : !COUNTING.has(phase)
    this.search = this.begin(isReduced)
  }

  private begin(isReduced: boolean): Search {
    this.repeatedAt = undefined
    const { machine, base } = this.explored
    const options = this.searchOptions()
    const { isSymmetric } = this
    const { learnedBytes } = this.options
    if (!isReduced || !this.canReduce) {
      return new FullSearch(machine, base, options, learnedBytes)
    }
    this.reduction ??= new Reduction(machine, base, { isSymmetric, learnedBytes })
    return new ReducedSearch(this.reduction, options)
  }

  private searchOptions(): SearchOptions {
    const { maxStates, maxCountedStates, maxBytes, stopsAtFirst } = this.options
    return {
      keepsTransitions: COUNTING.has(this.phase),
      stopsAtFirst: stopsAtFirst && this.phase === 'verdict',
      mostStates: Math.min(maxStates, this.mostStates(maxCountedStates)),
      mostBytes: maxBytes,
    }
  }

  /** What was taken for symmetric is not: all over again. */
  private giveSymmetryUp(): void {
    this.isSymmetric = false
    this.reduction = undefined
    this.search = this.begin(true)
  }

  private get isContradicted(): boolean {
    return this.reduction?.footprints.isContradicted === true
  }

  private mostStates(maxCountedStates: number): number {
    switch (this.phase) {
      case 'races':
        return MOST_ORDERED_STATES
      case 'count':
        return maxCountedStates
      case 'loops':
        return marksProgress(this.program) ? Infinity : maxCountedStates
      default:
        return Infinity
    }
  }

  private machine(phase: Phase): Explored {
    return exploredAtBase(this.program, this.options.limits, this.machineOptions(phase))
  }

  private machineOptions(phase: Phase): ExploredMachineOptions {
    return {
      observesOutput: phase === 'count' || phase === 'outcomes' || this.hasDaemons,
      observesOrder: phase === 'races',
      stackWords: this.stackWords,
      observesLifecycle: this.hasDaemons || observesLifecycle(this.program),
    }
  }
}

/** A search that must be repeated goes on until it is so many times as large: what else it learns saves further ones. */
const GROWTH = 1.5

/** States from which a program is large; without reduction they take as long as the look. */
const PROBED_STATES = 5000
const PROBED_FULLY = 50_000
/** Steps of all runs of the first look: some tenths of a second. */
const MOST_PROBED_STEPS = 20_000

/** Bound of the search for races that only the order shows: each of its states costs a hundred others. */
const MOST_ORDERED_STATES = 4000

function phaseShown(phase: Phase): ExplorationProgress['phase'] {
  return phase === 'verdict' || phase === 'loops' ? phase : 'outcomes'
}

/** A whole exploration at once. For programs known to be small, and for tests. */
export function explore(program: Program, options?: ExplorationOptions): ExplorationResult {
  const exploration = new Exploration(program, options)
  while (!exploration.advance(10_000));
  return exploration.result()
}
