/**
 * What one worker has of a search that several make: the states that it was the first to find. Waiting states are expanded
 * in *batches* of consecutive numbers, each worker its own of them. The keys by which new states were found (sharedTable.ts)
 * are marked as bits of one shared array; the number of a state is the count of the bits before its own. That is the order
 * in which a single worker would have found them, so that states, numbers and parents do not depend on how many there are.
 */
import { grown } from '../../base'
import type { State } from './components'
import type { FoundViolation } from './findings'
import type { Bound } from './result'
import type { SharedTable } from './sharedTable'
import { packMove, unpackMove, type PackedMove } from './stateStore'

/** States to be expanded: numbers `from` to below `to`, and how many keys there are for each. */
export interface Batch {
  readonly from: number
  readonly to: number
  readonly stride: number
}

/** A violation, and when a single worker would have come across it: expanding state `at`, with thread `by`. */
export interface SharedViolation extends FoundViolation {
  readonly at: number
  readonly by: number
}

/** Keys of a batch at most, with and without timeout for each thread of each state. */
export const MOST_KEYS = 2 ** 19

/** Words of a state that waits for its number, before its variables: entry of the table, key, how many they are, fingerprint. */
const HEAD = 5

const NO_BATCH: Batch = { from: 0, to: 0, stride: 1 }

export class Share {
  batch = NO_BATCH
  /** Of the batch at hand, in no order. */
  violations: SharedViolation[] = []
  /** The first bound that a step of the batch at hand has met. */
  bound: { readonly at: number; readonly bound: Bound } | undefined
  /** States found first by this worker in the batch at hand. */
  private words = new Int32Array(1 << 14)
  private end = 0
  private starts: number[] = []

  /** `marks`: shared, a bit for each key of a batch. */
  constructor(
    public table: SharedTable,
    private readonly marks: Int32Array,
  ) {}

  get bytes(): number {
    return this.words.byteLength
  }

  begin(batch: Batch): void {
    this.batch = batch
    this.violations = []
    this.bound = undefined
    this.end = 0
    this.starts = []
  }

  /** Comes from `state` of the batch to a state of this fingerprint. Answers its number, FOUND_FIRST or FOUND_AGAIN. */
  claim(low: number, high: number, state: number, move: PackedMove): number {
    const { from, stride } = this.batch
    return this.table.claim(low, high, (state - from) * stride + placeOf(move))
  }

  /** Keeps the state of the last `claim`, which was FOUND_FIRST, until it has its number. */
  keep({ values, low, high }: State, length: number): void {
    const { end } = this
    const needed = end + HEAD + length
    if (needed > this.words.length) this.words = grown(this.words, 2 * needed)
    this.words[end] = this.table.entry
    this.words[end + 2] = length
    this.words[end + 3] = low
    this.words[end + 4] = high
    for (let i = 0; i < length; i++) this.words[end + HEAD + i] = values[i] as number
    this.starts.push(end)
    this.end = needed
  }

  /** When the batch is expanded: marks the keys of the states that are kept. */
  mark(): void {
    const { words, table } = this
    // All keys first: they are in no cache, and an atomic operation would wait for each.
    for (const start of this.starts) words[start + 1] = table.keyAt(words[start] as number)
    for (const start of this.starts) {
      const key = words[start + 1] as number
      Atomics.or(this.marks, key >>> 5, 1 << (key & 31))
    }
  }

  /**
   * When all have marked: reads each state that was kept into `state`, in the order of their numbers, the first one found
   * in the batch being `first`, and hands over its number, the smallest key, and how many variables it had.
   */
  number(
    first: number,
    state: State,
    visit: (number: number, key: number, length: number) => void,
  ): void {
    const { table, words } = this
    const byRank = this.byRank()
    for (let rank = 0; rank < byRank.length; rank++) {
      const start = byRank[rank] as number
      if (start < 0) continue
      const entry = words[start] as number
      const key = words[start + 1] as number
      table.number(entry, first + rank)
      const length = words[start + 2] as number
      if (state.values.length < length) state.values = new Int32Array(2 * length)
      for (let i = 0; i < length; i++) state.values[i] = words[start + HEAD + i] as number
      state.low = words[start + 3] as number
      state.high = words[start + 4] as number
      visit(first + rank, key, length)
    }
  }

  /** When all have marked: hands over parent and move of each state found in the batch, by number. */
  eachMarked(visit: (parent: number, move: PackedMove) => void): void {
    const { from, to, stride } = this.batch
    const used = ((to - from) * stride + 31) >>> 5
    for (let i = 0; i < used; i++) {
      for (let bits = this.marks[i] as number; bits !== 0; bits &= bits - 1) {
        const key = 32 * i + 31 - Math.clz32(bits & -bits)
        visit(from + Math.floor(key / stride), packMove((key % stride) >>> 1, (key & 1) !== 0))
      }
    }
  }

  /** Where the states that are kept stand, by their place among all that were found in the batch; -1 for those of others. */
  private byRank(): Int32Array {
    const { from, to, stride } = this.batch
    const used = ((to - from) * stride + 31) >>> 5
    const ranks = new Int32Array(used + 1)
    for (let i = 0; i < used; i++) {
      ranks[i + 1] = (ranks[i] as number) + bitCount(this.marks[i] as number)
    }
    const byRank = new Int32Array(ranks[used] as number).fill(-1)
    for (const start of this.starts) {
      const key = this.words[start + 1] as number
      const before = (this.marks[key >>> 5] as number) & ((1 << (key & 31)) - 1)
      byRank[(ranks[key >>> 5] as number) + bitCount(before)] = start
    }
    return byRank
  }
}

/** The place of a move among those of a state: by thread. */
function placeOf(move: PackedMove): number {
  const { thread, isTimeout } = unpackMove(move)
  return 2 * thread + (isTimeout ? 1 : 0)
}

export function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
