/**
 * A copy of the array that is `length` long, twice as long as it was unless it is said otherwise; zero behind what the
 * array had. `length` is not less than that.
 */
export function grown(array: Int32Array, length?: number): Int32Array<ArrayBuffer>
export function grown(array: Uint8Array, length?: number): Uint8Array<ArrayBuffer>
export function grown(array: Int32Array | Uint8Array, length = 2 * array.length) {
  const copy = array instanceof Uint8Array ? new Uint8Array(length) : new Int32Array(length)
  copy.set(array)
  return copy
}
