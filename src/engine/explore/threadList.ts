/** Some threads of a program, by number, in the order in which they were added. Made once and filled again and again. */
import { MAXIMUM_THREADS } from '../machine'

export class ThreadList {
  private readonly threads = new Uint8Array(MAXIMUM_THREADS)
  count = 0

  clear(): void {
    this.count = 0
  }

  /** Adds a thread that is not among them. */
  add(thread: number): void {
    this.threads[this.count++] = thread
  }

  /** The one at place `i`, below `count`. */
  at(i: number): number {
    return this.threads[i] as number
  }

  has(thread: number): boolean {
    for (let i = 0; i < this.count; i++) if (this.threads[i] === thread) return true
    return false
  }

  /** Makes it the same as another. */
  copy(from: ThreadList): void {
    this.count = from.count
    for (let i = 0; i < from.count; i++) this.threads[i] = from.threads[i] as number
  }

  /** Some of them, by number, to be kept. */
  filter(isWanted: (thread: number) => boolean): number[] {
    const wanted: number[] = []
    for (let i = 0; i < this.count; i++) if (isWanted(this.at(i))) wanted.push(this.at(i))
    return wanted
  }

  /** The same as bits of a positive number; 0 where some have none. */
  bits(): number {
    let bits = 0
    for (let i = 0; i < this.count; i++) {
      if (this.at(i) >= MOST_BITS) return 0
      bits |= 1 << this.at(i)
    }
    return bits
  }

  /** Makes it those of `bits`, in the order of their numbers. */
  take(bits: number): void {
    this.count = 0
    for (let thread = 0; thread < MOST_BITS; thread++) {
      if ((bits & (1 << thread)) !== 0) this.add(thread)
    }
  }
}

const MOST_BITS = 31
