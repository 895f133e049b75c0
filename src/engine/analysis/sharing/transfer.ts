/** What one operation does to the locks in hand and the threads that run. */
import { assertNever, groupBy } from '../../../base'
import type { Expression, Target } from '../../language'
import { callWaits } from './callShapes'
import type { Activation, CallPoint, Root } from './activation'
import type { FlowNode, Operation } from './controlFlow'
import { type HeldState, type Hold, join, mapHolds, withHold } from './held'
import { INNER_LOCK } from './library'
import type { Multiplicity } from './multiplicity'
import type { AbstractObject, LockObject, ThreadObject } from './objects'
import type { PointsTo } from './pointsTo'
import { beginsAt, localPath, type ValuePaths } from './valuePath'
import type { JoinedLists } from './joinedLists'

/** Where an operation leaves to; undefined where it does not. */
export interface Leaving {
  readonly next: HeldState | undefined
  readonly error: HeldState | undefined
}

/** What a transfer asks of the analysis around it. */
export interface Surroundings {
  /** Lets `state` enter the code that `at` calls; answers what comes out, as far as known. */
  call(at: CallPoint, state: HeldState, activation: Activation, name?: string): Leaving | undefined
  /** `root` is started while the threads of `state` run; answers all that may run then. */
  started(root: Root, state: HeldState): ReadonlyMap<Root, string | undefined>
}

/** The member of the union that has the kind. */
type OperationOf<K extends Operation['kind']> = Operation & { readonly kind: K }

type Called = Expression & { readonly kind: 'call' }

export class Transfer {
  constructor(
    private readonly pointsTo: PointsTo,
    private readonly paths: ValuePaths,
    private readonly multiplicity: Multiplicity,
    private readonly joinedLists: JoinedLists,
    private readonly surroundings: Surroundings,
  ) {}

  through({ operation }: FlowNode, state: HeldState, activation: Activation): Leaving {
    switch (operation.kind) {
      case 'none':
        return { next: state, error: undefined }
      case 'evaluate':
        return this.evaluate(operation.expression, state, activation)
      case 'iterate':
        return this.called(operation.at, state, activation)
      case 'store':
        return { next: this.store(operation, state, activation), error: state }
      case 'grow':
        return this.called(
          operation.statement,
          this.rebound(operation.statement.target, state),
          activation,
        )
      case 'enter':
        return this.enter(operation, state, activation)
      case 'exit':
        return this.exit(operation, state, activation)
      case 'assume':
        return { next: this.assume(operation, state, activation), error: undefined }
      case 'joinAll':
        return { next: this.joinAll(operation.threads, state, activation), error: undefined }
      default:
        return assertNever(operation)
    }
  }

  /** The locks an expression may name; a condition stands for the lock it was given. */
  locksOf(e: Expression, activation: Activation): readonly LockObject[] {
    return this.locksAmong(this.pointsTo.objectsOf(e, activation))
  }

  locksAmong(objects: Iterable<AbstractObject>): readonly LockObject[] {
    const found = new Set<LockObject>()
    for (const object of objects) {
      if (object.kind === 'side') found.add(object.of)
      if (object.kind !== 'lock') continue
      const field = this.pointsTo.heap.field(object, INNER_LOCK)
      const inner = [...this.pointsTo.solver.objectsOf(field)].filter((o) => o.kind === 'lock')
      for (const lock of inner.length === 0 ? [object] : inner) found.add(lock)
    }
    return [...found].sort((a, b) => a.id - b.id)
  }

  /** Both what the program's own code does and that nothing of it is called. */
  private called(at: CallPoint, state: HeldState, activation: Activation): Leaving {
    const inside = this.surroundings.call(at, state, activation)
    if (inside === undefined) return { next: state, error: state }
    return { next: join(inside.next, state), error: join(inside.error, state) }
  }

  private evaluate(e: Expression, state: HeldState, activation: Activation): Leaving {
    if (e.kind !== 'call') return this.called(e, state, activation)
    const builtins = [...this.pointsTo.objectsOf(e.callee, activation)]
    const effects = groupBy(builtins, builtinEffect)
    const isCode = activation.callees.has(e)
    const program = this.surroundings.call(e, state, activation)
    const leavings: Leaving[] = program === undefined ? [] : [program]
    const receivers = (effect: Effect): AbstractObject[] =>
      (effects.get(effect) ?? []).flatMap((o) =>
        o.kind === 'builtin' && o.self !== undefined ? [o.self] : [],
      )
    const isUnknownLock = builtins.length === 0 && callWaits(e)?.kind === 'acquire'
    if (effects.has('acquire') || isUnknownLock) {
      const isOnly = effects.size <= 1 && !isCode
      const locks = this.locksAmong(receivers('acquire'))
      leavings.push({ next: this.acquire(e, locks, state, activation, isOnly), error: state })
    }
    if (effects.has('release') || (builtins.length === 0 && callWaits(e)?.kind === 'release')) {
      const next = this.release(e, this.locksAmong(receivers('release')), state, activation)
      // It does not fail half-way: that keeps `finally: lock.release()` exact.
      leavings.push({ next, error: next })
    }
    const threads = (effect: Effect): ThreadObject[] =>
      receivers(effect).filter((o) => o.kind === 'thread')
    if (effects.has('start')) {
      const next = this.start(e, threads('start'), state, activation)
      leavings.push({ next, error: join(state, next) })
    }
    const spawned = this.pointsTo.spawned.get(e)
    if (spawned !== undefined) {
      // A pool may run several at once.
      const once = this.start(e, [spawned], state, activation)
      const next = this.start(e, [spawned], once, activation)
      return { next, error: join(state, next) }
    }
    if (effects.has('join')) {
      const next = this.join(e, threads('join'), state, activation, effects.size === 1)
      leavings.push({ next, error: state })
    }
    if (effects.has('other') || leavings.length === 0) {
      if (!isCode || effects.has('other')) leavings.push({ next: state, error: state })
    }
    return {
      next: leavings.map(({ next }) => next).reduce(join, undefined),
      error: leavings.map(({ error }) => error).reduce(join, undefined),
    }
  }

  private pathOfReceiver({ callee }: Called, { code }: Activation): string | undefined {
    return callee.kind === 'attribute' ? this.paths.of(callee.object, code) : undefined
  }

  private acquire(
    e: Called,
    locks: readonly LockObject[],
    state: HeldState,
    activation: Activation,
    isOnly: boolean,
  ): HeldState {
    const isCertain = isOnly && callWaits(e)?.isUntimed === true
    const path = this.pathOfReceiver(e, activation)
    const next = hold(state, { from: e.from, locks, path, isShared: false, isCertain })
    return { ...next, results: new Map(next.results).set(resultOf(e), e.from) }
  }

  private release(
    e: Called,
    locks: readonly LockObject[],
    state: HeldState,
    activation: Activation,
  ): HeldState {
    const path = this.pathOfReceiver(e, activation)
    const all = [...state.holds.values()]
    const isExactly = (h: Hold): boolean =>
      (path !== undefined && h.path === path) || this.isSameOne(h.locks, locks)
    const exact = all.filter(isExactly)
    const isOwn = exact.some((h) => h.isCertain)
    // Two holds of plain locks at once are two locks; a re-entrant one may be held twice.
    const isPlain = locks.length > 0 && locks.every(({ lock }) => lock === 'lock')
    const mayBe = (h: Hold): boolean =>
      locks.length === 0 || h.locks.length === 0 || h.locks.some((lock) => locks.includes(lock))
    const next = mapHolds(state, (h) => {
      if (isExactly(h)) {
        const isGone = !h.isRepeated && (isPlain || exact.length === 1)
        return isGone ? undefined : { ...h, isCertain: false }
      }
      if (!mayBe(h) || (isPlain && isOwn)) return h
      return h.isCertain ? { ...h, isCertain: false } : h
    })
    if (exact.some((h) => h.isCertain && !h.isInherited)) return next
    return { ...next, freed: new Set([...next.freed, ...locks.map(({ id }) => id)]) }
  }

  private isSameOne(held: readonly LockObject[], released: readonly LockObject[]): boolean {
    const [one] = held
    return (
      held.length === 1 &&
      released.length === 1 &&
      one !== undefined &&
      one === released[0] &&
      this.multiplicity.isOne(one)
    )
  }

  private start(
    e: Called,
    threads: readonly ThreadObject[],
    state: HeldState,
    activation: Activation,
  ): HeldState {
    const path = this.pathOfReceiver(e, activation)
    let next = state
    for (const thread of threads) {
      const root = this.pointsTo.root(thread)
      const running = new Map(this.surroundings.started(root, state))
      const isFirst = threads.length === 1 && !state.running.has(root)
      running.set(root, isFirst ? path : undefined)
      for (const [other, way] of next.running) if (other !== root) running.set(other, way)
      next = { ...next, running }
    }
    return next
  }

  private join(
    e: Called,
    threads: readonly ThreadObject[],
    state: HeldState,
    activation: Activation,
    isOnly: boolean,
  ): HeldState {
    const [thread] = threads
    const isUntimed = callWaits(e)?.isUntimed === true
    if (!isOnly || !isUntimed || threads.length !== 1 || thread === undefined) return state
    const root = this.pointsTo.root(thread)
    const path = this.pathOfReceiver(e, activation)
    const isKnown = path !== undefined && state.running.get(root) === path
    return isKnown || this.multiplicity.startsOnce(root) ? withoutThread(state, root) : state
  }

  private joinAll(threads: Expression, state: HeldState, activation: Activation): HeldState {
    let next = state
    for (const root of this.joinedLists.allOf(threads, activation)) next = withoutThread(next, root)
    return next
  }

  private enter(
    { item }: OperationOf<'enter' | 'exit'>,
    state: HeldState,
    activation: Activation,
  ): Leaving {
    const inside = this.surroundings.call(item, state, activation, '__enter__')
    const objects = [...this.pointsTo.objectsOf(item.context, activation)]
    const locks = this.locksAmong(objects)
    // Of what is not known, any lock may be in hand.
    if (locks.length === 0 && objects.length > 0) return inside ?? { next: state, error: state }
    const path = this.pathOfLock(item.context, activation)
    const isShared = objects.some((o) => o.kind === 'side' && o.isShared)
    const isCertain = inside === undefined
    const made = { from: item.context.from, locks, path, isShared, isCertain }
    return { next: join(hold(state, made), inside?.next), error: state }
  }

  /** `lock.read()` is a way to take `lock`. */
  private pathOfLock(context: Expression, { code }: Activation): string | undefined {
    const isSide =
      context.kind === 'call' &&
      context.callee.kind === 'attribute' &&
      (context.callee.name === 'read' || context.callee.name === 'write')
    return this.paths.of(isSide ? context.callee.object : context, code)
  }

  private exit(
    { item }: OperationOf<'enter' | 'exit'>,
    state: HeldState,
    activation: Activation,
  ): Leaving {
    const inside = this.surroundings.call(item, state, activation, '__exit__')
    const after = mapHolds(inside?.next ?? state, (h) => {
      if (h.from !== item.context.from) return h
      return h.isRepeated ? { ...h, isCertain: false } : undefined
    })
    return {
      next: inside !== undefined && inside.next === undefined ? undefined : after,
      error: inside?.error,
    }
  }

  private store(
    { target, value }: OperationOf<'store'>,
    state: HeldState,
    activation: Activation,
  ): HeldState {
    const next = this.rebound(target, state)
    const result = value === undefined ? undefined : state.results.get(resultOf(value))
    const name = target.kind === 'name' ? this.paths.of(target, activation.code) : undefined
    if (result === undefined || name === undefined) return next
    return { ...next, results: new Map(next.results).set(name, result) }
  }

  /** An acquisition is in hand where its result is true, and is not where it is false. */
  private assume(
    { expression, isTrue }: OperationOf<'assume'>,
    state: HeldState,
    { code }: Activation,
  ): HeldState {
    const name = expression.kind === 'name' ? this.paths.of(expression, code) : resultOf(expression)
    const from = name === undefined ? undefined : state.results.get(name)
    if (from === undefined) return state
    return mapHolds(state, (h) => {
      if (h.from !== from) return h
      if (isTrue) return h.isRepeated ? h : { ...h, isCertain: true }
      return h.isRepeated ? { ...h, isCertain: false } : undefined
    })
  }

  /** What is said by a local's name ends when it is bound again. */
  private rebound(target: Target, state: HeldState): HeldState {
    switch (target.kind) {
      case 'unpack':
        return target.targets.reduce((before, part) => this.rebound(part, before), state)
      case 'name':
        return rebind(target.name, state)
      default:
        return state
    }
  }
}

type Effect = 'acquire' | 'release' | 'start' | 'join' | 'other'

function builtinEffect(object: AbstractObject): Effect | 'code' {
  if (object.kind === 'function' || object.kind === 'class' || object.kind === 'instance') {
    return 'code'
  }
  if (object.kind !== 'builtin' || object.self === undefined) return 'other'
  const { name, self } = object
  if (self.kind === 'thread') return name === 'start' || name === 'join' ? name : 'other'
  if (self.kind !== 'lock') return 'other'
  return name === 'acquire' || name === 'release' ? name : 'other'
}

function hold(state: HeldState, made: Omit<Hold, 'isInherited' | 'isRepeated'>): HeldState {
  const isRepeated = state.holds.has(made.from)
  const isInherited = state.holds.get(made.from)?.isInherited === true
  return withHold(state, { ...made, isInherited, isRepeated })
}

function withoutThread(state: HeldState, root: Root): HeldState {
  if (!state.running.has(root)) return state
  return { ...state, running: new Map([...state.running].filter(([other]) => other !== root)) }
}

function rebind(name: string, state: HeldState): HeldState {
  const start = localPath(name)
  const next = mapHolds(state, (h) =>
    h.path !== undefined && beginsAt(h.path, start) ? { ...h, path: undefined } : h,
  )
  const isStale = (way: string | undefined): boolean => way !== undefined && beginsAt(way, start)
  const running = [...next.running.values()].some(isStale)
    ? new Map([...next.running].map(([root, way]) => [root, isStale(way) ? undefined : way]))
    : next.running
  const results = next.results.has(start)
    ? new Map([...next.results].filter(([other]) => other !== start))
    : next.results
  return running === state.running && results === state.results && next === state
    ? state
    : { ...next, running, results }
}

/** The name of the result of a call. */
function resultOf({ from }: Expression): string {
  return `(${from})`
}
