/** Every diagnostic of the language, the only list: locale files are checked against it. Codes are never renamed. */
export const DIAGNOSTIC_CODES = ['syntax'] as const

export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number]
