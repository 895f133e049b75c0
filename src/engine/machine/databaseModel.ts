/**
 * The charging database as the deterministic machine knows it: one writer at a time, readers never wait (SQLite in WAL
 * mode). A write is two steps, begin and commit; a second writer meanwhile raises DatabaseLocked once its busy timeout
 * is over. Rows stand behind the first database object of a path: status, driver and kWh of ids 1 … DATABASE_ROWS.
 */
import { EVENT } from '../trace'
import { SUSPENDED, type DatabaseCall } from './kernel'
import { DATABASE_ROWS, THREAD, threadAddress, WAIT } from './layout'
import { add, buildDict, fromFloat, fromText, keyNumber, makeList, repr, toFloat } from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import type { SimulatedKernel } from './simulatedKernel'
import { addressOf, fromSmallInteger, NONE, type Value } from './value'

const WRITER = 5
const ROWS = 6
const ROW_WORDS = 3

/** Status of every charging point of a fresh database. */
export const FIRST_STATUS = 'AVAILABLE'

/** The object that holds the rows. */
export function rowsOf(p: Processor, database: number): number {
  return addressOf(p.word(database + 3))
}

export function openModel(p: Processor, database: number): void {
  for (let row = 0; row < DATABASE_ROWS; row++) {
    const at = database + ROWS + row * ROW_WORDS
    p.memory.write(at, fromText(p.objects, FIRST_STATUS))
    p.memory.write(at + 1, NONE)
    p.memory.write(at + 2, fromFloat(p.objects, 0))
  }
}

/** Whether the current writer of the rows at `rows` is gone. */
export function isDatabaseFree(p: Processor, rows: number): boolean {
  return p.word(rows + WRITER) === 0
}

/** The call as the trace shows it: `set_kwh(1, 10.0)`. */
export function callText(p: Processor, call: DatabaseCall, args: readonly Value[]): Value {
  return fromText(p.objects, `${call}(${args.map((a) => repr(p.objects, a)).join(', ')})`)
}

/** Index of the row a call names. @throws PythonError KeyError */
function rowIndex(p: Processor, id: Value): number {
  const number = keyNumber(p.objects, id)
  if (number === undefined || number < 1 || number > DATABASE_ROWS) {
    throw new PythonError('KeyError', repr(p.objects, id), [id])
  }
  return number - 1
}

function rowValue(p: Processor, rows: number, row: number): Value {
  const at = rows + ROWS + row * ROW_WORDS
  const key = (name: string): Value => fromText(p.objects, name)
  return buildDict(p.objects, [
    key('id'),
    fromSmallInteger(row + 1),
    key('status'),
    p.word(at),
    key('driver_id'),
    p.word(at + 1),
    key('kwh'),
    p.word(at + 2),
  ])
}

function read(p: Processor, database: number, call: DatabaseCall, args: readonly Value[]): Value {
  const rows = rowsOf(p, database)
  const result =
    call === 'get_cp'
      ? rowValue(p, rows, rowIndex(p, args[0] ?? NONE))
      : makeList(
          p.objects,
          Array.from({ length: DATABASE_ROWS }, (_, row) => rowValue(p, rows, row)),
        )
  p.traceText(EVENT.databaseRead, rows, () => fromText(p.objects, repr(p.objects, result)))
  return result
}

function apply(p: Processor, rows: number, call: DatabaseCall, args: readonly Value[]): void {
  const at = rows + ROWS + rowIndex(p, args[0] ?? NONE) * ROW_WORDS
  const value = args[1] ?? NONE
  if (call === 'update_cp_status') p.memory.write(at, value)
  else if (call === 'set_kwh') p.memory.write(at + 2, toFloat(p.objects, value))
  else p.memory.write(at + 2, toFloat(p.objects, add(p.objects, p.word(at + 2), value)))
}

/** Carries out a call on the model; a write answers SUSPENDED after its begin. */
export function callModel(
  p: Processor,
  kernel: SimulatedKernel,
  database: number,
  call: DatabaseCall,
  args: readonly Value[],
): Value {
  if (call === 'get_cp' || call === 'get_all_cps') return read(p, database, call, args)
  const rows = rowsOf(p, database)
  const control = threadAddress(p.thread)
  if (p.word(control + THREAD.waitKind) === WAIT.commit) {
    apply(p, rows, call, args)
    p.memory.write(rows + WRITER, 0)
    p.traceText(EVENT.databaseCommit, rows, () => callText(p, call, args))
    kernel.clearWait(p)
    return NONE
  }
  rowIndex(p, args[0] ?? NONE)
  if (!isDatabaseFree(p, rows)) return beBusy(p, kernel, database)
  kernel.clearWait(p)
  p.memory.write(rows + WRITER, p.thread + 1)
  p.traceText(EVENT.databaseBegin, rows, () => callText(p, call, args))
  kernel.wait(p, { kind: WAIT.commit, object: rows, timeout: undefined })
  kernel.hasTaken = true
  return SUSPENDED
}

function beBusy(p: Processor, kernel: SimulatedKernel, database: number): Value {
  const timeout = p.word(database + 2)
  const rows = rowsOf(p, database)
  if (timeout > 0 && kernel.choice !== 'timeout') {
    kernel.wait(p, { kind: WAIT.database, object: rows, timeout })
    return SUSPENDED
  }
  kernel.clearWait(p)
  p.trace(EVENT.databaseBusy, rows, 0)
  throw new PythonError('DatabaseLocked', 'database is locked')
}
