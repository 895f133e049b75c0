import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { programText } from '../../bench/python'
import { Exploration, explore, type ExplorationResult } from '../../src/engine/explore'
import { compiled, ROOT } from '../support/compiled'

/**
 * States that SPIN 6.5.2 stores with its partial-order reduction for the same model (`spin -a`, `gcc -O2 -DSAFETY`,
 * `pan -m4000000`), which bench/explore.bench.ts measures again.
 */
const MODELS = [
  ['philosophers', { N: 3, ORDERED: 1 }, 160],
  ['philosophers', { N: 5, ORDERED: 1 }, 4_247],
  ['philosophers', { N: 8, ORDERED: 1 }, 527_184],
  ['philosophers', { N: 10, ORDERED: 1 }, 12_464_722],
  ['bank', { K: 3, M: 3, PHASE2: 1 }, 456],
  ['bank', { K: 5, M: 5, PHASE2: 1 }, 24_936],
  ['bank', { K: 7, M: 7, PHASE2: 1 }, 1_342_131],
  ['lostUpdate', { T: 4, R: 2 }, 117_555],
  ['charging', { C: 3, R: 1, ORDERED: 1 }, 4_425],
  ['charging', { C: 5, R: 1, ORDERED: 1 }, 40_651],
  ['readersWriters', { RD: 2, WR: 1, L: 2 }, 3_948],
] as const

const report = { path: (name: string) => join(ROOT, 'bench', name) }

function verdictOf(model: string, constants: Readonly<Record<string, number>>): ExplorationResult {
  const program = compiled(programText(report, `explore/${model}`, constants))
  return explore(program, { verdictOnly: true, stopsAtFirst: true })
}

describe('states that a proof stores', () => {
  it('are sixty times fewer than those of SPIN with its reduction, in the geometric mean', () => {
    const logarithms = MODELS.map(([model, constants, spin]) => {
      const { verdict, size } = verdictOf(model, constants)
      expect(verdict).toBe('safe')
      expect(size.states).toBeLessThan(spin)
      return Math.log(spin / size.states)
    })
    const mean = Math.exp(logarithms.reduce((sum, n) => sum + n, 0) / logarithms.length)
    expect(mean).toBeGreaterThan(60)
  })

  it('are fewer than 300 for ten philosophers, in order and in deadlock', () => {
    const ordered = verdictOf('philosophers', { N: 10, ORDERED: 1 })
    expect(ordered).toMatchObject({ verdict: 'safe', size: { states: 287 } })
    const deadlock = verdictOf('philosophers', { N: 10 })
    expect(deadlock.violations[0]?.kind).toBe('deadlock')
    expect(deadlock.size.states).toBe(57)
  })

  it.each([
    // Unreduced by order, since every step conflicts: 16,907 states with threads told apart.
    ['lostUpdate', { T: 4, R: 2 }, 1202],
    ['charging', { C: 3, R: 1, ORDERED: 1 }, 20],
    ['charging', { C: 5, R: 1, ORDERED: 1 }, 34],
    ['readersWriters', { RD: 2, WR: 1, L: 2 }, 447],
  ] as const)('do not tell equal threads apart: %s %o', (model, constants, states) => {
    expect(verdictOf(model, constants)).toMatchObject({ verdict: 'safe', size: { states } })
  })
})

describe('every state of a large program', () => {
  it.each([
    ['bank', { K: 7, M: 7, PHASE2: 1 }, 186_528],
    ['philosophers', { N: 8, ORDERED: 1 }, 125_440],
  ] as const)(
    'takes at most forty bytes, all tables included: %s %o',
    (model, constants, states) => {
      const program = compiled(programText(report, `explore/${model}`, constants))
      const exploration = new Exploration(program, { verdictOnly: true, reduction: false })
      let most = 0
      while (!exploration.advance(1000)) most = Math.max(most, exploration.progress().bytes)
      expect(exploration.progress().states).toBe(states)
      expect(most / states).toBeLessThan(40)
    },
  )
})
