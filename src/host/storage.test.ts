import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { RunRecord } from '../contract'
import { DATABASE_FILE, openMemoryDatabase } from './database'
import { createRuns } from './runs'
import { createSettings, defaultSettings } from './settings'
import { openStorage, type Storage } from './storage'
import { temporaryFolder } from './temporaryFolder.testing'

const TRACE = Uint8Array.from({ length: 5000 }, (_, i) => i % 251)

function record(id: string, rest: Partial<RunRecord> = {}): RunRecord {
  return {
    id,
    program: { source: 'print(1)\n', name: 'one.py' },
    options: { mode: 'simulate', scheduler: 'random', seed: 7 },
    outcome: { kind: 'finished' },
    output: '1\n',
    events: 4,
    seconds: 0.25,
    startedAt: 1000,
    ...rest,
  }
}

const LIVE = record('live', {
  program: { source: 'ñ', name: 'cp.py', scenario: { slug: 'charging', variant: 'unsafe' } },
  options: { mode: 'live', timeout: 5 },
  outcome: { kind: 'deadlock', cycle: [{ thread: 'A', holds: ['x'], waitsFor: 'y' }] },
  detectedAfterMs: 12.5,
  rows: [{ id: 1, status: 'free', driver_id: null, kwh: 0.5 }],
  startedAt: 2000,
})

function storageIn(folder: string): Storage {
  const storage = openStorage({ folder, defaults: defaultSettings('es'), log: () => undefined })
  onTestFinished(() => storage.close())
  return storage
}

describe('runs', () => {
  it('come back as they were saved, with their trace', async () => {
    const runs = createRuns(openMemoryDatabase())
    await runs.save(LIVE, TRACE)
    await runs.save(record('plain'), new Uint8Array())
    expect(await runs.open('live')).toEqual({ record: LIVE, trace: TRACE })
    expect(await runs.open('plain')).toEqual({ record: record('plain'), trace: new Uint8Array() })
    expect(await runs.open('none')).toBeUndefined()
  })

  it('are listed newest first, without source and output', async () => {
    const runs = createRuns(openMemoryDatabase())
    await runs.save(record('old'), TRACE)
    await runs.save(LIVE, TRACE)
    await runs.save(record('same'), TRACE)
    expect(runs.list().map((r) => r.id)).toEqual(['live', 'same', 'old'])
    const { id, options, outcome, events, seconds, startedAt } = LIVE
    const { name, scenario } = LIVE.program
    expect(runs.list()[0]).toEqual({
      id,
      options,
      outcome,
      events,
      seconds,
      startedAt,
      name,
      scenario,
    })
  })

  it('are deleted with their trace', async () => {
    const database = openMemoryDatabase()
    const runs = createRuns(database)
    await runs.save(LIVE, TRACE)
    expect([runs.delete('live'), runs.delete('live')]).toEqual([true, false])
    expect(database.prepare('SELECT count(*) FROM traces').pluck().get()).toBe(0)
  })

  it('leave nothing behind when their trace cannot be saved', async () => {
    const database = openMemoryDatabase()
    const runs = createRuns(database)
    database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON traces BEGIN SELECT RAISE(ABORT, 'full'); END",
    )
    await expect(runs.save(LIVE, TRACE)).rejects.toThrow('full')
    expect(database.prepare('SELECT count(*) FROM runs').pluck().get()).toBe(0)
  })

  it('that do not decode are left out of the list and refused when opened', async () => {
    const database = openMemoryDatabase()
    const runs = createRuns(database)
    await runs.save(record('good'), TRACE)
    await runs.save(LIVE, TRACE)
    database.exec(`UPDATE runs SET outcome = '{"kind":"eaten"' WHERE id = 'live'`)
    expect(runs.list().map((r) => r.id)).toEqual(['good'])
    await expect(runs.open('live')).rejects.toThrow()
    database.exec("UPDATE traces SET deflated = x'00112233' WHERE run = 'good'")
    await expect(runs.open('good')).rejects.toThrow()
  })

  it('survive the process', async () => {
    const folder = temporaryFolder()
    const first = openStorage({ folder, defaults: defaultSettings('es'), log: () => undefined })
    await first.runs.save(LIVE, TRACE)
    first.close()
    expect(await storageIn(folder).runs.open('live')).toEqual({ record: LIVE, trace: TRACE })
  })
})

describe('a full disk', () => {
  it('leaves saved runs readable and keeps new ones in memory', async () => {
    const folder = temporaryFolder()
    const storage = storageIn(folder)
    await storage.runs.save(record('before'), TRACE)
    // What SQLITE_FULL looks like to this connection: another one writes a trigger that refuses every further run.
    const other = new Database(join(folder, DATABASE_FILE))
    other.exec("CREATE TRIGGER full BEFORE INSERT ON runs BEGIN SELECT RAISE(ABORT, 'full'); END")
    other.close()
    expect(storage.isPersistent()).toBe(true)
    await storage.runs.save(LIVE, TRACE)
    expect(storage.isPersistent()).toBe(false)
    expect(storage.runs.list().map((r) => r.id)).toEqual(['live', 'before'])
    expect(await storage.runs.open('live')).toEqual({ record: LIVE, trace: TRACE })
    expect((await storage.runs.open('before'))?.record.id).toBe('before')
    expect([storage.runs.delete('live'), storage.runs.delete('before')]).toEqual([true, true])
  })
})

describe('settings', () => {
  it('have defaults in the language of the system', () => {
    const locales = ['es-ES', 'ca', 'en-US', 'de', 'est', undefined].map(
      (l) => defaultSettings(l).locale,
    )
    expect(locales).toEqual(['es', 'es', 'en', 'en', 'en', 'en'])
  })

  it('survive the process', () => {
    const folder = temporaryFolder()
    const first = openStorage({ folder, defaults: defaultSettings('es'), log: () => undefined })
    first.settings.set({ locale: 'en', theme: 'dark', timeout: 2.5 })
    first.close()
    expect(storageIn(folder).settings.get()).toEqual({ locale: 'en', theme: 'dark', timeout: 2.5 })
  })

  it('fall back key by key on what does not decode', () => {
    const database = openMemoryDatabase()
    const settings = createSettings(database, defaultSettings('es'))
    settings.set({ locale: 'en', theme: 'dark', timeout: 2.5 })
    database.exec("UPDATE settings SET value = '\"purple\"' WHERE key = 'theme'")
    database.exec("UPDATE settings SET value = '{' WHERE key = 'timeout'")
    database.exec("INSERT INTO settings VALUES ('unheard', '1')")
    expect(settings.get()).toEqual({ locale: 'en', theme: 'system', timeout: 10 })
  })
})
