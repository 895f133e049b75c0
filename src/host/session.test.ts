import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { CallResult, HostEvent } from '../contract'
import { createFakeEngine, type FakeEngine } from './fakeEngine.testing'
import { createLab, type Lab } from './lab'
import { createSession, type Session } from './session'
import { temporaryFolder } from './temporaryFolder.testing'

const START = {
  program: { source: '', name: 'x.py' },
  options: { mode: 'simulate', scheduler: 'random', seed: 0 },
}

interface Window {
  readonly session: Session
  readonly events: HostEvent[]
}

function lab(): { lab: Lab; engine: FakeEngine } {
  const engine = createFakeEngine()
  const folder = temporaryFolder()
  const made = createLab({
    engine,
    dataFolder: join(folder, 'data'),
    contentFolder: folder,
    version: '0',
    kind: 'server',
    log: () => undefined,
  })
  onTestFinished(() => made.close())
  return { lab: made, engine }
}

function windowOf(made: Lab): Window {
  const events: HostEvent[] = []
  return { session: createSession(made, (event) => void events.push(event)), events }
}

function idOf(result: CallResult): string {
  const value = result.ok ? result.value : undefined
  return value !== null && typeof value === 'object' && 'id' in value ? String(value.id) : ''
}

function finished(made: Lab): Promise<void> {
  return new Promise((resolve) => {
    const off = made.onEvent((event) => {
      if (event.kind !== 'finished') return
      off()
      resolve()
    })
  })
}

it('a window gets the events of its own runs only', async () => {
  const { lab: made, engine } = lab()
  const [a, b] = [windowOf(made), windowOf(made)]
  const id = idOf(await a.session.call('run.start', START))
  const over = finished(made)
  engine.last().finish()
  await over
  expect(a.events).toMatchObject([{ kind: 'finished', record: { id } }])
  expect(b.events).toEqual([])
})

it('a window that goes stops its runs and leaves the others', async () => {
  const { lab: made, engine } = lab()
  const [a, b] = [windowOf(made), windowOf(made)]
  await a.session.call('run.start', START)
  await b.session.call('run.start', START)
  const over = finished(made)
  a.session.close()
  a.session.close()
  await over
  expect(engine.runs.map((r) => r.isStopped)).toEqual([true, false])
  expect(a.events).toEqual([])
  expect(await a.session.call('runs.list', {})).toMatchObject({
    ok: false,
    error: { code: 'disconnected' },
  })
})

it('a window that goes while its run is starting stops it too', async () => {
  const { lab: made, engine } = lab()
  const { session } = windowOf(made)
  const answer = session.call('run.start', START)
  session.close()
  await answer
  expect(engine.last().isStopped).toBe(true)
})

it('a window that asks too much at once is told that the lab is busy', async () => {
  const { session } = windowOf(lab().lab)
  const results = await Promise.all(Array.from({ length: 70 }, () => session.call('runs.list', {})))
  expect(results.filter((r) => !r.ok && r.error.code === 'busy')).toHaveLength(6)
  expect(await session.call('runs.list', {})).toMatchObject({ ok: true })
})

it('the explorations of a window that is gone are cancelled, and nobody else hears of them', async () => {
  const { lab: made, engine } = lab()
  const [a, b] = [windowOf(made), windowOf(made)]
  const start = { program: START.program, options: { states: 1000 } }
  const id = idOf(await a.session.call('explore.start', start))
  await a.session.call('explore.start', start)
  const over = new Promise<void>((resolve) => {
    const off = made.onEvent((event) => {
      if (event.kind !== 'explored') return
      off()
      resolve()
    })
  })
  engine.explorations[0]?.finish()
  await over
  expect(a.events).toMatchObject([{ kind: 'explored', id }])
  expect(b.events).toEqual([])
  a.session.close()
  expect(engine.explorations.map(({ isCancelled }) => isCancelled)).toEqual([false, true])
})
