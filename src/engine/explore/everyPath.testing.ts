/** A third opinion on small programs, for comparing searches with: every path of the ordinary machine, nothing merged. */
import type { Program } from '../bytecode'
import { Simulation } from '../schedule'
import type { ExplorationResult } from './result'

export interface PathEnds {
  /** Outputs of normal ends, sorted. */
  readonly outputs: readonly string[]
  /** Kinds of the other ends, sorted. */
  readonly kinds: readonly string[]
}

/** How the paths of `program` end; undefined when following them takes more than `most` steps. */
export function everyPath(program: Program, most: number): PathEnds | undefined {
  const simulation = new Simulation(program)
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

/**
 * What an exploration says otherwise than the paths; undefined when nothing. Kinds that only it tells are no difference:
 * a path that ends has one outcome, and a violation on its way may be hidden behind another.
 */
export function differenceFrom(paths: PathEnds, result: ExplorationResult): string | undefined {
  const outputs = result.outcomes?.map(({ output }) => output)
  const told = new Set<string>(result.violations.map(({ kind }) => kind))
  const missing = paths.kinds.filter((kind) => !told.has(kind))
  const isEqual = JSON.stringify(outputs) === JSON.stringify(paths.outputs) && missing.length === 0
  return isEqual ? undefined : JSON.stringify({ paths, outputs, kinds: [...told] })
}
