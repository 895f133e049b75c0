import { describe, expect, test } from 'vitest'
import { moduleOf } from './trees.testing'
import { compile } from './compile'
import { OPERATIONS, type OperationName } from './opcodes'
import { depthChangeOfJump, stackEffect } from './stackEffect'
import { effectOf } from './verify.testing'

const operations = Object.keys(OPERATIONS) as OperationName[]
const program = compile(moduleOf([]), '')
const noShapes = { partCount: () => 0, memberCount: () => 0 }

describe('stackEffect', () => {
  test.each(operations)('%s pops and pushes what the operation table says', (operation) => {
    for (const argument of [0, 1, 2, 3, 5, 7]) {
      const { pops, pushes } = stackEffect(operation, argument, noShapes)
      expect([pops, pushes]).toEqual(effectOf(program, operation, argument))
    }
  })

  test('exactly the operations with a target jump', () => {
    const jumping = operations.filter((operation) => depthChangeOfJump(operation) !== undefined)
    const withTarget = operations.filter((operation) => OPERATIONS[operation].argument === 'target')
    expect(jumping).toEqual(withTarget)
  })

  test('no two operations share a code, and every code fits in a byte', () => {
    const codes = operations.map((operation) => OPERATIONS[operation].code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(Math.max(...codes)).toBeLessThan(256)
  })
})
