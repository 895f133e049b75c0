/**
 * `cerrojo.invariant`: what the program says must hold after every step. Kept in one tuple: each callable, then the instruction
 * that stated it. They are looked at by invariantChecker.ts.
 */
import { MACHINE } from './layout'
import type { Memory } from './memory'
import { bindPython, makeTuple, tupleItems } from './objects'
import type { Processor } from './processor'
import { publish } from './publish'
import { fromSmallInteger, NONE, toSmallInteger, UNBOUND, type Value } from './value'

/** A callable, and the instruction that stated that it must answer true. */
export interface Invariant {
  readonly check: Value
  readonly pc: number
}

const SIGNATURE = { name: 'invariant', parameters: ['check'], required: 1 } as const

/** `invariant(check)`: `check` is kept with the place of the call. @throws PythonError TypeError */
export function stateInvariant(
  p: Processor,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  const [check = NONE] = bindPython(SIGNATURE, args, keywords)
  p.kernel.enter()
  try {
    const known = p.word(MACHINE.invariants)
    const stated = known === UNBOUND ? [] : tupleItems(p.memory, known)
    const place = fromSmallInteger(p.sourcePc)
    // What it reads, others may write from now on.
    publish(p, check)
    p.memory.write(MACHINE.invariants, makeTuple(p.objects, [...stated, check, place]))
  } finally {
    p.kernel.leave()
  }
  return NONE
}

/** What the program has stated so far, in order. */
export function statedInvariants(memory: Memory): readonly Invariant[] {
  const stated = memory.word(MACHINE.invariants)
  if (stated === UNBOUND) return []
  const words = tupleItems(memory, stated)
  return words.flatMap((check, at) =>
    at % 2 === 0 ? [{ check, pc: toSmallInteger(words[at + 1] ?? NONE) }] : [],
  )
}
