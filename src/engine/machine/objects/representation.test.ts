import { describe, expect, it } from 'vitest'
import { OBJECT, type ObjectKind } from '../layout'
import { EXCEPTION_BASES, PythonError, type ExceptionName } from '../pythonError'
import { fromAddress, fromSmallInteger, NONE, type Value } from '../value'
import { isSubclass, makeException, raisedException } from './exceptions'
import { getIterator } from './iterator'
import { makeList } from './list'
import { isShared, markShared } from './object'
import { testObjects, type TestObjects } from './objects.testing'
import { exceptionText, repr, str } from './representation'
import { fromText } from './string'
import { CONVERSION, format } from './stringFormat'
import { makeTuple } from './tuple'
import { typeName } from './typeName'

function object({ memory }: TestObjects, kind: ObjectKind, ...fields: readonly number[]): Value {
  const address = memory.allocate(kind, 16)
  fields.forEach((word, i) => memory.write(address + 1 + i, word))
  return fromAddress(address)
}

/** The text with its addresses made alike. */
function plain(text: string): string {
  return text.replace(/0x[0-9a-f]+/g, '0x…')
}

describe('representation of objects', () => {
  const objects = testObjects()
  const fn = object(objects, OBJECT.function, 1)
  const cls = object(objects, OBJECT.class, 0)
  const account = object(objects, OBJECT.instance, cls)
  const name = fromText(objects, 'Thread-1')
  const builtin = (called: string): Value => objects.names.builtinValue(called)

  it.each([
    ['a function', fn, '<function Account.deposit at 0x…>', 'function'],
    ['a class', cls, "<class '__main__.Account'>", 'type'],
    ['an instance', account, '<__main__.Account object at 0x…>', 'Account'],
    [
      'a bound method',
      object(objects, OBJECT.boundMethod, account, fn),
      '<bound method Account.deposit of <__main__.Account object at 0x…>>',
      'method',
    ],
    [
      'a built-in function',
      builtin('len'),
      '<built-in function len>',
      'builtin_function_or_method',
    ],
    ['a built-in type', builtin('int'), "<class 'int'>", 'type'],
    ['an exception class', builtin('ValueError'), "<class 'ValueError'>", 'type'],
    [
      'an exception class of the companion module',
      builtin('DatabaseLocked'),
      "<class 'cerrojo.DatabaseLocked'>",
      'type',
    ],
    ['a module', object(objects, OBJECT.module, 0), "<module 'threading' (built-in)>", 'module'],
    [
      'a lock',
      object(objects, OBJECT.lock, 0),
      '<unlocked _thread.lock object at 0x…>',
      '_thread.lock',
    ],
    [
      'a held lock',
      object(objects, OBJECT.lock, 2),
      '<locked _thread.lock object at 0x…>',
      '_thread.lock',
    ],
    [
      'a held reentrant lock',
      object(objects, OBJECT.rlock, 4, 1, 3),
      '<locked _thread.RLock object owner=2 count=3 at 0x…>',
      '_thread.RLock',
    ],
    [
      'a thread not yet started',
      object(objects, OBJECT.thread, NONE, NONE, name, 0, 1),
      '<Thread(Thread-1, initial daemon)>',
      'Thread',
    ],
    [
      'a running thread',
      object(objects, OBJECT.thread, NONE, NONE, name, 2, 0),
      '<Thread(Thread-1, started 2)>',
      'Thread',
    ],
    [
      'an iterator',
      getIterator(objects, makeList(objects, [])),
      '<list_iterator object at 0x…>',
      'list_iterator',
    ],
  ])('shows %s as CPython does', (_, value, text, type) => {
    expect(plain(repr(objects, value))).toBe(text)
    expect(typeName(objects, value)).toBe(type)
  })

  it('gives the same object the same address every time, and others another', () => {
    expect(repr(objects, account)).toBe(repr(objects, account))
    expect(repr(objects, account)).not.toBe(repr(objects, object(objects, OBJECT.instance, cls)))
  })
})

describe('exceptions', () => {
  const objects = testObjects()
  const make = (type: ExceptionName, ...args: Value[]): Value =>
    makeException(objects, objects.names.builtinValue(type), args)
  const text = (content: string): Value => fromText(objects, content)

  it.each([
    ['no argument', make('ValueError'), 'ValueError()', ''],
    ['one', make('ValueError', text('bad')), "ValueError('bad')", 'bad'],
    [
      'several',
      make('ValueError', text('a'), fromSmallInteger(1)),
      "ValueError('a', 1)",
      "('a', 1)",
    ],
    ['a key', make('KeyError', text('k')), "KeyError('k')", "'k'"],
    [
      'a number and a text',
      make('OSError', fromSmallInteger(2), text('no')),
      "FileNotFoundError(2, 'no')",
      '[Errno 2] no',
    ],
  ])('show %s in repr and str', (_, exception, representation, message) => {
    expect(repr(objects, exception)).toBe(representation)
    expect(exceptionText(objects, exception)).toBe(message)
    expect(str(objects, exception)).toBe(message)
  })

  it('carry the message of an error of the machine, or its arguments', () => {
    expect(repr(objects, raisedException(objects, new PythonError('TypeError', 'no')))).toBe(
      "TypeError('no')",
    )
    const keyed = new PythonError('KeyError', '1', [fromSmallInteger(1)])
    expect(repr(objects, raisedException(objects, keyed))).toBe('KeyError(1)')
  })

  it('derive as the table of bases says', () => {
    expect(isSubclass('KeyError', 'LookupError')).toBe(true)
    expect(isSubclass('KeyError', 'BaseException')).toBe(true)
    expect(isSubclass('LookupError', 'KeyError')).toBe(false)
    const names = Object.keys(EXCEPTION_BASES) as ExceptionName[]
    expect(names.every((name) => isSubclass(name, 'BaseException'))).toBe(true)
  })
})

describe('text for output', () => {
  const objects = testObjects()

  it('applies the conversion of a replacement field before its specification', () => {
    const value = fromText(objects, 'é')
    const width = fromText(objects, '>8')
    const texts = Object.values(CONVERSION).map((conversion) =>
      str(objects, format(objects, value, conversion, width)),
    )
    expect(texts).toEqual(['       é', '       é', "     'é'", "  '\\xe9'"])
  })

  it('marks one object as shared without touching its kind or size', () => {
    const tuple = makeTuple(objects, [fromSmallInteger(1)])
    expect(isShared(objects.memory, tuple)).toBe(false)
    markShared(objects.memory, tuple)
    expect(isShared(objects.memory, tuple)).toBe(true)
    expect(repr(objects, tuple)).toBe('(1,)')
    expect(isShared(objects.memory, fromSmallInteger(1))).toBe(false)
  })
})
