/** Decoding of UTF-8, with CPython's reasons and lengths of what is malformed (Objects/stringlib/codecs.h). */

export type Decoded =
  | { readonly kind: 'point'; readonly point: number; readonly length: number }
  | { readonly kind: 'invalid'; readonly reason: string; readonly length: number }

/** First bytes that begin a sequence of 2, 3 or 4, and bounds of the second byte where they are narrower. */
const SEQUENCES = [
  { first: 0xc2, last: 0xdf, length: 2 },
  { first: 0xe0, last: 0xef, length: 3 },
  { first: 0xf0, last: 0xf4, length: 4 },
] as const

const SECOND: Readonly<Record<number, readonly [lowest: number, highest: number]>> = {
  0xe0: [0xa0, 0xbf],
  0xed: [0x80, 0x9f],
  0xf0: [0x90, 0xbf],
  0xf4: [0x80, 0x8f],
}
const USUAL = [0x80, 0xbf] as const

/** What begins at `start`, which is within the bytes. */
export function decodeUtf8(bytes: Int32Array, start: number): Decoded {
  const lead = bytes[start] as number
  if (lead < 0x80) return { kind: 'point', point: lead, length: 1 }
  const sequence = SEQUENCES.find(({ first, last }) => lead >= first && lead <= last)
  if (sequence === undefined) return { kind: 'invalid', reason: 'invalid start byte', length: 1 }
  let point = lead & (0xff >> (sequence.length + 1))
  for (let n = 1; n < sequence.length; n++) {
    const byte = bytes[start + n]
    if (byte === undefined) return { kind: 'invalid', reason: 'unexpected end of data', length: n }
    const [lowest, highest] = (n === 1 ? SECOND[lead] : undefined) ?? USUAL
    if (byte < lowest || byte > highest) {
      return { kind: 'invalid', reason: 'invalid continuation byte', length: n }
    }
    point = (point << 6) | (byte & 0x3f)
  }
  return { kind: 'point', point, length: sequence.length }
}
