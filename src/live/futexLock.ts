/**
 * The program's `Lock` in one shared word: the three-state mutex of Ulrich Drepper, "Futexes are tricky" (2011), §5,
 * with the holder in the word as machine/layout.ts says: 0 free, (thread + 1) << 1 held, + 1 when somebody may wait.
 *
 * Taking a free lock and releasing one that nobody waits for are one atomic instruction each and no system call. A
 * thread that waits sets the mark before it sleeps, and takes the lock with the mark set, because it cannot know
 * whether others sleep, too. Invariant: while a thread sleeps, the lock is marked, or a thread that was woken is on its
 * way to mark it. Whoever gives up after having been woken therefore passes the wake-up on.
 *
 * No fairness: a running thread may take the lock before one that was woken for it, as in CPython.
 */
import { heldBy } from '../engine/machine'
import { nowMs } from './clock'

export type Acquisition = 'acquired' | 'timeout' | 'stopped'

const WAITED_FOR = 1

export function tryAcquire(words: Int32Array, address: number, thread: number): boolean {
  return Atomics.compareExchange(words, address, 0, heldBy(thread)) === 0
}

/** As `tryAcquire`, by a thread that has waited: leaves the mark, since others may wait as well. */
export function tryAcquireMarked(words: Int32Array, address: number, thread: number): boolean {
  return Atomics.compareExchange(words, address, 0, heldBy(thread) | WAITED_FOR) === 0
}

/**
 * Sleeps while the lock is held as it is now: until a release, a notification of its word, or `deadlineMs`. Returns at
 * once when it is free or changes hands meanwhile.
 */
export function sleepWhileHeld(
  words: Int32Array,
  address: number,
  deadlineMs: number | undefined,
): void {
  const word = Atomics.load(words, address)
  if (word === 0) return
  const marked = word | WAITED_FOR
  if (word !== marked && Atomics.compareExchange(words, address, word, marked) !== word) return
  if (deadlineMs === undefined) Atomics.wait(words, address, marked)
  else Atomics.wait(words, address, marked, Math.max(0, deadlineMs - nowMs()))
}

/** To be called by a thread that stops waiting without the lock, so that no wake-up is lost. */
export function passOn(words: Int32Array, address: number): void {
  for (;;) {
    const word = Atomics.load(words, address)
    if (word === 0) {
      Atomics.notify(words, address, 1)
      return
    }
    const marked = word | WAITED_FOR
    if (Atomics.compareExchange(words, address, word, marked) === word) return
  }
}

/**
 * Takes the lock, waiting until `deadlineMs` (a reading of `nowMs`; undefined: without limit) or until `isStopped`,
 * which is asked before each sleep; who sets the flag behind it then notifies the lock's word until nobody sleeps.
 */
export function acquire(
  words: Int32Array,
  address: number,
  thread: number,
  deadlineMs: number | undefined,
  isStopped: () => boolean,
): Acquisition {
  if (tryAcquire(words, address, thread)) return 'acquired'
  for (;;) {
    if (isStopped()) return 'stopped'
    sleepWhileHeld(words, address, deadlineMs)
    if (tryAcquireMarked(words, address, thread)) return 'acquired'
    if (deadlineMs !== undefined && nowMs() >= deadlineMs) {
      passOn(words, address)
      return 'timeout'
    }
  }
}

/** Frees the lock, whoever holds it. False when it was not held. */
export function release(words: Int32Array, address: number): boolean {
  const word = Atomics.exchange(words, address, 0)
  if ((word & WAITED_FOR) !== 0) Atomics.notify(words, address, 1)
  return word !== 0
}
