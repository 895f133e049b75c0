/** Floor division and rounding of floats, as CPython does them (Objects/floatobject.c). Powers stand in power.ts. */
import { PythonError } from '../pythonError'
import type { Value } from '../value'
import { fromBigInt } from './integer'
import type { Objects } from './object'
import { scaledInteger } from './floatText'

/** Quotient and remainder of floor division; `b` is not zero. The remainder has the sign of `b`. */
export function floorDivide(a: number, b: number): { quotient: number; remainder: number } {
  let remainder = a % b
  let quotient = (a - remainder) / b
  if (remainder === 0) {
    remainder = b < 0 ? -0 : 0
  } else if (b < 0 !== remainder < 0) {
    remainder += b
    quotient -= 1
  }
  if (quotient === 0) return { quotient: a / b < 0 || Object.is(a / b, -0) ? -0 : 0, remainder }
  const floor = Math.floor(quotient)
  return { quotient: quotient - floor > 0.5 ? floor + 1 : floor, remainder }
}

/** The integer nearest to a float, ties to even. @throws PythonError for infinities and not-a-number. */
export function roundToInteger(objects: Objects, number: number): Value {
  requireFinite(number)
  const floor = Math.floor(number)
  const rest = number - floor
  const isUp = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)
  return fromBigInt(objects, BigInt(isUp ? floor + 1 : floor))
}

/** @throws PythonError as `int(number)` raises for what has no integer. */
export function requireFinite(number: number): void {
  if (Number.isNaN(number)) {
    throw new PythonError('ValueError', 'cannot convert float NaN to integer')
  }
  if (!Number.isFinite(number)) {
    throw new PythonError('OverflowError', 'cannot convert float infinity to integer')
  }
}

/** `round(number, places)`: the double nearest to the correctly rounded decimal. */
export function roundToPlaces(number: number, places: number): number {
  if (!Number.isFinite(number) || places > 323 || number === 0) return number
  if (places < -308) return number < 0 ? -0 : 0
  const isNegative = number < 0
  const scaled = scaledInteger(Math.abs(number), places)
  const rounded = Number(`${scaled.toString()}e${-places}`)
  if (!Number.isFinite(rounded)) {
    throw new PythonError('OverflowError', 'rounded value too large to represent')
  }
  return isNegative ? -rounded : rounded
}
