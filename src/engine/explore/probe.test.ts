import { describe, expect, it } from 'vitest'
import { compiled } from '../schedule/simulation.testing'
import { Exploration, explore, type ExplorationResult } from '.'

/** Four threads that add to one number again and again; a lost addition shows at the end only. */
const counter = (body: string): string => `import threading
lock = threading.Lock()
n = 0

def add():
    global n
    for _ in range(6):
        ${body}

threads = [threading.Thread(target=add, name=f"T{i}") for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert n == 24
`
const LOST = compiled(counter('n += 1'))
const KEPT = compiled(counter('with lock:\n            n += 1'))
/** Far too few states to reach the end level by level. */
const FEW = { maxStates: 5050, verdictOnly: true }

describe('the first look at a large program', () => {
  it('finds a failure that only the end shows, with few changes of thread', () => {
    const result = explore(LOST, FEW)
    expect(result).toMatchObject({ verdict: 'violation', isComplete: false, bound: 'states' })
    expect(result.violations).toHaveLength(1)
    expect(result.violations[0]).toMatchObject({ kind: 'assertion', isShortest: false })
    expect(result.violations[0]?.outcome).toMatchObject({
      kind: 'assertion',
      location: { line: 15 },
    })
    // Four threads one after another and main are four changes; a preemption adds two.
    expect(result.violations[0]?.switches).toBeLessThanOrEqual(8)
  })

  it('twin: finds nothing where nothing is lost, and proves nothing by that', () => {
    expect(explore(KEPT, { ...FEW, reduction: false })).toMatchObject({
      verdict: 'inconclusive',
      violations: [],
    })
  })

  it('is told in the progress, long before the search is over', () => {
    const exploration = new Exploration(LOST, { maxStates: 1_000_000 })
    while (exploration.progress().violations === 0) expect(exploration.advance(500)).toBe(false)
    exploration.cancel()
    expect(exploration.result()).toMatchObject({ verdict: 'violation', bound: 'cancelled' })
  })

  it('finds the same every time', () => {
    const once = (): ExplorationResult['violations'] => explore(LOST, FEW).violations
    expect(once()).toEqual(once())
  })
})
