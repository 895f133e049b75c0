/**
 * `concurrent.futures.ThreadPoolExecutor`, as CPython 3.11's: submitted calls stand in a queue; a thread is made for each
 * of the first calls that find none idle; a thread that has carried out a call counts as idle until a later call counts on
 * it. What the threads do is a routine; the calls, and whoever is told of them, are the program's.
 */
import { EVENT } from '../../trace'
import { MACHINE } from '../layout'
import {
  dictSet,
  fromText,
  getIterator,
  isTrue,
  makeDict,
  makeException,
  makeList,
  makeTuple,
  str,
} from '../objects'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import { RoutineNeeded } from '../routineNeeded'
import { makeThreadObject, startInside } from '../threads'
import {
  addressOf,
  FALSE,
  fromAddress,
  fromSmallInteger,
  NONE,
  TRUE,
  UNBOUND,
  type Value,
} from '../value'
import { beginWork, makeFuture } from './future'
import { addItem, itemCount, itemsIn, makeItems, setItems } from './itemList'
import { bindParameters, integerOf, nothing } from './parameters'
import {
  NEXT,
  PRIMITIVE,
  type Delegate,
  type Keywords,
  type Operation,
  type PrimitiveType,
  type Stage,
} from './primitive'
import { traceOperation } from './traceOperation'

const WORKERS = PRIMITIVE.fields
/** Futures that no thread has taken up. */
const QUEUE = PRIMITIVE.fields + 1
/** Thread objects, in order of start. */
const THREADS = PRIMITIVE.fields + 2
/** Threads that have carried out a call which no later one has counted on. */
const IDLE = PRIMITIVE.fields + 3
/** OPEN, or why no call is taken any more. */
const STATE = PRIMITIVE.fields + 4
const PREFIX = PRIMITIVE.fields + 5
const INITIALIZER = PRIMITIVE.fields + 6
const ARGUMENTS = PRIMITIVE.fields + 7
/** The next pool of the chain. */
const NEXT_POOL = PRIMITIVE.fields + 8
const WORDS = 9

const OPEN = 0
const SHUT = 1
const ENDED = 2
const BROKEN = 3

/** `min(32, cpu_count() + 4)` of a machine with four cores: CPython's own default differs from machine to machine. */
const DEFAULT_WORKERS = 8

const BROKEN_MESSAGE = 'A thread initializer failed, the thread pool is not usable anymore'
const REFUSALS = [
  '',
  'cannot schedule new futures after shutdown',
  'cannot schedule new futures after interpreter shutdown',
]

function requireOpen(p: Processor, pool: number): void {
  const state = p.word(pool + STATE)
  if (state === OPEN) return
  traceOperation(p, EVENT.look, pool, { name: 'submit' }, UNBOUND)
  if (state === BROKEN) throw new PythonError('BrokenThreadPool', BROKEN_MESSAGE)
  throw new PythonError('RuntimeError', REFUSALS[state] ?? '')
}

/** Counts on an idle thread, or makes one while there are fewer than may be. */
function provideThread(p: Processor, pool: number): void {
  const idle = p.word(pool + IDLE)
  const count = itemCount(p, p.word(pool + THREADS))
  if (count >= p.word(pool + WORKERS)) p.memory.write(pool + IDLE, 0)
  else if (idle > 0) p.memory.write(pool + IDLE, idle - 1)
  else {
    const name = `${str(p.objects, p.word(pool + PREFIX))}_${String(count)}`
    const given = [fromAddress(pool), p.word(pool + INITIALIZER), p.word(pool + ARGUMENTS)]
    const thread = makeThreadObject(p, {
      target: p.objects.names.builtinValue('.poolWork'),
      args: makeTuple(p.objects, given),
      keywords: NONE,
      name: fromText(p.objects, name),
      isDaemon: undefined,
    })
    addItem(p, p.word(pool + THREADS), thread)
    startInside(p, addressOf(thread))
  }
}

const submit: Operation = {
  name: 'submit',
  read(p, args, keywords) {
    const [callable, ...others] = args
    if (callable === undefined) {
      const message = "ThreadPoolExecutor.submit() missing 1 required positional argument: 'fn'"
      throw new PythonError('TypeError', message)
    }
    const named = keywords.size === 0 ? NONE : dictOf(p, keywords)
    const future = makeFuture(p, [callable, makeTuple(p.objects, others), named])
    return { args: [future], timeout: undefined }
  },
  stages: [
    {
      run(p, { object, args: [future = NONE] }) {
        requireOpen(p, object)
        addItem(p, p.word(object + QUEUE), future)
        traceOperation(p, EVENT.signal, object, submit, future)
        provideThread(p, object)
        return future
      },
    },
  ],
}

function dictOf(p: Processor, keywords: Keywords): Value {
  const dict = makeDict(p.objects)
  for (const [name, value] of keywords) dictSet(p.objects, dict, fromText(p.objects, name), value)
  return dict
}

/** CPython's own loop, as a routine. */
const map: Delegate = {
  name: 'map',
  call(p, pool, args, keywords) {
    const [callable, ...iterables] = args
    for (const name of keywords.keys()) {
      if (name !== 'timeout' && name !== 'chunksize') {
        const message = `Executor.map() got an unexpected keyword argument '${name}'`
        throw new PythonError('TypeError', message)
      }
    }
    if (callable === undefined) {
      const message = "Executor.map() missing 1 required positional argument: 'fn'"
      throw new PythonError('TypeError', message)
    }
    traceOperation(p, EVENT.look, pool, map, UNBOUND)
    const iterators = makeTuple(
      p.objects,
      iterables.map((iterable) => getIterator(p.objects, iterable)),
    )
    const timeout = keywords.get('timeout') ?? NONE
    throw new RoutineNeeded('poolMap', [fromAddress(pool), callable, iterators, timeout])
  },
}

/** What is left in the queue, as a list of the thread's own. */
function takeQueue(p: Processor, pool: number): Value {
  const futures = itemsIn(p.memory, p.word(pool + QUEUE))
  setItems(p, p.word(pool + QUEUE), [])
  return makeList(p.objects, futures)
}

const shutdown: Operation = {
  name: 'shutdown',
  read(p, args, keywords) {
    const own = new Map([...keywords].filter(([name]) => name !== 'cancel_futures'))
    const [wait = TRUE] = bindParameters('ThreadPoolExecutor.shutdown', ['wait?'], args, own)
    const isCancelling = isTrue(p.objects, keywords.get('cancel_futures') ?? FALSE)
    const flags = (isTrue(p.objects, wait) ? 1 : 0) + (isCancelling ? 2 : 0)
    return { args: [fromSmallInteger(flags)], timeout: undefined }
  },
  stages: [
    {
      run(p, { object, args: [flags = NONE] }) {
        if (p.word(object + STATE) === OPEN) p.memory.write(object + STATE, SHUT)
        traceOperation(p, EVENT.signal, object, shutdown, UNBOUND)
        const isCancelling = flags >> 1 >= 2
        const isWaiting = ((flags >> 1) & 1) === 1
        const nothing = makeList(p.objects, [])
        const threads = makeList(p.objects, itemsIn(p.memory, p.word(object + THREADS)))
        throw new RoutineNeeded('poolStop', [
          isWaiting ? threads : nothing,
          isCancelling ? takeQueue(p, object) : nothing,
        ])
      },
    },
  ],
}

const take: Stage = {
  isBlocked: (p, pool) => p.word(pool + STATE) === OPEN && itemCount(p, p.word(pool + QUEUE)) === 0,
  run(p, { object }) {
    const [future, ...others] = itemsIn(p.memory, p.word(object + QUEUE))
    traceOperation(p, EVENT.receive, object, { name: '_take' }, future ?? UNBOUND)
    if (future === undefined) return NONE
    setItems(p, p.word(object + QUEUE), others)
    return beginWork(p, addressOf(future))
  },
}

/** Of the routine: the next call, None when there is none left and none to come. */
const takeFirst: Operation = { name: '_take', read: nothing('_take'), stages: [take] }

/** The same for a thread that has carried out a call. */
const takeNext: Operation = {
  name: '_next',
  read: nothing('_next'),
  stages: [
    {
      run(p, { object }) {
        // Once there are as many threads as may be, nobody asks any more who is idle.
        const isComplete = itemCount(p, p.word(object + THREADS)) >= p.word(object + WORKERS)
        p.memory.write(object + IDLE, isComplete ? 0 : p.word(object + IDLE) + 1)
        traceOperation(p, EVENT.change, object, takeNext, UNBOUND)
        return NEXT
      },
    },
    take,
  ],
}

/** Of the routine: the initializer has failed. Pairs of futures and of what becomes of them. */
const broke: Operation = {
  name: '_broke',
  read: nothing('_broke'),
  stages: [
    {
      run(p, { object }) {
        p.memory.write(object + STATE, BROKEN)
        traceOperation(p, EVENT.signal, object, broke, UNBOUND)
        const futures = itemsIn(p.memory, takeQueue(p, object))
        const type = p.objects.names.builtinValue('BrokenThreadPool')
        const message = fromText(p.objects, BROKEN_MESSAGE)
        const pairs = futures.map((future) =>
          makeTuple(p.objects, [future, makeException(p.objects, type, [message])]),
        )
        return makeList(p.objects, pairs)
      },
    },
  ],
}

/** Of the routine at the end of the main thread. */
const exit: Operation = {
  name: '_exit',
  read: nothing('_exit'),
  stages: [
    {
      run(p, { object }) {
        if (p.word(object + STATE) === OPEN) p.memory.write(object + STATE, ENDED)
        traceOperation(p, EVENT.signal, object, exit, UNBOUND)
        return NONE
      },
    },
  ],
}

const enter: Operation = {
  name: '__enter__',
  read: nothing('Executor.__enter__'),
  looks: true,
  stages: [
    {
      run(p, { object }) {
        traceOperation(p, EVENT.look, object, enter, UNBOUND)
        return fromAddress(object)
      },
    },
  ],
}

function workersOf(p: Processor, given: Value): number {
  if (given === NONE) return DEFAULT_WORKERS
  const workers = integerOf(p, given)
  if (workers > 0) return workers
  throw new PythonError('ValueError', 'max_workers must be greater than 0')
}

function prefixOf(p: Processor, given: Value): Value {
  if (given !== NONE && isTrue(p.objects, given)) return given
  const number = p.word(MACHINE.unnamedPools)
  p.memory.write(MACHINE.unnamedPools, number + 1)
  return fromText(p.objects, `ThreadPoolExecutor-${String(number)}`)
}

const PARAMETERS = ['max_workers?', 'thread_name_prefix?', 'initializer?', 'initargs?']

export const threadPoolExecutor: PrimitiveType = {
  words: WORDS,
  make(p, object, args, keywords) {
    const name = 'ThreadPoolExecutor.__init__'
    const [workers = NONE, prefix = NONE, initializer = NONE, initargs = NONE] = bindParameters(
      name,
      PARAMETERS,
      args,
      keywords,
    )
    p.memory.write(object + WORKERS, workersOf(p, workers))
    p.memory.write(object + QUEUE, makeItems(p))
    p.memory.write(object + THREADS, makeItems(p))
    p.memory.write(object + INITIALIZER, initializer)
    const given = initargs === NONE ? makeTuple(p.objects, []) : initargs
    p.memory.write(object + ARGUMENTS, given)
    p.kernel.enter()
    try {
      p.memory.write(object + PREFIX, prefixOf(p, prefix))
      p.memory.write(object + STATE, p.word(MACHINE.arePoolsEnded) === 1 ? ENDED : OPEN)
      p.memory.write(object + NEXT_POOL, p.word(MACHINE.pools))
      p.memory.write(MACHINE.pools, fromAddress(object))
    } finally {
      p.kernel.leave()
    }
  },
  methods: [enter, submit, map, shutdown, takeFirst, takeNext, broke, exit],
  context: { enter: '__enter__', exit: 'shutdown' },
  parts(memory, object) {
    const lists = [QUEUE, THREADS].map((field) => memory.word(object + field))
    const given = [INITIALIZER, ARGUMENTS].map((field) => memory.word(object + field))
    return [...given, ...lists.flatMap((list) => itemsIn(memory, list))]
  },
}

/** The main thread ends: no pool takes further calls, and idle threads end. */
export function endPools(p: Processor): Value {
  const pools: Value[] = []
  p.kernel.enter()
  try {
    p.memory.write(MACHINE.arePoolsEnded, 1)
    for (let at = p.word(MACHINE.pools); at !== UNBOUND; at = p.word(addressOf(at) + NEXT_POOL)) {
      pools.push(at)
    }
  } finally {
    p.kernel.leave()
  }
  throw new RoutineNeeded('poolsEnd', [makeList(p.objects, pools)])
}
