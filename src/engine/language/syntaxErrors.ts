import type { Span } from './ast'
import type { DiagnosticCode } from './diagnosticCodes'
import { compoundKeyword, type LogicalLine } from './layout'
import type { DiagnosticParams } from './report'
import type { Token } from './tokens'

/**
 * Why a line is not Python. The parser marks where it lost its way but gives no reason; the words of the line tell.
 * Rules are tried from the most specific to the least; the last one only names the unexpected word.
 */
export interface Explanation {
  readonly code: DiagnosticCode
  readonly span: Span
  readonly params: DiagnosticParams
}

interface Trouble {
  readonly tokens: readonly Token[]
  /** The keyword of the clause the line starts, if it starts one. */
  readonly header: string | undefined
  /** The word at which the parser failed, `undefined` at the end of the line. */
  readonly at: Token | undefined
  /** The word before it. */
  readonly before: Token | undefined
  readonly end: Span
  /** Where the parser failed. */
  readonly offset: number
}

type Rule = (trouble: Trouble) => Explanation | undefined

/** Explains the parser's error at `offset` on `line`. */
export function explainError(line: LogicalLine, offset: number): Explanation {
  const { tokens } = line
  const index = tokens.findIndex((token) => token.to > offset)
  const at = index < 0 ? undefined : tokens[index]
  const trouble: Trouble = {
    tokens,
    header: compoundKeyword(line),
    at,
    before: index < 0 ? tokens.at(-1) : tokens[index - 1],
    end: { from: line.to, to: line.to },
    offset,
  }
  for (const rule of RULES) {
    const explanation = rule(trouble)
    if (explanation !== undefined) return explanation
  }
  if (at === undefined) return { code: 'unexpectedEnd', span: trouble.end, params: {} }
  return { code: 'syntax', span: at, params: { found: at.text } }
}

function explanation(code: DiagnosticCode, span: Span, params: DiagnosticParams = {}): Explanation {
  return { code, span, params }
}

/** Constructs that are out of the first tier anyway and that the parser cannot always read. */
const outOfTier: Rule = ({ tokens, at }) => {
  const [first, second] = tokens
  const yields = tokens.find((token) => token.text === 'yield')
  if (yields !== undefined) return explanation('yield', yields)
  if (first?.text === 'async') return explanation('asyncAwait', first)
  if (first?.text === '@') return explanation('decorator', first)
  const isMatch = first?.text === 'match' || first?.text === 'case'
  const hasColon = tokens.some((token) => token.text === ':')
  if (isMatch && second?.kind === 'name' && hasColon) {
    return explanation('match', first)
  }
  const isStar = at?.text === '*' || at?.text === '**'
  const starts = isStar ? tokens[tokens.indexOf(at) - 1]?.text : undefined
  const isUnpacking = [',', '(', '[', 'in'].includes(starts ?? '')
  return isStar && isUnpacking ? explanation('starUnpacking', at, { star: at.text }) : undefined
}

/** Inside an f-string: the token is one, the parser looks into it. */
const formattedField: Rule = ({ at, offset }) => {
  if (at?.kind !== 'string' || offset <= at.from) return undefined
  const isEmpty = /\{\s*$/.test(at.text.slice(0, offset - at.from))
  return explanation(isEmpty ? 'emptyField' : 'formattedField', at)
}

/** `print` at the beginning of a statement, without its bracket. */
const printStatement: Rule = ({ tokens, at }) => {
  for (const [i, token] of tokens.entries()) {
    const isFirst = i === 0 || [';', ':'].includes(tokens[i - 1]?.text ?? '')
    if (token.text !== 'print' || !isFirst) continue
    const next = tokens[i + 1]
    const isNear = at === undefined || (at.from >= token.from && at.from <= (next?.to ?? token.to))
    if (isNear && next?.text !== '(' && next?.text !== '=')
      return explanation('printStatement', token)
  }
  return undefined
}

const elseIf: Rule = ({ tokens }) => {
  const [first, second] = tokens
  if (first?.text !== 'else' || second?.text !== 'if') return undefined
  return explanation('elseIf', { from: first.from, to: second.to })
}

const FOREIGN: Readonly<Record<string, string>> = {
  '&&': 'and',
  '||': 'or',
  '===': '==',
  '!==': '!=',
  '=>': '>=',
  '=<': '<=',
}

/** Operators of other languages: two tokens of Python written without a space. */
const foreignOperator: Rule = ({ tokens }) => {
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1]
    if (next?.from !== token.to) continue
    const found = token.text + next.text
    const instead = FOREIGN[found]
    if (instead !== undefined) {
      return explanation('foreignOperator', { from: token.from, to: next.to }, { found, instead })
    }
  }
  return undefined
}

const incrementOperator: Rule = ({ tokens, at }) => {
  if (at !== undefined && at.kind === 'operator') return undefined
  const [first, second] = tokens.slice(-2)
  const found = (first?.text ?? '') + (second?.text ?? '')
  if (first === undefined || second === undefined || (found !== '++' && found !== '--'))
    return undefined
  return explanation(
    'incrementOperator',
    { from: first.from, to: second.to },
    { operator: found, instead: `${found.charAt(0)}= 1` },
  )
}

const CLAUSES: Readonly<Record<string, string>> = {
  elif: 'if',
  else: 'if',
  except: 'try',
  finally: 'try',
}

/** A clause whose statement is missing: the parser fails at its very first word. */
const strayClause: Rule = ({ tokens, at }) => {
  const [first] = tokens
  const opener = CLAUSES[first?.text ?? '']
  if (first === undefined || at !== first || opener === undefined) return undefined
  return explanation('strayClause', first, { keyword: first.text, opener })
}

const keywordAsName: Rule = ({ tokens, at, before }) => {
  const [first, second] = tokens
  const isAssigned = first?.kind === 'keyword' && second?.text === '='
  if (isAssigned) return explanation('keywordAsName', first, { name: first.text })
  const expectsName = ['def', 'class', 'as', 'import', 'global', 'for', '.'].includes(
    before?.text ?? '',
  )
  const isKeyword = at?.kind === 'keyword' && !['import', 'in'].includes(at.text)
  return expectsName && isKeyword ? explanation('keywordAsName', at, { name: at.text }) : undefined
}

const missingParameterList: Rule = ({ tokens, at }) => {
  const [first, name] = tokens
  if (first?.text !== 'def' || name?.kind !== 'name' || at !== tokens[2]) return undefined
  return explanation('missingParameterList', name, { name: name.text })
}

const missingIn: Rule = ({ tokens, header, at }) => {
  if (header !== 'for' || at === undefined) return undefined
  if (tokens.some((token) => token.text === 'in' && token.from <= at.from)) return undefined
  return explanation('missingIn', at, { found: at.text })
}

/** `if x = 1:`; also `while` and `elif`. */
const assignmentInCondition: Rule = ({ header, at }) => {
  const isCondition = header === 'if' || header === 'elif' || header === 'while'
  return isCondition && at?.text === '=' ? explanation('assignmentInCondition', at) : undefined
}

/** `with a as b.c:` and `with (a as b, c as d):` are Python, but beyond the parser. */
const withItems: Rule = ({ tokens, header, at, before }) => {
  if (header !== 'with') return undefined
  const named = tokens.findIndex((token) => token.text === 'as')
  const failsAt = at?.from ?? Number.POSITIVE_INFINITY
  if (named < 0 || failsAt < (tokens[named]?.from ?? 0)) return undefined
  if (tokens[1]?.text === '(' && before?.text !== 'as')
    return explanation('withParentheses', tokens[1])
  if (at === undefined || at.text === ':' || !tokens.some((token) => token.text === ':'))
    return undefined
  return explanation('withTarget', tokens[named + 1] ?? at)
}

const missingColon: Rule = ({ tokens, header, end }) => {
  if (header === undefined) return undefined
  let depth = 0
  for (const { text } of tokens) {
    if (text === '(' || text === '[' || text === '{') depth += 1
    else if (text === ')' || text === ']' || text === '}') depth -= 1
    else if (text === ':' && depth === 0) return undefined
  }
  return explanation('missingColon', end, { header })
}

const conditionalWithoutElse: Rule = ({ tokens, header }) => {
  const condition = tokens.findIndex((token) => token.text === 'if')
  if (header !== undefined || condition <= 0) return undefined
  const hasElse = tokens.slice(condition).some((token) => token.text === 'else')
  return hasElse
    ? undefined
    : explanation('conditionalWithoutElse', tokens[condition] ?? { from: 0, to: 0 })
}

function isOperand(token: Token | undefined): boolean {
  if (token === undefined) return false
  if (token.kind === 'name' || token.kind === 'number' || token.kind === 'string') return true
  return ['None', 'True', 'False'].includes(token.text)
}

/** Two values side by side: `f(a b)`, `x = 1 2`. */
const missingOperator: Rule = ({ at, before }) => {
  const endsOperand = isOperand(before) || [')', ']', '}'].includes(before?.text ?? '')
  if (at === undefined || before === undefined || !endsOperand || !isOperand(at)) return undefined
  return explanation('missingOperator', at, { before: before.text, found: at.text })
}

const AWAITING: ReadonlySet<string> = new Set(
  '= += -= *= /= //= %= **= &= |= ^= <<= >>= + - * / // % ** == != < > <= >= and or not in is if elif while , ( :'.split(
    ' ',
  ),
)

/** A value is due and something else, or nothing, stands there. */
const missingExpression: Rule = ({ at, before }) => {
  if (before === undefined || !AWAITING.has(before.text) || isOperand(at)) return undefined
  if (before.text === ':' && at !== undefined) return undefined
  const after = before.text
  return explanation('missingExpression', at ?? { from: before.to, to: before.to }, { after })
}

const RULES: readonly Rule[] = [
  formattedField,
  outOfTier,
  printStatement,
  elseIf,
  foreignOperator,
  incrementOperator,
  keywordAsName,
  missingParameterList,
  withItems,
  missingColon,
  strayClause,
  missingIn,
  assignmentInCondition,
  conditionalWithoutElse,
  missingOperator,
  missingExpression,
]
