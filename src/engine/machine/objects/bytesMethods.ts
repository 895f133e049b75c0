/** `bytes`: how it is made, and its methods beyond those of strings. */
import { PythonError, typeError } from '../pythonError'
import { fromBoolean, NONE, UNBOUND, type Value } from '../value'
import { requireBytes } from './byteArguments'
import { codecArgument, decode, encode } from './codecs'
import { isInteger, requireIndexSize, toIndex, toSize } from './integer'
import { lengthOf } from './items'
import { getIterator, itemsOf } from './iterator'
import { methodsOf, type Method, type MethodRow } from './method'
import { kindOf, KIND, requireWords, type Objects } from './object'
import { codePointsOf, fromBytes, fromText, isBytes, isString } from './string'
import { textMethods } from './textMethods'
import { BYTES, isAsciiSpace } from './textType'
import { typeName } from './typeName'

type Arguments = readonly Value[]

const CASE = 0x20

function isUpper(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a
}

function isLower(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a
}

function isLetter(byte: number): boolean {
  return isUpper(byte) || isLower(byte)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function toUpper(byte: number): number {
  return isLower(byte) ? byte - CASE : byte
}

function toLower(byte: number): number {
  return isUpper(byte) ? byte + CASE : byte
}

/** `bytes()`, `bytes(count)`, `bytes(numbers)`, `bytes(text, encoding, errors)`. @throws PythonError */
export function toBytes(
  objects: Objects,
  [source = UNBOUND, encoding = UNBOUND, errors = UNBOUND]: Arguments,
): Value {
  const { memory } = objects
  if (source !== UNBOUND && isString(memory, source)) {
    if (encoding === UNBOUND) throw typeError('string argument without an encoding')
    return fromBytes(
      objects,
      encode(objects, source, options(objects, 'bytes()', encoding, errors)),
    )
  }
  if (encoding !== UNBOUND) throw typeError('encoding without a string argument')
  if (errors !== UNBOUND) throw typeError('errors without a string argument')
  if (source === UNBOUND) return fromBytes(objects, [])
  if (isBytes(memory, source)) return source
  if (isInteger(memory, source)) {
    requireIndexSize(objects, source)
    return zeros(objects, toIndex(objects, source))
  }
  return fromBytes(objects, numbers(objects, source))
}

function zeros(objects: Objects, count: number): Value {
  if (count < 0) throw new PythonError('ValueError', 'negative count')
  requireWords(count)
  return fromBytes(objects, new Int32Array(count))
}

function numbers(objects: Objects, source: Value): readonly number[] {
  if (kindOf(objects.memory, source) !== KIND.generator) requireIterable(objects, source)
  return itemsOf(objects, source).map((item) => {
    const byte = toIndex(objects, item)
    if (byte >= 0 && byte <= 0xff) return byte
    throw new PythonError('ValueError', 'bytes must be in range(0, 256)')
  })
}

function requireIterable(objects: Objects, source: Value): void {
  try {
    getIterator(objects, source)
  } catch (error) {
    if (!(error instanceof PythonError)) throw error
    throw typeError(`cannot convert '${typeName(objects, source)}' object to bytes`)
  }
}

function options(
  objects: Objects,
  caller: string,
  encoding: Value,
  errors: Value,
): { readonly encoding: string; readonly errors: string } {
  return {
    encoding: codecArgument(objects, encoding, `${caller} argument 'encoding'`, 'utf-8'),
    errors: codecArgument(objects, errors, `${caller} argument 'errors'`, 'strict'),
  }
}

/** `str(bytes, encoding, errors)`. @throws PythonError */
export function decoded(objects: Objects, value: Value, encoding: Value, errors: Value): Value {
  const chosen = options(objects, 'str()', encoding, errors)
  if (isString(objects.memory, value)) throw typeError('decoding str is not supported')
  if (!isBytes(objects.memory, value)) {
    const type = typeName(objects, value)
    throw typeError(`decoding to str: need a bytes-like object, ${type} found`)
  }
  return decode(objects, value, chosen)
}

const toText: Method['call'] = (objects, self, [encoding = UNBOUND, errors = UNBOUND]) =>
  decode(objects, self, options(objects, 'decode()', encoding, errors))

/** `hex(sep, bytes_per_sep)`: groups are counted from the right, from the left when the number is negative. */
function hex(
  objects: Objects,
  self: Value,
  [separator = UNBOUND, size = UNBOUND]: Arguments,
): Value {
  const { memory } = objects
  const pairs = Array.from(codePointsOf(memory, self), (b) => b.toString(16).padStart(2, '0'))
  if (separator === UNBOUND) return fromText(objects, pairs.join(''))
  const group = size === UNBOUND ? 1 : toSize(objects, size, 'int')
  const mark = separatorOf(objects, separator)
  const text = pairs.map((pair, i) => {
    const distance = group < 0 ? i : pairs.length - i
    const isStart = group !== 0 && i > 0 && distance % Math.abs(group) === 0
    return isStart ? mark + pair : pair
  })
  return fromText(objects, text.join(''))
}

function separatorOf(objects: Objects, separator: Value): string {
  const { memory } = objects
  if (lengthOf(objects, separator) !== 1) {
    throw new PythonError('ValueError', 'sep must be length 1.')
  }
  if (!isString(memory, separator) && !isBytes(memory, separator)) {
    throw typeError('sep must be str or bytes.')
  }
  const [point = 0] = codePointsOf(memory, separator)
  if (point > 0x7f) throw new PythonError('ValueError', 'sep must be ASCII.')
  return String.fromCharCode(point)
}

/** `bytes.fromhex(text)`: pairs of digits, with white space between them. */
function fromHex(objects: Objects, _type: Value, [text = NONE]: Arguments): Value {
  const { memory } = objects
  if (!isString(memory, text)) {
    const type = text === NONE ? 'None' : typeName(objects, text)
    throw typeError(`fromhex() argument must be str, not ${type}`)
  }
  const points = codePointsOf(memory, text)
  const bytes: number[] = []
  for (let i = 0; i < points.length;) {
    if (isAsciiSpace(points[i] as number)) {
      i++
      continue
    }
    const high = digitOf(points, i)
    bytes.push((high << 4) | digitOf(points, i + 1))
    i += 2
  }
  return fromBytes(objects, bytes)
}

function digitOf(points: Int32Array, position: number): number {
  const text = String.fromCodePoint(points[position] ?? 0)
  if (/^[0-9a-f]$/i.test(text)) return Number.parseInt(text, 16)
  const message = `non-hexadecimal number found in fromhex() arg at position ${position}`
  throw new PythonError('ValueError', message)
}

/** `bytes.maketrans(from, to)`: 256 bytes. */
function makeTable(objects: Objects, _type: Value, [from = NONE, to = NONE]: Arguments): Value {
  for (const side of [from, to]) requireBytes(objects, side)
  const sources = codePointsOf(objects.memory, from)
  const targets = codePointsOf(objects.memory, to)
  if (sources.length !== targets.length) {
    throw new PythonError('ValueError', 'maketrans arguments must have same length')
  }
  const table = Array.from({ length: 256 }, (_, byte) => byte)
  sources.forEach((byte, i) => (table[byte] = targets[i] as number))
  return fromBytes(objects, table)
}

function translate(
  objects: Objects,
  self: Value,
  [table = NONE, deleted = UNBOUND]: Arguments,
): Value {
  const { memory } = objects
  if (table !== NONE) requireBytes(objects, table)
  if (deleted !== UNBOUND) requireBytes(objects, deleted)
  const map = table === NONE ? undefined : codePointsOf(memory, table)
  if (map !== undefined && map.length !== 256) {
    throw new PythonError('ValueError', 'translation table must be 256 characters long')
  }
  const gone = new Set(deleted === UNBOUND ? [] : codePointsOf(memory, deleted))
  const kept = codePointsOf(memory, self).filter((byte) => !gone.has(byte))
  return fromBytes(objects, map === undefined ? kept : kept.map((byte) => map[byte] as number))
}

function mapping(change: (bytes: Int32Array) => Int32Array): Method['call'] {
  return (objects, self) => fromBytes(objects, change(codePointsOf(objects.memory, self)))
}

/** Words start behind what is no letter. */
function title(bytes: Int32Array): Int32Array {
  return bytes.map((byte, i) =>
    i > 0 && isLetter(bytes[i - 1] as number) ? toLower(byte) : toUpper(byte),
  )
}

function swapCase(bytes: Int32Array): Int32Array {
  return bytes.map((byte) => (isLower(byte) ? toUpper(byte) : toLower(byte)))
}

/** Whether there are bytes and all are such. */
function every(holds: (byte: number) => boolean): Method['call'] {
  return test((bytes) => bytes.length > 0 && bytes.every(holds))
}

function test(holds: (bytes: Int32Array) => boolean): Method['call'] {
  return ({ memory }, self) => fromBoolean(holds(codePointsOf(memory, self)))
}

function isTitle(bytes: Int32Array): boolean {
  return bytes.some(isLetter) && title(bytes).every((byte, i) => byte === bytes[i])
}

const DECODE = { parameters: ['encoding', 'errors'], wording: 'parsed' } as const

const OWN: readonly MethodRow[] = [
  ['decode', 0, 2, toText, DECODE],
  ['hex', 0, 2, hex, { parameters: ['sep', 'bytes_per_sep'], wording: 'parsed' }],
  ['fromhex', 1, 1, fromHex, { isOfType: true }],
  ['maketrans', 2, 2, makeTable, { isOfType: true }],
  ['translate', 1, 2, translate, { parameters: ['', 'delete'], wording: 'parsed' }],
  ['upper', 0, 0, mapping((bytes) => bytes.map(toUpper))],
  ['lower', 0, 0, mapping((bytes) => bytes.map(toLower))],
  ['title', 0, 0, mapping(title)],
  [
    'capitalize',
    0,
    0,
    mapping((bytes) => bytes.map((byte, i) => (i === 0 ? toUpper(byte) : toLower(byte)))),
  ],
  ['swapcase', 0, 0, mapping(swapCase)],
  ['isalpha', 0, 0, every(isLetter)],
  ['isdigit', 0, 0, every(isDigit)],
  ['isalnum', 0, 0, every((byte) => isLetter(byte) || isDigit(byte))],
  ['isspace', 0, 0, every(isAsciiSpace)],
  ['isascii', 0, 0, test((bytes) => bytes.every((byte) => byte < 0x80))],
  ['isupper', 0, 0, test((bytes) => bytes.some(isUpper) && !bytes.some(isLower))],
  ['islower', 0, 0, test((bytes) => bytes.some(isLower) && !bytes.some(isUpper))],
  ['istitle', 0, 0, test(isTitle)],
]

export const BYTES_METHODS: readonly Method[] = methodsOf('bytes', [...textMethods(BYTES), ...OWN])
