/**
 * Seeded pseudo-random numbers: splitmix32 (Steele, Lea, Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014, 32-bit variant). Same seed, same sequence, on every machine. Not for secrets.
 */
export interface Prng {
  /** The next integer in [0, bound). `bound` is 1…2^31. Uses rejection, so every value is equally likely. */
  below(bound: number): number
  /** As if `below(1)` had been called `times` times. Cost: constant. */
  skip(times: number): void
}

/** A generator from an integer seed; only its low 32 bits count. */
export function createPrng(seed: number): Prng {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
  return {
    below(bound) {
      // A power of two divides 2^32: nothing to reject, and the remainder is a mask.
      if ((bound & (bound - 1)) === 0) return next() & (bound - 1)
      const limit = 0x100000000 - (0x100000000 % bound)
      let value = next()
      while (value >= limit) value = next()
      return value % bound
    },
    skip(times) {
      state = (state + Math.imul(0x9e3779b9, times)) | 0
    },
  }
}
