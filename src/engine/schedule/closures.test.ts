import { describe, expect, it } from 'vitest'
import { EVENT } from '../trace'
import { randomScheduler } from './random'
import { endingSet, simulationOf } from './simulation.testing'

/** Two threads that share a variable of the function that starts them; `body` is indented by two levels. */
const CLOSURE = (body: string): string => `
import threading

def run():
    n = 0
    lock = threading.Lock()

    def work():
        nonlocal n
${body}

    threads = [threading.Thread(target=work, name=name) for name in "AB"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(n)

run()
`

const RACY = CLOSURE('        n += 1')
const LOCKED = CLOSURE('        with lock:\n            n += 1')
const CALLING_BACK = CLOSURE('        n = max([n, n], key=lambda value: value + n) + 1')

describe('variables that functions share', () => {
  it('lose updates without a lock and keep them with one', () => {
    expect(endingSet(RACY)).toEqual(['finished: 1', 'finished: 2'])
    expect(endingSet(LOCKED)).toEqual(['finished: 2'])
  })

  it('are read and written in steps inside the calls of a built-in', () => {
    expect(endingSet(CALLING_BACK)).toEqual(['finished: 1', 'finished: 2'])
  })

  it('are places of the trace named after their function', () => {
    const simulation = simulationOf(RACY)
    simulation.run(randomScheduler(1))
    const { trace } = simulation.result()
    const written = new Set(
      Array.from({ length: trace.length }, (_, i) => i)
        .filter((i) => trace.kind[i] === EVENT.write)
        .map((i) => trace.places[trace.place[i] as number]?.name),
    )
    expect(written).toEqual(new Set(['run.n']))
  })

  it('a variable that is bound once before it is shared is not a step', () => {
    const simulation = simulationOf(LOCKED)
    simulation.run(randomScheduler(1))
    const { trace } = simulation.result()
    expect(trace.places.map(({ name }) => name)).not.toContain('run.lock')
  })

  it('every step through the calls of a built-in can be taken back exactly', () => {
    const simulation = simulationOf(CALLING_BACK)
    const { memory, events } = simulation.machine
    const scheduler = randomScheduler(3)
    const states: [number, number, number][] = []
    while (simulation.choices().length > 0) {
      states.push([memory.hashLow, memory.hashHigh, events.length])
      simulation.run(scheduler, 1)
    }
    expect(states.length).toBeGreaterThan(10)
    for (const state of states.toReversed()) {
      simulation.back()
      expect([memory.hashLow, memory.hashHigh, events.length]).toEqual(state)
    }
  })
})
