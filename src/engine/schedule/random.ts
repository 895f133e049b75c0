import { createPrng } from '../../base'
import { dueChoices, type Scheduler } from './scheduler'

/** Takes each step from the threads that can make one, all equally likely. Same seed, same run. */
export function randomScheduler(seed: number): Scheduler {
  const prng = createPrng(seed)
  return {
    choose(choices, now) {
      const due = dueChoices(choices, now)
      return due[prng.below(due.length)]
    },
    // One number was drawn for each.
    pass(_choice, times) {
      prng.skip(times)
    },
  }
}
