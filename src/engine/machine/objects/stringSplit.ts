/** Cutting strings into pieces: `split`, `rsplit`, `splitlines`, `strip`. Pieces are pairs of positions. */
import { isAt } from './stringSearch'

export type Piece = readonly [start: number, end: number]

type Test = (point: number) => boolean

/** Around every `separator`, at most `limit` times from the left. */
export function splitAt(points: Int32Array, separator: Int32Array, limit: number): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (let i = 0; pieces.length < limit && i + separator.length <= points.length;) {
    if (isAt(points, separator, i)) {
      pieces.push([start, i])
      i += separator.length
      start = i
    } else {
      i++
    }
  }
  return [...pieces, [start, points.length]]
}

/** As {@link splitAt}, from the right. */
export function splitAtRight(points: Int32Array, separator: Int32Array, limit: number): Piece[] {
  const pieces: Piece[] = []
  let end = points.length
  for (let i = end - separator.length; pieces.length < limit && i >= 0;) {
    if (isAt(points, separator, i)) {
      pieces.push([i + separator.length, end])
      end = i
      i -= separator.length
    } else {
      i--
    }
  }
  return [...pieces, [0, end] as const].toReversed()
}

/** Words between white space, at most `limit` cuts; the last piece keeps what stands after its start. */
export function splitWords(points: Int32Array, limit: number, isSpace: Test): Piece[] {
  const pieces: Piece[] = []
  let at = skip(points, 0, isSpace)
  while (at < points.length && pieces.length < limit) {
    const end = skip(points, at, (point) => !isSpace(point))
    pieces.push([at, end])
    at = skip(points, end, isSpace)
  }
  if (at < points.length) pieces.push([at, points.length])
  return pieces
}

/** As {@link splitWords}, from the right; the first piece keeps what stands before its end. */
export function splitWordsRight(points: Int32Array, limit: number, isSpace: Test): Piece[] {
  const pieces: Piece[] = []
  let end = points.length
  while (end > 0 && isSpace(points[end - 1] as number)) end--
  while (end > 0 && pieces.length < limit) {
    let start = end
    while (start > 0 && !isSpace(points[start - 1] as number)) start--
    pieces.push([start, end])
    end = start
    while (end > 0 && isSpace(points[end - 1] as number)) end--
  }
  if (end > 0) pieces.push([0, end])
  return pieces.toReversed()
}

function skip(points: Int32Array, from: number, isSkipped: Test): number {
  let at = from
  while (at < points.length && isSkipped(points[at] as number)) at++
  return at
}

/** Lines, with their ends if `keepsEnds`. */
export function splitLines(points: Int32Array, keepsEnds: boolean, isLineEnd: Test): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  while (start < points.length) {
    let end = start
    while (end < points.length && !isLineEnd(points[end] as number)) end++
    const isPair = points[end] === 0x0d && points[end + 1] === 0x0a
    const next = Math.min(points.length, end + (isPair ? 2 : 1))
    pieces.push([start, keepsEnds ? next : end])
    start = next
  }
  return pieces
}

/** What remains without the characters at the ends for which `isStripped` holds. */
export function strip(
  points: Int32Array,
  ends: { readonly left: boolean; readonly right: boolean },
  isStripped: Test,
): Piece {
  let start = 0
  let end = points.length
  if (ends.left) while (start < end && isStripped(points[start] as number)) start++
  if (ends.right) while (end > start && isStripped(points[end - 1] as number)) end--
  return [start, end]
}
