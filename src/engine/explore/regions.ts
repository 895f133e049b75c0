/**
 * Whose word an address is, in the memory of an exploration: each thread's stack and objects stand in a region of its own.
 * Words of the machine, globals, and whatever was made before the first choice belong to nobody.
 */
import { CHUNK_WORDS, MAXIMUM_THREADS, THREAD, THREAD_WORDS, threadAddress } from '../machine'

/** Words for a thread's objects, which stand behind its stack. The main thread makes most of them. */
const MAIN_OBJECT_WORDS = 8 * CHUNK_WORDS
const OBJECT_WORDS = 2 * CHUNK_WORDS

const CONTROL_START = threadAddress(0)
const CONTROL_END = threadAddress(MAXIMUM_THREADS)

/** Of nobody. */
export const NOBODY = -1

export class Regions {
  /** By thread: where objects made after the base begin. */
  readonly youngStart = new Int32Array(MAXIMUM_THREADS)

  /**
   * @param start first word after what the program occupies from the beginning.
   * @param stackWords words of a stack.
   */
  constructor(
    readonly start: number,
    readonly stackWords: number,
  ) {}

  /** First word of the region of `thread`. */
  of(thread: number): number {
    const main = thread === 0 ? 0 : this.stackWords + MAIN_OBJECT_WORDS
    return this.start + main + Math.max(0, thread - 1) * this.words
  }

  /** Words of the region of any thread but the main one. */
  private get words(): number {
    return this.stackWords + OBJECT_WORDS
  }

  /** The thread in whose region the address lies. */
  threadAt(address: number): number {
    if (address < this.start) return NOBODY
    const thread = Math.max(0, Math.floor((address - this.of(1)) / this.words) + 1)
    return thread < MAXIMUM_THREADS ? thread : NOBODY
  }

  /**
   * The thread whose private word it is: in its control block (but for its status, which others read), on its stack, or
   * where its objects are made after the base.
   */
  ownerOf(address: number): number {
    if (address < CONTROL_START) return NOBODY
    if (address < CONTROL_END) {
      const field = (address - CONTROL_START) % THREAD_WORDS
      return field === THREAD.status ? NOBODY : Math.floor((address - CONTROL_START) / THREAD_WORDS)
    }
    const thread = this.threadAt(address)
    if (thread === NOBODY) return NOBODY
    const isStack = address < this.of(thread) + this.stackWords
    return isStack || address >= (this.youngStart[thread] as number) ? thread : NOBODY
  }
}
