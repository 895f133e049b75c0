/** What each primitive must do, on the machine, live, and under CPython: one file for each. */
import { BARRIER_PROGRAMS } from './barrier'
import { CERROJO_PROGRAMS } from './cerrojo'
import { CONDITION_PROGRAMS } from './condition'
import { EVENT_PROGRAMS } from './event'
import { FUTURES_PROGRAMS } from './futures'
import { LOCAL_PROGRAMS } from './local'
import { LOGGING_PROGRAMS } from './logging'
import { QUEUE_PROGRAMS } from './queue'
import { SEMAPHORE_PROGRAMS } from './semaphore'
import { TIMER_PROGRAMS } from './timer'

export const PRIMITIVE_PROGRAMS = [
  ...SEMAPHORE_PROGRAMS,
  ...EVENT_PROGRAMS,
  ...CONDITION_PROGRAMS,
  ...BARRIER_PROGRAMS,
  ...QUEUE_PROGRAMS,
  ...CERROJO_PROGRAMS,
  ...LOCAL_PROGRAMS,
  ...TIMER_PROGRAMS,
  ...FUTURES_PROGRAMS,
  ...LOGGING_PROGRAMS,
]
