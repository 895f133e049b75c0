/**
 * How many states an exploration may expand before its host looks at the clock: as many as take some tens of milliseconds.
 * In one program that is thousands; in another each step computes for as long before anybody can see it.
 */
export class Pace {
  /** For the next slice. */
  states = 1

  /** The last slice took so many milliseconds. */
  heed(tookMs: number): void {
    if (tookMs > MOST_MS) this.states = Math.max(1, Math.floor((this.states * MOST_MS) / tookMs))
    else if (2 * tookMs < MOST_MS) this.states = Math.min(MOST_STATES, 2 * this.states)
  }
}

const MOST_MS = 40
const MOST_STATES = 512
