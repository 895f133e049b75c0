import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/engine/bytecode'
import { parse } from '../../src/engine/language'
import { DEFAULT_LIMITS, type Limits } from '../../src/engine/machine'
import { randomScheduler, simulate } from '../../src/engine/schedule'
import { generatedProgram } from './generatedProgram'
import { hasReference, REFUSED, referenceRuns, type Reference } from './reference'
import { shrink } from './shrink'

/** So many programs are compared with CPython; the digest below stands for the first of them. */
const PROGRAMS = Number(process.env['CERROJO_PROGRAMS'] ?? 5000)
const CONFIRMED = 300

/** CPython runs so many in a process, while the machine runs the next. */
const BATCH = 250

/** A few never end or make huge numbers: they are given up early, and not compared. */
const LIMITS: Limits = { ...DEFAULT_LIMITS, heapBytes: 2 ** 22, output: 2 ** 14, events: 100_000 }

/** Share of the programs that may be given up. */
const MOST_GIVEN_UP = 0.03

/** Hash seeds of CPython besides 1; with these, sets of two texts come in both orders. */
const OTHER_HASHES = [2, 3, 4, 5]

/** Print a set with a text in it, whose order differs from one run of CPython to the next. */
const UNORDERED: ReadonlySet<number> = new Set([3, 159])

/** The machine's run; `undefined` when it gave up at a bound which CPython has not or has elsewhere, or was locked for good. */
function machineRun(source: string): Reference | undefined {
  const reading = parse(source)
  if (reading.kind === 'refused') return REFUSED
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

/** A program that the machine has run to its end. */
interface Run {
  readonly seed: number
  readonly source: string
  readonly machine: Reference
}

const runs: Run[] = []
let lastSeed = 0

/** The runs number `from` to `to`, in the order of the seeds; each is made once. */
function runsBetween(from: number, to: number): readonly Run[] {
  while (runs.length < to) {
    const seed = ++lastSeed
    const source = generatedProgram(seed)
    const machine = machineRun(source)
    if (machine !== undefined) runs.push({ seed, source, machine })
  }
  return runs.slice(from, to)
}

interface Comparison extends Run {
  readonly python: Reference
}

/** Those of `runs` with which CPython does something else than the machine, and the same whatever the hashes of texts. */
async function differences(runs: readonly Run[]): Promise<readonly Comparison[]> {
  const compared = await withPython(runs, 1)
  const doubtful = compared.filter(({ machine, python }) => !isSame(machine, python))
  if (doubtful.length === 0) return []
  const others = await Promise.all(OTHER_HASHES.map((hashSeed) => withPython(doubtful, hashSeed)))
  return doubtful.filter(({ python }, i) =>
    others.every((runs) => runs[i] !== undefined && isSame(python, runs[i].python)),
  )
}

async function withPython(runs: readonly Run[], hashSeed: number): Promise<Comparison[]> {
  // What the machine refuses is compiled only: who knows whether it ends.
  const sources = runs.map(({ source, machine }) =>
    machine === REFUSED ? `raise SystemExit\n${source}` : source,
  )
  const references = await referenceRuns(sources, hashSeed)
  return runs.map((run, i) => ({ ...run, python: references[i] ?? REFUSED }))
}

function isSame(a: Reference, b: Reference): boolean {
  return isDeepStrictEqual(withoutOrder(a), withoutOrder(b))
}

/** What is left of a program that differs, and how it does. */
async function smallest({ seed, source }: Run): Promise<readonly Comparison[]> {
  const differing = (sources: readonly string[]): Promise<readonly Comparison[]> =>
    differences(
      sources.flatMap((candidate) => {
        const machine = machineRun(candidate)
        return machine === undefined ? [] : [{ seed, source: candidate, machine }]
      }),
    )
  const left = await shrink(source, async (sources) => {
    const different = new Set((await differing(sources)).map((c) => c.source))
    return sources.map((candidate) => different.has(candidate))
  })
  return differing([left])
}

describe('generated programs', () => {
  // Where python3 is not at hand this stands for it: the same runs, which CPython has confirmed.
  it('print what they printed when CPython confirmed it', () => {
    const confirmed = runsBetween(0, CONFIRMED)
      .filter(({ seed }) => !UNORDERED.has(seed))
      .map(({ seed, machine }) => ({ seed, ...machine }))
    const digest = createHash('sha256').update(JSON.stringify(confirmed)).digest('hex')
    expect(digest.slice(0, 16)).toBe('da7f47d97492c697')
  })
})

if (hasReference()) {
  describe('CPython 3.11', () => {
    it(
      `prints the same and ends with the same exception in the same line (${String(PROGRAMS)} programs)`,
      { timeout: 600_000 },
      async () => {
        const batches: Promise<readonly Comparison[]>[] = []
        for (let from = 0; from < PROGRAMS; from += BATCH) {
          batches.push(differences(runsBetween(from, Math.min(from + BATCH, PROGRAMS))))
        }
        const different = (await Promise.all(batches)).flat()
        expect(
          different.map(({ seed }) => seed),
          JSON.stringify(await Promise.all(different.slice(0, 1).map(smallest))),
        ).toEqual([])
        expect(lastSeed - runs.length).toBeLessThan(MOST_GIVEN_UP * lastSeed)
      },
    )
  })
}
