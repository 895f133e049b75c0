/** Exploration finds every invariant broken that following all choices finds broken, and no other. */
import { expect, it } from 'vitest'
import { createPrng } from '../../src/base'
import { explore } from '../../src/engine/explore'
import { randomThreadedProgram } from '../../src/engine/explore/randomPrograms.testing'
import { compiled } from '../support/compiled'
import { judge, TooLarge, type Judgement } from './naive'

/** Programs compared; each prints its seed when it fails. */
const PROGRAMS = 60
const FIRST_SEED = 20_261_126
const MOST_STATES = 4000

const CHECKS = [
  'x <= y',
  'y <= x',
  'x == 0 or items[0] > 0',
  'len(items) == 2 or x > 0',
  'box.value <= x',
  'not locks[0].locked() or not locks[1].locked()',
  '"b" not in table or "a" in table',
  'items[1] == items[0]',
] as const

/** A small random program that states an invariant before its threads start. */
function program(seed: number): string {
  const check = CHECKS[createPrng(seed).below(CHECKS.length)] ?? 'True'
  const stated = `from cerrojo import invariant\ninvariant(lambda: ${check})\n`
  return randomThreadedProgram(seed, true).replace(/^t0 = /m, `${stated}t0 = `)
}

function judged(source: string): Judgement | undefined {
  try {
    return judge(compiled(source), { merges: true, most: MOST_STATES })
  } catch (error) {
    if (error instanceof TooLarge) return undefined
    throw error
  }
}

it('invariants of random programs are broken where the naive judge says so', () => {
  let compared = 0
  let broken = 0
  for (let seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
    const source = program(seed)
    const judgement = judged(source)
    if (judgement === undefined) continue
    const { isComplete, violations } = explore(compiled(source), { countsStates: false })
    const kinds = [...new Set(violations.map(({ kind }) => kind))].sort()
    compared++
    if (violations.some(({ outcome }) => 'message' in outcome && /invariant/.test(outcome.message)))
      broken++
    expect({ seed, isComplete, kinds }).toEqual({
      seed,
      isComplete: true,
      kinds: [...judgement.kinds].sort(),
    })
  }
  expect(compared).toBeGreaterThan(PROGRAMS / 2)
  expect(broken).toBeGreaterThan(PROGRAMS / 10)
})
