/**
 * The program that is left of `source` when nothing more can be left out without its ceasing to fail: no statement with
 * all that is indented under it. `fails` judges many programs at once, at most one for each line of `source`. Not always
 * the shortest there is. Delta debugging: Zeller and Hildebrandt, *Simplifying and Isolating Failure-Inducing Input*,
 * IEEE TSE 28 (2002).
 */
export async function shrink(
  source: string,
  fails: (sources: readonly string[]) => Promise<readonly boolean[]>,
): Promise<string> {
  let lines = source.split('\n')
  for (;;) {
    const blocks = lines.map((_, first) => blockAt(lines, first))
    const verdicts = await fails(blocks.map((block) => without(lines, [block]).join('\n')))
    const spare = blocks.filter((_, i) => verdicts[i] === true)
    const largest = spare.toSorted((a, b) => b.end - b.first - (a.end - a.first))[0]
    if (largest === undefined) return lines.join('\n')
    const all = without(lines, spare)
    const [stillFails] = await fails([all.join('\n')])
    lines = stillFails === true ? all : without(lines, [largest])
  }
}

interface Block {
  readonly first: number
  /** One past its last line. */
  readonly end: number
}

function blockAt(lines: readonly string[], first: number): Block {
  const indent = indentOf(lines[first])
  const end = lines.findIndex((line, i) => i > first && indentOf(line) <= indent)
  return { first, end: end < 0 ? lines.length : end }
}

function indentOf(line = ''): number {
  return line.length - line.trimStart().length
}

function without(lines: readonly string[], blocks: readonly Block[]): string[] {
  return lines.filter((_, i) => !blocks.some(({ first, end }) => first <= i && i < end))
}
