/**
 * `encode` and `decode`: UTF-8, ASCII and Latin-1, with the error handlers `strict`, `ignore` and `replace`. Every other
 * encoding and handler is refused by name.
 */
import { LimitError } from '../limits'
import { PythonError, typeError } from '../pythonError'
import { NONE, UNBOUND, type Value } from '../value'
import { utf8Of } from './bytes'
import { fromNumber } from './integer'
import type { Objects } from './object'
import { codePointsOf, fromCodePoints, fromText, isString, textOf } from './string'
import { typeName } from './typeName'
import { decodeUtf8 } from './utf8'

type Codec = 'utf-8' | 'ascii' | 'latin-1'

const NAMES: Readonly<Record<string, Codec>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  utf: 'utf-8',
  u8: 'utf-8',
  ascii: 'ascii',
  'us-ascii': 'ascii',
  latin: 'latin-1',
  'latin-1': 'latin-1',
  latin1: 'latin-1',
  l1: 'latin-1',
  'iso-8859-1': 'latin-1',
  'iso8859-1': 'latin-1',
}

/** Points from here on that a codec of one byte has not. */
const BOUNDS = { ascii: 0x80, 'latin-1': 0x100 } as const

const REPLACEMENT_POINT = 0xfffd
const QUESTION_MARK = 0x3f

export interface CodecOptions {
  readonly encoding: string
  readonly errors: string
}

/** A text that names an encoding or a handler. @throws PythonError TypeError */
export function codecArgument(
  objects: Objects,
  value: Value,
  what: string,
  absent: string,
): string {
  if (value === UNBOUND) return absent
  if (isString(objects.memory, value)) return textOf(objects.memory, value)
  throw typeError(`${what} must be str, not ${value === NONE ? 'None' : typeName(objects, value)}`)
}

/** The bytes of a string. @throws PythonError UnicodeEncodeError; LimitError `unsupportedMethod` */
export function encode(objects: Objects, string: Value, options: CodecOptions): number[] {
  const codec = codecOf(options, 'str.encode')
  const points = codePointsOf(objects.memory, string)
  const bytes: number[] = []
  for (let i = 0; i < points.length;) {
    const own = bytesOf(codec, points[i] as number)
    if (own !== undefined) {
      bytes.push(...own)
      i++
      continue
    }
    let end = i + 1
    while (end < points.length && bytesOf(codec, points[end] as number) === undefined) end++
    if (handlerOf(options, 'str.encode') === 'strict') {
      const reason =
        codec === 'utf-8' ? 'surrogates not allowed' : `ordinal not in range(${BOUNDS[codec]})`
      throw unicodeError(objects, 'UnicodeEncodeError', { codec, object: string, i, end, reason })
    }
    if (options.errors === 'replace') for (; i < end; i++) bytes.push(QUESTION_MARK)
    i = end
  }
  return bytes
}

function bytesOf(codec: Codec, point: number): readonly number[] | undefined {
  if (codec === 'utf-8') return utf8Of(point)
  return point < BOUNDS[codec] ? [point] : undefined
}

/** The string of a bytes object. @throws PythonError UnicodeDecodeError; LimitError `unsupportedMethod` */
export function decode(objects: Objects, value: Value, options: CodecOptions): Value {
  const codec = codecOf(options, 'bytes.decode')
  const bytes = codePointsOf(objects.memory, value)
  const points: number[] = []
  for (let i = 0; i < bytes.length;) {
    const read = codec === 'utf-8' ? decodeUtf8(bytes, i) : decodeByte(codec, bytes[i] as number)
    if (read.kind === 'invalid') {
      if (handlerOf(options, 'bytes.decode') === 'strict') {
        const { reason } = read
        const end = i + read.length
        throw unicodeError(objects, 'UnicodeDecodeError', { codec, object: value, i, end, reason })
      }
      if (options.errors === 'replace') points.push(REPLACEMENT_POINT)
    } else points.push(read.point)
    i += read.length
  }
  return fromCodePoints(objects, points)
}

function decodeByte(codec: 'ascii' | 'latin-1', byte: number): ReturnType<typeof decodeUtf8> {
  if (byte < BOUNDS[codec]) return { kind: 'point', point: byte, length: 1 }
  return { kind: 'invalid', reason: `ordinal not in range(${BOUNDS[codec]})`, length: 1 }
}

function codecOf({ encoding }: CodecOptions, method: string): Codec {
  const codec = NAMES[encoding.toLowerCase().replaceAll(/[_ ]/g, '-')]
  if (codec !== undefined) return codec
  throw new LimitError('unsupportedMethod', 0, `${method}('${encoding}')`)
}

function handlerOf({ errors }: CodecOptions, method: string): string {
  if (['strict', 'ignore', 'replace'].includes(errors)) return errors
  throw new LimitError('unsupportedMethod', 0, `${method}(errors='${errors}')`)
}

interface Failure {
  readonly codec: Codec
  readonly object: Value
  readonly i: number
  readonly end: number
  readonly reason: string
}

/** Its arguments are those of CPython's: encoding, object, start, end, reason. */
function unicodeError(
  objects: Objects,
  type: 'UnicodeEncodeError' | 'UnicodeDecodeError',
  { codec, object, i, end, reason }: Failure,
): PythonError {
  return new PythonError(type, reason, [
    fromText(objects, codec),
    object,
    fromNumber(objects, i),
    fromNumber(objects, end),
    fromText(objects, reason),
  ])
}
