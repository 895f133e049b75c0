import { describe, expect, it } from 'vitest'
import { compile } from '../bytecode'
import { parse } from '../language'
import { randomScheduler } from './random'
import { simulate } from './simulation'
import { endingSet, simulationOf } from './simulation.testing'

const TWO_DRAWS = `
import random
import threading
drawn = {}
def draw(name):
    number = random.randrange(100)
    drawn[name] = number
random.seed(1)
a = threading.Thread(target=draw, args=("a",))
b = threading.Thread(target=draw, args=("b",))
a.start()
b.start()
a.join()
b.join()
print(drawn["a"], drawn["b"])
`

function printed(seed: number): string {
  const source = 'import random\nprint(random.random())\n'
  const reading = parse(source)
  if (reading.kind === 'refused') return 'refused'
  return simulate(compile(reading.module, source), randomScheduler(1), { seed }).output
}

describe('random', () => {
  it('is one generator for all threads, and a call is one step on it', () => {
    expect(endingSet(TWO_DRAWS)).toEqual(['finished: 17 72', 'finished: 72 17'])
  })

  it('tells each call as a write of the generator', () => {
    const simulation = simulationOf(TWO_DRAWS)
    simulation.run(randomScheduler(1))
    const { trace } = simulation.result()
    const generator = trace.places.findIndex(({ name }) => name === 'random')
    expect([...trace.place].filter((place) => place === generator)).toHaveLength(2)
  })

  it('comes from the seed of the run when the program gives none', () => {
    expect(printed(3)).toBe(printed(3))
    expect(printed(3)).not.toBe(printed(4))
  })
})
