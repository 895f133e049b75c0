/**
 * The states a search has found: 64-bit fingerprints in a table with open addressing, and for each state, in the order
 * of discovery, how it was reached. Two different states with one fingerprint are taken for one; for n states the
 * probability of any such pair is below n² / 2⁶⁵.
 */
import { LimitError } from '../machine'

/** A choice in one byte: the thread, and whether its timed wait runs out. */
export type PackedMove = number

const TIMEOUT = 1 << 7

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
/** What the arrays of states grow by: little is kept in vain, and each state is copied a few times. */
const GROWTH = 1.25

export class StateStore {
  /** States found. */
  count = 0
  private capacity = FIRST_CAPACITY
  /** Fingerprints, low half and high half in turn. */
  private fingerprints = new Int32Array(2 * FIRST_CAPACITY)
  private parents = new Int32Array(FIRST_CAPACITY)
  private moves = new Uint8Array(FIRST_CAPACITY)
  /** Moves of the way from the parent behind the first one, by state. */
  private readonly further = new Map<number, readonly PackedMove[]>()
  private furtherBytes = 0
  /** State number + 1, by hash; 0 is free. A power of two, at most 3/4 full. */
  private table = new Int32Array(FIRST_CAPACITY * 2)
  private mask = FIRST_CAPACITY * 2 - 1

  /** Bytes of the tables. */
  get bytes(): number {
    return STATE_BYTES * this.capacity + this.table.byteLength + this.furtherBytes
  }

  /** The number of the state, or undefined. */
  find(low: number, high: number): number | undefined {
    const { table, fingerprints, mask } = this
    for (let at = low & mask; ; at = (at + 1) & mask) {
      const state = (table[at] as number) - 1
      if (state < 0) return undefined
      if (fingerprints[2 * state] === low && fingerprints[2 * state + 1] === high) return state
    }
  }

  /** Adds a state that `find` did not find, with the move from `parent`, which is -1 for the first. */
  add(low: number, high: number, parent: number, move: PackedMove): number {
    if (this.count === this.capacity) this.growStates()
    if ((this.count + 1) * 4 > this.table.length * 3) this.growTable()
    const state = this.count++
    this.fingerprints[2 * state] = low
    this.fingerprints[2 * state + 1] = high
    this.parents[state] = parent
    this.moves[state] = move
    this.insert(state)
    return state
  }

  /** The same, with several moves, at least one. */
  addBehind(low: number, high: number, parent: number, way: readonly PackedMove[]): number {
    const state = this.add(low, high, parent, way[0] ?? 0)
    if (way.length > 1) {
      this.further.set(state, way.slice(1))
      this.furtherBytes += FURTHER_BYTES + 4 * (way.length - 1)
    }
    return state
  }

  lowOf(state: number): number {
    return this.fingerprints[2 * state] as number
  }

  highOf(state: number): number {
    return this.fingerprints[2 * state + 1] as number
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

  private insert(state: number): void {
    const { table, mask } = this
    let at = (this.fingerprints[2 * state] as number) & mask
    while (table[at] !== 0) at = (at + 1) & mask
    table[at] = state + 1
  }

  private growStates(): void {
    this.capacity = Math.floor(GROWTH * this.capacity)
    if (this.capacity > MOST_STATES) throw new LimitError('heap', MOST_STATES)
    const { fingerprints, parents, moves, capacity } = this
    this.fingerprints = new Int32Array(2 * capacity)
    this.fingerprints.set(fingerprints)
    this.parents = new Int32Array(capacity)
    this.parents.set(parents)
    this.moves = new Uint8Array(capacity)
    this.moves.set(moves)
  }

  private growTable(): void {
    this.table = new Int32Array(this.table.length * 2)
    this.mask = this.table.length - 1
    for (let state = 0; state < this.count; state++) this.insert(state)
  }
}

/** Of a state, besides its entry in the table. */
const STATE_BYTES = 13
const MOST_STATES = 2 ** 28
