import { grown } from '../../base'
import {
  CHUNK_WORDS,
  MACHINE,
  MAXIMUM_OBJECT_WORDS,
  SIZE_SHIFT,
  THREAD,
  threadAddress,
  type ObjectKind,
} from './layout'
import type { Value } from './value'
import { LimitError } from './limits'

/**
 * The words of a run. All code of the machine reads `words` directly (and afresh after an allocation, which may replace
 * the array) and changes them only through `write`.
 */
export interface Memory {
  /** The word there. */
  word(address: number): number
  /** The words there, from `from` up to `to`: not to be written to, and only until the next write. */
  wordsAt(from: number, to: number): Int32Array
  write(address: number, value: number): void
  /** The thread whose arena `allocate` uses. */
  arena: number
  /**
   * A new object of `size` words (header included): header written, the rest zero.
   * @throws LimitError `heap` when the memory is used up or the object is too large.
   */
  allocate(kind: ObjectKind, size: number): number
  /** Words of a thread's stack; STACK_WORDS when it does not say. */
  readonly stackWords?: number
  /** `size` consecutive zero words, e.g. for a stack, that thread `owner` will use. */
  reserve(size: number, owner: number): number
}

/** Allocation within the arena of the current thread; `reserve` fetches chunks. Shared by both memories. */
export function allocateInArena(memory: Memory, kind: ObjectKind, size: number): number {
  if (size > MAXIMUM_OBJECT_WORDS) throw new LimitError('heap', MAXIMUM_OBJECT_WORDS)
  const control = threadAddress(memory.arena)
  let address = memory.word(control + THREAD.arenaNext)
  const end = memory.word(control + THREAD.arenaEnd)
  if (address + size > end) {
    const chunk = Math.max(CHUNK_WORDS, size)
    address = memory.reserve(chunk, memory.arena)
    memory.write(control + THREAD.arenaEnd, address + chunk)
  }
  memory.write(control + THREAD.arenaNext, address + size)
  memory.write(address, kind | (size << SIZE_SHIFT))
  return address
}

/** A point in the trail to go back to. */
export type TrailMark = number

const INITIAL_WORDS = 1 << 16

/**
 * Memory of a simulated or explored run: every change goes on a trail, so that going back is exact, and into a running
 * 64-bit hash (two independent 32-bit lanes, exclusive-or of a mix of address and value of every non-zero word, after
 * Zobrist 1970), so that a state is recognised without being read. Cost: a few nanoseconds per changed word.
 */
export class TrailMemory implements Memory {
  words = new Int32Array(INITIAL_WORDS)
  arena = 0
  hashLow = 0
  hashHigh = 0
  private trail = new Int32Array(1 << 12)
  private trailLength = 0

  /**
   * @param limitWords bound of the memory in words.
   * @param keepsTrail false for a run that never goes back: no trail (8 bytes for each changed word) and no hash.
   */
  constructor(
    private readonly limitWords: number,
    readonly keepsTrail = true,
  ) {}

  word(address: number): number {
    return this.words[address] as number
  }

  wordsAt(from: number, to: number): Int32Array {
    return this.words.subarray(from, to)
  }

  write(address: number, value: number): void {
    const old = this.words[address] as number
    if (old === value) return
    this.words[address] = value
    if (!this.keepsTrail) return
    this.remember(address, old)
    this.rehash(address, old, value)
  }

  allocate(kind: ObjectKind, size: number): number {
    return allocateInArena(this, kind, size)
  }

  reserve(size: number): number {
    const address = this.words[MACHINE.nextChunk] as number
    const end = address + size
    if (end > this.limitWords) throw new LimitError('heap', this.limitWords)
    this.ensure(end)
    this.write(MACHINE.nextChunk, end)
    return address
  }

  /** Makes the array at least `end` words long. */
  ensure(end: number): void {
    if (end <= this.words.length) return
    this.words = grown(this.words, Math.min(this.limitWords, Math.max(end, this.words.length * 2)))
  }

  mark(): TrailMark {
    return this.trailLength
  }

  /** Undoes every write since `mark`, newest first. Cost: proportional to their number. */
  undoTo(mark: TrailMark): void {
    while (this.trailLength > mark) {
      const old = this.trail[--this.trailLength] as number
      const address = this.trail[--this.trailLength] as number
      this.rehash(address, this.words[address] as number, old)
      this.words[address] = old
    }
  }

  private rehash(address: number, old: Value, value: Value): void {
    if (old !== 0) {
      this.hashLow ^= mix(address, old, 0x9e3779b1)
      this.hashHigh ^= mix(address, old, 0x85ebca77)
    }
    if (value !== 0) {
      this.hashLow ^= mix(address, value, 0x9e3779b1)
      this.hashHigh ^= mix(address, value, 0x85ebca77)
    }
  }

  private remember(address: number, old: number): void {
    if (this.trailLength + 2 > this.trail.length) this.trail = grown(this.trail)
    this.trail[this.trailLength++] = address
    this.trail[this.trailLength++] = old
  }
}

/** murmur3's finaliser over address and value; `lane` chooses one of independent hashes. */
export function mix(address: number, value: number, lane: number): number {
  let h = Math.imul(address ^ lane, 0xcc9e2d51) ^ Math.imul(value + lane, 0x1b873593)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
