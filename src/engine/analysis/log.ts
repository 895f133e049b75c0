/**
 * The textbook's log: one entry per event worth a sentence. The text is made by the interface from `message` (a locale
 * key `log.<message>`) and `params`, e.g. `[Hilo-1] adquiere el cerrojo de Cuenta-1`.
 */
export interface LogEntry {
  readonly event: number
  readonly thread: number
  readonly message: LogMessage
  readonly params: Readonly<Record<string, string>>
}

export const LOG_MESSAGES = [
  'begin',
  'end',
  'failed',
  'start',
  'joinWait',
  'join',
  'block',
  'acquire',
  'acquireFailed',
  'release',
  'write',
  'call',
  'sleep',
  'print',
  'databaseBegin',
  'databaseCommit',
  'databaseRead',
  'databaseBusy',
  'deadlock',
] as const

export type LogMessage = (typeof LOG_MESSAGES)[number]
