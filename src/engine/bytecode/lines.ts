/** Answers the 1-based line of an offset; a line ends with `\n`, `\r\n` or `\r`, as Python's tokenizer has it. */
export function lineFinder(source: string): (offset: number) => number {
  const ends = [...source.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)
  return (offset) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
