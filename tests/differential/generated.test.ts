import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/engine/bytecode'
import { parse } from '../../src/engine/language'
import { DEFAULT_LIMITS, type Limits } from '../../src/engine/machine'
import { randomScheduler, simulate } from '../../src/engine/schedule'
import { generatedProgram } from './generatedProgram'
import { hasReference, referenceRuns, type Reference } from './reference'
import { shrink } from './shrink'

/** Seeds 1 to this are compared with CPython; the digest below stands for the first of them. */
const PROGRAMS = Number(process.env['CERROJO_PROGRAMS'] ?? 1000)
const CONFIRMED = 300

/** A few never end: they are given up early, and not compared, as all that the machine gives up. */
const LIMITS: Limits = { ...DEFAULT_LIMITS, output: 2 ** 14, events: 100_000 }

/** Hash seeds of CPython besides 1; with these, sets of two texts come in both orders. */
const OTHER_HASHES = [2, 3, 4, 5]

/** Print a set with a text in it, whose order differs from one run of CPython to the next. */
const UNORDERED: ReadonlySet<number> = new Set([3, 159, 189])

/**
 * The machine's run. `undefined` for a program that the language refuses (a few have such literals), or that the machine
 * gave up at a bound which CPython has not or has elsewhere.
 */
function machineRun(source: string): Reference | undefined {
  const reading = parse(source)
  if (reading.kind === 'refused') return undefined
  const program = compile(reading.module, source)
  const { output, outcome } = simulate(program, randomScheduler(1), { limits: LIMITS })
  switch (outcome.kind) {
    case 'finished':
      return { output, error: '', line: 0 }
    case 'assertion':
    case 'exception':
      return { output, error: outcome.message, line: outcome.location.line }
    default:
      return undefined
  }
}

/** The run with the items of printed sets sorted: CPython gives sets of texts another order in each process. */
function withoutOrder({ output, error, line }: Reference): Reference {
  const sorted = (text: string): string =>
    text.replace(/\{[^{}:]*\}/g, (set) => `{${set.slice(1, -1).split(', ').sort().join(', ')}}`)
  return { output: sorted(output), error: sorted(error), line }
}

interface Comparison {
  readonly source: string
  readonly machine: Reference
  readonly python: Reference
}

/**
 * The programs among `sources` with which CPython does something else than the machine, and the same whatever the hashes
 * of texts. What the machine gave up is not run: CPython has no bounds.
 */
function differences(sources: readonly string[]): readonly Comparison[] {
  const runs = sources.flatMap((source) => {
    const machine = machineRun(source)
    return machine === undefined ? [] : [{ source, machine }]
  })
  const doubtful = pythonRuns(runs, 1).filter(({ machine, python }) => !isSame(machine, python))
  const others = OTHER_HASHES.map((hashSeed) => pythonRuns(doubtful, hashSeed))
  return doubtful.filter(({ python }, i) =>
    others.every((runs) => runs[i] !== undefined && isSame(python, runs[i].python)),
  )
}

function pythonRuns<T extends { readonly source: string }>(
  runs: readonly T[],
  hashSeed: number,
): (T & { readonly python: Reference })[] {
  const sources = runs.map(({ source }) => source)
  return referenceRuns(sources, hashSeed).flatMap((python, i) => {
    const run = runs[i]
    return run === undefined ? [] : [{ ...run, python }]
  })
}

function isSame(a: Reference, b: Reference): boolean {
  return isDeepStrictEqual(withoutOrder(a), withoutOrder(b))
}

/** What is left of a program that differs, and how it does. */
function smallest(source: string): readonly Comparison[] {
  const differs = (sources: readonly string[]): readonly boolean[] => {
    const different = new Set(differences(sources).map((c) => c.source))
    return sources.map((candidate) => different.has(candidate))
  }
  return differences([shrink(source, differs)])
}

describe('generated programs', () => {
  // Where python3 is not at hand this stands for it: the same runs, which CPython has confirmed.
  it('print what they printed when CPython confirmed it', () => {
    const runs = Array.from({ length: CONFIRMED }, (_, i) => i + 1).flatMap((seed) => {
      const run = UNORDERED.has(seed) ? undefined : machineRun(generatedProgram(seed))
      return run === undefined ? [] : [{ seed, ...run }]
    })
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
        const seeds = new Map(
          Array.from({ length: PROGRAMS }, (_, i) => [generatedProgram(i + 1), i + 1]),
        )
        const different = differences([...seeds.keys()])
        expect(
          different.map(({ source }) => seeds.get(source)),
          JSON.stringify(different.slice(0, 1).flatMap(({ source }) => smallest(source))),
        ).toEqual([])
      },
    )
  })
}
