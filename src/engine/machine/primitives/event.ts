/**
 * `threading.Event`: a flag to wait for. A thread that waits when the flag is set goes on with True, also when the flag
 * is cleared again before it runs; so waiting is registered.
 */
import { EVENT } from '../../trace'
import type { Processor } from '../processor'
import { FALSE, fromBoolean, NONE, TRUE, UNBOUND } from '../value'
import { bindParameters, nothing, timeoutOf } from './parameters'
import { NEXT, PRIMITIVE, type Operation, type PrimitiveType } from './primitive'
import { addThread, clearThreads, hasThread, removeThread, THREAD_SET_WORDS } from './threadSet'
import { traceOperation } from './traceOperation'

const FLAG = PRIMITIVE.fields
const WAITING = PRIMITIVE.fields + 1

const isSet: Operation = {
  name: 'is_set',
  formerName: 'isSet',
  read: nothing('Event.is_set'),
  looks: true,
  stages: [
    {
      run(p, { object }) {
        const flag = fromBoolean(p.word(object + FLAG) !== 0)
        traceOperation(p, EVENT.look, object, isSet, flag)
        return flag
      },
    },
  ],
}

const set: Operation = {
  name: 'set',
  read: nothing('Event.set'),
  stages: [
    {
      run(p, { object }) {
        p.memory.write(object + FLAG, 1)
        clearThreads(p, object + WAITING)
        traceOperation(p, EVENT.signal, object, set, UNBOUND)
        return NONE
      },
    },
  ],
}

const clear: Operation = {
  name: 'clear',
  read: nothing('Event.clear'),
  stages: [
    {
      run(p, { object }) {
        p.memory.write(object + FLAG, 0)
        traceOperation(p, EVENT.change, object, clear, UNBOUND)
        return NONE
      },
    },
  ],
}

function goOn(p: Processor, object: number): number {
  traceOperation(p, EVENT.receive, object, wait, TRUE)
  return TRUE
}

function giveUp(p: Processor, object: number): number {
  removeThread(p, object + WAITING, p.thread)
  traceOperation(p, EVENT.giveUp, object, wait, FALSE)
  return FALSE
}

const wait: Operation = {
  name: 'wait',
  read(p, args, keywords) {
    const [timeout] = bindParameters('Event.wait', ['timeout?'], args, keywords)
    return { args: [], timeout: timeoutOf(p, timeout) }
  },
  stages: [
    {
      run(p, { object, timeout }) {
        if (p.word(object + FLAG) !== 0) return goOn(p, object)
        if (timeout === 0) return giveUp(p, object)
        addThread(p, object + WAITING, p.thread)
        traceOperation(p, EVENT.look, object, wait, FALSE)
        return NEXT
      },
    },
    {
      isBlocked: (p, object, thread) => hasThread(p, object + WAITING, thread),
      run: (p, { object }) => goOn(p, object),
      expire: (p, { object }) => giveUp(p, object),
    },
  ],
}

export const event: PrimitiveType = {
  words: 1 + THREAD_SET_WORDS,
  make(_p, _object, args, keywords) {
    bindParameters('Event.__init__', [], args, keywords)
  },
  methods: [isSet, set, clear, wait],
  text({ memory }, object, at) {
    return `<threading.Event at ${at}: ${memory.word(object + FLAG) === 0 ? 'unset' : 'set'}>`
  },
}
