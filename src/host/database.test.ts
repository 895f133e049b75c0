import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DATABASE_FILE, openDatabase, type OpenedDatabase, type OpenOptions } from './database'
import { MIGRATIONS } from './migrations'
import { temporaryFolder } from './temporaryFolder.testing'

function open(folder: string, options?: OpenOptions): OpenedDatabase {
  const opened = openDatabase(folder, options)
  onTestFinished(() => void opened.database.close())
  return opened
}

/** A database of one table `notes` with one row, at version 1. */
const NOTES = ['CREATE TABLE notes (text TEXT) STRICT']

function folderWithNote(): string {
  const folder = temporaryFolder()
  const { database } = openDatabase(folder, { migrations: NOTES })
  database.exec("INSERT INTO notes VALUES ('kept')")
  database.close()
  return folder
}

function notesIn(database: Database.Database): unknown {
  return database.prepare('SELECT text FROM notes').pluck().all()
}

describe('a new data folder', () => {
  it('is made and gets a database at the current version', () => {
    const folder = join(temporaryFolder(), 'deep', 'er')
    const { database, isPersistent, notice } = open(folder)
    expect({ isPersistent, notice }).toEqual({ isPersistent: true, notice: undefined })
    expect(database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
    expect(existsSync(join(folder, DATABASE_FILE))).toBe(true)
  })

  it('gets a connection that is durable and trusts no schema', () => {
    const { database } = open(temporaryFolder())
    const settings = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'busy_timeout',
      'trusted_schema',
    ]
    expect(settings.map((s) => database.pragma(s, { simple: true }))).toEqual([
      'wal',
      2,
      1,
      5000,
      0,
    ])
  })
})

describe('migrations', () => {
  it('keep what is there and leave a backup of the version before', () => {
    const folder = folderWithNote()
    const { database } = open(folder, {
      migrations: [
        ...NOTES,
        'ALTER TABLE notes ADD COLUMN author TEXT',
        'CREATE TABLE more (id INTEGER) STRICT',
      ],
    })
    expect(database.pragma('user_version', { simple: true })).toBe(3)
    expect(notesIn(database)).toEqual(['kept'])
    const backup = new Database(join(folder, `${DATABASE_FILE}.backup-v1`), { readonly: true })
    onTestFinished(() => void backup.close())
    expect(backup.pragma('user_version', { simple: true })).toBe(1)
    expect(notesIn(backup)).toEqual(['kept'])
  })

  it('leave no backup where there is nothing to lose', () => {
    const folder = folderWithNote()
    open(folder, { migrations: NOTES })
    expect(readdirSync(folder).filter((f) => f.includes('backup'))).toEqual([])
  })

  it('change nothing when one of them fails, and work goes on in memory', () => {
    const folder = folderWithNote()
    const before = openDatabase(folder, { migrations: NOTES })
    before.database.exec("INSERT INTO notes VALUES ('kept')")
    before.database.close()
    const logged: string[] = []
    const impossible = [
      'CREATE TABLE half (id INTEGER) STRICT',
      'CREATE UNIQUE INDEX once ON notes (text)',
    ]
    const { isPersistent } = open(folder, {
      migrations: [...NOTES, ...impossible],
      log: (message) => void logged.push(message),
    })
    expect(isPersistent).toBe(false)
    expect(logged.join()).toContain('UNIQUE')
    const { database } = open(folder, { migrations: NOTES })
    expect(database.pragma('user_version', { simple: true })).toBe(1)
    expect(
      database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get(),
    ).toBe(0)
    expect(notesIn(database)).toEqual(['kept', 'kept'])
  })

  it('of two processes are done once', () => {
    const folder = temporaryFolder()
    open(folder)
    expect(open(folder).database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  })
})

describe('a database of a newer version', () => {
  it('is not touched; work goes on in memory', () => {
    const folder = folderWithNote()
    const file = join(folder, DATABASE_FILE)
    const newer = new Database(file)
    newer.pragma('user_version = 99')
    newer.close()
    const before = readFileSync(file)
    const { isPersistent, notice } = open(folder)
    expect({ isPersistent, notice }).toEqual({ isPersistent: false, notice: 'newerDatabase' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('a damaged database', () => {
  it.each([
    ['is not a database', (file: string) => writeFileSync(file, 'this is no database'.repeat(400))],
    ['is cut short', (file: string) => truncateSync(file, 5000)],
    [
      'has a page overwritten',
      (file: string) => {
        const bytes = readFileSync(file)
        bytes.fill(0xa5, 4096, 8192)
        writeFileSync(file, bytes)
      },
    ],
  ])('that %s is kept under another name and a new one is begun', (_what, damage) => {
    const folder = folderWithNote()
    const file = join(folder, DATABASE_FILE)
    damage(file)
    const damaged = readFileSync(file)
    const { database, isPersistent, notice } = open(folder)
    expect({ isPersistent, notice }).toEqual({ isPersistent: true, notice: 'damagedDatabaseKept' })
    expect(readFileSync(`${file}.damaged-1`).equals(damaged)).toBe(true)
    expect(database.prepare('SELECT count(*) FROM runs').pluck().get()).toBe(0)
  })

  it('does not replace one that was kept before', () => {
    const folder = temporaryFolder()
    const file = join(folder, DATABASE_FILE)
    writeFileSync(`${file}.damaged-1`, 'first')
    writeFileSync(file, 'second'.repeat(1000))
    open(folder)
    expect(readFileSync(`${file}.damaged-1`, 'utf8')).toBe('first')
    expect(readFileSync(`${file}.damaged-2`, 'utf8')).toContain('second')
  })
})

describe('a folder that cannot be written', () => {
  it('leaves work in memory', () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const { database, isPersistent, notice } = open(join(file, 'data'))
    expect({ isPersistent, notice }).toEqual({ isPersistent: false, notice: 'readOnlyFolder' })
    expect(database.prepare('SELECT count(*) FROM runs').pluck().get()).toBe(0)
  })
})
