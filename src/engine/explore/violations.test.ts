import { describe, expect, it } from 'vitest'
import { Simulation } from '../schedule'
import { compiled } from '../schedule/simulation.testing'
import { explore, type Violation } from '.'

const counter = (body: string): string => `import threading
n = 0

def add():
    global n
    ${body}

a = threading.Thread(target=add, name="A")
b = threading.Thread(target=add, name="B")
a.start()
b.start()
a.join()
b.join()
assert n == 2
`
const LOST = counter('n += 1')
const ALWAYS = counter('n = 1')

const CROSSED = `import threading
first = threading.Lock()
second = threading.Lock()

def one():
    with first:
        with second:
            pass

def other():
    with second:
        with first:
            pass

a = threading.Thread(target=one, name="A")
b = threading.Thread(target=other, name="B")
a.start()
b.start()
`

function violationOf(source: string): Violation {
  const [violation] = explore(compiled(source)).violations
  if (violation === undefined) throw new Error('none')
  return violation
}

describe('a counterexample', () => {
  it('has the fewest operations, and of those ways the one with the fewest switches', () => {
    // One makes a write between the read and the write of the other: no order of these has fewer changes of thread.
    expect(violationOf(LOST)).toMatchObject({ length: 5, switches: 3, isShortest: true })
  })

  it('parts from a good interleaving at the first choice after which none ends well', () => {
    const { decision, schedule } = violationOf(LOST)
    expect(decision).toMatchObject({
      bad: { thread: 'A', line: 6 },
      good: { thread: 'B', line: 6 },
    })
    const common = decision?.choices ?? 0
    expect(decision?.schedule.choices.slice(0, common)).toEqual(schedule.choices.slice(0, common))
    expect([decision?.schedule.choices[common], schedule.choices[common]]).toEqual([2, 1])
  })

  it('parts where a deadlock cannot be avoided any more', () => {
    expect(violationOf(CROSSED)).toMatchObject({
      kind: 'deadlock',
      decision: {
        bad: { thread: 'A', line: 6 },
        good: { thread: 'B', line: 12 },
      },
    })
  })

  it('and its good twin replay to a failure and to a normal end', () => {
    for (const source of [LOST, CROSSED]) {
      const { decision, schedule, outcome } = violationOf(source)
      expect(endOf(source, schedule)).toEqual(outcome.kind)
      expect(decision && endOf(source, decision.schedule)).toBe('finished')
    }
  })

  it('has no good twin where every interleaving fails', () => {
    expect(violationOf(ALWAYS).decision).toBeUndefined()
  })
})

function endOf(source: string, { choices }: Violation['schedule']): string | undefined {
  const simulation = new Simulation(compiled(source))
  for (const wanted of choices) {
    const choice = simulation.choices().find(({ thread }) => thread === wanted)
    if (choice !== undefined) simulation.step(choice)
  }
  return (simulation.failure() ?? simulation.outcome)?.kind
}
