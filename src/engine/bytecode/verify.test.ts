import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from './compile'
import { encodeInstruction } from './opcodes'
import type { Program } from './program'
import { randomControlFlow } from './randomTrees.testing'
import { call, define, literal, moduleOf, name, returns, run } from './trees.testing'
import { verify } from './verify.testing'

/** `f` calls `log(1)` and returns what it gave. */
const program = compile(
  moduleOf(['f'], define('f', [], [run(call(name('log', 'builtin'))), returns(literal(1n))])),
  '',
)

function withWord(at: number, word: number): Program {
  const code = Int32Array.from(program.code)
  code[at] = word
  return { ...program, code }
}

describe('verify', () => {
  test('accepts what the compiler made', () => {
    expect(() => verify(program)).not.toThrow()
  })

  const { entry, end } = program.functions[1] ?? { entry: 0, end: 0 }

  test.each([
    ['a pop from the empty stack', encodeInstruction('pop', 0), /pops 1 of 0/],
    ['a jump out of the function', encodeInstruction('jump', end), /outside/],
    ['code nothing reaches', encodeInstruction('jump', end - 2), /unreachable|needs/],
    ['a depth above the stack size', encodeInstruction('unpackSequence', 9), /pops|depth/],
  ])('refuses %s', (_, word, message) => {
    expect(() => verify(withWord(entry, word))).toThrow(message)
  })
})

describe('compile', () => {
  test('passes verification on random control flow', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        verify(compile(randomControlFlow(seed, 4), ''))
      }),
      { numRuns: 100 },
    )
  })

  test('gives the same program for the same tree', () => {
    for (const seed of [1, 2, 3]) {
      expect(compile(randomControlFlow(seed), '')).toEqual(compile(randomControlFlow(seed), ''))
    }
  })
})
