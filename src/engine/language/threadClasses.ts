/**
 * Subclasses of `threading.Thread` share their objects with CPython's own attributes. A program that stores one of those,
 * or defines a method of that name, breaks `start` or `join` there.
 */
import type { ClassDefinition, Module, Span } from './ast'
import { lineOf } from './classes'
import type { Report } from './report'
import { statementsIn, targetsOf } from './walk'

const INTERNAL: ReadonlySet<string> = new Set(
  `_args _bootstrap _bootstrap_inner _daemonic _delete _ident _initialized _invoke_excepthook _is_stopped _kwargs _name
   _native_id _reset_internal_locks _set_ident _set_native_id _set_tstate_lock _started _stderr _stop _target
   _tstate_lock _wait_for_tstate_lock`.split(/\s+/),
)

/** Reports every use of CPython's own names in the subclasses of `Thread`. */
export function checkThreadClasses(report: Report, module: Module): void {
  for (const statement of module.body) {
    if (statement.kind !== 'class' || !isThread(module, statement.definition)) continue
    for (const { name, span } of namesOf(statement.definition)) {
      if (INTERNAL.has(name)) report.error(span, 'threadInternal', { name })
    }
  }
}

function isThread(module: Module, definition: ClassDefinition): boolean {
  return lineOf(module, definition).at(-1)?.base?.type.name === 'Thread'
}

/** The members of a class, and what its methods store on their first parameter. */
function namesOf({
  attributes,
  methods,
}: ClassDefinition): readonly { readonly name: string; readonly span: Span }[] {
  const stored = methods.flatMap(({ parameters, body }) =>
    [...statementsIn(body)].flatMap(targetsOf).flatMap((target) => {
      const isOnSelf =
        target.kind === 'attribute' &&
        target.object.kind === 'name' &&
        target.object.name === parameters[0]?.name
      return isOnSelf ? [{ name: target.name, span: target }] : []
    }),
  )
  return [...attributes, ...methods.map(({ name, nameSpan: span }) => ({ name, span })), ...stored]
}
