/**
 * What a thread that stands before a blocking operation will wait for. Only looks: nothing is carried out, so that a
 * scheduler can know whether the thread is enabled before it is chosen.
 */
import { readCall, readVariableCall, type Call } from './calls'
import { pendingEntry } from './contexts'
import { OPERATIONS } from '../bytecode'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { pendingMethod } from './systemMethods'
import { isSmallInteger, toSmallInteger, UNBOUND } from './value'

export interface PendingWait {
  readonly kind: number
  readonly object: number
  /** Microseconds; undefined without limit. */
  readonly timeout: number | undefined
  /** Index of the system method, where it waits for a primitive. */
  readonly method?: number | undefined
}

/** The wait of the instruction the loaded thread stands on, or undefined when it cannot block. */
export function pendingWait(p: Processor): PendingWait | undefined {
  const instruction = p.program.code[p.pc]
  if (instruction === undefined) return undefined
  const operation = instruction & 0xff
  const count = instruction >>> 8
  switch (operation) {
    case OPERATIONS.enterContext.code:
      return pendingEntry(p, p.peek(0))
    case OPERATIONS.callMethod.code:
      return ofCall(p, readCall(p, 'callMethod', count))
    case OPERATIONS.call.code:
      return ofCall(p, readCall(p, 'call', count))
    case OPERATIONS.callKeyword.code:
      return ofCall(p, readCall(p, 'callKeyword', count))
    case OPERATIONS.callVariable.code:
      return ofCall(p, readVariableCall(p))
    default:
      return undefined
  }
}

function ofCall(p: Processor, call: Call): PendingWait | undefined {
  if (!isSmallInteger(call.callable) || call.receiver === UNBOUND) return undefined
  try {
    return pendingMethod(p, toSmallInteger(call.callable), call)
  } catch (error) {
    // Wrong arguments: the operation will raise when it is carried out, which never blocks.
    if (error instanceof PythonError) return undefined
    throw error
  }
}
