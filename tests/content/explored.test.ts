import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ScenarioFile } from '../../src/contract'
import { explore } from '../../src/engine/explore'
import { compiled, ROOT } from '../support/compiled'

const variants = globSync(join(ROOT, 'content/scenarios/*/scenario.json')).flatMap((file) => {
  const { slug, variants: all } = ScenarioFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  return all.map((variant) => {
    const source = readFileSync(join(dirname(file), `${variant.id}.py`), 'utf8')
    return { name: `${slug}/${variant.id}`, source, expected: variant.expected }
  })
})

describe('every interleaving of a scenario ends as scenario.json says', () => {
  it.each(variants)('$name', ({ source, expected }) => {
    const result = explore(compiled(source))
    const kinds = new Set<string>(result.violations.map((violation) => violation.kind))
    // A race is a warning: it is no violation of its own.
    if (result.races.length > 0 && expected.kinds.includes('race')) kinds.add('race')
    expect(result.isComplete).toBe(true)
    expect([...kinds].sort()).toEqual([...expected.kinds].sort())
    expect(result.outcomes?.map((o) => o.output).sort()).toEqual([...expected.outcomes].sort())
    expect(result.verdict === 'violation' || result.races.length > 0).toBe(
      expected.verdict === 'violation',
    )
  })
})
