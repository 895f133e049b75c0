import { z } from 'zod'

/** A text column that holds JSON of the shape `schema`. */
export function jsonColumn<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)
}

/** The text to store for `value`; `undefined` is the column's NULL. */
export function toColumn(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
