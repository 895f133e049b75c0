import { assert } from '../../base'
import type { ExceptHandler, Literal, Statement } from '../language'
import { insideProtected } from './blocks'
import type { Label } from './emitter'
import { compileExpression } from './expressions'
import type { Scope } from './scope'

type Try = Extract<Statement, { readonly kind: 'try' }>

const NONE: Literal = { type: 'none' }

/**
 * `try`. The `finally` body is compiled once for every way out: the normal end, an exception, and each `return`,
 * `break` and `continue` that leaves the statement.
 */
export function compileTry(scope: Scope, statement: Try): void {
  const { finallyBody } = statement
  if (finallyBody.length === 0) return compileTryExcept(scope, statement)
  const { emitter } = scope
  const handler = emitter.label()
  const end = emitter.label()
  const runFinally = (): void => scope.body(finallyBody)
  insideProtected(scope, handler, () => compileTryExcept(scope, statement), {
    cleanUp: runFinally,
  })
  runFinally()
  emitter.jump('jump', end, statement)
  emitter.place(handler)
  scope.withHidden('exception', (exception) => {
    scope.emit('storeLocal', exception, statement)
    whileHandling(scope, exception, runFinally)
    scope.emit('loadLocal', exception, statement)
    scope.emit('raise', 0, statement)
  })
  emitter.place(end)
}

function compileTryExcept(scope: Scope, statement: Try): void {
  const { body, handlers, orElse } = statement
  if (handlers.length === 0) {
    scope.body(body)
    return scope.body(orElse)
  }
  const { emitter } = scope
  const caught = emitter.label()
  const end = emitter.label()
  insideProtected(scope, caught, () => scope.body(body))
  scope.body(orElse)
  emitter.jump('jump', end, statement)
  emitter.place(caught)
  for (const handler of handlers) compileHandler(scope, handler, end)
  // No handler matched, unless the last was a bare `except:` and nothing comes here.
  if (handlers.at(-1)?.type !== undefined) scope.emit('raise', 0, statement)
  emitter.place(end)
}

/** From the exception on the stack: goes to `end` when it is handled, falls through with it when it does not match. */
function compileHandler(scope: Scope, handler: ExceptHandler, end: Label): void {
  const { emitter } = scope
  const next = emitter.label()
  if (handler.type !== undefined) {
    compileExpression(scope, handler.type)
    scope.emit('matchException', 0, handler.type)
    emitter.jump('jumpIfFalse', next, handler.type)
  }
  scope.withHidden('exception', (exception) => {
    scope.emit('storeLocal', exception, handler)
    whileHandling(scope, exception, () => compileHandlerBody(scope, handler, exception))
  })
  emitter.jump('jump', end, handler)
  if (handler.type !== undefined) emitter.place(next)
}

/** The body with `as name` bound; the name is unbound on every way out, as CPython does. */
function compileHandlerBody(scope: Scope, handler: ExceptHandler, exception: number): void {
  const { target, body } = handler
  if (target === undefined) return scope.body(body)
  assert(target.kind === 'name', 'an exception is bound to something that is not a name')
  const { emitter } = scope
  const unbind = (): void => {
    // First bound to None: the body may have deleted the name already.
    scope.constant(NONE, target)
    scope.storeName(target.name, target.scope, target)
    scope.deleteName(target.name, target.scope, target)
  }
  const failed = emitter.label()
  const end = emitter.label()
  scope.emit('loadLocal', exception, target)
  scope.storeName(target.name, target.scope, target)
  insideProtected(scope, failed, () => scope.body(body), { cleanUp: unbind })
  unbind()
  emitter.jump('jump', end, handler)
  emitter.place(failed)
  // The new exception waits on the stack.
  unbind()
  scope.emit('raise', 0, handler)
  emitter.place(end)
}

/** Compiles `body` with a bare `raise` meaning the exception in the local `exception`. */
function whileHandling(scope: Scope, exception: number, body: () => void): void {
  const { handled } = scope
  scope.handled = exception
  body()
  scope.handled = handled
}
