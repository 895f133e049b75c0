/** Steps by number, flat: what every transition needs stands in a few words side by side, the rest in an object. */
import { grown } from '../../base'
import type { Effects } from './components'
import type { NextStep } from './stepLearner'

/** Words of a step. */
const STRIDE = 10
/** Words of a step by offset. */
const FLAGS = 0
const LOW = 1
const HIGH = 2
const LABEL = 3
const MOVE = 4
const EFFECTS = 5
const EFFECTS_END = 6
const BLIND = 7
const ASKED = 8
const CHANGED = 9

/** What a step is like. */
export const STEP = {
  /** The thread can move. */
  moves: 1,
  /** The program is not over as long as the thread stands there. */
  isNeeded: 2,
  /** It meets a bound. */
  isBounded: 4,
  /** An exception ends a thread, or an order of accesses is a race. */
  isEventful: 8,
  hasProgressed: 16,
  /** The thread then waits for what another thread has, or for its end. */
  waits: 32,
  /** What nothing reaches any more has still to be looked for, if anything made after the base is shared. */
  isUntidy: 64,
  /** It changes variables that it did not look at. */
  isBlind: 128,
} as const

export class StepTable {
  private count = 0
  private words = new Int32Array(STRIDE << 8)
  /** Variables that change and their new values, in turn, of all steps. */
  private effects = new Int32Array(1 << 10)
  private effectsEnd = 0
  private readonly steps: NextStep[] = []

  get bytes(): number {
    return 4 * (STRIDE * this.count + this.effectsEnd) + OBJECT_BYTES * this.count
  }

  /** Keeps a step with what it changes and the variables that it asked for (as `bitOf`), and answers its number. */
  add(step: NextStep, { list, end, blindFrom, low, high }: Effects, asked: number): number {
    const number = this.count++
    if (STRIDE * this.count > this.words.length) this.words = grown(this.words)
    while (this.effectsEnd + end > this.effects.length) this.effects = grown(this.effects)
    const { words, effects, effectsEnd } = this
    const at = STRIDE * number
    words[at + FLAGS] = flagsOf(step) | (blindFrom < end ? STEP.isBlind : 0)
    words[at + LOW] = low
    words[at + HIGH] = high
    words[at + LABEL] = step.label
    words[at + MOVE] = step.move ?? 0
    words[at + EFFECTS] = effectsEnd
    words[at + BLIND] = effectsEnd + blindFrom
    let changed = 0
    for (let i = 0; i < end; i++) effects[effectsEnd + i] = list[i] as number
    for (let i = 0; i < end; i += 2) changed |= bitOf(list[i] as number)
    words[at + ASKED] = asked
    words[at + CHANGED] = changed
    this.effectsEnd += end
    words[at + EFFECTS_END] = this.effectsEnd
    this.steps[number] = step
    return number
  }

  /** How many there are: what comes later can be forgotten by `forgetFrom`. */
  get size(): number {
    return this.count
  }

  /** Forgets the steps from `number` on. */
  forgetFrom(number: number): void {
    if (number >= this.count) return
    this.effectsEnd = this.words[STRIDE * number + EFFECTS] as number
    this.count = number
  }

  step(number: number): NextStep {
    return this.steps[number] as NextStep
  }

  flags(number: number): number {
    return this.words[STRIDE * number + FLAGS] as number
  }

  low(number: number): number {
    return this.words[STRIDE * number + LOW] as number
  }

  high(number: number): number {
    return this.words[STRIDE * number + HIGH] as number
  }

  label(number: number): number {
    return this.words[STRIDE * number + LABEL] as number
  }

  move(number: number): number {
    return this.words[STRIDE * number + MOVE] as number
  }

  /** Whether the step is the same after another: whether that changes nothing that it asked for. False where it may not be. */
  isSameAfter(number: number, other: number): boolean {
    const { words } = this
    const asked = words[STRIDE * number + ASKED] as number
    return (asked & (words[STRIDE * other + CHANGED] as number)) === 0
  }

  /** Where the variables that the step changes without looking at them begin, for `variableAt`: at every second place. */
  blindFrom(number: number): number {
    return this.words[STRIDE * number + BLIND] as number
  }

  /** And where they end. */
  blindEnd(number: number): number {
    return this.words[STRIDE * number + EFFECTS_END] as number
  }

  variableAt(place: number): number {
    return this.effects[place] as number
  }

  /** Changes the variables of a state. */
  apply(number: number, values: Int32Array): void {
    const { effects, words } = this
    const end = words[STRIDE * number + EFFECTS_END] as number
    for (let i = words[STRIDE * number + EFFECTS] as number; i < end; i += 2) {
      values[effects[i] as number] = effects[i + 1] as number
    }
  }
}

/** Stands for a variable in a set of them, together with others. */
export function bitOf(variable: number): number {
  return 1 << (variable & 31)
}

function flagsOf(step: NextStep): number {
  const { move, isNeeded, bound, failures, races, hasProgressed, waits, isTidy } = step
  let flags = 0
  if (move !== undefined) flags |= STEP.moves
  if (isNeeded) flags |= STEP.isNeeded
  if (bound !== undefined) flags |= STEP.isBounded
  if (failures.length + races.length > 0) flags |= STEP.isEventful
  if (hasProgressed) flags |= STEP.hasProgressed
  if (waits) flags |= STEP.waits
  if (!isTidy) flags |= STEP.isUntidy
  return flags
}

/** What stands in an object, about. */
const OBJECT_BYTES = 300
