export type * from './ast'
export { BUILTIN_NAMES } from './builtins'
export { lineOf } from './classes'
export type { Diagnostic } from './diagnostic'
export { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnosticCodes'
export { ANNOTATION_MODULE, MODULE_MEMBERS, type LoadedModule, membersOf } from './modules'
export { OPERATOR_METHODS } from './specialNames'
export { isIdentifier, KEYWORDS } from './tokens'
export { parse, SOURCE_LIMIT, type Reading } from './parse'
export {
  bodiesOf,
  childExpressions,
  codeOf,
  definitionsIn,
  definitionsOf,
  expressionsIn,
  expressionsOf,
  statementsIn,
  targetsOf,
  withChildren,
} from './walk'
