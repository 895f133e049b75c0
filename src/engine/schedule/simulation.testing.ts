import { compile, type Program } from '../bytecode'
import { parse } from '../language'
import { EVENT_WORDS, textOf, type Machine } from '../machine'
import { EVENT, type Outcome } from '../trace'
import { Simulation } from './simulation'

/** The program of `source`. */
export function compiled(source: string): Program {
  const reading = parse(source)
  if (reading.kind === 'refused') {
    throw new Error(reading.diagnostics.map((d) => `${String(d.line)} ${d.code}`).join())
  }
  return compile(reading.module, source)
}

/** A simulation of `source` before its first step. */
export function simulationOf(source: string): Simulation {
  return new Simulation(compiled(source))
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

/**
 * The different endings, as `outcome: output`, sorted. A state that was reached before (the same memory after the same
 * output) is not followed again.
 */
export function endingSet(source: string, most = 200_000): string[] {
  const simulation = simulationOf(source)
  const { machine } = simulation
  const found = new Set<string>()
  const known = new Set<string>()
  const visit = (printed: string): void => {
    const { hashLow, hashHigh } = machine.memory
    const state = `${String(hashLow)} ${String(hashHigh)} ${printed}`
    if (known.has(state)) return
    known.add(state)
    if (known.size > most) throw new Error(`more than ${String(most)} states`)
    const choices = simulation.choices()
    if (choices.length === 0) found.add(`${simulation.outcome?.kind ?? ''}: ${printed.trim()}`)
    for (const choice of choices) {
      const before = machine.events.length
      simulation.step(choice)
      visit(printed + printedSince(machine, before))
      simulation.back()
    }
  }
  visit('')
  return [...found].sort()
}

function printedSince({ events, memory }: Machine, from: number): string {
  const { words, length } = events.raw()
  let text = ''
  for (let at = from * EVENT_WORDS; at < length * EVENT_WORDS; at += EVENT_WORDS) {
    const isPrint = ((words[at] as number) & 0x3f) === EVENT.print
    if (isPrint) text += textOf(memory, words[at + 2] as number)
  }
  return text
}
