import { describe, expect, it } from 'vitest'
import { explore, type ExplorationResult } from '../../src/engine/explore'
import { compiled } from '../support/compiled'
import { THREADED_PROGRAMS } from './threadedPrograms'

/** States beyond which the search without reduction is not compared. */
const MOST_STATES = 30_000

const lines = (output: string): string => output.trim().replaceAll('\n', '/')

function summary({ verdict, violations, outcomes }: ExplorationResult): object {
  return {
    verdict,
    kinds: [...new Set(violations.map((violation) => violation.kind))],
    outcomes: outcomes?.map(({ output }) => output),
  }
}

/** Exploration takes a busy timeout to be longer than a commit; a run may let it run out. */
const programs = THREADED_PROGRAMS.filter(({ source }) => !source.includes('busy_timeout'))

describe('exploration of threaded programs', () => {
  it.each(programs)('$title', ({ source, endings }) => {
    const program = compiled(source)
    const bounds = { maxStates: MOST_STATES, maxCountedStates: MOST_STATES }
    const full = explore(program, { ...bounds, reduction: false })
    expect(full.unreduced?.isComplete).toBe(true)
    expect(summary(explore(program, { countsStates: false }))).toEqual(summary(full))
    const normal = endings.filter((ending) => ending.startsWith('finished'))
    const found = full.outcomes?.map(({ output }) => `finished: ${lines(output)}`.trim())
    expect(found?.sort()).toEqual(normal.map((ending) => ending.trim()).sort())
    const kinds = new Set<string>(full.violations.map((violation) => violation.kind))
    const failing = endings.filter((ending) => !ending.startsWith('finished'))
    const missing = failing.filter((ending) => !kinds.has(ending.slice(0, ending.indexOf(':'))))
    expect(missing).toEqual([])
  })
})
