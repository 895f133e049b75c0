import type { Choice } from '../machine'
import type { Schedule, ScheduleChoice } from './schedule'
import type { Scheduler } from './scheduler'

/** Follows a recorded schedule; stops where it ends or where it asks for a step that is not possible. */
export function replayScheduler(schedule: Schedule): Scheduler {
  let next = 0
  return {
    choose(choices) {
      const wanted = schedule.choices[next]
      if (wanted === undefined) return undefined
      next++
      return choices.find((choice) => isSame(choice, wanted))
    },
  }
}

function isSame(choice: Choice, wanted: ScheduleChoice): boolean {
  return typeof wanted === 'number'
    ? choice.thread === wanted && choice.kind === 'proceed'
    : choice.thread === wanted.timeout && choice.kind === 'timeout'
}
