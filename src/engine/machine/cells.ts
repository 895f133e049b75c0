/**
 * Variables that functions share: a local of the function that owns one, and one of each function that takes it, hold the
 * same cell. A cell is memory like any other: published when a second thread can reach it, then read and written in steps.
 */
import { FRAME, FUNCTION_MASK, OBJECT } from './layout'
import type { Processor } from './processor'
import { publishInto } from './publish'
import { PythonError } from './pythonError'
import { addressOf, fromAddress, UNBOUND, type Value } from './value'

/** Words of a cell: header, value, index of the function that owns the variable, and the number of its local. */
export const CELL_WORDS = 4

/** Puts local `index` into a new cell. */
export function makeCell(p: Processor, index: number): void {
  const cell = p.memory.allocate(OBJECT.cell, CELL_WORDS)
  p.memory.write(cell + 1, p.word(p.local(index)))
  p.memory.write(cell + 2, p.word(p.frame + FRAME.function) & FUNCTION_MASK)
  p.memory.write(cell + 3, index)
  p.memory.write(p.local(index), fromAddress(cell))
}

/** `-- value` @throws PythonError NameError when it is not set */
export function loadCell(p: Processor, index: number): void {
  const cell = addressOf(p.word(p.local(index)))
  const value = p.word(cell + 1)
  if (value === UNBOUND) throw unset(p, index)
  p.traceAccess('read', cell + 1, value)
  p.push(value)
}

/** `value --` */
export function storeCell(p: Processor, index: number, value: Value): void {
  const cell = p.word(p.local(index))
  publishInto(p, cell, value)
  p.memory.write(addressOf(cell) + 1, value)
  p.traceAccess('write', addressOf(cell) + 1, value)
}

export function deleteCell(p: Processor, index: number): void {
  if (p.word(addressOf(p.word(p.local(index))) + 1) === UNBOUND) throw unset(p, index)
  storeCell(p, index, UNBOUND)
}

function unset(p: Processor, index: number): PythonError {
  const code = p.program.functions[p.word(p.frame + FRAME.function) & FUNCTION_MASK]
  const name = code?.locals[index] ?? ''
  if (code === undefined || index < code.freeStart) {
    return new PythonError(
      'UnboundLocalError',
      `cannot access local variable '${name}' where it is not associated with a value`,
    )
  }
  return new PythonError(
    'NameError',
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
  )
}
