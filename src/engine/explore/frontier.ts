/** States found and not yet expanded, each with its number and its difference to the base (exploredMemory.ts). */

const FIRST_CHUNK_WORDS = 1 << 10
const CHUNK_WORDS = 1 << 16

interface Chunk {
  readonly words: Int32Array
  /** Words written. */
  end: number
}

/** Hands over the number of a state and where its words stand. */
export type Decoder = (state: number, from: Int32Array, start: number, end: number) => void

/** An entry: number of the state, its words, and how many they are (behind them, to be read from either side). */
export class Frontier {
  /** States waiting. */
  count = 0
  /** Bytes of what waits. */
  bytes = 0
  private readonly chunks: Chunk[] = []
  private head = 0

  /** `isStack`: last in, first out; else first in, first out. */
  constructor(private readonly isStack: boolean) {}

  /** Adds a state; `encode` writes at most `size` words and answers where it ended. */
  push(state: number, size: number, encode: (into: Int32Array, from: number) => number): void {
    let chunk = this.chunks.at(-1)
    if (chunk === undefined || chunk.end + size + 3 > chunk.words.length) {
      const usual = chunk === undefined ? FIRST_CHUNK_WORDS : CHUNK_WORDS
      chunk = { words: new Int32Array(Math.max(usual, size + 3)), end: 0 }
      this.chunks.push(chunk)
      this.bytes += chunk.words.byteLength
    }
    const { words } = chunk
    const start = chunk.end + 2
    const end = encode(words, start)
    words[chunk.end] = state
    words[chunk.end + 1] = end - start
    words[end] = end - start
    chunk.end = end + 1
    this.count++
  }

  /** Hands the next state to `decode` and drops it. Only while `count` is not 0. */
  take(decode: Decoder): void {
    this.count--
    if (this.isStack) this.takeLast(decode)
    else this.takeFirst(decode)
  }

  private takeFirst(decode: Decoder): void {
    let chunk = this.chunks[0]
    while (chunk !== undefined && this.head === chunk.end && this.chunks.length > 1) {
      this.drop(this.chunks.shift())
      this.head = 0
      chunk = this.chunks[0]
    }
    if (chunk === undefined) return
    const start = this.head + 2
    const end = start + (chunk.words[this.head + 1] as number)
    const state = chunk.words[this.head] as number
    this.head = end + 1
    decode(state, chunk.words, start, end)
  }

  private takeLast(decode: Decoder): void {
    let chunk = this.chunks.at(-1)
    while (chunk?.end === 0 && this.chunks.length > 1) {
      this.drop(this.chunks.pop())
      chunk = this.chunks.at(-1)
    }
    if (chunk === undefined) return
    const end = chunk.end - 1
    const start = end - (chunk.words[end] as number)
    chunk.end = start - 2
    decode(chunk.words[start - 2] as number, chunk.words, start, end)
  }

  private drop(chunk: Chunk | undefined): void {
    this.bytes -= chunk?.words.byteLength ?? 0
  }
}
