/** `threading.Timer`: a thread that waits, with an event of its own, and then calls a function. */
import { builtinIndex } from './builtins'
import { builtinValue } from './load'
import { isTimer, makeDict, makeList, makeTuple, TIMER_TARGET, tupleItems } from './objects'
import { bindParameters, makePrimitive, primitiveIndex } from './primitives'
import type { Processor } from './processor'
import { makeThreadObject } from './threads'
import { fromAddress, NONE, type Value } from './value'

/** The attributes, in the order in which the routine takes them. */
const ATTRIBUTES = ['finished', 'interval', 'function', 'args', 'kwargs'] as const
const PARAMETERS = ['interval', 'function', 'args?', 'kwargs?']

/** @throws PythonError TypeError */
export function makeTimer(
  p: Processor,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  const bound = bindParameters('Timer.__init__', PARAMETERS, args, keywords)
  const [interval = NONE, callable = NONE, given = NONE, options = NONE] = bound
  const finished = makePrimitive(p, primitiveIndex('Event'), [], new Map())
  const items = given === NONE ? makeList(p.objects, []) : given
  const named = options === NONE ? makeDict(p.objects) : options
  return makeThreadObject(p, {
    target: builtinValue(p.program, builtinIndex(TIMER_TARGET) ?? 0),
    args: makeTuple(p.objects, [finished, interval, callable, items, named]),
    keywords: NONE,
    name: NONE,
    isDaemon: undefined,
  })
}

/** The attribute of the thread object at `thread` if it is a timer's own. */
export function timerAttribute(p: Processor, thread: number, name: string): Value | undefined {
  const at = ATTRIBUTES.findIndex((attribute) => attribute === name)
  if (at < 0 || !isTimer(p.objects, fromAddress(thread))) return undefined
  return tupleItems(p.memory, p.word(thread + 2))[at]
}
