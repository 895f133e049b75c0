/** Where a thread stands: its instruction and the calls around it, as one number. */
import { THREAD, threadAddress } from '../machine'

/** A number for the place where `thread` stands in the memory of these words. */
export function placeOf(wordAt: (address: number) => number, thread: number): number {
  const control = threadAddress(thread)
  let hash = wordAt(control + THREAD.pc)
  let frame = wordAt(control + THREAD.frame)
  while (frame !== 0) {
    const caller = wordAt(frame)
    // The first frame was called where the thread was made: equal threads may have been made in different lines.
    if (caller !== 0) hash = Math.imul(hash ^ wordAt(frame + 1), 0x85ebca6b)
    hash = (hash ^ (hash >>> 15)) + wordAt(frame + 2)
    frame = caller
  }
  return hash | 0
}

/** The place of one thread told from the same place of others that it does not count as. */
export function positionAt(place: number, countsAs: number): number {
  return Math.imul(place ^ Math.imul(countsAs + 1, 0x9e3779b1), 0x85ebca6b)
}
