/**
 * Walks every function of a program along its paths with the set of locks that may be in hand, and notes what is
 * acquired, joined and called with what. A may-analysis: where paths meet, sets are united.
 */
import { assertNever } from '../../base'
import {
  childExpressions,
  type Expression,
  type FunctionDefinition,
  type Module,
  type Statement,
  type Target,
} from '../language'
import { callWaits, type WaitingCall } from './callShapes'
import { bit, WaitPoints } from './waitPoints'
import {
  isSame,
  joinExits,
  mapExits,
  NOTHING_HELD,
  union,
  without,
  type Exits,
  type HeldState,
} from './heldState'

/** A call of something the program may define. */
export interface Call {
  readonly from: number
  readonly name: string
  readonly isMethod: boolean
  held: bigint
}

/** One function (or the module's own body) as far as walked. */
export class WalkedFunction {
  /** What may be in hand when a point is reached. */
  readonly wanted = new Map<number, bigint>()
  /** By offset. */
  readonly calls = new Map<number, Call>()

  constructor(
    readonly name: string,
    readonly className: string | undefined,
    readonly body: readonly Statement[],
  ) {}

  get title(): string {
    return this.className === undefined ? this.name : `${this.className}.${this.name}`
  }

  /** By name: `C()` calls `C.__init__`, `x.m()` every method `m`. */
  isCalledBy(call: Call): boolean {
    if (this.className === undefined) return !call.isMethod && call.name === this.name
    if (call.isMethod) return call.name === this.name
    return call.name === this.className && this.name === '__init__'
  }
}

export class LockFlow {
  readonly functions: WalkedFunction[] = []
  readonly waits: WaitPoints
  private current: WalkedFunction
  private finallyDepth = 0
  /** What was in hand at the head of each loop, by its body. */
  private readonly heads = new Map<readonly Statement[], HeldState>()

  constructor(module: Module, source: string) {
    this.waits = new WaitPoints(source)
    this.current = new WalkedFunction('<module>', undefined, module.body)
    this.functions.push(this.current)
    // Definitions are added to the end while the bodies before them are walked.
    for (const walked of this.functions) {
      this.current = walked
      this.block(walked.body, NOTHING_HELD)
    }
  }

  private block(statements: readonly Statement[], state: HeldState): Exits {
    let exits: Exits = { next: state }
    for (const s of statements) {
      if (exits.next === undefined) break
      const after = this.statement(s, exits.next)
      exits = joinExits(exits, after, after.next)
    }
    return exits
  }

  private blockFrom(statements: readonly Statement[], state: HeldState | undefined): Exits {
    return state === undefined ? { next: undefined } : this.block(statements, state)
  }

  // eslint-disable-next-line max-lines-per-function -- flat dispatch, one case per kind of statement
  private statement(s: Statement, state: HeldState): Exits {
    switch (s.kind) {
      case 'expression':
        return this.simple(s.value, state)
      case 'assign':
        return this.assign(s.targets, s.value, state)
      case 'augmented':
        return this.simple(s.value, this.bind(s.target, state))
      case 'delete':
        return {
          next: s.targets.reduce((before, target) => this.bind(target, before), state),
          raises: state,
        }
      case 'if': {
        const { whenTrue, whenFalse } = this.branch(s.condition, state)
        const body = this.blockFrom(s.body, whenTrue)
        const orElse = this.blockFrom(s.orElse, whenFalse)
        return joinExits(
          { ...body, raises: union(state, body.raises) },
          orElse,
          union(body.next, orElse.next),
        )
      }
      case 'while':
        return this.loop(s, state, (head) => this.branch(s.condition, head))
      case 'for': {
        const start = this.evaluate(s.iterable, state)
        return this.loop(s, start, (head) => ({
          whenTrue: this.bind(s.target, head),
          whenFalse: head,
        }))
      }
      case 'break':
        return { next: undefined, breaks: state }
      case 'continue':
        return { next: undefined, continues: state }
      case 'return': {
        const after = s.value === undefined ? state : this.evaluate(s.value, state)
        return { next: undefined, returns: after, raises: union(state, after) }
      }
      case 'try':
        return this.tryStatement(s, state)
      case 'with':
        return this.withStatement(s, state)
      case 'assert': {
        const { whenTrue, whenFalse } = this.branch(s.condition, state)
        return { next: whenTrue, raises: union(state, whenFalse) }
      }
      case 'raise':
        return {
          next: undefined,
          raises: [s.value, s.cause].reduce(
            (held, part) => (part === undefined ? held : this.evaluate(part, held)),
            state,
          ),
        }
      case 'function':
        return this.define(s.definition, undefined, state)
      case 'class':
        for (const method of s.definition.methods) this.define(method, s.definition.name, state)
        return { next: state }
      case 'collect':
      case 'pass':
      case 'import':
      case 'importFrom':
        return { next: state }
      default:
        return assertNever(s)
    }
  }

  private define(
    definition: FunctionDefinition,
    className: string | undefined,
    state: HeldState,
  ): Exits {
    const isKnown = this.functions.some((f) => f.body === definition.body)
    if (!isKnown)
      this.functions.push(new WalkedFunction(definition.name, className, definition.body))
    return { next: state }
  }

  /** A statement that is one expression. Lock operations do not fail half-way: that keeps try/finally exact. */
  private simple(value: Expression, state: HeldState): Exits {
    const next = this.evaluate(value, state)
    const waits = callWaits(value)?.kind
    if (waits === 'release') return { next, raises: next }
    return { next, raises: waits === 'acquire' ? state : union(state, next) }
  }

  private assign(targets: readonly Target[], value: Expression, state: HeldState): Exits {
    const exits = this.simple(value, state)
    if (exits.next === undefined) return exits
    const bound = targets.reduce((before, target) => this.bind(target, before), exits.next)
    const [target] = targets
    const waits = callWaits(value)
    if (target?.kind !== 'name' || waits?.kind !== 'acquire') return { ...exits, next: bound }
    const point = bit(this.point(waits))
    return { ...exits, next: { ...bound, results: new Map(bound.results).set(target.name, point) } }
  }

  /** After a binding, a name no longer holds the result of an acquisition. */
  private bind(target: Target, state: HeldState): HeldState {
    switch (target.kind) {
      case 'name': {
        if (!state.results.has(target.name)) return state
        return {
          ...state,
          results: new Map([...state.results].filter(([name]) => name !== target.name)),
        }
      }
      case 'attribute':
        return this.evaluate(target.object, state)
      case 'item':
        return this.evaluate(target.key, this.evaluate(target.object, state))
      case 'unpack':
        return target.targets.reduce((before, part) => this.bind(part, before), state)
      default:
        return assertNever(target)
    }
  }

  /**
   * Goes round until the set at the head grows no more. It begins with what an earlier visit ended with: a loop within
   * loops then is stable at once, instead of going round again each time the outer ones do.
   */
  private loop(
    s: { readonly body: readonly Statement[]; readonly orElse: readonly Statement[] },
    start: HeldState,
    enter: (head: HeldState) => Branches,
  ): Exits {
    let head = union(start, this.heads.get(s.body)) ?? start
    for (;;) {
      const { whenTrue, whenFalse } = enter(head)
      const body = this.blockFrom(s.body, whenTrue)
      const again = union(head, union(body.next, body.continues)) ?? head
      if (isSame(again, head)) {
        this.heads.set(s.body, head)
        const orElse = this.blockFrom(s.orElse, whenFalse)
        const inner: Exits = {
          next: undefined,
          returns: body.returns,
          raises: union(head, body.raises),
        }
        return joinExits(inner, orElse, union(orElse.next, body.breaks))
      }
      head = again
    }
  }

  private tryStatement(s: Statement & { kind: 'try' }, state: HeldState): Exits {
    const body = this.block(s.body, state)
    const raised = union(body.raises, s.handlers.length > 0 ? state : undefined)
    const isCaughtAlways = s.handlers.some((handler) => handler.type === undefined)
    const orElse = this.blockFrom(s.orElse, body.next)
    let exits = joinExits(
      { ...body, raises: isCaughtAlways ? undefined : body.raises },
      orElse,
      orElse.next,
    )
    for (const handler of s.handlers) {
      const handled = this.blockFrom(handler.body, raised)
      exits = joinExits(exits, handled, union(exits.next, handled.next))
    }
    if (s.finallyBody.length === 0) return exits
    return this.leaveThrough(s.finallyBody, exits)
  }

  /** Every exit passes the `finally` on its own; deep inside others all pass as one, which is coarser but stays quick. */
  private leaveThrough(finallyBody: readonly Statement[], exits: Exits): Exits {
    const { next, breaks, continues, returns, raises } = exits
    const all = [next, breaks, continues, returns, raises].reduce(union, undefined)
    const isDeep = this.finallyDepth >= EXACT_FINALLY_DEPTH
    let own: Exits = { next: undefined }
    this.finallyDepth += 1
    const walked: Walked[] = []
    const through = mapExits(exits, (leaving) => {
      const entering = isDeep && all !== undefined ? all : leaving
      const known = walked.find((w) => isSame(w.entering, entering))
      if (known !== undefined) return known.leaving
      const after = this.block(finallyBody, entering)
      walked.push({ entering, leaving: after.next })
      own = joinExits(own, after, undefined)
      return after.next
    })
    this.finallyDepth -= 1
    return joinExits(through, own, through.next)
  }

  private withStatement(s: Statement & { kind: 'with' }, state: HeldState): Exits {
    let inside = state
    let taken = 0n
    for (const { context, target } of s.items) {
      // Nothing but a lock can stand in a `with` of classroom Python.
      const { from, to } = context
      const point = this.point({ kind: 'acquire', from, to, target: context, isUntimed: true })
      inside = this.reach(point, this.evaluate(context, inside))
      taken |= bit(point)
      if (target !== undefined) inside = this.bind(target, inside)
    }
    const body = mapExits(this.block(s.body, inside), (leaving) => without(leaving, taken))
    return { ...body, raises: union(state, body.raises) }
  }

  /** The state where a condition is true, and where it is false; an acquisition that failed is not in hand. */
  private branch(condition: Expression, state: HeldState): Branches {
    const waits = callWaits(condition)
    if (waits?.kind === 'acquire') {
      const whenTrue = this.evaluate(condition, state)
      return { whenTrue, whenFalse: without(whenTrue, bit(this.point(waits))) }
    }
    switch (condition.kind) {
      case 'unary': {
        if (condition.operator !== 'not') break
        const { whenTrue, whenFalse } = this.branch(condition.operand, state)
        return { whenTrue: whenFalse, whenFalse: whenTrue }
      }
      case 'logical':
        return this.branchLogical(condition, state)
      case 'name': {
        const points = state.results.get(condition.name)
        return { whenTrue: state, whenFalse: points === undefined ? state : without(state, points) }
      }
      case 'literal':
        if (condition.literal.type !== 'bool') break
        return condition.literal.value
          ? { whenTrue: state, whenFalse: undefined }
          : { whenTrue: undefined, whenFalse: state }
    }
    const after = this.evaluate(condition, state)
    return { whenTrue: after, whenFalse: after }
  }

  private branchLogical(condition: Expression & { kind: 'logical' }, state: HeldState): Branches {
    const left = this.branch(condition.left, state)
    const goesOn = condition.operator === 'and' ? left.whenTrue : left.whenFalse
    const right = goesOn === undefined ? UNREACHABLE : this.branch(condition.right, goesOn)
    return condition.operator === 'and'
      ? { whenTrue: right.whenTrue, whenFalse: union(left.whenFalse, right.whenFalse) }
      : { whenTrue: union(left.whenTrue, right.whenTrue), whenFalse: right.whenFalse }
  }

  /** The state after an expression was evaluated, whatever its value. */
  private evaluate(e: Expression, state: HeldState): HeldState {
    if (e.kind === 'logical') {
      const { whenTrue, whenFalse } = this.branchLogical(e, state)
      return union(whenTrue, whenFalse) ?? state
    }
    if (e.kind === 'conditional') {
      const { whenTrue, whenFalse } = this.branch(e.condition, state)
      const yes = whenTrue && this.evaluate(e.whenTrue, whenTrue)
      const no = whenFalse && this.evaluate(e.whenFalse, whenFalse)
      return union(yes, no) ?? state
    }
    const inner = childExpressions(e).reduce((before, child) => this.evaluate(child, before), state)
    return e.kind === 'call' ? this.call(e, inner) : inner
  }

  private call(e: Expression & { kind: 'call' }, state: HeldState): HeldState {
    const { callee } = e
    if (callee.kind === 'name' || callee.kind === 'attribute') {
      const call = this.current.calls.get(e.to)
      if (call !== undefined) call.held |= state.held
      else {
        const isMethod = callee.kind === 'attribute'
        this.current.calls.set(e.to, {
          from: e.from,
          name: callee.name,
          isMethod,
          held: state.held,
        })
      }
    }
    const waits = callWaits(e)
    switch (waits?.kind) {
      case 'acquire':
        return this.reach(this.point(waits), state)
      case 'release':
        return without(state, this.waits.sameText(waits.target))
      case 'join':
        this.note(this.point(waits), state)
        return state
      default:
        return state
    }
  }

  private reach(point: number, state: HeldState): HeldState {
    this.note(point, state)
    return { ...state, held: state.held | bit(point) }
  }

  private note(point: number, state: HeldState): void {
    if (bit(point) === 0n) return
    const { wanted } = this.current
    wanted.set(point, (wanted.get(point) ?? 0n) | state.held)
  }

  private point(waits: WaitingCall): number {
    return this.waits.number(waits, this.current.title)
  }
}

interface Walked {
  readonly entering: HeldState
  readonly leaving: HeldState | undefined
}

const EXACT_FINALLY_DEPTH = 3

interface Branches {
  readonly whenTrue: HeldState | undefined
  readonly whenFalse: HeldState | undefined
}

const UNREACHABLE: Branches = { whenTrue: undefined, whenFalse: undefined }
