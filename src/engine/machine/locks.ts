/** Locks as objects, and how calls that wait take their time limits. */
import type { OBJECT } from './layout'
import { MACHINE, WAIT } from './layout'
import { isTrue, toSeconds, typeName } from './objects'
import type { PendingWait } from './pending'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { fromAddress, NONE, type Value } from './value'

type Keywords = ReadonlyMap<string, Value>

export function makeLock(p: Processor, kind: typeof OBJECT.lock | typeof OBJECT.rlock): Value {
  const lock = p.memory.allocate(kind, 4)
  p.kernel.enter()
  const serial = p.word(MACHINE.lockCount) + 1
  p.memory.write(MACHINE.lockCount, serial)
  p.kernel.leave()
  p.memory.write(lock + 2, serial)
  return fromAddress(lock)
}

/** The wait of an operation with a timeout of 0 is none. */
export function waitOf(
  timeout: number | undefined,
  object: number,
  untimed: number,
  timed: number,
): PendingWait | undefined {
  if (timeout === 0) return undefined
  return { kind: timeout === undefined ? untimed : timed, object, timeout }
}

/** What `acquire` of `lock` will wait for. @throws PythonError */
export function pendingAcquire(
  p: Processor,
  lock: number,
  args: readonly Value[],
  keywords: Keywords,
): PendingWait | undefined {
  return waitOf(acquireTimeout(p, args, keywords), lock, WAIT.lock, WAIT.timedLock)
}

/**
 * Arguments of `acquire(blocking=True, timeout=-1)` in microseconds: undefined waits without limit, 0 does not wait.
 * @throws PythonError as CPython.
 */
export function acquireTimeout(
  p: Processor,
  args: readonly Value[],
  keywords: Keywords,
): number | undefined {
  for (const name of keywords.keys()) {
    if (name !== 'blocking' && name !== 'timeout') {
      throw new PythonError('TypeError', `'${name}' is an invalid keyword argument for acquire()`)
    }
  }
  const blocking = args[0] ?? keywords.get('blocking')
  const timeout = args[1] ?? keywords.get('timeout')
  const seconds = timeout === undefined ? -1 : toSeconds(p.objects, timeout)
  if (seconds === undefined) {
    throw new PythonError(
      'TypeError',
      `'${typeName(p.objects, timeout ?? NONE)}' object cannot be interpreted as an integer`,
    )
  }
  const isBlocking = blocking === undefined || isTrue(p.objects, blocking)
  if (!isBlocking && seconds !== -1) {
    throw new PythonError('ValueError', "can't specify a timeout for a non-blocking call")
  }
  if (seconds < 0 && seconds !== -1) {
    throw new PythonError('ValueError', 'timeout value must be positive')
  }
  if (!isBlocking) return 0
  return seconds === -1 ? undefined : seconds * 1e6
}

/** Argument of `join(timeout=None)` in microseconds. */
export function joinTimeout(
  p: Processor,
  args: readonly Value[],
  keywords: Keywords,
): number | undefined {
  const timeout = args[0] ?? keywords.get('timeout') ?? NONE
  if (timeout === NONE) return undefined
  const seconds = toSeconds(p.objects, timeout)
  if (seconds === undefined) {
    throw new PythonError(
      'TypeError',
      `'${typeName(p.objects, timeout)}' object cannot be interpreted as an integer`,
    )
  }
  return Math.max(0, seconds * 1e6)
}
