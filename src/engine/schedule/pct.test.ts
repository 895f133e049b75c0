import { describe, expect, it } from 'vitest'
import { pctScheduler } from './pct'
import { randomScheduler } from './random'
import type { Scheduler } from './scheduler'
import { simulate } from './simulation'
import { compiled } from './simulation.testing'

/** Fails only where the checking thread waits until the other has come to the end of a long way. */
const LATE = compiled(`import threading
steps = []
done = False

def work():
    global done
    for i in range(20):
        steps.append(i)
    done = True

def check():
    assert not done

worker = threading.Thread(target=work)
checker = threading.Thread(target=check)
checker.start()
worker.start()
worker.join()
checker.join()
`)

/** A lost update in the middle of long loops: two orders between steps. */
const LOST = compiled(`import threading
n = 0

def add():
    global n
    for _ in range(5):
        n += 1

threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert n == 10
`)

/** Whoever is first may look for the other for ever. */
const BUSY = compiled(`import threading
ready = False

def wait():
    while not ready:
        pass

def open_up():
    global ready
    ready = True

threads = [threading.Thread(target=target) for target in (wait, open_up)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("over")
`)

const SEEDS = 100

function failures(program: typeof LATE, scheduler: (seed: number) => Scheduler): number {
  let failed = 0
  for (let seed = 0; seed < SEEDS; seed++) {
    const { outcome } = simulate(program, scheduler(seed), { seed })
    if (outcome.kind === 'assertion') failed++
  }
  return failed
}

describe('random priorities', () => {
  it('find what needs one thread to wait for long, where a choice at each step does not', () => {
    expect(failures(LATE, randomScheduler)).toBe(0)
    expect(failures(LATE, pctScheduler)).toBeGreaterThan(SEEDS / 10)
  })

  it('find what needs two orders between steps', () => {
    expect(failures(LOST, pctScheduler)).toBeGreaterThan(0)
  })

  it('are the same for the same seed', () => {
    const once = (seed: number): unknown => simulate(LOST, pctScheduler(seed), { seed }).schedule
    for (let seed = 0; seed < 20; seed++) expect(once(seed)).toEqual(once(seed))
    expect(once(1)).not.toEqual(once(2))
  })

  it('let a run end in which a thread looks again and again', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { outcome, output } = simulate(BUSY, pctScheduler(seed), { seed })
      expect({ seed, kind: outcome.kind, output }).toEqual({
        seed,
        kind: 'finished',
        output: 'over\n',
      })
    }
  })
})
