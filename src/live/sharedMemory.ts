import {
  allocateInArena,
  LimitError,
  MACHINE,
  type Memory,
  type ObjectKind,
} from '../engine/machine'

/**
 * Memory of a live run: one array of shared words that every worker of the run sees. Writes are plain
 * stores; what needs an order has it from the locks around it. The array never grows, so `words` never changes.
 */
export class SharedMemory implements Memory {
  /**
   * @param words the heap of the run, shared; its length is the bound of the memory.
   * @param arena the thread that runs in this worker.
   */
  constructor(
    readonly words: Int32Array,
    public arena: number,
  ) {}

  word(address: number): number {
    return this.words[address] as number
  }

  wordsAt(from: number, to: number): Int32Array {
    return this.words.subarray(from, to)
  }

  write(address: number, value: number): void {
    this.words[address] = value
  }

  allocate(kind: ObjectKind, size: number): number {
    return allocateInArena(this, kind, size)
  }

  /**
   * One atomic addition. A request that does not fit is taken back: while it stands no other can succeed, so two
   * threads never get the same words.
   */
  reserve(size: number): number {
    const address = Atomics.add(this.words, MACHINE.nextChunk, size)
    if (address + size > this.words.length) {
      Atomics.sub(this.words, MACHINE.nextChunk, size)
      throw new LimitError('heap', this.words.length)
    }
    return address
  }

  /** All words zero again, for another run; only while no worker uses the memory. Cost: what the last run reserved. */
  clear(): void {
    this.words.fill(0, 0, this.words[MACHINE.nextChunk])
  }
}
