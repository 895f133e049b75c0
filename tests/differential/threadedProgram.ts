/** A small threaded program with every ending it can have, derived by hand. */
export interface ThreadedProgram {
  readonly title: string
  readonly source: string
  /** `outcome: output` of every interleaving, sorted; lines of the output are parted by `/`. */
  readonly endings: readonly string[]
  /** What CPython may do besides: a known gap. */
  readonly others?: readonly string[]
}

/** `lines`, which define `a` and `b`; then a thread for each, and what is printed when both have ended. */
export function twoThreads(lines: string, after = ''): string {
  return `import threading
${lines}
t1 = threading.Thread(target=a, name="A")
t2 = threading.Thread(target=b, name="B")
t1.start()
t2.start()
t1.join()
t2.join()
${after}
`
}
