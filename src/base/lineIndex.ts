/** A place as editors and CPython count it: both numbers are 1-based, `column` counts code points. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** Offsets are UTF-16 units, 0…length of the source. */
export interface LineIndex {
  /** 1-based. O(log lines). */
  lineAt(offset: number): number
  /** O(log lines + length of the line). */
  positionAt(offset: number): LineColumn
}

/** Indexes the line starts of `source`; `\n`, `\r\n` and a lone `\r` end a line, as in CPython. */
export function createLineIndex(source: string): LineIndex {
  const starts = [0]
  for (const lineBreak of source.matchAll(/\r\n|\r|\n/g)) {
    starts.push(lineBreak.index + lineBreak[0].length)
  }
  return {
    lineAt: (offset) => lastAtMost(starts, offset) + 1,
    positionAt(offset) {
      const line = lastAtMost(starts, offset)
      const before = source.slice(starts[line], offset)
      return { line: line + 1, column: Array.from(before).length + 1 }
    },
  }
}

/** The index of the last element of ascending `sorted` that is ≤ `value`; `sorted[0]` must be ≤ `value`. */
export function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] as number) <= value) low = middle
    else high = middle - 1
  }
  return low
}
