import { describe, expect, it } from 'vitest'
import {
  assemble,
  choose,
  define,
  doWhile,
  drop,
  i32,
  returnIf,
  type FunctionCode,
} from './assembler'

/** Calls `f` on a shared memory of one page. */
function run(f: FunctionCode, words = new Int32Array()): (...values: number[]) => number {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
  new Int32Array(memory.buffer).set(words)
  const module = new WebAssembly.Module(assemble({ f }))
  const { exports } = new WebAssembly.Instance(module, { run: { memory } })
  return exports['f'] as (...values: number[]) => number
}

describe('assembled code', () => {
  it.each([
    0,
    1,
    -1,
    63,
    64,
    -64,
    -65,
    8191,
    8192,
    -8193,
    65_536,
    2 ** 27,
    2 ** 31 - 1,
    -(2 ** 31),
  ])('keeps the constant %i', (value) => {
    expect(run(define({ parameters: [], results: 1 }, () => [i32.const(value)]))()).toBe(value)
  })

  it.each([
    ['add', 17],
    ['sub', -7],
    ['mul', 60],
    ['and', 4],
    ['or', 13],
    ['shl', 20_480],
    ['shrU', 0],
    ['eq', 0],
    ['ne', 1],
    ['ltS', 1],
  ] as const)('computes 5 %s 12 as %i', (operator, result) => {
    const f = define({ parameters: ['a', 'b'], results: 1 }, ({ a, b }) => [
      i32[operator](a.get, b.get),
    ])
    expect(run(f)(5, 12)).toBe(result)
  })

  it('shifts in zeros and compares with the sign', () => {
    const pair = { parameters: ['a', 'b'], results: 1 } as const
    expect(run(define(pair, ({ a, b }) => [i32.shrU(a.get, b.get)]))(-1, 28)).toBe(15)
    expect(run(define(pair, ({ a, b }) => [i32.ltS(a.get, b.get)]))(-1, 0)).toBe(1)
  })

  it('loops, chooses and returns early', () => {
    const sumUpTo = define(
      { parameters: ['n'], locals: ['i', 'sum'], results: 1 },
      ({ n, i, sum }) => [
        returnIf(i32.ltS(n.get, i32.const(0)), i32.const(-1)),
        doWhile(
          [
            i.set(i32.add(i.get, i32.const(1))),
            sum.set(
              i32.add(
                sum.get,
                choose(i32.and(i.get, i32.const(1)), i.get, i32.mul(i.get, i32.const(10))),
              ),
            ),
          ],
          i32.ltS(i.get, n.get),
        ),
        sum.get,
      ],
    )
    expect([-5, 1, 4].map((n) => run(sumUpTo)(n))).toEqual([-1, 1, 64])
  })

  it('reads, writes, adds to and subtracts from shared words, at a constant offset', () => {
    const words = Int32Array.of(0, 7, 11, 0, 50)
    const f = define({ parameters: ['at'], locals: ['old'], results: 1 }, ({ at, old }) => [
      old.set(i32.atomic.rmwAdd(at.get, i32.const(100), 4)),
      i32.atomic.store(at.get, i32.add(old.get, i32.load(at.get, 8)), 12),
      i32.store(at.get, i32.atomic.load(at.get, 12)),
      drop(i32.atomic.rmwSub(at.get, i32.const(8), 16)),
      i32.add(i32.add(i32.load(at.get), i32.load(at.get, 4)), i32.load(at.get, 16)),
    ])
    expect(run(f, words)(0)).toBe(7 + 11 + 107 + 42)
  })
})
