/**
 * The choice that decides a counterexample: the first after which no continuation ends well. Up to there the bad
 * interleaving and a good one are equal; there another thread goes on. Exact, so only of a search that has seen every
 * transition.
 */
import type { Program } from '../bytecode'
import { locationOf, THREAD, threadNames } from '../machine'
import type { Findings } from './findings'
import { follow } from './replay'
import type { FinishedSearch } from './report'
import type { Decision, DecisionSide } from './result'
import type { Walk } from './shortestWays'
import { unpackMove, type PackedMove } from './stateStore'
import { sourcesOf, type Transitions } from './transitions'

/** By state, how many operations a shortest good end is away. */
export class GoodEnds {
  private readonly distances: Int32Array

  constructor(
    private readonly transitions: Transitions,
    findings: Findings,
  ) {
    this.distances = new Int32Array(transitions.states).fill(NO_END)
    const failing = new Set(
      findings.failing.filter((f) => f.move === undefined).map((f) => f.state),
    )
    const reached = [...findings.ends.keys()].filter((state) => !failing.has(state))
    for (const state of reached) this.distances[state] = 0
    const sources = sourcesOf(transitions)
    for (const state of reached) {
      for (const source of sources(state)) {
        if (this.distances[source] !== NO_END || failing.has(source)) continue
        this.distances[source] = (this.distances[state] as number) + 1
        reached.push(source)
      }
    }
  }

  isReachable(state: number): boolean {
    return this.distances[state] !== NO_END
  }

  /** Moves of a shortest way from `state` to a good end; only where one is reachable. */
  from(state: number): PackedMove[] {
    const moves: PackedMove[] = []
    for (let step = this.nearer(state); step !== undefined;) {
      moves.push(this.transitions.move(step))
      step = this.nearer(this.transitions.target(step))
    }
    return moves
  }

  private nearer(state: number): number | undefined {
    if (this.distances[state] === 0) return undefined
    const { from, to } = this.transitions.range(state)
    const wanted = (this.distances[state] as number) - 1
    for (let t = from; t < to; t++) {
      if (this.distances[this.transitions.target(t)] === wanted) return t
    }
    return undefined
  }
}

const NO_END = -1

/** Undefined where every interleaving fails. The machine is left somewhere on the good way. */
export function decisionOf(
  program: Program,
  { explored: { machine, base, prefix } }: FinishedSearch,
  goodEnds: GoodEnds,
  { moves, states }: Walk,
): Decision | undefined {
  const at = states.findLastIndex((state) => goodEnds.isReachable(state))
  const [state, bad] = [states[at], moves[at]]
  if (state === undefined || bad === undefined) return undefined
  const rest = goodEnds.from(state)
  const good = rest[0]
  if (good === undefined) return undefined
  const equal = moves.slice(0, at)
  const common = follow(machine, base, prefix, equal)
  const lines = [bad, good].map((move) => lineOf(unpackMove(move).thread))
  const way = follow(machine, base, prefix, [...equal, ...rest])
  const names = threadNames(machine.objects)
  const side = (move: PackedMove, line: number | undefined): DecisionSide => ({
    thread: names[unpackMove(move).thread] ?? '?',
    line: line ?? 1,
  })
  return {
    choices: common.schedule.choices.length,
    operations: common.length,
    bad: side(bad, lines[0]),
    good: side(good, lines[1]),
    schedule: way.schedule,
    steps: way.threads.map((thread) => names[thread] ?? '?'),
  }

  function lineOf(thread: number): number {
    return locationOf(program, Math.max(0, machine.control(thread, THREAD.pc))).line
  }
}
