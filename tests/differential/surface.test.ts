import { describe, expect, it } from 'vitest'
import { randomScheduler, simulate } from '../../src/engine/schedule'
import { compiled } from '../support/compiled'
import { hasReference, referenceRuns } from './reference'
import { ACCEPTED, REFUSED_AT_RUN } from './surface'

function run(source: string): { readonly output: string; readonly error: string } {
  const { output, outcome } = simulate(compiled(source), randomScheduler(1))
  switch (outcome.kind) {
    case 'finished':
      return { output, error: '' }
    case 'assertion':
    case 'exception':
      return { output, error: outcome.message }
    default:
      return { output, error: outcome.kind }
  }
}

const runs = ACCEPTED.map((source) => ({ source, ...run(source) }))

describe('the language', () => {
  it('carries every program out, or ends it by an exception of its own', () => {
    const ends = runs.map(({ error }) => error).filter((error) => error !== '')
    expect(ends.filter((error) => !/^\w+(: |$)/.test(error) || error === 'limit')).toEqual([])
  })

  it.each(REFUSED_AT_RUN)(
    'refuses %s when the run gets there, whatever is caught',
    (name, source) => {
      const guarded = `try:\n${source.replaceAll(/^/gm, '    ')}\nexcept BaseException:\n    pass\n`
      const { outcome } = simulate(compiled(guarded), randomScheduler(1))
      expect(outcome).toMatchObject({ kind: 'limit', code: 'unsupportedMethod', name })
    },
  )
})

if (hasReference()) {
  describe('CPython 3.11', () => {
    it('does the same with every program', { timeout: 60_000 }, async () => {
      const references = await referenceRuns(ACCEPTED)
      expect(runs).toEqual(
        references.map(({ output, error }, i) => ({ source: ACCEPTED[i], output, error })),
      )
    })
  })
}
