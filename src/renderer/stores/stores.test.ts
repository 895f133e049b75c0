import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { connectTo } from '../transport'
import { createTestBridge, deadlockRecord, type TestBridge } from '../transport/bridge.testing'
import {
  searchScenarios,
  useCatalogue,
  useCursor,
  useHost,
  useLenses,
  useProgram,
  useRun,
  useSavedRuns,
  useSettings,
} from '.'

let bridge: TestBridge

beforeEach(async () => {
  setActivePinia(createPinia())
  bridge = createTestBridge()
  const host = useHost()
  const run = useRun()
  host.attach(connectTo(bridge), () => undefined)
  host.onEvent((event) => run.receive(event))
  await useCatalogue().load()
  useProgram().choose('transfer-opposite', 'phase-1')
})

async function runToEnd(): Promise<void> {
  await useRun().start()
  bridge.finish()
}

describe('program', () => {
  it('sends the scenario and variant of an unchanged program', async () => {
    await useRun().start()
    const started = bridge.calls.find(({ name }) => name === 'run.start')
    expect(started?.payload).toMatchObject({
      program: { scenario: { slug: 'transfer-opposite', variant: 'phase-1' } },
    })
  })

  it('becomes an own program when edited, and the original again when restored', () => {
    const program = useProgram()
    program.edit('x = 1\n')
    expect(program.isOwn).toBe(true)
    expect(program.input.scenario).toBeUndefined()
    program.restore()
    expect(program.isOwn).toBe(false)
  })

  it('does not run with errors', async () => {
    useProgram().edit('def f(:\n')
    expect(useRun().canStart).toBe(false)
    await useRun().start()
    expect(bridge.calls.some(({ name }) => name === 'run.start')).toBe(false)
  })

  it('keeps what stands when an unknown variant is chosen', () => {
    const program = useProgram()
    const before = program.source
    program.choose('transfer-opposite', 'none')
    program.choose('none')
    expect(program.source).toBe(before)
  })
})

describe('run', () => {
  it('goes from idle through running to a shown run', async () => {
    const run = useRun()
    await run.start()
    expect(run.state).toEqual({ kind: 'running', id: 'run-1', events: 0, seconds: 0 })
    bridge.emit({ kind: 'progress', id: 'run-1', events: 7, seconds: 0.5 })
    expect(run.state).toMatchObject({ events: 7, seconds: 0.5 })
    bridge.finish()
    expect(run.state.kind).toBe('idle')
    expect(run.shown?.record.outcome?.kind).toBe('deadlock')
  })

  it('takes the result of a run that ends before its start is answered', async () => {
    const run = useRun()
    const started = run.start()
    bridge.finish()
    await started
    expect(run.state.kind).toBe('idle')
    expect(run.shown?.trace.length).toBe(11)
  })

  it('ignores events of other runs', async () => {
    const run = useRun()
    await run.start()
    bridge.emit({ kind: 'progress', id: 'other', events: 99, seconds: 9 })
    expect(run.state).toMatchObject({ events: 0 })
  })

  it('says why a run failed', async () => {
    const run = useRun()
    await run.start()
    bridge.emit({ kind: 'failed', id: 'run-1', code: 'internal', message: 'no worker' })
    expect(run.state).toEqual({ kind: 'failed', message: 'no worker' })
  })

  it('asks the host to stop', async () => {
    const run = useRun()
    await run.start()
    await run.stop()
    expect(bridge.calls.at(-1)).toEqual({ name: 'run.stop', payload: { id: 'run-1' } })
  })

  it('is outdated while the editor holds another program', async () => {
    await runToEnd()
    expect(useRun().isOutdated).toBe(false)
    useProgram().edit('x = 1\n')
    expect(useRun().isOutdated).toBe(true)
  })

  it('opens a saved run with its program and options', async () => {
    useProgram().edit('x = 1\n')
    await useRun().open('saved-1')
    expect(useProgram().isOwn).toBe(false)
    expect(useRun().shown?.record).toMatchObject({ id: 'saved-1' })
    expect(useRun().isOutdated).toBe(false)
  })
})

describe('cursor', () => {
  it('stands at the end of a new run and stays inside it', async () => {
    await runToEnd()
    const cursor = useCursor()
    expect(cursor.at).toBe(10)
    cursor.step(5)
    expect(cursor.at).toBe(10)
    cursor.move(-9)
    expect(cursor.at).toBe(0)
  })

  it('steps by events of the thread at the cursor', async () => {
    await runToEnd()
    const cursor = useCursor()
    cursor.stepThread(-1)
    expect(cursor.at).toBe(8)
    cursor.stepThread(1)
    cursor.stepThread(1)
    expect(cursor.at).toBe(10)
  })

  it('moves every lens', async () => {
    await runToEnd()
    const lenses = useLenses()
    expect(lenses.coffman?.deadlock).toEqual([1, 2])
    useCursor().move(5)
    expect(lenses.coffman?.deadlock).toEqual([])
    expect(lenses.resources?.edges).toHaveLength(1)
  })
})

describe('host', () => {
  it('remembers why a call failed until the next one goes well', async () => {
    const host = useHost()
    const call = bridge.call.bind(bridge)
    bridge.call = () => Promise.resolve({ ok: false, error: { code: 'busy', message: '' } })
    expect(await host.call('runs.list', {})).toBeUndefined()
    expect(host.failure).toBe('busy')
    bridge.call = call
    await host.call('runs.list', {})
    expect(host.failure).toBeUndefined()
  })

  it('calls an answer of the wrong form internal', async () => {
    bridge.call = () => Promise.resolve({ ok: true, value: [{ id: 3 }] })
    await useSavedRuns().load()
    expect(useHost().failure).toBe('internal')
    expect(useSavedRuns().runs).toEqual([])
  })
})

describe('saved runs', () => {
  it('lists and deletes', async () => {
    const saved = useSavedRuns()
    await saved.load()
    expect(saved.runs.map(({ id }) => id).sort()).toEqual(['saved-1', 'saved-2'])
    await saved.remove('saved-1')
    expect(saved.runs.map(({ id }) => id)).toEqual(['saved-2'])
    expect(deadlockRecord().id).toBe('run-1')
  })
})

describe('settings', () => {
  it('are kept by the host', async () => {
    await useSettings().change({ locale: 'en' })
    expect(bridge.calls.at(-1)).toEqual({
      name: 'settings.set',
      payload: { locale: 'en', theme: 'system', timeout: 10 },
    })
  })
})

describe('search', () => {
  it('finds in both languages, without accents, by all words', () => {
    const { scenarios } = useCatalogue()
    expect(searchScenarios(scenarios, 'OPUESTAS transferencias').map(({ slug }) => slug)).toEqual([
      'transfer-opposite',
    ])
    expect(searchScenarios(scenarios, 'shared').map(({ slug }) => slug)).toEqual(['counter'])
    expect(searchScenarios(scenarios, 'nada de esto')).toEqual([])
    expect(searchScenarios(scenarios, ' ')).toHaveLength(2)
  })
})
