import { describe, expect, test } from 'vitest'
import type { Expression } from '../language'
import { ConstantPool, constantOf } from './constants'
import type { Constant } from './program'
import { literal, name, NOWHERE } from './trees.testing'

function tuple(...items: Expression[]): Expression {
  return { ...NOWHERE, kind: 'tuple', items }
}

function minus(operand: Expression): Expression {
  return { ...NOWHERE, kind: 'unary', operator: '-', operand }
}

describe('ConstantPool', () => {
  test('keeps apart what Python tells apart', () => {
    const pool = new ConstantPool()
    const constants: Constant[] = [
      { type: 'none' },
      { type: 'bool', value: true },
      { type: 'int', value: 1n },
      { type: 'float', value: 1 },
      { type: 'float', value: 0 },
      { type: 'float', value: -0 },
      { type: 'string', value: '1' },
      { type: 'string', value: 'None' },
      { type: 'builtin', name: 'None' },
      { type: 'tuple', items: [{ type: 'int', value: 1n }] },
      { type: 'tuple', items: [{ type: 'float', value: 1 }] },
      { type: 'tuple', items: [{ type: 'string', value: 'a, b' }] },
      {
        type: 'tuple',
        items: [
          { type: 'string', value: 'a' },
          { type: 'string', value: 'b' },
        ],
      },
    ]
    const indices = constants.map((constant) => pool.indexOf(constant))
    expect(indices).toEqual(constants.map((_, index) => index))
  })

  test('stores an equal constant once', () => {
    const pool = new ConstantPool()
    const first = pool.indexOf({ type: 'tuple', items: [{ type: 'int', value: 7n }] })
    expect(pool.indexOf({ type: 'tuple', items: [{ type: 'int', value: 7n }] })).toBe(first)
    expect(pool.constants).toHaveLength(1)
  })
})

describe('constantOf', () => {
  test('negates numbers, keeping the sign of zero', () => {
    expect(constantOf(minus(literal(3n)))).toEqual({ type: 'int', value: -3n })
    expect(constantOf(minus(literal(0)))).toEqual({ type: 'float', value: -0 })
  })

  test('leaves the minus of other literals to the machine', () => {
    expect(constantOf(minus(literal('a')))).toBeUndefined()
    expect(constantOf(minus(literal(true)))).toBeUndefined()
  })

  test('takes a tuple only when every item is constant', () => {
    const two = { type: 'int', value: 2n }
    expect(constantOf(tuple(tuple(), literal(2n)))).toEqual({
      type: 'tuple',
      items: [{ type: 'tuple', items: [] }, two],
    })
    expect(constantOf(tuple(literal(2n), name('x')))).toBeUndefined()
  })
})
