/**
 * `threading.Semaphore` and `BoundedSemaphore`: a number of permits. Whoever gives one back need not have taken one.
 * Any waiting thread may get a permit: CPython lets a newcomer pass those that it has woken.
 */
import { EVENT } from '../../trace'
import { isTrue } from '../objects'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import { FALSE, fromSmallInteger, NONE, TRUE, type Value } from '../value'
import { bindParameters, integerOf, timeoutOf } from './parameters'
import {
  PRIMITIVE,
  type Keywords,
  type Operation,
  type PrimitiveType,
  type Request,
} from './primitive'
import { traceOperation } from './traceOperation'

const VALUE = PRIMITIVE.fields
/** What a bounded one may not exceed. */
const INITIAL = PRIMITIVE.fields + 1

function readAcquire(
  p: Processor,
  args: readonly Value[],
  keywords: Keywords,
): Omit<Request, 'object'> {
  const [blocking = TRUE, timeout = NONE] = bindParameters(
    'Semaphore.acquire',
    ['blocking?', 'timeout?'],
    args,
    keywords,
  )
  if (isTrue(p.objects, blocking)) return { args: [], timeout: timeoutOf(p, timeout) }
  if (timeout !== NONE) {
    throw new PythonError('ValueError', "can't specify timeout for non-blocking acquire")
  }
  return { args: [], timeout: 0 }
}

const acquire: Operation = {
  name: 'acquire',
  read: readAcquire,
  stages: [
    {
      isBlocked: (p, semaphore) => p.word(semaphore + VALUE) === 0,
      run(p, { object }) {
        p.memory.write(object + VALUE, p.word(object + VALUE) - 1)
        traceOperation(p, EVENT.receive, object, acquire, TRUE)
        return TRUE
      },
      expire(p, { object }) {
        traceOperation(p, EVENT.giveUp, object, acquire, FALSE)
        return FALSE
      },
    },
  ],
}

function releaseOf(type: string, isBounded: boolean): Operation {
  const release: Operation = {
    name: 'release',
    read(p, args, keywords) {
      const [n = fromSmallInteger(1)] = bindParameters(`${type}.release`, ['n?'], args, keywords)
      if (integerOf(p, n) < 1) throw new PythonError('ValueError', 'n must be one or more')
      return { args: [n], timeout: undefined }
    },
    stages: [
      {
        run(p, { object, args: [n = NONE] }) {
          const value = p.word(object + VALUE) + integerOf(p, n)
          if (isBounded && value > p.word(object + INITIAL)) {
            traceOperation(p, EVENT.look, object, release, n)
            throw new PythonError('ValueError', 'Semaphore released too many times')
          }
          p.memory.write(object + VALUE, value)
          traceOperation(p, EVENT.signal, object, release, n)
          return NONE
        },
      },
    ],
  }
  return release
}

function semaphoreType(name: string, isBounded: boolean): PrimitiveType {
  return {
    words: 2,
    make(p, object, args, keywords) {
      const [value = fromSmallInteger(1)] = bindParameters(
        `${name}.__init__`,
        ['value?'],
        args,
        keywords,
      )
      const count = integerOf(p, value)
      if (count < 0) {
        throw new PythonError('ValueError', 'semaphore initial value must be >= 0')
      }
      p.memory.write(object + VALUE, count)
      if (isBounded) p.memory.write(object + INITIAL, count)
    },
    methods: [acquire, releaseOf(name, isBounded)],
    context: { enter: 'acquire', exit: 'release' },
    text({ memory }, object, at) {
      const value = String(memory.word(object + VALUE))
      const bound = isBounded ? `/${String(memory.word(object + INITIAL))}` : ''
      return `<threading.${name} at ${at}: value=${value}${bound}>`
    },
  }
}

export const semaphore = semaphoreType('Semaphore', false)
export const boundedSemaphore = semaphoreType('BoundedSemaphore', true)
