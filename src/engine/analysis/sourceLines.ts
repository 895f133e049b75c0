/** Offsets at which the lines of `source` begin. Lines end with `\n`, `\r\n` or `\r`, as in Python. */
export function lineStarts(source: string): readonly number[] {
  return [0, ...Array.from(source.matchAll(/\r\n|\r|\n/g), (m) => m.index + m[0].length)]
}

/** 1-based line of an offset. */
export function lineAt(offset: number, starts: readonly number[]): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
