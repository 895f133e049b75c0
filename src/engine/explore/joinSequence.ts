/**
 * The main thread while it waits for one thread after another, and does nothing between that anybody could see. How far it
 * has come then follows from which threads have ended: it is always as far as it can be, because the end of a `join` and
 * what comes after it up to the next one are free steps. So its progress tells nothing, in whichever order threads end.
 *
 * Found by doing it: the threads are made to have ended, one after the other, and what the main thread writes is looked at.
 */
import { LimitError, THREAD, THREAD_STATUS, threadAddress, WAIT } from '../machine'
import type { ExploredMachine } from './exploredMachine'
import { StepLog } from './replay'

export interface JoinSequence {
  /** Numbers of the threads that are waited for, in order. */
  readonly threads: readonly number[]
  /** Words in which the main thread keeps how far it has come. */
  readonly progress: ReadonlySet<number>
}

/**
 * The sequence that the main thread has begun; undefined where it does not wait for the end of a thread. `isPrivate` tells
 * whether nobody but the main thread can reach a word. The machine stands at its base and is left there.
 */
export function joinSequence(
  machine: ExploredMachine,
  isPrivate: (address: number) => boolean,
): JoinSequence | undefined {
  const { memory } = machine
  const threads: number[] = []
  const progress = new Set<number>()
  memory.begin()
  for (let awaited = awaitedBy(machine); awaited !== undefined; awaited = awaitedBy(machine)) {
    const written = writtenBy(machine)
    if (written.some((address) => !isPrivate(address) && !isStatusOf(address, threads))) break
    for (const address of written) progress.add(address)
    threads.push(awaited)
    memory.write(threadAddress(awaited) + THREAD.status, THREAD_STATUS.finished)
    if (!isNormalised(machine)) break
  }
  memory.undo()
  for (const thread of threads) progress.delete(threadAddress(thread) + THREAD.status)
  return threads.length === 0 ? undefined : { threads, progress }
}

/** The unfinished thread whose end the main thread waits for. */
function awaitedBy(machine: ExploredMachine): number | undefined {
  if (machine.control(0, THREAD.waitKind) !== WAIT.join) return undefined
  const awaited = machine.control(0, THREAD.waitObject)
  return machine.isUnfinished(awaited) ? awaited : undefined
}

function writtenBy({ memory }: ExploredMachine): number[] {
  memory.settle()
  const written: number[] = []
  memory.eachDifference((address) => {
    written.push(address)
  })
  return written
}

function isStatusOf(address: number, threads: readonly number[]): boolean {
  return threads.some((thread) => address === threadAddress(thread) + THREAD.status)
}

function isNormalised(machine: ExploredMachine): boolean {
  try {
    machine.normalise(new StepLog())
    return true
  } catch (error) {
    if (!(error instanceof LimitError)) throw error
    return false
  }
}
