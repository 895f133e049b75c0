import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ExplorationResult } from '../contract'
import { LARGE_PROGRAM } from '../engine/explore/largeProgram.testing'
import { bundleModule } from '../live/workerBundle.testing'
import { createExplorer, type Explorer } from './explorer'
import { compileSource } from './labEngine'

let explorer: Explorer

beforeAll(async () => {
  const entry = new URL('explore.worker.ts', import.meta.url)
  explorer = createExplorer(await bundleModule(entry))
})
afterAll(() => explorer.close())

function programOf(source: string) {
  const compilation = compileSource(source)
  if (compilation.kind === 'refused') throw new Error('refused')
  return compilation.program
}

const ORDER = (second: string): string => `import threading
a = threading.Lock()
b = threading.Lock()

def first():
    with a:
        with b:
            print("first")

def second():
    ${second}
            print("second")

t1 = threading.Thread(target=first, name="A")
t2 = threading.Thread(target=second, name="B")
t1.start()
t2.start()
`
const OPPOSITE = ORDER('with b:\n        with a:')
const SAME = ORDER('with a:\n        with b:')

describe('exploring on a worker', () => {
  it('finds the deadlock, and its schedule', async () => {
    const { finished } = explorer.start(programOf(OPPOSITE), { states: 10_000 })
    const { result } = await finished
    expect(result.verdict).toBe('violation')
    expect(result.violations.map(({ kind }) => kind)).toEqual(['deadlock'])
    expect(result.violations[0]?.schedule.choices.length).toBeGreaterThan(0)
    expect(ExplorationResult.safeParse(result).success).toBe(true)
  })

  it('twin: says safe of one order, and why it may', async () => {
    const { finished } = explorer.start(programOf(SAME), { states: 10_000 })
    expect((await finished).result).toMatchObject({ verdict: 'safe', isComplete: true })
  })

  it('a bound that is reached is inconclusive and names itself', async () => {
    const { finished } = explorer.start(programOf(LARGE_PROGRAM), { states: 500 })
    expect((await finished).result).toMatchObject({ verdict: 'inconclusive', bound: 'states' })
  })

  it('tells how far it is, and ends soon when it is cancelled', async () => {
    const exploration = explorer.start(programOf(LARGE_PROGRAM), { states: 20_000_000 })
    const progress = await new Promise<{ states: number; seconds: number }>((resolve) =>
      exploration.onProgress(resolve),
    )
    expect(progress.states).toBeGreaterThan(0)
    exploration.cancel()
    expect((await exploration.finished).result).toMatchObject({
      verdict: 'inconclusive',
      isComplete: false,
      bound: 'cancelled',
    })
  })

  it('keeps one worker, and explores two programs at once all the same', async () => {
    const both = [OPPOSITE, SAME].map((source) =>
      explorer.start(programOf(source), { states: 10_000 }),
    )
    const results = await Promise.all(both.map(({ finished }) => finished))
    expect(results.map(({ result }) => result.verdict)).toEqual(['violation', 'safe'])
  })
})
