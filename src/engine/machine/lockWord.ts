/** What stands in the state word of a lock (see layout.ts): 0 free, (thread + 1) << 1 held, + 1 when somebody may wait. */

export function heldBy(thread: number): number {
  return (thread + 1) << 1
}

/** The thread that holds a lock whose state is `word`; undefined while it is free. */
export function holderOf(word: number): number | undefined {
  return word === 0 ? undefined : (word >> 1) - 1
}
