import { dueChoices, type Scheduler } from './scheduler'

/** Threads take turns in order of number, one step each. */
export function roundRobinScheduler(): Scheduler {
  let last = -1
  return {
    choose(choices, now) {
      const due = dueChoices(choices, now)
      const next = due.find((choice) => choice.thread > last) ?? due[0]
      if (next !== undefined) last = next.thread
      return next
    },
    pass(choice) {
      last = choice.thread
    },
  }
}
