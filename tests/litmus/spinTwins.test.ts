import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { programText } from '../../bench/python'
import { readPan, spinPeer } from '../../bench/spin'
import { compiled, ROOT } from '../support/compiled'
import { judge } from './naive'

interface Twin {
  readonly model: string
  readonly constants: Readonly<Record<string, number>>
  /** Promela's switches that the constants 1 stand for. */
  readonly switches: Readonly<Record<string, true>>
  readonly verdict: 'safe' | 'deadlock' | 'assertion'
}

function twin(
  model: string,
  constants: Readonly<Record<string, number>>,
  verdict: Twin['verdict'],
  ...switches: readonly string[]
): Twin {
  return {
    model,
    constants,
    verdict,
    switches: Object.fromEntries(switches.map((name) => [name, true as const])),
  }
}

const TWINS: readonly Twin[] = [
  twin('philosophers', { N: 3 }, 'deadlock'),
  twin('philosophers', { N: 3 }, 'safe', 'ORDERED'),
  twin('philosophers', { N: 3, ROUNDS: 0 }, 'deadlock'),
  twin('philosophers', { N: 3, ROUNDS: 0 }, 'safe', 'ORDERED'),
  twin('bank', { K: 3, M: 3 }, 'deadlock'),
  twin('bank', { K: 3, M: 3 }, 'safe', 'PHASE2'),
  twin('lostUpdate', { T: 2, R: 2 }, 'safe'),
  twin('lostUpdate', { T: 2, R: 2 }, 'assertion', 'CHECK'),
  twin('charging', { C: 1, R: 1 }, 'deadlock'),
  twin('charging', { C: 1, R: 1 }, 'safe', 'ORDERED'),
  twin('readersWriters', { RD: 2, WR: 1, L: 1 }, 'safe'),
]

const titled = TWINS.map((t) => ({
  ...t,
  title: `${t.model} ${Object.entries(t.constants).join(' ')} ${Object.keys(t.switches).join(' ')}`,
}))

const report = { path: (name: string) => join(ROOT, 'bench', name) }

describe('a model for SPIN and its twin in Python', () => {
  it.each(titled)('$title: the program is $verdict', ({ model, constants, switches, verdict }) => {
    const ones = Object.fromEntries(Object.keys(switches).map((name) => [name, 1]))
    const text = programText(report, `explore/${model}`, { ...constants, ...ones })
    const { kinds } = judge(compiled(text), { merges: true, most: 60_000 })
    expect([...kinds]).toEqual(verdict === 'safe' ? [] : [verdict])
  })

  // A compilation each takes seconds: one of each model.
  const models = titled.filter((t, i) => titled.findIndex((u) => u.model === t.model) === i)
  it.each(models)('$title: so is the model', ({ model, constants, switches, verdict }) => {
    const file = join(ROOT, 'bench/spin', `${model}.pml`)
    const result = spinPeer(file, { ...constants, ...switches }, { run: ['-w18'] })
    // Where SPIN is not installed there is no peer, and the benchmark says so.
    expect([verdict, undefined]).toContain(result?.verdict)
    // Every constant of the twin is a parameter of the model.
    const source = readFileSync(file, 'utf8')
    for (const name of Object.keys(constants)) expect(source).toContain(`#ifndef ${name}\n`)
  })
})

describe('what pan prints', () => {
  const summary = (errors: number): string =>
    `State-vector 64 byte, depth reached 59, errors: ${errors}\n     2279 states, stored\n` +
    '     1156 states, matched\n     3435 transitions (= stored+matched)\n'

  it('is safe only when the search is complete', () => {
    expect(readPan(summary(0), 'user 0.125\n')).toEqual({
      verdict: 'safe',
      states: 2279,
      transitions: 3435,
      depth: undefined,
      panSeconds: 0.125,
    })
    expect(readPan(`Warning: Search not completed\n${summary(0)}`, '').verdict).toBe('incomplete')
    expect(readPan(`error: max search depth too small\n${summary(0)}`, '').verdict).toBe(
      'incomplete',
    )
    expect(readPan('', '').verdict).toBe('incomplete')
  })

  it('names what was found first, and how deep', () => {
    const deadlock = readPan(`pan:1: invalid end state (at depth 27)\n${summary(1)}`, '')
    expect([deadlock.verdict, deadlock.depth]).toEqual(['deadlock', 27])
    const failed = readPan(`pan:1: assertion violated (c==4) (at depth 9)\n${summary(1)}`, '')
    expect([failed.verdict, failed.depth]).toEqual(['assertion', 9])
  })
})
