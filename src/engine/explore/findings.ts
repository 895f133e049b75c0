/** What a search comes across on its way: violations, races, ends, conditions. Places and threads are numbers here. */
import type { PackedMove } from './stateStore'
import type { Access } from './access'
import type { Condition, ViolationKind } from './result'

/** What goes wrong. */
export interface Fault {
  readonly kind: ViolationKind
  /** What tells it apart from others of its kind. */
  readonly key: string
  readonly threads: readonly number[]
}

/** A violation, and the way to it: the way to `state`, then `move`, if there is one. */
export interface FoundViolation extends Fault {
  readonly state: number
  readonly move: PackedMove | undefined
}

export interface FoundRace {
  readonly state: number
  readonly threads: readonly [number, number]
  readonly accesses: readonly [Access, Access]
}

/** Violations of one kind that are told apart; more are not worth a reader's time. */
const MOST_OF_A_KIND = 8
const MOST_RACES = 200
const MOST_FAILING = 1000

export class Findings {
  readonly violations: FoundViolation[] = []
  readonly races: FoundRace[] = []
  /** Final states in which the program has ended normally, with the number of what was printed. */
  readonly ends = new Map<number, number>()
  /** Every violation, those that are not told apart as well, up to a number that no drawn graph reaches. */
  readonly failing: FoundViolation[] = []
  readonly conditions = new Map<Condition, { states: number; first: number }>()
  private readonly violationKeys = new Set<string>()
  private readonly raceKeys = new Set<string>()

  violation(found: FoundViolation): void {
    if (this.failing.length < MOST_FAILING) this.failing.push(found)
    const key = `${found.kind} ${found.key}`
    if (this.violationKeys.has(key)) return
    if (this.violations.filter((v) => v.kind === found.kind).length >= MOST_OF_A_KIND) return
    this.violationKeys.add(key)
    this.violations.push(found)
  }

  /** Notes every conflict between the next steps of two threads that can both move. */
  raceBetween(
    state: number,
    threads: readonly [number, number],
    accesses: readonly [Access, Access],
  ): void {
    const [a, b] = accesses
    const isInOrder = a.line < b.line || (a.line === b.line && threads[0] < threads[1])
    const key = isInOrder
      ? `${String(a.line)} ${String(b.line)}`
      : `${String(b.line)} ${String(a.line)}`
    if (this.raceKeys.has(key) || this.races.length >= MOST_RACES) return
    this.raceKeys.add(key)
    this.races.push(
      isInOrder
        ? { state, threads, accesses }
        : { state, threads: [threads[1], threads[0]], accesses: [b, a] },
    )
  }

  condition(condition: Condition, state: number): void {
    const known = this.conditions.get(condition)
    if (known === undefined) this.conditions.set(condition, { states: 1, first: state })
    else known.states++
  }
}
