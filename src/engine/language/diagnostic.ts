import type { Span } from './ast'
import type { DiagnosticCode } from './diagnosticCodes'

/**
 * Something the learner must know about the source before it can run. The text in each language is made from `code`
 * and `params` by the locale files; the engine holds no sentence.
 */
export interface Diagnostic extends Span {
  readonly code: DiagnosticCode
  readonly severity: 'error' | 'warning'
  /** 1-based line and column (column in code points) of `from`, as editors and CPython count them. */
  readonly line: number
  readonly column: number
  /** Values for the placeholders of the text, e.g. `{ name: 'yield' }`. */
  readonly params: Readonly<Record<string, string>>
}
