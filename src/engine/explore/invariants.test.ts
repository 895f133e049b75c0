import { describe, expect, it } from 'vitest'
import { compiled } from '../../../tests/support/compiled'
import { replayScheduler, simulate } from '../schedule'
import { explore, EXPLORED_LIMITS } from './exploration'

/** Two writes that no thread shares with the other; `check` is what is stated on line 4. */
const threads = (check: string, setup = ''): string => `import threading
from cerrojo import AtomicInt, invariant
x = y = 0; ${setup}
invariant(${check})
def first():
    global x
    x = 1
def second():
    global y
    y = 1
a = threading.Thread(target=first, name="A")
b = threading.Thread(target=second, name="B")
a.start()
b.start()
a.join()
b.join()
`

describe('an invariant in all interleavings', () => {
  it('is found broken in a state that only one order of independent steps reaches', () => {
    const result = explore(compiled(threads('lambda: x >= y')))
    expect(result.verdict).toBe('violation')
    expect(result.violations).toHaveLength(1)
    expect(result.violations[0]).toMatchObject({
      kind: 'assertion',
      threads: ['B'],
      location: { line: 4 },
      outcome: {
        kind: 'assertion',
        thread: 'B',
        message: 'AssertionError: invariant(lambda: x >= y)',
        location: { line: 4 },
      },
      isShortest: true,
    })
    expect(result.races).toEqual([])
  })

  it('is a proof where it holds', () => {
    const result = explore(compiled(threads('lambda: x + y <= 2')))
    expect(result).toMatchObject({ verdict: 'safe', isComplete: true, interleavings: '2' })
  })

  it('is no step and races with nothing', () => {
    const source = threads('lambda: x >= 0')
    const without = explore(compiled(source.replace('invariant(lambda: x >= 0)', 'pass')))
    const result = explore(compiled(source))
    expect(result.interleavings).toBe(without.interleavings)
    expect(result.races).toEqual(without.races)
  })

  it('replays in the machine, which says the same', () => {
    const program = compiled(threads('lambda: x >= y'))
    const [violation] = explore(program).violations
    const schedule = violation?.schedule ?? { format: 'cerrojo-schedule', version: 1, choices: [] }
    expect(simulate(program, replayScheduler(schedule)).outcome).toEqual(violation?.outcome)
  })

  it('that raises is an exception on its own line', () => {
    const result = explore(compiled(threads('lambda: 1 / (1 - y) > 0')))
    expect(result.violations[0]).toMatchObject({
      kind: 'exception',
      outcome: { message: 'ZeroDivisionError: division by zero', location: { line: 4 } },
    })
  })

  it('leaves no trace of what it changes', () => {
    const source = threads('lambda: seen.append(1) is None and len(seen) == 1', 'seen = []')
    expect(explore(compiled(source)).verdict).toBe('safe')
  })

  it.each([
    ['prints', 'lambda: print(x) is None', ''],
    ['acquires', 'lambda: lock.acquire()', 'lock = threading.Lock()'],
    ['sleeps', 'lambda: threading.Event().wait(1)', ''],
    ['starts a thread', 'lambda: threading.Thread(target=print).start() is None', ''],
    ['changes an atomic integer', 'lambda: n.add(1) > 0', 'n = AtomicInt()'],
  ])('that %s is refused: nothing is proved', (_what, check, setup) => {
    const result = explore(compiled(threads(check, setup)))
    expect(result).toMatchObject({ verdict: 'inconclusive', bound: 'invariantEffect' })
  })

  it.each([
    ['another name', 'from cerrojo import invariant as always\nalways'],
    ['its module', 'import cerrojo\ncerrojo.invariant'],
    ['another name of its module', 'import cerrojo as c\nc.invariant'],
    ['a variable that holds its module', 'import cerrojo\nc = cerrojo\nc.invariant'],
    ['getattr', "import cerrojo\ngetattr(cerrojo, 'inv' + 'ariant')"],
    ['another name of getattr', "import cerrojo as c\nget = getattr\nget(c, 'inv' + 'ariant')"],
    ['getattr in map', "import cerrojo\nlist(map(getattr, [cerrojo], ['inv' + 'ariant']))[0]"],
  ])('that is stated by %s is found broken too', (_what, callee) => {
    const source = threads('lambda: x >= y')
      .replace('from cerrojo import AtomicInt, invariant\n', '')
      .replace('invariant', callee)
    expect(explore(compiled(source), { countsStates: false })).toMatchObject({
      verdict: 'violation',
      violations: [{ kind: 'assertion' }],
    })
  })

  it('that never answers is stopped', () => {
    const loop = 'def spin():\n    while True:\n        pass\n'
    const source = threads('spin').replace('invariant(spin)', `${loop}invariant(spin)`)
    const limits = { ...EXPLORED_LIMITS, silentInstructions: 50_000 }
    expect(explore(compiled(source), { limits })).toMatchObject({
      verdict: 'inconclusive',
      bound: 'silentLoop',
    })
  })
})
