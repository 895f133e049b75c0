/** Bytes as text: UTF-8, and `repr`. */
import { PythonError } from '../pythonError'

/** UTF-8 of a text. @throws PythonError for half a surrogate pair */
export function encodeText(text: string): number[] {
  return Array.from(text).flatMap((character) => {
    const bytes = utf8Of(character.codePointAt(0) ?? 0)
    if (bytes !== undefined) return bytes
    throw new PythonError('ValueError', "'utf-8' codec can't encode: surrogates not allowed")
  })
}

/** The bytes of a code point; none for a surrogate. */
export function utf8Of(point: number): number[] | undefined {
  if (point < 0x80) return [point]
  const last = 0x80 | (point & 63)
  if (point < 0x800) return [0xc0 | (point >> 6), last]
  if (point >= 0xd800 && point < 0xe000) return undefined
  const middle = 0x80 | ((point >> 6) & 63)
  if (point < 0x10000) return [0xe0 | (point >> 12), middle, last]
  return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), middle, last]
}

const ESCAPES: Readonly<Record<number, string>> = {
  0x5c: '\\\\',
  0x0a: '\\n',
  0x0d: '\\r',
  0x09: '\\t',
}

/** `b'…'`: single quotes, unless there are some and no double ones. */
export function bytesRepr(bytes: Int32Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'"
  const escape = (byte: number): string => {
    const character = String.fromCharCode(byte)
    if (character === quote) return `\\${quote}`
    const isPrintable = byte >= 0x20 && byte <= 0x7e
    return ESCAPES[byte] ?? (isPrintable ? character : `\\x${byte.toString(16).padStart(2, '0')}`)
  }
  return `b${quote}${Array.from(bytes, escape).join('')}${quote}`
}
