/**
 * A trace for other programs: one JSON object a line, comma-separated values, or the JSON trace format that Perfetto
 * and chrome://tracing open (Trace Event Format, "JSON Object Format").
 */
import { EVENT, KIND_NAMES, NO_INDEX, type Trace } from './trace'

export const EXPORT_FORMATS = ['perfetto', 'jsonl', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

interface Row {
  readonly event: number
  readonly microseconds: number
  readonly thread: string
  readonly kind: string
  readonly place: string
  readonly value: string
  readonly line: number
}

function row(trace: Trace, event: number): Row {
  const place = trace.place[event] as number
  const value = trace.value[event] as number
  return {
    event,
    microseconds: trace.time[event] as number,
    thread: trace.threads[trace.thread[event] as number]?.name ?? '',
    kind: KIND_NAMES.get(trace.kind[event] as number) ?? '',
    place: place === NO_INDEX ? '' : (trace.places[place]?.name ?? ''),
    value: value === NO_INDEX ? '' : (trace.texts[value] ?? ''),
    line: trace.line[event] as number,
  }
}

/** The whole trace as text of the format. Cost: linear; the text is some 100 bytes an event. */
export function exportTrace(trace: Trace, format: ExportFormat): string {
  const rows = Array.from({ length: trace.length }, (_, event) => row(trace, event))
  switch (format) {
    case 'jsonl':
      return rows.map((r) => `${JSON.stringify(r)}\n`).join('')
    case 'csv':
      return csv(rows)
    case 'perfetto':
      return `${JSON.stringify({ traceEvents: perfetto(trace, rows) })}\n`
  }
}

const COLUMNS = ['event', 'microseconds', 'thread', 'kind', 'place', 'value', 'line'] as const

function csv(rows: readonly Row[]): string {
  const lines = rows.map((r) => COLUMNS.map((column) => field(r[column])).join(','))
  return [COLUMNS.join(','), ...lines, ''].join('\r\n')
}

/** RFC 4180 quoting; a text that a spreadsheet would take for a formula gets an apostrophe in front. */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function perfetto(trace: Trace, rows: readonly Row[]): object[] {
  const names = trace.threads.map((thread, tid) => ({
    ph: 'M',
    name: 'thread_name',
    pid: 1,
    tid,
    args: { name: thread.name },
  }))
  return [...names, ...rows.map((r, event) => slice(trace, r, event))]
}

/** A wait is a slice from `block` to `acquire`; everything else an instant. */
function slice(trace: Trace, r: Row, event: number): object {
  const common = { pid: 1, tid: trace.thread[event] as number, ts: r.microseconds }
  const args = { place: r.place, value: r.value, line: r.line }
  if (r.kind === 'block') return { ...common, ph: 'B', name: `blocked: ${r.place}`, args }
  const endsWait = r.kind === 'acquire' || r.kind === 'acquireFailed'
  if (endsWait && isWaiting(trace, event)) return { ...common, ph: 'E' }
  return { ...common, ph: 'i', s: 't', name: `${r.kind} ${r.place}`.trim(), args }
}

/** Whether the thread's event before this one was a block. */
function isWaiting(trace: Trace, event: number): boolean {
  for (let i = event - 1; i >= 0; i--) {
    if (trace.thread[i] === trace.thread[event]) return trace.kind[i] === EVENT.block
  }
  return false
}
