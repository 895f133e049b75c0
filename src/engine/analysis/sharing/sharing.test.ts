import { describe, expect, it } from 'vitest'
import { placesOf, reportOf } from './sources.testing'

/** The verdict, then edges as `a:5>b:6`. */
function order(source: string): readonly string[] {
  const { order: found, locks } = reportOf(source)
  const name = (i: number): string => locks[i]?.name ?? ''
  return [
    found.verdict,
    ...found.edges.flatMap(({ held, wanted, sites }) =>
      sites.map((s) => `${name(held)}:${s.heldLine}>${name(wanted)}:${s.wantedLine}`),
    ),
  ]
}

/** Two threads that run `work`, from line 5 on. */
function twice(work: string): string {
  return `import threading
lock = threading.Lock()
other = threading.RLock()
n = 0
def work():
    global n
${work.replace(/^/gm, '    ')}
t = threading.Thread(target=work)
u = threading.Thread(target=work)
t.start()
u.start()
t.join()
u.join()
print(n)
`
}

describe('shared places and their locks', () => {
  it.each([
    ['a lock on every path', 'with lock:\n    n += 1', ['n [r8 w8]: lock always']],
    ['no lock', 'n += 1', ['n [r7 w7]: !7-7']],
    [
      'a lock on some paths',
      'if n > 1:\n    lock.acquire()\nn += 1',
      ['n [r7 r9 w9]: lock sometimes; !7-9; !9-9'],
    ],
    [
      'a lock that is given back before',
      'lock.acquire()\nlock.release()\nn += 1',
      ['n [r9 w9]: !9-9'],
    ],
    [
      'a lock that finally gives back',
      'lock.acquire()\ntry:\n    n += 1\nfinally:\n    lock.release()',
      ['n [r9 w9]: lock always'],
    ],
    [
      'what an exception leaves in hand or not',
      'try:\n    lock.acquire()\n    n.x()\n    lock.release()\nexcept ValueError:\n    n = 1',
      ['n [r9 w12]: lock undecided; !9-12; !12-12'],
    ],
    [
      'a try-lock that may have failed',
      'lock.acquire(timeout=1)\nn += 1',
      ['n [r8 w8]: lock undecided; !8-8'],
    ],
    [
      'a try-lock whose answer is looked at',
      'got = lock.acquire(timeout=1)\nif not got:\n    return\nn += 1',
      ['n [r10 w10]: lock always'],
    ],
    [
      'a second hold of a re-entrant lock that is given back',
      'with other:\n    with other:\n        pass\n    n += 1',
      ['n [r10 w10]: other always'],
    ],
    [
      'the one of two locks that both paths take',
      'with lock, other:\n    n = 1\nwith other:\n    n = 2',
      ['n [w8 w10]: other always; lock sometimes'],
    ],
  ])('%s', (_, work, expected) => {
    expect(placesOf(twice(work))).toEqual(expected)
  })

  it('follows calls, with what the callers hold', () => {
    const source = `import threading
lock = threading.Lock()
n = 0
def add():
    global n
    n += 1
def careful():
    with lock:
        add()
def careless():
    add()
t = threading.Thread(target=careful)
u = threading.Thread(target=TARGET)
t.start()
u.start()
`
    expect(placesOf(source.replace('TARGET', 'careful'))).toEqual(['n [r6 w6]: lock always'])
    expect(placesOf(source.replace('TARGET', 'careless'))).toEqual([
      'n [r6 w6]: lock sometimes; !6-6',
    ])
  })

  it('follows locks that a function returns with, and frees', () => {
    const source = `import threading
lock = threading.Lock()
n = 0
def enter():
    lock.acquire()
def leave():
    lock.release()
def work():
    global n
    enter()
    n += 1
    leave()
    n += 1
for i in range(2):
    threading.Thread(target=work).start()
`
    expect(placesOf(source)).toEqual(['n [r11 w11 r13 w13]: lock undecided; !11-13; !13-13'])
  })

  it('knows the lock of the object itself from that of another', () => {
    const source = `import threading
class Account:
    def __init__(self):
        self.lock = threading.Lock()
        self.balance = 0
    def add(self, other):
        with LOCK:
            self.change(1)
    def change(self, amount):
        self.balance += amount
a = Account()
b = Account()
t = threading.Thread(target=a.add, args=(b,))
u = threading.Thread(target=TARGET, args=(b,))
t.start()
u.start()
`
    const same = source.replace('TARGET', 'a.add')
    expect(placesOf(same.replace('LOCK', 'self.lock'))).toEqual([
      'Account.balance [r10 w10]: Account.lock* always',
    ])
    expect(placesOf(same.replace('LOCK', 'other.lock'))).toEqual([
      'Account.balance [r10 w10]: Account.lock* undecided; !10-10',
    ])
    const apart = source.replace('TARGET', 'b.add').replace('LOCK', 'other.lock')
    expect(placesOf(apart), 'each changes an account of its own').toEqual([])
  })

  it('separates threads that are given different locks', () => {
    const source = `import threading
a = threading.Lock()
b = threading.Lock()
n = 0
def work(lock):
    global n
    with lock:
        n += 1
t = threading.Thread(target=work, args=(a,))
u = threading.Thread(target=work, kwargs={"lock": LOCK})
t.start()
u.start()
`
    expect(placesOf(source.replace('LOCK', 'a'))).toEqual(['n [r8 w8]: a always'])
    expect(placesOf(source.replace('LOCK', 'b'))).toEqual([
      'n [r8 w8]: a sometimes; b sometimes; !8-8',
    ])
  })

  it('lets readers share the read side of a lock, not write under it', () => {
    const source = `import threading
from cerrojo import ReadWriteLock
lock = ReadWriteLock()
n = 0
def reader():
    with lock.read():
        print(n)
def writer():
    global n
    with lock.SIDE():
        n += 1
for work in (reader, writer):
    threading.Thread(target=work).start()
`
    expect(placesOf(source.replace('SIDE', 'write'))).toEqual(['n [r7 r11 w11]: lock always'])
    expect(placesOf(source.replace('SIDE', 'read'))).toEqual([
      'n [r7 r11 w11]: lock undecided; !7-11; !11-11',
    ])
  })

  it('takes a condition for the lock it was made on', () => {
    const source = `import threading
lock = threading.Lock()
full = threading.Condition(lock)
items = []
def put():
    with lock:
        items.append(1)
        full.notify()
def get():
    with full:
        while not items:
            full.wait()
        items.pop()
for work in (put, get):
    threading.Thread(target=work).start()
`
    expect(placesOf(source)).toEqual(['items[…] [w7 r11 w13]: lock always'])
  })
})

describe('what threads share', () => {
  it('is nothing where one has been joined before the other starts', () => {
    const source = twice('n += 1')
    const serial = source.replace('t.start()\nu.start()\n', 't.start()\nt.join()\nu.start()\n')
    expect(placesOf(serial)).toEqual([])
  })

  it.each([
    [
      'threads of a list',
      'ts = [threading.Thread(target=work) for _ in range(3)]\nfor t in ts:\n    t.start()\nfor t in ts:\n    t.join()\n',
    ],
    [
      'threads that are appended where they are made',
      'ts = []\nfor i in range(3):\n    t = threading.Thread(target=work)\n    ts.append(t)\n    t.start()\nfor t in ts:\n    t.join()\n',
    ],
  ])('is no longer shared when all %s have been joined', (_, start) => {
    const source = `import threading
lock = threading.Lock()
n = 0
def work():
    global n
    with lock:
        n += 1
${start}print(n)
`
    expect(placesOf(source)).toEqual(['n [r7 w7]: lock always'])
    const printLine = source.split('\n').length - 1
    const early = source.replace(/for t in ts:\n {4}t\.join\(\)\n/, '')
    expect(placesOf(early)).toEqual([
      `n [r7 w7 r${printLine - 2}]: lock sometimes; !7-${printLine - 2}`,
    ])
  })

  it('is not what a function makes for itself', () => {
    const source = `import threading
kept = []
def work():
    mine = []
    mine.append(1)
    KEEP
for i in range(2):
    threading.Thread(target=work).start()
`
    expect(placesOf(source.replace('KEEP', 'pass'))).toEqual([])
    expect(placesOf(source.replace('KEEP', 'kept.append(mine)'))).toEqual([
      'kept[…][…] [w5]: !5-5',
      'kept[…] [w6]: !6-6',
    ])
  })

  it('is the local that functions inside change', () => {
    const source = `import threading
def main():
    n = 0
    def work():
        nonlocal n
        n += 1
    t = threading.Thread(target=work)
    t.start()
    print(n)
main()
`
    expect(placesOf(source)).toEqual(['n [w6 r9]: !6-9'])
  })

  it('is what functions touch that a pool runs', () => {
    const source = `from concurrent.futures import ThreadPoolExecutor
n = 0
def work(i):
    global n
    n += i
with ThreadPoolExecutor() as pool:
    list(pool.map(work, range(3)))
`
    expect(placesOf(source)).toEqual(['n [r5 w5]: !5-5'])
    const submitted = source.replace('list(pool.map(work, range(3)))', 'pool.submit(work, 1)')
    expect(placesOf(`${submitted}    print(n)\n`)[0]).toContain('!5-8')
  })

  it('is what callbacks and generators touch too', () => {
    const source = `import threading
n = 0
def key(x):
    global n
    n += 1
    return x
def work():
    sorted([2, 1], key=key)
    sum(n for _ in range(2))
for i in range(2):
    threading.Thread(target=work).start()
`
    expect(placesOf(source)).toEqual(['n [r5 w5 r9]: !5-5; !5-9'])
  })
})

describe('the static lock order', () => {
  const pair = (first: string, second: string): string => `import threading
gate = threading.Lock()
a = threading.Lock()
b = threading.Lock()
def one():
    ${first}:
        pass
def two():
    ${second}:
        pass
t = threading.Thread(target=one)
u = threading.Thread(target=two)
t.start()
u.start()
`
  it.each([
    ['one order', 'with a, b', 'with a, b', ['none', 'a:6>b:6', 'a:9>b:9']],
    ['opposite orders', 'with a, b', 'with b, a', ['possible', 'a:6>b:6', 'b:9>a:9']],
    [
      'opposite orders behind a gate',
      'with gate, a, b',
      'with gate, b, a',
      ['none', 'gate:6>a:6', 'gate:9>a:9', 'gate:6>b:6', 'gate:9>b:9', 'a:6>b:6', 'b:9>a:9'],
    ],
    ['a wait for itself', 'with a, a', 'with b', ['possible', 'a:6>a:6']],
  ])('of %s', (_, first, second, expected) => {
    expect(order(pair(first, second))).toEqual(expected)
  })

  it('has no circle where the threads never run at the same time', () => {
    const source = pair('with a, b', 'with b, a').replace('u.start()', 't.join()\nu.start()')
    expect(order(source)[0]).toBe('none')
  })

  it('has no circle where one of the waits gives up', () => {
    const source = pair('with a, b', 'with b').replace(
      '    with b:\n        pass',
      '    with b:\n        a.acquire(timeout=1)',
    )
    expect(order(source)).toEqual(['none', 'a:6>b:6', 'b:9>a:10'])
  })

  it('tells the items of a list apart where their keys are written', () => {
    const philosophers = (last: string): string => `import threading
forks = [threading.Lock(), threading.Lock()]
def dine(left, right):
    with left:
        with right:
            pass
t = threading.Thread(target=dine, args=(forks[0], forks[1]))
u = threading.Thread(target=dine, args=${last})
t.start()
u.start()
`
    expect(order(philosophers('(forks[1], forks[0])'))[0]).toBe('possible')
    expect(order(philosophers('(forks[0], forks[1])'))[0]).toBe('none')
    expect(order(philosophers('(forks[len(forks) - 1], forks[0])'))[0]).toBe('undecided')
  })

  it('knows the re-entry of a re-entrant lock from a wait', () => {
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
    expect(order(source)).toEqual(['none'])
    expect(order(source.replace('RLock', 'Lock'))).toEqual(['possible', 'r:7>r:4'])
  })

  it('limitation: an order by number or name of objects cannot be seen', () => {
    const source = `import threading
class Account:
    def __init__(self, number):
        self.number = number
        self.lock = threading.Lock()
def transfer(a, b):
    first, second = sorted([a, b], key=lambda account: account.number)
    with first.lock, second.lock:
        pass
x = Account(1)
y = Account(2)
for pair in ((x, y), (y, x)):
    threading.Thread(target=transfer, args=pair).start()
`
    expect(order(source)).toEqual(['undecided', 'Account.lock:8>Account.lock:8'])
  })
})

describe('the answer', () => {
  it('is the same every time', () => {
    const source = twice('with lock:\n    n += 1')
    expect(reportOf(source)).toEqual(reportOf(source))
  })

  it('names threads, and says which may run twice at the same time', () => {
    const source = `import threading
def work():
    pass
one = threading.Thread(target=work, name="Uno")
one.start()
for i in range(2):
    threading.Thread(target=work).start()
`
    expect(reportOf(source).threads).toEqual([
      { name: 'main', line: undefined, isMany: false },
      { name: 'Uno', line: 4, isMany: false },
      { name: 'work', line: 7, isMany: true },
    ])
  })

  it('comes also for what calls itself, and for blocks within blocks', () => {
    const nest = Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}try:\n`).join('')
    const unnest = Array.from({ length: 40 }, (_, i) => {
      const indent = ' '.repeat(39 - i)
      return `${indent}finally:\n${indent} lock.release()\n`
    }).join('')
    const source = twice(`${nest}${' '.repeat(40)}n += 1\n${unnest}work()`)
    expect(placesOf(source)).toHaveLength(1)
  })
})
