/**
 * Generators: frames that wait in an object of their own between two items. `for` puts the frame back on the thread's
 * stack, above the iterator; `yield` takes it off again and leaves the item. Whatever else needs the items of one calls a
 * routine with such a `for`.
 */
import { FRAME, FUNCTION_MASK, GENERATOR, OBJECT, STACK_WORDS } from './layout'
import { LimitError } from './limits'
import type { Processor } from './processor'
import { publishInto } from './publish'
import { PythonError } from './pythonError'
import { addressOf, fromAddress, UNBOUND, type Value } from './value'

/** Fields of a generator, as offsets from its header. */
const FIELD = { function: 1, state: 2, pc: 3, operands: 4, words: 5 } as const

const STATE = { suspended: 0, running: 1, finished: 2 } as const

/** A generator of function `index` that stands before its first instruction; `locals` are its first locals. */
export function makeGenerator(p: Processor, index: number, locals: readonly Value[]): Value {
  const code = p.program.functions[index]
  if (code === undefined) throw new PythonError('TypeError', 'unknown function')
  const size = FIELD.words + code.locals.length + code.stackSize
  const address = p.memory.allocate(OBJECT.generator, size)
  p.memory.write(address + FIELD.function, index)
  p.memory.write(address + FIELD.pc, code.entry)
  locals.forEach((value, i) => p.memory.write(address + FIELD.words + i, value))
  return fromAddress(address)
}

/**
 * `forIteration` on a generator, which is on top of the stack: goes on in its frame. Answers false when it is finished.
 * @throws PythonError ValueError when it is running; RecursionError
 */
export function resumeGenerator(p: Processor): boolean {
  const address = addressOf(p.peek(0))
  const state = p.word(address + FIELD.state)
  if (state === STATE.finished) return false
  if (state === STATE.running) throw new PythonError('ValueError', 'generator already executing')
  const index = p.word(address + FIELD.function)
  const code = p.program.functions[index]
  if (code === undefined) return false
  if (p.depth >= p.limits.depth) {
    throw new PythonError('RecursionError', 'maximum recursion depth exceeded')
  }
  const base = p.top
  const locals = base + FRAME.locals
  const count = code.locals.length + p.word(address + FIELD.operands)
  if (locals + code.locals.length + code.stackSize + 8 > p.stackEnd) {
    throw new LimitError('depth', STACK_WORDS)
  }
  p.memory.write(address + FIELD.state, STATE.running)
  p.memory.write(base + FRAME.caller, p.frame)
  p.memory.write(base + FRAME.callPc, p.pc)
  p.memory.write(base + FRAME.function, index | GENERATOR)
  for (let i = 0; i < count; i++) p.memory.write(locals + i, p.word(address + FIELD.words + i))
  p.frame = base
  p.top = locals + count
  p.highWater = Math.max(p.highWater, locals + code.locals.length + code.stackSize)
  p.pc = p.word(address + FIELD.pc)
  p.depth++
  return true
}

/** `value --`: the frame waits in its generator, and the `for` has its item. */
export function yieldItem(p: Processor): void {
  const item = p.pop()
  const frame = p.frame
  const generator = p.word(frame - 1)
  const address = addressOf(generator)
  const code = p.program.functions[p.word(frame + FRAME.function) & FUNCTION_MASK]
  const locals = frame + FRAME.locals
  const count = p.top - locals
  for (let i = 0; i < count; i++) {
    publishInto(p, generator, p.word(locals + i))
    p.memory.write(address + FIELD.words + i, p.word(locals + i))
  }
  p.memory.write(address + FIELD.operands, count - (code?.locals.length ?? 0))
  p.memory.write(address + FIELD.pc, p.pc + 1)
  p.memory.write(address + FIELD.state, STATE.suspended)
  leave(p)
  publishInto(p, generator, item)
  p.push(item)
  p.pc++
}

/** The generator's function has returned: the `for` is over. */
export function finishGenerator(p: Processor): void {
  markFinished(p, p.frame)
  leave(p)
  p.top--
  p.pc = (p.program.code[p.pc] ?? 0) >>> 8
}

/** The frame at `frame` is left by an exception, or for good. */
export function markFinished(p: Processor, frame: number): void {
  const address = addressOf(p.word(frame - 1))
  const size = (p.word(address) >>> 9) & 0x3fffff
  p.memory.write(address + FIELD.state, STATE.finished)
  for (let i = FIELD.words; i < size; i++) p.memory.write(address + i, UNBOUND)
}

function leave(p: Processor): void {
  const { frame } = p
  p.top = frame
  p.pc = p.word(frame + FRAME.callPc)
  p.frame = p.word(frame + FRAME.caller)
  p.depth--
}
