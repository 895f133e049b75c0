/** The format specification mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`. */
import { PythonError } from '../pythonError'

export type Alignment = '<' | '>' | '=' | '^'

export interface FormatSpecification {
  readonly fill: string
  readonly align: Alignment
  readonly sign: '' | '+' | '-' | ' '
  /** `z`: a rounded negative zero loses its sign. */
  readonly isZeroPositive: boolean
  readonly isAlternate: boolean
  readonly width: number
  readonly grouping: '' | ',' | '_'
  readonly precision: number | undefined
  /** Empty where the specification names none. */
  readonly type: string
}

const ALIGNMENTS = '<>=^'
const LARGEST = 2 ** 31 - 1

/**
 * @param type name of the value's type, for messages.
 * @throws PythonError ValueError for what is not a specification.
 */
export function parseSpecification(
  text: string,
  defaultAlign: '<' | '>',
  type: string,
): FormatSpecification {
  const reader = new Reader(Array.from(text))
  const { fill, align } = readAlignment(reader)
  const sign = reader.take('+- ') as FormatSpecification['sign']
  const isZeroPositive = reader.take('z') !== ''
  const isAlternate = reader.take('#') !== ''
  const isZeroPadded = fill === undefined && reader.take('0') !== ''
  const width = reader.number() ?? 0
  const grouping = readGrouping(reader)
  const precision = readPrecision(reader)
  if (reader.rest().length > 1) {
    const message = `Invalid format specifier '${text}' for object of type '${type}'`
    throw new PythonError('ValueError', message)
  }
  return {
    fill: fill ?? (isZeroPadded ? '0' : ' '),
    align: align ?? (isZeroPadded && defaultAlign === '>' ? '=' : defaultAlign),
    sign,
    isZeroPositive,
    isAlternate,
    width,
    grouping,
    precision,
    type: reader.rest(),
  }
}

class Reader {
  private position = 0

  constructor(private readonly characters: readonly string[]) {}

  peek(offset = 0): string {
    return this.characters[this.position + offset] ?? ''
  }

  /** The next character if it is one of `accepted`, else an empty string. */
  take(accepted: string): string {
    const next = this.peek()
    if (next === '' || !accepted.includes(next)) return ''
    this.position++
    return next
  }

  number(): number | undefined {
    let digits = ''
    for (let digit = this.take('0123456789'); digit !== ''; digit = this.take('0123456789')) {
      digits += digit
    }
    if (digits === '') return undefined
    if (Number(digits) <= LARGEST) return Number(digits)
    throw new PythonError('ValueError', 'Too many decimal digits in format string')
  }

  rest(): string {
    return this.characters.slice(this.position).join('')
  }
}

function readAlignment(reader: Reader): {
  fill: string | undefined
  align: Alignment | undefined
} {
  if (reader.peek(1) !== '' && ALIGNMENTS.includes(reader.peek(1))) {
    return { fill: reader.take(reader.peek()), align: reader.take(ALIGNMENTS) as Alignment }
  }
  const align = reader.take(ALIGNMENTS)
  return { fill: undefined, align: align === '' ? undefined : (align as Alignment) }
}

function readGrouping(reader: Reader): FormatSpecification['grouping'] {
  const comma = reader.take(',')
  const underscore = reader.take('_')
  const isBoth = underscore !== '' && (comma !== '' || reader.peek() === ',')
  if (isBoth) throw new PythonError('ValueError', "Cannot specify both ',' and '_'.")
  return (comma || underscore) as FormatSpecification['grouping']
}

function readPrecision(reader: Reader): number | undefined {
  if (reader.take('.') === '') return undefined
  const precision = reader.number()
  if (precision !== undefined) return precision
  throw new PythonError('ValueError', 'Format specifier missing precision')
}
