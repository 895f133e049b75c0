import type { ClassDefinition, Module } from './ast'

/** A class and those of the program that it derives from, itself first. */
export function lineOf(module: Module, definition: ClassDefinition): readonly ClassDefinition[] {
  const { base } = definition
  if (base?.type.kind !== 'class') return [definition]
  const above = classesOf(module).find(({ name }) => name === base.type.name)
  return above === undefined ? [definition] : [definition, ...lineOf(module, above)]
}

/** The classes of a program, which stand at its outermost level. */
function classesOf(module: Module): readonly ClassDefinition[] {
  return module.body.flatMap((statement) =>
    statement.kind === 'class' ? [statement.definition] : [],
  )
}
