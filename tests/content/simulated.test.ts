import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ScenarioFile } from '../../src/contract'
import { randomScheduler, roundRobinScheduler, simulate } from '../../src/engine/schedule'
import { compiled, ROOT } from '../support/compiled'

const SEEDS = 40

const variants = globSync(join(ROOT, 'content/scenarios/*/scenario.json')).flatMap((file) => {
  const { slug, variants: all } = ScenarioFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const right = new Set(
    all
      .filter((variant) => variant.expected.verdict === 'safe')
      .flatMap((variant) => variant.expected.outcomes.map((output) => `finished ${output}`)),
  )
  return all.map((variant) => {
    return { name: `${slug}/${variant.id}`, folder: dirname(file), variant, right }
  })
})

/** How the runs of a program end under several schedulers: `finished` with its output, else the kind. */
function endings(file: string): Set<string> {
  const program = compiled(readFileSync(file, 'utf8'))
  const schedulers = Array.from({ length: SEEDS }, (_, seed) => randomScheduler(seed))
  return new Set(
    [...schedulers, roundRobinScheduler()].map((scheduler) => {
      const { outcome, output } = simulate(program, scheduler)
      return outcome.kind === 'finished' ? `finished ${output}` : outcome.kind
    }),
  )
}

describe('simulated runs end as scenario.json says', () => {
  it.each(variants)('$name', ({ folder, variant, right }) => {
    const { kinds, outcomes, verdict } = variant.expected
    const allowed = new Set([...kinds, ...outcomes.map((output) => `finished ${output}`)])
    const seen = endings(join(folder, `${variant.id}.py`))
    expect([...seen].filter((ending) => !allowed.has(ending))).toEqual([])
    const provable = kinds.filter((kind) => kind !== 'race')
    // What is always so, and what random schedules find at once: a deadlock, a failure, an outcome no fixed twin has.
    if (verdict === 'safe') expect([...seen].every((e) => e.startsWith('finished'))).toBe(true)
    else if (provable.length > 0) expect(provable.some((kind) => seen.has(kind))).toBe(true)
    else expect([...seen].some((ending) => !right.has(ending))).toBe(true)
  })
})
