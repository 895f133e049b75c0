import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Program } from '../../src/engine/bytecode'
import { compiled } from '../support/compiled'
import { LitmusFile, type Expectation } from './expectation'
import { endingOf, judge, TooLarge, type Judgement } from './naive'

/** Beyond this many nodes states are merged. */
const MOST_PATHS = 20_000
const MOST_STATES = 60_000

const FOLDER = import.meta.dirname
const names = globSync('*/litmus.json', { cwd: FOLDER }).map((file) => file.split(/[\\/]/)[0] ?? '')

/** The judge follows runs to their ends; of those without end it says nothing. */
const ENDLESS: ReadonlySet<string> = new Set(['livelock', 'starvation'])

const VARIANTS = ['broken', 'fixed'] as const

const programs = names.sort().flatMap((name) => {
  const file = LitmusFile.parse(JSON.parse(readFileSync(join(FOLDER, name, 'litmus.json'), 'utf8')))
  return VARIANTS.map((variant) => ({
    name: `${name}/${variant}`,
    expected: file[variant],
    source: join(FOLDER, name, `${variant}.py`),
  }))
})

function judged(program: Program): Judgement {
  try {
    return judge(program, { merges: false, most: MOST_PATHS })
  } catch (error) {
    // Too many paths, or paths without end.
    if (!(error instanceof TooLarge)) throw error
    return judge(program, { merges: true, most: MOST_STATES })
  }
}

/** What the judge found, in the words of the expectation; only what the expectation speaks of. */
function found(judgement: Judgement, expected: Expectation): Omit<Expectation, 'derivation'> {
  const { kinds, outcomes, counts, races } = judgement
  const counted = new Map(expected.outcomes.map((o) => [o.output, o.interleavings !== undefined]))
  const total = [...(counts?.values() ?? [])].reduce((sum, n) => sum + n, 0n)
  return {
    verdict: kinds.size === 0 ? 'safe' : 'violation',
    kinds: [...kinds].sort(),
    outcomes: [...outcomes].sort().map((output) => ({
      output,
      ...(counted.get(output) === true && {
        interleavings: String(counts?.get(endingOf(output)) ?? 'endless'),
      }),
    })),
    ...(expected.interleavings !== undefined && {
      interleavings: counts === undefined ? 'endless' : String(total),
    }),
    ...(expected.races !== undefined && { races: races === undefined ? [] : linesOf(races) }),
  }
}

function linesOf(races: ReadonlySet<string>): [number, number][] {
  return [...races]
    .map((pair) => pair.split('-').map(Number) as [number, number])
    .sort(([a, b], [c, d]) => a - c || b - d)
}

describe('the litmus programs', () => {
  it('come in pairs, each with its file', () => {
    const sources = globSync('*/*.py', { cwd: FOLDER }).sort()
    const expected = names.flatMap((name) => VARIANTS.map((v) => join(name, `${v}.py`)))
    expect(sources).toEqual(expected.sort())
  })

  it.each(programs)('$name ends as its file says, and in no other way', ({ expected, source }) => {
    const judgement = judged(compiled(readFileSync(source, 'utf8')))
    const { derivation } = expected
    const kinds = expected.kinds.filter((kind) => !ENDLESS.has(kind)).sort()
    const stated = { ...expected, kinds, verdict: kinds.length === 0 ? 'safe' : 'violation' }
    expect({ ...found(judgement, expected), derivation }).toEqual(stated)
  })

  it.each(names)('%s: the twin mends what is broken', (name) => {
    const [broken, fixed] = VARIANTS.map(
      (variant) => programs.find((p) => p.name === `${name}/${variant}`)?.expected,
    )
    expect(fixed?.verdict).toBe('safe')
    expect(
      broken?.verdict === 'violation' ||
        JSON.stringify(broken?.outcomes) !== JSON.stringify(fixed?.outcomes),
    ).toBe(true)
  })
})
