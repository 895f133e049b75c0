import type { DiagnosticCode } from './diagnosticCodes'

/**
 * One program or more for every diagnostic: `line:column code` of everything reported, then the program. Kept beside the
 * list of codes so that a new code without a program fails the test.
 */
export const CASES: readonly (readonly [reported: string, source: string])[] = [
CASES_HERE
]

/** Codes no program can reach today; they stand guard against trees we have not seen. */
export const UNREACHED: readonly DiagnosticCode[] = ['unsupportedConstruct']
