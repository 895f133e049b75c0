import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ScenarioFile } from '../../src/contract'
import { CONTENT, pythonVersion, runPythonFor } from './python'

const SCENARIOS = join(CONTENT, 'scenarios')
// Bounds, not measures: of what hangs under CPython too, and of what must not.
const DEADLOCK_LIMIT_MS = 3000
const RUN_LIMIT_MS = 100_000
const NOTE_WORDS = { fewest: 120, most: 250 }

const slugs = readdirSync(SCENARIOS).sort()

function read(slug: string, file: string): string {
  return readFileSync(join(SCENARIOS, slug, file), 'utf8')
}

function parse(slug: string): ScenarioFile {
  return ScenarioFile.parse(JSON.parse(read(slug, 'scenario.json')))
}

function placesOf({ domain }: ScenarioFile): string[] {
  const shown = (domain?.cards ?? []).flatMap((card) => card.fields.map((field) => field.place))
  const invariant = domain?.invariant
  if (invariant === undefined) return shown
  if (invariant.kind === 'sum') return [...shown, ...invariant.places]
  if (invariant.kind === 'final') return [...shown, invariant.place]
  return [...shown, invariant.sessions, invariant.drivers]
}

describe.each(slugs)('scenario %s', (slug) => {
  const scenario = parse(slug)

  it('is named as its folder', () => {
    expect(scenario.slug).toBe(slug)
  })

  it('claims every file of its folder, and has every file it claims', () => {
    const claimed = scenario.variants.map((variant) => `${variant.id}.py`)
    expect(readdirSync(join(SCENARIOS, slug)).sort()).toEqual(
      ['scenario.json', 'es.md', 'en.md', ...claimed].sort(),
    )
  })

  it.each(['es.md', 'en.md'])('has notes of a readable length in %s', (file) => {
    const words = read(slug, file).trim().split(/\s+/).length
    expect(words).toBeGreaterThanOrEqual(NOTE_WORDS.fewest)
    expect(words).toBeLessThanOrEqual(NOTE_WORDS.most)
  })

  it('expects what its verdicts say', () => {
    for (const { id, expected } of scenario.variants) {
      const label = `${slug}/${id}`
      expect(new Set(expected.outcomes).size, label).toBe(expected.outcomes.length)
      if (expected.verdict === 'safe') {
        expect(expected.kinds, label).toEqual([])
        expect(expected.outcomes, label).not.toEqual([])
      } else {
        // What goes wrong is a kind of violation, or outputs that differ where they should not.
        expect(expected.kinds.length > 0 || expected.outcomes.length > 1, label).toBe(true)
      }
    }
  })

  it('breaks no condition where a deadlock is expected', () => {
    const deadlocking = scenario.variants.filter((v) => v.expected.kinds.includes('deadlock'))
    expect(deadlocking.filter((variant) => variant.breaks !== undefined)).toEqual([])
  })

  it('shows only places that its programs name', () => {
    const sources = scenario.variants.map((variant) => read(slug, `${variant.id}.py`)).join('\n')
    for (const place of placesOf(scenario)) {
      const words = place.match(/[\p{L}_]+/gu) ?? []
      expect(words, place).not.toEqual([])
      for (const word of words) expect(sources, place).toContain(word)
    }
  })
})

describe('scenario order', () => {
  it('is different for every scenario', () => {
    const orders = slugs.map((slug) => parse(slug).order)
    expect(new Set(orders).size).toBe(orders.length)
  })
})

// Without a Python there is nothing to compare with; the other tests of the content still hold.
if (pythonVersion() !== undefined) {
  const variants = slugs.flatMap((slug) =>
    parse(slug).variants.map(({ id, expected }) => ({ name: `${slug}/${id}`, ...expected })),
  )

  describe('CPython', () => {
    it.each(variants)('ends $name as expected', async ({ name, kinds, outcomes }) => {
      const limitMs = kinds.includes('deadlock') ? DEADLOCK_LIMIT_MS : RUN_LIMIT_MS
      const run = await runPythonFor(limitMs, join(SCENARIOS, `${name}.py`))
      if (run === undefined) expect(kinds).toContain('deadlock')
      else if (run.errors === '') {
        expect(run.exitCode).toBe(0)
        expect(outcomes).toContain(run.output)
      } else {
        const [error = ''] = run.errors.trimEnd().split('\n').slice(-1)
        expect(kinds, error).toContain(/^AssertionError/.test(error) ? 'assertion' : 'exception')
        // It is the program that goes wrong, not what it runs on.
        expect(error).not.toMatch(/^(?:Attribute|Import|ModuleNotFound|Name|Syntax)Error/)
      }
    })
  })
}
