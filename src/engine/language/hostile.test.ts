import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, SOURCE_LIMIT, type Reading } from './parse'

const PROGRAMS: readonly string[] = [
  'import threading\n\nbalance = 100\nlock = threading.Lock()\n\ndef withdraw(amount):\n    global balance\n    with lock:\n        if balance >= amount:\n            balance -= amount\n\nthreads = []\nfor i in range(2):\n    threads.append(threading.Thread(target=withdraw, args=(80,), name=f"t{i}"))\nfor t in threads:\n    t.start()\nfor t in threads:\n    t.join()\nprint(f"{balance=:>5}")\nassert balance >= 0, "overdrawn"\n',
  'class Account:\n    """An account."""\n    count = 0\n\n    def __init__(self, owner: str, balance: int = 0) -> None:\n        self.owner, self.balance = owner, balance\n\n    def __repr__(self):\n        return f\'{self.owner!r}: {self.balance:,.2f}\'\n\ntry:\n    a = Account("é", 0x1F)\n    a.balance += not 1 and -2 ** 3\nexcept (ValueError, KeyError) as e:\n    raise\nelse:\n    d = {"a": [1, 2][::-1], **{}}\nfinally:\n    pass\nwhile True: break\nelse: x = 1 if a else (lambda: 2)\n',
]
const WORDS: readonly string[] =
  'if else elif for in while def class return not is and or lambda yield await async with as try except finally raise import from global nonlocal del pass break None True print match case type ( ) [ ] { } : , ; = == := + - * ** / // @ . ... ! ~ < > -> \\ # " \' """ f"{ }" rb" \\N{ 0777 1_ 1j 0x x é 😀 “ $ \ufeff \t \r \n \r\n \n\t \ud800'
    .split(' ')
    .concat(['\n    ', '\n  ', ' '])

function checkReading(source: string, reading: Reading): void {
  const errors = reading.diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  expect(errors.length > 0).toBe(reading.kind === 'refused')
  let previous = 0
  for (const { from, to, line, column } of reading.diagnostics) {
    expect(from).toBeGreaterThanOrEqual(previous)
    expect(to).toBeGreaterThanOrEqual(from)
    expect(to).toBeLessThanOrEqual(source.length)
    expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
    previous = from
  }
}

const word = fc.constantFrom(...WORDS)
const soup = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))
const dense = fc.array(word, { maxLength: 40 }).map((words) => words.join(''))
const edit = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 6 }),
  insert: fc.option(word, { nil: '' }),
})
const mutant = fc
  .tuple(fc.constantFrom(...PROGRAMS), fc.array(edit, { maxLength: 4 }))
  .map(([program, edits]) =>
    edits.reduce((text, { at, remove, insert }) => {
      const from = at % (text.length + 1)
      return text.slice(0, from) + insert + text.slice(from + remove)
    }, program),
  )

describe('whatever the source', () => {
  it('never throws, and every span lies inside', () => {
    fc.assert(
      fc.property(fc.oneof(mutant, soup, dense, fc.string({ unit: 'binary' })), (source) => {
        checkReading(source, parse(source))
      }),
      { seed: 20240611, numRuns: 500 },
    )
  })

  it('gives the same reading twice', () => {
    for (const program of PROGRAMS) expect(parse(program)).toEqual(parse(program))
  })

  it.each([
    ['(', ''],
    ['[', ''],
    ['{', ''],
    ['f(', ''],
    ['-', '1'],
    ['not ', '1'],
    ['1 + ', '1'],
    ['2 ** ', '1'],
    ['1 and ', '1'],
    ['1 if 1 else ', '1'],
    ['lambda: ', '1'],
    ['a.', 'b'],
    ['a[0]', ''],
    ['f()', ''],
    ["f'{", ''],
    ['if 1:\n', 'x'],
    ['elif 1:\n  pass\n', ''],
  ])('survives ten thousand times %j', (piece, end) => {
    const source = piece.repeat(10_000) + end
    const reading = parse(source)
    checkReading(source, reading)
    expect(reading.kind).toBe('refused')
  })

  it('refuses ten thousand nested blocks', () => {
    const source = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}if 1:\n`).join('')
    expect(parse(source).diagnostics.map((d) => d.code)).toEqual(['nestingTooDeep'])
  })

  it('takes a hundred elif and a hundred brackets, no more', () => {
    const chain = (n: number): string => `if 1: pass\n${'elif 1: pass\n'.repeat(n - 1)}`
    const brackets = (n: number): string => `x = ${'('.repeat(n)}1${')'.repeat(n)}`
    expect([chain(100), brackets(100)].map((source) => parse(source).kind)).toEqual([
      'accepted',
      'accepted',
    ])
    expect([chain(101), brackets(101)].map((source) => parse(source).diagnostics[0]?.code)).toEqual(
      ['nestingTooDeep', 'nestingTooDeep'],
    )
  })

  it('refuses five megabytes unread', () => {
    const reading = parse('x = (\n'.repeat(900_000))
    expect(reading.diagnostics.map((d) => [d.code, d.line, d.column])).toEqual([
      ['sourceTooLong', 1, 1],
    ])
  })

  it('reads a source of exactly the limit', () => {
    const line = 'x = 1\n'
    const source = line.repeat(Math.floor(SOURCE_LIMIT / line.length)).padEnd(SOURCE_LIMIT, '#')
    expect(parse(source).kind).toBe('accepted')
  })
})
