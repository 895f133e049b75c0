/**
 * A small evaluator of Python expressions over objects, for tests that compare with CPython. Statements are separated by
 * `;`: expressions, `name = …`, `name op= …`, `name[…] = …`, `del name[…]`. No comprehensions, no `and`/`or`, no chains.
 */
import { BINARY, COMPARE, UNARY } from '../../bytecode'
import { PythonError } from '../pythonError'
import { FALSE, NONE, TRUE, type Value } from '../value'
import { BUILTIN_FUNCTIONS } from './builtinFunctions'
import { buildDict } from './dict'
import { compare } from './comparison'
import { raisedException } from './exceptions'
import { fromFloat } from './float'
import { fromBigInt } from './integer'
import { deleteItem, loadItem, loadSlice, storeItem } from './items'
import { makeList } from './list'
import { methodIndex, METHODS } from './methods'
import type { Objects } from './object'
import { binary, inPlace, unary } from './operators'
import { exceptionText, repr } from './representation'
import { buildConstantSet, buildSet } from './set'
import { fromText } from './string'
import { makeTuple } from './tuple'
import { typeName } from './typeName'

const TOKEN =
  /\s*(?:(\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([A-Za-z_]\w*)|(\*\*=?|\/\/=?|<<=?|>>=?|[-+*/%&|^]=|[=!<>]=|[-+*/%&|^~<>()[\]{},:;.=]))/y

interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'symbol' | 'end'
  readonly text: string
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (source.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (match === null) throw new Error(`cannot read ${source.slice(at)}`)
    const [, number, string, name, symbol] = match
    if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (string !== undefined) tokens.push({ kind: 'string', text: string })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'symbol', text: symbol ?? '' })
  }
  return tokens
}

/** Binary operators from loosest to tightest, below comparisons. */
const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%'],
]

const COMPARISONS: readonly string[] = COMPARE

interface Operand {
  readonly value: Value
  readonly isConstant: boolean
  /** What an assignment to the operand stores into. */
  readonly name?: string
  readonly item?: readonly [container: Value, key: Value]
}

class Evaluator {
  private readonly names = new Map<string, Value>()
  private readonly tokens: readonly Token[]
  private position = 0

  constructor(
    private readonly objects: Objects,
    source: string,
  ) {
    this.tokens = tokenize(source)
  }

  /** The value of the last statement. */
  run(): Value {
    let value = NONE
    while (this.peek().kind !== 'end') {
      value = this.statement()
      this.accept(';')
    }
    return value
  }

  private peek(offset = 0): Token {
    return this.tokens[this.position + offset] ?? { kind: 'end', text: '' }
  }

  private accept(text: string): boolean {
    const token = this.peek()
    if (token.text !== text || token.kind === 'string') return false
    this.position++
    return true
  }

  private expect(text: string): void {
    if (!this.accept(text)) throw new Error(`expected ${text}, found ${this.peek().text}`)
  }

  private statement(): Value {
    if (this.accept('del')) {
      const { item } = this.postfix(true)
      if (item === undefined) throw new Error('del needs an item')
      deleteItem(this.objects, item[0], item[1])
      return NONE
    }
    const isTarget = this.peek().kind === 'name' && this.isAssignment()
    return isTarget ? this.assignment() : this.expressions()
  }

  /** Whether an assignment follows before the statement ends. */
  private isAssignment(): boolean {
    let depth = 0
    for (let i = 0; ; i++) {
      const { kind, text } = this.peek(i)
      if (kind === 'end' || (depth === 0 && text === ';')) return false
      if (kind !== 'symbol') continue
      if ('([{'.includes(text)) depth++
      else if (')]}'.includes(text)) depth--
      else if (depth === 0 && /^([-+*/%&|^]|\*\*|\/\/|<<|>>)?=$/.test(text)) return true
    }
  }

  private assignment(): Value {
    const start = this.position
    const isPlain = this.peek(1).text === '='
    const target: Operand = isPlain
      ? { value: NONE, isConstant: false, name: this.take().text }
      : this.target(start)
    const operator = this.take().text
    const value = this.expressions()
    const result =
      operator === '='
        ? value
        : inPlace(this.objects, indexOf(BINARY, operator.slice(0, -1)), target.value, value)
    if (target.item !== undefined) {
      storeItem(this.objects, target.item[0], target.item[1], result)
    } else if (target.name !== undefined) this.names.set(target.name, result)
    return NONE
  }

  /** An item is not read before it is assigned. */
  private target(start: number): Operand {
    this.position = start
    const operand = this.postfix(true)
    const isAugmented = this.peek().text !== '='
    if (isAugmented && operand.item !== undefined) {
      return { ...operand, value: loadItem(this.objects, operand.item[0], operand.item[1]) }
    }
    return operand
  }

  private take(): Token {
    const token = this.peek()
    this.position++
    return token
  }

  private expressions(): Value {
    const first = this.expression()
    if (this.peek().text !== ',') return first
    const items = [first]
    while (this.accept(',')) items.push(this.expression())
    return makeTuple(this.objects, items)
  }

  private expression(): Value {
    return this.comparison().value
  }

  private comparison(): Operand {
    if (this.accept('not')) {
      const value = unary(this.objects, indexOf(UNARY, 'not'), this.comparison().value)
      return { value, isConstant: false }
    }
    const left = this.level(0)
    const operator = this.comparisonOperator()
    if (operator === undefined) return left
    const right = this.level(0)
    const index = COMPARISONS.indexOf(operator)
    return { value: compare(this.objects, index, left.value, right.value), isConstant: false }
  }

  private comparisonOperator(): string | undefined {
    const { text, kind } = this.peek()
    if (kind === 'string') return undefined
    if (text === 'not' && this.peek(1).text === 'in') {
      this.position += 2
      return 'not in'
    }
    if (text === 'is' && this.peek(1).text === 'not') {
      this.position += 2
      return 'is not'
    }
    if (!COMPARISONS.includes(text)) return undefined
    this.position++
    return text
  }

  private level(depth: number): Operand {
    const operators = LEVELS[depth]
    if (operators === undefined) return this.unary()
    let left = this.level(depth + 1)
    for (;;) {
      const { text, kind } = this.peek()
      if (kind !== 'symbol' || !operators.includes(text)) return left
      this.position++
      const right = this.level(depth + 1)
      const value = binary(this.objects, indexOf(BINARY, text), left.value, right.value)
      left = { value, isConstant: false }
    }
  }

  private unary(): Operand {
    const { text, kind } = this.peek()
    if (kind === 'symbol' && ['-', '+', '~'].includes(text)) {
      this.position++
      const operand = this.unary()
      const value = unary(this.objects, indexOf(UNARY, text), operand.value)
      return { value, isConstant: operand.isConstant }
    }
    const base = this.postfix()
    if (!this.accept('**')) return base
    const exponent = this.unary()
    const value = binary(this.objects, indexOf(BINARY, '**'), base.value, exponent.value)
    return { value, isConstant: false }
  }

  /** `isTarget`: the last item is only named, not read. */
  private postfix(isTarget = false): Operand {
    let operand: Operand = this.atom()
    for (;;) {
      if (this.accept('[')) operand = this.subscript(operand.value, isTarget)
      else if (this.accept('.')) operand = this.method(operand.value)
      else return operand
    }
  }

  private subscript(container: Value, isTarget: boolean): Operand {
    const bounds: Value[] = [NONE]
    let isSlice = false
    if (this.peek().text !== ':') bounds[0] = this.expressions()
    while (this.accept(':')) {
      isSlice = true
      const isAbsent = this.peek().text === ':' || this.peek().text === ']'
      bounds.push(isAbsent ? NONE : this.expression())
    }
    this.expect(']')
    if (isSlice) return { value: loadSlice(this.objects, container, bounds), isConstant: false }
    const key = bounds[0] ?? NONE
    const isLast = this.peek().text !== '[' && this.peek().text !== '.'
    const value = isTarget && isLast ? NONE : loadItem(this.objects, container, key)
    return { value, isConstant: false, item: [container, key] }
  }

  private method(receiver: Value): Operand {
    const name = this.take().text
    const index = methodIndex(this.objects, receiver, name)
    const method = index === undefined ? undefined : METHODS[index]
    if (method === undefined) throw new Error(`no method ${name}`)
    this.expect('(')
    const { args, keywords } = this.arguments()
    return { value: method.call(this.objects, receiver, args, keywords), isConstant: false }
  }

  private arguments(): { args: Value[]; keywords: Map<string, Value> } {
    const args: Value[] = []
    const keywords = new Map<string, Value>()
    while (!this.accept(')')) {
      if (this.peek().kind === 'name' && this.peek(1).text === '=') {
        const name = this.take().text
        this.expect('=')
        keywords.set(name, this.expression())
      } else {
        args.push(this.expression())
      }
      this.accept(',')
    }
    return { args, keywords }
  }

  private atom(): Operand {
    const token = this.take()
    switch (token.kind) {
      case 'number':
        return { value: this.number(token.text), isConstant: true }
      case 'string':
        return { value: fromText(this.objects, unescape(token.text)), isConstant: true }
      case 'name':
        return this.name(token.text)
      default:
        return this.display(token.text)
    }
  }

  private number(text: string): Value {
    const plain = text.replaceAll('_', '')
    return /^\d+$/.test(plain)
      ? fromBigInt(this.objects, BigInt(plain))
      : fromFloat(this.objects, Number(plain))
  }

  private name(name: string): Operand {
    if (name === 'None') return { value: NONE, isConstant: true }
    if (name === 'True') return { value: TRUE, isConstant: true }
    if (name === 'False') return { value: FALSE, isConstant: true }
    const builtin = BUILTIN_FUNCTIONS.find((f) => f.name === name)
    const value = this.names.get(name) ?? this.objects.names.builtinValue(name)
    if (builtin !== undefined && !this.names.has(name) && this.accept('(')) {
      const { args, keywords } = this.arguments()
      return { value: builtin.call(this.objects, args, keywords), isConstant: false }
    }
    if (value === 0) throw new Error(`no name ${name}`)
    return { value, isConstant: false, name }
  }

  private display(open: string): Operand {
    if (open === '(') return this.parenthesis()
    if (open === '[') {
      return { value: makeList(this.objects, this.items(']').items), isConstant: false }
    }
    if (open !== '{') throw new Error(`unexpected ${open}`)
    return { value: this.braces(), isConstant: false }
  }

  private items(close: string): { items: Value[]; isConstant: boolean; hasComma: boolean } {
    const items: Value[] = []
    let isConstant = true
    let hasComma = false
    while (!this.accept(close)) {
      const operand = this.comparison()
      items.push(operand.value)
      isConstant &&= operand.isConstant
      hasComma = this.accept(',')
    }
    return { items, isConstant, hasComma: hasComma || items.length !== 1 }
  }

  private parenthesis(): Operand {
    const { items, isConstant, hasComma } = this.items(')')
    if (!hasComma) return { value: items[0] ?? NONE, isConstant }
    return { value: makeTuple(this.objects, items), isConstant }
  }

  private braces(): Value {
    if (this.accept('}')) return buildDict(this.objects, [])
    const start = this.position
    this.expression()
    const isDict = this.peek().text === ':'
    this.position = start
    if (!isDict) {
      const { items, isConstant } = this.items('}')
      const build = isConstant && items.length > 2 ? buildConstantSet : buildSet
      return build(this.objects, items)
    }
    const pairs: Value[] = []
    while (!this.accept('}')) {
      pairs.push(this.expression())
      this.expect(':')
      pairs.push(this.expression())
      this.accept(',')
    }
    return buildDict(this.objects, pairs)
  }
}

function indexOf(table: readonly string[], operator: string): number {
  const index = table.indexOf(operator)
  if (index < 0) throw new Error(`no operator ${operator}`)
  return index
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function unescape(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)/gsu, (_, escape: string) =>
      escape.length > 1
        ? String.fromCodePoint(Number.parseInt(escape.slice(1), 16))
        : (ESCAPES[escape] ?? escape),
    )
}

/** The value of the last expression of `source`. @throws PythonError */
export function evaluate(objects: Objects, source: string): Value {
  return new Evaluator(objects, source).run()
}

/** `repr` of the last expression, or `Type: message` of the exception it raises; `defect: …` for any other error. */
export function outcome(objects: Objects, source: string): string {
  try {
    return repr(objects, evaluate(objects, source))
  } catch (error) {
    if (!(error instanceof PythonError)) return `defect: ${String(error)}`
    const exception = raisedException(objects, error)
    return `${typeName(objects, exception)}: ${exceptionText(objects, exception)}`
  }
}
