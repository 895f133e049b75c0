import { grown } from '../../base'
import { MAXIMUM_THREADS, type Choice } from '../machine'
import type { ScheduleChoice } from './schedule'

/** Added to the number of a thread whose timed wait ran out. */
const TIMEOUT = MAXIMUM_THREADS

/** The choices that a run has taken, in order. A byte each: runs take hundreds of thousands. */
export class ChoiceLog {
  length = 0
  private bytes = new Uint8Array(1024)

  add({ thread, kind }: Choice): void {
    if (this.length === this.bytes.length) this.grow(this.length + 1)
    this.bytes[this.length++] = kind === 'proceed' ? thread : thread + TIMEOUT
  }

  /** Adds the last choice again, `times` times. */
  repeatLast(times: number): void {
    const length = this.length + times
    if (length > this.bytes.length) this.grow(length)
    const last = this.bytes[this.length - 1] ?? 0
    while (this.length < length) this.bytes[this.length++] = last
  }

  removeLast(): void {
    this.length = Math.max(0, this.length - 1)
  }

  /** The thread of the last choice; undefined at the start. */
  lastThread(): number | undefined {
    const last = this.length === 0 ? undefined : this.bytes[this.length - 1]
    return last === undefined ? undefined : last % TIMEOUT
  }

  /** All of them, as a schedule holds them. */
  choices(): ScheduleChoice[] {
    return Array.from(this.bytes.subarray(0, this.length), (byte) =>
      byte < TIMEOUT ? byte : { timeout: byte - TIMEOUT },
    )
  }

  private grow(least: number): void {
    this.bytes = grown(this.bytes, Math.max(least, 2 * this.bytes.length))
  }
}
