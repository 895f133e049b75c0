import { anyCycle } from '../machine'
import type { ExploredMachine } from './exploredMachine'
import type { Fault } from './findings'

/** What is wrong where no thread can move and the program is not over. */
export function standstillOf(machine: ExploredMachine): Fault {
  const cycle = anyCycle(machine.memory)
  if (cycle.length > 0) return deadlockOf(cycle)
  const waiting: number[] = []
  for (let thread = 0; thread < machine.threadCount; thread++) {
    if (machine.isUnfinished(thread) && !machine.isDaemon(thread)) waiting.push(thread)
  }
  const key = waiting.map((t) => `${String(t)}@${String(machine.position(t))}`).join()
  return { kind: 'stuck', key, threads: waiting }
}

/** Threads that wait for each other. */
export function deadlockOf(cycle: readonly number[]): Fault {
  return { kind: 'deadlock', key: cycle.join(), threads: cycle }
}
