import type { Statement, WithItem } from '../language'
import { insideProtected } from './blocks'
import { compileExpression } from './expressions'
import type { Scope } from './scope'
import { compileTarget } from './targets'

type With = Extract<Statement, { readonly kind: 'with' }>

/** `with a, b:` is `with a:` around `with b:`. */
export function compileWith(scope: Scope, statement: With): void {
  compileItems(scope, statement.items, () => scope.body(statement.body))
}

function compileItems(scope: Scope, items: readonly WithItem[], body: () => void): void {
  const [item, ...others] = items
  if (item === undefined) return body()
  compileItem(scope, item, () => compileItems(scope, others, body))
}

function compileItem(scope: Scope, { context, target }: WithItem, body: () => void): void {
  const { emitter } = scope
  const failed = emitter.label()
  const suppressed = emitter.label()
  const end = emitter.label()
  scope.withHidden('context', (local) => {
    const exit = (): void => {
      scope.emit('loadLocal', local, context)
      scope.emit('exitContext', 0, context)
    }
    compileExpression(scope, context)
    scope.emit('duplicate', 0, context)
    scope.emit('storeLocal', local, context)
    scope.emit('enterContext', 0, context)
    // The entered value lies above what the handler restores: binding it is inside the protection, as in CPython.
    insideProtected(
      scope,
      failed,
      () => {
        if (target === undefined) scope.emit('pop', 0, context)
        else compileTarget(scope, target)
        body()
      },
      { cleanUp: exit, above: 1 },
    )
    exit()
    emitter.jump('jump', end, context)
    emitter.place(failed)
    scope.emit('loadLocal', local, context)
    scope.emit('exitContextByError', 0, context)
    emitter.jump('jumpIfTrue', suppressed, context)
    scope.emit('raise', 0, context)
    emitter.place(suppressed)
    scope.emit('pop', 0, context)
  })
  emitter.place(end)
}
