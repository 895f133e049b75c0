import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile, type Program } from '../../src/engine/bytecode'
import { parse } from '../../src/engine/language'
import {
  DEFAULT_LIMITS,
  MACHINE,
  THREAD,
  threadAddress,
  type Limits,
} from '../../src/engine/machine'
import {
  randomScheduler,
  roundRobinScheduler,
  schedulerNamed,
  Simulation,
  type Scheduler,
} from '../../src/engine/schedule'
import { encodeTrace } from '../../src/engine/trace'
import { compiled, ROOT } from '../support/compiled'
import { generatedProgram } from './generatedProgram'
import { THREADED_PROGRAMS } from './threadedPrograms'

const LIMITS: Limits = { ...DEFAULT_LIMITS, heapBytes: 2 ** 22, output: 2 ** 14, events: 20_000 }
const GENERATED = 60

const SCHEDULERS: readonly (() => Scheduler)[] = [
  () => randomScheduler(1),
  () => schedulerNamed('pct', 1),
  roundRobinScheduler,
]

interface Left {
  readonly run: object
  /** The live words of its memory; none where a bound ended the run within a step, or an invariant was looked at. */
  readonly words: Int32Array
}

/** All that a run leaves. A run that can go back makes every step by itself, by the interpreter alone. */
function left(program: Program, scheduler: Scheduler, canGoBack: boolean, limits: Limits): Left {
  const simulation = new Simulation(program, { canGoBack, limits })
  simulation.run(scheduler)
  const { trace, ...rest } = simulation.result()
  const digest = createHash('sha256').update(encodeTrace(trace)).digest('hex')
  const { words } = simulation.machine.memory
  const isComparable = rest.outcome.kind !== 'limit' && words[MACHINE.invariants] === 0
  return {
    run: { ...rest, events: trace.length, digest },
    words: isComparable ? withoutDead(words) : new Int32Array(),
  }
}

/** Without what lies above the operands of the threads: it is cleared between steps only. */
function withoutDead(words: Int32Array): Int32Array {
  const live = words.slice()
  for (let thread = 0; thread < (words[MACHINE.threadCount] ?? 0); thread++) {
    const control = threadAddress(thread)
    live.fill(0, words[control + THREAD.top], words[control + THREAD.stackEnd])
  }
  return live
}

/** The first addresses at which the memories differ. */
function differences(a: Int32Array, b: Int32Array): number[] {
  const addresses: number[] = []
  for (let at = 0; at < Math.max(a.length, b.length) && addresses.length < 8; at++) {
    if (a[at] !== b[at]) addresses.push(at)
  }
  return addresses
}

function expectSame(program: Program, limits = LIMITS, schedulers = SCHEDULERS): void {
  for (const scheduler of schedulers) {
    const quick = left(program, scheduler(), false, limits)
    const plain = left(program, scheduler(), true, limits)
    expect(quick.run).toEqual(plain.run)
    expect(differences(quick.words, plain.words)).toEqual([])
  }
}

const files = globSync('{content/scenarios/*,tests/litmus/*}/*.py', { cwd: ROOT }).sort()

const LOOP = `import threading

lock = threading.Lock()
n = 0


def work():
    global n
    for i in range(3000):
        with lock:
            n += 1 if i % 2 == 0 else 2


workers = [threading.Thread(target=work) for _ in range(THREADS)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(n)
`

const OPERATORS = `edges = [0, 1, -1, 2**30 - 1, -(2**30), 2**30]
for a in edges:
    for b in edges:
        print(a + b, a - b, a == b, a != b, a < b, a <= b, a > b, a >= b)
        c = a
        c += b
        print(c if a < b else -c, "x" if a else "y", not b)
for bounds in [range(3), range(-2, 9, 4), range(5, -5, -3), range(2**30 - 2, 2**30 + 2), range(0)]:
    for i in bounds:
        print(i)
    else:
        print("end")
`

describe('a run with the shortcuts leaves what one without them leaves, to the last word of memory', () => {
  it.each(files)('%s', (file) => {
    expectSame(compiled(readFileSync(join(ROOT, relative('.', file)), 'utf8')))
  })

  it.each(THREADED_PROGRAMS)('$title', ({ source }) => {
    expectSame(compiled(source), LIMITS, SCHEDULERS.slice(0, 1))
  })

  it.each([1, 2, 3])('a locked loop, %d threads', (threads) => {
    expectSame(compiled(LOOP.replace('THREADS', String(threads))), DEFAULT_LIMITS)
  })

  it.each(['steps', 'events', 'silentInstructions'] as const)('at a bound: %s', (bound) => {
    const program = compiled(LOOP.replace('THREADS', '1'))
    for (const most of [50, 1001, 1002, 1003, 1004]) {
      expectSame(program, { ...DEFAULT_LIMITS, [bound]: most })
    }
  })

  it('a loop without visible operations, at its bound', () => {
    const program = compiled('n = 0\nwhile n < 1000000000:\n    n += 1\n')
    for (const most of [5000, 5119, 5120, 5121]) {
      expectSame(program, { ...DEFAULT_LIMITS, silentInstructions: most })
    }
  })

  it('operators and ranges on small integers, up to where they are small no more', () => {
    expectSame(compiled(OPERATORS))
  })

  it(`${String(GENERATED)} generated programs`, () => {
    for (let seed = 1; seed <= GENERATED; seed++) {
      const reading = parse(generatedProgram(seed))
      if (reading.kind === 'accepted') expectSame(compile(reading.module, ''))
    }
  })
})

it('steps may be taken in pieces, with the same end', () => {
  const program = compiled(LOOP.replace('THREADS', '1'))
  const whole = new Simulation(program, { canGoBack: false })
  whole.run(randomScheduler(1))
  const parts = new Simulation(program, { canGoBack: false })
  const scheduler = randomScheduler(1)
  let taken = 0
  while (!parts.run(scheduler, 7)) {
    taken += 7
    expect(parts.machine.steps).toBe(taken)
  }
  expect(parts.result().schedule).toEqual(whole.result().schedule)
})
