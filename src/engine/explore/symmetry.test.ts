import { describe, expect, it } from 'vitest'
import { compiled } from '../../../tests/support/compiled'
import { explore, type ExplorationResult } from '.'

function answers({ verdict, violations, races, outcomes }: ExplorationResult): object {
  return {
    verdict,
    kinds: [...new Set(violations.map((violation) => violation.kind))],
    races: races.map(({ first, second }) => [first.line, second.line]),
    outcomes: outcomes?.map(({ output }) => output),
  }
}

/** States of the search for the verdict, after comparing its answers with those of a search without any reduction. */
function statesOf(source: string): number {
  const program = compiled(source)
  const full = explore(program, { reduction: false })
  const reduced = explore(program, { countsStates: false })
  expect(full.isComplete).toBe(true)
  expect(answers(reduced)).toEqual(answers(full))
  return reduced.size.states
}

interface Parts {
  readonly setup?: string
  /** Body of the function that the threads run. */
  readonly work: string
  /** Makes thread `n`. */
  readonly thread?: string
  readonly join?: string
  readonly end?: string
  readonly count?: number
}

function program({ setup = '', work, thread, join, end = '', count = 3 }: Parts): string {
  return `import threading
from queue import Queue
count = 0
results = []
lock = threading.Lock()
${setup}
def work(n=0):
    global count
${work}
def main():
    threads = []
    for n in range(${String(count)}):
        threads.append(${thread ?? 'threading.Thread(target=work)'})
    for thread in threads:
        thread.start()
    for thread in threads:
        ${join ?? 'thread.join()'}
    print(count, len(results))
    ${end}
main()
`
}

const INCREMENT = '    count += 1'

describe('equal threads', () => {
  it.each([
    ['unlocked increments', { work: INCREMENT }, 13],
    ['increments in a loop', { work: '    for turn in range(2):\n        count += 1' }, 172],
    ['increments under a lock', { work: `    with lock:\n    ${INCREMENT}` }, 3],
    [
      'a call within the thread',
      { setup: 'def more(n):\n    return n + 1', work: '    count = more(count)' },
      13,
    ],
    [
      'what the thread makes for itself',
      { work: '    seen = [count]\n    count = seen[0] + 1' },
      13,
    ],
    [
      'equal arguments',
      { work: INCREMENT, thread: 'threading.Thread(target=work, args=(7,))' },
      13,
    ],
    [
      'names that nobody reads',
      { work: INCREMENT, thread: 'threading.Thread(target=work, name=str(n))' },
      13,
    ],
    ['one that fails', { work: '    count += 1\n    assert count < 2' }, 48],
    [
      'two that deadlock with a third',
      {
        setup: 'other = threading.Lock()',
        work: '    first, second = (lock, other) if n == 0 else (other, lock)\n    with first:\n        with second:\n            count += 1',
        thread: 'threading.Thread(target=work, args=(n // 2,))',
      },
      10,
    ],
  ] as const)('are one thread many times: %s', (_what, parts, states) => {
    const symmetric = statesOf(program(parts))
    // The same threads, told apart by an argument that is not used.
    const apart = program({ ...parts, thread: 'threading.Thread(target=work, args=(n,))' })
    expect(symmetric).toBe(states)
    if (!('thread' in parts)) expect(statesOf(apart)).toBeGreaterThan(symmetric)
  })
})

describe('threads that something tells apart', () => {
  it.each([
    [
      'other arguments',
      { work: '    count = count * 2 + n', thread: 'threading.Thread(target=work, args=(n,))' },
    ],
    [
      'their names',
      {
        work: '    results.append(threading.current_thread().name)\n    count += 1',
        end: 'print(results)',
      },
    ],
    ['their numbers', { work: '    results.append(threading.get_ident())\n    count += 1' }],
    [
      'a name looked up by its text',
      {
        work: '    who = getattr(threading, "current_thread")().name\n    results.append(who)',
        end: 'print(results)',
      },
    ],
    ['being alive', { work: INCREMENT, join: 'print(thread.is_alive())\n        thread.join()' }],
    [
      'what happens between joins',
      { work: INCREMENT, join: 'thread.join()\n        print(count)' },
    ],
    ['being joined for a time', { work: INCREMENT, join: 'thread.join(0.1)' }],
    ['being joined twice', { work: INCREMENT, join: 'thread.join()\n        thread.join()' }],
    [
      'objects of their own that others see',
      { work: '    results.append([count])\n    count = len(results[0])', end: 'print(results)' },
    ],
    [
      'locks that they make',
      { work: '    results.append(threading.Lock())\n    with results[0]:\n        count += 1' },
    ],
    [
      'a list in which others find them',
      {
        setup: 'found = []',
        work: '    count += len(found)\n    if found:\n        found[0].join()',
        join: 'found.append(thread)\n        thread.join()',
        count: 2,
      },
    ],
    [
      'threads that they start',
      {
        setup: 'def more():\n    global count\n    count += 1',
        work: '    inner = threading.Thread(target=more)\n    inner.start()\n    inner.join()',
        count: 2,
      },
    ],
    [
      'an exception of their own',
      { work: '    count += 1\n    if count == 2:\n        raise ValueError(count)' },
    ],
    [
      'waiting in a queue',
      {
        setup: 'queue = Queue()\nqueue.put(1)\nqueue.put(2)\nqueue.put(3)',
        work: '    count += queue.get()',
      },
    ],
    [
      'loops that wait',
      { work: '    if count == 0:\n        count = 1\n    while count < 1:\n        pass' },
    ],
  ] as const)('are not mixed up: %s', (_what, parts) => {
    statesOf(program(parts))
  })

  it('are searched one by one where there is to be no reduction', () => {
    const source = compiled(program({ work: INCREMENT }))
    expect(explore(source, { reduction: false }).size.states).toBe(59)
  })
})

describe('a failure that equal threads commit alike', () => {
  const source = compiled(
    program({
      setup: 'limits = [2]',
      work: '    with lock:\n        count += 1\n        mine = count\n    assert mine != limits[0]',
    }),
  )
  /** Of each violation the thread that is told and the one that fails in the schedule. */
  const failing = ({ violations }: ExplorationResult): object[] =>
    violations.map(({ threads, outcome }) => ({
      told: threads,
      shown: outcome.kind === 'assertion' ? [outcome.thread] : [],
    }))
  const shown = (thread: number): object => {
    const name = `Thread-${String(thread)} (work)`
    return { told: [name], shown: [name] }
  }

  it('is told of each of them where every interleaving is counted', () => {
    const all = [shown(1), shown(2), shown(3)]
    expect(failing(explore(source))).toHaveLength(all.length)
    expect(failing(explore(source))).toEqual(expect.arrayContaining(all))
  })
  it('limitation: is told of one of them where counting reached its bound', () => {
    const result = explore(source, { maxCountedStates: 10 })
    expect(result.interleavings).toBeUndefined()
    expect(result.verdict).toBe('violation')
    expect(failing(result)).toEqual([shown(2)])
  })
})
