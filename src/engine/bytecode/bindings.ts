import type { Module, Statement } from '../language'
import { codeOf, statementsIn, targetsOf } from './walk'

/** Names of globals that `statement` itself binds or deletes. */
export function globalsBoundBy(statement: Statement): readonly string[] {
  if (statement.kind === 'function' || statement.kind === 'class')
    return [statement.definition.name]
  const names = targetsOf(statement).flatMap((target) =>
    target.kind === 'name' && target.scope === 'global' ? [target.name] : [],
  )
  // The end of an `except … as name` binds the name again, and deletes it.
  return statement.kind === 'try' ? [...names, ...names] : names
}

/** How many times each global stands in the program as a target. */
export function bindingCounts(module: Module): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const body of codeOf(module)) {
    for (const statement of statementsIn(body)) {
      for (const name of globalsBoundBy(statement)) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return counts
}
