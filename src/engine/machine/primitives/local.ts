/**
 * `threading.local`: attributes that each thread has for itself. A word for each thread leads to a dict of its own, so that
 * threads never touch the same words and accesses are no steps.
 */
import { MAXIMUM_THREADS } from '../layout'
import { dictDelete, dictGet, dictSet, fromText, makeDict } from '../objects'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import { UNBOUND, type Value } from '../value'
import { PRIMITIVE, type PrimitiveType } from './primitive'

const slot = (p: Processor, local: number): number => local + PRIMITIVE.fields + p.thread

function attribute(p: Processor, local: number, name: string): Value | undefined {
  const dict = p.word(slot(p, local))
  if (dict === UNBOUND) return undefined
  const value = dictGet(p.objects, dict, fromText(p.objects, name))
  return value === UNBOUND ? undefined : value
}

function setAttribute(p: Processor, local: number, name: string, value: Value): boolean {
  const at = slot(p, local)
  if (value === UNBOUND) {
    if (attribute(p, local, name) === undefined) return false
    dictDelete(p.objects, p.word(at), fromText(p.objects, name))
    return true
  }
  if (p.word(at) === UNBOUND) p.memory.write(at, makeDict(p.objects))
  dictSet(p.objects, p.word(at), fromText(p.objects, name), value)
  return true
}

export const local: PrimitiveType = {
  words: MAXIMUM_THREADS,
  make(_p, _object, args, keywords) {
    if (args.length + keywords.size > 0) {
      throw new PythonError('TypeError', 'Initialization arguments are not supported')
    }
  },
  methods: [],
  isThreadsOwn: true,
  attribute,
  setAttribute,
}
