import { describe, expect, it } from 'vitest'
import { MESSAGES, text } from '../../locale'
import type { Diagnostic } from './diagnostic'
import { DIAGNOSTIC_CODES } from './diagnosticCodes'
import { CASES, UNREACHED } from './diagnostics.testing'
import { NESTING_LIMIT } from './layout'
import { parse, SOURCE_LIMIT } from './parse'

const LONG: readonly (readonly [string, string])[] = [
  ['1:1 sourceTooLong', 'x'.repeat(SOURCE_LIMIT + 1)],
  [`1:${NESTING_LIMIT + 1} nestingTooDeep`, '('.repeat(10_000)],
  ['1:5 integerTooLong', `x = ${'9'.repeat(4301)}`],
]

function summary(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((d) => `${d.line}:${d.column} ${d.code}`).join(', ')
}

function placeholders(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
}

describe('diagnostics', () => {
  it.each([...CASES, ...LONG])('%s', (expected, source) => {
    expect(summary(parse(source).diagnostics)).toBe(expected)
  })

  it('every code is shown by a program', () => {
    const shown = new Set(
      [...CASES, ...LONG].flatMap(([reported]) => reported.match(/[a-z]\w+/gi) ?? []),
    )
    expect(DIAGNOSTIC_CODES.filter((code) => !shown.has(code))).toEqual(UNREACHED)
  })

  it.each([
    ['columns count code points', 'x = "😀" + $', '1:11 invalidCharacter'],
    ['lines end at \\n, \\r\\n and \\r', 'x = 1\ry = 1\r\nz = 1\nq = $', '4:5 invalidCharacter'],
    [
      'each broken line is reported',
      'x = = 1\ny = 2\nz = 1 2\nprint "a"',
      '1:5 missingExpression, 3:7 missingOperator, 4:1 printStatement',
    ],
    [
      'the line below a broken one is not',
      'if x = 1:\n  y = = 2\nelse:\n  z = 3',
      '1:6 assignmentInCondition',
    ],
    [
      'only wrong characters are reported behind an open bracket',
      'x = (1\ny = $\nbreak',
      '1:5 unclosedBracket, 2:5 invalidCharacter',
    ],
    [
      'undefined names wait until the text can be read',
      'print(foo)\nx = = 1',
      '2:5 missingExpression',
    ],
    [
      'unsupported constructs are reported beside syntax errors',
      'x = = 1\ny = 2\nz = 1j',
      '1:5 missingExpression, 3:5 complexNumber',
    ],
    [
      'names of refused constructs are not undefined',
      'def f():\n  class g: pass\n  return g\nx = [(i := 1) for j in [1]]\nprint(i)',
      '2:3 nestedClass, 4:9 walrus',
    ],
  ])('%s', (_, source, expected) => {
    expect(summary(parse(source).diagnostics)).toBe(expected)
  })

  it('quotes at most 120 characters of the source', () => {
    const [diagnostic] = parse(`print(${'é'.repeat(500)})`).diagnostics
    expect(diagnostic?.params['name']).toBe(`${'é'.repeat(119)}…`)
  })
})

describe('the texts of the diagnostics', () => {
  const { en, es } = MESSAGES

  it('exist for exactly the codes of the list, in both languages', () => {
    expect(Object.keys(en.diagnostics)).toEqual(DIAGNOSTIC_CODES)
    expect(Object.keys(es.diagnostics)).toEqual(DIAGNOSTIC_CODES)
  })

  it.each(DIAGNOSTIC_CODES)(
    '%s says the same in both languages with the same placeholders',
    (code) => {
      for (const part of ['message', 'advice'] as const) {
        const [english, spanish] = [en.diagnostics[code][part], es.diagnostics[code][part]]
        expect(placeholders(spanish)).toEqual(placeholders(english))
        // vue-i18n gives these characters a meaning of their own.
        expect(`${english}${spanish}`).not.toMatch(/[@|]/)
        expect(english).not.toBe(spanish)
      }
    },
  )

  it('find every placeholder supplied', () => {
    const open = [...CASES, ...LONG].flatMap(([, source]) =>
      parse(source).diagnostics.flatMap(({ code, params }) =>
        ['message', 'advice'].flatMap((part) => {
          const pattern: string = text('en', `diagnostics.${code}.${part}`)
          return placeholders(pattern)
            .filter((name) => params[name] === undefined)
            .map((name) => `${code}.${name}`)
        }),
      ),
    )
    expect(open).toEqual([])
  })
})
