/** `string % values`: printf-style formatting. */
import { PythonError, typeError } from '../pythonError'
import { UNBOUND, type Value } from '../value'
import { dictGet } from './dict'
import { asDouble, isFloat, isNumber, toDouble } from './float'
import { requireFinite } from './floatArithmetic'
import { immediateInteger, isInteger, toBigInt } from './integer'
import { keyError } from './items'
import { formatFloat, formatInteger } from './numberFormat'
import { isKind, KIND, kindOf, requireWords, type Objects } from './object'
import { characterOf, CONVERSION, formatField } from './stringFormat'
import { fromText, isString, stringLength, textOf } from './string'
import { tupleItems } from './tuple'
import { typeName } from './typeName'

interface Field {
  /** The name in `%(name)s`. */
  readonly key: string | undefined
  readonly flags: string
  readonly width: number
  readonly precision: number | undefined
  readonly conversion: string
  /** Position of the conversion in the text, for messages. */
  readonly at: number
}

/** `text % values`. @throws PythonError TypeError, ValueError, KeyError */
export function percentFormat(objects: Objects, text: Value, values: Value): Value {
  return fromText(objects, new Formatter(objects, textOf(objects.memory, text), values).run())
}

class Formatter {
  private readonly characters: readonly string[]
  private readonly isTuple: boolean
  private readonly args: readonly Value[]
  private position = 0
  private used = 0

  constructor(
    private readonly objects: Objects,
    text: string,
    private readonly values: Value,
  ) {
    this.characters = Array.from(text)
    this.isTuple = isKind(objects.memory, values, KIND.tuple)
    this.args = this.isTuple ? tupleItems(objects.memory, values) : [values]
  }

  run(): string {
    let result = ''
    for (;;) {
      const next = this.take()
      if (next === '') break
      result += next === '%' ? this.field() : next
    }
    const isMapping = !this.isTuple && this.isMapping()
    if (this.used < this.args.length && !isMapping) {
      throw typeError('not all arguments converted during string formatting')
    }
    return result
  }

  private isMapping(): boolean {
    const kind = kindOf(this.objects.memory, this.values)
    return kind === KIND.dict || kind === KIND.list || kind === KIND.range
  }

  private peek(): string {
    return this.characters[this.position] ?? ''
  }

  private take(): string {
    const next = this.peek()
    if (next !== '') this.position++
    return next
  }

  private field(): string {
    const key = this.peek() === '(' ? this.key() : undefined
    let flags = ''
    while (this.peek() !== '' && '-+ #0'.includes(this.peek())) flags += this.take()
    const width = this.number('* wants int') ?? 0
    if (width < 0) flags += '-'
    const precision = this.precision()
    if (this.peek() !== '' && 'hlL'.includes(this.peek())) this.take()
    const at = this.position
    const conversion = this.take()
    if (conversion === '') throw new PythonError('ValueError', 'incomplete format')
    if (conversion === '%' && key === undefined && at === this.position - 1) {
      if (this.characters[at - 1] === '%') return '%'
    }
    requireWords(Math.abs(width) + (precision ?? 0))
    const field = { key, flags, width: Math.abs(width), precision, conversion, at }
    return this.render(field, this.argument(field))
  }

  private key(): string {
    this.take()
    let key = ''
    for (let open = 1; ;) {
      const next = this.take()
      if (next === '') throw new PythonError('ValueError', 'incomplete format key')
      if (next === '(') open++
      if (next === ')' && --open === 0) return key
      key += next
    }
  }

  private precision(): number | undefined {
    if (this.peek() !== '.') return undefined
    this.take()
    return Math.max(0, this.number('* wants int') ?? 0)
  }

  /** Digits, or `*` for the next argument. */
  private number(message: string): number | undefined {
    if (this.peek() === '*') {
      this.take()
      const value = this.next()
      if (!isInteger(this.objects.memory, value)) throw typeError(message)
      return immediateInteger(value) ?? 0
    }
    let digits = ''
    while (/^\d$/.test(this.peek())) digits += this.take()
    return digits === '' ? undefined : Number(digits)
  }

  private argument(field: Field): Value {
    if (field.key === undefined) return this.next()
    const { memory } = this.objects
    if (this.isTuple || !isKind(memory, this.values, KIND.dict)) {
      throw typeError('format requires a mapping')
    }
    const key = fromText(this.objects, field.key)
    const value = dictGet(this.objects, this.values, key)
    if (value === UNBOUND) throw keyError(this.objects, key)
    this.used = this.args.length
    return value
  }

  private next(): Value {
    const value = this.args[this.used]
    if (value === undefined) throw typeError('not enough arguments for format string')
    this.used++
    return value
  }

  private render(field: Field, value: Value): string {
    switch (field.conversion) {
      case 's':
        return this.text(field, formatField(this.objects, value, CONVERSION.str, ''))
      case 'r':
        return this.text(field, formatField(this.objects, value, CONVERSION.repr, ''))
      case 'a':
        return this.text(field, formatField(this.objects, value, CONVERSION.ascii, ''))
      case 'c':
        return this.text({ ...field, precision: undefined }, this.character(value))
      case 'd':
      case 'i':
      case 'u':
        return this.integer(field, this.decimal(field, value))
      case 'o':
      case 'x':
      case 'X':
        return this.integer(field, this.exactInteger(field, value))
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return this.float(field, value)
      default:
        throw unsupported(field)
    }
  }

  private text({ flags, width, precision }: Field, text: string): string {
    const characters = Array.from(text).slice(0, precision)
    const padding = ' '.repeat(Math.max(0, width - characters.length))
    return flags.includes('-') ? characters.join('') + padding : padding + characters.join('')
  }

  private character(value: Value): string {
    const { memory } = this.objects
    if (isString(memory, value) && stringLength(memory, value) === 1) return textOf(memory, value)
    if (isInteger(memory, value)) return characterOf(toBigInt(memory, value))
    throw typeError('%c requires int or char')
  }

  private decimal(field: Field, value: Value): bigint {
    const { memory } = this.objects
    if (isInteger(memory, value)) return toBigInt(memory, value)
    if (!isFloat(memory, value)) {
      const type = typeName(this.objects, value)
      throw typeError(`%${field.conversion} format: a real number is required, not ${type}`)
    }
    const number = toDouble(memory, value)
    requireFinite(number)
    return BigInt(Math.trunc(number))
  }

  private exactInteger(field: Field, value: Value): bigint {
    if (isInteger(this.objects.memory, value)) return toBigInt(this.objects.memory, value)
    const type = typeName(this.objects, value)
    throw typeError(`%${field.conversion} format: an integer is required, not ${type}`)
  }

  /** The precision is the least number of digits. */
  private integer(field: Field, integer: bigint): string {
    const type = 'oxX'.includes(field.conversion) ? field.conversion : 'd'
    const magnitude = integer < 0n ? -integer : integer
    const digits = formatInteger(magnitude, { ...PLAIN, type }).padStart(field.precision ?? 0, '0')
    const prefix = field.flags.includes('#') && type !== 'd' ? `0${type}` : ''
    return this.signed(field, integer < 0n, prefix, digits)
  }

  private float(field: Field, value: Value): string {
    const { memory } = this.objects
    if (!isNumber(memory, value)) {
      throw typeError(`must be real number, not ${typeName(this.objects, value)}`)
    }
    const number = asDouble(memory, value)
    const text = formatFloat(Math.abs(number), {
      ...PLAIN,
      type: field.conversion,
      precision: field.precision ?? 6,
      isAlternate: field.flags.includes('#'),
    })
    return this.signed(field, number < 0 || Object.is(number, -0), '', text)
  }

  private signed(
    { flags, width }: Field,
    isNegative: boolean,
    prefix: string,
    digits: string,
  ): string {
    const positive = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
    const head = (isNegative ? '-' : positive) + prefix
    const padding = Math.max(0, width - head.length - digits.length)
    if (flags.includes('-')) return head + digits + ' '.repeat(padding)
    return flags.includes('0')
      ? head + '0'.repeat(padding) + digits
      : ' '.repeat(padding) + head + digits
  }
}

const PLAIN = {
  fill: ' ',
  align: '>',
  sign: '',
  isZeroPositive: false,
  isAlternate: false,
  width: 0,
  grouping: '',
  precision: undefined,
  type: '',
} as const

function unsupported({ conversion, at }: Field): PythonError {
  const code = (conversion.codePointAt(0) ?? 0).toString(16)
  const message = `unsupported format character '${conversion}' (0x${code}) at index ${at}`
  return new PythonError('ValueError', message)
}
