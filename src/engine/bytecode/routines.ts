/**
 * Routines: what built-in operations leave to Python, because it calls the program back. They are compiled behind the
 * functions of every program and run as such: stepped, undone and traced. Each does what the C code of CPython 3.11 does,
 * in its order. Names with an underscore are built-ins that only routines can name (`.sort` and so on).
 */
import { assert } from '../../base'
import { parse, type FunctionDefinition } from '../language'

export const ROUTINE_NAMES = [
  'callOne',
  'callTwo',
  'sorted',
  'sortList',
  'extreme',
  'waitFor',
  'barrierAction',
] as const

export type RoutineName = (typeof ROUTINE_NAMES)[number]

const SOURCE = `
def callOne(function, argument):
    return function(argument)

def callTwo(function, first, second):
    return function(first, second)

def sorted(items, key, reverse):
    if key is None:
        return _sort(items, items, reverse)
    keys = []
    for item in items:
        keys.append(key(item))
    return _sort(items, keys, reverse)

def sortList(self, items, key, reverse):
    result = items
    try:
        keys = items
        if key is not None:
            keys = []
            for item in items:
                keys.append(key(item))
        result = _sort(items, keys, reverse)
    except BaseException:
        _restore(self, items)
        raise
    if _restore(self, result):
        raise ValueError("list modified during sort")

def extreme(name, items, key, default):
    found = _absent
    greatest = _absent
    for item in items:
        value = item if key is None else key(item)
        if greatest is _absent:
            found = item
            greatest = value
        elif (value > greatest) if name == "max" else (value < greatest):
            found = item
            greatest = value
    if found is not _absent:
        return found
    if default is not _absent:
        return default
    raise ValueError(name + "() arg is an empty sequence")

def waitFor(self, predicate, timeout):
    end = None
    left = timeout
    result = predicate()
    while not result:
        if left is not None:
            if end is None:
                end = _now() + left
            else:
                left = end - _now()
                if left <= 0:
                    break
        if not self.wait(left):
            return predicate()
        result = predicate()
    return result

def barrierAction(self, action):
    try:
        action()
    except BaseException:
        self._broken()
        raise
    return self._passed()
`

/** Built-ins that routines name with an underscore; their names in the machine begin with a point. */
export const INTRINSICS = ['_sort', '_restore', '_absent', '_now'] as const

let parsed: readonly FunctionDefinition[] | undefined

/** The routines in the order of {@link ROUTINE_NAMES}. */
export function routineDefinitions(): readonly FunctionDefinition[] {
  if (parsed !== undefined) return parsed
  const reading = parse(SOURCE, INTRINSICS)
  assert(reading.kind === 'accepted', 'the routines are refused')
  const { body } = reading.module
  const definitions = ROUTINE_NAMES.map((name) =>
    body.flatMap((s) => (s.kind === 'function' && s.definition.name === name ? s.definition : [])),
  ).flat()
  assert(definitions.length === ROUTINE_NAMES.length, 'a routine is missing')
  parsed = definitions
  return definitions
}

/** The machine's name of a built-in: those that only routines can name begin with a point. */
export function builtinName(name: string): string {
  return name.startsWith('_') ? `.${name.slice(1)}` : name
}
