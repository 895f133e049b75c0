/** `repr` of a string: quotes and escapes as CPython chooses them. */

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** Characters that Python does not print: controls, formats, surrogates, unassigned, separators but the blank. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u

/** Whether `repr` shows every character of the text as it is. */
export function isPrintable(text: string): boolean {
  return Array.from(text).every((c) => c === ' ' || !UNPRINTABLE.test(c))
}

/** Single quotes, unless the text has some and no double ones. */
export function stringRepr(text: string): string {
  return quoted(text, (character) => character !== ' ' && UNPRINTABLE.test(character))
}

/** Escapes everything beyond ASCII in a text that is a `repr` already. */
export function toAscii(text: string): string {
  return Array.from(text, (c) => (c > '~' ? codeEscape(c.codePointAt(0) ?? 0) : c)).join('')
}

function quoted(text: string, isEscaped: (character: string) => boolean): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let result = quote
  for (const character of text) {
    if (character === quote) result += '\\' + quote
    else if (ESCAPES[character] !== undefined) result += ESCAPES[character]
    else if (isEscaped(character)) result += codeEscape(character.codePointAt(0) ?? 0)
    else result += character
  }
  return result + quote
}

/** `\\xe9`, `\\u20ac`, `\\U0001f600`. */
export function codeEscape(point: number): string {
  const hex = point.toString(16)
  if (point <= 0xff) return '\\x' + hex.padStart(2, '0')
  return point <= 0xffff ? '\\u' + hex.padStart(4, '0') : '\\U' + hex.padStart(8, '0')
}
