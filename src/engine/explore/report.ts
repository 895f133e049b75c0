/** Puts what the searches found into words: names of threads, locks and variables, schedules, outcomes. */
import type { Program } from '../bytecode'
import { labelObjects, threadNames, type Labels, type Limits } from '../machine'
import { MODE, type Access } from './access'
import type { Explored } from './explored'
import type { FoundRace } from './findings'
import { pathCounts } from './pathCounts'
import { marksProgress } from './mentions'
import { loopsInWords } from './loopReport'
import type { ProbedViolation } from './probe'
import { follow, type Way } from './replay'
import {
  CONDITIONS,
  type Condition,
  type ConditionReach,
  type ExplorationResult,
  type OutcomeCount,
  type Race,
  type RaceSide,
  type SearchSize,
  type Violation,
  type ViolationKind,
} from './result'
import type { Search } from './search'
import { graphOf } from './stateGraph'
import { probedInWords, violationsOf, type SimplerWay } from './violations'

export interface FinishedSearch {
  readonly search: Search
  readonly explored: Explored
}

export interface ReportParts {
  readonly program: Program
  readonly limits: Limits
  readonly simplerWay: SimplerWay
  readonly verdict: FinishedSearch
  /** The search for races that no state shows, if any race was found at all. */
  readonly races: FinishedSearch | undefined
  /** The search without reduction that counts, if it was made. */
  readonly count: FinishedSearch | undefined
  /** The search with reduction that collects outputs, if it was made. */
  readonly outcomes: FinishedSearch | undefined
  /** The search without reduction and without regard to output, for loops, if it was made. */
  readonly loops: FinishedSearch | undefined
  /** What a first look has found. */
  readonly probed: { readonly found: ProbedViolation; readonly explored: Explored } | undefined
}

interface Counts {
  /** Undefined where a loop makes them endless. */
  readonly total: string | undefined
  readonly outcomes: OutcomeCount[]
}

export function resultOf(parts: ReportParts): ExplorationResult {
  const { verdict, count } = parts
  const isCounted = count?.search.isComplete === true
  const source = isCounted ? count : verdict
  const undecided = undecidedOf(parts)
  const isCovered = verdict.search.isComplete || isCounted
  const isComplete = isCovered && !undecided.includes('livelock')
  const searched = violationsOf(parts, source)
  const violations = [
    ...searched,
    // A search that covered everything has found the same, and a shorter way to it.
    ...(isCovered ? [] : probedBeside(parts, searched)),
    ...loopViolationsOf(parts),
  ]
  const counts = isCounted ? countsOf(count) : undefined
  const states = Math.max(verdict.search.store.count, count?.search.store.count ?? 0)
  return {
    verdict: violations.length > 0 ? 'violation' : isComplete ? 'safe' : 'inconclusive',
    isComplete,
    bound: isComplete ? undefined : (verdict.search.bound ?? parts.loops?.search.bound ?? 'states'),
    undecided,
    violations,
    races: racesOf(parts),
    outcomes: counts?.outcomes ?? plainOutcomes(parts.outcomes),
    interleavings: counts?.total,
    size: sizeOf(verdict.search),
    unreduced: count === undefined ? undefined : sizeOf(count.search),
    conditions: isCounted ? conditionsOf(count) : undefined,
    lockOrder: lockOrderOf(parts.program, source),
    graph: isCounted ? graphOf(count) : undefined,
    sampled: sampledBy(parts.program),
    collisionProbability: (states * states) / 2 ** 65,
  }
}

/** What a program that may loop can do without end is known only of a graph of all its transitions. */
function undecidedOf({ program, verdict, count, loops }: ReportParts): ViolationKind[] {
  const isKnown = [count, loops].some((source) => source?.search.isComplete === true)
  if (isKnown || !verdict.search.mayLoop) return []
  return marksProgress(program) ? ['livelock', 'starvation'] : ['starvation']
}

function probedBeside(parts: ReportParts, searched: readonly Violation[]): Violation[] {
  if (parts.probed === undefined) return []
  const probed = probedInWords(parts, parts.probed.explored, parts.probed.found)
  const isKnown = searched.some(
    ({ kind, threads }) => kind === probed.kind && threads.join() === probed.threads.join(),
  )
  return isKnown ? [] : [probed]
}

function loopViolationsOf(parts: ReportParts): Violation[] {
  const source = [parts.count, parts.loops].find((part) => part?.search.isComplete === true)
  if (source === undefined || !parts.verdict.search.mayLoop) return []
  return loopsInWords(parts.program, source, parts.limits)
}

function sizeOf(search: Search): SearchSize {
  return {
    states: search.store.count,
    transitions: search.transitions,
    isComplete: search.isComplete,
  }
}

function wayTo({ search, explored }: FinishedSearch, state: number, move?: number): Way {
  const moves = search.store.path(state, move)
  return follow(explored.machine, explored.base, explored.prefix, moves)
}

/** Races that some state shows, where both threads are about to act, then those that only the order tells of. */
function racesOf({ program, verdict, races }: ReportParts): Race[] {
  const byLines = new Map<string, Race>()
  for (const source of [verdict, races]) {
    for (const found of source?.search.findings.races ?? []) {
      const [first, second] = found.accesses
      const key = `${String(first.line)} ${String(second.line)}`
      if (source !== undefined && !byLines.has(key))
        byLines.set(key, raceOf(program, source, found))
    }
  }
  return [...byLines.values()].sort(
    (a, b) => a.first.line - b.first.line || a.second.line - b.second.line,
  )
}

function raceOf(program: Program, source: FinishedSearch, found: FoundRace): Race {
  wayTo(source, found.state)
  const { machine } = source.explored
  const labels = labelObjects(program, machine.objects)
  const [a, b] = found.accesses
  const side = (thread: number, { line, mode, locks }: Access): RaceSide => ({
    thread: threadNames(machine.objects)[thread] ?? '?',
    line,
    isWrite: mode !== MODE.read,
    holds: lockNames(source, labels, locks),
    stack: stackAt(program, line),
  })
  return {
    variable: labels.place(a.place).name,
    first: side(found.threads[0], a),
    second: side(found.threads[1], b),
  }
}

function lockNames({ explored }: FinishedSearch, labels: Labels, held: number): string[] {
  return explored.machine.recorder.locks
    .filter((_, bit) => (held & (1 << bit)) !== 0)
    .sort((a, b) => a - b)
    .map((lock) => labels.place(lock).name)
}

/** Name of the function that holds the line. */
function stackAt(program: Program, line: number): string[] {
  const at = program.lines.indexOf(line)
  const fn = program.functions.find(({ entry, end }) => at >= entry && at < end)
  return fn === undefined ? [] : [fn.name]
}

function countsOf(count: FinishedSearch): Counts | undefined {
  const { search, explored } = count
  if (search.transitionsKept === undefined) return undefined
  const paths = pathCounts(search.transitionsKept)
  if (paths === undefined) return { total: undefined, outcomes: outputsOf(count) }
  let total = 0n
  const byOutput = new Map<string, bigint>()
  for (let state = 0; state < search.store.count; state++) {
    const { from, to } = search.transitionsKept.range(state)
    if (from === to) total += paths[state] ?? 0n
    const history = search.findings.ends.get(state)
    if (history === undefined) continue
    const output = explored.machine.outputs.text(history)
    byOutput.set(output, (byOutput.get(output) ?? 0n) + (paths[state] ?? 0n))
  }
  const outcomes = [...byOutput].map(([output, n]) => ({ output, interleavings: n.toString() }))
  return { total: total.toString(), outcomes: sorted(outcomes) }
}

/** Outputs without counts, of a complete search. */
function plainOutcomes(finished: FinishedSearch | undefined): OutcomeCount[] | undefined {
  if (finished === undefined || finished.search.bound !== undefined) return undefined
  return outputsOf(finished)
}

function outputsOf(finished: FinishedSearch): OutcomeCount[] {
  const { machine } = finished.explored
  const histories = new Set(finished.search.findings.ends.values())
  return sorted([...histories].map((history) => ({ output: machine.outputs.text(history) })))
}

function sorted(outcomes: OutcomeCount[]): OutcomeCount[] {
  return outcomes.sort((a, b) => (a.output < b.output ? -1 : a.output > b.output ? 1 : 0))
}

function conditionsOf(count: FinishedSearch): Readonly<Record<Condition, ConditionReach>> {
  const reach = (condition: Condition): ConditionReach => {
    const found = count.search.findings.conditions.get(condition)
    if (found === undefined) return { states: 0 }
    return { states: found.states, witness: wayTo(count, found.first).schedule }
  }
  return {
    mutualExclusion: reach(CONDITIONS[0]),
    holdAndWait: reach(CONDITIONS[1]),
    noPreemption: reach(CONDITIONS[2]),
    circularWait: reach(CONDITIONS[3]),
  }
}

function lockOrderOf(program: Program, source: FinishedSearch): (readonly [string, string])[] {
  const { machine, base } = source.explored
  machine.memory.restoreBase(base.low, base.high)
  const labels = labelObjects(program, machine.objects)
  const address = (bit: number): number => machine.recorder.locks[bit] ?? 0
  // Bits are given in the order in which locks are first taken, which is the search's own affair.
  return [...machine.recorder.lockOrder]
    .map((pair) => [address(pair >> 5), address(pair & 31)] as const)
    .sort(([a, b], [c, d]) => a - c || b - d)
    .map(([first, second]) => [labels.place(first).name, labels.place(second).name] as const)
}

/** Names of what gives one value here and other values elsewhere. */
const SAMPLED: ReadonlySet<string> = new Set([
  'time',
  'monotonic',
  'perf_counter',
  'random',
  'randint',
  'randrange',
  'uniform',
  'choice',
  'choices',
  'shuffle',
  'sample',
  'getrandbits',
  'expovariate',
])

function sampledBy(program: Program): string[] {
  const builtins = program.constants.flatMap((c) => (c.type === 'builtin' ? [c.name] : []))
  const names = [...builtins, ...program.symbols]
  return [...new Set(names.filter((name) => SAMPLED.has(name)))].sort()
}
