/**
 * The real charging database: one SQLite file in the run's folder, one connection per thread. Every call is one
 * transaction; a write begins IMMEDIATE, so that a second writer waits or is refused at its begin, as SQLite does it.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import {
  callText,
  DATABASE_ROWS,
  FIRST_STATUS,
  NONE,
  PythonError,
  rowsOf,
  toDatabaseValue,
  toRowValue,
  type DatabaseCall,
  type Processor,
} from '../engine/machine'
import { EVENT } from '../engine/trace'

/** Name of the file when the program gives none. */
export const DEFAULT_DATABASE = 'ev_charging.db'

const SCHEMA = `CREATE TABLE charging_points(
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL,
  driver_id TEXT,
  kwh REAL NOT NULL
) STRICT`

const STATEMENTS = {
  update_cp_status: 'UPDATE charging_points SET status = ? WHERE id = ?',
  add_kwh: 'UPDATE charging_points SET kwh = kwh + ? WHERE id = ?',
  set_kwh: 'UPDATE charging_points SET kwh = ? WHERE id = ?',
  get_cp: 'SELECT id, status, driver_id, kwh FROM charging_points WHERE id = ?',
  get_all_cps: 'SELECT id, status, driver_id, kwh FROM charging_points ORDER BY id',
} as const satisfies Record<DatabaseCall, string>

let loaded: typeof Database | undefined

/** SQLite, loaded when it is first needed: most threads use no database, and every worker would pay for it. */
function sqlite(): typeof Database {
  loaded ??= createRequire(import.meta.url)('better-sqlite3') as typeof Database
  return loaded
}

/**
 * Loads SQLite's native library (a first connection does). To be called on the main thread before any worker runs: the
 * system's loader must not meet it first in several workers at once. Cost: 2 ms, once per process.
 */
export function prepareSqlite(): void {
  if (loaded === undefined) new (sqlite())(':memory:').close()
}

/** Result codes of SQLite for a database that another connection is writing. */
function isBusy(error: unknown): boolean {
  return error instanceof sqlite().SqliteError && error.code.startsWith('SQLITE_BUSY')
}

export class ChargingStore {
  private readonly connections = new Map<string, Database.Database>()

  constructor(private readonly folder: string) {}

  /** The first instance of a path in a run: a fresh table. */
  open(p: Processor, database: number): void {
    const connection = this.connect(p, database)
    connection.exec('DROP TABLE IF EXISTS charging_points')
    connection.exec(SCHEMA)
    const insert = connection.prepare('INSERT INTO charging_points VALUES (?, ?, NULL, 0)')
    for (let id = 1; id <= DATABASE_ROWS; id++) insert.run(id, FIRST_STATUS)
  }

  /** @throws PythonError DatabaseLocked, KeyError, TypeError */
  call(p: Processor, database: number, call: DatabaseCall, args: readonly number[]): number {
    const connection = this.connect(p, database)
    connection.pragma(`busy_timeout = ${String(Math.round(p.word(database + 2) / 1000))}`)
    const values = args.map((arg) => toDatabaseValue(p.objects, arg))
    try {
      return call === 'get_cp' || call === 'get_all_cps'
        ? this.read(p, { connection, database, call, args, values })
        : this.write(p, { connection, database, call, args, values })
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      if (!isBusy(error)) throw error
      p.trace(EVENT.databaseBusy, rowsOf(p, database), 0)
      throw new PythonError('DatabaseLocked', 'database is locked')
    }
  }

  close(): void {
    for (const connection of this.connections.values()) connection.close()
    this.connections.clear()
  }

  private connect(p: Processor, database: number): Database.Database {
    const name = p.textOf(p.word(database + 1))
    const known = this.connections.get(name)
    if (known !== undefined) return known
    const connection = new (sqlite())(join(this.folder, name))
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = NORMAL')
    this.connections.set(name, connection)
    return connection
  }

  private read(p: Processor, o: DatabaseOperation): number {
    const rows = o.connection.prepare(STATEMENTS[o.call]).all(...o.values)
    if (o.call === 'get_cp' && rows.length === 0) throw unknownId(p, o)
    const result = toRowValue(p.objects, rows, o.call === 'get_cp')
    p.trace(EVENT.databaseRead, rowsOf(p, o.database), p.reprText(result))
    return result
  }

  private write(p: Processor, o: DatabaseOperation): number {
    const rows = rowsOf(p, o.database)
    const text = callText(p, o.call, o.args)
    o.connection.exec('BEGIN IMMEDIATE')
    p.trace(EVENT.databaseBegin, rows, text)
    const { changes } = o.connection.prepare(STATEMENTS[o.call]).run(o.values[1], o.values[0])
    if (changes === 0) throw unknownId(p, o)
    // Before it happens, so that whoever begins next comes later in the trace.
    p.trace(EVENT.databaseCommit, rows, text)
    o.connection.exec('COMMIT')
    return NONE
  }
}

interface DatabaseOperation {
  readonly connection: Database.Database
  readonly database: number
  readonly call: DatabaseCall
  readonly args: readonly number[]
  readonly values: readonly (string | number | bigint | null)[]
}

function unknownId(p: Processor, { args }: DatabaseOperation): PythonError {
  const id = args[0] ?? NONE
  return new PythonError('KeyError', p.textOf(p.reprText(id)), [id])
}

/** Rows of the table after a run, or undefined when the run made no database of the default name. */
export function readChargingPoints(folder: string): unknown[] | undefined {
  const file = join(folder, DEFAULT_DATABASE)
  if (!existsSync(file)) return undefined
  const connection = new (sqlite())(file, { readonly: true })
  try {
    return connection.prepare(STATEMENTS.get_all_cps).all()
  } finally {
    connection.close()
  }
}
