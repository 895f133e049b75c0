/**
 * The visited states of a search that several workers make: one table in shared memory. A worker enters a fingerprint by
 * compare-and-exchange. What comes to one state in the same batch from different sides is settled by the smallest *key*
 * (the place of the parent in the batch, then the move), which is what a single worker would have come by first; at the end
 * of the batch the state gets its number. Collisions as in stateStore.ts.
 */
import { ENTRY_WORDS, entriesFor } from './stateStore'

/** Words of an entry by offset. */
const LOW = 0
const HIGH = 1
/** 0: free; 1: being written; below 0: the smallest key so far, minus 2³¹; from 2 on: number + 2. */
const CLAIM = 2

const FREE = 0
const WRITING = 1
const NUMBERED = 2
const KEY = -(2 ** 31)

/** What `claim` answers of states that have no number yet. */
export const FOUND_FIRST = -1
export const FOUND_AGAIN = -2

export class SharedTable {
  /** Where the state of the last `claim` stands. */
  entry = 0
  private readonly words: Int32Array
  private readonly scale: number
  /** States that there is room for. */
  readonly room: number

  constructor(readonly memory: SharedArrayBuffer) {
    this.words = new Int32Array(memory)
    const entries = this.words.length / ENTRY_WORDS
    this.scale = entries / 2 ** 32
    this.room = Math.floor((entries * 3) / 4)
  }

  static for(states: number): SharedTable {
    return new SharedTable(new SharedArrayBuffer(4 * ENTRY_WORDS * entriesFor(states)))
  }

  get bytes(): number {
    return this.memory.byteLength
  }

  /** As of StateStore. */
  glance(low: number): number {
    return this.words[this.homeOf(low)] as number
  }

  /** Comes to a state by `key`. Answers its number, FOUND_FIRST or FOUND_AGAIN. There must be room. */
  claim(low: number, high: number, key: number): number {
    const { words } = this
    for (let at = this.homeOf(low); ; at = this.after(at)) {
      // A number was given before this batch began: it is read without the care that the claims of this batch need.
      const number = (words[at + CLAIM] as number) - NUMBERED
      if (number >= 0) {
        if (words[at + LOW] === low && words[at + HIGH] === high) return number
        continue
      }
      const claim = this.enter(at, low, high, KEY + key)
      if (claim === FREE) {
        this.entry = at
        return FOUND_FIRST
      }
      if (words[at + LOW] !== low || words[at + HIGH] !== high) continue
      this.lower(at, claim, KEY + key)
      return FOUND_AGAIN
    }
  }

  /** Enters a state that has its number already and that nobody else enters. */
  place(low: number, high: number, number: number): void {
    let at = this.homeOf(low)
    while (this.enter(at, low, high, NUMBERED + number) !== FREE) at = this.after(at)
  }

  /** Enters one of `parts` parts of the states of an older table, all of which have numbers. */
  absorb({ words }: SharedTable, part: number, parts: number): void {
    const entries = words.length / ENTRY_WORDS
    const start = ENTRY_WORDS * Math.floor((entries * part) / parts)
    const end = ENTRY_WORDS * Math.floor((entries * (part + 1)) / parts)
    for (let at = start; at < end; at += ENTRY_WORDS) {
      const claim = words[at + CLAIM] as number
      if (claim === FREE) continue
      this.place(words[at + LOW] as number, words[at + HIGH] as number, claim - NUMBERED)
    }
  }

  /** The smallest key by which the batch came to the state at `entry`. */
  keyAt(entry: number): number {
    return (this.words[entry + CLAIM] as number) - KEY
  }

  /** Gives a state its number. The others look at it after the next order only. */
  number(entry: number, number: number): void {
    this.words[entry + CLAIM] = NUMBERED + number
  }

  /** Takes the entry if it is free, and answers by what it was taken. If it was, it can be read afterwards. */
  private enter(at: number, low: number, high: number, claim: number): number {
    const { words } = this
    let found = Atomics.load(words, at + CLAIM)
    if (found === FREE) {
      found = Atomics.compareExchange(words, at + CLAIM, FREE, WRITING)
      if (found === FREE) {
        words[at + LOW] = low
        words[at + HIGH] = high
        Atomics.store(words, at + CLAIM, claim)
        return FREE
      }
    }
    // Two stores long.
    while (found === WRITING) found = Atomics.load(words, at + CLAIM)
    return found
  }

  private lower(at: number, known: number, claim: number): void {
    for (let seen = known; claim < seen;) {
      const found = Atomics.compareExchange(this.words, at + CLAIM, seen, claim)
      if (found === seen) return
      seen = found
    }
  }

  private homeOf(low: number): number {
    return ENTRY_WORDS * Math.floor((low >>> 0) * this.scale)
  }

  private after(at: number): number {
    return at + ENTRY_WORDS === this.words.length ? 0 : at + ENTRY_WORDS
  }
}
