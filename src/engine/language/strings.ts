import type { SyntaxNode } from '@lezer/common'
import type { Expression, FormatPart, Span } from './ast'
import { joinText, readFormattedString } from './formattedStrings'
import { placeholder, refuse, textOf, type Reader } from './reader'
import { readEscapes } from './escapes'
import { isTerminated, quotesOf } from './tokens'

/** Reads a string, an f-string or a run of adjacent ones, which Python joins into one value. */
export function readString(reader: Reader, node: SyntaxNode): Expression {
  const pieces: FormatPart[] = []
  let isFormatted = false
  for (let piece = node.name === 'ContinuedString' ? node.firstChild : node; piece !== null;) {
    if (piece.type.isError) return placeholder(node)
    if (piece.name === 'FormatString') isFormatted = true
    if (piece.name !== 'Comment') pieces.push(...readPiece(reader, piece))
    piece = piece === node ? null : piece.nextSibling
  }
  const parts = joinText(pieces)
  const span: Span = { from: node.from, to: node.to }
  if (isFormatted) return { kind: 'formatted', parts, ...span }
  const [only] = parts
  const value = only?.kind === 'text' ? only.value : ''
  return { kind: 'literal', literal: { type: 'string', value }, ...span }
}

function readPiece(reader: Reader, node: SyntaxNode): readonly FormatPart[] {
  const written = textOf(reader, node)
  const { opening, quote } = quotesOf(written)
  const prefix = written.slice(0, opening).toLowerCase()
  if (prefix.includes('b')) {
    refuse(reader, node, 'bytesLiteral')
    return []
  }
  if (!isTerminated(written)) {
    // Reported by the layout when the quote is missing in the source itself; here it is inside a field.
    refuse(reader, node, 'unterminatedString')
    return []
  }
  const body = { from: node.from + opening + quote.length, to: node.to - quote.length }
  if (node.name === 'FormatString') return readFormattedString(reader, node, body)
  return [{ kind: 'text', value: readEscapes(reader, body, prefix === 'r') }]
}
