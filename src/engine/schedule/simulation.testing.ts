import { compile } from '../bytecode'
import { parse } from '../language'
import type { Outcome } from '../trace'
import { Simulation } from './simulation'

/** A simulation of `source` before its first step. */
export function simulationOf(source: string): Simulation {
  const reading = parse(source)
  if (reading.kind === 'refused') {
    throw new Error(reading.diagnostics.map((d) => `${String(d.line)} ${d.code}`).join())
  }
  return new Simulation(compile(reading.module, source))
}

export interface Ending {
  readonly outcome: Outcome
  readonly output: string
}

/**
 * Every ending of every interleaving, by naive enumeration: forward, and back again. For tests of small programs only.
 */
export function endings(source: string, most = 200_000): Ending[] {
  const simulation = simulationOf(source)
  const found: Ending[] = []
  let steps = 0
  const visit = (): void => {
    const choices = simulation.choices()
    if (choices.length === 0) {
      const { outcome, output } = simulation.result()
      found.push({ outcome, output })
      return
    }
    for (const choice of choices) {
      if (++steps > most) throw new Error(`more than ${String(most)} steps`)
      simulation.step(choice)
      visit()
      simulation.back()
    }
  }
  visit()
  return found
}

/** The different endings, as `outcome: output`, sorted. */
export function endingSet(source: string): string[] {
  const texts = endings(source).map(({ outcome, output }) => `${outcome.kind}: ${output.trim()}`)
  return [...new Set(texts)].sort()
}
