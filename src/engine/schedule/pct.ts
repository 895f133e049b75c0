/**
 * Random priorities (PCT, probabilistic concurrency testing: Burckhardt, Kothari, Musuvathi and Nagarakatte 2010). Each thread
 * gets a random priority when it is first seen, and of those that can run the one of the highest does; at a few random
 * steps the thread about to run is put behind all that were not. A failure that needs d orders between steps, however long
 * the run, is found with a probability of at least 1 / (n · k^(d-1)) for n threads and k steps: where a random choice at
 * each step would have to fall the same way a hundred times, here one priority does.
 *
 * Two things differ from the paper. How many steps a run will have is not known: a power of two is guessed, which costs
 * the number of powers in probability. And a thread that goes on and on while others could run (it looks again and again
 * whether something has changed) is put behind all others, or the run might not end.
 */
import { createPrng, type Prng } from '../../base'
import type { Choice } from '../machine'
import { dueChoices, type Scheduler } from './scheduler'

/** Orders between steps that a failure needs, for which there are changes of priority: most need one or two. */
const DEPTH = 3

/** The guesses of the number of steps at which more than one thread can run: 2³ to 2¹². */
const LEAST_EXPONENT = 3
const EXPONENTS = 10

/** Steps in a row of one thread, while others could run, after which they go first. */
const MOST_IN_A_ROW = 1000

/** Same seed, same run. */
export function pctScheduler(seed: number): Scheduler {
  const prng = createPrng(seed)
  const changes = changesOf(prng)
  /** By thread; changed ones are below all others. */
  const priorities: number[] = []
  let steps = 0
  let last = -1
  let inARow = 0
  let behind = 0

  const priorityOf = (thread: number): number =>
    (priorities[thread] ??= DEPTH + prng.below(2 ** 30))
  const highest = (choices: readonly Choice[]): Choice | undefined => {
    let best: Choice | undefined
    for (const choice of choices) {
      const priority = priorityOf(choice.thread)
      if (best === undefined || priority > priorityOf(best.thread)) best = choice
    }
    return best
  }

  return {
    choose(choices, now) {
      const due = dueChoices(choices, now)
      const first = highest(due)
      if (first === undefined || due.length === 1) {
        inARow = 0
        return first
      }
      inARow = first.thread === last ? inARow + 1 : 0
      const change = changes.get(steps++)
      if (change !== undefined) priorities[first.thread] = change
      if (inARow >= MOST_IN_A_ROW) priorities[first.thread] = --behind
      const chosen = highest(due)
      if (chosen?.thread !== first.thread) inARow = 0
      last = chosen?.thread ?? -1
      return chosen
    },
    pass({ thread }) {
      // As in `choose`, where it is the only one.
      priorityOf(thread)
      inARow = 0
    },
  }
}

/** By step, the priority that the thread about to run then gets: 1 to `DEPTH` - 1. */
function changesOf(prng: Prng): Map<number, number> {
  const steps = 2 ** (LEAST_EXPONENT + prng.below(EXPONENTS))
  return new Map(Array.from({ length: DEPTH - 1 }, (_, i) => [prng.below(steps), i + 1]))
}
