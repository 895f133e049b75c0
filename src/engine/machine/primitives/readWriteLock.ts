/**
 * `cerrojo.ReadWriteLock`: readers share it, a writer is alone. `prefer="writers"`: while a writer waits no further reader
 * comes in; `prefer="readers"`: readers come in whenever no writer is inside. Not re-entrant.
 */
import { EVENT } from '../../trace'
import { isString, textOf } from '../objects'
import type { Memory } from '../memory'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import { addressOf, NONE, UNBOUND, type Value } from '../value'
import { bindParameters, nothing } from './parameters'
import { NEXT, PRIMITIVE, type Operation, type PrimitiveType, type Stage } from './primitive'
import { traceOperation } from './traceOperation'
import { makeView, notMade } from './view'

const READERS = PRIMITIVE.fields
/** Thread of the writer inside, + 1. */
const WRITER = PRIMITIVE.fields + 1
const WAITING_WRITERS = PRIMITIVE.fields + 2
const PREFERS_WRITERS = PRIMITIVE.fields + 3

/** Of a side: the lock. */
const LOCK = PRIMITIVE.fields

const lockOf = (memory: Memory, side: number): number => addressOf(memory.word(side + LOCK))

function change(p: Processor, address: number, by: number): void {
  p.memory.write(address, p.word(address) + by)
}

function isReadBlocked(p: Processor, side: number): boolean {
  const lock = lockOf(p.memory, side)
  const mustYield = p.word(lock + PREFERS_WRITERS) === 1 && p.word(lock + WAITING_WRITERS) > 0
  return p.word(lock + WRITER) !== 0 || mustYield
}

function isWriteBlocked(p: Processor, side: number): boolean {
  const lock = lockOf(p.memory, side)
  return p.word(lock + WRITER) !== 0 || p.word(lock + READERS) > 0
}

function operation(name: string, trace: string, stages: readonly [Stage, ...Stage[]]): Operation {
  return { name, read: nothing(trace), stages }
}

function enterWrite(p: Processor, lock: number): Value {
  p.memory.write(lock + WRITER, p.thread + 1)
  traceOperation(p, EVENT.receive, lock, { name: 'write' }, UNBOUND)
  return NONE
}

const enterReadSide = operation('__enter__', 'read', [
  {
    isBlocked: isReadBlocked,
    run(p, { object }) {
      const lock = lockOf(p.memory, object)
      change(p, lock + READERS, 1)
      traceOperation(p, EVENT.receive, lock, { name: 'read' }, UNBOUND)
      return NONE
    },
  },
])

const leaveReadSide = operation('__exit__', 'read', [
  {
    run(p, { object }) {
      const lock = lockOf(p.memory, object)
      if (p.word(lock + READERS) === 0) throw notInside()
      change(p, lock + READERS, -1)
      traceOperation(p, EVENT.signal, lock, { name: '__exit__' }, UNBOUND)
      return NONE
    },
  },
])

/** Whoever cannot come in at once waits by name, so that readers can let it pass. */
const enterWriteSide = operation('__enter__', 'write', [
  {
    run(p, { object }) {
      const lock = lockOf(p.memory, object)
      if (!isWriteBlocked(p, object)) return enterWrite(p, lock)
      change(p, lock + WAITING_WRITERS, 1)
      traceOperation(p, EVENT.look, lock, { name: 'write' }, UNBOUND)
      return NEXT
    },
  },
  {
    isBlocked: isWriteBlocked,
    run(p, { object }) {
      const lock = lockOf(p.memory, object)
      change(p, lock + WAITING_WRITERS, -1)
      return enterWrite(p, lock)
    },
  },
])

const leaveWriteSide = operation('__exit__', 'write', [
  {
    run(p, { object }) {
      const lock = lockOf(p.memory, object)
      if (p.word(lock + WRITER) === 0) throw notInside()
      p.memory.write(lock + WRITER, 0)
      traceOperation(p, EVENT.signal, lock, { name: '__exit__' }, UNBOUND)
      return NONE
    },
  },
])

function notInside(): PythonError {
  return new PythonError('RuntimeError', 'nobody is inside')
}

function side(name: 'read' | 'write', type: 'ReadSide' | 'WriteSide'): Operation {
  const make: Operation = {
    name,
    read: nothing(`ReadWriteLock.${name}`),
    looks: true,
    stages: [
      {
        run(p, { object }) {
          traceOperation(p, EVENT.look, object, make, UNBOUND)
          return makeView(p, type, object, LOCK, 1)
        },
      },
    ],
  }
  return make
}

/** @throws PythonError ValueError */
function prefersWriters(p: Processor, prefer: Value | undefined): boolean {
  if (prefer === undefined) return false
  const text = isString(p.memory, prefer) ? textOf(p.memory, prefer) : ''
  if (text === 'writers') return true
  if (text === 'readers') return false
  throw new PythonError('ValueError', "prefer must be 'readers' or 'writers'")
}

export const readWriteLock: PrimitiveType = {
  words: 4,
  make(p, object, args, keywords) {
    const [prefer] = bindParameters('ReadWriteLock.__init__', ['prefer?'], args, keywords)
    p.memory.write(object + PREFERS_WRITERS, prefersWriters(p, prefer) ? 1 : 0)
  },
  methods: [side('read', 'ReadSide'), side('write', 'WriteSide')],
}

function sideType(enter: Operation, exit: Operation): PrimitiveType {
  return {
    words: 1,
    make: notMade,
    methods: [enter, exit],
    context: { enter: '__enter__', exit: '__exit__' },
    root: lockOf,
    parts: (memory, object) => [memory.word(object + LOCK)],
  }
}

export const readSide = sideType(enterReadSide, leaveReadSide)
export const writeSide = sideType(enterWriteSide, leaveWriteSide)
