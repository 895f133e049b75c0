import { describe, expect, it } from 'vitest'
import { compiled } from '../../../tests/support/compiled'
import { randomScheduler } from './random'
import { simulate } from './simulation'

const PROGRAM = `from cerrojo import invariant
x = 0
invariant(lambda: print(x) is None)
x = 1
`

describe('an invariant that does more than look', () => {
  it('ends the run as a bound, in the line that states it', () => {
    expect(simulate(compiled(PROGRAM), randomScheduler(1)).outcome).toMatchObject({
      kind: 'limit',
      code: 'invariantEffect',
      location: { line: 3 },
    })
  })
})
