/** States found and not yet expanded, each with its number and some words that tell it. */

import type { SearchBase } from './search'

const FIRST_CHUNK_WORDS = 1 << 10
const CHUNK_WORDS = 1 << 16

/** Entries, one after another. */
export interface Chunk {
  readonly words: Int32Array
  /** Words written. */
  end: number
}

/** Words of an entry besides those of the state. */
const OVERHEAD = 6
/** Those of them that stand before the words of the state. */
const HEAD = 5

/**
 * An entry: number of the state, how many words it has, fingerprint, a note, its words, and again how many they are (to be
 * read from either side).
 */
export class Frontier {
  /** States waiting. */
  count = 0
  /** Bytes of what waits. */
  bytes = 0
  /** Of the state taken last: its words, how many they are, its fingerprint, and what was noted of it. */
  words = new Int32Array(1 << 8)
  length = 0
  low = 0
  high = 0
  note = 0
  readonly chunks: Chunk[] = []
  /** Dropped last: the next one that is needed. */
  private spare: Chunk | undefined
  private head = 0

  /** `isStack`: last in, first out; else first in, first out. `chunks`: of another frontier, which are taken over. */
  constructor(
    private readonly isStack: boolean,
    chunks: readonly Chunk[] = [],
  ) {
    for (const chunk of chunks) {
      this.chunks.push(chunk)
      this.bytes += chunk.words.byteLength
      for (let at = 0; at < chunk.end; at += (chunk.words[at + 1] as number) + OVERHEAD)
        this.count++
    }
  }

  /** Adds a state that the first `length` of `words` tell, with its fingerprint, and a number to be noted. */
  push(
    state: number,
    words: Int32Array,
    length: number,
    { low, high }: SearchBase,
    note = 0,
  ): void {
    const chunk = this.chunkFor(length + OVERHEAD)
    const to = chunk.words
    let at = chunk.end
    to[at++] = state
    to[at++] = length
    to[at++] = low
    to[at++] = high
    to[at++] = note
    for (let i = 0; i < length; i++) to[at++] = words[i] as number
    to[at++] = length
    chunk.end = at
    this.count++
  }

  /** Takes the next state, and answers its number. Only while `count` is not 0. */
  take(): number {
    this.count--
    return this.isStack ? this.takeLast() : this.takeFirst()
  }

  private chunkFor(size: number): Chunk {
    const last = this.chunks.at(-1)
    if (last !== undefined && last.end + size <= last.words.length) return last
    const usual = last === undefined ? FIRST_CHUNK_WORDS : CHUNK_WORDS
    const chunk = this.reused(size) ?? { words: new Int32Array(Math.max(usual, size)), end: 0 }
    this.chunks.push(chunk)
    this.bytes += chunk.words.byteLength
    return chunk
  }

  private reused(size: number): Chunk | undefined {
    const { spare } = this
    if (spare === undefined || spare.words.length < Math.max(size, CHUNK_WORDS)) return undefined
    this.spare = undefined
    spare.end = 0
    return spare
  }

  /** The number of the state that would be taken next, first in, first out; undefined where none waits. */
  first(): number | undefined {
    return this.count === 0 ? undefined : this.front()?.words[this.head]
  }

  /** The chunk at whose `head` the first state stands. */
  private front(): Chunk | undefined {
    let chunk = this.chunks[0]
    while (chunk !== undefined && this.head === chunk.end && this.chunks.length > 1) {
      this.drop(this.chunks.shift())
      this.head = 0
      chunk = this.chunks[0]
    }
    return chunk
  }

  private takeFirst(): number {
    const chunk = this.front()
    if (chunk === undefined) return 0
    const start = this.head
    this.head += this.read(chunk.words, start) + OVERHEAD
    return chunk.words[start] as number
  }

  private takeLast(): number {
    let chunk = this.chunks.at(-1)
    while (chunk?.end === 0 && this.chunks.length > 1) {
      this.drop(this.chunks.pop())
      chunk = this.chunks.at(-1)
    }
    if (chunk === undefined) return 0
    chunk.end -= (chunk.words[chunk.end - 1] as number) + OVERHEAD
    this.read(chunk.words, chunk.end)
    return chunk.words[chunk.end] as number
  }

  /** Copies the words of the entry at `start`; answers how many. */
  private read(from: Int32Array, start: number): number {
    const length = from[start + 1] as number
    if (length > this.words.length) this.words = new Int32Array(2 * length)
    const to = this.words
    for (let i = 0; i < length; i++) to[i] = from[start + HEAD + i] as number
    this.length = length
    this.low = from[start + 2] as number
    this.high = from[start + 3] as number
    this.note = from[start + 4] as number
    return length
  }

  private drop(chunk: Chunk | undefined): void {
    this.bytes -= chunk?.words.byteLength ?? 0
    this.spare = chunk
  }
}
