/** The methods that str and bytes share, on code points or bytes. */
import { PythonError, typeError } from '../pythonError'
import { fromBoolean, NONE, UNBOUND, type Value } from '../value'
import { fromNumber, toSize } from './integer'
import { itemsOf } from './iterator'
import { makeList } from './list'
import type { Method, MethodRow } from './method'
import { isKind, KIND, requireWords, type Objects } from './object'
import { codePointsOf, stringLength } from './string'
import { findAll, findFirst, findLast, isAt, searchRange } from './stringSearch'
import {
  splitAt,
  splitAtRight,
  splitLines,
  splitWords,
  splitWordsRight,
  strip,
  type Piece,
} from './stringSplit'
import type { TextType } from './textType'
import { makeTuple, tupleItems } from './tuple'

type Arguments = readonly Value[]
type Call = Method['call']

const TAB = 0x09
const BLANK = 0x20
const ZERO = 0x30
const SIGNS = [0x2b, 0x2d]
const LINE_STARTS = [0x0a, 0x0d]

function points({ memory }: Objects, text: Value): Int32Array {
  return codePointsOf(memory, text)
}

function part(type: TextType, objects: Objects, own: Int32Array, [start, end]: Piece): Value {
  return type.make(objects, own, start, end)
}

function parts(type: TextType, objects: Objects, own: Int32Array, pieces: readonly Piece[]): Value {
  return makeList(
    objects,
    pieces.map((piece) => part(type, objects, own, piece)),
  )
}

function stripping(
  type: TextType,
  name: string,
  ends: { readonly left: boolean; readonly right: boolean },
): Call {
  return (objects, self, [characters = NONE]) => {
    const own = points(objects, self)
    if (characters === NONE) return part(type, objects, own, strip(own, ends, type.isSpace))
    type.require(objects, characters, { str: `${name} arg must be None or str` })
    const set = new Set(points(objects, characters))
    const piece = strip(own, ends, (point) => set.has(point))
    return part(type, objects, own, piece)
  }
}

function splitting(type: TextType, fromRight: boolean): Call {
  return (objects, self, [separator = NONE, maximum = UNBOUND]) => {
    const own = points(objects, self)
    const most = maximum === UNBOUND ? -1 : toSize(objects, maximum)
    const limit = most < 0 ? Infinity : most
    if (separator === NONE || separator === UNBOUND) {
      const words = (fromRight ? splitWordsRight : splitWords)(own, limit, type.isSpace)
      return parts(type, objects, own, words)
    }
    type.require(objects, separator, { str: 'must be str or None, not %' })
    const by = nonEmpty(points(objects, separator))
    return parts(type, objects, own, (fromRight ? splitAtRight : splitAt)(own, by, limit))
  }
}

function nonEmpty(separator: Int32Array): Int32Array {
  if (separator.length > 0) return separator
  throw new PythonError('ValueError', 'empty separator')
}

function lines(type: TextType): Call {
  return (objects, self, [keepsEnds = UNBOUND]) => {
    const own = points(objects, self)
    const isKept = keepsEnds !== UNBOUND && toSize(objects, keepsEnds, 'int') !== 0
    return parts(type, objects, own, splitLines(own, isKept, type.isLineEnd))
  }
}

function joining(type: TextType): Call {
  return (objects, self, [iterable = NONE]) => {
    const items = joined(objects, iterable)
    items.forEach((item, i) => {
      type.require(objects, item, {
        str: `sequence item ${i}: expected str instance, % found`,
        bytes: `sequence item ${i}: expected a bytes-like object, % found`,
      })
    })
    const pieces = items.flatMap((item, i) => (i === 0 ? [item] : [self, item]))
    return type.concatenate(objects, pieces)
  }
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

function replacing(type: TextType): Call {
  return (objects, self, [old = NONE, replacement = NONE, maximum = UNBOUND]) => {
    type.require(objects, old, { str: 'replace() argument 1 must be str, not %' })
    type.require(objects, replacement, { str: 'replace() argument 2 must be str, not %' })
    const most = maximum === UNBOUND ? -1 : toSize(objects, maximum)
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
    return type.make(objects, result)
  }
}

type Find = typeof findFirst

/** `find` answers -1 where `index` raises. */
function finding(type: TextType, find: Find, isRequired: boolean): Call {
  return (objects, self, [searched = NONE, ...bounds]) => {
    const part = type.searched(objects, searched)
    const own = points(objects, self)
    const { start, end } = searchRange(objects, bounds, own.length)
    const position = find(own, part, start, end)
    if (position === undefined && isRequired) throw new PythonError('ValueError', type.notFound)
    return fromNumber(objects, position ?? -1)
  }
}

function counting(type: TextType): Call {
  return (objects, self, [searched = NONE, ...bounds]) => {
    const part = type.searched(objects, searched)
    const own = points(objects, self)
    const { start, end } = searchRange(objects, bounds, own.length)
    if (start > end) return fromNumber(objects, 0)
    return fromNumber(objects, findAll(own.subarray(start, end), part, Infinity).length)
  }
}

function affix(type: TextType, name: 'startswith' | 'endswith'): Call {
  const first = `${name} first arg must be ${type.name} or a tuple of ${type.name}, not %`
  return (objects, self, [searched = NONE, ...bounds]) => {
    const { memory } = objects
    const isTuple = isKind(memory, searched, KIND.tuple)
    const messages = isTuple
      ? { str: `tuple for ${name} must only contain str, not %` }
      : { str: first, bytes: first }
    const own = points(objects, self)
    const { start, end } = searchRange(objects, bounds, own.length)
    const options = isTuple ? tupleItems(memory, searched) : [searched]
    const isFound = options.some((option) => {
      type.require(objects, option, messages)
      const affix = points(objects, option)
      const position = name === 'startswith' ? start : end - affix.length
      return position >= start && position + affix.length <= end && isAt(own, affix, position)
    })
    return fromBoolean(isFound)
  }
}

function padding(type: TextType, name: 'center' | 'ljust' | 'rjust'): Call {
  return (objects, self, [width = NONE, fill = UNBOUND]) => {
    const total = toSize(objects, width)
    const filler = fill === UNBOUND ? BLANK : fillPoint(type, objects, fill, name)
    requireWords(total)
    const own = points(objects, self)
    const missing = total - own.length
    if (missing <= 0) return self
    // CPython puts the odd blank on the left when the width is odd.
    const half = Math.floor(missing / 2) + (missing & total & 1)
    const left = name === 'ljust' ? 0 : name === 'rjust' ? missing : half
    const result = new Int32Array(total).fill(filler)
    result.set(own, left)
    return type.make(objects, result)
  }
}

function fillPoint(type: TextType, objects: Objects, fill: Value, name: string): number {
  const bytes = `${name}() argument 2 must be a byte string of length 1, not %`
  type.require(objects, fill, {
    str: 'The fill character must be a unicode character, not %',
    bytes,
  })
  if (stringLength(objects.memory, fill) === 1) return points(objects, fill)[0] ?? BLANK
  const str = 'The fill character must be exactly one character long'
  throw typeError(type.name === 'str' ? str : bytes.replace('%', 'bytes'))
}

function zeroFilling(type: TextType): Call {
  return (objects, self, [width = NONE]) => {
    const total = toSize(objects, width)
    requireWords(total)
    const own = points(objects, self)
    const missing = total - own.length
    if (missing <= 0) return self
    const sign = SIGNS.includes(own[0] ?? ZERO) ? 1 : 0
    const result = new Int32Array(total).fill(ZERO)
    result.set(own.subarray(0, sign))
    result.set(own.subarray(sign), sign + missing)
    return type.make(objects, result)
  }
}

function partitioning(type: TextType, find: Find, isFromRight: boolean): Call {
  return (objects, self, [separator = NONE]) => {
    type.require(objects, separator, { str: 'must be str, not %' })
    const by = nonEmpty(points(objects, separator))
    const own = points(objects, self)
    const position = find(own, by, 0, own.length)
    if (position === undefined) {
      const empty = type.make(objects, [])
      return makeTuple(objects, isFromRight ? [empty, empty, self] : [self, empty, empty])
    }
    return makeTuple(objects, [
      part(type, objects, own, [0, position]),
      separator,
      part(type, objects, own, [position + by.length, own.length]),
    ])
  }
}

function removing(type: TextType, name: 'removeprefix' | 'removesuffix'): Call {
  return (objects, self, [affix = NONE]) => {
    type.require(objects, affix, { str: `${name}() argument must be str, not %` })
    const own = points(objects, self)
    const removed = points(objects, affix)
    const isPrefix = name === 'removeprefix'
    const position = isPrefix ? 0 : own.length - removed.length
    if (position < 0 || !isAt(own, removed, position)) return self
    return part(type, objects, own, isPrefix ? [removed.length, own.length] : [0, position])
  }
}

function tabExpanding(type: TextType): Call {
  return (objects, self, [size = UNBOUND]: Arguments) => {
    const width = size === UNBOUND ? 8 : toSize(objects, size, 'int')
    requireWords(width)
    let column = 0
    const result: number[] = []
    for (const point of points(objects, self)) {
      if (point === TAB) {
        const blanks = width > 0 ? width - (column % width) : 0
        for (let i = 0; i < blanks; i++) result.push(BLANK)
        column += blanks
        continue
      }
      result.push(point)
      column = LINE_STARTS.includes(point) ? 0 : column + 1
    }
    return type.make(objects, result)
  }
}

const SPLIT = { parameters: ['sep', 'maxsplit'], wording: 'parsed' } as const
const PARSED = { wording: 'parsed' } as const
const LEFT = { left: true, right: false }
const RIGHT = { left: false, right: true }
const BOTH = { left: true, right: true }

export function textMethods(type: TextType): readonly MethodRow[] {
  return [
    ['strip', 0, 1, stripping(type, 'strip', BOTH)],
    ['lstrip', 0, 1, stripping(type, 'lstrip', LEFT)],
    ['rstrip', 0, 1, stripping(type, 'rstrip', RIGHT)],
    ['split', 0, 2, splitting(type, false), SPLIT],
    ['rsplit', 0, 2, splitting(type, true), SPLIT],
    ['splitlines', 0, 1, lines(type), { parameters: ['keepends'], wording: 'parsed' }],
    ['join', 1, 1, joining(type)],
    ['replace', 2, 3, replacing(type)],
    ['startswith', 1, 3, affix(type, 'startswith'), PARSED],
    ['endswith', 1, 3, affix(type, 'endswith'), PARSED],
    ['find', 1, 3, finding(type, findFirst, false), PARSED],
    ['rfind', 1, 3, finding(type, findLast, false), PARSED],
    ['index', 1, 3, finding(type, findFirst, true), PARSED],
    ['rindex', 1, 3, finding(type, findLast, true), PARSED],
    ['count', 1, 3, counting(type), PARSED],
    ['partition', 1, 1, partitioning(type, findFirst, false)],
    ['rpartition', 1, 1, partitioning(type, findLast, true)],
    ['removeprefix', 1, 1, removing(type, 'removeprefix')],
    ['removesuffix', 1, 1, removing(type, 'removesuffix')],
    ['center', 1, 2, padding(type, 'center')],
    ['ljust', 1, 2, padding(type, 'ljust')],
    ['rjust', 1, 2, padding(type, 'rjust')],
    ['zfill', 1, 1, zeroFilling(type)],
    ['expandtabs', 0, 1, tabExpanding(type), { parameters: ['tabsize'], wording: 'parsed' }],
  ]
}
