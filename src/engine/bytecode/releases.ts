/**
 * Whether every release in the source gives back what the same call of the same function acquired. A must-hold analysis
 * of each body: a set of value names (`sameValue.ts`) certainly held, grown by `x.acquire()` as a statement, shrunk by
 * `x.release()`. Where paths meet only what all of them hold stays. Any other mention of `release` fails.
 *
 * A condition made on a lock that is given to it may release that lock in `wait`, whoever holds it (a plain Lock has no
 * owner): in a program with such a condition every `wait` counts as a foreign release.
 *
 * Not followed, and therefore refused: acquires with arguments (they may fail), locks passed to functions that release
 * them, locks held since before a loop and released in it.
 */
import { assertNever } from '../../base'
import {
  codeOf,
  expressionsIn,
  statementsIn,
  targetsOf,
  type Expression,
  type Module,
  type Statement,
} from '../language'
import { mentionsLocal, valueNames, type ValueName } from './sameValue'

/** See `Program.releasesOnlyOwn`; `fixedGlobals` are bound once, before threads start. */
export function releasesOnlyOwn(module: Module, fixedGlobals: ReadonlySet<string>): boolean {
  const bodies = codeOf(module)
  const isRelease = givesConditionLock(module) ? mayReleaseOrWait : mayRelease
  const mentions = bodies.flatMap((body) => {
    const expressions = expressionsIn(body)
    const harmless = harmlessCallees(expressions)
    return expressions.filter((e) => isRelease(e) && (e.kind !== 'name' || !harmless.has(e)))
  })
  if (mentions.length === 0) return true
  const valueName = valueNames(module, fixedGlobals)
  const checked = new Set<Expression>()
  const isOwn = bodies.every((body) => new BodyCheck(valueName, checked).check(body))
  return isOwn && mentions.every((mention) => checked.has(mention))
}

function mayRelease(expression: Expression): boolean {
  if (expression.kind === 'attribute') return /^(?:release|__exit__)$/.test(expression.name)
  return (
    expression.kind === 'name' && expression.scope === 'builtin' && expression.name === 'getattr'
  )
}

/** `getattr` where it is called with a name that is written out and gives no lock back. */
function harmlessCallees(expressions: readonly Expression[]): ReadonlySet<Expression> {
  return new Set(
    expressions.flatMap((e) => {
      const name = e.kind === 'call' ? e.positional[1] : undefined
      const text =
        name?.kind === 'literal' && name.literal.type === 'string' ? name.literal.value : ''
      return e.kind === 'call' && text !== '' && !/^(?:release|wait|__exit__)/.test(text)
        ? [e.callee]
        : []
    }),
  )
}

function mayReleaseOrWait(expression: Expression): boolean {
  const isWait = expression.kind === 'attribute' && /^wait(?:_for)?$/.test(expression.name)
  return isWait || mayRelease(expression)
}

/** Whether `Condition` is mentioned in any way but `Condition()`. */
function givesConditionLock(module: Module): boolean {
  const bodies = codeOf(module)
  const expressions = bodies.flatMap((body) => expressionsIn(body))
  const plain = new Set<Expression>(
    expressions.flatMap((e) =>
      e.kind === 'call' && e.positional.length + e.keywords.length === 0 ? [e.callee] : [],
    ),
  )
  const isCondition = (e: Expression): boolean =>
    (e.kind === 'name' || e.kind === 'attribute') && e.name === 'Condition' && !plain.has(e)
  return expressions.some(isCondition) || bodies.some((body) => hasAlias(body))
}

/** `from threading import Condition as …` */
function hasAlias(body: readonly Statement[]): boolean {
  return statementsIn(body).some(
    (statement) =>
      statement.kind === 'importFrom' &&
      statement.members.some(
        ({ member, target }) =>
          member === 'Condition' && (target.kind !== 'name' || target.name !== 'Condition'),
      ),
  )
}

/** `undefined`: no path comes here. */
type Held = ReadonlySet<string> | undefined

function meet(left: Held, right: Held): Held {
  if (left === undefined || right === undefined) return left ?? right
  return new Set([...left].filter((value) => right.has(value)))
}

class BodyCheck {
  private isOwn = true
  /** For each open statement that control may leave anywhere: what was held all the time since its start. */
  private readonly floors: Set<string>[] = []

  constructor(
    private readonly valueName: ValueName,
    /** Gets the callees of the releases that were looked at. */
    private readonly checked: Set<Expression>,
  ) {}

  check(body: readonly Statement[]): boolean {
    this.body(body, new Set())
    return this.isOwn
  }

  private body(body: readonly Statement[], held: Held): Held {
    return body.reduce((now, statement) => this.statement(statement, now), held)
  }

  private statement(statement: Statement, held: Held): Held {
    if (held === undefined) {
      // Nothing comes here, but its releases have been looked at.
      this.body([statement], new Set<string>())
      return undefined
    }
    const known = this.withoutRebound(statement, held)
    switch (statement.kind) {
      case 'if':
        return meet(this.body(statement.body, known), this.body(statement.orElse, known))
      case 'while':
      case 'for':
        return this.loop(statement, known)
      case 'with':
        return this.body(statement.body, known)
      case 'try':
        return this.try(statement, known)
      case 'break':
      case 'continue':
      case 'return':
      case 'raise':
        return undefined
      case 'expression':
        return this.call(statement.value, known)
      case 'assign':
      case 'augmented':
      case 'delete':
      case 'collect':
      case 'pass':
      case 'assert':
      case 'function':
      case 'class':
      case 'import':
      case 'importFrom':
        return known
      default:
        return assertNever(statement)
    }
  }

  private withoutRebound(statement: Statement, held: ReadonlySet<string>): ReadonlySet<string> {
    let left = held
    for (const target of targetsOf(statement)) {
      if (target.kind !== 'name' || target.scope !== 'local') continue
      left = this.without(left, (value) => mentionsLocal(value, target.name))
    }
    return left
  }

  private without(
    held: ReadonlySet<string>,
    isGone: (value: string) => boolean,
  ): ReadonlySet<string> {
    for (const floor of this.floors) {
      for (const value of floor) if (isGone(value)) floor.delete(value)
    }
    return new Set([...held].filter((value) => !isGone(value)))
  }

  private call(expression: Expression, held: ReadonlySet<string>): ReadonlySet<string> {
    if (expression.kind !== 'call' || expression.callee.kind !== 'attribute') return held
    const { callee, positional, keywords } = expression
    if (positional.length + keywords.length > 0) return held
    const value = this.valueName(callee.object)
    if (callee.name === 'acquire' && value !== undefined) return new Set([...held, value])
    if (callee.name !== 'release') return held
    this.checked.add(callee)
    if (value === undefined || !held.has(value)) this.isOwn = false
    return this.without(held, (other) => other === value)
  }

  /** Runs `walk`; `floor` is what was held at every moment of it. */
  private watched(
    held: ReadonlySet<string>,
    walk: () => Held,
  ): { end: Held; floor: ReadonlySet<string> } {
    const floor = new Set(held)
    this.floors.push(floor)
    const end = walk()
    this.floors.pop()
    return { end, floor }
  }

  /** The floor of a loop holds at each start of its body and at its end, however often and wherever it is left. */
  private loop(
    statement: Extract<Statement, { readonly kind: 'while' | 'for' }>,
    held: ReadonlySet<string>,
  ): Held {
    const { floor } = this.watched(held, () => this.body(statement.body, held))
    if (floor.size < held.size) return this.loop(statement, floor)
    return meet(this.body(statement.orElse, floor), floor)
  }

  private try(
    statement: Extract<Statement, { readonly kind: 'try' }>,
    held: ReadonlySet<string>,
  ): Held {
    const { end, floor } = this.watched(held, () => this.tryExcept(statement, held))
    // On the way out by an exception or a jump.
    this.body(statement.finallyBody, floor)
    return end === undefined ? undefined : this.body(statement.finallyBody, end)
  }

  private tryExcept(
    { body, handlers, orElse }: Extract<Statement, { readonly kind: 'try' }>,
    held: ReadonlySet<string>,
  ): Held {
    const { end, floor } = this.watched(held, () => this.body(body, held))
    const ends = handlers.map((handler) => this.body(handler.body, floor))
    return ends.reduce(meet, this.body(orElse, end))
  }
}
