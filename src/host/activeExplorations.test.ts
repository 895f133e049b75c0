import { describe, expect, it } from 'vitest'
import type { HostEvent } from '../contract'
import { createActiveExplorations, MAXIMUM_EXPLORATIONS } from './activeExplorations'
import { createFakeEngine, DIAGNOSTIC } from './fakeEngine.testing'

const PROGRAM = { source: 'pass\n', name: 'a.py' }
const OPTIONS = { states: 1000 }
const PROGRESS = {
  phase: 'verdict' as const,
  states: 5,
  frontier: 2,
  transitions: 7,
  bytes: 100,
  violations: 0,
  seconds: 0.1,
}

function scene() {
  const engine = createFakeEngine()
  const events: HostEvent[] = []
  const logged: string[] = []
  const active = createActiveExplorations({
    engine,
    emit: (event) => events.push(event),
    log: (message) => logged.push(message),
  })
  const start = (): string => {
    const answer = active.start(PROGRAM, OPTIONS)
    if (answer.kind === 'refused') throw new Error('refused')
    return answer.id
  }
  return { engine, events, logged, active, start }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('explorations', () => {
  it('tell their progress, then their result', async () => {
    const { engine, events, start } = scene()
    const id = start()
    await turn()
    engine.explorations[0]?.progress(PROGRESS)
    engine.explorations[0]?.finish()
    await turn()
    expect(events).toMatchObject([
      { kind: 'exploring', id, progress: PROGRESS },
      { kind: 'explored', id, result: { verdict: 'safe' }, seconds: 0.5 },
    ])
  })

  it('that are cancelled end as inconclusive', async () => {
    const { active, events, start } = scene()
    active.cancel(start())
    await turn()
    await turn()
    expect(events).toMatchObject([{ kind: 'explored', result: { bound: 'cancelled' } }])
  })

  it('of a program that is refused give its diagnostics', () => {
    const { engine, active } = scene()
    engine.diagnostics = [DIAGNOSTIC]
    expect(active.start(PROGRAM, OPTIONS)).toEqual({ kind: 'refused', diagnostics: [DIAGNOSTIC] })
  })

  it('that fail say so to the window and to the log', async () => {
    const { engine, events, logged, start } = scene()
    const id = start()
    engine.explorations[0]?.fail(new Error('broken'))
    await turn()
    await turn()
    expect(events).toMatchObject([{ kind: 'failed', id, code: 'internal' }])
    expect(logged).toHaveLength(1)
  })

  it('are few at once', () => {
    const { start } = scene()
    for (let i = 0; i < MAXIMUM_EXPLORATIONS; i++) start()
    expect(start).toThrow('going on')
  })

  it('are cancelled when the lab closes', async () => {
    const { engine, active, start } = scene()
    start()
    await active.close()
    expect(engine.explorations[0]?.isCancelled).toBe(true)
  })
})
