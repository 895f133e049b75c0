/**
 * Programs that somebody spoilt: whatever is written, it is refused inside its own text, or it runs to an end that a program
 * can have. Cerrojo never fails itself, and never runs for ever.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile } from '../../src/engine/bytecode'
import { parse } from '../../src/engine/language'
import { DEFAULT_LIMITS, type Limits } from '../../src/engine/machine'
import { randomScheduler, simulate } from '../../src/engine/schedule'
import { THREADED_PROGRAMS } from '../differential/threadedPrograms'
import { createPrng, type Prng } from '../../src/base'

/** A campaign has 50,000, from other seeds each time. */
const MUTANTS = Number(process.env['CERROJO_MUTANTS'] ?? 300)
const FIRST_SEED = Number(process.env['CERROJO_FIRST_MUTANT'] ?? 1)

const LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  steps: 5000,
  silentInstructions: 50_000,
  heapBytes: 2 ** 23,
  events: 20_000,
  output: 50_000,
}

const SOURCES: readonly string[] = [
  ...readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.py'))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')),
  ...THREADED_PROGRAMS.map(({ source }) => source),
]

/** Names, numbers, texts, marks and spaces. */
const TOKENS = /\w+|"[^"\n]*"|'[^'\n]*'|\n *|\s|[^\s\w]/gu

function tokensOf(source: string): string[] {
  return source.match(TOKENS) ?? []
}

const VOCABULARY: readonly string[] = [...new Set(SOURCES.flatMap(tokensOf))]

function anyOf(random: Prng, items: readonly string[]): string {
  return items[random.below(items.length)] ?? ''
}

/** One to four tokens of a program deleted, doubled, exchanged or replaced by others of the vocabulary. */
function mutant(seed: number): string {
  const random = createPrng(seed)
  const tokens = tokensOf(anyOf(random, SOURCES))
  for (let edits = 1 + random.below(4); edits > 0; edits--) {
    const at = random.below(tokens.length)
    const token = tokens[at] ?? ''
    const other = random.below(tokens.length)
    const changed: readonly (readonly string[])[] = [
      [],
      [token, token],
      [anyOf(random, VOCABULARY)],
      [token, anyOf(random, VOCABULARY)],
      [tokens[other] ?? ''],
    ]
    tokens.splice(at, 1, ...(changed[random.below(changed.length)] ?? []))
  }
  return tokens.join('')
}

/** What is wrong with how Cerrojo takes the program; undefined where nothing is. */
function defect(source: string, seed: number): string | undefined {
  try {
    const reading = parse(source)
    const isInside = reading.diagnostics.every(
      ({ from, to, line, column }) =>
        0 <= from && from <= to && to <= source.length && line >= 1 && column >= 1,
    )
    if (!isInside) return 'a diagnostic outside the source'
    if (reading.kind === 'refused') {
      return reading.diagnostics.some(({ severity }) => severity === 'error')
        ? undefined
        : 'refused without an error'
    }
    simulate(compile(reading.module, source), randomScheduler(seed), { limits: LIMITS })
    return undefined
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

it(
  `${String(MUTANTS)} spoilt programs are refused or run, and nothing else`,
  { timeout: 3_600_000 },
  () => {
    const defects: { seed: number; defect: string }[] = []
    for (let seed = FIRST_SEED; seed < FIRST_SEED + MUTANTS; seed++) {
      const found = defect(mutant(seed), seed)
      if (found !== undefined) defects.push({ seed, defect: found })
    }
    expect(defects.slice(0, 20)).toEqual([])
  },
)
