import { describe, expect, it } from 'vitest'
import { compile } from '../bytecode'
import { parse } from '../language'
import { explore, type ExplorationResult } from '.'
import { differenceFrom, everyPath } from './everyPath.testing'
import { randomEqualThreads, randomThreadedProgram } from './randomPrograms.testing'
import { LEARNED_BYTES } from './stepLearner'

/** Programs compared; each prints its seed when it fails. `npm run bench -- reduction --all` compares thousands. */
const PROGRAMS = 14
const TINY_PROGRAMS = 90
const FIRST_SEED = 20_261_126
/** States beyond which a program is left out of the comparison. */
const MOST_STATES = 2000
/** Steps beyond which the paths of a tiny program are not followed. */
const MOST_STEPS = 2000

function compiled(source: string): ReturnType<typeof compile> {
  const reading = parse(source)
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.diagnostics))
  return compile(reading.module, source)
}

function summary({ verdict, violations, races, outcomes }: ExplorationResult): object {
  return {
    verdict,
    kinds: [...new Set(violations.map((violation) => violation.kind))],
    races: races.map(({ first, second }) => [first.line, second.line]),
    outcomes: outcomes?.map(({ output }) => output),
  }
}

describe('exploration of random programs', () => {
  it.each([
    ['whose threads differ', randomThreadedProgram],
    ['whose threads are equal', randomEqualThreads],
  ])(`answers the same with and without reduction: programs %s`, (_which, random) => {
    let compared = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      const program = compiled(random(seed))
      const full = explore(program, {
        reduction: false,
        maxStates: MOST_STATES,
        maxCountedStates: MOST_STATES,
      })
      if (!full.isComplete || full.unreduced?.isComplete !== true) continue
      compared++
      for (const learnedBytes of [LEARNED_BYTES, 0]) {
        const reduced = explore(program, { countsStates: false, learnedBytes })
        expect({ seed, ...summary(reduced) }).toEqual({ seed, ...summary(full) })
      }
    }
    expect(compared).toBeGreaterThan(PROGRAMS / 4)
  })

  it('answers what following every path answers, with and without reduction', () => {
    let compared = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + TINY_PROGRAMS; seed++) {
      const program = compiled(randomThreadedProgram(seed, true))
      const paths = everyPath(program, MOST_STEPS)
      if (paths === undefined) continue
      compared++
      const differences = [
        differenceFrom(paths, explore(program)),
        differenceFrom(paths, explore(program, { countsStates: false })),
        differenceFrom(paths, explore(program, { countsStates: false, learnedBytes: 0 })),
      ]
      expect({ seed, differences }).toEqual({ seed, differences: differences.map(() => undefined) })
    }
    expect(compared).toBeGreaterThan(TINY_PROGRAMS / 3)
  })
})

describe('exploration of programs that drop objects', () => {
  it.each([
    ['an entry that another takes the place of', 'seen["a"] = [number]\n    order.append(0)'],
    ['an entry that is deleted', 'seen[number] = [number]\n    del seen[number]'],
    [
      'a row of the database',
      'for _ in range(2):\n        kwh = database.get_cp(1)["kwh"]\n        database.set_kwh(1, kwh + 1)',
    ],
    ['an element that is popped', 'order.append([number])\n    order.pop()'],
  ])('finds as many states by steps that it knows as by executing each, with %s', (_, body) => {
    const program = compiled(`import threading
from cerrojo import ChargingDatabase
database = ChargingDatabase()
seen = {}
order = []

def work(number):
    ${body}
    with lock:
        order.append(number)

lock = threading.Lock()
threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(order, seen)
`)
    const [known, executed] = [LEARNED_BYTES, 0].map((learnedBytes) => {
      const result = explore(program, { countsStates: false, learnedBytes })
      return { ...summary(result), states: result.size.states }
    })
    expect(known).toEqual(executed)
  })
})
