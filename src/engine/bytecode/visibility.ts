/**
 * Which globals no two threads can reach at unordered times: bound once, by the main thread, before it may have started
 * another. Everything another thread does is ordered after its `start`, so its reads see the one binding, and accesses
 * need not be steps. Sound, not complete: whatever is doubtful counts as a start or as a second binding.
 */
import { bodiesOf, expressionsOf, withChildren, type Module, type Statement } from '../language'
import { bindingCounts, globalsBoundBy } from './bindings'
import { startAnalysis, type StartAnalysis } from './starts'

/** Names whose accesses are not steps. */
export function invisibleGlobals(module: Module): ReadonlySet<string> {
  const counts = bindingCounts(module)
  const early = new Set<string>()
  collectEarly(module.body, startAnalysis(module), early)
  return new Set([...early].filter((name) => counts.get(name) === 1))
}

/**
 * Adds to `early` what straight-line module code binds before anything may start a thread; an `if` counts as straight
 * line, a loop does not. Answers whether a thread may have started by the end of `body`.
 */
function collectEarly(
  body: readonly Statement[],
  starts: StartAnalysis,
  early: Set<string>,
): boolean {
  for (const statement of body) {
    if (expressionsOf(statement).some((expression) => starts.mayStart(expression))) return true
    if (starts.isImplicit && !isPlainBinding(statement)) return true
    if (statement.kind === 'if') {
      const hasStarted = collectEarly(statement.body, starts, early)
      if (collectEarly(statement.orElse, starts, early) || hasStarted) return true
    } else if (bodiesOf(statement).length > 0) {
      if (mayStartInside(statement, starts)) return true
    } else {
      for (const name of globalsBoundBy(statement)) early.add(name)
    }
  }
  return false
}

/** Statements that run no code of the program by themselves. */
function isPlainBinding(statement: Statement): boolean {
  switch (statement.kind) {
    case 'import':
    case 'importFrom':
    case 'pass':
      return true
    case 'function':
    case 'class':
      return !computes(statement)
    case 'assign':
      return statement.targets.every(({ kind }) => kind === 'name') && !computes(statement)
    case 'expression':
      return !computes(statement)
    default:
      return false
  }
}

const VALUES: ReadonlySet<string> = new Set(['literal', 'name', 'list', 'tuple', 'dict'])

function computes(statement: Statement): boolean {
  return expressionsOf(statement).some((expression) =>
    withChildren(expression).some(({ kind }) => !VALUES.has(kind)),
  )
}

function mayStartInside(statement: Statement, starts: StartAnalysis): boolean {
  return bodiesOf(statement).some((body) => starts.bodyMayStart(body))
}
