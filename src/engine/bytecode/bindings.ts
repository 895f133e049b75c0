import { remembered } from '../../base'
import {
  codeOf,
  expressionsIn,
  expressionsOf,
  statementsIn,
  targetsOf,
  withChildren,
  type Expression,
  type Module,
  type Statement,
  type Target,
} from '../language'

/** Names of globals that `statement` itself binds or deletes. */
export function globalsBoundBy(statement: Statement): readonly string[] {
  const inside = expressionsOf(statement).flatMap(withChildren)
  return [...globalsTargetedBy(statement), ...globalsBoundIn(inside)]
}

/** The same without what its expressions bind. */
function globalsTargetedBy(statement: Statement): readonly string[] {
  const names = targetsOf(statement).flatMap(globalName)
  if (statement.kind === 'class') return [...names, statement.definition.name]
  // The end of an `except … as name` binds the name again, and deletes it.
  return statement.kind === 'try' ? [...names, ...names] : names
}

function globalsBoundIn(expressions: readonly Expression[]): readonly string[] {
  return expressions.flatMap((e) => (e.kind === 'walrus' ? globalName(e.target) : []))
}

function globalName(target: Exclude<Target, { readonly kind: 'unpack' }>): readonly string[] {
  return target.kind === 'name' && target.scope === 'global' ? [target.name] : []
}

/** How many times each global stands in the program as a target. */
export const bindingCounts = remembered((module: Module): ReadonlyMap<string, number> => {
  const names = codeOf(module).flatMap((body) => [
    ...statementsIn(body).flatMap(globalsTargetedBy),
    ...globalsBoundIn(expressionsIn(body)),
  ])
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
})
