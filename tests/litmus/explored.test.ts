import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explore, type ExplorationResult } from '../../src/engine/explore'
import { compiled } from '../support/compiled'
import { LitmusFile, type Expectation } from './expectation'

const FOLDER = import.meta.dirname

const programs = globSync('*/litmus.json', { cwd: FOLDER })
  .map((file) => file.split(/[\\/]/)[0] ?? '')
  .sort()
  .flatMap((name) => {
    const text = readFileSync(join(FOLDER, name, 'litmus.json'), 'utf8')
    const file = LitmusFile.parse(JSON.parse(text))
    return (['broken', 'fixed'] as const).map((variant) => ({
      name: `${name}/${variant}`,
      expected: file[variant],
      source: readFileSync(join(FOLDER, name, `${variant}.py`), 'utf8'),
    }))
  })

/** What the exploration found, in the words of the expectation; only what the expectation speaks of. */
function found(result: ExplorationResult, expected: Expectation): Omit<Expectation, 'derivation'> {
  const counted = new Map(expected.outcomes.map((o) => [o.output, o.interleavings !== undefined]))
  return {
    verdict: result.verdict === 'inconclusive' ? 'safe' : result.verdict,
    kinds: [...new Set(result.violations.map((violation) => violation.kind))].sort(),
    outcomes: (result.outcomes ?? []).map(({ output, interleavings }) => ({
      output,
      ...(counted.get(output) === true && { interleavings: interleavings ?? 'endless' }),
    })),
    ...(expected.interleavings !== undefined && {
      interleavings: result.interleavings ?? 'endless',
    }),
  }
}

describe('exploration agrees with the litmus files', () => {
  it.each(programs)('$name', ({ source, expected }) => {
    const result = explore(compiled(source))
    const { verdict, kinds, outcomes, interleavings, races } = expected
    expect(result.isComplete).toBe(true)
    expect(found(result, expected)).toEqual({
      verdict,
      kinds: [...kinds].sort(),
      outcomes,
      ...(interleavings !== undefined && { interleavings }),
    })
    if (races !== undefined) {
      const pairs = result.races.map(({ first, second }) => [first.line, second.line])
      expect(pairs).toEqual(races)
    }
  })

  it.each(programs)('$name: reduction changes no verdict, outcome or race', ({ source }) => {
    const program = compiled(source)
    const bounds = { verdictOnly: true }
    const reduced = explore(program, bounds)
    const full = explore(program, { ...bounds, reduction: false })
    expect(full.isComplete).toBe(true)
    expect(summary(reduced)).toEqual(summary(full))
    expect(reduced.size.states).toBeLessThanOrEqual(full.size.states)
  })
})

function summary({ verdict, violations, races }: ExplorationResult): object {
  return {
    verdict,
    kinds: [...new Set(violations.map((violation) => violation.kind))],
    races: races.map(({ first, second }) => [first.line, second.line]),
  }
}
