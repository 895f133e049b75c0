/**
 * How many states an exploration may expand before its host looks at the clock: as many as take some tens of milliseconds.
 * In one program that is all that it may be; in another each step computes for as long before anybody can see it.
 */
export class Pace {
  /** For the next slice. */
  states = 1

  /** `beganMs`: when the first slice begins, on a clock of the caller. */
  constructor(private beganMs: number) {}

  /** A slice has ended, and the next one begins. */
  heed(nowMs: number): void {
    const tookMs = nowMs - this.beganMs
    this.beganMs = nowMs
    if (tookMs > MOST_MS) this.states = Math.max(1, Math.floor((this.states * MOST_MS) / tookMs))
    else if (2 * tookMs < MOST_MS) this.states = Math.min(MOST_STATES, 2 * this.states)
  }
}

const MOST_MS = 40
const MOST_STATES = 64
