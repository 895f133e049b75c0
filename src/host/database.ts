import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Notice } from '../contract'
import { MIGRATIONS } from './migrations'

/*
 * Opens `cerrojo.db` so that the lab always starts and no saved work is ever overwritten:
 *   damaged file     → kept under another name, a new one is begun
 *   newer version    → not touched, work goes on in memory
 *   folder read-only → work goes on in memory
 * One connection per process. WAL and `synchronous = FULL`: what was acknowledged survives a killed process.
 * Not covered: a network file system, on which WAL is unsafe (the default folder is local).
 */

export const DATABASE_FILE = 'cerrojo.db'

/** Milliseconds to wait for another process that is writing. */
const BUSY_TIMEOUT = 5000

export interface OpenedDatabase {
  readonly database: Database.Database
  /** False: in memory, gone when the lab closes. */
  readonly isPersistent: boolean
  readonly notice: Notice | undefined
}

export interface OpenOptions {
  /** By default the product's own history; tests give another. */
  readonly migrations?: readonly string[] | undefined
  /** Told why the file could not be used. */
  readonly log?: ((message: string) => void) | undefined
}

class DamagedDatabase extends Error {}

/** Never throws for anything wrong with the folder or the file: see the table above. */
export function openDatabase(folder: string, options: OpenOptions = {}): OpenedDatabase {
  const migrations = options.migrations ?? MIGRATIONS
  const log = options.log ?? (() => undefined)
  const file = join(folder, DATABASE_FILE)
  try {
    mkdirSync(folder, { recursive: true })
    return openOrReplace(file, migrations, log)
  } catch (error) {
    log(`${file} cannot be used: ${String(error)}`)
    return inMemory(migrations, 'readOnlyFolder')
  }
}

/** A database with the current tables that lives as long as the process. */
export function openMemoryDatabase(migrations: readonly string[] = MIGRATIONS): Database.Database {
  const database = new Database(':memory:')
  configure(database)
  migrate(database, migrations)
  return database
}

function inMemory(migrations: readonly string[], notice: Notice): OpenedDatabase {
  return { database: openMemoryDatabase(migrations), isPersistent: false, notice }
}

function openOrReplace(
  file: string,
  migrations: readonly string[],
  log: (message: string) => void,
): OpenedDatabase {
  try {
    if (existsSync(file) && versionWithoutTouching(file) > migrations.length) {
      log(`${file} was written by a newer Cerrojo`)
      return inMemory(migrations, 'newerDatabase')
    }
    return { database: openFile(file, migrations), isPersistent: true, notice: undefined }
  } catch (error) {
    if (!isDamage(error)) throw error
    const kept = setAside(file)
    log(`${file} is damaged (${String(error)}); kept as ${kept}`)
    return {
      database: openFile(file, migrations),
      isPersistent: true,
      notice: 'damagedDatabaseKept',
    }
  }
}

/** A read-only connection neither checkpoints the write-ahead log nor changes the file. */
function versionWithoutTouching(file: string): number {
  const database = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT })
  try {
    return versionOf(database)
  } finally {
    database.close()
  }
}

function openFile(file: string, migrations: readonly string[]): Database.Database {
  const database = new Database(file, { timeout: BUSY_TIMEOUT })
  try {
    const answer = database.pragma('quick_check(1)', { simple: true })
    if (answer !== 'ok') throw new DamagedDatabase(String(answer))
    configure(database)
    const version = versionOf(database)
    if (version > 0 && version < migrations.length) backUp(database, `${file}.backup-v${version}`)
    migrate(database, migrations)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function configure(database: Database.Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
}

function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/** All or nothing. Also the proof that the file can be written: the transaction takes the write lock at once. */
function migrate(database: Database.Database, migrations: readonly string[]): void {
  const apply = database.transaction(() => {
    // Read again under the lock: another window of the same user may have migrated meanwhile.
    for (const [version, statements] of migrations.entries()) {
      if (version < versionOf(database)) continue
      database.exec(statements)
      database.pragma(`user_version = ${version + 1}`)
    }
  })
  apply.immediate()
}

/** The backup appears under its name only when it is whole. */
function backUp(database: Database.Database, target: string): void {
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  database.prepare('VACUUM INTO ?').run(partial)
  renameSync(partial, target)
}

/** Renames the file with its log, which may hold what the file lacks, and returns the new name. */
function setAside(file: string): string {
  let n = 1
  while (existsSync(`${file}.damaged-${n}`)) n++
  const kept = `${file}.damaged-${n}`
  renameSync(file, kept)
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix)
  }
  return kept
}

function isDamage(error: unknown): boolean {
  if (error instanceof DamagedDatabase) return true
  return error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)
}
