/** What `Thread.name` and `Thread.daemon` were before they could be written: CPython keeps them for old programs. */
import { fromBoolean, NONE, type Value } from './value'
import { bindParameters } from './primitives'
import type { Processor } from './processor'
import { requireInitialised, setDaemon, setThreadName } from './threads'

interface FormerThreadMethod {
  readonly name: string
  call(
    p: Processor,
    thread: number,
    args: readonly Value[],
    keywords: ReadonlyMap<string, Value>,
  ): Value
}

function getter(name: string, read: (p: Processor, thread: number) => Value): FormerThreadMethod {
  return {
    name,
    call(p, thread, args, keywords) {
      bindParameters(`Thread.${name}`, [], args, keywords)
      requireInitialised(p, thread)
      return read(p, thread)
    },
  }
}

function setter(
  name: string,
  parameter: string,
  store: (p: Processor, thread: number, value: Value) => void,
): FormerThreadMethod {
  return {
    name,
    call(p, thread, args, keywords) {
      const [value = NONE] = bindParameters(`Thread.${name}`, [parameter], args, keywords)
      store(p, thread, value)
      return NONE
    },
  }
}

export const FORMER_THREAD_METHODS: readonly FormerThreadMethod[] = [
  getter('getName', (p, thread) => p.word(thread + 3)),
  setter('setName', 'name', setThreadName),
  getter('isDaemon', (p, thread) => fromBoolean(p.word(thread + 5) !== 0)),
  setter('setDaemon', 'daemonic', setDaemon),
]
