/** Ranges: three integers and a length. A length beyond 31 bits is not stored but computed. */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { PythonError } from '../pythonError'
import { fromAddress, MAXIMUM_SMALL_INTEGER, type Value } from '../value'
import {
  fromBigInt,
  fromNumber,
  immediateInteger,
  requireInteger,
  toBigInt,
  toExact,
} from './integer'
import { fieldOf, type Objects } from './object'

/** Fields of a range, as offsets from its header. */
export const RANGE_FIELD = { start: 1, stop: 2, step: 3, length: 4 } as const
const { start: START, stop: STOP, step: STEP, length: LENGTH } = RANGE_FIELD
const RANGE_WORDS = 5
/** The length word of a range that is too long for it. */
const LONG = -1

/** @throws PythonError TypeError for bounds that are not integers, ValueError for step 0. */
export function makeRange(objects: Objects, start: Value, stop: Value, step: Value): Value {
  for (const bound of [start, stop, step]) requireInteger(objects, bound)
  const { memory } = objects
  const length = countSteps(toBigInt(memory, start), toBigInt(memory, stop), toBigInt(memory, step))
  const bounds = [start, stop, step].map((bound) => fromBigInt(objects, toBigInt(memory, bound)))
  const address = memory.allocate(OBJECT.range, RANGE_WORDS)
  bounds.forEach((bound, i) => memory.write(address + START + i, bound))
  memory.write(address + LENGTH, length > MAXIMUM_SMALL_INTEGER ? LONG : Number(length))
  return fromAddress(address)
}

function countSteps(start: bigint, stop: bigint, step: bigint): bigint {
  if (step === 0n) throw new PythonError('ValueError', 'range() arg 3 must not be zero')
  if (step > 0n) return start < stop ? (stop - start - 1n) / step + 1n : 0n
  return start > stop ? (start - stop - 1n) / -step + 1n : 0n
}

export function rangeBounds(
  memory: Memory,
  range: Value,
): { start: Value; stop: Value; step: Value } {
  return {
    start: fieldOf(memory, range, START),
    stop: fieldOf(memory, range, STOP),
    step: fieldOf(memory, range, STEP),
  }
}

export function rangeLength(memory: Memory, range: Value): bigint | number {
  const length = fieldOf(memory, range, LENGTH)
  if (length !== LONG) return length
  const { start, stop, step } = rangeBounds(memory, range)
  return countSteps(toBigInt(memory, start), toBigInt(memory, stop), toBigInt(memory, step))
}

/** The integer at `index`, which must be within the range. */
export function rangeItem(objects: Objects, range: Value, index: bigint | number): Value {
  const { memory } = objects
  const { start, step } = rangeBounds(memory, range)
  const first = immediateInteger(start)
  const by = immediateInteger(step)
  if (typeof index === 'number' && first !== undefined && by !== undefined) {
    const item = first + by * index
    if (Number.isSafeInteger(item)) return fromNumber(objects, item)
  }
  return fromBigInt(objects, toBigInt(memory, start) + toBigInt(memory, step) * BigInt(index))
}

/** Whether the integer `value` is one of the range. */
export function rangeContains(memory: Memory, range: Value, value: Value): boolean {
  return rangeIndex(memory, range, toBigInt(memory, value)) !== undefined
}

/** Where `integer` stands in the range. */
export function rangeIndex(memory: Memory, range: Value, integer: bigint): bigint | undefined {
  const { start, step } = rangeBounds(memory, range)
  const by = toBigInt(memory, step)
  const distance = integer - toBigInt(memory, start)
  if (distance % by !== 0n) return undefined
  const index = distance / by
  return index >= 0n && index < BigInt(rangeLength(memory, range)) ? index : undefined
}

/** Ranges are equal when they are the same sequence. */
export function equalRanges(memory: Memory, a: Value, b: Value): boolean {
  const length = BigInt(rangeLength(memory, a))
  if (length !== BigInt(rangeLength(memory, b))) return false
  if (length === 0n) return true
  const left = rangeBounds(memory, a)
  const right = rangeBounds(memory, b)
  if (toExact(memory, left.start) !== toExact(memory, right.start)) return false
  return length === 1n || toExact(memory, left.step) === toExact(memory, right.step)
}
