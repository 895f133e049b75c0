/** Milliseconds on a clock that never goes back and is the same in every thread of the process. */
export function nowMs(): number {
  return performance.now()
}

/**
 * A clock of microseconds since `startMs` (a reading of `now` taken by whoever began the run), as whole numbers that fit
 * a word for 35 minutes and stay at the largest word after that.
 */
export function createClock(startMs: number, now: () => number = nowMs): () => number {
  return () => Math.min(MAXIMUM_WORD, Math.max(0, Math.round((now() - startMs) * 1000)))
}

const MAXIMUM_WORD = 2 ** 31 - 1
