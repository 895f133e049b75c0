import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { randomScheduler, simulate } from '../../src/engine/schedule'
import { compiled } from '../support/compiled'
import { methodProgram } from './methodProgram'
import { hasReference, referenceRuns } from './reference'

const PROGRAMS = 100

const seeds = Array.from({ length: PROGRAMS }, (_, i) => i + 1)

const runs = seeds.map((seed) => {
  const { output, outcome } = simulate(compiled(methodProgram(seed)), randomScheduler(1))
  return { seed, output, end: outcome.kind }
})

describe('random calls of methods', () => {
  it('are all carried out', () => {
    expect(runs.filter(({ end }) => end !== 'finished').map(({ seed }) => seed)).toEqual([])
  })

  // Where python3 is not at hand this stands for it: the same runs, which CPython has confirmed.
  it('answer what they answered when CPython confirmed it', () => {
    const digest = createHash('sha256').update(JSON.stringify(runs)).digest('hex')
    expect(digest.slice(0, 16)).toBe('a69b0008990b7501')
  })
})

if (hasReference()) {
  describe('CPython 3.11', () => {
    it('answers the same and leaves the receivers the same', { timeout: 60_000 }, async () => {
      const references = await referenceRuns(seeds.map(methodProgram))
      expect(runs.map(({ output }) => output)).toEqual(references.map(({ output }) => output))
    })
  })
}
