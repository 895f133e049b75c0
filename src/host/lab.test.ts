import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  CallError,
  CALLS,
  createClient,
  type Client,
  type HostEvent,
  type ProgramInput,
  type RunOptions,
} from '../contract'
import { MAXIMUM_ACTIVE_RUNS } from './activeRuns'
import { createFakeEngine, DIAGNOSTIC, RESULT, type FakeEngine } from './fakeEngine.testing'
import { createLab, type Lab } from './lab'
import { temporaryFolder } from './temporaryFolder.testing'

const PROGRAM: ProgramInput = { source: 'print(1)\n', name: 'one.py' }
const SIMULATE: RunOptions = { mode: 'simulate', scheduler: 'random', seed: 1 }
const LIVE: RunOptions = { mode: 'live', timeout: 1 }

interface Scene {
  readonly engine: FakeEngine
  readonly lab: Lab
  readonly client: Client
  readonly events: HostEvent[]
  readonly dataFolder: string
  readonly logged: string[]
  /** Resolves with the next event of a kind. */
  next(kind: HostEvent['kind']): Promise<HostEvent>
}

function scene(dataFolder = join(temporaryFolder(), 'data')): Scene {
  const engine = createFakeEngine()
  const logged: string[] = []
  const lab = createLab({
    engine,
    dataFolder,
    contentFolder: join(dirname(dataFolder), 'content'),
    version: '1.2.3',
    kind: 'server',
    systemLocale: 'es-ES',
    log: (message) => void logged.push(message),
  })
  onTestFinished(() => lab.close())
  const events: HostEvent[] = []
  lab.onEvent((event) => void events.push(event))
  const client = createClient({
    call: (name, payload) => lab.call(name, payload),
    onEvent: (l) => lab.onEvent(l),
  })
  const next = (kind: HostEvent['kind']): Promise<HostEvent> =>
    new Promise((resolve) => {
      const off = lab.onEvent((event) => {
        if (event.kind !== kind) return
        off()
        resolve(event)
      })
    })
  return { engine, lab, client, events, dataFolder, logged, next }
}

async function started({ client }: Scene, options = SIMULATE): Promise<string> {
  const answer = await client.call('run.start', { program: PROGRAM, options })
  if (answer.kind === 'refused') throw new Error('refused')
  return answer.id
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'none'
  } catch (error) {
    return error instanceof CallError ? error.failure.code : String(error)
  }
}

describe('host.about', () => {
  it('names the contract, the version and the folder, without a notice when all is well', async () => {
    const { client, dataFolder } = scene()
    expect(await client.call('host.about', {})).toEqual({
      contract: 1,
      version: '1.2.3',
      kind: 'server',
      isPersistent: true,
      dataFolder,
    })
  })

  it('says when saved work was damaged', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'cerrojo.db'), 'rubbish'.repeat(1000))
    const { client } = scene(folder)
    expect(await client.call('host.about', {})).toMatchObject({
      isPersistent: true,
      notice: 'damagedDatabaseKept',
    })
  })

  it('says when the folder cannot be written, and runs are kept in memory', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const s = scene(join(file, 'data'))
    expect(await s.client.call('host.about', {})).toMatchObject({
      isPersistent: false,
      notice: 'readOnlyFolder',
    })
    const finished = s.next('finished')
    const id = await started(s, LIVE)
    expect(existsSync(s.engine.last().folder)).toBe(true)
    s.engine.last().finish()
    await finished
    expect((await s.client.call('runs.list', {})).map((r) => r.id)).toEqual([id])
    await s.lab.close()
    expect(existsSync(dirname(s.engine.last().folder))).toBe(false)
  })
})

describe('a run', () => {
  it('that the engine refuses gives its diagnostics and leaves no folder', async () => {
    const { client, engine, dataFolder } = scene()
    engine.diagnostics = [DIAGNOSTIC]
    expect(await client.call('run.start', { program: PROGRAM, options: LIVE })).toEqual({
      kind: 'refused',
      diagnostics: [DIAGNOSTIC],
    })
    expect(readdirSync(join(dataFolder, 'runs'))).toEqual([])
  })

  it('tells its progress, then its record with the trace, and is saved', async () => {
    const s = scene()
    const id = await started(s)
    await new Promise(setImmediate)
    s.engine.last().progress({ events: 10, seconds: 0.1 })
    const finished = s.next('finished')
    s.engine.last().finish()
    const event = await finished
    const record = {
      ...RESULT,
      id,
      program: PROGRAM,
      options: SIMULATE,
      startedAt: expect.any(Number) as number,
    }
    expect(s.events).toEqual([{ kind: 'progress', id, events: 10, seconds: 0.1 }, event])
    expect(event).toMatchObject({ kind: 'finished', trace: RESULT.trace })
    const opened = await s.client.call('runs.open', { id })
    expect({ ...opened.record, trace: opened.trace }).toEqual(record)
    expect(event).toEqual({ kind: 'finished', ...opened })
  })

  it.each<['finished' | 'failed', (engine: FakeEngine) => void]>([
    ['finished', (engine) => engine.last().finish()],
    ['failed', (engine) => engine.last().fail(new Error('at once'))],
  ])('that has %s before the answer is read says so after it', async (kind, end) => {
    const s = scene()
    const heard: string[] = []
    const over = s.next(kind).then(() => heard.push('event'))
    const answer = s.lab.call('run.start', { program: PROGRAM, options: SIMULATE })
    end(s.engine)
    await answer
    // A session and a transport stand between the lab and the window: several microtasks.
    for (let i = 0; i < 20; i++) await Promise.resolve()
    heard.push('answer')
    await over
    expect(heard).toEqual(['answer', 'event'])
  })

  it('is stopped on request; stopping what is over is no error', async () => {
    const s = scene()
    const finished = s.next('finished')
    const id = await started(s)
    expect(await s.client.call('run.stop', { id })).toEqual({})
    expect(await finished).toMatchObject({ record: { id, outcome: { kind: 'stopped' } } })
    expect(await s.client.call('run.stop', { id })).toEqual({})
  })

  it('is reported as failed, and not saved, when the engine fails', async () => {
    const s = scene()
    const failed = s.next('failed')
    const id = await started(s)
    s.engine.last().fail(new Error('worker died'))
    expect(await failed).toEqual({ kind: 'failed', id, code: 'internal', message: 'worker died' })
    expect(await s.client.call('runs.list', {})).toEqual([])
  })

  it('is reported as failed when the engine gives what the contract does not know', async () => {
    const s = scene()
    const failed = s.next('failed')
    await started(s)
    s.engine.last().finish({ events: 1.5 })
    expect(await failed).toMatchObject({ code: 'internal' })
  })

  it('waits its turn when too many are going on', async () => {
    const s = scene()
    for (let i = 0; i < MAXIMUM_ACTIVE_RUNS; i++) await started(s)
    expect(await codeOf(started(s))).toBe('busy')
    const finished = s.next('finished')
    s.engine.last().finish()
    await finished
    expect(await codeOf(started(s))).toBe('none')
  })

  it('has a folder only when it is live, and keeps it only when something is in it', async () => {
    const s = scene()
    const runsFolder = join(s.dataFolder, 'runs')
    await started(s)
    expect(existsSync(runsFolder)).toBe(false)
    const [empty, full] = [await started(s, LIVE), await started(s, LIVE)]
    writeFileSync(join(s.engine.last().folder, 'ev_charging.db'), 'x')
    expect(readdirSync(runsFolder).sort()).toEqual([empty, full].sort())
    for (const run of s.engine.runs) {
      const finished = s.next('finished')
      run.finish()
      await finished
    }
    expect(readdirSync(runsFolder)).toEqual([full])
    await s.client.call('runs.delete', { id: full })
    expect(readdirSync(runsFolder)).toEqual([])
  })
})

describe('runs.delete', () => {
  it('refuses a run that is going on or that there is not', async () => {
    const s = scene()
    const id = await started(s)
    expect(await codeOf(s.client.call('runs.delete', { id }))).toBe('busy')
    expect(await codeOf(s.client.call('runs.delete', { id: 'none' }))).toBe('notFound')
    expect(await codeOf(s.client.call('runs.open', { id: 'none' }))).toBe('notFound')
  })

  it('never reaches outside the folder of the runs', async () => {
    const s = scene()
    const victim = join(s.dataFolder, 'victim')
    mkdirSync(victim)
    for (const id of ['../victim', '..', '/', '..\\victim']) {
      expect(await codeOf(s.client.call('runs.delete', { id }))).toBe('notFound')
    }
    expect(existsSync(victim)).toBe(true)
  })
})

describe('close', () => {
  it('stops every run, saves it and closes the engine; calls are then refused', async () => {
    const s = scene()
    const ids = [await started(s), await started(s)]
    await s.lab.close()
    expect(s.engine.runs.map((r) => r.isStopped)).toEqual([true, true])
    expect(s.engine.isClosed).toBe(true)
    expect(await codeOf(s.client.call('runs.list', {}))).toBe('disconnected')
    const again = scene(s.dataFolder)
    expect((await again.client.call('runs.list', {})).map((r) => r.id).sort()).toEqual(ids.sort())
  })

  it('may be asked for twice', async () => {
    const { lab } = scene()
    await Promise.all([lab.close(), lab.close()])
  })
})

describe('settings', () => {
  it('are kept', async () => {
    const s = scene()
    expect(await s.client.call('settings.get', {})).toEqual({
      locale: 'es',
      theme: 'system',
      timeout: 10,
    })
    await s.client.call('settings.set', { locale: 'en', theme: 'dark', timeout: 3 })
    await s.lab.close()
    const { client } = scene(s.dataFolder)
    expect(await client.call('settings.get', {})).toEqual({
      locale: 'en',
      theme: 'dark',
      timeout: 3,
    })
  })
})

describe('hostile calls', () => {
  const names = Object.keys(CALLS)

  it.each([
    ['no such call', 'nope', {}, 'unknownCall'],
    ['a name from the prototype', 'constructor', {}, 'unknownCall'],
    ['a name that is no text', ['runs.list'], {}, 'unknownCall'],
    ['a key too many', 'runs.list', { x: 1 }, 'badPayload'],
    [
      'a source too long',
      'run.start',
      { program: { source: 'x'.repeat(200_001), name: 'x' }, options: SIMULATE },
      'badPayload',
    ],
    ['more than 8 MB', 'runs.list', { x: 'x'.repeat(8 * 2 ** 20 + 1) }, 'badPayload'],
    ['NaN', 'settings.set', { locale: 'es', theme: 'dark', timeout: NaN }, 'badPayload'],
  ])('with %s are refused with a code', async (_what, name, payload, code) => {
    const { lab } = scene()
    expect(await lab.call(name, payload)).toMatchObject({ ok: false, error: { code } })
  })

  it('with a cyclic or very deep payload are refused', async () => {
    const { lab } = scene()
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    let deep: unknown = 1
    for (let i = 0; i < 10_000; i++) deep = [deep]
    for (const payload of [cyclic, deep]) {
      expect(await lab.call('runs.list', payload)).toMatchObject({
        ok: false,
        error: { code: 'badPayload' },
      })
    }
  })

  it('of any name and payload are answered, never thrown', async () => {
    const { lab, engine } = scene()
    const anyCall = fc.oneof(fc.constantFrom<unknown>(...names), fc.anything())
    const nearly = fc.record(
      {
        id: fc.anything(),
        program: fc.oneof(fc.anything(), fc.record({ source: fc.string(), name: fc.string() })),
        options: fc.oneof(fc.anything(), fc.constantFrom(SIMULATE, LIVE)),
        locale: fc.anything(),
        theme: fc.anything(),
        timeout: fc.anything(),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(anyCall, fc.oneof(nearly, fc.anything()), async (name, payload) => {
        const result = await lab.call(name, payload)
        if (!result.ok)
          expect(['unknownCall', 'badPayload', 'notFound', 'busy']).toContain(result.error.code)
      }),
      { numRuns: 2000 },
    )
    for (const run of engine.runs) run.finish()
  })
})
