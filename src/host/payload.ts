/** Deepest nesting accepted in a payload; our own messages need less than 10. */
const MAXIMUM_DEPTH = 64

/**
 * Whether a decoded message is at most `limit` bytes, roughly (a character of a string counts as one), and not nested
 * absurdly. Looked at before any schema; ends for cyclic values too. Cost: one walk, at most `limit` steps.
 */
export function isAcceptable(payload: unknown, limit: number): boolean {
  let size = 0
  const walk = (value: unknown, depth: number): boolean => {
    size += 1
    if (size > limit || depth > MAXIMUM_DEPTH) return false
    if (typeof value === 'string') size += value.length
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) size += value.byteLength
    else if (Array.isArray(value)) return value.every((item) => walk(item, depth + 1))
    else if (typeof value === 'object' && value !== null) {
      return Object.entries(value).every(([key, item]) => {
        size += key.length
        return walk(item, depth + 1)
      })
    }
    return size <= limit
  }
  return walk(payload, 0)
}
