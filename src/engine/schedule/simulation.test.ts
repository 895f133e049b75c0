import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPrng } from '../../base'
import { encodeTrace } from '../trace'
import { randomScheduler } from './random'
import { replayScheduler } from './replay'
import { roundRobinScheduler } from './roundRobin'
import { endings, endingSet, simulationOf } from './simulation.testing'

const COUNTER = (body: string): string => `
import threading
n = 0
lock = threading.Lock()

def work():
    global n
${body}

a = threading.Thread(target=work, name="A")
b = threading.Thread(target=work, name="B")
a.start()
b.start()
a.join()
b.join()
print(n)
`

const TRANSFER = (first: string, second: string): string => `
import threading

class Account:
    def __init__(self, number, balance):
        self.name = f"Cuenta-{number}"
        self.balance = balance
        self.lock = threading.Lock()

one = Account(1, 100)
two = Account(2, 100)

def transfer(source, target, amount, first, second):
    with first.lock:
        with second.lock:
            source.balance -= amount
            target.balance += amount

t1 = threading.Thread(target=transfer, args=(one, two, 100, ${first}), name="Hilo-1")
t2 = threading.Thread(target=transfer, args=(two, one, 50, ${second}), name="Hilo-2")
t1.start()
t2.start()
t1.join()
t2.join()
print((one.balance, two.balance))
`

describe('all interleavings', () => {
  it('an unlocked increment is lost in some', () => {
    expect(endingSet(COUNTER('    n += 1'))).toEqual(['finished: 1', 'finished: 2'])
  })

  it('a locked increment never is', () => {
    expect(endingSet(COUNTER('    with lock:\n        n += 1'))).toEqual(['finished: 2'])
  })

  it('opposite orders deadlock in some', () => {
    expect(endingSet(TRANSFER('one, two', 'two, one'))).toEqual([
      'deadlock: ',
      'finished: (50, 150)',
    ])
  })

  it('one order never does', () => {
    expect(endingSet(TRANSFER('one, two', 'one, two'))).toEqual(['finished: (50, 150)'])
  })

  it('a deadlock names the cycle with both locks', () => {
    const deadlock = endings(TRANSFER('one, two', 'two, one')).find(
      ({ outcome }) => outcome.kind === 'deadlock',
    )
    expect(deadlock?.outcome).toEqual({
      kind: 'deadlock',
      cycle: [
        { thread: 'Hilo-1', holds: ['Cuenta-1'], waitsFor: 'Cuenta-2' },
        { thread: 'Hilo-2', holds: ['Cuenta-2'], waitsFor: 'Cuenta-1' },
      ],
    })
  })

  it('a lock taken twice deadlocks its own thread, an RLock does not', () => {
    const twice = (kind: string): string => `
import threading
lock = threading.${kind}()
with lock:
    with lock:
        print("in")
`
    expect(endingSet(twice('Lock'))).toEqual(['deadlock: '])
    expect(endingSet(twice('RLock'))).toEqual(['finished: in'])
  })

  it('a lock that its holder never released leaves others stuck, not deadlocked', () => {
    const source = `
import threading
lock = threading.Lock()

def hold():
    lock.acquire()

t = threading.Thread(target=hold)
t.start()
t.join()
lock.acquire()
`
    expect(endingSet(source)).toEqual(['stuck: '])
  })

  it('a cycle that a third thread can break is no deadlock', () => {
    const source = `
import threading
a = threading.Lock()
b = threading.Lock()

def first():
    with a:
        b.acquire()
        print("first")

def second():
    with b:
        a.acquire()
        print("second")

def breaker():
    b.release()

t1 = threading.Thread(target=first)
t2 = threading.Thread(target=second)
t1.start()
t2.start()
while not (a.locked() and b.locked()):
    pass
breaker()
t1.join()
`
    const simulation = simulationOf(source)
    simulation.run(randomScheduler(3), 5000)
    expect(simulation.outcome?.kind).not.toBe('deadlock')
  })

  it('a timed acquire can give up, an untimed one cannot', () => {
    const source = `
import threading
lock = threading.Lock()

def hold():
    with lock:
        print("held")

t = threading.Thread(target=hold)
t.start()
if lock.acquire(timeout=1):
    lock.release()
    print("got")
else:
    print("gave up")
t.join()
`
    expect(endingSet(source)).toEqual([
      'finished: gave up\nheld',
      'finished: got\nheld',
      'finished: held\ngave up',
      'finished: held\ngot',
    ])
  })
})

describe('outcomes', () => {
  const outcomeOf = (source: string): unknown => {
    const simulation = simulationOf(source)
    simulation.run(roundRobinScheduler())
    return simulation.outcome
  }

  it('an assertion names thread, message, line and column', () => {
    expect(outcomeOf('x = 1\nassert x == 2, "not two"\n')).toEqual({
      kind: 'assertion',
      thread: 'MainThread',
      message: 'AssertionError: not two',
      location: { line: 2, column: 1 },
    })
  })

  it('an exception keeps the line where it was first raised', () => {
    const source = 'def f():\n    return 1 // 0\n\ntry:\n    f()\nfinally:\n    print("clean")\n'
    expect(outcomeOf(source)).toMatchObject({
      kind: 'exception',
      message: 'ZeroDivisionError: integer division or modulo by zero',
      location: { line: 2, column: 12 },
    })
  })

  it('a column is counted from the line, also where lines end with a lone carriage return', () => {
    expect(outcomeOf('x = 1\rassert x == 2\r')).toMatchObject({ location: { line: 2, column: 1 } })
  })

  it('a loop without a visible operation ends at its bound', () => {
    expect(outcomeOf('while True:\n    pass\n')).toMatchObject({
      kind: 'limit',
      code: 'silentLoop',
    })
  })

  it('too many threads end at their bound, with the line', () => {
    const source = `import threading
def f():
    pass
for i in range(10000):
    threading.Thread(target=f).start()
`
    expect(outcomeOf(source)).toMatchObject({
      kind: 'limit',
      code: 'threads',
      limit: 128,
      location: { line: 5 },
    })
  })
})

describe('time travel', () => {
  /** Small programs of threads, locks and containers, made from a seed. */
  const randomSource = (seed: number): string => {
    const prng = createPrng(seed)
    const statements = [
      'n += 1',
      'with lock: n += 1',
      'items.append(n)',
      'seen.add(n % 3)',
      'table[n % 4] = items',
      'box.value = box.value + 0.5',
      'time.sleep(0.001)',
      'print(n, len(items))',
      'x = [1, 2, n]\n    items.append(x[1])',
      'with other:\n        with lock:\n            box.value += 1',
      'if n in seen: items.append("s" * 3)',
      'table.pop(n % 4, None)',
      'if lock.acquire(timeout=0.01):\n        lock.release()',
    ]
    const body = Array.from({ length: 4 }, () => statements[prng.below(statements.length)])
    return `
import threading
import time

class Box:
    def __init__(self):
        self.value = 0

n = 0
items = []
seen = set()
table = {}
box = Box()
lock = threading.Lock()
other = threading.RLock()

def work():
    global n
${body.map((s) => `    ${s ?? 'pass'}`).join('\n')}

threads = [threading.Thread(target=work), threading.Thread(target=work), threading.Thread(target=work)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(n, items, sorted(seen), table, box.value)
`
  }

  it('n steps forward and n back restore memory, hash, trace and time', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.integer({ min: 1, max: 60 }), (a, b, n) => {
        const simulation = simulationOf(randomSource(a))
        const scheduler = randomScheduler(b)
        simulation.run(scheduler, b % 20)
        const { memory, events } = simulation.machine
        const before = {
          words: memory.words.slice(),
          hash: [memory.hashLow, memory.hashHigh],
          events: events.length,
          now: simulation.machine.now,
        }
        let taken = 0
        while (taken < n && simulation.choices().length > 0) {
          simulation.run(scheduler, 1)
          taken++
        }
        while (taken-- > 0) simulation.back()
        expect([memory.hashLow, memory.hashHigh]).toEqual(before.hash)
        expect(events.length).toBe(before.events)
        expect(simulation.machine.now).toBe(before.now)
        const now = memory.words
        expect(now.subarray(0, before.words.length)).toEqual(before.words)
        expect(now.subarray(before.words.length).every((w) => w === 0)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('the running hash is that of the contents, however they came about', () => {
    const simulation = simulationOf(randomSource(7))
    simulation.run(randomScheduler(1), 30)
    const hash = simulation.machine.memory.hashLow
    for (let i = 0; i < 10; i++) simulation.back()
    const other = randomScheduler(5)
    simulation.run(other, 10)
    for (let i = 0; i < 10; i++) simulation.back()
    const schedule = replayScheduler(simulation.result().schedule)
    const twin = simulationOf(randomSource(7))
    twin.run(schedule)
    expect(twin.machine.memory.hashLow).toBe(simulation.machine.memory.hashLow)
    expect(hash).not.toBe(twin.machine.memory.hashLow)
  })

  it('the same seed gives the same trace, byte for byte, and its schedule replays it', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (program, seed) => {
        const run = (): Uint8Array => {
          const simulation = simulationOf(randomSource(program))
          simulation.run(randomScheduler(seed))
          return encodeTrace(simulation.result().trace)
        }
        const first = simulationOf(randomSource(program))
        first.run(randomScheduler(seed))
        const replayed = simulationOf(randomSource(program))
        replayed.run(replayScheduler(first.result().schedule))
        expect(encodeTrace(replayed.result().trace)).toEqual(run())
      }),
      { numRuns: 20 },
    )
  })
})
