/**
 * Containers as Python writes them (`repr`), read only as far as a lens needs: which items stand at the top level of a
 * list, tuple, set or dict. Used to replay calls such as `add('drv-1')` on the text a trace begins with.
 */

export type ContainerKind = 'list' | 'tuple' | 'set' | 'dict' | 'frozenset'

/** Items are texts; a dict's are keys, with their values beside. */
export interface ContainerText {
  readonly kind: ContainerKind
  readonly items: readonly string[]
  readonly values: readonly string[]
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' }

/** The parts of `text` between top-level separators, trimmed; undefined when brackets or quotes do not match. */
export function splitTopLevel(text: string, separator: ',' | ':'): readonly string[] | undefined {
  const parts: string[] = []
  const open: string[] = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i)
    if (unit === "'" || unit === '"') {
      i = endOfString(text, i)
      if (i === text.length) return undefined
    } else if (CLOSING[unit] !== undefined) open.push(CLOSING[unit])
    else if (unit === ']' || unit === ')' || unit === '}') {
      if (open.pop() !== unit) return undefined
    } else if (unit === separator && open.length === 0) {
      parts.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  if (open.length > 0) return undefined
  return [...parts, text.slice(start).trim()]
}

/** Where the quote that begins at `from` is closed, or the length of the text. */
function endOfString(text: string, from: number): number {
  const quote = text.charAt(from)
  let i = from + 1
  while (i < text.length && text.charAt(i) !== quote) i += text.charAt(i) === '\\' ? 2 : 1
  return Math.min(i, text.length)
}

/** The container that `text` writes, or undefined when it writes none (or one this reader does not know). */
export function parseContainer(text: string): ContainerText | undefined {
  if (text === 'set()') return { kind: 'set', items: [], values: [] }
  if (text === 'frozenset()') return { kind: 'frozenset', items: [], values: [] }
  const frozen = /^frozenset\((\{.*\})\)$/s.exec(text)
  if (frozen !== null) {
    const inner = parseContainer(frozen[1] ?? '')
    return inner?.kind === 'set' ? { ...inner, kind: 'frozenset' } : undefined
  }
  const closing = CLOSING[text.charAt(0)]
  if (closing === undefined || text.length < 2 || !text.endsWith(closing)) return undefined
  const parts = splitTopLevel(text.slice(1, -1), ',')
  if (parts === undefined) return undefined
  const items = parts.at(-1) === '' ? parts.slice(0, -1) : parts
  if (text.startsWith('{')) return parseBraces(items)
  return { kind: text.startsWith('[') ? 'list' : 'tuple', items, values: [] }
}

function parseBraces(parts: readonly string[]): ContainerText | undefined {
  const entries = parts.map((part) => splitTopLevel(part, ':'))
  if (entries.length > 0 && entries.every((e) => e?.length === 1))
    return { kind: 'set', items: parts, values: [] }
  const items: string[] = []
  const values: string[] = []
  for (const entry of entries) {
    if (entry?.length !== 2) return undefined
    items.push(entry[0] as string)
    values.push(entry[1] as string)
  }
  return { kind: 'dict', items, values }
}

/** The text Python would write. */
export function printContainer({ kind, items, values }: ContainerText): string {
  const list = items.join(', ')
  switch (kind) {
    case 'list':
      return `[${list}]`
    case 'tuple':
      return items.length === 1 ? `(${list},)` : `(${list})`
    case 'set':
      return items.length === 0 ? 'set()' : `{${list}}`
    case 'frozenset':
      return items.length === 0 ? 'frozenset()' : `frozenset({${list}})`
    case 'dict':
      return `{${items.map((key, i) => `${key}: ${values[i] ?? ''}`).join(', ')}}`
  }
}

/** A call as a trace writes it: `add('drv-1')`; `del 'k'` is `__delitem__('k')`, `+= [1]` is `__iadd__([1])`. */
export interface CallText {
  readonly method: string
  readonly arguments: readonly string[]
}

export function parseCall(text: string): CallText | undefined {
  const operation = /^(del|\+=) (.+)$/s.exec(text)
  if (operation !== null) {
    return {
      method: operation[1] === 'del' ? '__delitem__' : '__iadd__',
      arguments: [operation[2] ?? ''],
    }
  }
  const match = /^(?:[^(]*\.)?(\w+)\((.*)\)$/s.exec(text)
  if (match === null) return undefined
  const parts = splitTopLevel(match[2] ?? '', ',')
  if (parts === undefined) return undefined
  return { method: match[1] ?? '', arguments: parts.filter((part) => part !== '') }
}

/** The value of a string literal without escapes, or undefined. */
export function stringValue(text: string): string | undefined {
  const match = /^(['"])([^\\]*)\1$/s.exec(text)
  return match?.[2]
}
