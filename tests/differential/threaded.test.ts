import { describe, expect, it } from 'vitest'
import { endingSet } from '../../src/engine/schedule/simulation.testing'
import { runPythonFor } from '../content/python'
import { hasReference, referenceEndings } from './reference'
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

const mayHang = (text: string): boolean => /^(?:deadlock|stuck)/.test(text)

/** Programs that always come to an end: those that do not are run once. */
const ending = THREADED_PROGRAMS.filter(({ endings: all }) => !all.some(mayHang)).filter(
  ({ title }) => title !== 'an exception between acquire and release leaves the lock held',
)

/** Of CPython, each program. The full comparison has 200; they take a minute. */
const RUNS = Number(process.env['CERROJO_CPYTHON_RUNS'] ?? 12)
const SEED = 1

/** A bound for what hangs, not a measure. */
const HANGING_LIMIT_MS = 5000

if (hasReference()) {
  describe('CPython 3.11', () => {
    it('ends in one of these ways, every time', { timeout: 600_000 }, async () => {
      const seen = await referenceEndings(
        ending.map(({ source }) => source),
        { runs: RUNS, seed: SEED },
      )
      const foreign = ending.flatMap(({ title, endings: all, others = [] }, i) =>
        (seen[i] ?? [])
          .map(({ hasError, output }) =>
            `${hasError ? 'exception' : 'finished'}: ${lines(output)}`.trim(),
          )
          .filter((text) => ![...all, ...others].includes(text))
          .map((text) => ({ title, text })),
      )
      expect(foreign).toEqual([])
    })

    it('hangs, or ends as is expected, where a program may hang', async () => {
      const hanging = THREADED_PROGRAMS.filter(({ endings: all }) => all.some(mayHang))
      const runs = hanging.map(async ({ title, source, endings: all }) => {
        const run = await runPythonFor(HANGING_LIMIT_MS, '-c', source)
        const kind = run?.errors === '' ? 'finished' : 'exception'
        const text = `${kind}: ${lines(run?.output ?? '')}`.trim()
        return run === undefined || all.includes(text) ? [] : [{ title, text }]
      })
      expect((await Promise.all(runs)).flat()).toEqual([])
    })
  })
}
