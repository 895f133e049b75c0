/**
 * The states a search has found: 64-bit fingerprints in a table with open addressing, and for each state, in the order
 * of discovery, how it was reached. Two different states with one fingerprint are taken for one; for n states the
 * probability of any such pair is below n² / 2⁶⁵.
 */
import { LimitError } from '../machine'

/** A choice in one word: the thread, and whether its timed wait runs out. */
export type PackedMove = number

const TIMEOUT = 1 << 15

export function packMove(thread: number, isTimeout: boolean): PackedMove {
  return isTimeout ? thread | TIMEOUT : thread
}

export function unpackMove(move: PackedMove): {
  readonly thread: number
  readonly isTimeout: boolean
} {
  return { thread: move & ~TIMEOUT, isTimeout: (move & TIMEOUT) !== 0 }
}

/** Of an entry of a map and an array, about. */
const FURTHER_BYTES = 64

const FIRST_CAPACITY = 1 << 10

export class StateStore {
  /** States found. */
  count = 0
  private low = new Int32Array(FIRST_CAPACITY)
  private high = new Int32Array(FIRST_CAPACITY)
  private parents = new Int32Array(FIRST_CAPACITY)
  private moves = new Uint16Array(FIRST_CAPACITY)
  /** Moves of the way from the parent behind the first one, by state. */
  private readonly further = new Map<number, readonly PackedMove[]>()
  private furtherBytes = 0
  /** State number + 1, by hash; 0 is free. A power of two, at most 3/4 full. */
  private table = new Int32Array(FIRST_CAPACITY * 2)

  /** Bytes of the tables. */
  get bytes(): number {
    const { low, moves, table, furtherBytes } = this
    return low.byteLength * 3 + moves.byteLength + table.byteLength + furtherBytes
  }

  /** The number of the state, or undefined. */
  find(low: number, high: number): number | undefined {
    const mask = this.table.length - 1
    for (let at = low & mask; ; at = (at + 1) & mask) {
      const entry = this.table[at] as number
      if (entry === 0) return undefined
      const state = entry - 1
      if (this.low[state] === low && this.high[state] === high) return state
    }
  }

  /** Adds a state that `find` did not find, with the way from `parent`, which is -1 for the first. */
  add(low: number, high: number, parent: number, way: readonly PackedMove[]): number {
    if (this.count === this.low.length) this.growStates()
    if ((this.count + 1) * 4 > this.table.length * 3) this.growTable()
    const state = this.count++
    this.low[state] = low
    this.high[state] = high
    this.parents[state] = parent
    this.moves[state] = way[0] ?? 0
    if (way.length > 1) this.addFurther(state, way.slice(1))
    this.insert(state)
    return state
  }

  lowOf(state: number): number {
    return this.low[state] as number
  }

  highOf(state: number): number {
    return this.high[state] as number
  }

  /** The moves that lead from the first state to `state`, along the way on which it was found. */
  path(state: number): PackedMove[] {
    const path: PackedMove[] = []
    for (let at = state; (this.parents[at] as number) >= 0; at = this.parents[at] as number) {
      const further = this.further.get(at) ?? []
      for (let n = further.length - 1; n >= 0; n--) path.push(further[n] as number)
      path.push(this.moves[at] as number)
    }
    return path.reverse()
  }

  private addFurther(state: number, moves: readonly PackedMove[]): void {
    this.further.set(state, moves)
    this.furtherBytes += FURTHER_BYTES + 4 * moves.length
  }

  private insert(state: number): void {
    const mask = this.table.length - 1
    let at = (this.low[state] as number) & mask
    while (this.table[at] !== 0) at = (at + 1) & mask
    this.table[at] = state + 1
  }

  private growStates(): void {
    const capacity = this.low.length * 2
    if (capacity > 2 ** 28) throw new LimitError('heap', 2 ** 28)
    const grow = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(capacity)
      grown.set(old)
      return grown
    }
    this.low = grow(this.low)
    this.high = grow(this.high)
    this.parents = grow(this.parents)
    const moves = new Uint16Array(capacity)
    moves.set(this.moves)
    this.moves = moves
  }

  private growTable(): void {
    this.table = new Int32Array(this.table.length * 2)
    for (let state = 0; state < this.count; state++) this.insert(state)
  }
}
