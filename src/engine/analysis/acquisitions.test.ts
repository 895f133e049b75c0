import { describe, expect, it } from 'vitest'
import { parse } from '../language'
import { staticLocks, type StaticLocks } from './acquisitions'

function locksOf(source: string): StaticLocks {
  const reading = parse(source)
  if (reading.kind !== 'accepted') throw new Error(JSON.stringify(reading.diagnostics))
  return staticLocks(reading.module, source)
}

/** Nested pairs as `held:line > wanted:line`, calls between in brackets. */
function nested(source: string): readonly string[] {
  const { sites, nested: pairs } = locksOf(source)
  const name = (i: number): string => `${sites[i]?.lock ?? ''}:${String(sites[i]?.line)}`
  return pairs.map(({ held, wanted, via }) => {
    const calls = via.length === 0 ? '' : ` [${via.join(' ')}]`
    return `${name(held)} > ${name(wanted)}${calls}`
  })
}

const HEADER = 'import threading\na = threading.Lock()\nb = threading.Lock()\n'

describe('static locks: sites', () => {
  it('finds with, acquire and what can give up', () => {
    const { sites } = locksOf(
      `${HEADER}def f(account, locks):
    with account.lock:
        pass
    with a, locks[0]:
        pass
    a.acquire()
    a.release()
    a.acquire(True)
    a.acquire(blocking=True, timeout=-1)
    a.acquire(False)
    a.acquire(blocking=False)
    a.acquire(timeout=2)
    a.acquire(True, 0.5)
`,
    )
    expect(sites.map((s) => [s.lock, s.line, s.isUntimed])).toEqual([
      ['account.lock', 5, true],
      ['a', 7, true],
      ['locks[0]', 7, true],
      ['a', 9, true],
      ['a', 11, true],
      ['a', 12, true],
      ['a', 13, false],
      ['a', 14, false],
      ['a', 15, false],
      ['a', 16, false],
    ])
    expect(new Set(sites.map((s) => s.function))).toEqual(new Set(['f']))
  })

  it('names methods and the module, and spans the source', () => {
    const source = `${HEADER}class Bank:\n    def m(self):\n        with a:\n            pass\nwith b:\n    pass\n`
    const { sites } = locksOf(source)
    expect(sites.map((s) => s.function).sort()).toEqual(['<module>', 'Bank.m'])
    expect(sites.map((s) => source.slice(s.from, s.to)).sort()).toEqual(['a', 'b'])
  })

  it('knows families only of what is always given a new lock', () => {
    const { sites } = locksOf(`${HEADER}alias = a
class Account:
    def __init__(self, shared):
        self.lock = threading.Lock()
        self.left = shared
def f(x, account):
    local = x
    with a: pass
    with alias: pass
    with account.lock: pass
    with account.left: pass
    with local: pass
`)
    expect(sites.map((s) => s.family)).toEqual(['a', undefined, '.lock', undefined, undefined])
  })
})

describe('static locks: nesting', () => {
  it('sees both accounts in hand in Phase 1, with try and finally', () => {
    const source = `def transfer(x, y):
    x.lock.acquire()
    try:
        y.lock.acquire()
        try:
            x.balance -= 1
        finally:
            y.lock.release()
    finally:
        x.lock.release()
`
    expect(nested(source)).toEqual(['x.lock:2 > y.lock:4'])
  })

  it('sees none where the first is released before the second', () => {
    expect(
      nested(`${HEADER}def f():\n    with a:\n        pass\n    with b:\n        pass\n`),
    ).toEqual([])
    expect(
      nested(
        `${HEADER}def f():\n    a.acquire()\n    a.release()\n    b.acquire()\n    b.release()\n`,
      ),
    ).toEqual([])
  })

  it('takes several items of a with one after the other', () => {
    expect(nested(`${HEADER}with a, b:\n    pass\n`)).toEqual(['a:4 > b:4'])
  })

  it('counts every branch as possible', () => {
    const source = `${HEADER}def f(x):
    if x:
        a.acquire()
    b.acquire()
    b.release()
    if x:
        a.release()
`
    expect(nested(source)).toEqual(['a:6 > b:7'])
  })

  it('goes round loops, also not at all', () => {
    const source = `${HEADER}def f(locks):
    for lock in locks:
        lock.acquire()
    for lock in locks:
        lock.release()
    b.acquire()
`
    expect(nested(source)).toEqual(['lock:6 > lock:6', 'lock:6 > b:9'])
  })

  it('ends with a return, and forgets nothing on the way through finally', () => {
    const source = `${HEADER}def f(x):
    a.acquire()
    try:
        if x:
            return 1
    finally:
        a.release()
    b.acquire()
`
    expect(nested(source)).toEqual([])
  })

  it('keeps a lock that an exception may leave in hand', () => {
    const source = `${HEADER}def f(x):
    try:
        a.acquire()
        x.work()
        a.release()
    except ValueError:
        b.acquire()
`
    expect(nested(source)).toEqual(['a:6 > b:10'])
  })

  it('follows a try-lock that gives the first lock back', () => {
    const source = `${HEADER}def f(time):
    while True:
        a.acquire()
        if b.acquire(False):
            break
        a.release()
    b.release()
    a.release()
`
    expect(nested(source)).toEqual(['a:6 > b:7'])
  })

  it('follows the result of a try-lock through a name', () => {
    const source = `${HEADER}def f(x):
    while not x.done:
        with a:
            got = b.acquire(timeout=0.1)
            if not got:
                continue
            x.work()
            b.release()
`
    expect(nested(source)).toEqual(['a:6 > b:7'])
    expect(
      nested(source.replace('            if not got:\n                continue\n', '')),
    ).toEqual(['a:6 > b:7'])
    expect(nested(source.replace('            b.release()\n', ''))).toEqual([
      'a:6 > b:7',
      'b:7 > a:6',
      'b:7 > b:7',
    ])
  })

  it('follows both sides of and, or and not', () => {
    const source = `${HEADER}def f():
    if not (a.acquire(False) and b.acquire(False)):
        return
    with a:
        pass
`
    expect(nested(source)).toEqual(['a:5 > b:5', 'a:5 > a:7', 'b:5 > a:7'])
  })

  it('follows calls of functions and methods, with the lines of the calls', () => {
    const source = `${HEADER}class Database:
    def __init__(self):
        with b:
            pass
    def write(self):
        with b:
            pass
def save(database):
    database.write()
def f(database):
    with a:
        save(database)
        Database()
`
    expect(nested(source)).toEqual(['a:14 > b:6 [16]', 'a:14 > b:9 [15 12]'])
  })

  it('ends for functions that call each other', () => {
    const source = `${HEADER}def even(n):
    with a:
        odd(n - 1)
def odd(n):
    with b:
        even(n - 1)
`
    expect(nested(source)).toEqual([
      'a:5 > a:5 [6 9]',
      'a:5 > b:8 [6]',
      'b:8 > a:5 [9]',
      'b:8 > b:8 [9 6]',
    ])
  })

  it('does not take a thread’s target for a call', () => {
    const source = `${HEADER}def work():
    with b:
        pass
with a:
    t = threading.Thread(target=work)
    t.start()
`
    expect(nested(source)).toEqual([])
  })

  it('knows the re-entry of one global re-entrant lock from a wait', () => {
    const source = `import threading
r = threading.RLock()
def inner():
    with r:
        pass
def outer():
    with r:
        inner()
`
    expect(nested(source)).toEqual([])
    expect(nested(source.replace('RLock', 'Lock'))).toEqual(['r:7 > r:4 [8]'])
  })
})

describe('static locks: joins', () => {
  it('notes what is in hand at a join, and whether it can give up', () => {
    const { joins, sites } = locksOf(`${HEADER}def f(t, names):
    with a:
        t.join()
    t.join(1)
    t.join(timeout=None)
    x = ", ".join(names)
`)
    expect(sites[0]?.lock).toBe('a')
    expect(joins).toEqual([
      { line: 6, thread: 't', isUntimed: true, held: [0] },
      { line: 7, thread: 't', isUntimed: false, held: [] },
      { line: 8, thread: 't', isUntimed: true, held: [] },
    ])
  })
})

describe('static locks: limits', () => {
  it('lists more sites than it follows, and says so', () => {
    const source = `${HEADER}def f():\n${'    a.acquire()\n'.repeat(600)}`
    const { sites, isComplete, nested: pairs } = locksOf(source)
    expect([sites.length, isComplete]).toEqual([600, false])
    expect(pairs.length).toBeLessThan(500 * 500)
    expect(locksOf(`${HEADER}with a:\n    pass\n`).isComplete).toBe(true)
  })

  it('ends soon for blocks within blocks', () => {
    const nest = (
      depth: number,
      open: (indent: string, i: number) => string,
      body: string,
    ): string => {
      const indent = (i: number): string => ' '.repeat(4 + i)
      return (
        Array.from({ length: depth }, (_, i) => open(indent(i), i)).join('') + indent(depth) + body
      )
    }
    const cases = [
      nest(
        60,
        (s, i) => `${s}try:\n${s} if x:\n${s}  return\n${s} x.l${i}.acquire()\n${s}finally:\n`,
        'a.release()\n',
      ),
      nest(
        60,
        (s, i) => `${s}while x:\n${s} x.l${i}.acquire()\n${s} got = x.m${i}.acquire(False)\n`,
        'a.acquire()\n',
      ),
    ]
    for (const body of cases)
      expect(locksOf(`${HEADER}def f(x):\n${body}`).sites.length).toBeGreaterThan(59)
  })

  it('limitation: a lock that a function returns with is not followed into its caller', () => {
    expect(
      nested(`${HEADER}def take():\n    a.acquire()\ndef f():\n    take()\n    b.acquire()\n`),
    ).toEqual([])
  })
})
