import type { Span } from './ast'
import { lastAtMost } from '../../base'
import type { Report } from './report'
import { isNumber, isTerminated, scanToken, type Token } from './tokens'

/**
 * The layout of a source: its tokens in logical lines (what Python calls a line: brackets and backslashes join physical
 * ones), with everything CPython's tokenizer refuses reported: brackets, strings, characters, indentation.
 */
export interface LogicalLine extends Span {
  readonly tokens: readonly Token[]
}

export interface Layout {
  readonly lines: readonly LogicalLine[]
  /** The index of the logical line that holds `offset`, or of the last one before it; 0 when there is none. */
  lineAt(offset: number): number
  /** Whether a string token of exactly this span exists. */
  isString(span: Span): boolean
}

/** Brackets and blocks may nest this deep; CPython allows 200 and 100. */
export const NESTING_LIMIT = 100

const COMPOUND_KEYWORDS: ReadonlySet<string> = new Set(
  'if elif else for while try except finally with def class async'.split(' '),
)
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** The keyword that starts a compound statement or clause on `line`, `undefined` on a simple line. */
export function compoundKeyword(line: LogicalLine): string | undefined {
  const first = line.tokens[0]
  return first !== undefined && COMPOUND_KEYWORDS.has(first.text) ? first.text : undefined
}

/** Reads the layout of `source`. Linear; `undefined` when nesting exceeds the limit (reported). */
export function readLayout(source: string, report: Report): Layout | undefined {
  const reader = new LayoutReader(source, report)
  if (!reader.read()) return undefined
  const { lines, strings } = reader
  const starts = lines.map((line) => line.from)
  return {
    lines,
    lineAt: (offset) =>
      starts.length === 0 || offset < (starts[0] ?? 0) ? 0 : lastAtMost(starts, offset),
    isString: ({ from, to }) => strings.get(from) === to,
  }
}

interface Indentation {
  /** Width with tab stops every 8 columns, and with tabs one column wide: both must agree (CPython's rule). */
  readonly width: number
  readonly narrow: number
}

class LayoutReader {
  readonly lines: LogicalLine[] = []
  readonly strings = new Map<number, number>()
  private tokens: Token[] = []
  private readonly brackets: Token[] = []
  private readonly indentations: Indentation[] = [{ width: 0, narrow: 0 }]
  private at = 0

  constructor(
    private readonly source: string,
    private readonly report: Report,
  ) {}

  /** False when brackets or blocks nest too deep. */
  read(): boolean {
    while (this.at < this.source.length) {
      if (this.skipBlank()) continue
      const token = scanToken(this.source, this.at)
      if (this.tokens.length === 0) this.indent(token)
      this.tokens.push(token)
      this.at = token.to
      this.check(token)
      if (this.brackets.length > NESTING_LIMIT || this.indentations.length > NESTING_LIMIT + 1) {
        this.report.error(token, 'nestingTooDeep', { limit: String(NESTING_LIMIT) })
        return false
      }
    }
    this.finish()
    return true
  }

  /** Passes over one space run, comment, line break or continuation; false when a token stands here. */
  private skipBlank(): boolean {
    const { source } = this
    const unit = source.charAt(this.at)
    if (unit === ' ' || unit === '\t' || unit === '\f' || (unit === '\ufeff' && this.at === 0)) {
      this.at += 1
    } else if (unit === '#') {
      while (this.at < source.length && !isLineBreak(source.charAt(this.at))) this.at += 1
    } else if (isLineBreak(unit)) {
      if (this.brackets.length === 0) this.endLine()
      this.at += 1
    } else if (unit === '\\') {
      this.continueLine()
    } else {
      return false
    }
    return true
  }

  private continueLine(): void {
    const lineBreak = /\\(?:\r\n|\r|\n)/y
    lineBreak.lastIndex = this.at
    const found = lineBreak.exec(this.source)
    // A backslash on a line of its own is legal in CPython but moves the indentation: refused for clarity.
    const joins = found !== null && (this.tokens.length > 0 || this.brackets.length > 0)
    if (!joins || this.at + found[0].length >= this.source.length) {
      this.report.error({ from: this.at, to: this.at + 1 }, 'strayBackslash')
    }
    this.at += found === null ? 1 : found[0].length
  }

  private endLine(): void {
    const first = this.tokens[0]
    const last = this.tokens.at(-1)
    if (first !== undefined && last !== undefined) {
      this.lines.push({ from: first.from, to: last.to, tokens: this.tokens })
    }
    this.tokens = []
  }

  private finish(): void {
    this.endLine()
    const open = this.brackets.at(-1)
    if (open !== undefined) {
      this.report.error(open, 'unclosedBracket', {
        bracket: open.text,
        closing: CLOSING[open.text] ?? '',
      })
      this.report.ignoreFrom(open.to)
      return
    }
    const last = this.lines.at(-1)
    if (last !== undefined && opensBlock(last))
      this.expectBlock(last, { from: last.to, to: last.to })
  }

  private check(token: Token): void {
    if (token.kind === 'invalid') this.checkCharacter(token)
    else if (token.kind === 'number') this.checkNumber(token)
    else if (token.kind === 'string') this.checkString(token)
    else if (token.kind === 'operator') this.checkBracket(token)
  }

  private checkCharacter(token: Token): void {
    const { text } = token
    if (text === '!') this.report.error(token, 'foreignOperator', { found: '!', instead: 'not' })
    else if ('“”‘’«»„'.includes(text))
      this.report.error(token, 'typographicQuote', { character: text })
    else this.report.error(token, 'invalidCharacter', { character: printable(text) })
  }

  /** The parser would read `2.for5` as an attribute of 2. */
  private checkNumber(token: Token): void {
    const { text } = token
    if (!isNumber(text)) this.report.error(token, 'invalidNumber', { text })
    // `2.` and `2.e5` are Python, but the parser wants a digit behind the point.
    else if (/\.(?!\d)/.test(text)) {
      this.report.error(token, 'decimalPoint', { text, instead: text.replace('.', '.0') })
    }
  }

  private checkString(token: Token): void {
    if (isTerminated(token.text)) {
      this.strings.set(token.from, token.to)
      return
    }
    const isLong = /^\w*("""|''')/.test(token.text)
    this.report.error(token, isLong ? 'unterminatedTripleString' : 'unterminatedString')
    if (isLong) this.report.ignoreFrom(token.from + 1)
  }

  private checkBracket(token: Token): void {
    const { text } = token
    if (text in CLOSING) {
      this.brackets.push(token)
      return
    }
    if (text !== ')' && text !== ']' && text !== '}') return
    const open = this.brackets.pop()
    if (open === undefined) {
      this.report.error(token, 'unmatchedBracket', { bracket: text })
    } else if (CLOSING[open.text] !== text) {
      this.report.error(token, 'mismatchedBracket', {
        bracket: text,
        open: open.text,
        closing: CLOSING[open.text] ?? '',
      })
      this.report.ignoreFrom(token.to)
    }
  }

  /** Settles the indentation of the logical line that `first` starts. */
  private indent(first: Token): void {
    const here = this.measure(first.from)
    const previous = this.lines.at(-1)
    const opens = previous !== undefined && opensBlock(previous)
    const top = this.indentations.at(-1) ?? here
    if (agreement(here, top) === undefined) {
      this.report.error(first, 'tabsAndSpaces')
    } else if (here.width > top.width) {
      this.indentations.push(here)
      const mayOpen = opens || (previous !== undefined && lacksColon(previous))
      if (!mayOpen) this.report.error(first, 'unexpectedIndent')
    } else {
      if (opens) this.expectBlock(previous, first)
      if (here.width < top.width) this.dedent(first, here)
    }
  }

  private expectBlock(header: LogicalLine, span: Span): void {
    this.report.error(span, 'expectedIndent', { header: header.tokens[0]?.text ?? '' })
  }

  private dedent(first: Token, here: Indentation): void {
    while ((this.indentations.at(-1)?.width ?? 0) > here.width) this.indentations.pop()
    const top = this.indentations.at(-1) ?? here
    if (top.width === here.width && agreement(here, top) !== undefined) return
    this.report.error(first, top.width === here.width ? 'tabsAndSpaces' : 'inconsistentDedent')
    this.indentations.push(here)
  }

  private measure(offset: number): Indentation {
    let from = offset
    while (from > 0 && !isLineBreak(this.source.charAt(from - 1))) from -= 1
    let width = 0
    let narrow = 0
    for (const unit of this.source.slice(from, offset)) {
      if (unit === '\ufeff') continue
      if (unit === '\f') {
        this.report.error({ from, to: offset }, 'invalidCharacter', { character: printable(unit) })
      }
      width = unit === '\t' ? width + 8 - (width % 8) : width + 1
      narrow += 1
    }
    return { width, narrow }
  }
}

/** −1, 0, 1 as the two indentations compare, `undefined` when tabs and spaces give different answers. */
function agreement(a: Indentation, b: Indentation): number | undefined {
  const wide = Math.sign(a.width - b.width)
  return wide === Math.sign(a.narrow - b.narrow) ? wide : undefined
}

function opensBlock(line: LogicalLine): boolean {
  return line.tokens.at(-1)?.text === ':'
}

/** A compound header without its colon: the block below it is meant, so only the colon is reported. */
function lacksColon(line: LogicalLine): boolean {
  return compoundKeyword(line) !== undefined && !line.tokens.some((token) => token.text === ':')
}

function isLineBreak(unit: string): boolean {
  return unit === '\n' || unit === '\r'
}

function printable(character: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character
  const point = character.codePointAt(0) ?? 0
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
}
