/** The violations of a search in words, each with the best interleaving known that shows it. */
import type { Program } from '../bytecode'
import { locationOf, THREAD, threadNames, type Limits } from '../machine'
import { decisionOf, GoodEnds } from './decision'
import type { Explored } from './explored'
import type { Fault, FoundViolation } from './findings'
import type { ProbedViolation } from './probe'
import { follow, outcomeAt } from './replay'
import type { FinishedSearch } from './report'
import { VIOLATION_KINDS, type Violation } from './result'
import { ShortestWays, type Walk } from './shortestWays'
import type { PackedMove } from './stateStore'

/** A program, the bounds of its runs, and ways that were made simpler. */
interface Bounded {
  readonly program: Program
  readonly limits: Limits
  readonly simplerWay: SimplerWay
}

/** A way to the fault that is simpler than the one on which it was found, where one was looked for. */
export type SimplerWay = (fault: Fault) => readonly PackedMove[] | undefined

/** In the order of VIOLATION_KINDS, then by length. */
export function violationsOf(of: Bounded, source: FinishedSearch): Violation[] {
  const { violations } = source.search.findings
  if (violations.length === 0) return []
  const ways = new Ways(of, source)
  return violations
    .map((found) => violationOf(of, source, found, ways))
    .sort(
      (a, b) =>
        VIOLATION_KINDS.indexOf(a.kind) - VIOLATION_KINDS.indexOf(b.kind) || a.length - b.length,
    )
}

/** What only a complete search that kept its transitions can tell: shortest ways, and where they were decided. */
class Ways {
  private readonly shortest: ShortestWays | undefined
  private readonly goodEnds: GoodEnds | undefined

  constructor(
    private readonly of: Bounded,
    private readonly source: FinishedSearch,
  ) {
    const { search, explored } = source
    if (search.transitionsKept === undefined || !search.isComplete) return
    const first = explored.prefix.findLast((step) => !step.isFree)
    this.shortest = ShortestWays.of(search.transitionsKept, first?.thread)
    this.goodEnds = new GoodEnds(search.transitionsKept, search.findings)
  }

  get areShortest(): boolean {
    return this.goodEnds !== undefined
  }

  /** Fewest operations, then fewest switches, to this violation; where that is not known, a way that was made simpler. */
  to(violation: FoundViolation): Walk {
    const { kind, key, state, move } = violation
    const { findings, store } = this.source.search
    const same = findings.failing.filter((other) => other.kind === kind && other.key === key)
    const shortest = this.shortest?.to(same)
    if (shortest !== undefined) return shortest
    return { moves: this.of.simplerWay(violation) ?? store.path(state, move), states: [] }
  }

  decision(walk: Walk): Violation['decision'] {
    return this.goodEnds && decisionOf(this.of.program, this.source, this.goodEnds, walk)
  }
}

function violationOf(
  of: Bounded,
  source: FinishedSearch,
  found: FoundViolation,
  ways: Ways,
): Violation {
  const walk = ways.to(found)
  const first = source.search.findings.violations.find(({ kind }) => kind === found.kind)
  return {
    ...inWords(of, source.explored, found, walk.moves),
    isShortest: ways.areShortest && first === found,
    decision: ways.decision(walk),
  }
}

/** What a first look has found: some way, not the shortest. */
export function probedInWords(of: Bounded, explored: Explored, found: ProbedViolation): Violation {
  return { ...inWords(of, explored, found, found.moves), isShortest: false }
}

function inWords(
  { program, limits }: Bounded,
  { machine, base, prefix }: Explored,
  { kind, threads }: Pick<FoundViolation, 'kind' | 'threads'>,
  moves: readonly PackedMove[],
): Omit<Violation, 'isShortest'> {
  const way = follow(machine, base, prefix, moves)
  const names = threadNames(machine.objects)
  const outcome = outcomeAt(program, way.schedule, limits)
  const location =
    'location' in outcome && outcome.location !== undefined
      ? outcome.location
      : locationOf(program, Math.max(0, machine.control(threads[0] ?? 0, THREAD.pc)))
  // The search knows who holds locks; who has taken permits of semaphores, the run tells.
  const isCrossed = kind === 'stuck' && outcome.kind === 'deadlock'
  return {
    kind: isCrossed ? 'deadlock' : kind,
    outcome,
    threads: isCrossed
      ? outcome.cycle.map(({ thread }) => thread)
      : threads.map((thread) => names[thread] ?? '?'),
    location,
    schedule: way.schedule,
    steps: way.threads.map((thread) => names[thread] ?? '?'),
    length: way.length,
    switches: way.switches,
  }
}
