import { describe, expect, it } from 'vitest'
import { compile } from '../bytecode'
import { parse } from '../language'
import { Simulation } from '../schedule'
import { explore, type ExplorationResult } from '.'
import { randomThreadedProgram } from './randomPrograms.testing'

/** Programs compared; each prints its seed when it fails. */
const PROGRAMS = 60
const FIRST_SEED = 20_261_126
/** States beyond which a program is left out of the comparison. */
const MOST_STATES = 4000

function compiled(source: string): ReturnType<typeof compile> {
  const reading = parse(source)
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.diagnostics))
  return compile(reading.module, source)
}

function summary({ verdict, violations, races, outcomes }: ExplorationResult): object {
  return {
    verdict,
    kinds: [...new Set(violations.map((violation) => violation.kind))],
    races: races.map(({ first, second }) => [first.line, second.line]),
    outcomes: outcomes?.map(({ output }) => output),
  }
}

/**
 * A third opinion: outputs of normal ends and kinds of failure, found by following every choice of the ordinary machine
 * without any merging of steps or states. Undefined when there are too many paths.
 */
function naively(source: string, most: number): { outputs: string[]; kinds: string[] } | undefined {
  const simulation = new Simulation(compiled(source))
  const outputs = new Set<string>()
  const kinds = new Set<string>()
  let left = most
  const visit = (): boolean => {
    const choices = simulation.choices()
    if (choices.length === 0) {
      const { outcome, output } = simulation.result()
      if (outcome.kind === 'finished') outputs.add(output)
      else kinds.add(outcome.kind)
      return true
    }
    for (const choice of choices) {
      if (left-- <= 0) return false
      simulation.step(choice)
      const isDone = visit()
      simulation.back()
      if (!isDone) return false
    }
    return true
  }
  return visit() ? { outputs: [...outputs].sort(), kinds: [...kinds].sort() } : undefined
}

describe('exploration of random programs', () => {
  it(`answers the same with and without reduction (${String(PROGRAMS)} programs)`, () => {
    let compared = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      const program = compiled(randomThreadedProgram(seed))
      const full = explore(program, {
        reduction: false,
        maxStates: MOST_STATES,
        maxCountedStates: MOST_STATES,
      })
      if (!full.isComplete || full.unreduced?.isComplete !== true) continue
      const reduced = explore(program, { countsStates: false })
      compared++
      expect({ seed, ...summary(reduced) }).toEqual({ seed, ...summary(full) })
    }
    expect(compared).toBeGreaterThan(PROGRAMS * 0.75)
  })

  it('answers what following every path answers', () => {
    let compared = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 150; seed++) {
      const source = randomThreadedProgram(seed, true)
      const naive = naively(source, 3000)
      if (naive === undefined) continue
      compared++
      const result = explore(compiled(source))
      const kinds = new Set(result.violations.map((violation) => violation.kind))
      const outputs = result.outcomes?.map(({ output }) => output)
      expect({ seed, outputs }).toEqual({ seed, outputs: naive.outputs })
      // A path that ends has one outcome; a violation on its way may be hidden behind another.
      expect({ seed, missing: naive.kinds.filter((kind) => !kinds.has(kind as never)) }).toEqual({
        seed,
        missing: [],
      })
    }
    expect(compared).toBeGreaterThan(30)
  })
})
