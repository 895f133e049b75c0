/**
 * The states a search has found: 64-bit fingerprints in a table with open addressing, and for each state, in the order
 * of discovery, how it was reached. Two different states with one fingerprint are taken for one; for n states the
 * probability of any such pair is below n² / 2⁶⁵.
 */
import { grown } from '../../base'
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
/** What the arrays of states, and the table, grow by: little is kept in vain, and each state is copied a few times. */
const GROWTH = 1.25
const TABLE_GROWTH = 1.5

/** Words of an entry of the table. */
export const ENTRY_WORDS = 3
/** Entries of a table that is large enough for so many states: at most 3/4 are taken. */
export function entriesFor(states: number): number {
  return Math.ceil((states * 4) / 3) + 1
}

export class StateStore {
  /** States found. */
  count = 0
  private capacity = FIRST_CAPACITY
  private parents = new Int32Array(FIRST_CAPACITY)
  private moves = new Uint8Array(FIRST_CAPACITY)
  /** Moves of the way from the parent behind the first one, by state. */
  private readonly further = new Map<number, readonly PackedMove[]>()
  private furtherBytes = 0
  /**
   * Entries of low half, high half and number + 1 of a state; number 0 is free. One look at memory answers. In the order of
   * the low half, but for collisions: so that to grow is to copy from front to back.
   */
  private table = new Int32Array(ENTRY_WORDS * entriesFor(FIRST_CAPACITY))
  private entries = entriesFor(FIRST_CAPACITY)
  /** States that the table has room for. */
  private room = FIRST_CAPACITY
  /** Where `find` has looked last in vain, and for what; -1 where it is not known any more. */
  private freeAt = -1
  private freeLow = 0
  private freeHigh = 0

  /** Bytes of the tables. */
  get bytes(): number {
    return STATE_BYTES * this.capacity + this.table.byteLength + this.furtherBytes
  }

  /** Some word of the entry at which `find` will begin: who needs several has them loaded at once. */
  glance(low: number): number {
    return this.table[this.homeOf(low)] as number
  }

  /** The number of the state, or undefined. */
  find(low: number, high: number): number | undefined {
    const { table } = this
    for (let at = this.homeOf(low); ; at = this.after(at)) {
      const state = (table[at + 2] as number) - 1
      if (state < 0) {
        this.freeAt = at
        this.freeLow = low
        this.freeHigh = high
        return undefined
      }
      if (table[at] === low && table[at + 1] === high) return state
    }
  }

  /** Adds a state that `find` did not find, with the move from `parent`, which is -1 for the first. */
  add(low: number, high: number, parent: number, move: PackedMove): number {
    if (this.count === this.capacity) this.growStates()
    if (this.count === this.room) this.growTable()
    const state = this.count++
    this.parents[state] = parent
    this.moves[state] = move
    const isKnown = this.freeAt >= 0 && low === this.freeLow && high === this.freeHigh
    this.put(isKnown ? this.freeAt : this.freeFor(low), low, high, state)
    this.freeAt = -1
    return state
  }

  /** The same, with the first `moves` of `way`, at least one. */
  addBehind(
    low: number,
    high: number,
    parent: number,
    way: readonly PackedMove[],
    moves: number,
  ): number {
    const state = this.add(low, high, parent, way[0] ?? 0)
    if (moves > 1) {
      this.further.set(state, way.slice(1, moves))
      this.furtherBytes += FURTHER_BYTES + 4 * (moves - 1)
    }
    return state
  }

  /** The moves that lead from the first state to `state`, along the way on which it was found, and then `move`, if there is one. */
  path(state: number, move?: PackedMove): PackedMove[] {
    const path: PackedMove[] = move === undefined ? [] : [move]
    for (let at = state; (this.parents[at] as number) >= 0; at = this.parents[at] as number) {
      const further = this.further.get(at) ?? []
      for (let n = further.length - 1; n >= 0; n--) path.push(further[n] as number)
      path.push(this.moves[at] as number)
    }
    return path.reverse()
  }

  /** Where the search for a state of this low half begins. */
  private homeOf(low: number): number {
    return ENTRY_WORDS * Math.floor((low >>> 0) * (this.entries / 2 ** 32))
  }

  private after(at: number): number {
    return at + ENTRY_WORDS === this.table.length ? 0 : at + ENTRY_WORDS
  }

  private freeFor(low: number): number {
    let at = this.homeOf(low)
    while (this.table[at + 2] !== 0) at = this.after(at)
    return at
  }

  private put(at: number, low: number, high: number, state: number): void {
    this.table[at] = low
    this.table[at + 1] = high
    this.table[at + 2] = state + 1
  }

  /** Hands over each state that was entered in the table, in no order. */
  eachEntry(visit: (low: number, high: number, state: number) => void): void {
    const { table } = this
    for (let at = 0; at < table.length; at += ENTRY_WORDS) {
      const state = (table[at + 2] as number) - 1
      if (state >= 0) visit(table[at] as number, table[at + 1] as number, state)
    }
  }

  /** Gives the table back: from now on states are only appended, as somebody else finds them. */
  dropTable(): void {
    this.table = new Int32Array(0)
  }

  /** Adds a state that somebody else has found, once the table is dropped. */
  append(parent: number, move: PackedMove): void {
    if (this.count === this.capacity) this.growStates()
    this.parents[this.count] = parent
    this.moves[this.count++] = move
  }

  private growStates(): void {
    this.capacity = Math.floor(GROWTH * this.capacity)
    if (this.capacity > MOST_STATES) throw new LimitError('heap', MOST_STATES)
    this.parents = grown(this.parents, this.capacity)
    this.moves = grown(this.moves, this.capacity)
  }

  private growTable(): void {
    const old = this.table
    this.room = Math.floor(TABLE_GROWTH * this.room)
    this.entries = entriesFor(this.room)
    this.table = new Int32Array(ENTRY_WORDS * this.entries)
    for (let from = 0; from < old.length; from += ENTRY_WORDS) {
      const state = (old[from + 2] as number) - 1
      if (state < 0) continue
      const low = old[from] as number
      this.put(this.freeFor(low), low, old[from + 1] as number, state)
    }
    this.freeAt = -1
  }
}

/** Of a state, besides its entry in the table. */
const STATE_BYTES = 5
const MOST_STATES = 2 ** 28
