import type { SyntaxNode } from '@lezer/common'
import type { Conversion, Expression, FormatPart, Span } from './ast'
import { readEscapes } from './escapes'
import { childrenOf, refuse, textOf, type Reader } from './reader'

/**
 * f-strings by the rules of CPython 3.11: a field holds no backslash and not the string's own quote, and a format
 * specification nests one level. (3.12 is more liberal; what 3.11 refuses is refused.)
 */
export function readFormattedString(
  reader: Reader,
  node: SyntaxNode,
  body: Span,
): readonly FormatPart[] {
  const delimiter = reader.source.slice(body.to, node.to)
  const isWhole = isInField(node)
    ? !textOf(reader, body).includes(delimiter)
    : reader.layout.isString(node)
  if (!isWhole) {
    refuse(reader, node, 'quoteInFormattedString')
    return []
  }
  const isRaw = /^\w*r/i.test(textOf(reader, { from: node.from, to: body.from }))
  const parts: FormatPart[] = []
  let at = body.from
  for (const child of childrenOf(node)) {
    if (child.name === 'Escape') continue
    if (child.name !== 'FormatReplacement') return parts
    parts.push(
      ...readText(reader, { from: at, to: child.from }, isRaw),
      ...readField(reader, child, 0),
    )
    at = child.to
  }
  parts.push(...readText(reader, { from: at, to: body.to }, isRaw))
  return parts
}

/** Whether `node` stands in a field of an f-string, however deep: the layout knows only the string around it. */
function isInField(node: SyntaxNode): boolean {
  for (let around = node.parent; around !== null; around = around.parent)
    if (around.name === 'FormatReplacement') return true
  return false
}

/** Text between fields: doubled braces stand for single ones. */
function readText(reader: Reader, span: Span, isRaw: boolean): readonly FormatPart[] {
  const parts: FormatPart[] = []
  let from = span.from
  for (let at = span.from; at < span.to; at += 1) {
    const unit = reader.source.charAt(at)
    if (unit === '\\') {
      const next = reader.source.charAt(at + 1)
      if (next === '{' || next === '}') {
        // The parser takes this as an escape and CPython as a backslash before a field: the rest cannot be trusted.
        reader.report.error({ from: at, to: at + 2 }, 'invalidEscape', { escape: `\\${next}` })
        return []
      }
      at += 1
    } else if (unit === '{' || unit === '}') {
      const isDoubled = reader.source.charAt(at + 1) === unit && at + 1 < span.to
      if (!isDoubled) reader.report.error({ from: at, to: at + 1 }, 'strayBrace', { brace: unit })
      parts.push({ kind: 'text', value: readEscapes(reader, { from, to: at + 1 }, isRaw) })
      at += isDoubled ? 1 : 0
      from = at + 1
    }
  }
  if (from < span.to)
    parts.push({ kind: 'text', value: readEscapes(reader, { from, to: span.to }, isRaw) })
  return parts
}

/** One `{…}`: its expression, `=`, conversion and specification. `{x=}` also yields its own text. */
function readField(reader: Reader, node: SyntaxNode, depth: number): readonly FormatPart[] {
  const refuseField = (code: Parameters<typeof refuse>[2]): readonly FormatPart[] => {
    refuse(reader, node, code)
    return []
  }
  const written = textOf(reader, node)
  if (depth > 1) return refuseField('formattedFieldTooDeep')
  if (written.includes('\\')) return refuseField('backslashInField')
  if (/^\{\s*[}!:=]/.test(written)) return refuseField('emptyField')
  const children = childrenOf(node)
  if (children.some((child) => child.type.isError)) return refuseField('formattedField')
  if (hasComment(node) || hasSpaceAfterConversion(reader, children))
    return refuseField('formattedField')

  const marks = ['FormatSelfDoc', 'FormatConversion', 'FormatSpec', '}']
  const end = children.findIndex((child) => marks.includes(child.name))
  const values = children.slice(1, end)
  const find = (name: string): SyntaxNode | undefined =>
    children.find((child) => child.name === name)
  const specNode = find('FormatSpec')
  const specification = specNode === undefined ? [] : readSpecification(reader, specNode, depth)
  const documented = find('FormatSelfDoc')
  const conversion = conversionOf(reader, find('FormatConversion'))
  const isPlain = conversion === 'none' && specNode === undefined
  const field: FormatPart = {
    kind: 'field',
    value: readValue(reader, node, values),
    // CPython: `{x=}` shows repr(x) unless a conversion or a specification is given.
    conversion: documented !== undefined && isPlain ? 'r' : conversion,
    specification,
  }
  if (documented === undefined) return [field]
  const behind = reader.source.slice(documented.to, node.to)
  const to = documented.to + behind.length - behind.trimStart().length
  return [
    { kind: 'text', value: reader.source.slice(node.from + 1, to).replace(/\r\n?/g, '\n') },
    field,
  ]
}

function hasComment(node: SyntaxNode): boolean {
  return node.getChild('Comment') !== null
}

/** `{x!r }`: CPython 3.11 wants the end of the field, or its specification, right behind the conversion. */
function hasSpaceAfterConversion(reader: Reader, children: readonly SyntaxNode[]): boolean {
  const conversion = children.find((child) => child.name === 'FormatConversion')
  return conversion !== undefined && !/[:}]/.test(reader.source.charAt(conversion.to))
}

/** `{a}` is a value, `{a, b}` a tuple without parentheses. */
function readValue(reader: Reader, field: SyntaxNode, values: readonly SyntaxNode[]): Expression {
  const first = values[0]
  const star = values.find((value) => value.name === '*')
  if (star !== undefined) return refuse(reader, field, 'starUnpacking')
  if (!values.some((value) => value.name === ',')) return reader.expression(first, field)
  const items = values
    .filter((value) => value.name !== ',')
    .map((value) => reader.expression(value, field))
  return {
    kind: 'tuple',
    items,
    from: first?.from ?? field.from,
    to: values.at(-1)?.to ?? field.to,
  }
}

function conversionOf(reader: Reader, node: SyntaxNode | undefined): Conversion {
  const letter = node === undefined ? '' : textOf(reader, node).slice(1)
  return letter === 's' || letter === 'r' || letter === 'a' ? letter : 'none'
}

function readSpecification(reader: Reader, node: SyntaxNode, depth: number): readonly FormatPart[] {
  const parts: FormatPart[] = []
  let at = node.from + 1
  const addText = (to: number): void => {
    if (to > at)
      parts.push({ kind: 'text', value: textOf(reader, { from: at, to }).replace(/\r\n?/g, '\n') })
  }
  for (const child of childrenOf(node)) {
    if (child.name !== 'FormatReplacement') continue
    addText(child.from)
    parts.push(...readField(reader, child, depth + 1))
    at = child.to
  }
  addText(node.to)
  return joinText(parts)
}

/** Joins neighbouring text parts and drops empty ones. */
export function joinText(pieces: readonly FormatPart[]): readonly FormatPart[] {
  const joined: FormatPart[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.kind === 'text' && piece.value === '') continue
    if (piece.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', value: last.value + piece.value }
    } else {
      joined.push(piece)
    }
  }
  return joined
}
