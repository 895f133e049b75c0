import { pctScheduler } from './pct'
import { randomScheduler } from './random'
import { roundRobinScheduler } from './roundRobin'
import type { Scheduler } from './scheduler'

/** Schedulers that decide by themselves, as a user names them. */
export const SCHEDULER_NAMES = ['random', 'pct', 'round-robin'] as const
export type SchedulerName = (typeof SCHEDULER_NAMES)[number]

/** Whether runs of different seeds differ. */
export function heedsSeed(name: SchedulerName): boolean {
  return name !== 'round-robin'
}

export function schedulerNamed(name: SchedulerName, seed: number): Scheduler {
  switch (name) {
    case 'random':
      return randomScheduler(seed)
    case 'pct':
      return pctScheduler(seed)
    case 'round-robin':
      return roundRobinScheduler()
  }
}
