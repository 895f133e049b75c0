import { describe, expect, it } from 'vitest'
import { endingSet } from '../../src/engine/schedule/simulation.testing'
import { hasReference, referenceRuns } from './reference'
import { THREADED_PROGRAMS } from './threadedPrograms'

const lines = (output: string): string => output.trim().replaceAll('\n', '/')

function endingsOf(source: string): string[] {
  return endingSet(source).map((ending) => lines(ending))
}

describe('all interleavings', () => {
  it.each(THREADED_PROGRAMS)('$title', ({ source, endings: expected }) => {
    expect(endingsOf(source)).toEqual([...expected].sort())
  })
})

/** Programs that always come to an end: a deadlock of CPython's would have to be waited for. */
const ending = THREADED_PROGRAMS.filter(
  ({ endings: all }) => !all.some((text) => /^(?:deadlock|stuck)/.test(text)),
).filter(({ title }) => title !== 'an exception between acquire and release leaves the lock held')

const RUNS = 20

if (hasReference()) {
  describe('CPython 3.11', () => {
    it('ends in one of these ways, every time', { timeout: 120_000 }, () => {
      const sources = ending.flatMap(({ source }) => Array.from({ length: RUNS }, () => source))
      const references = referenceRuns(sources, 'threaded')
      ending.forEach(({ title, endings: all, others = [] }, i) => {
        const seen = references
          .slice(i * RUNS, (i + 1) * RUNS)
          .map(({ output, error }) =>
            `${error === '' ? 'finished' : 'exception'}: ${lines(output)}`.trim(),
          )
        const foreign = [...new Set(seen)].filter((text) => ![...all, ...others].includes(text))
        expect({ title, foreign }).toEqual({ title, foreign: [] })
      })
    })
  })
}
