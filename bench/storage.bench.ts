/** Saving a run of a million events: the lab's own storage, beside rows and beside the bare database and disk. */
import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { randomScheduler, Simulation } from '../src/engine/schedule'
import { encodeTrace, type Trace } from '../src/engine/trace'
import type { RunRecord } from '../src/contract'
// Not among the exports of the host: only the lab uses it.
import { openStorage, type Storage } from '../src/host/storage'
import { atLeast, atMost, median, medianRatio, type Report } from './harness'
import { compileText, programText } from './python'

const ROUNDS = 5
/** Four events each. */
const LOOPS = 250_000

export default async function storage(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cerrojo-bench-'))
  const storage = openStorage({
    folder,
    defaults: { locale: 'es', theme: 'system', timeout: 10 },
    log: (message) => {
      throw new Error(message)
    },
  })
  try {
    await measure(report, folder, storage)
  } finally {
    storage.close()
    rmSync(folder, { recursive: true })
  }
}

async function measure(report: Report, folder: string, storage: Storage): Promise<void> {
  const { trace, text } = simulated(report)
  const bytes = encodeTrace(trace)
  const bare = new Database(join(folder, 'bare.db'))
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  const contenders = {
    saved: () => storage.runs.save(record(text, trace), bytes),
    rows: () => insertRows(bare, trace),
    blob: () => insertBlob(bare, bytes),
    raw: () => writeRaw(join(folder, 'raw'), bytes),
  }
  const times = { saved: [], rows: [], blob: [], raw: [], encode: [], open: [] } as Record<
    keyof typeof contenders | 'encode' | 'open',
    number[]
  >
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      await timed(times[name as keyof typeof contenders], run)
    }
    await timed(times.encode, () => void encodeTrace(trace))
    await timed(times.open, () => openLast(storage, bytes))
    if (round < 0) for (const list of Object.values(times)) list.length = 0
  }
  bare.close()
  const size = (bytes.length / 2 ** 20).toFixed(1)
  const ms = (list: readonly number[]): string => `${median(list).toFixed(1)} ms`
  const events = trace.length
  report.row({
    name: `saving a run of ${events} events (${size} MiB) / a row for each event`,
    ours: ms(times.saved),
    peer: ms(times.rows),
    ratio: medianRatio(times.rows, times.saved),
    target: atLeast(35),
  })
  report.row({
    name: 'saving it / one blob of the same bytes in a bare database',
    ours: ms(times.saved),
    peer: ms(times.blob),
    ratio: medianRatio(times.saved, times.blob),
  })
  report.row({
    name: 'saving it / writing the same bytes to a file, with fdatasync',
    ours: ms(times.saved),
    peer: ms(times.raw),
    ratio: medianRatio(times.saved, times.raw),
    target: atMost(2),
  })
  report.row({
    name: 'encoding the trace; opening the saved run',
    ours: `${ms(times.encode)}; ${ms(times.open)}`,
    peer: '-',
    ratio: undefined,
  })
}

async function timed(list: number[], run: () => unknown): Promise<void> {
  const start = performance.now()
  await run()
  list.push(performance.now() - start)
}

function simulated(report: Report): { trace: Trace; text: string } {
  const text = programText(report, 'lockedLoop', { THREADS: 2, ROUNDS: LOOPS / 2 })
  const simulation = new Simulation(compileText(text), { canGoBack: false })
  simulation.run(randomScheduler(1))
  return { trace: simulation.result().trace, text }
}

function record(source: string, trace: Trace): RunRecord {
  return {
    id: crypto.randomUUID(),
    program: { name: 'lockedLoop.py', source },
    options: { mode: 'simulate', scheduler: 'random', seed: 1 },
    outcome: { kind: 'finished' },
    output: '',
    events: trace.length,
    seconds: 1,
    startedAt: Date.now(),
  }
}

async function openLast(storage: Storage, bytes: Uint8Array): Promise<void> {
  const last = storage.runs.list()[0]
  const opened = last === undefined ? undefined : await storage.runs.open(last.id)
  if (opened?.trace.length !== bytes.length) throw new Error('the saved trace differs')
}

function insertRows(database: Database.Database, trace: Trace): void {
  database.exec(`
    DROP TABLE IF EXISTS events;
    CREATE TABLE events (kind INTEGER, thread INTEGER, place INTEGER, value INTEGER, line INTEGER, time REAL) STRICT`)
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)')
  const { kind, thread, place, value, line, time } = trace
  database.transaction(() => {
    for (let i = 0; i < trace.length; i++) {
      insert.run(kind[i], thread[i], place[i], value[i], line[i], time[i])
    }
  })()
}

function insertBlob(database: Database.Database, bytes: Uint8Array): void {
  database.exec('DROP TABLE IF EXISTS blobs; CREATE TABLE blobs (bytes BLOB) STRICT')
  database.prepare('INSERT INTO blobs VALUES (?)').run(bytes)
}

function writeRaw(file: string, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'w')
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
  fdatasyncSync(descriptor)
  closeSync(descriptor)
  unlinkSync(file)
}
