/**
 * What CPython's built-in types offer by name, the machine offers too or refuses by name. It never raises an
 * AttributeError that CPython would not raise: a program could catch it and go another way.
 */
import { describe, expect, it } from 'vitest'
import { randomScheduler, simulate } from '../../src/engine/schedule'
import { compiled } from '../support/compiled'
import { hasReference, referenceRuns } from './reference'

/** A value of each type, after the imports it needs. */
const VALUES = [
  "value = ''",
  "value = b''",
  'value = []',
  'value = ()',
  'value = {}',
  'value = {1}',
  'value = frozenset()',
  'value = slice(1)',
  'value = 1',
  'value = 1.5',
  'value = True',
  'value = range(3)',
  'value = {}.keys()',
  'value = {}.values()',
  'value = {}.items()',
  'value = (x for x in ())',
  'from collections import deque\nvalue = deque()',
  'from collections import defaultdict\nvalue = defaultdict(int)',
  'from collections import Counter\nvalue = Counter()',
  'from functools import partial\nvalue = partial(len)',
  'from collections import namedtuple\nvalue = namedtuple("P", "x y")(1, 2)',
  'value = ValueError()',
  'value = KeyError()',
  'value = OSError()',
  "value = UnicodeDecodeError('utf-8', b'', 0, 1, 'x')",
  'value = TimeoutError()',
  'value = StopIteration()',
  'value = SystemExit()',
  'value = AttributeError()',
  'value = NameError()',
  'import threading\nvalue = threading.Thread()',
  'import threading\nvalue = threading.Lock()',
  'import threading\nvalue = threading.RLock()',
  'import threading\nvalue = threading.Semaphore()',
  'import threading\nvalue = threading.Condition()',
  'import threading\nvalue = threading.Event()',
  'import threading\nvalue = threading.Barrier(2)',
  'import queue\nvalue = queue.Queue()',
  'import queue\nvalue = queue.LifoQueue()',
  'import queue\nvalue = queue.SimpleQueue()',
]

/** Types whose attributes programs look up on the type itself. */
const TYPES = [
  'str',
  'bytes',
  'list',
  'tuple',
  'dict',
  'set',
  'frozenset',
  'int',
  'float',
  'bool',
  'range',
  'OSError',
]

/** Prints the names of `value`. For CPython alone: the machine has no `dir`. */
function listing(setUp: string): string {
  return `${setUp}\nprint(*[name for name in dir(value) if name[0] != '_'])`
}

function ending(source: string): string {
  const { outcome } = simulate(compiled(source), randomScheduler(1))
  switch (outcome.kind) {
    case 'limit':
      return `${outcome.code} ${outcome.name ?? ''}`
    case 'exception':
      return outcome.message
    default:
      return outcome.kind
  }
}

/** Names that are neither there nor refused. Each run goes as far as the first that is not there. */
function missing(setUp: string, listed: string): readonly string[] {
  let names = listed.split(/\s+/).filter((name) => name !== '')
  for (;;) {
    const end = ending([setUp, ...names.map((name) => `value.${name}`)].join('\n'))
    if (end === 'finished') return []
    const refused = /^unsupportedMethod \w+\.(\w+)$/.exec(end)?.[1]
    if (refused === undefined) return [`${setUp}: ${end}`]
    names = names.filter((name) => name !== refused)
  }
}

describe('an attribute of a built-in type that is not there', () => {
  it('ends the run with its name and its place, whatever the program catches', () => {
    const source = "try:\n    'a'.format_map({})\nexcept Exception:\n    print('caught')\n"
    const { outcome, output } = simulate(compiled(source), randomScheduler(1))
    expect(outcome).toEqual({
      kind: 'limit',
      code: 'unsupportedMethod',
      limit: 0,
      name: 'str.format_map',
      location: { line: 2, column: 5 },
    })
    expect(output).toBe('')
  })

  it('is an AttributeError where CPython raises it', () => {
    expect(ending('[].push(1)')).toBe("AttributeError: 'list' object has no attribute 'push'")
    expect(ending('list.push')).toBe("AttributeError: type object 'list' has no attribute 'push'")
  })
})

if (hasReference()) {
  describe('CPython 3.11', () => {
    it('has no public name on a built-in type that is neither there nor refused', async () => {
      const setUps = [...VALUES, ...TYPES.map((type) => `value = ${type}`)]
      const references = await referenceRuns(setUps.map(listing))
      expect(references.map(({ error }) => error).join('')).toBe('')
      expect(setUps.flatMap((setUp, i) => missing(setUp, references[i]?.output ?? ''))).toEqual([])
    })
  })
}
