import {
  codeOf,
  expressionsOf,
  statementsIn,
  targetsOf,
  withChildren,
  type Module,
  type NameTarget,
  type Statement,
} from '../language'

/** Names of globals that `statement` itself binds or deletes. */
export function globalsBoundBy(statement: Statement): readonly string[] {
  const targets = [...targetsOf(statement), ...walrusTargets(statement)]
  const names = targets.flatMap((target) =>
    target.kind === 'name' && target.scope === 'global' ? [target.name] : [],
  )
  if (statement.kind === 'class') return [...names, statement.definition.name]
  // The end of an `except … as name` binds the name again, and deletes it.
  return statement.kind === 'try' ? [...names, ...names] : names
}

function walrusTargets(statement: Statement): readonly NameTarget[] {
  return expressionsOf(statement)
    .flatMap((expression) => withChildren(expression))
    .flatMap((expression) => (expression.kind === 'walrus' ? [expression.target] : []))
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
