/**
 * Ways through a search that kept all its transitions: of those with the fewest operations one that changes thread least
 * often. Fewer operations come first, since each is a line to read; of equals, the one with fewer switches is the easier
 * to follow. (The search is breadth-first, so states are numbered by level: one pass in order is enough.)
 */
import { unpackMove, type PackedMove } from './stateStore'
import type { Transitions } from './transitions'

/** The end of a way: a state, or a move from it. */
export interface WayEnd {
  readonly state: number
  readonly move: PackedMove | undefined
}

/** A way, and the states on it: `states[i]` is where `moves[i]` begins. */
export interface Walk {
  readonly moves: readonly PackedMove[]
  readonly states: readonly number[]
}

/** Most pairs of state and thread that are worth the memory: 12 bytes each. */
const MOST_CELLS = 2_000_000
const UNREACHED = 0x7fffffff

export class ShortestWays {
  /** Cells of a state: which thread made the step into it, number + 1; 0 before the first. */
  private readonly width: number
  private readonly depths: Int32Array
  /** By cell: fewest switches on a shortest way. */
  private readonly switches: Int32Array
  /** By cell: the cell before it, and the transition that leads on. */
  private readonly before: Int32Array
  private readonly via: Int32Array

  private constructor(
    private readonly transitions: Transitions,
    width: number,
    firstThread: number | undefined,
  ) {
    this.width = width
    const cells = transitions.states * width
    this.depths = new Int32Array(transitions.states).fill(UNREACHED)
    this.switches = new Int32Array(cells).fill(UNREACHED)
    this.before = new Int32Array(cells)
    this.via = new Int32Array(cells)
    this.depths[0] = 0
    this.switches[firstThread === undefined ? 0 : firstThread + 1] = 0
    for (let state = 0; state < transitions.states; state++) this.expand(state)
  }

  /** Undefined where the search is too large. `firstThread`: the thread of the last operation before the first state. */
  static of(transitions: Transitions, firstThread: number | undefined): ShortestWays | undefined {
    let most = firstThread ?? 0
    for (let t = 0; t < transitions.count; t++) {
      most = Math.max(most, unpackMove(transitions.move(t)).thread)
    }
    const width = most + 2
    if (transitions.states * width > MOST_CELLS) return undefined
    return new ShortestWays(transitions, width, firstThread)
  }

  /** The best way to one of `ends`; of equals, to the first of them. */
  to(ends: readonly WayEnd[]): Walk | undefined {
    let best: { end: WayEnd; cell: number; depth: number; switches: number } | undefined
    for (const end of ends) {
      const depth = (this.depths[end.state] ?? UNREACHED) + (end.move === undefined ? 0 : 1)
      for (let last = 0; last < this.width; last++) {
        const cell = end.state * this.width + last
        const reached = this.switches[cell] ?? UNREACHED
        if (reached === UNREACHED) continue
        const switches = reached + (end.move === undefined ? 0 : switchBetween(last, end.move))
        const isBetter =
          best === undefined ||
          depth < best.depth ||
          (depth === best.depth && switches < best.switches)
        if (isBetter) best = { end, cell, depth, switches }
      }
    }
    return best && this.walk(best.cell, best.end)
  }

  private expand(state: number): void {
    const { transitions, width, depths } = this
    const depth = (depths[state] as number) + 1
    const { from, to } = transitions.range(state)
    for (let t = from; t < to; t++) {
      const target = transitions.target(t)
      if (depths[target] === UNREACHED) depths[target] = depth
      if (depths[target] !== depth) continue
      const move = transitions.move(t)
      const into = target * width + unpackMove(move).thread + 1
      for (let last = 0; last < width; last++) this.relax(state * width + last, into, t)
    }
  }

  private relax(cell: number, into: number, transition: number): void {
    const reached = this.switches[cell] as number
    if (reached === UNREACHED) return
    const switches = reached + switchBetween(cell % this.width, this.transitions.move(transition))
    if (switches >= (this.switches[into] as number)) return
    this.switches[into] = switches
    this.before[into] = cell
    this.via[into] = transition
  }

  private walk(end: number, { state, move }: WayEnd): Walk {
    const moves = move === undefined ? [] : [move]
    const states = [state]
    for (let cell = end; cell >= this.width; cell = this.before[cell] as number) {
      moves.push(this.transitions.move(this.via[cell] as number))
      states.push(Math.floor((this.before[cell] as number) / this.width))
    }
    return { moves: moves.reverse(), states: states.reverse() }
  }
}

/** 1 where the move is of another thread than the last one (number + 1; 0 for none). */
function switchBetween(last: number, move: PackedMove): number {
  return last === 0 || unpackMove(move).thread + 1 === last ? 0 : 1
}
