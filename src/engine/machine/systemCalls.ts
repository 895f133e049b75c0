/** Built-in functions that concern the machine: printing, threads, locks, time, the charging database. */
import { EVENT } from '../trace'
import { callAttributeFunction, isAttributeFunction } from './attributeFunctions'
import { classOf, isInstance, isSubtype } from './classes'
import type { SystemName } from './builtins'
import { callOfDataclasses, isOfDataclasses } from './dataclasses'
import { DATABASE_ROWS, MACHINE, OBJECT, THREAD, threadAddress } from './layout'
import { stateInvariant } from './invariants'
import { makeLock } from './locks'
import { fromFloat, fromText, str, textOf, toSeconds, typeName, makeList } from './objects'
import { flush, print, writeText } from './printing'
import { callLogging, isLoggingFunction } from './primitives'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { callOfRoutines, isOfRoutines } from './routineBuiltins'
import { superOf } from './supers'
import { threadParts } from './threadArguments'
import { isUnfinished, makeThreadObject } from './threads'
import { makeTimer } from './timer'
import { fromAddress, fromSmallInteger, NONE, type Value } from './value'

type Keywords = ReadonlyMap<string, Value>

/** Carries out system built-in `name`. A value, or SUSPENDED. */
export function callSystem(
  p: Processor,
  name: SystemName,
  args: readonly Value[],
  keywords: Keywords,
): Value {
  if (isOfDataclasses(name)) return callOfDataclasses(p, name, args, keywords)
  if (isOfRoutines(name)) return callOfRoutines(p, name, args, keywords)
  if (isAttributeFunction(name)) return callAttributeFunction(p, name, args, keywords)
  if (isLoggingFunction(name)) return callLogging(p, name, args, keywords)
  switch (name) {
    case 'print':
      return print(p, args, keywords)
    case 'write':
      return writeText(p, args, keywords)
    case 'flush':
      return flush(args, keywords)
    case 'isinstance':
      return isInstance(p, ...exactly(name, args, 2))
    case 'issubclass':
      return isSubtype(p, ...exactly(name, args, 2))
    case 'super':
      return superOf(p, ...exactly(name, args, 2))
    case 'object':
      return makeObject(p, args, keywords)
    case 'type':
      return classOf(p, exactly(name, args, 1)[0])
    case 'Thread':
      return makeThreadObject(p, threadParts(p, args, keywords))
    case 'Timer':
      return makeTimer(p, args, keywords)
    case 'Lock':
    case 'RLock':
      return lockOf(p, name, args)
    case 'current_thread':
    case 'currentThread':
      return p.word(threadAddress(p.thread) + THREAD.object)
    case 'main_thread':
      return p.word(threadAddress(0) + THREAD.object)
    case 'get_ident':
      return fromSmallInteger(p.thread + 1)
    case 'active_count':
    case 'activeCount':
      return fromSmallInteger(p.word(MACHINE.unfinishedCount))
    case 'enumerate':
      return enumerateThreads(p, args)
    case 'invariant':
      return stateInvariant(p, args, keywords)
    case 'progress':
      return progress(p, exactly(name, args, 1)[0])
    case 'sleep':
      return p.kernel.sleep(p, sleepTime(p, exactly(name, args, 1)[0]))
    case 'time':
    case 'monotonic':
    case 'perf_counter':
      return fromFloat(p.objects, p.kernel.now() / 1e6)
    case 'ChargingDatabase':
      return makeDatabase(p, args, keywords)
  }
}

/** CPython 3.11 ignores what `RLock` is given. */
function lockOf(p: Processor, name: 'Lock' | 'RLock', args: readonly Value[]): Value {
  if (name === 'RLock') return makeLock(p, OBJECT.rlock)
  exactly(name, args, 0)
  return makeLock(p, OBJECT.lock)
}

/** `object()`: nothing but an identity. */
function makeObject(p: Processor, args: readonly Value[], keywords: Keywords): Value {
  if (args.length + keywords.size > 0) {
    throw new PythonError('TypeError', 'object() takes no arguments')
  }
  return fromAddress(p.memory.allocate(OBJECT.object, 2))
}

/** A list of the thread objects of those that have started and not ended, in order of start. */
function enumerateThreads(p: Processor, args: readonly Value[]): Value {
  if (args.length > 0) {
    const given = args.length === 1 ? '1 was' : `${String(args.length)} were`
    const message = `enumerate() takes 0 positional arguments but ${given} given`
    throw new PythonError('TypeError', message)
  }
  const numbers = Array.from({ length: p.word(MACHINE.threadCount) }, (_, number) => number)
  const alive = numbers.filter((number) => isUnfinished(p, number))
  return makeList(
    p.objects,
    alive.map((number) => p.word(threadAddress(number) + THREAD.object)),
  )
}

/** Useful work was done: what tells a livelock from a program that gets on. */
function progress(p: Processor, label: Value): Value {
  p.kernel.enter()
  try {
    p.traceText(EVENT.progress, 0, () => fromText(p.objects, str(p.objects, label)))
  } finally {
    p.kernel.leave()
  }
  return NONE
}

/** @throws PythonError TypeError for another number of arguments, as CPython words it for this function. */
function exactly(name: string, args: readonly Value[], count: number): [Value, Value] {
  if (args.length !== count) {
    const wording = WORDINGS[name]
    const takes = count === 0 ? 'no arguments' : 'exactly one argument'
    const message = wording ?? `${name}() takes ${takes} (% given)`
    throw new PythonError('TypeError', message.replace('%', String(args.length)))
  }
  return [args[0] ?? NONE, args[1] ?? NONE]
}

const WORDINGS: Readonly<Record<string, string>> = {
  isinstance: 'isinstance expected 2 arguments, got %',
  type: 'type() takes 1 or 3 arguments',
  sleep: 'time.sleep() takes exactly one argument (% given)',
  Lock: '_thread.allocate_lock() takes no arguments (% given)',
}

/** Microseconds. @throws PythonError as CPython for negative or non-numeric seconds. */
function sleepTime(p: Processor, value: Value): number {
  const seconds = toSeconds(p.objects, value)
  if (seconds === undefined) {
    const type = typeName(p.objects, value)
    throw new PythonError('TypeError', `'${type}' object cannot be interpreted as an integer`)
  }
  if (seconds < 0) throw new PythonError('ValueError', 'sleep length must be non-negative')
  return seconds * 1e6
}

const DATABASE_WORDS = 6 + DATABASE_ROWS * 3
const DEFAULT_PATH = 'ev_charging.db'
/** Accepted paths: a plain file name, so that a program cannot reach beyond the run's folder. */
const PLAIN_NAME = /^[A-Za-z0-9_-]{1,60}(\.[A-Za-z0-9_-]{1,20})?$/

function makeDatabase(p: Processor, args: readonly Value[], keywords: Keywords): Value {
  for (const name of keywords.keys()) {
    if (name !== 'path' && name !== 'busy_timeout') {
      throw new PythonError(
        'TypeError',
        `ChargingDatabase.__init__() got an unexpected keyword argument '${name}'`,
      )
    }
  }
  const path = args[0] ?? keywords.get('path') ?? fromText(p.objects, DEFAULT_PATH)
  const isPlain = p.objectOf(path, OBJECT.string) !== 0 && PLAIN_NAME.test(textOf(p.memory, path))
  if (!isPlain) {
    throw new PythonError('ValueError', 'path must be a plain file name such as ev_charging.db')
  }
  const busy = args[1] ?? keywords.get('busy_timeout') ?? fromSmallInteger(0)
  const seconds = toSeconds(p.objects, busy)
  if (seconds === undefined || seconds < 0 || seconds > 3600) {
    throw new PythonError('ValueError', 'busy_timeout must be 0 to 3600 seconds')
  }
  const database = p.memory.allocate(OBJECT.database, DATABASE_WORDS)
  p.memory.write(database + 1, path)
  p.memory.write(database + 2, Math.round(seconds * 1e6) | 0)
  linkDatabase(p, database)
  return fromAddress(database)
}

/** Finds the first instance of the same path (instances with one path are one database), or becomes it. */
function linkDatabase(p: Processor, database: number): void {
  const path = textOf(p.memory, p.word(database + 1))
  p.kernel.enter()
  try {
    let first = p.word(MACHINE.databases) >>> 1
    while (first !== 0 && textOf(p.memory, p.word(first + 1)) !== path) {
      first = p.word(first + 4) >>> 1
    }
    if (first === 0) {
      p.memory.write(database + 4, p.word(MACHINE.databases))
      p.memory.write(MACHINE.databases, fromAddress(database))
    }
    p.memory.write(database + 3, fromAddress(first === 0 ? database : first))
    if (first === 0) p.kernel.openDatabase(p, database)
  } finally {
    p.kernel.leave()
  }
}
