import type { Value } from '../value'
import { fieldOf, KIND, kindOf, type Objects } from './object'

/** Built-in that the thread of a `threading.Timer` runs. */
export const TIMER_TARGET = '.timer'

/** Whether `value` is a `threading.Timer`. */
export function isTimer({ memory, names }: Objects, value: Value): boolean {
  if (kindOf(memory, value) !== KIND.thread) return false
  const target = fieldOf(memory, value, 1)
  return (
    kindOf(memory, target) === KIND.builtin &&
    names.builtinName(fieldOf(memory, target, 1)) === TIMER_TARGET
  )
}
