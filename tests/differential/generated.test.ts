import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/engine/bytecode'
import { parse } from '../../src/engine/language'
import { randomScheduler, simulate } from '../../src/engine/schedule'
import { generatedProgram } from './generatedProgram'
import { hasReference, referenceRuns, type Reference } from './reference'

/** Seeds 1 to this are compared with CPython; the digest below stands for the first of them. */
const PROGRAMS = Number(process.env['CERROJO_PROGRAMS'] ?? 1000)
const CONFIRMED = 300

interface Run extends Reference {
  readonly seed: number
}

/** Print a set with a text in it, whose order differs from one run of CPython to the next. */
const UNORDERED: ReadonlySet<number> = new Set([3, 159, 189])

/**
 * The machine's run. `undefined` for a program that the language refuses (a few have such literals), or that the machine
 * gave up at a bound which CPython has not or has elsewhere.
 */
function machineRun(seed: number): Run | undefined {
  const source = generatedProgram(seed)
  const reading = parse(source)
  if (reading.kind === 'refused') return undefined
  const { output, outcome } = simulate(compile(reading.module, source), randomScheduler(1))
  switch (outcome.kind) {
    case 'finished':
      return { seed, output, error: '', line: 0 }
    case 'assertion':
    case 'exception':
      return { seed, output, error: outcome.message, line: outcome.location.line }
    default:
      return undefined
  }
}

function machineRuns(programs: number): Run[] {
  return Array.from({ length: programs }, (_, i) => machineRun(i + 1)).filter(
    (run) => run !== undefined,
  )
}

/** The run with the items of printed sets sorted: CPython gives sets of texts another order in each process. */
function withoutOrder<R extends Reference>(run: R): R {
  const sorted = (text: string): string =>
    text.replace(/\{[^{}:]*\}/g, (set) => `{${set.slice(1, -1).split(', ').sort().join(', ')}}`)
  return { ...run, output: sorted(run.output), error: sorted(run.error) }
}

describe('generated programs', () => {
  // Where python3 is not at hand this stands for it: the same runs, which CPython has confirmed.
  it('print what they printed when CPython confirmed it', () => {
    const runs = machineRuns(CONFIRMED).filter(({ seed }) => !UNORDERED.has(seed))
    expect(runs.length).toBeGreaterThan(CONFIRMED * 0.9)
    const digest = createHash('sha256').update(JSON.stringify(runs)).digest('hex')
    expect(digest.slice(0, 16)).toBe('6ea8222a89ebae0d')
  })
})

if (hasReference()) {
  describe('CPython 3.11', () => {
    it(
      `prints the same and ends with the same exception in the same line (${String(PROGRAMS)} programs)`,
      { timeout: 600_000 },
      () => {
        const runs = machineRuns(PROGRAMS)
        const sources = runs.map(({ seed }) => generatedProgram(seed))
        const [references, others] = [1, 2].map((hashSeed) =>
          referenceRuns(sources, hashSeed).map((run, i) =>
            withoutOrder({ seed: runs[i]?.seed, ...run }),
          ),
        )
        // What differs between two runs of CPython hangs on the hashes of texts.
        const isSteady = (_: unknown, i: number): boolean =>
          isDeepStrictEqual(references?.[i], others?.[i])
        const steady = runs.map(withoutOrder).filter(isSteady)
        expect(steady.length).toBeGreaterThan(PROGRAMS * 0.9)
        expect(steady).toEqual(references?.filter(isSteady))
      },
    )
  })
}
