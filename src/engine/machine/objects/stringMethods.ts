/** Methods of `str`. */
import { PythonError } from '../pythonError'
import { fromBoolean, NONE, UNBOUND, type Value } from '../value'
import {
  isAlphabetic,
  isAlphanumeric,
  isDecimal,
  isDigit,
  isLower,
  isNumeric,
  isSpace,
  isTitle,
  isUpper,
  swapCase,
  titleCase,
  toTitle,
} from './characters'
import { fromNumber, toIndex } from './integer'
import { typeError } from './items'
import { itemsOf } from './iterator'
import { makeList } from './list'
import { methodsOf, type Method } from './method'
import { isKind, KIND, requireWords, type Objects } from './object'
import { findAll, findFirst, findLast, isAt, searchRange } from './stringSearch'
import { ANY_KEYWORD } from './signature'
import {
  splitAt,
  splitAtRight,
  splitLines,
  splitWords,
  splitWordsRight,
  strip,
  type Piece,
} from './stringSplit'
import {
  codePointsOf,
  concatenate,
  fromCodePoints,
  fromText,
  isString,
  stringLength,
  textOf,
} from './string'
import { isPrintable } from './stringRepr'
import { makeTranslation, translate } from './stringTranslation'
import { templateFormat } from './templateFormat'
import { isTrue } from './truth'
import { makeTuple, tupleItems } from './tuple'
import { typeName } from './typeName'

type Arguments = readonly Value[]

function points({ memory }: Objects, string: Value): Int32Array {
  return codePointsOf(memory, string)
}

function requireString(objects: Objects, value: Value, message: string): void {
  if (isString(objects.memory, value)) return
  // CPython's generated checks, which say which argument it is, write None for it.
  const isNone = value === NONE && message.includes('argument')
  throw typeError(message.replace('%', isNone ? 'None' : typeName(objects, value)))
}

/** A method that makes another text of the text. */
function mapping(change: (text: string) => string): Method['call'] {
  return (objects, self) => fromText(objects, change(textOf(objects.memory, self)))
}

function predicate(holds: (text: string) => boolean): Method['call'] {
  return (objects, self) => fromBoolean(holds(textOf(objects.memory, self)))
}

function stripping(name: string, ends: { left: boolean; right: boolean }): Method['call'] {
  return (objects, self, [characters = NONE]) => {
    if (characters !== NONE && !isString(objects.memory, characters)) {
      throw typeError(`${name} arg must be None or str`)
    }
    const set = characters === NONE ? undefined : new Set(points(objects, characters))
    const own = points(objects, self)
    return part(
      objects,
      own,
      strip(own, ends, (p) => (set === undefined ? isSpace(p) : set.has(p))),
    )
  }
}

function part(objects: Objects, own: Int32Array, [start, end]: Piece): Value {
  return fromCodePoints(objects, own, start, end)
}

function parts(objects: Objects, own: Int32Array, pieces: readonly Piece[]): Value {
  return makeList(
    objects,
    pieces.map((piece) => part(objects, own, piece)),
  )
}

function splitting(fromRight: boolean): Method['call'] {
  return (objects, self, [separator = NONE, maximum = UNBOUND]) => {
    const own = points(objects, self)
    const most = maximum === UNBOUND ? -1 : toIndex(objects, maximum)
    const limit = most < 0 ? Infinity : most
    if (separator === NONE || separator === UNBOUND) {
      return parts(objects, own, (fromRight ? splitWordsRight : splitWords)(own, limit))
    }
    requireString(objects, separator, 'must be str or None, not %')
    const by = nonEmpty(points(objects, separator))
    return parts(objects, own, (fromRight ? splitAtRight : splitAt)(own, by, limit))
  }
}

function nonEmpty(separator: Int32Array): Int32Array {
  if (separator.length > 0) return separator
  throw new PythonError('ValueError', 'empty separator')
}

function join(objects: Objects, self: Value, [iterable = NONE]: Arguments): Value {
  const items = joined(objects, iterable)
  items.forEach((item, i) => {
    const message = `sequence item ${i}: expected str instance, % found`
    requireString(objects, item, message)
  })
  return concatenate(
    objects,
    items.flatMap((item, i) => (i === 0 ? [item] : [self, item])),
  )
}

function joined(objects: Objects, iterable: Value): Value[] {
  try {
    return itemsOf(objects, iterable)
  } catch (error) {
    if (error instanceof PythonError && error.type === 'TypeError') {
      throw typeError('can only join an iterable')
    }
    throw error
  }
}

function replace(
  objects: Objects,
  self: Value,
  [old = NONE, replacement = NONE, maximum = UNBOUND]: Arguments,
): Value {
  requireString(objects, old, 'replace() argument 1 must be str, not %')
  requireString(objects, replacement, 'replace() argument 2 must be str, not %')
  const most = maximum === UNBOUND ? -1 : toIndex(objects, maximum)
  const own = points(objects, self)
  const searched = points(objects, old)
  const positions = findAll(own, searched, most < 0 ? Infinity : most)
  if (positions.length === 0) return self
  const inserted = Array.from(points(objects, replacement))
  requireWords(own.length + positions.length * inserted.length)
  const result: number[] = []
  let start = 0
  for (const position of positions) {
    for (; start < position; start++) result.push(own[start] as number)
    result.push(...inserted)
    start = position + searched.length
  }
  for (; start < own.length; start++) result.push(own[start] as number)
  return fromCodePoints(objects, result)
}

type Find = typeof findFirst

/** `find` answers -1 where `index` raises. */
function finding(find: Find, isRequired: boolean): Method['call'] {
  return (objects, self, [searched = NONE, ...bounds]) => {
    requireString(objects, searched, 'must be str, not %')
    const own = points(objects, self)
    const { start, end } = searchRange(objects, bounds, own.length)
    const position = find(own, points(objects, searched), start, end)
    if (position === undefined && isRequired) {
      throw new PythonError('ValueError', 'substring not found')
    }
    return fromNumber(objects, position ?? -1)
  }
}

function count(objects: Objects, self: Value, [searched = NONE, ...bounds]: Arguments): Value {
  requireString(objects, searched, 'must be str, not %')
  const own = points(objects, self)
  const { start, end } = searchRange(objects, bounds, own.length)
  if (start > end) return fromNumber(objects, 0)
  const found = findAll(own.subarray(start, end), points(objects, searched), Infinity)
  return fromNumber(objects, found.length)
}

function affix(name: 'startswith' | 'endswith'): Method['call'] {
  return (objects, self, [searched = NONE, ...bounds]) => {
    const { memory } = objects
    const isTuple = isKind(memory, searched, KIND.tuple)
    const message = isTuple
      ? `tuple for ${name} must only contain str, not %`
      : `${name} first arg must be str or a tuple of str, not %`
    const own = points(objects, self)
    const { start, end } = searchRange(objects, bounds, own.length)
    const options = isTuple ? tupleItems(memory, searched) : [searched]
    const isFound = options.some((option) => {
      requireString(objects, option, message)
      const affix = points(objects, option)
      const position = name === 'startswith' ? start : end - affix.length
      return position >= start && position + affix.length <= end && isAt(own, affix, position)
    })
    return fromBoolean(isFound)
  }
}

function padding(align: 'left' | 'center' | 'right'): Method['call'] {
  return (objects, self, [width = NONE, fill = UNBOUND]) => {
    const total = toIndex(objects, width)
    const filler = fill === UNBOUND ? 0x20 : fillPoint(objects, fill)
    requireWords(total)
    const own = points(objects, self)
    const missing = total - own.length
    if (missing <= 0) return self
    // CPython puts the odd blank on the left when the width is odd.
    const half = Math.floor(missing / 2) + (missing & total & 1)
    const left = align === 'left' ? 0 : align === 'right' ? missing : half
    const result = new Int32Array(total).fill(filler)
    result.set(own, left)
    return fromCodePoints(objects, result)
  }
}

function fillPoint(objects: Objects, fill: Value): number {
  requireString(objects, fill, 'The fill character must be a unicode character, not %')
  if (stringLength(objects.memory, fill) === 1) return points(objects, fill)[0] ?? 0x20
  throw typeError('The fill character must be exactly one character long')
}

function zeroFill(objects: Objects, self: Value, [width = NONE]: Arguments): Value {
  const total = toIndex(objects, width)
  const text = textOf(objects.memory, self)
  const missing = total - stringLength(objects.memory, self)
  requireWords(total)
  if (missing <= 0) return self
  const isSigned = text.startsWith('+') || text.startsWith('-')
  const sign = isSigned ? text.slice(0, 1) : ''
  return fromText(objects, sign + '0'.repeat(missing) + text.slice(sign.length))
}

function partitioning(find: Find, isFromRight: boolean): Method['call'] {
  return (objects, self, [separator = NONE]) => {
    requireString(objects, separator, 'must be str, not %')
    const by = nonEmpty(points(objects, separator))
    const own = points(objects, self)
    const position = find(own, by, 0, own.length)
    if (position === undefined) {
      const empty = fromText(objects, '')
      return makeTuple(objects, isFromRight ? [empty, empty, self] : [self, empty, empty])
    }
    return makeTuple(objects, [
      part(objects, own, [0, position]),
      separator,
      part(objects, own, [position + by.length, own.length]),
    ])
  }
}

function removing(name: 'removeprefix' | 'removesuffix'): Method['call'] {
  return (objects, self, [affix = NONE]) => {
    requireString(objects, affix, `${name}() argument must be str, not %`)
    const own = points(objects, self)
    const removed = points(objects, affix)
    const isPrefix = name === 'removeprefix'
    const position = isPrefix ? 0 : own.length - removed.length
    if (position < 0 || !isAt(own, removed, position)) return self
    return part(objects, own, isPrefix ? [removed.length, own.length] : [0, position])
  }
}

function expandTabs(objects: Objects, self: Value, [size = UNBOUND]: Arguments): Value {
  const width = size === UNBOUND ? 8 : toIndex(objects, size)
  requireWords(width)
  let column = 0
  let result = ''
  for (const character of textOf(objects.memory, self)) {
    if (character === '\t') {
      const blanks = width > 0 ? width - (column % width) : 0
      result += ' '.repeat(blanks)
      column += blanks
      continue
    }
    result += character
    column = character === '\n' || character === '\r' ? 0 : column + 1
  }
  return fromText(objects, result)
}

function capitalize(text: string): string {
  const first = Array.from(text)[0] ?? ''
  return titleCase(first) + text.slice(first.length).toLowerCase()
}

function lines(objects: Objects, self: Value, [keepsEnds = UNBOUND]: Arguments): Value {
  const own = points(objects, self)
  return parts(objects, own, splitLines(own, keepsEnds !== UNBOUND && isTrue(objects, keepsEnds)))
}

function isSpaces(objects: Objects, self: Value): Value {
  const own = points(objects, self)
  return fromBoolean(own.length > 0 && own.every(isSpace))
}

const SPLIT = { parameters: ['sep', 'maxsplit'], wording: 'parsed' } as const
const PARSED = { wording: 'parsed' } as const

export const STRING_METHODS: readonly Method[] = methodsOf('str', [
  ['upper', 0, 0, mapping((text) => text.toUpperCase())],
  ['lower', 0, 0, mapping((text) => text.toLowerCase())],
  ['title', 0, 0, mapping(toTitle)],
  ['capitalize', 0, 0, mapping(capitalize)],
  ['swapcase', 0, 0, mapping(swapCase)],
  ['casefold', 0, 0, mapping((text) => text.toLowerCase().replaceAll('ß', 'ss'))],
  ['strip', 0, 1, stripping('strip', { left: true, right: true })],
  ['lstrip', 0, 1, stripping('lstrip', { left: true, right: false })],
  ['rstrip', 0, 1, stripping('rstrip', { left: false, right: true })],
  ['split', 0, 2, splitting(false), SPLIT],
  ['rsplit', 0, 2, splitting(true), SPLIT],
  ['splitlines', 0, 1, lines, { parameters: ['keepends'], wording: 'parsed' }],
  ['join', 1, 1, join],
  ['replace', 2, 3, replace],
  ['startswith', 1, 3, affix('startswith'), PARSED],
  ['endswith', 1, 3, affix('endswith'), PARSED],
  ['find', 1, 3, finding(findFirst, false), PARSED],
  ['rfind', 1, 3, finding(findLast, false), PARSED],
  ['index', 1, 3, finding(findFirst, true), PARSED],
  ['rindex', 1, 3, finding(findLast, true), PARSED],
  ['count', 1, 3, count, PARSED],
  ['partition', 1, 1, partitioning(findFirst, false)],
  ['rpartition', 1, 1, partitioning(findLast, true)],
  ['removeprefix', 1, 1, removing('removeprefix')],
  ['removesuffix', 1, 1, removing('removesuffix')],
  ['center', 1, 2, padding('center')],
  ['ljust', 1, 2, padding('left')],
  ['rjust', 1, 2, padding('right')],
  ['zfill', 1, 1, zeroFill],
  ['expandtabs', 0, 1, expandTabs, { parameters: ['tabsize'], wording: 'parsed' }],
  ['isdigit', 0, 0, predicate(isDigit)],
  ['isdecimal', 0, 0, predicate(isDecimal)],
  ['isnumeric', 0, 0, predicate(isNumeric)],
  ['isalpha', 0, 0, predicate(isAlphabetic)],
  ['isalnum', 0, 0, predicate(isAlphanumeric)],
  ['isspace', 0, 0, isSpaces],
  ['isupper', 0, 0, predicate(isUpper)],
  ['islower', 0, 0, predicate(isLower)],
  ['istitle', 0, 0, predicate(isTitle)],
  ['isascii', 0, 0, predicate((text) => Array.from(text).every((c) => c <= '\x7f'))],
  ['isprintable', 0, 0, predicate(isPrintable)],
  ['maketrans', 1, 3, makeTranslation, { isOfType: true }],
  ['translate', 1, 1, translate],
  ['isidentifier', 0, 0, predicate((text) => /^[\p{XIDS}_]\p{XIDC}*$/u.test(text))],
  [
    'format',
    0,
    Infinity,
    (objects, self, args, keywords) =>
      fromText(objects, templateFormat(objects, textOf(objects.memory, self), args, keywords)),
    { options: [ANY_KEYWORD] },
  ],
])
