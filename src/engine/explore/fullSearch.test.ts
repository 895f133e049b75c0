import { describe, expect, it } from 'vitest'
import { compile } from '../bytecode'
import { parse } from '../language'
import { EXPLORED_LIMITS } from './exploration'
import { ExploredMachine } from './exploredMachine'
import type { Findings } from './findings'
import { FullSearch } from './fullSearch'
import { randomThreadedProgram } from './randomPrograms.testing'
import type { Bound } from './result'
import { LEARNED_BYTES } from './stepLearner'

const PROGRAMS = 60
const MOST_STATES = 20_000

interface Manner {
  readonly learnedBytes: number
  readonly isDeep?: boolean
}

interface Found {
  readonly states: number
  readonly transitions: number
  readonly bound: Bound | undefined
  /** Of normal ends, sorted. */
  readonly outputs: readonly string[]
  readonly kinds: readonly string[]
  /** Pairs of lines. */
  readonly races: readonly string[]
  readonly conditions: Findings['conditions']
}

/** What a search of the whole program finds, from its first step on. */
function found(source: string, { learnedBytes, isDeep = false }: Manner): Found {
  const reading = parse(source)
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.diagnostics))
  const machine = new ExploredMachine(compile(reading.module, source), EXPLORED_LIMITS, {
    observesOutput: true,
    observesOrder: false,
    observesLifecycle: false,
    stackWords: 2048,
  })
  const { memory } = machine
  memory.settle()
  memory.setBase()
  const search = new FullSearch(
    machine,
    { low: memory.hashLow, high: memory.hashHigh },
    {
      keepsTransitions: !isDeep,
      stopsAtFirst: isDeep,
      mostStates: MOST_STATES,
      mostBytes: 2 ** 30,
    },
    learnedBytes,
  )
  while (!search.isDone) search.expandNext()
  const { store, transitions, findings, bound } = search
  const outputs = [...new Set(findings.ends.values())].map((end) => machine.outputs.text(end))
  return {
    states: store.count,
    transitions,
    bound,
    outputs: outputs.sort(),
    kinds: [...new Set(findings.violations.map(({ kind }) => kind))].sort(),
    races: findings.races.map(({ accesses }) => accesses.map(({ line }) => line).join()).sort(),
    conditions: findings.conditions,
  }
}

const learning = { learnedBytes: LEARNED_BYTES }
/** As much as some ten steps take. */
const forgetting = { learnedBytes: 20_000 }
const executing = { learnedBytes: 0 }

describe('a search of every interleaving', () => {
  it(`finds the same whether it learns steps, forgets them or executes each (${String(PROGRAMS)} random programs)`, () => {
    for (let seed = 31_000; seed < 31_000 + PROGRAMS; seed++) {
      const source = randomThreadedProgram(seed, true)
      const executed = found(source, executing)
      expect(found(source, learning), source).toEqual(executed)
      expect(found(source, forgetting), source).toEqual(executed)
    }
  })

  const programs: readonly (readonly [string, string])[] = [
    ['a shared list that grows', 'items.append(number)'],
    [
      'objects that are dropped',
      'text = f"{number}!"\n    seen[text] = [text]\n    del seen[text]',
    ],
    [
      'a lock in a loop',
      'for _ in range(2):\n        with lock:\n            items.append(len(items))',
    ],
    ['a lock that another may release', 'lock.acquire(timeout=1)\n    lock.release()'],
    ['an exception', 'items[number]'],
    ['random numbers', 'items.append(random.randint(1, 6))'],
    ['a row of the database', 'database.add_kwh(1, number)'],
    ['waiting for a condition', 'with full:\n        items.append(1)\n        full.notify_all()'],
  ]
  const around = (body: string): string => `import threading
import random
from cerrojo import ChargingDatabase

items = []
seen = {}
lock = threading.Lock()
full = threading.Condition()
database = ChargingDatabase()

def work(number):
    ${body}

threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(items, seen, database.get_cp(1)["kwh"])
`
  it.each(programs)('finds the same with %s', (_, body) => {
    const executed = found(around(body), executing)
    expect(found(around(body), learning)).toEqual(executed)
    expect(found(around(body), forgetting)).toEqual(executed)
  })

  const ending = programs.filter(([name]) => !/exception|database|another may release/.test(name))
  it.each(ending)('finds as many states level by level as deep first, with %s', (_, body) => {
    // What comes into freed memory must not depend on the state that was looked at before.
    const [levels, deep] = [false, true].map((isDeep) => {
      const { states, transitions, outputs } = found(around(body), { ...executing, isDeep })
      return { states, transitions, outputs }
    })
    expect(deep).toEqual(levels)
  })
})
