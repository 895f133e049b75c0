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
  (sources: readonly string[]): Promise<readonly boolean[]> =>
    Promise.resolve(
      sources.map((source) => needed.every((line) => source.split('\n').includes(line))),
    )

describe('shrink', () => {
  it('leaves what the failure needs, with the headers above it', async () => {
    expect(await shrink(PROGRAM, failsWith('        print(a)'))).toBe(
      'if a:\n    for c in [1, 2]:\n        print(a)',
    )
    expect(await shrink(PROGRAM, failsWith('    b = 2', 'print(a)'))).toBe(
      'if a:\n    b = 2\nprint(a)',
    )
  })

  it('takes one at a time where not all can go together', async () => {
    const either = (sources: readonly string[]): Promise<readonly boolean[]> =>
      Promise.resolve(sources.map((source) => /b = [23]/.test(source)))
    expect(await shrink(PROGRAM, either)).toBe('else:\n    b = 3')
  })

  it('leaves a program as it is of which every line is needed', async () => {
    expect(await shrink(PROGRAM, failsWith(...PROGRAM.split('\n')))).toBe(PROGRAM)
  })
})
