import { describe, expect, it } from 'vitest'
import type { Outcome } from '../trace'
import { Simulation } from './simulation'
import { compiled } from './simulation.testing'

/** One step of A and one of B in turns, as long as either can move; then the others. */
function endInTurns(source: string): Outcome | undefined {
  const simulation = new Simulation(compiled(source))
  for (let turn = 0; simulation.choices().length > 0; turn++) {
    const choices = simulation.choices()
    const started = choices.filter(({ thread }) => thread > 0)
    const offered = choices.some(({ thread }) => thread === 0) ? [choices[0]] : started
    const choice = offered[turn % offered.length]
    if (choice === undefined) break
    simulation.step(choice)
  }
  return simulation.outcome
}

const crossed = (type: string, body = ''): string => `import threading
left = threading.${type}
right = threading.${type}

def work(first, second):
    with first:
        with second:
            pass
${body}
a = threading.Thread(target=work, args=(left, right), name="A")
b = threading.Thread(target=work, args=(right, left), name="B")
a.start()
b.start()
`

describe('semaphores taken crosswise', () => {
  it.each(['Semaphore(1)', 'BoundedSemaphore(1)', 'Semaphore()'])(
    'are a deadlock where each thread gives back what it has taken: %s',
    (type) => {
      expect(endInTurns(crossed(type))).toEqual({
        kind: 'deadlock',
        cycle: [
          { thread: 'A', holds: ['left'], waitsFor: 'right' },
          { thread: 'B', holds: ['right'], waitsFor: 'left' },
        ],
      })
    },
  )

  it('are one with a lock in the cycle, too', () => {
    const mixed = crossed('Semaphore(1)').replace(
      'right = threading.Semaphore(1)',
      'right = threading.Lock()',
    )
    expect(endInTurns(mixed)?.kind).toBe('deadlock')
  })

  it('twin: do not stop anybody while there are permits for both', () => {
    expect(endInTurns(crossed('Semaphore(2)'))).toEqual({ kind: 'finished' })
  })

  it('are only stuck where somebody else might have given a permit', () => {
    const signal = '\ndef give(semaphore):\n    semaphore.release()\n'
    expect(endInTurns(crossed('Semaphore(1)', signal))?.kind).toBe('stuck')
  })

  it('are only stuck where the permit went with a thread that has ended', () => {
    const source = `import threading
permit = threading.Semaphore(1)

def take():
    permit.acquire()

a = threading.Thread(target=take, name="A")
b = threading.Thread(target=take, name="B")
a.start()
b.start()
`
    expect(endInTurns(source)).toMatchObject({ kind: 'stuck', waiting: [{ waitsFor: 'permit' }] })
  })
})
