export type * from './ast'
export type { Diagnostic } from './diagnostic'
export { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnosticCodes'
