/** Methods of locks, threads and the charging database. Their indices follow those of the types in objects/. */
import { EVENT } from '../trace'
import type { DatabaseCall } from './kernel'
import { OBJECT } from './layout'
import { isTrue, METHODS, toSeconds, typeName } from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { isUnfinished, joinTarget, startThread, threadNumber } from './threads'
import { addressOf, fromBoolean, NONE, type Value } from './value'

type Keywords = ReadonlyMap<string, Value>

interface SystemMethod {
  readonly kind: number
  readonly name: string
  /** A value, or SUSPENDED. */
  call(p: Processor, receiver: number, args: readonly Value[], keywords: Keywords): Value
}

const lockMethods = (kind: typeof OBJECT.lock | typeof OBJECT.rlock): SystemMethod[] => [
  {
    kind,
    name: 'acquire',
    call: (p, lock, args, keywords) => p.kernel.acquire(p, lock, acquireTimeout(p, args, keywords)),
  },
  {
    kind,
    name: 'release',
    call: (p, lock, args) => {
      none('release', args)
      p.kernel.release(p, lock)
      return NONE
    },
  },
]

const databaseMethod = (name: DatabaseCall, count: number): SystemMethod => ({
  kind: OBJECT.database,
  name,
  call(p, database, args, keywords) {
    if (args.length !== count || keywords.size > 0) {
      throw new PythonError(
        'TypeError',
        `${name}() takes ${String(count)} positional argument${count === 1 ? '' : 's'} but ${String(args.length)} were given`,
      )
    }
    return p.kernel.callDatabase(p, database, name, args)
  },
})

const SYSTEM_METHODS: readonly SystemMethod[] = [
  ...lockMethods(OBJECT.lock),
  {
    kind: OBJECT.lock,
    name: 'locked',
    call: (p, lock, args) => {
      none('locked', args)
      const isHeld = p.word(lock + 1) !== 0
      p.trace(EVENT.read, lock, fromBoolean(isHeld))
      return fromBoolean(isHeld)
    },
  },
  ...lockMethods(OBJECT.rlock),
  { kind: OBJECT.thread, name: 'start', call: (p, thread) => startThread(p, thread) },
  {
    kind: OBJECT.thread,
    name: 'join',
    call: (p, thread, args, keywords) =>
      p.kernel.join(p, joinTarget(p, thread), joinTimeout(p, args, keywords)),
  },
  {
    kind: OBJECT.thread,
    name: 'is_alive',
    call: (p, thread) => {
      const number = threadNumber(p, thread)
      return fromBoolean(number !== undefined && isUnfinished(p, number))
    },
  },
  databaseMethod('update_cp_status', 2),
  databaseMethod('add_kwh', 2),
  databaseMethod('set_kwh', 2),
  databaseMethod('get_cp', 1),
  databaseMethod('get_all_cps', 0),
]

const FIRST = METHODS.length

/** Index of method `name` of object kind `kind`, or undefined. */
export function systemMethodIndex(kind: number, name: string): number | undefined {
  const at = SYSTEM_METHODS.findIndex((m) => m.kind === kind && m.name === name)
  return at < 0 ? undefined : FIRST + at
}

export function isSystemMethod(index: number): boolean {
  return index >= FIRST
}

/** Name of system method `index`. */
export function systemMethodName(index: number): string {
  return SYSTEM_METHODS[index - FIRST]?.name ?? ''
}

export function callSystemMethod(
  p: Processor,
  index: number,
  receiver: Value,
  args: readonly Value[],
  keywords: Keywords,
): Value {
  const method = SYSTEM_METHODS[index - FIRST]
  if (method === undefined) throw new PythonError('TypeError', 'unknown method')
  return method.call(p, addressOf(receiver), args, keywords)
}

function none(name: string, args: readonly Value[]): void {
  if (args.length > 0) {
    throw new PythonError(
      'TypeError',
      `${name}() takes no arguments (${String(args.length)} given)`,
    )
  }
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
