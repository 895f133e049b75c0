/** Methods of `str`. */
import { fromBoolean, UNBOUND, type Value } from '../value'
import {
  foldCase,
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
import { codecArgument, encode } from './codecs'
import { methodsOf, type Method } from './method'
import type { Objects } from './object'
import { ANY_KEYWORD } from './signature'
import { codePointsOf, fromBytes, fromText, textOf } from './string'
import { isPrintable } from './stringRepr'
import { makeTranslation, translate } from './stringTranslation'
import { templateFormat } from './templateFormat'
import { textMethods } from './textMethods'
import { STRING } from './textType'

/** A method that makes another text of the text. */
function mapping(change: (text: string) => string): Method['call'] {
  return (objects, self) => fromText(objects, change(textOf(objects.memory, self)))
}

function predicate(holds: (text: string) => boolean): Method['call'] {
  return (objects, self) => fromBoolean(holds(textOf(objects.memory, self)))
}

function capitalize(text: string): string {
  const first = Array.from(text)[0] ?? ''
  return titleCase(first) + text.slice(first.length).toLowerCase()
}

function isSpaces(objects: Objects, self: Value): Value {
  const own = codePointsOf(objects.memory, self)
  return fromBoolean(own.length > 0 && own.every(isSpace))
}

/** `text.encode(encoding, errors)`. */
const toBytes: Method['call'] = (objects, self, [encoding = UNBOUND, errors = UNBOUND]) =>
  fromBytes(
    objects,
    encode(objects, self, {
      encoding: codecArgument(objects, encoding, "encode() argument 'encoding'", 'utf-8'),
      errors: codecArgument(objects, errors, "encode() argument 'errors'", 'strict'),
    }),
  )

export const STRING_METHODS: readonly Method[] = methodsOf('str', [
  ...textMethods(STRING),
  ['upper', 0, 0, mapping((text) => text.toUpperCase())],
  ['lower', 0, 0, mapping((text) => text.toLowerCase())],
  ['title', 0, 0, mapping(toTitle)],
  ['capitalize', 0, 0, mapping(capitalize)],
  ['swapcase', 0, 0, mapping(swapCase)],
  ['casefold', 0, 0, mapping(foldCase)],
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
  ['encode', 0, 2, toBytes, { parameters: ['encoding', 'errors'], wording: 'parsed' }],
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
