import { describe, expect, it } from 'vitest'
import { shrink } from './shrink'

const PROGRAM = `a = 1
if a:
    b = 2
    for c in [1, 2]:
        print(b, c)
        print(a)
else:
    b = 3
print(a)`

const failsWith =
  (...needed: readonly string[]) =>
  (sources: readonly string[]): readonly boolean[] =>
    sources.map((source) => needed.every((line) => source.split('\n').includes(line)))

describe('shrink', () => {
  it('leaves what the failure needs, with the headers above it', () => {
    expect(shrink(PROGRAM, failsWith('        print(a)'))).toBe(
      'if a:\n    for c in [1, 2]:\n        print(a)',
    )
    expect(shrink(PROGRAM, failsWith('    b = 2', 'print(a)'))).toBe('if a:\n    b = 2\nprint(a)')
  })

  it('takes one at a time where not all can go together', () => {
    const either = (sources: readonly string[]): readonly boolean[] =>
      sources.map((source) => source.includes('b = 2') || source.includes('b = 3'))
    expect(shrink(PROGRAM, either)).toBe('else:\n    b = 3')
  })

  it('leaves a program as it is of which every line is needed', () => {
    expect(shrink(PROGRAM, failsWith(...PROGRAM.split('\n')))).toBe(PROGRAM)
  })
})
