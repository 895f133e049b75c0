/** How `threading.Thread` takes its arguments. */
import { OBJECT } from './layout'
import { dictEntries, isTrue, makeTuple, typeName } from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import type { ThreadParts } from './threads'
import { NONE, type Value } from './value'

const THREAD_PARAMETERS = ['group', 'target', 'name', 'args', 'kwargs', 'daemon'] as const

/** What `Thread(…)` is called with. @throws PythonError TypeError */
export function threadParts(
  p: Processor,
  args: readonly Value[],
  options: ReadonlyMap<string, Value>,
): ThreadParts {
  const given = new Map(args.map((value, i) => [THREAD_PARAMETERS[i] ?? 'group', value] as const))
  for (const [name, value] of options) {
    const parameter = THREAD_PARAMETERS.find((known) => known === name)
    if (parameter === undefined || parameter === 'group') {
      throw new PythonError(
        'TypeError',
        `Thread.__init__() got an unexpected keyword argument '${name}'`,
      )
    }
    given.set(parameter, value)
  }
  if ((given.get('group') ?? NONE) !== NONE) {
    throw new PythonError('AssertionError', 'group argument must be None for now')
  }
  const target = given.get('target') ?? NONE
  const name = given.get('name') ?? NONE
  const targetArgs = toTuple(p, given.get('args'))
  const daemon = given.get('daemon')
  const keywords = given.get('kwargs') ?? NONE
  if (keywords !== NONE && !hasTextKeys(p, keywords)) {
    throw new PythonError('TypeError', 'kwargs must be a dict with string keys')
  }
  const isDaemon = daemon === undefined || daemon === NONE ? undefined : isTrue(p.objects, daemon)
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
