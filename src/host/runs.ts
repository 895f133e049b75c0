import { promisify } from 'node:util'
import { deflate, inflate } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import {
  ChargingPointRow,
  Outcome,
  ProgramInput,
  RunOptions,
  type CallOutput,
  type RunRecord,
  type RunSummary,
} from '../contract'
import { jsonColumn, toColumn } from './column'

/** Longest trace read back, in bytes: a damaged or foreign row cannot make the process swell without end. */
const MAXIMUM_TRACE = 2 ** 29

const toDeflated = promisify<Uint8Array, { level: number }, Buffer>(deflate)
const toInflated = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflate)

/** The saved runs. Errors of the file leave as SqliteError; a row that does not decode leaves as ZodError. */
export interface Runs {
  /** Run and trace in one transaction: both are there afterwards, or neither. */
  save(record: RunRecord, trace: Uint8Array): Promise<void>
  /** Newest first. A row that does not decode is left out, so that it cannot hide the others. */
  list(): RunSummary[]
  open(id: string): Promise<CallOutput<'runs.open'> | undefined>
  /** Returns whether there was such a run. */
  delete(id: string): boolean
}

const SUMMARY_COLUMNS = 'id, started_at, name, scenario, options, outcome, events, seconds'

const SummaryRow = z.object({
  id: z.string(),
  started_at: z.number(),
  name: z.string(),
  scenario: jsonColumn(ProgramInput.shape.scenario.unwrap()).nullable(),
  options: jsonColumn(RunOptions),
  outcome: jsonColumn(Outcome),
  events: z.number(),
  seconds: z.number(),
})

const RecordRow = SummaryRow.extend({
  source: z.string(),
  output: z.string(),
  detected_after_ms: z.number().nullable(),
  rows: jsonColumn(z.array(ChargingPointRow)).nullable(),
  deflated: z.instanceof(Uint8Array),
})

function toSummary(row: z.infer<typeof SummaryRow>): RunSummary {
  const { id, started_at: startedAt, name, scenario, options, outcome, events, seconds } = row
  return { id, startedAt, name, scenario: scenario ?? undefined, options, outcome, events, seconds }
}

function toRecord(row: z.infer<typeof RecordRow>): RunRecord {
  const { name, scenario, ...summary } = toSummary(row)
  return {
    ...summary,
    program: { name, source: row.source, scenario },
    output: row.output,
    detectedAfterMs: row.detected_after_ms ?? undefined,
    rows: row.rows ?? undefined,
  }
}

/** `database` has the tables of {@link MIGRATIONS}. */
export function createRuns(database: Database): Runs {
  const insertRun = database.prepare(`
    INSERT INTO runs (${SUMMARY_COLUMNS}, source, output, detected_after_ms, rows)
    VALUES (@id, @startedAt, @name, @scenario, @options, @outcome, @events, @seconds, @source, @output,
            @detectedAfterMs, @rows)`)
  const insertTrace = database.prepare('INSERT INTO traces (run, deflated) VALUES (?, ?)')
  const selectAll = database.prepare(
    `SELECT ${SUMMARY_COLUMNS} FROM runs ORDER BY started_at DESC, rowid DESC`,
  )
  const selectOne = database.prepare(
    'SELECT * FROM runs JOIN traces ON traces.run = runs.id WHERE id = ?',
  )
  const deleteOne = database.prepare('DELETE FROM runs WHERE id = ?')

  const insert = database.transaction((record: RunRecord, deflated: Buffer) => {
    insertRun.run({
      id: record.id,
      startedAt: record.startedAt,
      name: record.program.name,
      source: record.program.source,
      scenario: toColumn(record.program.scenario),
      options: toColumn(record.options),
      outcome: toColumn(record.outcome),
      output: record.output,
      events: record.events,
      seconds: record.seconds,
      detectedAfterMs: record.detectedAfterMs ?? null,
      rows: toColumn(record.rows),
    })
    insertTrace.run(record.id, deflated)
  })

  return {
    async save(record, trace) {
      const deflated = await toDeflated(trace, { level: 1 })
      insert.immediate(record, deflated)
    },
    list() {
      return selectAll.all().flatMap((row) => {
        const parsed = SummaryRow.safeParse(row)
        return parsed.success ? [toSummary(parsed.data)] : []
      })
    },
    async open(id) {
      const row = selectOne.get(id)
      if (row === undefined) return undefined
      const parsed = RecordRow.parse(row)
      const trace = await toInflated(parsed.deflated, { maxOutputLength: MAXIMUM_TRACE })
      return { record: toRecord(parsed), trace: new Uint8Array(trace) }
    },
    delete: (id) => deleteOne.run(id).changes > 0,
  }
}
