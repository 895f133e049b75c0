/**
 * `threading.Barrier`, state by state as CPython's: filling, draining (all may go on; newcomers wait until they have),
 * resetting, broken. Whoever arrives last carries out the action, while newcomers wait.
 */
import { EVENT } from '../../trace'
import { equals } from '../objects'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import { RoutineNeeded } from '../routineNeeded'
import { fromAddress, fromBoolean, fromSmallInteger, NONE, UNBOUND, type Value } from '../value'
import { bindParameters, nothing, secondsOf } from './parameters'
import {
  keepForNextStage,
  NEXT,
  PRIMITIVE,
  stageData,
  type Operation,
  type PrimitiveType,
} from './primitive'
import { traceOperation } from './traceOperation'

const STATE = PRIMITIVE.fields
const PARTIES = PRIMITIVE.fields + 1
const COUNT = PRIMITIVE.fields + 2
/** Thread that carries out the action, + 1; 0 for none. */
const ACTING = PRIMITIVE.fields + 3
const ACTION = PRIMITIVE.fields + 4
const TIMEOUT = PRIMITIVE.fields + 5

const FILLING = 0
const DRAINING = 1
const RESETTING = 2
const BROKEN = 3

function broken(): PythonError {
  return new PythonError('BrokenBarrierError', '', [])
}

/** A thread leaves: the last to go opens the barrier again. */
function leave(p: Processor, barrier: number): void {
  const count = p.word(barrier + COUNT) - 1
  p.memory.write(barrier + COUNT, count)
  const state = p.word(barrier + STATE)
  if (count === 0 && (state === DRAINING || state === RESETTING)) {
    p.memory.write(barrier + STATE, FILLING)
  }
}

/** The lock of CPython's barrier, which the action is carried out under, is not free. */
const isActing = (p: Processor, barrier: number): boolean => p.word(barrier + ACTING) !== 0

function isClosed(p: Processor, barrier: number): boolean {
  const state = p.word(barrier + STATE)
  return isActing(p, barrier) || state === DRAINING || state === RESETTING
}

function goOn(p: Processor, barrier: number, index: number): Value {
  const isBroken = p.word(barrier + STATE) !== DRAINING
  leave(p, barrier)
  if (isBroken) {
    traceOperation(p, EVENT.giveUp, barrier, wait, UNBOUND)
    throw broken()
  }
  traceOperation(p, EVENT.receive, barrier, wait, fromSmallInteger(index))
  return fromSmallInteger(index)
}

function arrive(p: Processor, barrier: number): Value {
  if (p.word(barrier + STATE) === BROKEN) {
    traceOperation(p, EVENT.look, barrier, wait, UNBOUND)
    throw broken()
  }
  const index = p.word(barrier + COUNT)
  p.memory.write(barrier + COUNT, index + 1)
  traceOperation(p, EVENT.signal, barrier, wait, UNBOUND)
  keepForNextStage(p, index)
  // Not `>=`: with no parties, or too few, CPython waits for ever.
  if (!equals(p.objects, p.word(barrier + PARTIES), fromSmallInteger(index + 1))) return NEXT
  const action = p.word(barrier + ACTION)
  if (action === NONE) return pass(p, barrier, index)
  p.memory.write(barrier + ACTING, p.thread + 1)
  throw new RoutineNeeded('barrierAction', [fromAddress(barrier), action])
}

/** All have arrived. */
function pass(p: Processor, barrier: number, index: number): Value {
  p.memory.write(barrier + STATE, DRAINING)
  return goOn(p, barrier, index)
}

const wait: Operation = {
  name: 'wait',
  read(p, args, keywords) {
    const [timeout] = bindParameters('Barrier.wait', ['timeout?'], args, keywords)
    const given = timeout === undefined || timeout === NONE ? undefined : timeout
    return { args: [], timeout: given && Math.max(0, secondsOf(p, given) * 1e6) }
  },
  limit(p, barrier, given) {
    const own = p.word(barrier + TIMEOUT)
    return given ?? (own === NONE ? undefined : Math.max(0, secondsOf(p, own) * 1e6))
  },
  stages: [
    { isBlocked: isClosed, run: (p, { object }) => arrive(p, object) },
    {
      isBlocked: (p, barrier) => isActing(p, barrier) || p.word(barrier + STATE) === FILLING,
      run: (p, { object }) => goOn(p, object, stageData(p)),
      expire(p, { object }) {
        if (isActing(p, object)) traceOperation(p, EVENT.look, object, wait, UNBOUND)
        return NEXT
      },
    },
    // Out of time: but while the action is carried out it may still turn out well.
    {
      isBlocked: isActing,
      run(p, { object }) {
        if (p.word(object + STATE) === FILLING) p.memory.write(object + STATE, BROKEN)
        return goOn(p, object, stageData(p))
      },
    },
  ],
}

function change(name: string, run: (p: Processor, barrier: number) => Value): Operation {
  return {
    name,
    read: nothing(`Barrier.${name}`),
    stages: [
      {
        isBlocked: isActing,
        run(p, { object }) {
          traceOperation(p, EVENT.signal, object, { name }, UNBOUND)
          return run(p, object)
        },
      },
    ],
  }
}

const abort = change('abort', (p, barrier) => {
  p.memory.write(barrier + STATE, BROKEN)
  return NONE
})

const reset = change('reset', (p, barrier) => {
  const state = p.word(barrier + STATE)
  if (p.word(barrier + COUNT) === 0) p.memory.write(barrier + STATE, FILLING)
  else if (state === FILLING || state === BROKEN) p.memory.write(barrier + STATE, RESETTING)
  return NONE
})

/** What the routine of the action calls when it is over; not for programs. */
function endAction(name: string, run: (p: Processor, barrier: number) => Value): Operation {
  return {
    name,
    read: nothing(`Barrier.${name}`),
    stages: [
      {
        run(p, { object }) {
          if (p.word(object + ACTING) !== p.thread + 1) {
            throw new PythonError('RuntimeError', `${name} is called by the barrier itself`)
          }
          p.memory.write(object + ACTING, 0)
          return run(p, object)
        },
      },
    ],
  }
}

const passed = endAction('_passed', (p, barrier) => pass(p, barrier, p.word(barrier + COUNT) - 1))

const failed = endAction('_broken', (p, barrier) => {
  p.memory.write(barrier + STATE, BROKEN)
  leave(p, barrier)
  traceOperation(p, EVENT.signal, barrier, { name: '_broken' }, UNBOUND)
  return NONE
})

function attribute(p: Processor, barrier: number, name: string): Value | undefined {
  const state = p.word(barrier + STATE)
  switch (name) {
    case 'parties':
      return p.word(barrier + PARTIES)
    case 'n_waiting':
      return fromSmallInteger(state === FILLING ? p.word(barrier + COUNT) : 0)
    case 'broken':
      return fromBoolean(state === BROKEN)
    default:
      return undefined
  }
}

export const barrier: PrimitiveType = {
  words: 6,
  make(p, object, args, keywords) {
    const [parties = NONE, action = NONE, timeout = NONE] = bindParameters(
      'Barrier.__init__',
      ['parties', 'action?', 'timeout?'],
      args,
      keywords,
    )
    p.memory.write(object + PARTIES, parties)
    p.memory.write(object + ACTION, action)
    p.memory.write(object + TIMEOUT, timeout)
  },
  methods: [wait, abort, reset, passed, failed],
  attribute,
  parts: (memory, object) => [memory.word(object + ACTION)],
}
