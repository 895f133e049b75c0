import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCall, parseContainer, printContainer, stringValue } from './pythonText'

describe('container texts', () => {
  it.each([
    ['[]', 'list', []],
    ['[1, 2]', 'list', ['1', '2']],
    ['()', 'tuple', []],
    ['(1,)', 'tuple', ['1']],
    ['set()', 'set', []],
    ["{'a', 'b, c'}", 'set', ["'a'", "'b, c'"]],
    ['frozenset({1})', 'frozenset', ['1']],
    ['{}', 'dict', []],
    ["[{'k': [1, 2]}, (3, 4)]", 'list', ["{'k': [1, 2]}", '(3, 4)']],
    [`["it's", 'say "x"', 'a\\'b']`, 'list', [`"it's"`, `'say "x"'`, `'a\\'b'`]],
  ])('reads %s', (text, kind, items) => {
    const container = parseContainer(text)
    expect([container?.kind, container?.items]).toEqual([kind, items])
    expect(container === undefined ? '' : printContainer(container)).toBe(text)
  })

  it('reads keys and values of a dict', () => {
    expect(parseContainer("{'a:b': 1, 2: {'x': 3}}")).toEqual({
      kind: 'dict',
      items: ["'a:b'", '2'],
      values: ['1', "{'x': 3}"],
    })
  })

  it.each([
    '',
    '5',
    "'[1]'",
    '[1',
    '[1)]',
    "['a]",
    '{1: 2, 3}',
    '<Account object>',
    'frozenset([1])',
    '[',
    'None',
  ])('refuses %s', (text) => expect(parseContainer(text)).toBeUndefined())

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '[',
            ']',
            '(',
            ')',
            '{',
            '}',
            "'",
            '"',
            ',',
            ':',
            '\\',
            ' ',
            'a',
            '.',
          ),
        }),
        (text) => {
          parseContainer(text)
          parseCall(text)
          stringValue(text)
        },
      ),
    )
  })
})

describe('call texts', () => {
  it.each([
    ["add('x')", 'add', ["'x'"]],
    ['pop()', 'pop', []],
    ["drivers.add('a.b(c)')", 'add', ["'a.b(c)'"]],
    ["setdefault('k', [1, 2])", 'setdefault', ["'k'", '[1, 2]']],
    ["del 'k'", '__delitem__', ["'k'"]],
    ['+= [1, 2]', '__iadd__', ['[1, 2]']],
  ])('reads %s', (text, method, args) =>
    expect(parseCall(text)).toEqual({ method, arguments: args }),
  )

  it.each(['add', 'add(', '1 in s'])('refuses %s', (text) =>
    expect(parseCall(text)).toBeUndefined(),
  )
})
