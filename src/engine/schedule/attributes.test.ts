import { describe, expect, it } from 'vitest'
import { compiled } from '../../../tests/support/compiled'
import { randomScheduler } from './random'
import { simulate } from './simulation'

const run = (source: string) => simulate(compiled(source), randomScheduler(1))

describe('attributes by name', () => {
  it('have a place where their name stands anywhere in the program', () => {
    const source = `class Row:
    pass
row = Row()
for name in "left right".split() + ["left", "right"]:
    setattr(row, name, name.upper())
print(row.left, getattr(row, "ri" + "ght"))
`
    expect(run(source).output).toBe('LEFT RIGHT\n')
  })

  it('limitation: a name that is put together at run time only is refused, not lost', () => {
    const source = `class Row:
    pass
row = Row()
setattr(row, "column" + str(1), 5)
`
    expect(run(source).outcome).toMatchObject({
      kind: 'limit',
      code: 'unsupportedMethod',
      name: 'Row.column1',
    })
  })

  it.each(['__dict__', '__doc__', '__module__'])('%s is refused, for CPython has it', (name) => {
    const source = `class Row:
    pass
try:
    print(hasattr(Row(), "${name}"))
except AttributeError:
    print("none")
`
    expect(run(source)).toMatchObject({ output: '', outcome: { code: 'unsupportedMethod' } })
  })

  it('that an instance does not have are not there, special ones included', () => {
    const source = `class Row:
    pass
print(hasattr(Row(), "__len__"), getattr(Row(), "__call__", None))
`
    expect(run(source).output).toBe('False None\n')
  })
})
