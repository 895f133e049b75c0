import type { Span } from './ast'
import { textOf, type Reader } from './reader'

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
  '\r': '',
  '\r\n': '',
}

/** A line break, or an escape: two, four or eight hexadecimal digits, one to three octal ones, or one character. */
const ESCAPE =
  /\r\n?|\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(\r\n|[^]))/gu

/**
 * The value of the text of a string (or, one character a byte, of bytes) between its quotes: line breaks become `\n`, escapes are replaced unless `isRaw`.
 * An escape that CPython does not know keeps its backslash, with a warning; a malformed one is an error.
 */
export function readEscapes(reader: Reader, body: Span, isRaw: boolean, isBytes = false): string {
  const written = textOf(reader, body)
  if (isBytes && /[^\0-\x7f]/.test(written)) reader.report.error(body, 'bytesLiteral')
  if (isRaw || !written.includes('\\')) return written.replace(/\r\n?/g, '\n')
  return written.replace(ESCAPE, (escape: string, ...groups: unknown[]) => {
    if (!escape.startsWith('\\')) return '\n'
    const [two, four, eight, octal, other] = groups as (string | undefined)[]
    const from = body.from + (groups[5] as number)
    const span = { from, to: from + escape.length }
    if (octal !== undefined) {
      return String.fromCodePoint(parseInt(octal, 8) & (isBytes ? 0xff : 0x1ff))
    }
    // Bytes know no escapes for characters beyond them.
    if (isBytes && (four ?? eight) !== undefined) {
      reader.report.warn(span, 'unknownEscape', { escape: escape.slice(0, 2) })
      return escape
    }
    const hex = two ?? four ?? eight
    if (hex !== undefined) return characterOf(reader, span, escape, parseInt(hex, 16))
    return simpleEscape(reader, span, other ?? '', isBytes)
  })
}

function simpleEscape(reader: Reader, span: Span, letter: string, isBytes: boolean): string {
  const known = SIMPLE[letter]
  if (known !== undefined) return known
  const escape = `\\${letter}`
  if ((isBytes ? 'x' : 'xuUN').includes(letter))
    reader.report.error(span, 'invalidEscape', { escape })
  else reader.report.warn(span, 'unknownEscape', { escape })
  return escape
}

/** Surrogates are refused: CPython keeps two of them apart where JavaScript would join them. */
function characterOf(reader: Reader, span: Span, escape: string, point: number): string {
  if (point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)) return String.fromCodePoint(point)
  reader.report.error(span, 'invalidEscape', { escape })
  return ''
}
