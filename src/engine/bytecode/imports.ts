import { codeOf, statementsIn, type Module } from '../language'

/** Whether the program imports `module`, or a package that holds it. */
export function importsModule(program: Module, module: string): boolean {
  return codeOf(program).some((body) =>
    statementsIn(body).some(
      (statement) =>
        (statement.kind === 'import' || statement.kind === 'importFrom') &&
        (statement.module === module || module.startsWith(`${statement.module}.`)),
    ),
  )
}
