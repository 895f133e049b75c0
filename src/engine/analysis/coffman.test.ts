import { describe, expect, it } from 'vitest'
import { parse } from '../language'
import type { Trace } from '../trace'
import { traceOf } from '../trace/trace.testing'
import { analyseCoffman, CONDITIONS, type CoffmanReport, type Condition } from './coffman'
import { createHistory } from './history'
import { analyseSharing, type StaticWaits } from './sharing'
import { JOINS, PHASE_1, PHASE_2, placeOf, SELF } from './traces.testing'

function waitsOf(source: string): StaticWaits {
  const reading = parse(source)
  if (reading.kind !== 'accepted') throw new Error(JSON.stringify(reading.diagnostics))
  return analyseSharing(reading.module, source).waits
}

function report(trace: Trace, source: string | undefined, event = trace.length - 1): CoffmanReport {
  const waits = source === undefined ? undefined : waitsOf(source)
  return analyseCoffman({ trace, history: createHistory(trace), event, source: waits })
}

/** Conditions that hold at the moment. */
function holding({ conditions }: CoffmanReport): readonly Condition[] {
  return conditions.filter((c) => c.dynamic.holds).map((c) => c.condition)
}

function possible({ conditions }: CoffmanReport): readonly Condition[] {
  return conditions.filter((c) => c.static.isPossible).map((c) => c.condition)
}

const EMPTY = traceOf('')
const HEADER = 'import threading\na = threading.Lock()\nb = threading.Lock()\n'

/** Acquisitions on lines 12 and 15, as in the traces. */
const BANK = `import threading


class Account:
    def __init__(self, name):
        self.name = name
        self.balance = 100
        self.lock = threading.Lock()


def transfer(from_account, to_account, amount):
    from_account.lock.acquire()
    try:
        pass
        to_account.lock.acquire()
        try:
            from_account.balance -= amount
            to_account.balance += amount
        finally:
            to_account.lock.release()
    finally:
        from_account.lock.release()


one = Account("Cuenta-1")
two = Account("Cuenta-2")
for pair in ((one, two), (two, one)):
    threading.Thread(target=transfer, args=(*pair, 10)).start()
`

/** Threads that run these functions, two of each. */
function threads(...targets: readonly string[]): string {
  return targets
    .map((t) => `for _ in range(2):\n    threading.Thread(target=${t}).start()\n`)
    .join('')
}

describe('Coffman conditions at the cursor', () => {
  it('all hold in the bank’s deadlock, each with its events', () => {
    const result = report(PHASE_1, BANK)
    const [first, second] = [placeOf(PHASE_1, 'Cuenta-1'), placeOf(PHASE_1, 'Cuenta-2')]
    expect(holding(result)).toEqual(CONDITIONS)
    expect(result.conditions.map((c) => c.dynamic.evidence)).toEqual([
      [
        { thread: 1, lock: first, heldLock: undefined, since: 5, line: 12 },
        { thread: 2, lock: second, heldLock: undefined, since: 7, line: 12 },
      ],
      [
        { thread: 1, lock: second, heldLock: first, since: 9, line: 15 },
        { thread: 2, lock: first, heldLock: second, since: 10, line: 15 },
      ],
      [
        { thread: 0, lock: placeOf(PHASE_1, 'Hilo-1'), heldLock: undefined, since: 8, line: 32 },
        { thread: 1, lock: second, heldLock: undefined, since: 9, line: 15 },
        { thread: 2, lock: first, heldLock: undefined, since: 10, line: 15 },
      ],
      [
        { thread: 1, lock: second, heldLock: first, since: 9, line: 15 },
        { thread: 2, lock: first, heldLock: second, since: 10, line: 15 },
      ],
    ])
    expect(result.deadlock).toEqual([1, 2])
    expect(result.broken).toBeUndefined()
  })

  it('lack only the circle one event before', () => {
    const result = report(PHASE_1, BANK, 9)
    expect(holding(result)).toEqual(['mutualExclusion', 'holdAndWait', 'noPreemption'])
    expect(result.deadlock).toEqual([])
    expect(result.broken, 'the run does end in a deadlock').toBeUndefined()
  })

  it('never all hold in Phase 2, whose order of locks is named', () => {
    const result = report(PHASE_2, BANK, 8)
    expect(holding(result)).toEqual(['mutualExclusion', 'noPreemption'])
    expect(possible(result)).toEqual(CONDITIONS)
    expect(result.broken).toEqual({
      condition: 'circularWait',
      strength: 'observed',
      order: [placeOf(PHASE_2, 'Cuenta-1'), placeOf(PHASE_2, 'Cuenta-2')],
    })
  })

  it('all hold in a self-deadlock', () => {
    const result = report(SELF, BANK)
    expect(holding(result)).toEqual(CONDITIONS)
    expect(result.deadlock).toEqual([1])
  })

  it('all hold where a thread joins one that waits for its lock', () => {
    const source = `${HEADER}def work():\n    with a:\n        pass\nt = threading.Thread(target=work)\nwith a:\n    t.start()\n    t.join()\n`
    const trace = traceOf('main acquire a @8\nmain start T @9\nmain joinWait T @10\nT block a @5')
    expect(report(trace, source).deadlock).toEqual([0, 1])
    expect(possible(report(trace, source))).toEqual(CONDITIONS)
  })

  it('do not call a circle a deadlock when a wait in it can be given up', () => {
    const timed = BANK.replace('to_account.lock.acquire()', 'to_account.lock.acquire(timeout=1)')
    const result = report(PHASE_1, timed)
    expect(holding(result)).toContain('circularWait')
    expect(result.deadlock).toEqual([])
    expect(result.broken).toEqual({ condition: 'noPreemption', strength: 'static', order: [] })
  })

  it('do not call a circle a deadlock when a thread outside breaks it later', () => {
    const broken = traceOf(`
      main start a
      main start b
      a acquire l1
      b acquire l2
      a block l2
      b block l1
      main release l1
      b acquire l1
    `)
    expect(holding(report(broken, BANK, 5))).toEqual(CONDITIONS)
    expect(report(broken, BANK, 5).deadlock).toEqual([])
  })

  it('do not all hold where threads join each other: no lock is in it', () => {
    expect(report(JOINS, BANK).deadlock).toEqual([])
    expect(holding(report(JOINS, BANK))).toEqual(['noPreemption', 'circularWait'])
    expect(report(JOINS, BANK).broken).toBeUndefined()
  })
})

describe('Coffman conditions of a source', () => {
  const cases: readonly (readonly [string, string, Condition])[] = [
    ['no lock at all', 'n = 1\nn += 1\n', 'mutualExclusion'],
    [
      'one lock at a time',
      `${HEADER}def f():\n    with a:\n        pass\n    with b:\n        pass\n${threads('f')}`,
      'holdAndWait',
    ],
    [
      'a second lock that is only tried',
      `${HEADER}def f():\n    with a:\n        if b.acquire(False):\n            b.release()\n${threads('f')}`,
      'noPreemption',
    ],
    [
      'two locks in one order',
      `${HEADER}def f():\n    with a:\n        with b:\n            pass\ndef g():\n    with a, b:\n        pass\n${threads('f', 'g')}`,
      'circularWait',
    ],
    [
      'an order that parameters and items of a list keep',
      `${HEADER}locks = [a, b]\ndef f(left, right):\n    with left, right:\n        pass\n${threads('f, args=(a, b)', 'f, args=(locks[0], locks[1])')}`,
      'circularWait',
    ],
    [
      'opposite orders one after the other',
      `${HEADER}with a, b:\n    pass\nwith b, a:\n    pass\n`,
      'circularWait',
    ],
    [
      'its own re-entrant lock, taken again by another method',
      `import threading\nclass C:\n    def __init__(self):\n        self.lock = threading.RLock()\n    def f(self):\n        with self.lock:\n            self.g()\n    def g(self):\n        with self.lock:\n            pass\n${threads('C().f')}`,
      'holdAndWait',
    ],
    [
      'code that nothing calls',
      `${HEADER}def f():\n    with a, b:\n        pass\n`,
      'mutualExclusion',
    ],
  ]

  it.each(cases)('%s breaks a condition', (_, source, condition) => {
    const { broken, conditions } = report(EMPTY, source)
    expect(broken).toEqual({ condition, strength: 'static', order: [] })
    const row = conditions.find((c) => c.condition === condition)
    expect(row?.static).toEqual({ isPossible: false, evidence: [] })
  })

  it.each([
    [
      'opposite orders',
      `${HEADER}def f():\n    with a, b:\n        pass\ndef g():\n    with b, a:\n        pass\n${threads('f', 'g')}`,
    ],
    ['two accounts in any order', BANK],
    [
      'locks that are parameters',
      `${HEADER}def f(left, right):\n    with left, right:\n        pass\n${threads('f, args=(a, b)', 'f, args=(b, a)')}`,
    ],
    [
      'locks of a list by a computed number',
      `${HEADER}forks = [a, b]\ndef f(i):\n    with forks[i], forks[(i + 1) % 2]:\n        pass\n${threads('f, args=(0,)')}`,
    ],
    [
      'threads of a class of its own',
      `${HEADER}class W(threading.Thread):\n    def __init__(self, left, right):\n        super().__init__()\n        self.left = left\n        self.right = right\n    def run(self):\n        with self.left, self.right:\n            pass\nW(a, b).start()\nW(b, a).start()\n`,
    ],
    [
      'a semaphore of two that each thread takes twice',
      `import threading\ns = threading.Semaphore(2)\ndef f():\n    with s:\n        with s:\n            pass\n${threads('f')}`,
    ],
    [
      'an attribute that is given a shared lock',
      `${HEADER}class P:\n    def __init__(self, l, r):\n        self.left = l\n        self.right = r\n    def eat(self):\n        with self.left, self.right:\n            pass\n${threads('P(a, b).eat', 'P(b, a).eat')}`,
    ],
    [
      'a lock taken again by a callee',
      `${HEADER}def f():\n    with a:\n        g()\ndef g():\n    with a:\n        pass\n${threads('f')}`,
    ],
    [
      'one global lock under two names',
      `${HEADER}c = a\ndef f():\n    with a, c:\n        pass\n${threads('f')}`,
    ],
  ])('%s breaks none', (_, source) => {
    expect(possible(report(EMPTY, source))).toEqual(CONDITIONS)
    expect(report(EMPTY, source).broken).toBeUndefined()
  })

  it('names the lines of both locks', () => {
    const { conditions } = report(EMPTY, BANK)
    const nested = {
      line: 15,
      lock: 'to_account.lock',
      heldLock: 'from_account.lock',
      heldLine: 12,
    }
    expect(conditions.map((c) => c.static.evidence)).toEqual([
      [
        { line: 12, lock: 'from_account.lock', heldLock: undefined, heldLine: undefined },
        { line: 15, lock: 'to_account.lock', heldLock: undefined, heldLine: undefined },
      ],
      [nested],
      [nested],
      [nested],
    ])
  })

  it('is not judged without a source', () => {
    const result = report(PHASE_1, undefined)
    expect(possible(result)).toEqual(CONDITIONS)
    expect(result.deadlock).toEqual([1, 2])
    expect(report(EMPTY, undefined).broken).toBeUndefined()
  })
})
