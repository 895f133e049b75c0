import { describe, expect, it } from 'vitest'
import { decodeTrace } from '../engine/trace'
import { createEngine } from './labEngine'

const SOURCE = `
import threading
a = threading.Lock()
b = threading.Lock()

def first():
    with a:
        with b:
            print("first")

def second():
    with b:
        with a:
            print("second")

t1 = threading.Thread(target=first, name="A")
t2 = threading.Thread(target=second, name="B")
t1.start()
t2.start()
`
const program = { source: SOURCE, name: 'order.py' }
// Follows a schedule without ever starting a worker: the file need not exist.
const engine = createEngine(
  { live: 'no-such-worker.mjs', explore: 'no-such-worker.mjs' },
  { warmWorkers: 0 },
)

/** Thread and line of what comes next, after `choices`. */
function nextLines(choices: readonly number[]): readonly (readonly [number, number])[] {
  const standing = engine.follow(program, choices)
  return standing.kind === 'refused'
    ? []
    : standing.next.map(({ thread, line }) => [thread, line] as const)
}

describe('following a schedule', () => {
  it('the first steps belong to the main thread', () => {
    const standing = engine.follow(program, [])
    expect(standing).toMatchObject({ kind: 'standing', followed: 0, offered: [0], output: '' })
  })

  it('a hand can lead both threads into the deadlock', () => {
    const choices = [0, 0, 0, 1, 2, 1, 2]
    const standing = engine.follow(program, choices)
    expect(standing).toMatchObject({
      kind: 'standing',
      followed: choices.length,
      offered: [],
      outcome: {
        kind: 'deadlock',
        cycle: [
          { thread: 'A', holds: ['a'], waitsFor: 'b' },
          { thread: 'B', holds: ['b'], waitsFor: 'a' },
        ],
      },
    })
  })

  it('says on which line each unfinished thread goes on', () => {
    expect(nextLines([0, 0])).toEqual([
      [0, 19],
      [1, 7],
    ])
    expect(nextLines([0, 0, 0, 1, 1])).toEqual([
      [1, 8],
      [2, 12],
    ])
  })

  it('one choice less is one step back', () => {
    const events = (choices: readonly number[]): number => {
      const standing = engine.follow(program, choices)
      if (standing.kind === 'refused') return -1
      const trace = decodeTrace(standing.trace)
      return trace.ok ? trace.value.length : -1
    }
    expect(events([0, 0])).toBeLessThan(events([0, 0, 0]))
  })

  it('a choice that is not possible ends it there', () => {
    expect(engine.follow(program, [0, 9, 0])).toMatchObject({ followed: 1 })
  })

  it('a refused program says why', () => {
    const refused = engine.follow({ source: 'x = (', name: 'x.py' }, [])
    expect(refused).toMatchObject({ kind: 'refused', diagnostics: [{ line: 1 }] })
  })
})
