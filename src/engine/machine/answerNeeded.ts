import type { Value } from './value'

/** Thrown by an operation that needs what `callable(…args)` answers first (answers.ts). */
export class AnswerNeeded extends Error {
  override readonly name = 'AnswerNeeded'
  constructor(
    readonly callable: Value,
    /** Two values at most. */
    readonly args: readonly Value[],
    /** Containers whose representation is being made: met again, they are written as dots. */
    readonly open: readonly Value[],
  ) {
    super('answer needed')
  }
}
