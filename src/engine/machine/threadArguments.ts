/** How `threading.Thread` takes its arguments. */
import { OBJECT } from './layout'
import { bindPython, dictEntries, isTrue, makeTuple, typeName } from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import type { ThreadParts } from './threads'
import { NONE, type Value } from './value'

const SIGNATURE = {
  name: 'Thread.__init__',
  parameters: ['group', 'target', 'name', 'args', 'kwargs'],
  keywordOnly: ['daemon'],
  required: 0,
  isMethod: true,
}

/** What `Thread(…)` is called with. @throws PythonError TypeError */
export function threadParts(
  p: Processor,
  args: readonly Value[],
  options: ReadonlyMap<string, Value>,
): ThreadParts {
  const bound = bindPython(SIGNATURE, args, options)
  const [group = NONE, target = NONE, name = NONE, given, keywords = NONE, daemon = NONE] = bound
  if (group !== NONE) {
    throw new PythonError('AssertionError', 'group argument must be None for now')
  }
  const targetArgs = toTuple(p, given)
  if (keywords !== NONE && !hasTextKeys(p, keywords)) {
    throw new PythonError('TypeError', 'kwargs must be a dict with string keys')
  }
  const isDaemon = daemon === NONE ? undefined : isTrue(p.objects, daemon)
  return { target, args: targetArgs, keywords, name, isDaemon }
}

function hasTextKeys(p: Processor, dict: Value): boolean {
  if (p.objectOf(dict, OBJECT.dict) === 0) return false
  return dictEntries(p.memory, dict).every(([key]) => p.objectOf(key, OBJECT.string) !== 0)
}

function toTuple(p: Processor, args: Value | undefined): Value {
  if (args === undefined) return makeTuple(p.objects, [])
  if (p.objectOf(args, OBJECT.tuple) !== 0) return args
  const list = p.objectOf(args, OBJECT.list)
  if (list !== 0) {
    const storage = p.word(list + 2) >>> 1
    const items = []
    for (let i = 0; i < p.word(list + 1); i++) items.push(p.word(storage + 2 + i))
    return makeTuple(p.objects, items)
  }
  throw new PythonError(
    'TypeError',
    `Value after * must be an iterable, not ${typeName(p.objects, args)}`,
  )
}
