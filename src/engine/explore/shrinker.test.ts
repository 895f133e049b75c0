import { describe, expect, it } from 'vitest'
import { compiled } from '../schedule/simulation.testing'
import { replayScheduler, simulate } from '../schedule'
import { Exploration, explore, type Violation } from '.'
import { exploredAtBase, type Explored } from './explored'
import { EXPLORED_LIMITS } from './exploration'
import type { Fault } from './findings'
import { Shrinker, type Failing } from './shrinker'
import { StateSpace } from './stateSpace'
import { unpackMove, type PackedMove } from './stateStore'
import { TrialRun } from './trialRun'

/** Three threads; two take two locks in opposite orders, the third adds to a number. */
const CROSSED = `import threading
first = threading.Lock()
second = threading.Lock()
n = 0

def one():
    with first:
        with second:
            pass

def other():
    with second:
        with first:
            pass

def add():
    global n
    for _ in range(3):
        n += 1

threads = [threading.Thread(target=target) for target in (one, other, add)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`

/** Four threads of which one must lose an addition: only a run to its end shows it. */
const LOST = `import threading
n = 0

def add():
    global n
    for _ in range(6):
        n += 1

threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert n == 24
`

function based(source: string): Explored {
  return exploredAtBase(compiled(source), EXPLORED_LIMITS, {
    observesOutput: false,
    observesOrder: false,
    observesLifecycle: false,
    stackWords: 2048,
  })
}

/** A deadlock, once main has started all, with detours. */
const CLUMSY = [...new Array<number>(14).fill(0), 3, 1, 3, 3, 2, 3, 1, 3, 2]

/** The run of these threads, where they can move, up to the first fault. */
function runOf(explored: Explored, threads: readonly number[]): Failing {
  const run = new TrialRun(new StateSpace(explored.machine, explored.base))
  for (const thread of threads) {
    if (run.movable().includes(thread)) run.take(thread)
    const [fault] = run.faults
    if (fault !== undefined) return { fault, moves: run.moves }
  }
  throw new Error('nothing went wrong')
}

function shrunk(shrinker: Shrinker, fault: Fault): readonly PackedMove[] {
  while (!shrinker.advance());
  return shrinker.wayTo(fault) ?? []
}

describe('a shrinker', () => {
  it('finds the few operations and changes of thread that a deadlock needs', () => {
    const explored = based(CROSSED)
    const { fault, moves } = runOf(explored, CLUMSY)
    const way = shrunk(new Shrinker(explored, [{ fault, moves }]), fault)
    // Main has to start the second thread; then each takes the lock that it has come to, and comes to the other.
    expect(way.map((move) => unpackMove(move).thread)).toEqual([0, 0, 0, 1, 2])
  })

  it('leaves a way that it may not try anything on as it is', () => {
    const explored = based(CROSSED)
    const { fault, moves } = runOf(explored, CLUMSY)
    expect(shrunk(new Shrinker(explored, [{ fault, moves }], 0), fault)).toEqual(moves)
  })
})

describe('the counterexample of a program too large to count', () => {
  const found = (source: string): Violation | undefined =>
    explore(compiled(source), { countsStates: false, maxStates: 6000 }).violations[0]

  it('has few changes of thread, and replays to what it tells', () => {
    const violation = found(LOST)
    // One thread before and behind the three others, and then main: five. To find six is good enough.
    expect(violation).toMatchObject({ kind: 'assertion', isShortest: false })
    expect(violation?.switches).toBeLessThanOrEqual(6)
    const replayed = violation && simulate(compiled(LOST), replayScheduler(violation.schedule))
    expect(replayed?.outcome.kind).toBe('assertion')
  })

  it('is as short as the shortest, where that can be counted', () => {
    const [counted] = explore(compiled(CROSSED)).violations
    expect(counted).toMatchObject({ kind: 'deadlock', isShortest: true })
    const { length, switches, threads } = counted ?? {}
    expect(found(CROSSED)).toMatchObject({ kind: 'deadlock', length, switches, threads })
  })

  it('leaves the verdict as it is where it is cancelled while ways are made simpler', () => {
    const begun = (): Exploration => new Exploration(compiled(CROSSED), { countsStates: false })
    let slices = 1
    for (const whole = begun(); !whole.advance(1); slices++);
    const cancelled = begun()
    for (let n = 1; n < slices; n++) expect(cancelled.advance(1)).toBe(false)
    cancelled.cancel()
    const { verdict, isComplete, bound } = cancelled.result()
    expect({ verdict, isComplete, bound }).toEqual({
      verdict: 'violation',
      isComplete: true,
      bound: undefined,
    })
  })

  it('is the same every time', () => {
    expect(found(LOST)).toEqual(found(LOST))
  })
})
