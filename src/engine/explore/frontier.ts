/** States found and not yet expanded, first in, first out, each as its difference to the base (exploredMemory.ts). */

const CHUNK_WORDS = 1 << 16

interface Chunk {
  words: Int32Array
  /** Words written. */
  end: number
}

export class Frontier {
  /** States waiting. */
  count = 0
  private readonly chunks: Chunk[] = []
  private head = 0

  /** Bytes of what waits. */
  get bytes(): number {
    return this.chunks.reduce((sum, chunk) => sum + chunk.words.byteLength, 0)
  }

  /** Adds a state; `encode` writes at most `size` words and answers where it ended. */
  push(size: number, encode: (into: Int32Array, from: number) => number): void {
    let chunk = this.chunks.at(-1)
    if (chunk === undefined || chunk.end + size + 1 > chunk.words.length) {
      chunk = { words: new Int32Array(Math.max(CHUNK_WORDS, size + 1)), end: 0 }
      this.chunks.push(chunk)
    }
    const start = chunk.end + 1
    const end = encode(chunk.words, start)
    chunk.words[chunk.end] = end - start
    chunk.end = end
    this.count++
  }

  /** Hands the first state to `decode` and drops it. Only while `count` is not 0. */
  shift(decode: (from: Int32Array, start: number, end: number) => void): void {
    let chunk = this.chunks[0]
    while (chunk !== undefined && this.head === chunk.end && this.chunks.length > 1) {
      this.chunks.shift()
      this.head = 0
      chunk = this.chunks[0]
    }
    if (chunk === undefined) return
    const start = this.head + 1
    const end = start + (chunk.words[this.head] as number)
    this.head = end
    this.count--
    decode(chunk.words, start, end)
  }
}
