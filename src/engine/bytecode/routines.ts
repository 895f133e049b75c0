/**
 * Routines: what built-in operations leave to Python, because it calls the program back. They are compiled behind the
 * functions of every program and run as such: stepped, undone and traced. Each does what the C code of CPython 3.11 does,
 * in its order. Names with an underscore are built-ins that only routines can name (`.sort` and so on);
 * `routine_` keeps the names of routines apart from those of built-ins.
 */
import { assert } from '../../base'
import { parse, type FunctionDefinition, type Statement } from '../language'

export const ROUTINE_NAMES = [
  ...(['callOne', 'callTwo', 'sorted', 'sortList', 'extreme', 'sum', 'any', 'all'] as const),
  ...(['collect', 'take', 'contains', 'addAll', 'extendList', 'extendOperand', 'next'] as const),
  ...(['map', 'mapMany', 'filter', 'zip', 'enumerate', 'callIterator'] as const),
  ...(['waitFor', 'barrierAction', 'timer'] as const),
  ...(['missing'] as const),
] as const

export type RoutineName = (typeof ROUTINE_NAMES)[number]

const SOURCE = `
def routine_callOne(function, argument):
    return function(argument)

def routine_callTwo(function, first, second):
    return function(first, second)

def routine_sorted(items, key, reverse):
    if key is None:
        return _sort(items, items, reverse)
    keys = []
    for item in items:
        keys.append(key(item))
    return _sort(items, keys, reverse)

def routine_sortList(self, items, key, reverse):
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

def routine_missing(dictionary, key, factory):
    value = factory()
    dictionary[key] = value
    return value

def routine_extreme(name, items, key, default):
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

def routine_waitFor(self, predicate, timeout):
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

def routine_barrierAction(self, action):
    try:
        action()
    except BaseException:
        self._broken()
        raise
    return self._passed()

def routine_timer(finished, interval, function, args, kwargs):
    finished.wait(interval)
    if not finished.is_set():
        function(*args, **kwargs)
    finished.set()

def routine_sum(iterator, total):
    for item in iterator:
        total = total + item
    return total

def routine_any(iterator):
    for item in iterator:
        if item:
            return True
    return False

def routine_all(iterator):
    for item in iterator:
        if not item:
            return False
    return True

def routine_collect(iterator):
    items = []
    for item in iterator:
        items.append(item)
    return items

def routine_take(iterator, most):
    items = []
    for item in iterator:
        items.append(item)
        if len(items) == most:
            break
    return items

def routine_contains(iterator, value):
    for item in iterator:
        if item is value or item == value:
            return True
    return False

def routine_addAll(self, iterator):
    for item in iterator:
        self.add(item)
    return self

def routine_extendList(self, iterator):
    for item in iterator:
        self.append(item)

def routine_extendOperand(self, iterator):
    for item in iterator:
        self.append(item)
    return self

def routine_next(iterator, default):
    for item in iterator:
        return item
    if default is _absent:
        raise StopIteration
    return default

def routine_map(function, iterator):
    for item in iterator:
        _yield(function(item))

def routine_mapMany(function, iterators):
    while True:
        items = []
        for iterator in iterators:
            item = next(iterator, _end)
            if item is _end:
                return
            items.append(item)
        _yield(function(*items))

def routine_filter(function, iterator):
    for item in iterator:
        if item if function is None else function(item):
            _yield(item)

def routine_zip(iterators):
    while True:
        items = []
        for iterator in iterators:
            item = next(iterator, _end)
            if item is _end:
                return
            items.append(item)
        _yield(tuple(items))

def routine_enumerate(iterator, start):
    for item in iterator:
        _yield((start, item))
        start += 1

def routine_callIterator(function, sentinel):
    while True:
        item = function()
        if item == sentinel:
            return
        _yield(item)
`

/** Built-ins that routines name with an underscore; their names in the machine begin with a point. */
export const INTRINSICS = ['_sort', '_restore', '_absent', '_end', '_now', '_yield'] as const

let parsed: readonly FunctionDefinition[] | undefined

/** The routines in the order of {@link ROUTINE_NAMES}. */
export function routineDefinitions(): readonly FunctionDefinition[] {
  if (parsed !== undefined) return parsed
  const reading = parse(SOURCE, INTRINSICS)
  assert(reading.kind === 'accepted', 'the routines are refused')
  const body = reading.module.body.map(withYields)
  const definitions = ROUTINE_NAMES.map((name) =>
    body.flatMap((s) =>
      s.kind === 'function' && s.definition.name === `routine_${name}`
        ? { ...s.definition, name }
        : [],
    ),
  ).flat()
  assert(definitions.length === ROUTINE_NAMES.length, 'a routine is missing')
  parsed = definitions
  return definitions
}

/** `_yield(value)` as a statement makes a generator of its function. */
function withYields(statement: Statement): Statement {
  if (statement.kind !== 'function') return statement
  const { definition } = statement
  const body = definition.body.map(withYield)
  const isGenerator = JSON.stringify(body, withoutBigInt).includes('"kind":"collect"')
  return isGenerator
    ? { ...statement, definition: { ...definition, body, form: 'generator' } }
    : statement
}

function withoutBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

function withYield(statement: Statement): Statement {
  if (statement.kind === 'for' || statement.kind === 'while' || statement.kind === 'if') {
    return { ...statement, body: statement.body.map(withYield) }
  }
  if (statement.kind !== 'expression' || statement.value.kind !== 'call') return statement
  const { callee, positional } = statement.value
  const [value] = positional
  if (callee.kind !== 'name' || callee.name !== '_yield' || value === undefined) return statement
  return { ...statement, kind: 'collect', form: 'generator', key: undefined, value }
}

/** The machine's name of a built-in: those that only routines can name begin with a point. */
export function builtinName(name: string): string {
  return name.startsWith('_') ? `.${name.slice(1)}` : name
}
