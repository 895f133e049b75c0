/** What each primitive must do, on the machine, live, and under CPython: one file for each. */
import { EVENT_PROGRAMS } from './event'
import { QUEUE_PROGRAMS } from './queue'
import { SEMAPHORE_PROGRAMS } from './semaphore'

export const PRIMITIVE_PROGRAMS = [...SEMAPHORE_PROGRAMS, ...EVENT_PROGRAMS, ...QUEUE_PROGRAMS]
