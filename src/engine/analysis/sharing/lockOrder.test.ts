import { describe, expect, it } from 'vitest'
import { ACCOUNT, HEADER, nested, reportOf, threads } from './sources.testing'

describe('nested acquisitions', () => {
  it('are both accounts in hand in Phase 1, with try and finally', () => {
    const source = `import threading
${ACCOUNT}def transfer(x, y):
    x.lock.acquire()
    try:
        y.lock.acquire()
        try:
            x.balance -= 1
        finally:
            y.lock.release()
    finally:
        x.lock.release()
one = Account()
two = Account()
${threads('target=transfer, args=(one, two)', 'target=transfer, args=(two, one)')}`
    expect(nested(source)).toEqual(['x.lock:7 > y.lock:9 *'])
  })

  it.each([
    ['with', 'with a:\n        pass\n    with b:\n        pass'],
    ['acquire', 'a.acquire()\n    a.release()\n    b.acquire()\n    b.release()'],
  ])('are none where the first is released before the second, by %s', (_, body) => {
    expect(nested(`${HEADER}def f():\n    ${body}\nf()\n`)).toEqual([])
  })

  it('are the items of a with, one after the other', () => {
    expect(nested(`${HEADER}with a, b:\n    pass\n`)).toEqual(['a:4 > b:4'])
  })

  it('count every branch as possible', () => {
    const source = `${HEADER}def f(x):
    if x:
        a.acquire()
    b.acquire()
    b.release()
    if x:
        a.release()
f(1)
`
    expect(nested(source)).toEqual(['a:6 > b:7'])
  })

  it('go round loops, also not at all', () => {
    const source = `${HEADER}c = threading.Lock()
def f(locks):
    for lock in locks:
        lock.acquire()
    for lock in locks:
        lock.release()
    c.acquire()
f([a, b])
`
    expect(nested(source)).toEqual(['lock:7 > lock:7 *', 'lock:7 > c:10'])
  })

  it('end with a return, and forget nothing on the way through finally', () => {
    const source = `${HEADER}def f(x):
    a.acquire()
    try:
        if x:
            return 1
    finally:
        a.release()
    b.acquire()
f(0)
`
    expect(nested(source)).toEqual([])
  })

  it('keep a lock that an exception may leave in hand', () => {
    const source = `${HEADER}def f(x):
    try:
        a.acquire()
        x.work()
        a.release()
    except ValueError:
        b.acquire()
f(1)
`
    expect(nested(source)).toEqual(['a:6 > b:10'])
  })

  it('follow a try-lock that gives the first lock back', () => {
    const source = `${HEADER}def f():
    while True:
        a.acquire()
        if b.acquire(False):
            break
        a.release()
    b.release()
    a.release()
f()
`
    expect(nested(source)).toEqual(['a:6 > b:7'])
  })

  it('follow the result of a try-lock through a name', () => {
    const source = `${HEADER}def f(x):
    while not x.done:
        with a:
            got = b.acquire(timeout=0.1)
            if not got:
                continue
            x.work()
            b.release()
f(1)
`
    expect(nested(source)).toEqual(['a:6 > b:7'])
    expect(nested(source.replace('                continue\n', '                pass\n'))).toEqual([
      'a:6 > b:7',
    ])
    expect(nested(source.replace('            b.release()\n', ''))).toEqual([
      'a:6 > b:7',
      'b:7 > a:6',
      'b:7 > b:7 *',
    ])
  })

  it('follow both sides of and, or and not', () => {
    const source = `${HEADER}def f():
    if not (a.acquire(False) and b.acquire(False)):
        return
    with a:
        pass
f()
`
    expect(nested(source)).toEqual(['a:5 > b:5', 'a:5 > a:7 *', 'b:5 > a:7'])
  })

  it('follow calls of functions and methods', () => {
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
f(Database())
`
    expect(nested(source)).toEqual(['a:14 > b:6', 'a:14 > b:9'].sort())
  })

  it('follow the objects, not the names of methods', () => {
    const source = `${HEADER}class Quiet:
    def write(self):
        pass
class Loud:
    def write(self):
        with b:
            pass
with a:
    Quiet().write()
Loud().write()
`
    expect(nested(source)).toEqual([])
  })

  it('end for functions that call each other', () => {
    const source = `${HEADER}def even(n):
    with a:
        odd(n - 1)
def odd(n):
    with b:
        even(n - 1)
even(4)
`
    expect(nested(source)).toEqual(['a:5 > a:5 *', 'a:5 > b:8', 'b:8 > a:5', 'b:8 > b:8 *'])
    const twice = source.replace(
      'even(4)\n',
      threads('target=even, args=(4,)', 'target=odd, args=(4,)'),
    )
    expect(nested(twice)).toEqual(['a:5 > a:5 *', 'a:5 > b:8 *', 'b:8 > a:5 *', 'b:8 > b:8 *'])
  })

  it('follow a lock that a function returns with, and one that it gives back', () => {
    const source = `${HEADER}def take():
    a.acquire()
def leave():
    a.release()
def f():
    take()
    b.acquire()
    b.release()
    leave()
    b.acquire()
f()
`
    expect(nested(source)[0]).toBe('a:5 > b:10')
  })

  it('do not take a thread’s target for a call', () => {
    const source = `${HEADER}def work():
    with b:
        pass
with a:
    t = threading.Thread(target=work)
    t.start()
`
    expect(nested(source)).toEqual([])
  })

  it('know the re-entry of one re-entrant lock from a wait, wherever it is kept', () => {
    const source = `import threading
r = threading.RLock()
def inner():
    with r:
        pass
def outer():
    with r:
        inner()
outer()
`
    expect(nested(source)).toEqual([])
    expect(nested(source.replace('RLock', 'Lock'))).toEqual(['r:7 > r:4 *'])
    const own = `import threading
class Account:
    def __init__(self):
        self.lock = threading.RLock()
    def inner(self):
        with self.lock:
            pass
    def outer(self):
        with self.lock:
            self.inner()
for account in [Account() for i in range(2)]:
    account.outer()
`
    expect(nested(own)).toEqual([])
    expect(nested(own.replace('RLock', 'Lock'))).toEqual(['self.lock:9 > self.lock:6 *'])
  })

  it('tell locks in a list apart where their keys are written', () => {
    const dine = (first: string, second: string): string => `import threading
forks = [threading.Lock(), threading.Lock()]
def dine(left, right):
    with left:
        with right:
            pass
${threads(`target=dine, args=${first}`, `target=dine, args=${second}`)}`
    const [inOrder, round] = ['(forks[0], forks[1])', '(forks[1], forks[0])']
    expect(nested(dine(inOrder, inOrder))).toEqual(['left:4 > right:5'])
    expect(nested(dine(inOrder, round))).toEqual(['left:4 > right:5 *'])
    const any = 'tuple(sorted(forks[i] for i in range(2)))'
    expect(nested(dine(inOrder, any))).toEqual(['left:4 > right:5 *'])
  })

  it('know locks that are given as parameters, and those of subclasses of Thread', () => {
    const source = (second: string): string => `${HEADER}class Worker(threading.Thread):
    def __init__(self, first, second):
        super().__init__()
        self.first = first
        self.second = second
    def run(self):
        with self.first:
            with self.second:
                pass
one = Worker(a, b)
two = Worker(${second})
one.start()
two.start()
`
    expect(nested(source('a, b'))).toEqual(['self.first:10 > self.second:11'])
    expect(nested(source('b, a'))).toEqual(['self.first:10 > self.second:11 *'])
  })

  it('are in no circle where a gate or a join keeps the threads apart', () => {
    const source = (gate: string, between: string): string => `${HEADER}gate = threading.Lock()
def one():
    with ${gate}a, b:
        pass
def two():
    with ${gate}b, a:
        pass
t = threading.Thread(target=one)
u = threading.Thread(target=two)
t.start()
${between}u.start()
`
    const starred = (text: string): readonly string[] => nested(text).filter((n) => n.endsWith('*'))
    expect(starred(source('', ''))).toEqual(['a:6 > b:6 *', 'b:9 > a:9 *'])
    expect(starred(source('gate, ', ''))).toEqual([])
    expect(starred(source('', 't.join()\n'))).toEqual([])
  })

  it('are in a circle also where a wait of it can be given up', () => {
    const source = `${HEADER}def one():
    with a, b:
        pass
def two():
    with b:
        if a.acquire(timeout=1):
            a.release()
${threads('target=one', 'target=two')}`
    expect(nested(source)).toEqual(['a:5 > b:5 *', 'b:8 > a:9 *'])
  })
})

describe('locks that a program comes to', () => {
  const holder = `${ACCOUNT}def f(x, y):\n    with LEFT:\n        with RIGHT:\n            pass\n`
  const cases: readonly (readonly [string, string])[] = [
    [
      'by getattr',
      `${holder.replace('LEFT', "getattr(x, 'lock')").replace('RIGHT', "getattr(y, 'lock', None)")}f(Account(), Account())\n`,
    ],
    [
      'by getattr and a computed name',
      `${holder.replace('LEFT', "getattr(x, 'lo' + 'ck')").replace('RIGHT', 'y.lock')}f(Account(), Account())\n`,
    ],
    [
      'by setattr',
      `${holder.replace('LEFT', 'x.left').replace('RIGHT', 'y.left')}x = Account()\nsetattr(x, 'left', a)\nf(x, x)\n`,
    ],
    [
      'by the fields of a namedtuple',
      `from collections import namedtuple\nPair = namedtuple('Pair', ['x', 'y'])\npair = Pair(a, y=b)\nwith pair.x, pair.y:\n    pass\n`,
    ],
    [
      'by a dict that makes them',
      `from collections import defaultdict\nlocks = defaultdict(threading.Lock)\nwith locks['a'], locks['b']:\n    pass\n`,
    ],
    [
      'by a dict made of pairs',
      `locks = dict(zip('xy', [a, b]))\nfor name, lock in sorted(locks.items()):\n    lock.acquire()\n`,
    ],
    [
      'by stars',
      `def f(*locks, **named):\n    for lock in locks:\n        with lock, named['z']:\n            pass\nthreading.Thread(target=f, args=(a,), kwargs={'z': b}).start()\n`,
    ],
    [
      'in a decorator that wraps',
      `from functools import wraps\ndef locked(g):\n    @wraps(g)\n    def inner(*given):\n        with a:\n            return g(*given)\n    return inner\n@locked\ndef f():\n    with b:\n        pass\nf()\n`,
    ],
    ['by a method that is kept', `take = a.acquire\ntake()\nb.acquire()\n`],
    [
      'by a partial',
      `from functools import partial\ndef f(x, y):\n    with x, y:\n        pass\npartial(f, a)(b)\n`,
    ],
    [
      'by a queue',
      `import queue\nq = queue.Queue()\nq.put(a)\nq.put(b)\nwith q.get(), q.get():\n    pass\n`,
    ],
  ]
  it.each(cases)('%s are found nested', (_, source) => {
    expect(nested(HEADER + source)).not.toEqual([])
  })
})

describe('waits for signals', () => {
  it.each(['threading.Condition()', 'threading.Condition(a)'])(
    'give the lock of %s back meanwhile',
    (made) => {
      const source = `${HEADER}full = ${made}
def get():
    with full:
        full.wait()
        full.wait_for(lambda: True)
def put():
    with full:
        full.notify()
${threads('target=get', 'target=put')}`
      expect(nested(source)).toEqual([])
      expect(reportOf(source).waits.sites.map((s) => `${s.kind} ${s.line}`)).toEqual([
        'acquire 6',
        'wait 7',
        'wait 8',
        'acquire 10',
      ])
    },
  )

  it('may be for anyone: another lock in hand may be what keeps the signal back', () => {
    const source = `${HEADER}full = threading.Condition()
def get():
    with a, full:
        full.wait()
def put():
    with a, full:
        full.notify()
${threads('target=get', 'target=put')}`
    expect(nested(source)).toEqual(['a:6 > full:6', 'a:6 > full:7 *', 'a:9 > full:9'])
  })

  it('are those for a semaphore, of which a thread may hold several units', () => {
    const source = `${HEADER}s = threading.Semaphore(2)
def take():
    with s:
        with s:
            pass
${threads('target=take', 'target=take')}`
    expect(nested(source)).toEqual(['s:6 > s:7 *'])
  })
})
