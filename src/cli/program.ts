import { readFileSync, statSync } from 'node:fs'
import { failure, success, type Result } from '../base'
import { MAXIMUM_SOURCE, type Diagnostic } from '../contract'
import { text, type Locale } from '../locale'

/** Why a file could not be run, in the words of `commandLine.<key>`, or the diagnostics of its source. */
export type Refusal =
  | {
      readonly kind: 'file'
      readonly key: string
      readonly params: Readonly<Record<string, string>>
    }
  | { readonly kind: 'source'; readonly diagnostics: readonly Diagnostic[] }

/** Bytes read at most: a source of the largest size in UTF-8. */
const MAXIMUM_BYTES = MAXIMUM_SOURCE * 4

/** Reads a program file; what is too long is handed on shortened, so that the reader of the language refuses it. */
export function readProgram(file: string | undefined): Result<string, Refusal> {
  if (file === undefined) return failure({ kind: 'file', key: 'noFile', params: {} })
  try {
    if (!statSync(file).isFile()) {
      return failure({ kind: 'file', key: 'notAFile', params: { file } })
    }
    const bytes = readFileSync(file)
    const source = bytes.subarray(0, MAXIMUM_BYTES).toString('utf8')
    return success(source.startsWith('\uFEFF') ? source.slice(1) : source)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    const key = reason === 'ENOENT' ? 'missingFile' : 'unreadableFile'
    return failure({ kind: 'file', key, params: { file, reason } })
  }
}

/** `file:line:column: code: message` with the advice below, as compilers print it. */
export function diagnosticText(file: string, diagnostic: Diagnostic, locale: Locale): string {
  const { code, line, column, params } = diagnostic
  const message = text(locale, `diagnostics.${code}.message`, params)
  const advice = text(locale, `diagnostics.${code}.advice`, params)
  return `${file}:${String(line)}:${String(column)}: ${code}: ${message}\n    ${advice}\n`
}

/** A refused file as the `diagnostics` of JSON output. */
export function refusalJson(refusal: Refusal, locale: Locale): object[] {
  if (refusal.kind === 'file') {
    const message = text(locale, `commandLine.${refusal.key}`, refusal.params)
    return [{ code: refusal.key, severity: 'error', message, line: 1, column: 1 }]
  }
  return refusal.diagnostics.map(({ code, severity, line, column, params }) => ({
    code,
    severity,
    message: text(locale, `diagnostics.${code}.message`, params),
    advice: text(locale, `diagnostics.${code}.advice`, params),
    line,
    column,
  }))
}
