import type { Span } from './ast'
import type { Diagnostic } from './diagnostic'
import type { DiagnosticCode } from './diagnosticCodes'
import { createLineIndex } from '../../base'

export type DiagnosticParams = Readonly<Record<string, string>>

/** Gathers what there is to say about one source. */
export interface Report {
  error(span: Span, code: DiagnosticCode, params?: DiagnosticParams): void
  warn(span: Span, code: DiagnosticCode, params?: DiagnosticParams): void
  readonly hasErrors: boolean
  /** Drops what starts at or behind `offset`: the text there cannot be read reliably. The smallest call counts. */
  ignoreFrom(offset: number): void
  /** Everything reported, in source order, each code at most once per place. */
  diagnostics(): readonly Diagnostic[]
}

/** A parameter is a short quotation of the source; a long one would bury the sentence. */
const QUOTATION_LIMIT = 120

/** An empty report on `source`. Spans are clamped into the source. */
export function createReport(source: string): Report {
  const lines = createLineIndex(source)
  const found = new Map<string, Diagnostic>()
  let horizon = Number.POSITIVE_INFINITY
  let hasErrors = false

  const add = (
    severity: Diagnostic['severity'],
    span: Span,
    code: DiagnosticCode,
    params: DiagnosticParams,
  ): void => {
    if (span.from >= horizon) return
    const from = Math.min(span.from, source.length)
    const to = Math.min(Math.max(span.to, from), source.length)
    const key = `${from} ${code}`
    if (found.has(key)) return
    if (severity === 'error') hasErrors = true
    const shortened = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, shorten(value)]),
    )
    found.set(key, { code, severity, from, to, ...lines.positionAt(from), params: shortened })
  }

  return {
    error: (span, code, params = {}) => add('error', span, code, params),
    warn: (span, code, params = {}) => add('warning', span, code, params),
    get hasErrors() {
      return hasErrors
    },
    ignoreFrom: (offset) => {
      horizon = Math.min(horizon, offset)
    },
    diagnostics: () =>
      [...found.values()].sort((a, b) => a.from - b.from || a.to - b.to || compare(a.code, b.code)),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function shorten(value: string): string {
  const points = Array.from(value)
  return points.length <= QUOTATION_LIMIT
    ? value
    : `${points.slice(0, QUOTATION_LIMIT - 1).join('')}…`
}
