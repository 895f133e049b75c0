import { assert, present } from '../../base'
import { decodeInstruction } from './disassemble'
import { OPERATIONS, type OperationName } from './opcodes'
import type { FunctionCode, Program } from './program'

/**
 * Checks a program as a bytecode verifier does: every way through each function keeps one stack depth per instruction,
 * never below zero nor above `stackSize`, jumps stay inside, control does not run off the end, handlers are entered at
 * their depth, and every instruction and exception entry is of use. Reads the effects from the texts of the operation
 * table, not from the compiler's own. Throws `BugError` at the first fault.
 */
export function verify(program: Program): void {
  let end = 0
  for (const code of program.functions) {
    assert(code.entry === end, `${code.name} starts at ${code.entry}, not ${end}`)
    end = code.end
    verifyFunction(program, code)
  }
  assert(end === program.code.length, 'code without a function')
}

function verifyFunction(program: Program, code: FunctionCode): void {
  const depths = new Map<number, number>()
  const waiting: number[] = []
  const arrive = (at: number, depth: number): void => {
    assert(at >= code.entry && at < code.end, `${code.name} goes to ${at}, outside`)
    assert(depth >= 0 && depth <= code.stackSize, `depth ${depth} at ${at}`)
    const known = depths.get(at)
    assert(known === undefined || known === depth, `depths ${known} and ${depth} at ${at}`)
    if (known === undefined) waiting.push(at)
    depths.set(at, depth)
  }
  arrive(code.entry, 0)
  let highest = 0
  while (waiting.length > 0) {
    const at = present(waiting.pop(), 'an instruction')
    const depth = present(depths.get(at), 'its depth')
    const { operation, argument } = decodeInstruction(program.code[at] as number)
    const [pops, pushes] = effectOf(program, operation, argument)
    assert(depth >= pops, `${operation} at ${at} pops ${pops} of ${depth}`)
    for (const entry of code.handlers) {
      if (at < entry.from || at >= entry.to) continue
      assert(entry.depth <= depth, `the handler of ${at} restores more than there is`)
      arrive(entry.handler, entry.depth + 1)
      break
    }
    if (OPERATIONS[operation].argument === 'target') {
      arrive(argument, jumpDepth(operation, depth))
      highest = Math.max(highest, jumpDepth(operation, depth))
    }
    if (['jump', 'return', 'raise'].includes(operation)) continue
    arrive(at + 1, depth - pops + pushes)
  }
  for (const depth of depths.values()) highest = Math.max(highest, depth)
  assert(highest === code.stackSize, `${code.name} needs ${highest}, not ${code.stackSize}`)
  assert(depths.size === code.end - code.entry, `${code.name} holds unreachable code`)
  verifyEntries(code)
}

/** An entry before another lies inside it or beside it. */
function verifyEntries(code: FunctionCode): void {
  for (const [index, inner] of code.handlers.entries()) {
    assert(inner.from < inner.to, 'an empty exception entry')
    assert(inner.from >= code.entry && inner.to <= code.end, 'an exception entry outside')
    for (const outer of code.handlers.slice(index + 1)) {
      const isBeside = inner.to <= outer.from || outer.to <= inner.from
      const isInside = outer.from <= inner.from && inner.to <= outer.to
      assert(isBeside || isInside, 'exception entries overlap')
    }
  }
}

function jumpDepth(operation: OperationName, depth: number): number {
  return /^(?:jumpIfFalse|jumpIfTrue|forIteration)$/.test(operation) ? depth - 1 : depth
}

/** `a b -- c` pops two and pushes one; a word with `…` stands for as many values as the argument says. */
export function effectOf(
  program: Program,
  operation: OperationName,
  argument: number,
): readonly [number, number] {
  const [before = '', after = ''] = OPERATIONS[operation].effect.replace(/ \(.*\)/, '').split('--')
  const [fallsThrough] = operation === 'forIteration' ? after.split('|') : [after.split('|').at(-1)]
  const count = (words: string): number =>
    words
      .trim()
      .split(/\s+/)
      .reduce((sum, word) => sum + valuesOf(program, operation, argument, word), 0)
  return [count(before), count(fallsThrough ?? '')]
}

function partsOf(code: FunctionCode | undefined): number {
  if (code === undefined) return 0
  return code.defaultCount + code.keywordDefaults.length + code.freeCount
}

function valuesOf(
  program: Program,
  operation: OperationName,
  argument: number,
  word: string,
): number {
  if (word === '' || word === '--' || word === 'keys' || word === 'and') return 0
  if (word === '[specification]') return argument >= 4 ? 1 : 0
  if (!word.endsWith('…')) return 1
  if (operation === 'buildDict') return 2 * argument
  if (operation === 'unpackStarred') return (argument & 0xfff) + (argument >>> 12) + 1
  if (operation === 'makeFunction') return partsOf(program.functions[argument])
  if (operation !== 'makeClass') return argument
  const code = program.classes[argument]
  return (code?.members.length ?? 0) + (code?.base === undefined ? 0 : 1)
}
