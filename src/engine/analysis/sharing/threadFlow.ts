/**
 * What is in hand, and which threads may run, at every point of a program: a forward analysis of all paths through
 * functions and calls (Nielson, Nielson, Hankin, "Principles of Program Analysis", 1999, chapters 2.1 and 2.5, with what
 * the callers hold as context joined per root). Locks follow RacerX (Engler, Ashcraft, "RacerX: effective, static
 * detection of race conditions and deadlocks", SOSP 2003): a set that is certain on every path and one that is possible.
 */
import type { Expression, Module } from '../../language'
import type { Activation, CallPoint, Root } from './activation'
import type { Code } from './code'
import { ENTRY, flowGraph, type FlowGraph, RAISED, RETURNED } from './controlFlow'
import { type HeldState, join, mapHolds, NOTHING_HELD } from './held'
import { JoinedLists } from './joinedLists'
import { Multiplicity, type StartPoint } from './multiplicity'
import { PointsTo } from './pointsTo'
import { type Leaving, Transfer } from './transfer'
import { beginsAt, isGlobalPath, localPath, ValuePaths } from './valuePath'

/** What is known of one activation. */
interface Walk {
  readonly activation: Activation
  readonly graph: FlowGraph
  readonly states: (HeldState | undefined)[]
  /** Who has to be walked again when it comes to other ends. */
  readonly callers: Set<Walk>
  readonly pending: Set<number>
}

export class ThreadFlow {
  readonly pointsTo: PointsTo
  readonly paths: ValuePaths
  readonly multiplicity: Multiplicity
  readonly transfer: Transfer
  private readonly startPoints: readonly StartPoint[]
  private readonly walks = new Map<Activation, Walk>()
  private readonly graphs = new Map<Code, FlowGraph>()
  private readonly dirty = new Set<Walk>()
  private readonly concurrent = new Map<Root, Set<Root>>()
  private readonly mayCatch: boolean
  private current: Walk | undefined

  constructor(module: Module) {
    this.pointsTo = new PointsTo(module)
    this.paths = new ValuePaths(module)
    this.startPoints = startPointsOf(this.pointsTo)
    this.multiplicity = new Multiplicity(this.pointsTo, this.startPoints)
    this.mayCatch = this.pointsTo.codes.all.some(({ title }) => title.endsWith('.__exit__'))
    const lists = new JoinedLists(module, this.pointsTo, this.multiplicity)
    this.transfer = new Transfer(this.pointsTo, this.paths, this.multiplicity, lists, this)
    for (const { entries } of this.pointsTo.roots) {
      for (const entry of entries) this.enter(this.walkOf(entry), NOTHING_HELD)
    }
    this.solve()
  }

  /** Every operation that is reached, with the state before it. In the order of activations and paths. */
  *points(): Generator<{
    readonly activation: Activation
    readonly operation: FlowGraph['nodes'][number]['operation']
    readonly state: HeldState
  }> {
    for (const { activation, graph, states } of this.walks.values()) {
      for (const [i, { operation }] of graph.nodes.entries()) {
        const state = states[i]
        if (state !== undefined) yield { activation, operation, state }
      }
    }
  }

  /** Whether a thread of `a` may run while one of `b` does, as far as where they are started and joined tells. */
  mayOverlap(a: Root, b: Root): boolean {
    return this.concurrent.get(a)?.has(b) === true || this.concurrent.get(b)?.has(a) === true
  }

  /** The roots whose threads start those of `root`. */
  startersOf(root: Root): ReadonlySet<Root> {
    return new Set(
      this.startPoints.filter((point) => point.root === root).map(({ starter }) => starter.root),
    )
  }

  // ---- what the transfer asks

  started(root: Root, state: HeldState): ReadonlyMap<Root, string | undefined> {
    const all = new Set([root])
    for (const one of all) {
      for (const point of this.startPoints) if (point.starter.root === one) all.add(point.root)
    }
    for (const one of all) {
      const known = this.concurrent.get(one) ?? new Set<Root>()
      this.concurrent.set(one, known)
      for (const other of state.running.keys()) known.add(other)
      if (one !== root) for (const other of all) known.add(other)
    }
    return new Map([...all].map((one) => [one, undefined]))
  }

  call(
    at: CallPoint,
    state: HeldState,
    activation: Activation,
    name?: string,
  ): Leaving | undefined {
    const callees = [...(activation.callees.get(at) ?? [])].filter(
      ({ code }) => name === undefined || code.title.endsWith(`.${name}`),
    )
    if (callees.length === 0) return undefined
    let [next, error]: [HeldState | undefined, HeldState | undefined] = [undefined, state]
    for (const callee of callees) {
      const walk = this.walkOf(callee)
      if (this.current !== undefined) walk.callers.add(this.current)
      this.enter(walk, this.inherited(at, state, activation, callee))
      next = join(next, this.after(state, walk.states[RETURNED], activation))
      error = join(error, this.after(state, walk.states[RAISED], activation))
    }
    return { next, error }
  }

  /** What a callee begins with: paths of arguments become paths of its parameters. */
  private inherited(
    at: CallPoint,
    state: HeldState,
    activation: Activation,
    callee: Activation,
  ): HeldState {
    const names = this.parameterPaths(at, activation, callee)
    const renamed = (path: string | undefined): string | undefined => {
      if (path === undefined) return undefined
      for (const [start, name] of names) {
        if (beginsAt(path, start)) return localPath(name) + path.slice(start.length)
      }
      return isGlobalPath(path) ? path : undefined
    }
    const holds = mapHolds(state, (h) => ({ ...h, path: renamed(h.path), isInherited: true })).holds
    const running = new Map([...state.running].map(([root, path]) => [root, renamed(path)]))
    return { holds, running, freed: new Set(), results: new Map() }
  }

  /** What a call leaves its caller with, when the callee leaves with `end`. */
  private after(
    before: HeldState,
    end: HeldState | undefined,
    caller: Activation,
  ): HeldState | undefined {
    if (end === undefined) return undefined
    const kept = mapHolds(before, (h) => {
      const mayBeFreed = h.isCertain && h.locks.some(({ id }) => end.freed.has(id))
      return mayBeFreed ? { ...h, isCertain: false } : h
    })
    const holds = new Map(kept.holds)
    for (const [from, h] of end.holds) {
      if (h.isInherited || holds.has(from)) continue
      const path = h.path !== undefined && isGlobalPath(h.path) ? h.path : undefined
      holds.set(from, { ...h, path })
    }
    const running = new Map(
      [...end.running].map(([root, path]) => {
        const isOwn = this.isStartedOnlyBy(root, caller)
        return [root, path ?? (isOwn ? before.running.get(root) : undefined)]
      }),
    )
    return {
      holds,
      running,
      freed: new Set([...before.freed, ...end.freed]),
      results: before.results,
    }
  }

  /** No call can start threads of `root` meanwhile. */
  private isStartedOnlyBy(root: Root, caller: Activation): boolean {
    const starters = this.startPoints.filter((point) => point.root === root)
    return (
      this.multiplicity.runsOnce(caller.code) && starters.every(({ starter }) => starter === caller)
    )
  }

  private parameterPaths(
    at: CallPoint,
    activation: Activation,
    { code }: Activation,
  ): readonly (readonly [string, string])[] {
    if (!('kind' in at) || at.kind !== 'call') return []
    const isMethod = code.className !== undefined
    const receiver = at.callee.kind === 'attribute' ? at.callee.object : undefined
    const isBound =
      isMethod && receiver !== undefined && code.parameters.length > at.positional.length
    const given: readonly (Expression | undefined)[] = isBound
      ? [receiver, ...at.positional]
      : isMethod
        ? [undefined, ...at.positional]
        : at.positional
    return code.parameters.flatMap(({ name }, i) => {
      const argument = given[i]
      const path = argument === undefined ? undefined : this.paths.of(argument, activation.code)
      return path === undefined || code.cells.has(name) ? [] : [[path, name] as const]
    })
  }

  // ---- solving

  private walkOf(activation: Activation): Walk {
    const known = this.walks.get(activation)
    if (known !== undefined) return known
    const graph = this.graphs.get(activation.code) ?? flowGraph(activation.code.body, this.mayCatch)
    this.graphs.set(activation.code, graph)
    const made: Walk = {
      activation,
      graph,
      states: graph.nodes.map(() => undefined),
      callers: new Set(),
      pending: new Set(),
    }
    this.walks.set(activation, made)
    return made
  }

  private enter(walk: Walk, state: HeldState): void {
    this.reach(walk, ENTRY, state)
  }

  private reach(walk: Walk, node: number, state: HeldState | undefined): void {
    if (state === undefined) return
    const before = walk.states[node]
    const now = join(before, state)
    if (now === before) return
    walk.states[node] = now
    walk.pending.add(node)
    this.dirty.add(walk)
    if (node !== RETURNED && node !== RAISED) return
    for (const caller of walk.callers) {
      for (const [i, reached] of caller.states.entries()) {
        if (reached !== undefined) caller.pending.add(i)
      }
      this.dirty.add(caller)
    }
  }

  private solve(): void {
    for (const walk of this.dirty) {
      this.dirty.delete(walk)
      this.current = walk
      for (const node of walk.pending) {
        walk.pending.delete(node)
        const state = walk.states[node]
        const at = walk.graph.nodes[node]
        if (state === undefined || at === undefined) continue
        const { next, error } = this.transfer.through(at, state, walk.activation)
        for (const to of at.next) this.reach(walk, to, next)
        if (at.error !== undefined) this.reach(walk, at.error, error)
      }
    }
  }
}

function startPointsOf(pointsTo: PointsTo): readonly StartPoint[] {
  return pointsTo.activations.flatMap((starter) =>
    [...starter.values.keys()].flatMap((e) => {
      if (e.kind !== 'call') return []
      const spawned = pointsTo.spawned.get(e)
      if (spawned !== undefined) {
        return [{ root: pointsTo.root(spawned), starter, from: e.from }]
      }
      return [...pointsTo.objectsOf(e.callee, starter)].flatMap((o) =>
        o.kind === 'builtin' && o.name === 'start' && o.self?.kind === 'thread'
          ? [{ root: pointsTo.root(o.self), starter, from: e.from }]
          : [],
      )
    }),
  )
}
