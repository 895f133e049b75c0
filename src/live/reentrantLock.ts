/**
 * The program's `RLock`: a futex lock and, RLOCK_DEPTH words after its state (machine/layout.ts), how often the holder
 * has taken it. Only the holder touches the depth, so it needs no atomic instruction.
 */
import { holderOf } from '../engine/machine'
import { release, tryAcquire } from './futexLock'

/** Offset of the depth from the state word. */
export const RLOCK_DEPTH = 2

/** True when `thread` already held the lock, which it now holds once more. */
export function tryReenter(words: Int32Array, address: number, thread: number): boolean {
  if (holderOf(Atomics.load(words, address)) !== thread) return false
  const depth = address + RLOCK_DEPTH
  words[depth] = (words[depth] as number) + 1
  return true
}

/** To be called by a thread that has just taken the state word by any other way than `tryReenter`. */
export function beginDepth(words: Int32Array, address: number): void {
  words[address + RLOCK_DEPTH] = 1
}

export function tryAcquireReentrant(words: Int32Array, address: number, thread: number): boolean {
  if (tryReenter(words, address, thread)) return true
  if (!tryAcquire(words, address, thread)) return false
  beginDepth(words, address)
  return true
}

/** `free` when this was the outermost release, `held` when the thread still holds it, `foreign` when it does not hold it. */
export function releaseReentrant(
  words: Int32Array,
  address: number,
  thread: number,
): 'free' | 'held' | 'foreign' {
  if (holderOf(Atomics.load(words, address)) !== thread) return 'foreign'
  const depth = (words[address + RLOCK_DEPTH] as number) - 1
  words[address + RLOCK_DEPTH] = depth
  if (depth > 0) return 'held'
  release(words, address)
  return 'free'
}
