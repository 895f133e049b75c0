import { createLineIndex, groupBy } from '../../../base'
import type { Expression, Module } from '../../language'
import type { Root } from './activation'
import { type GuardedAccess, type GuardedPlace, guardedPlaces, guardState } from './guards'
import { Circles } from './circles'
import { isKnown, isOfOneSemaphore, type KnownNesting, type Nesting, nestingsOf } from './lockOrder'
import { ObjectNames } from './names'
import type { LockObject } from './objects'
import { Overlap } from './overlap'
import type {
  Guard,
  GuardStatus,
  OrderEdge,
  SharedAccess,
  SharedPlace,
  SharingReport,
  StaticLock,
  StaticOrder,
  StaticThread,
  StaticWaits,
} from './report'
import { ThreadFlow } from './threadFlow'
import { WaitSites } from './waitSites'

/**
 * What threads of a program share, which locks guard it and in which orders locks are taken, without running it. Every
 * path counts as possible: what is not in the answer cannot happen, what is in it may not. Code that nothing calls is not
 * looked at. Objects that the source makes at one place are not told apart, items of containers only by written keys.
 *
 * @param source the text `module` was read from.
 */
export function analyseSharing(module: Module, source: string): SharingReport {
  return new Reporter(module, source).report()
}

class Reporter {
  private readonly flow: ThreadFlow
  private readonly names: ObjectNames
  private readonly overlap: Overlap
  private readonly locks: readonly LockObject[]
  private readonly lineAt: (offset: number) => number

  constructor(
    private readonly module: Module,
    private readonly source: string,
  ) {
    const lines = createLineIndex(source)
    this.lineAt = (offset) => lines.lineAt(offset)
    this.flow = new ThreadFlow(module)
    this.names = new ObjectNames(this.flow.pointsTo)
    this.overlap = new Overlap(this.flow)
    this.locks = this.flow.pointsTo.objects.all
      .filter((object) => object.kind === 'lock')
      .sort((a, b) => a.from - b.from)
  }

  report(): SharingReport {
    const nestings = nestingsOf(this.flow)
    const places = guardedPlaces(this.module, this.flow, this.overlap).map((p) => this.place(p))
    return {
      threads: this.flow.pointsTo.roots.map((root) => this.thread(root)),
      locks: this.locks.map((lock, id) => this.lock(lock, id)),
      places: places.sort((a, b) => firstLine(a) - firstLine(b) || compareText(a.name, b.name)),
      order: this.order(nestings),
      waits: this.waits(nestings),
    }
  }

  private thread(root: Root): StaticThread {
    const { thread, entries } = root
    if (thread === undefined) return { name: 'main', line: undefined, isMany: false }
    const [entry] = entries
    const name = givenName(thread.at) ?? entry?.code.title ?? 'Thread'
    return { name, line: this.lineAt(thread.from), isMany: this.flow.mayOverlap(root, root) }
  }

  private lock(lock: LockObject, id: number): StaticLock {
    const isOne = this.flow.multiplicity.isOne(lock)
    const name = this.names.ofLock(lock)
    return { id, name, kind: lock.lock, line: this.lineAt(lock.from), isOne }
  }

  // ---- places

  private place({ shape, accesses, conflicts }: GuardedPlace): SharedPlace {
    const kinds = { global: 'name', cell: 'name', attribute: 'attribute', items: 'items' } as const
    const pairs = conflicts.map(([a, b]) => this.pair(this.lineAt(a.from), this.lineAt(b.from)))
    const guards = this.locks.flatMap((lock, id) => this.guard(lock, id, accesses))
    const order: readonly GuardStatus[] = ['always', 'undecided', 'sometimes']
    return {
      name: this.names.ofPlace(shape),
      kind: kinds[shape.kind],
      accesses: this.accesses(accesses),
      guards: guards.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status)),
      conflicts: [...new Map(pairs.map((pair) => [pair.join(), pair])).values()].sort(
        (a, b) => a[0] - b[0] || a[1] - b[1],
      ),
    }
  }

  private pair(a: number, b: number): readonly [number, number] {
    return a <= b ? [a, b] : [b, a]
  }

  private accesses(accesses: readonly GuardedAccess[]): readonly SharedAccess[] {
    const groups = groupBy(accesses, (a) => `${this.lineAt(a.from)} ${a.isWrite}`)
    return [...groups.values()]
      .map((group) => ({
        line: this.lineAt(group[0]?.from ?? 0),
        isWrite: group[0]?.isWrite === true,
        threads: ascending(group.map(({ activation }) => activation.root.id)),
      }))
      .sort((a, b) => a.line - b.line || Number(a.isWrite) - Number(b.isWrite))
  }

  private guard(
    lock: LockObject,
    id: number,
    accesses: readonly GuardedAccess[],
  ): readonly Guard[] {
    const states = groupBy(accesses, (access) => guardState(access, lock, this.flow))
    if ((states.get('held') ?? states.get('possible')) === undefined) return []
    const linesOf = (state: 'held' | 'possible' | 'missing'): readonly number[] =>
      ascending((states.get(state) ?? []).map(({ from }) => this.lineAt(from)))
    const missing = linesOf('missing')
    const possible = linesOf('possible').filter((line) => !missing.includes(line))
    const held = linesOf('held').filter((l) => !missing.includes(l) && !possible.includes(l))
    const undecided = possible.length > 0 ? 'undecided' : 'always'
    const status = missing.length > 0 ? 'sometimes' : undecided
    const isOwn = !this.flow.multiplicity.isOne(lock)
    return [{ lock: id, isOwn, status, held, possible, missing }]
  }

  // ---- order

  private order(nestings: readonly Nesting[]): StaticOrder {
    const ordered = nestings.filter((nesting) => !isOfOneSemaphore(nesting))
    const known = ordered.filter(isKnown)
    const groups = groupBy(known, ({ held, wanted }) => `${held.id} ${wanted.id}`)
    const edges = [...groups.values()].flatMap((group) => this.edge(group))
    return {
      ...this.verdict(known, known.length < ordered.length),
      edges: edges.sort((a, b) => a.held - b.held || a.wanted - b.wanted),
    }
  }

  private edge(group: readonly KnownNesting[]): readonly OrderEdge[] {
    const [first] = group
    if (first === undefined) return []
    const sites = groupBy(group, (n) => `${n.heldFrom} ${n.wantedFrom}`)
    return [
      {
        held: this.locks.indexOf(first.held),
        wanted: this.locks.indexOf(first.wanted),
        sites: [...sites.values()]
          .map((all) => ({
            heldLine: this.lineAt(all[0]?.heldFrom ?? 0),
            wantedLine: this.lineAt(all[0]?.wantedFrom ?? 0),
            threads: ascending(all.map(({ root }) => root.id)),
            isUntimed: all.some(({ isUntimed }) => isUntimed),
          }))
          .sort((a, b) => a.heldLine - b.heldLine || a.wantedLine - b.wantedLine),
      },
    ]
  }

  private verdict(known: readonly KnownNesting[], hasUnknown: boolean): Omit<StaticOrder, 'edges'> {
    const isOne = (lock: LockObject): boolean =>
      lock.lock !== 'semaphore' && this.flow.multiplicity.isOne(lock)
    const untimed = known.filter(({ isUntimed }) => isUntimed)
    const exact = untimed.filter((n) => n.isExact && isOne(n.held) && isOne(n.wanted))
    const certain = new Circles(exact, this.overlap).shortest()
    if (certain !== undefined) return { verdict: 'possible', cycle: this.heldIn(certain) }
    const doubtful = new Circles(untimed, this.overlap).shortest()
    if (doubtful !== undefined) return { verdict: 'undecided', cycle: this.heldIn(doubtful) }
    return { verdict: hasUnknown ? 'undecided' : 'none', cycle: [] }
  }

  private heldIn(circle: readonly KnownNesting[]): readonly number[] {
    return circle.map(({ held }) => this.locks.indexOf(held))
  }

  // ---- waits

  private waits(nestings: readonly Nesting[]): StaticWaits {
    const { source, lineAt } = this
    const numberOf = (lock: LockObject): number => this.locks.indexOf(lock)
    const circles = new Circles(nestings.filter(isKnown), this.overlap)
    const sites = new WaitSites(this.flow, { source, lineAt, numberOf })
    return sites.report(nestings, circles.members())
  }
}

/** `name="…"` of a call that makes a thread. */
function givenName(made: Expression): string | undefined {
  if (made.kind !== 'call') return undefined
  const value = made.keywords.find(({ name }) => name === 'name')?.value
  const isText = value?.kind === 'literal' && value.literal.type === 'string'
  return isText ? value.literal.value : undefined
}

function firstLine({ accesses }: SharedPlace): number {
  return accesses[0]?.line ?? 0
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
