import type { Span } from './ast'

/**
 * The words of Python 3.11, one at a time. The parser's tree leaves out what it cannot read and accepts what CPython
 * refuses (unterminated strings, stray characters); this scanner sees exactly what CPython's tokenizer sees.
 */
export type TokenKind = 'name' | 'keyword' | 'number' | 'string' | 'operator' | 'invalid'

export interface Token extends Span {
  readonly kind: TokenKind
  readonly text: string
}

export const KEYWORDS: ReadonlySet<string> = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global
   if import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
)

const NAME = /[\p{XID_Start}_][\p{XID_Continue}]*/uy
const NUMBER =
  /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?/y
const NUMBER_TAIL = /[\p{XID_Continue}]+/uy
const OPERATOR =
  /(?:\*\*|\/\/|>>|<<)=?|\.\.\.|->|:=|<>|[-+*/%@&|^<>=!]=|[-+*/%@&|^~<>=.,:;()[\]{}]/y
const STRING_PREFIX = /^(?:[rR][bBfF]?|[bBfF][rR]?|[uU])$/

/** The token that starts at `from`, where neither a space, a comment, a line break nor a backslash stands. */
export function scanToken(source: string, from: number): Token {
  const name = match(NAME, source, from)
  if (name !== undefined) return scanWord(source, from, name)
  const first = source.charAt(from)
  if (first === '"' || first === "'") return scanString(source, from, from)
  const number = match(NUMBER, source, from)
  if (number !== undefined) return scanNumber(source, from, number)
  const operator = match(OPERATOR, source, from)
  if (operator !== undefined) return token('operator', from, operator)
  return token('invalid', from, String.fromCodePoint(source.codePointAt(from) ?? 0))
}

/** Whether `text` is a name of Python (keywords included): XID_Start or `_`, then XID_Continue. */
export function isIdentifier(text: string): boolean {
  return match(NAME, text, 0) === text
}

/** Whether `text` is one complete number of Python, complex ones included. */
export function isNumber(text: string): boolean {
  return match(NUMBER, text, 0) === text
}

function token(kind: TokenKind, from: number, text: string): Token {
  return { kind, from, to: from + text.length, text }
}

function match(pattern: RegExp, source: string, from: number): string | undefined {
  pattern.lastIndex = from
  return pattern.exec(source)?.[0]
}

function scanWord(source: string, from: number, word: string): Token {
  const quoteAt = from + word.length
  const next = source.charAt(quoteAt)
  const isPrefix = (next === '"' || next === "'") && STRING_PREFIX.test(word)
  if (isPrefix) return scanString(source, from, quoteAt)
  return token(KEYWORDS.has(word) ? 'keyword' : 'name', from, word)
}

/** A number runs on to the end of the word, so that `12ab` is one wrong number and not a number and a name. */
function scanNumber(source: string, from: number, number: string): Token {
  const tail = match(NUMBER_TAIL, source, from + number.length) ?? ''
  return token('number', from, number + tail)
}

/**
 * A string from its prefix to its closing quote. An unterminated one reaches to the end of the line, or of the source
 * when it has triple quotes; {@link isTerminated} tells.
 */
function scanString(source: string, from: number, quoteAt: number): Token {
  const quote = source.charAt(quoteAt)
  const isLong = source.startsWith(quote.repeat(3), quoteAt)
  const closing = isLong ? quote.repeat(3) : quote
  let at = quoteAt + closing.length
  while (at < source.length) {
    const unit = source.charAt(at)
    if (unit === '\\') {
      at += source.startsWith('\r\n', at + 1) ? 3 : 2
      continue
    }
    if (source.startsWith(closing, at))
      return token('string', from, source.slice(from, at + closing.length))
    if (!isLong && (unit === '\n' || unit === '\r')) break
    at += 1
  }
  return token('string', from, source.slice(from, Math.min(at, source.length)))
}

/** Whether the text of a string token has its closing quote. */
export function isTerminated(text: string): boolean {
  const { opening, quote } = quotesOf(text)
  const end = opening + quote.length
  return (
    text.length >= end + quote.length &&
    text.endsWith(quote) &&
    !isEscaped(text, text.length - quote.length)
  )
}

/** Splits a string literal into the length of its prefix and the quote that delimits it. */
export function quotesOf(text: string): { readonly opening: number; readonly quote: string } {
  const opening = text.search(/["']/)
  const quote = text.charAt(opening)
  const isLong = text.startsWith(quote.repeat(3), opening)
  return { opening, quote: isLong ? quote.repeat(3) : quote }
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text.charAt(at - 1 - backslashes) === '\\') backslashes += 1
  return backslashes % 2 === 1
}
