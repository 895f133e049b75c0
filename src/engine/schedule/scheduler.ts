import type { Choice } from '../machine'

/** Decides who runs. Schedulers are interchangeable: the machine offers, a scheduler takes one of what is offered. */
export interface Scheduler {
  /**
   * One of `choices` (never empty, in order of thread), or undefined to stop the run.
   * @param now virtual time in microseconds
   */
  choose(choices: readonly Choice[], now: number): Choice | undefined
  /**
   * Takes note of `times` steps that were made without asking, because `choice` was the only one. A scheduler that has
   * no such method is asked each time.
   */
  pass?(choice: Choice, times: number): void
}

/**
 * Choices that time allows: those due by `now`, or, when there are none, those due first (virtual time then jumps). A
 * sleeping thread thus sleeps as long as anybody can run before it wakes.
 */
export function dueChoices(choices: readonly Choice[], now: number): readonly Choice[] {
  // Asked before every step: nearly always all are.
  let count = 0
  for (const choice of choices) if (choice.due <= now) count++
  if (count === choices.length) return choices
  const due = choices.filter((choice) => choice.due <= now)
  if (due.length > 0) return due
  const earliest = Math.min(...choices.map((choice) => choice.due))
  return choices.filter((choice) => choice.due === earliest)
}
