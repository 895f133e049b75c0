import { describe, expect, it } from 'vitest'
import type { StaticWaits } from '.'
import { ACCOUNT, HEADER, nested, reportOf } from './sources.testing'

function waitsOf(source: string): StaticWaits {
  return reportOf(source).waits
}

describe('places that acquire', () => {
  it('are with, acquire and what can give up', () => {
    const { sites } = waitsOf(
      `${HEADER}${ACCOUNT}def f(account, locks):
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
f(Account(), [b])
`,
    )
    expect(sites.map((s) => [s.lock, s.line, s.isUntimed])).toEqual([
      ['account.lock', 9, true],
      ['a', 11, true],
      ['locks[0]', 11, true],
      ['a', 13, true],
      ['a', 15, true],
      ['a', 16, true],
      ['a', 17, false],
      ['a', 18, false],
      ['a', 19, false],
      ['a', 20, false],
    ])
    expect(new Set(sites.map((s) => s.function))).toEqual(new Set(['f']))
  })

  it('wait without a limit also where the limit of a semaphore is None', () => {
    const source = 'import threading\ns = threading.Semaphore(1)\ns.acquire(timeout=None)\n'
    expect(waitsOf(source).sites.map((s) => s.isUntimed)).toEqual([true])
    expect(waitsOf(source.replace('None', '1')).sites.map((s) => s.isUntimed)).toEqual([false])
  })

  it('name methods and the module, and span the source', () => {
    const source = `${HEADER}class Bank:\n    def m(self):\n        with a:\n            pass\nwith b:\n    pass\nBank().m()\n`
    const { sites } = waitsOf(source)
    expect(sites.map((s) => s.function)).toEqual(['Bank.m', '<module>'])
    expect(sites.map((s) => source.slice(s.from, s.to))).toEqual(['a', 'b'])
  })

  it('know which locks they may be of, under whatever name', () => {
    const source = `${HEADER}alias = a
${ACCOUNT.replace('self', 'self, shared').replace('self.balance = 0', 'self.left = shared')}def f(x, account):
    local = x
    with a: pass
    with alias: pass
    with account.lock: pass
    with account.left: pass
    with local: pass
f(b, Account(a))
f(a, Account(a))
`
    const { locks, waits } = reportOf(source)
    const names = waits.sites.map((site) => site.locks.map((i) => locks[i]?.name))
    expect(names).toEqual([['a'], ['a'], ['Account.lock'], ['a'], ['a', 'b']])
  })

  it('are in code that nothing calls, too, and it is said', () => {
    const source = `${HEADER}def dead(lock):\n    with lock:\n        b.acquire(False)\nwith a:\n    pass\n`
    const { sites } = waitsOf(source)
    expect(sites.map((s) => [s.lock, s.isReached, s.isUntimed])).toEqual([
      ['lock', false, true],
      ['b', false, false],
      ['a', true, true],
    ])
    expect(nested(source)).toEqual([])
  })

  it('are none where a with or acquire is not of a lock', () => {
    const source = `from concurrent.futures import ThreadPoolExecutor
class Table:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, trace):
        pass
    def acquire(self):
        pass
with Table() as table:
    table.acquire()
with ThreadPoolExecutor() as pool:
    pool.submit(print, 1)
`
    expect(waitsOf(source).sites).toEqual([])
  })
})

describe('joins', () => {
  it('say what is in hand, and whether they can give up', () => {
    const { joins, sites } = waitsOf(`${HEADER}def f(t, names):
    with a:
        t.join()
    t.join(1)
    t.join(timeout=None)
    x = ", ".join(names)
    comma = ", "
    x = comma.join(names)
t = threading.Thread(target=print)
t.start()
f(t, ["x"])
`)
    expect(sites[0]?.lock).toBe('a')
    expect(joins).toEqual([
      { line: 6, thread: 't', isUntimed: true, held: [0] },
      { line: 7, thread: 't', isUntimed: false, held: [] },
      { line: 8, thread: 't', isUntimed: true, held: [] },
    ])
  })

  it('are of subclasses of Thread, of threads in lists and of queues, too', () => {
    const { joins } = waitsOf(`${HEADER}import queue
class Worker(threading.Thread):
    def run(self):
        pass
workers = [Worker(), Worker()]
tasks = queue.Queue()
with a:
    for worker in workers:
        worker.join()
    tasks.join()
`)
    expect(joins).toEqual([
      { line: 12, thread: 'worker', isUntimed: true, held: [0] },
      { line: 13, thread: 'tasks', isUntimed: true, held: [0] },
    ])
  })
})

describe('large programs', () => {
  it('are followed to their end', () => {
    const source = `${HEADER}def f():\n${'    a.acquire()\n'.repeat(100)}f()\n`
    const { sites, nested: pairs } = waitsOf(source)
    expect(sites).toHaveLength(100)
    expect(pairs).toHaveLength((100 * 99) / 2)
  })

  it('have blocks within blocks', () => {
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
        30,
        (s) => `${s}try:\n${s} if x:\n${s}  return\n${s} b.acquire()\n${s}finally:\n`,
        'a.release()\n',
      ),
      nest(
        30,
        (s) => `${s}while x:\n${s} b.acquire()\n${s} got = b.acquire(False)\n`,
        'a.acquire()\n',
      ),
    ]
    for (const body of cases) {
      expect(waitsOf(`${HEADER}def f(x):\n${body}f(1)\n`).sites.length).toBeGreaterThan(29)
    }
  })
})
