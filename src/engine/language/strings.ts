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
  let bytePieces = 0
  for (let piece = node.name === 'ContinuedString' ? node.firstChild : node; piece !== null;) {
    if (piece.type.isError) return placeholder(node)
    if (piece.name === 'FormatString') isFormatted = true
    if (isBytes(reader, piece)) bytePieces += 1
    if (piece.name !== 'Comment') pieces.push(...readPiece(reader, piece))
    piece = piece === node ? null : piece.nextSibling
  }
  const span: Span = { from: node.from, to: node.to }
  if (bytePieces > 0) return readBytes(reader, node, pieces, bytePieces)
  const parts = joinText(pieces)
  if (isFormatted) return { kind: 'formatted', parts, ...span }
  const [only] = parts
  const value = only?.kind === 'text' ? only.value : ''
  return { kind: 'literal', literal: { type: 'string', value }, ...span }
}

/** Bytes literals join one another, and nothing else. */
function readBytes(
  reader: Reader,
  node: SyntaxNode,
  pieces: readonly FormatPart[],
  bytePieces: number,
): Expression {
  const text = pieces.map((piece) => (piece.kind === 'text' ? piece.value : '')).join('')
  const value = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const isMixed = pieces.length > bytePieces || pieces.some(({ kind }) => kind !== 'text')
  if (isMixed || value.some((byte) => byte > 0xff)) return refuse(reader, node, 'bytesLiteral')
  return { kind: 'literal', literal: { type: 'bytes', value }, from: node.from, to: node.to }
}

function isBytes(reader: Reader, node: SyntaxNode): boolean {
  if (node.name !== 'String') return false
  const written = textOf(reader, node)
  return /b/i.test(written.slice(0, quotesOf(written).opening))
}

function readPiece(reader: Reader, node: SyntaxNode): readonly FormatPart[] {
  const written = textOf(reader, node)
  const { opening, quote } = quotesOf(written)
  const prefix = written.slice(0, opening).toLowerCase()
  if (!isTerminated(written)) {
    // Reported by the layout when the quote is missing in the source itself; here it is inside a field.
    refuse(reader, node, 'unterminatedString')
    return []
  }
  const body = { from: node.from + opening + quote.length, to: node.to - quote.length }
  if (node.name === 'FormatString') return readFormattedString(reader, node, body)
  const isRaw = prefix.includes('r')
  return [{ kind: 'text', value: readEscapes(reader, body, isRaw, prefix.includes('b')) }]
}
