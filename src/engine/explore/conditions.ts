/**
 * Coffman's four conditions in one state (Coffman, Elphick and Shoshani 1971), read from what threads hold and wait for.
 * Locks made after the first choice are not looked at for *mutual exclusion* alone; waiting for one counts all the same.
 */
import { holderOf, THREAD, WAIT, waitCycle } from '../machine'
import type { ExploredMachine } from './exploredMachine'
import type { Condition } from './result'

/** The conditions that hold, in the order of CONDITIONS. Cost: threads × locks. */
export function conditionsAt(machine: ExploredMachine): Condition[] {
  const { recorder, memory } = machine
  const holders = recorder.locks.map((lock) => holderOf(memory.raw[lock + 1] as number))
  const found: Condition[] = []
  if (holders.some((holder) => holder !== undefined)) found.push('mutualExclusion')
  const waiting = waitingForLocks(machine)
  if (waiting.some((thread) => holders.includes(thread))) found.push('holdAndWait')
  if (waiting.length > 0) found.push('noPreemption')
  if (waiting.some((thread) => waitCycle(memory, thread).length > 0)) found.push('circularWait')
  return found
}

/** Threads that wait without limit for a lock that another holds: nothing takes it from its holder. */
function waitingForLocks(machine: ExploredMachine): number[] {
  const waiting: number[] = []
  for (let thread = 0; thread < machine.threadCount; thread++) {
    const isWaiting = machine.control(thread, THREAD.waitKind) === WAIT.lock
    if (isWaiting && machine.isUnfinished(thread) && !machine.isSatisfied(thread)) {
      waiting.push(thread)
    }
  }
  return waiting
}
