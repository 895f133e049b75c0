import { describe, expect, test } from 'vitest'
import { lines, programFrom } from './sources.testing'

/** Names of the slots of each class, in order. */
function slotsOf(...source: readonly string[]): Record<string, readonly (string | undefined)[]> {
  const program = programFrom(lines(...source))
  return Object.fromEntries(
    program.classes.map((code) => [
      code.name,
      code.instanceSlots.map((symbol) => program.symbols[symbol]),
    ]),
  )
}

const TWO_CLASSES = [
  'class A:',
  '    def __init__(self):',
  '        self.x = 1',
  '        self.y = 2',
  'class B:',
  '    n = 0',
  '    def put(self, other):',
  '        self.z, self.x = 1, 2',
]

describe('instanceSlots', () => {
  test('holds what the methods of the class store on self, in order', () => {
    expect(slotsOf(...TWO_CLASSES)).toEqual({ A: ['x', 'y'], B: ['z', 'x'] })
  })

  test('adds to every class what is stored on anything else', () => {
    const slots = slotsOf(...TWO_CLASSES, 'a = A()', 'a.w += 1', 'B.n = 2')
    expect(slots).toEqual({ A: ['x', 'y', 'w', 'n'], B: ['z', 'x', 'w', 'n'] })
  })

  test('does not trust a self that is assigned', () => {
    const slots = slotsOf(
      ...TWO_CLASSES,
      'class C:',
      '    def m(self, other):',
      '        self = other',
      '        self.v = 1',
    )
    expect(slots['A']).toContain('v')
  })

  test.each([['B.put(A(), 1)'], ['kind = B'], ['print(type(A()))']])(
    'gives every class every name when a class is a value: %s',
    (statement) => {
      expect(slotsOf(...TWO_CLASSES, statement)['A']).toEqual(['x', 'y', 'z'])
    },
  )
})
