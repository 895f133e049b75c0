/**
 * A copy of the array that is `length` long, twice as long as it was unless it is said otherwise; zero behind what the
 * array had. `length` is not less than that.
 */
export function grown(array: Int32Array, length = 2 * array.length): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length)
  copy.set(array)
  return copy
}
