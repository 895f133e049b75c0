/**
 * Makes the way to a violation simpler where the shortest one is not known, by trying: a run is cut into *turns*, moves of
 * one thread in a row, and repeated without one of them or a part of it, or with two of the same thread joined. What comes
 * to the same violation with fewer operations, or with as many and fewer changes of thread, is kept, until nothing of that
 * kind helps (delta debugging, Zeller and Hildebrandt 2002; of schedules, Choi and Zeller 2002): a local minimum. One trial
 * at a time: the steps of a program may take long.
 */
import type { Explored } from './explored'
import type { Fault } from './findings'
import { StateSpace } from './stateSpace'
import { unpackMove, type PackedMove } from './stateStore'
import { TrialRun } from './trialRun'

/** Moves of all trials together: some hundredths of a second, where steps are short. */
const MOST_MOVES = 20_000

/** So many moves of a thread in a row. */
interface Turn {
  readonly thread: number
  readonly moves: number
}

/** A fault, and a way to it. */
export interface Failing {
  readonly fault: Fault
  readonly moves: readonly PackedMove[]
}

export class Shrinker {
  private readonly ways: Map<Fault, readonly PackedMove[]>
  private readonly work: Generator<undefined>
  /** Moves made so far. */
  private tried = 0
  /** The thread of the last operation before the base: to go on with it is no change. */
  private readonly first: number | undefined
  private readonly space: StateSpace

  /** Of a machine that nobody else uses until the last trial. */
  constructor(
    { machine, base, prefix }: Explored,
    failing: readonly Failing[],
    private readonly mostMoves = MOST_MOVES,
  ) {
    this.space = new StateSpace(machine, base)
    this.first = prefix.findLast((step) => !step.isFree)?.thread
    this.ways = new Map(failing.map(({ fault, moves }) => [fault, moves]))
    this.work = this.shrinking(failing)
  }

  /** Makes one trial; answers whether nothing is left to be tried. */
  advance(): boolean {
    return this.work.next().done === true
  }

  /** The simplest way to one of the faults that was found so far: not longer than the one given, and with no more changes of thread. */
  wayTo(fault: Fault): readonly PackedMove[] | undefined {
    return this.ways.get(fault)
  }

  private *shrinking(failing: readonly Failing[]): Generator<undefined> {
    for (const { fault, moves } of failing) {
      for (let before; before !== this.ways.get(fault);) {
        before = this.ways.get(fault)
        yield* this.pass(fault, moves)
      }
    }
  }

  /** Tries to make the way to the fault, at first `moves`, simpler at each of its turns. */
  private *pass(fault: Fault, moves: readonly PackedMove[]): Generator<undefined> {
    let best = this.ways.get(fault) ?? moves
    for (let at = 0; at < turnsOf(best).length; at++) {
      for (const turns of simpler(turnsOf(best), at)) {
        if (this.tried >= this.mostMoves) return
        const way = this.attempt(turns, fault, best.length)
        yield
        if (way === undefined || !this.isSimpler(way, best)) continue
        best = way
        this.ways.set(fault, best)
        break
      }
    }
  }

  private isSimpler(way: readonly PackedMove[], than: readonly PackedMove[]): boolean {
    return way.length === than.length
      ? this.changes(way) < this.changes(than)
      : way.length < than.length
  }

  private changes(moves: readonly PackedMove[]): number {
    const turns = turnsOf(moves)
    return turns.length - (turns[0]?.thread === this.first ? 1 : 0)
  }

  /**
   * The way of a run that takes these turns, each as far as it can, and then goes on with as few changes as possible;
   * undefined if it does not come to the fault within `most` moves.
   */
  private attempt(
    turns: readonly Turn[],
    fault: Fault,
    most: number,
  ): readonly PackedMove[] | undefined {
    const run = new TrialRun(this.space)
    let [turn, taken, running] = [0, 0, -1]
    for (; this.tried < this.mostMoves; this.tried++) {
      const movable = run.movable()
      if (run.faults.some(({ kind, key }) => kind === fault.kind && key === fault.key)) {
        return run.moves
      }
      if (movable.length === 0 || run.moves.length >= most) return undefined
      let wanted = turns[turn]
      while (wanted !== undefined && (taken >= wanted.moves || !movable.includes(wanted.thread))) {
        wanted = turns[++turn]
        taken = 0
      }
      const others = movable.includes(running) ? running : (movable[0] ?? 0)
      running = wanted?.thread ?? others
      taken++
      run.take(running)
    }
    return undefined
  }
}

function turnsOf(moves: readonly PackedMove[]): Turn[] {
  const turns: { thread: number; moves: number }[] = []
  for (const move of moves) {
    const { thread } = unpackMove(move)
    const last = turns.at(-1)
    if (last?.thread === thread) last.moves++
    else turns.push({ thread, moves: 1 })
  }
  return turns
}

/** The turns without the one at a place, or with half of it, or all but its last move; and with it joined to the next of its thread, later or earlier. */
function simpler(turns: readonly Turn[], at: number): Turn[][] {
  const turn = turns[at]
  if (turn === undefined) return []
  const { thread, moves } = turn
  const lengths = new Set([0, moves >>> 1, moves - 1])
  const cut = [...lengths].map((length) =>
    turns.flatMap((one, i) => (i !== at ? [one] : length > 0 ? [{ thread, moves: length }] : [])),
  )
  const next = turns.findIndex((one, i) => i > at && one.thread === thread)
  if (next < 0) return cut
  const joined = { thread, moves: moves + (turns[next]?.moves ?? 0) }
  const later = turns.flatMap((one, i) => (i === at ? [] : i === next ? [joined] : [one]))
  const earlier = turns.flatMap((one, i) => (i === next ? [] : i === at ? [joined] : [one]))
  return [...cut, later, earlier]
}
