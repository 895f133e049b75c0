/** A defect of Cerrojo itself, never of a learner's program. Caught only at process borders. */
export class BugError extends Error {
  override readonly name = 'BugError'
}

/** Throws {@link BugError} with `message` unless `condition` holds. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new BugError(message)
}

/** Closes a `switch` over a discriminated union: a new member then fails to compile. */
export function assertNever(value: never): never {
  throw new BugError(`unexpected value ${JSON.stringify(value)}`)
}

/** Returns `value`, or throws {@link BugError} when it is `undefined`: for look-ups that cannot miss. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new BugError(`${what} is missing`)
  return value
}
