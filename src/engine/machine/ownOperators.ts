/**
 * What the classes of a program say about operators (`__eq__`, `__add__`, `__len__` …), by CPython's rules: which method of
 * which operand is asked, in which order, what `NotImplemented` leads to, and what an answer must be (Objects/object.c:
 * do_richcompare; Objects/abstract.c: binary_op1; Objects/typeobject.c: the slot functions).
 *
 * Methods are asked (answers.ts): the operation is carried out again with the answer at hand.
 */
import { ask, askOnce, specialMethod } from './answers'
import { makeGenerator } from './generators'
import { OBJECT } from './layout'
import { baseAddress, classTableOf, ownClass, specialMember } from './members'
import {
  fromNumber,
  isInteger,
  isTrue,
  kindOf,
  toBigInt,
  typeName,
  unsupported,
  type BinaryOperator,
  type OwnOperators,
  type RichOperator,
} from './objects'
import type { RoutineName } from '../bytecode'
import { present } from '../../base'
import type { Processor } from './processor'
import { PythonError, typeError } from './pythonError'
import { fromBoolean, TRUE, FALSE, UNBOUND, type Value } from './value'

type Ask = typeof askOnce

export const COMPARISONS = {
  '==': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
} as const satisfies Readonly<Record<RichOperator, string>>

const SWAPPED = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
} as const satisfies Readonly<Record<RichOperator, RichOperator>>

export const ARITHMETIC: Readonly<Record<BinaryOperator, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
}

/** `undefined` for a program without such a class. */
export function ownOperators(p: Processor): OwnOperators | undefined {
  // Linked behind such programs only.
  if (p.program.routines.iterated === undefined) return undefined
  return {
    compare: (operator, a, b) => compareOwn(p, operator, a, b),
    sameKey: (a, b) => sameKey(p, a, b),
    binary: (operator, a, b) => binaryOwn(p, operator, a, b),
    inPlace: (operator, a, b) =>
      implemented(p, askMethod(p, a, `i${ARITHMETIC[operator]}`, [a, b])) ??
      binaryOwn(p, operator, a, b),
    unary: (name, value) => askMethod(p, value, name, [value]),
    truth: (value) => truthOf(p, value),
    length: (value) => lengthOf(p, value),
    hash: (value) => hashOf(p, value),
    isUnhashable: (value) => hashMethod(p, ownClass(p, value)) === 'unhashable',
    contains(container, value) {
      const answer = askMethod(p, container, 'contains', [container, value])
      return answer === undefined ? undefined : isTrue(p.objects, answer)
    },
    isIterable: (value) => has(p, value, 'iter') || has(p, value, 'getitem'),
    iterator: (value) => iteratorOf(p, value),
    iteratorObject: (value) => iteratorObject(p, value),
    nextMethod(value) {
      const method = special(p, value, 'next')
      return method === UNBOUND ? undefined : method
    },
    reversed(value) {
      if (has(p, value, 'reversed')) return askMethod(p, value, 'reversed', [value])
      return has(p, value, 'getitem') ? reversedSequence(p, value) : undefined
    },
    format(value, specification) {
      if (!has(p, value, 'format')) return undefined
      const text = ask(p, special(p, value, 'format'), [value, specification()])
      if (kindOf(p.memory, text) === OBJECT.string) return text
      throw typeError(`__format__ must return a str, not ${typeName(p.objects, text)}`)
    },
    isCallable: (value) => has(p, value, 'call'),
    refuseMapping(value) {
      if (specialMethod(p, value, 'keys') !== UNBOUND) {
        throw unsupported(typeName(p.objects, value), 'keys')
      }
    },
  }
}

export function special(p: Processor, value: Value, name: string): Value {
  return specialMethod(p, value, `__${name}__`)
}

function has(p: Processor, value: Value, name: string): boolean {
  return special(p, value, name) !== UNBOUND
}

/** What the method of the object's class answers; `undefined` where it has none. */
function askMethod(
  p: Processor,
  object: Value,
  name: string,
  args: readonly Value[],
  how: Ask = ask,
): Value | undefined {
  const method = special(p, object, name)
  return method === UNBOUND ? undefined : how(p, method, args)
}

/** `undefined` for `NotImplemented`. */
function implemented(p: Processor, answer: Value | undefined): Value | undefined {
  return answer === p.objects.names.builtinValue('NotImplemented') ? undefined : answer
}

/** Whether the class of `a` derives from that of `b` and is another. */
export function isOfSubclass(p: Processor, a: Value, b: Value): boolean {
  const sought = ownClass(p, b)
  const own = ownClass(p, a)
  if (sought === 0 || own === 0) return false
  for (let cls = baseAddress(p, own); cls !== 0; cls = baseAddress(p, cls)) {
    if (cls === sought) return true
  }
  return false
}

// ---- comparisons

/** Whether the class of `value` has a say in the comparison. */
function compares(p: Processor, value: Value, operator: RichOperator): boolean {
  return has(p, value, COMPARISONS[operator]) || (operator === '!=' && has(p, value, 'eq'))
}

function compareOwn(
  p: Processor,
  operator: RichOperator,
  a: Value,
  b: Value,
  how: Ask = ask,
): Value | undefined {
  const swapped = SWAPPED[operator]
  if (!compares(p, a, operator) && !compares(p, b, swapped)) return undefined
  const isRightFirst = isOfSubclass(p, b, a)
  const left = (): Value | undefined => comparedBy(p, operator, a, b, how)
  const right = (): Value | undefined => comparedBy(p, swapped, b, a, how)
  const answer = isRightFirst ? (right() ?? left()) : (left() ?? right())
  if (answer !== undefined) return answer
  if (operator === '==') return fromBoolean(a === b)
  if (operator === '!=') return fromBoolean(a !== b)
  const types = `'${typeName(p.objects, a)}' and '${typeName(p.objects, b)}'`
  throw typeError(`'${operator}' not supported between instances of ${types}`)
}

/** What the class of `self` answers; without a `__ne__`, `!=` is what `__eq__` is not. */
function comparedBy(
  p: Processor,
  operator: RichOperator,
  self: Value,
  other: Value,
  how: Ask,
): Value | undefined {
  const name = COMPARISONS[operator]
  if (operator !== '!=' || has(p, self, name)) {
    return implemented(p, askMethod(p, self, name, [self, other], how))
  }
  const isEqual = implemented(p, askMethod(p, self, 'eq', [self, other], how))
  return isEqual === undefined ? undefined : isTrue(p.objects, isEqual) ? FALSE : TRUE
}

function sameKey(p: Processor, a: Value, b: Value): boolean | undefined {
  const answer = compareOwn(p, '==', a, b, askOnce)
  return answer === undefined ? undefined : isTrue(p.objects, answer)
}

// ---- arithmetic

function binaryOwn(p: Processor, operator: BinaryOperator, a: Value, b: Value): Value | undefined {
  const name = ARITHMETIC[operator]
  const reflected = `r${name}`
  const areOfOneClass = ownClass(p, a) === ownClass(p, b)
  // What is on the right of a text's `%` is for the text to format.
  const isFormat = operator === '%' && isText(p, a)
  const hasRight = !areOfOneClass && !isFormat && has(p, b, reflected)
  const left = (): Value | undefined => implemented(p, askMethod(p, a, name, [a, b]))
  if (!hasRight) return left()
  const right = (): Value | undefined => implemented(p, askMethod(p, b, reflected, [b, a]))
  const isOverridden = special(p, b, reflected) !== special(p, a, reflected)
  return isOfSubclass(p, b, a) && isOverridden ? (right() ?? left()) : (left() ?? right())
}

function isText(p: Processor, value: Value): boolean {
  return p.objectOf(value, OBJECT.string) !== 0 || p.objectOf(value, OBJECT.bytes) !== 0
}

// ---- truth, length, hash

function truthOf(p: Processor, value: Value): boolean | undefined {
  const answer = askMethod(p, value, 'bool', [value])
  if (answer === TRUE || answer === FALSE) return answer === TRUE
  if (answer !== undefined) {
    throw typeError(`__bool__ should return bool, returned ${typeName(p.objects, answer)}`)
  }
  const length = lengthOf(p, value)
  return length === undefined ? undefined : length !== 0
}

function lengthOf(p: Processor, value: Value): number | undefined {
  const answer = askMethod(p, value, 'len', [value])
  if (answer === undefined) return undefined
  if (!isInteger(p.memory, answer)) {
    const type = typeName(p.objects, answer)
    throw typeError(`'${type}' object cannot be interpreted as an integer`)
  }
  const length = toBigInt(p.memory, answer)
  if (length < 0n) throw new PythonError('ValueError', '__len__() should return >= 0')
  if (length === BigInt.asIntN(64, length)) return Number(length)
  throw new PythonError('OverflowError', "cannot fit 'int' into an index-sized integer")
}

/** The method that hashes objects of the class at `cls`; a class with an `__eq__` and no `__hash__` has none. */
function hashMethod(p: Processor, cls: number): Value | 'unhashable' | undefined {
  for (let at = cls; at !== 0; at = baseAddress(p, at)) {
    if (isOwnMember(p, at, '__hash__')) return specialMember(p, at, '__hash__')
    if (isOwnMember(p, at, '__eq__')) return 'unhashable'
  }
  return undefined
}

function isOwnMember(p: Processor, cls: number, name: string): boolean {
  const member = classTableOf(p, cls).members[p.symbols.get(name) ?? -1] ?? -1
  return member >= 0 && p.word(cls + member) !== UNBOUND
}

function hashOf(p: Processor, value: Value): bigint | undefined {
  const method = hashMethod(p, ownClass(p, value))
  if (method === undefined) return undefined
  if (method === 'unhashable') throw typeError(`unhashable type: '${typeName(p.objects, value)}'`)
  const answer = askOnce(p, method, [value])
  if (!isInteger(p.memory, answer)) throw typeError('__hash__ method should return an integer')
  return reducedHash(toBigInt(p.memory, answer))
}

/** Within 64 bits; -1 is CPython's error mark. */
function reducedHash(hash: bigint): bigint {
  const modulus = (1n << 61n) - 1n
  const isFitting = hash === BigInt.asIntN(64, hash)
  const reduced = isFitting ? hash : hash % modulus
  return reduced === -1n ? -2n : reduced
}

// ---- iteration

/** What `iter(value)` answers. */
function iteratorObject(p: Processor, value: Value): Value | undefined {
  const iterator = askMethod(p, value, 'iter', [value])
  if (iterator === undefined) {
    return has(p, value, 'getitem') ? routine(p, 'sequence', [value]) : undefined
  }
  if (has(p, iterator, 'next') || isBuiltinIterator(p, iterator)) return iterator
  throw typeError(`iter() returned non-iterator of type '${typeName(p.objects, iterator)}'`)
}

/** Its `__next__` is called by a routine, a generator, which notices the end. */
function iteratorOf(p: Processor, value: Value): Value | undefined {
  const iterator = iteratorObject(p, value)
  if (iterator === undefined || !has(p, iterator, 'next')) return iterator
  return routine(p, 'iterated', [special(p, iterator, 'next'), iterator])
}

function reversedSequence(p: Processor, value: Value): Value {
  const length = lengthOf(p, value)
  if (length === undefined) {
    throw typeError(`object of type '${typeName(p.objects, value)}' has no len()`)
  }
  return routine(p, 'reversedSequence', [value, fromNumber(p.objects, length - 1)])
}

function isBuiltinIterator(p: Processor, value: Value): boolean {
  return p.objectOf(value, OBJECT.iterator) !== 0 || p.objectOf(value, OBJECT.generator) !== 0
}

/** The generator of a routine. */
function routine(p: Processor, name: RoutineName, args: readonly Value[]): Value {
  return makeGenerator(p, present(p.program.routines[name], `routine ${name}`), args)
}
