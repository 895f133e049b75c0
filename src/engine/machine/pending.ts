/**
 * What a thread that stands before a blocking operation will wait for. Only looks: nothing is carried out, so that a
 * scheduler can know whether the thread is enabled before it is chosen.
 */
import { readCall } from './calls'
import { OPERATIONS } from '../bytecode'
import { OBJECT, WAIT } from './layout'
import { rowsOf } from './databaseModel'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { acquireTimeout, isSystemMethod, joinTimeout, systemMethodName } from './systemMethods'
import { threadNumber } from './threads'
import { addressOf, isSmallInteger, toSmallInteger, UNBOUND } from './value'

export interface PendingWait {
  readonly kind: number
  readonly object: number
  /** Microseconds; undefined without limit. */
  readonly timeout: number | undefined
}

/** The wait of the instruction the loaded thread stands on, or undefined when it cannot block. */
export function pendingWait(p: Processor): PendingWait | undefined {
  const instruction = p.program.code[p.pc]
  if (instruction === undefined) return undefined
  const operation = instruction & 0xff
  const count = instruction >>> 8
  switch (operation) {
    case OPERATIONS.enterContext.code:
      return p.isLock(p.peek(0))
        ? { kind: WAIT.lock, object: addressOf(p.peek(0)), timeout: undefined }
        : undefined
    case OPERATIONS.callMethod.code:
      return ofCall(p, 'callMethod', count)
    case OPERATIONS.call.code:
      return ofCall(p, 'call', count)
    case OPERATIONS.callKeyword.code:
      return ofCall(p, 'callKeyword', count)
    default:
      return undefined
  }
}

function ofCall(
  p: Processor,
  operation: 'call' | 'callMethod' | 'callKeyword',
  count: number,
): PendingWait | undefined {
  const call = readCall(p, operation, count)
  if (!isSmallInteger(call.callable) || call.receiver === UNBOUND) return undefined
  const index = toSmallInteger(call.callable)
  if (!isSystemMethod(index)) return undefined
  const receiver = addressOf(call.receiver)
  try {
    switch (systemMethodName(index)) {
      case 'acquire': {
        const timeout = acquireTimeout(p, call.args, call.keywords)
        if (timeout === 0) return undefined
        return {
          kind: timeout === undefined ? WAIT.lock : WAIT.timedLock,
          object: receiver,
          timeout,
        }
      }
      case 'join':
        return ofJoin(p, receiver, joinTimeout(p, call.args, call.keywords))
      case 'add_kwh':
      case 'set_kwh':
      case 'update_cp_status':
        return ofWrite(p, receiver)
      default:
        return undefined
    }
  } catch (error) {
    // Wrong arguments: the operation will raise when it is carried out, which never blocks.
    if (error instanceof PythonError) return undefined
    throw error
  }
}

function ofJoin(
  p: Processor,
  thread: number,
  timeout: number | undefined,
): PendingWait | undefined {
  const number = threadNumber(p, thread)
  if (number === undefined || number === p.thread || timeout === 0) return undefined
  return { kind: timeout === undefined ? WAIT.join : WAIT.timedJoin, object: number, timeout }
}

function ofWrite(p: Processor, database: number): PendingWait | undefined {
  if (p.objectOf(database << 1, OBJECT.database) === 0) return undefined
  const timeout = p.word(database + 2)
  return timeout === 0 ? undefined : { kind: WAIT.database, object: rowsOf(p, database), timeout }
}
