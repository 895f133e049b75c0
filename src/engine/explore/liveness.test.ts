import { describe, expect, it } from 'vitest'
import { compiled } from '../schedule/simulation.testing'
import { explore, type ExplorationResult } from '.'

const two = (body: string, extra = ''): string => `import threading
from cerrojo import progress
left = threading.Lock()
right = threading.Lock()
${extra}
def work(first, second):
${body.replaceAll(/^/gm, '    ')}

a = threading.Thread(target=work, args=(left, right), name="A")
b = threading.Thread(target=work, args=(right, left), name="B")
a.start()
b.start()
`

/** Both give the first back when they cannot have the second, and try again: for ever, in step. */
const POLITE = two(`while True:
    first.acquire()
    if second.acquire(blocking=False):
        progress("eats")
        second.release()
        first.release()
        break
    first.release()`)

const ORDERED = two(`for lock in (left, right):
    lock.acquire()
progress("eats")
right.release()
left.release()`)

const found = ({ violations }: ExplorationResult): readonly (readonly [string, string])[] =>
  violations.map(({ kind, threads }) => [kind, threads.join(' ')])

describe('a livelock', () => {
  it('is a fair loop without a progress mark, told as the way there and the way round', () => {
    const result = explore(compiled(POLITE))
    expect(found(result)).toEqual([['livelock', 'A B']])
    const [livelock] = result.violations
    expect(livelock?.loopSteps?.filter((name) => name === 'A').length).toBeGreaterThan(0)
    expect(livelock?.loopSteps?.filter((name) => name === 'B').length).toBeGreaterThan(0)
    expect(livelock?.loop?.choices).toHaveLength(livelock?.loopSteps?.length ?? 0)
  })

  it('twin: is none where one order lets both through', () => {
    expect(explore(compiled(ORDERED))).toMatchObject({ verdict: 'safe', violations: [] })
  })

  it('is none in a program that does not say what progress is', () => {
    const source = POLITE.replace('from cerrojo import progress\n', '').replace(
      'progress("eats")',
      'pass',
    )
    expect(explore(compiled(source))).toMatchObject({ verdict: 'safe', violations: [] })
  })

  it('is none where a thread only waits its turn: the other cannot be put off for ever', () => {
    const source = `import threading
from cerrojo import progress
is_ready = False

def wait():
    while not is_ready:
        pass
    progress("goes on")

threading.Thread(target=wait).start()
is_ready = True
`
    expect(explore(compiled(source))).toMatchObject({ verdict: 'safe', violations: [] })
  })

  it('is found however much the loop prints', () => {
    const source = POLITE.replace(
      '    first.release()\n\n',
      '    first.release()\n    print("again")\n\n',
    )
    expect(source).toContain('print("again")')
    const result = explore(compiled(source), { maxCountedStates: 500 })
    expect(found(result)).toEqual([['livelock', 'A B']])
  })

  it('leaves the verdict open where a bound was reached', () => {
    const result = explore(
      compiled(ORDERED.replace('for lock', 'while left.locked():\n        pass\n    for lock')),
      {
        maxStates: 20,
        maxCountedStates: 10,
      },
    )
    expect(result.verdict).not.toBe('safe')
  })
})

/** `busy` goes on for ever, and one more function may release what it does not hold. */
const crossed = (rescue: string): string => `import threading
left = threading.Lock()
right = threading.Lock()

def work(first, second):
    first.acquire()
    second.acquire()
    second.release()
    first.release()

def busy():
    lock = threading.Lock()
    while True:
        with lock:
            pass

def rescue():
    ${rescue}

threading.Thread(target=work, args=(left, right), name="A").start()
threading.Thread(target=work, args=(right, left), name="B").start()
threading.Thread(target=busy, name="C").start()
threading.Thread(target=rescue, name="D").start()
`

describe('a deadlock of some threads in a program in which others may release their locks', () => {
  it('is found while the others go on for ever: no continuation frees any of the cycle', () => {
    const source = crossed('pass').replace(
      '    first.release()',
      `    first.release()\n\ndef unused(lock):\n    lock.release()`,
    )
    const [deadlock, ...others] = explore(compiled(source)).violations
    expect(deadlock?.outcome).toEqual({
      kind: 'deadlock',
      cycle: [
        { thread: 'A', holds: ['left'], waitsFor: 'right' },
        { thread: 'B', holds: ['right'], waitsFor: 'left' },
      ],
    })
    expect(others).toEqual([])
  })

  it('twin: is none where a thread outside the cycle releases one of its locks whenever it is held', () => {
    const source = crossed(
      'while True:\n        if left.locked():\n            try:\n                left.release()\n            except RuntimeError:\n                pass',
    )
    const kinds = explore(compiled(source)).violations.map(({ kind }) => kind)
    expect(kinds).not.toContain('deadlock')
  })
})

const READERS = (prefer: string): string => `import threading
from cerrojo import ReadWriteLock
shared = ReadWriteLock(prefer="${prefer}")

def read():
    while True:
        with shared.read():
            pass

def write():
    with shared.write():
        pass

for name in ("R1", "R2"):
    threading.Thread(target=read, name=name).start()
threading.Thread(target=write, name="W").start()
`

describe('starvation', () => {
  it('is a fair loop in which a thread waits all the time: readers that never leave a gap', () => {
    const result = explore(compiled(READERS('readers')))
    expect(found(result)).toEqual([['starvation', 'W']])
    expect(new Set(result.violations[0]?.loopSteps)).toEqual(new Set(['R1', 'R2']))
    expect(result.violations[0]?.location?.line).toBe(11)
  })

  it('twin: is none where new readers wait for the writer', () => {
    expect(explore(compiled(READERS('writers')))).toMatchObject({ verdict: 'safe', violations: [] })
  })

  it('is none of a thread that only waits for another to end', () => {
    const source = `import threading
lock = threading.Lock()

def work():
    while True:
        with lock:
            pass

workers = [threading.Thread(target=work) for _ in range(2)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
`
    expect(explore(compiled(source)).violations).toEqual([])
  })

  it('is none where the lock is free once in a while: a fair system lets the thread have it', () => {
    const source = `import threading
lock = threading.Lock()

def work():
    while True:
        with lock:
            pass

for name in ("A", "B"):
    threading.Thread(target=work, name=name).start()
`
    expect(explore(compiled(source)).violations).toEqual([])
  })

  it('is said to be undecided where the search for loops reached its bound', () => {
    const result = explore(compiled(READERS('readers')), { maxCountedStates: 5 })
    expect(result).toMatchObject({ verdict: 'safe', undecided: ['starvation'] })
  })
})
