/** Slices as objects: what `slice(…)` makes, and the key of an assignment or deletion. */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { fromAddress, type Value } from '../value'
import { fieldOf, type Objects } from './object'

const SLICE_WORDS = 4

/** `bounds`: start, stop and step, NONE where absent. */
export function makeSlice({ memory }: Objects, bounds: readonly [Value, Value, Value]): Value {
  const address = memory.allocate(OBJECT.slice, SLICE_WORDS)
  bounds.forEach((bound, i) => memory.write(address + 1 + i, bound))
  return fromAddress(address)
}

/** Start, stop and step. */
export function sliceBounds(memory: Memory, slice: Value): readonly [Value, Value, Value] {
  return [fieldOf(memory, slice, 1), fieldOf(memory, slice, 2), fieldOf(memory, slice, 3)]
}
