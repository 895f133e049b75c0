import Database from 'better-sqlite3'
import type { CallFailure } from '../contract'

/** A call that the lab answers with a code; caught by the lab's dispatch only. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused'
  constructor(
    readonly code: CallFailure['code'],
    message: string,
  ) {
    super(message)
  }
}

/** The code under which `error` leaves the lab: files and database are `storage`, what is not foreseen `internal`. */
export function toCallFailure(error: unknown): CallFailure {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof CallRefused) return { code: error.code, message }
  return { code: isStorageError(error) ? 'storage' : 'internal', message }
}

function isStorageError(error: unknown): boolean {
  if (error instanceof Database.SqliteError) return true
  // What node:fs and node:zlib throw.
  return (
    error instanceof Error &&
    'code' in error &&
    ('syscall' in error || /^(Z_|ERR_BUFFER)/.test(String(error.code)))
  )
}
