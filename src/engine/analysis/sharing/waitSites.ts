/** Where a program waits for locks and threads, and with what in hand, by places of the source. */
import { groupBy } from '../../../base'
import { expressionsIn, type Span, statementsIn } from '../../language'
import { callWaits } from './callShapes'
import type { Code } from './code'
import { isKnown, type KnownNesting, type Nesting } from './lockOrder'
import type { LockObject } from './objects'
import type { AcquisitionSite, JoinSite, Line, NestedAcquisition, StaticWaits } from './report'
import type { ThreadFlow } from './threadFlow'
import { type Wait, waitOf } from './waits'

/** A place that waits, with what may be so in any thread that comes there. */
interface Place {
  readonly wait: Omit<Wait, 'locks' | 'path'>
  readonly code: Code
  readonly isReached: boolean
  readonly locks: Set<LockObject>
  /** In some thread it is not known which lock it is. */
  isAny: boolean
  /** Offsets of the places whose locks may be in hand. */
  readonly held: Set<number>
}

/** What places are reported by. */
export interface Wording {
  readonly source: string
  lineAt(offset: number): Line
  numberOf(lock: LockObject): number
}

export class WaitSites {
  private readonly places: readonly Place[]
  /** Of each acquisition, by its offset. */
  private readonly numbers: ReadonlyMap<number, number>

  constructor(
    flow: ThreadFlow,
    private readonly wording: Wording,
  ) {
    const reached = reachedPlaces(flow)
    this.places = [...reached, ...unreachedPlaces(flow)].sort((a, b) => a.wait.from - b.wait.from)
    this.numbers = new Map(this.acquisitions().map(({ wait }, i) => [wait.from, i]))
  }

  /** @param circular those of the nestings that are part of a circle. */
  report(nestings: readonly Nesting[], circular: ReadonlySet<KnownNesting>): StaticWaits {
    const joins = this.places.filter(({ wait }) => wait.kind === 'join')
    const mayBeCircular = (n: Nesting): boolean => n.isSignalled || !isKnown(n) || circular.has(n)
    const pairs = groupBy(nestings, ({ heldFrom, wantedFrom }) => `${heldFrom} ${wantedFrom}`)
    return {
      sites: this.acquisitions().map((place) => this.site(place)),
      nested: [...pairs.values()]
        .map((pair): NestedAcquisition => {
          const { heldFrom = 0, wantedFrom = 0 } = pair[0] ?? {}
          const isCircular = pair.some(mayBeCircular)
          return { held: this.numberOf(heldFrom), wanted: this.numberOf(wantedFrom), isCircular }
        })
        .sort((a, b) => a.held - b.held || a.wanted - b.wanted),
      joins: joins.map((place) => this.join(place)),
    }
  }

  private acquisitions(): readonly Place[] {
    return this.places.filter(({ wait }) => wait.kind !== 'join')
  }

  private numberOf(from: number): number {
    return this.numbers.get(from) ?? 0
  }

  private site({ wait, code, locks, isAny, isReached }: Place): AcquisitionSite {
    const { kind, from, to, target, isUntimed } = wait
    return {
      kind: kind === 'wait' ? 'wait' : 'acquire',
      from,
      to,
      line: this.wording.lineAt(from),
      lock: this.textOf(target),
      function: code.title,
      isUntimed,
      locks: isAny ? [] : ascending([...locks].map((lock) => this.wording.numberOf(lock))),
      isReached,
    }
  }

  private join({ wait, held }: Place): JoinSite {
    return {
      line: this.wording.lineAt(wait.from),
      thread: this.textOf(wait.target),
      isUntimed: wait.isUntimed,
      held: ascending([...held].map((from) => this.numberOf(from))),
    }
  }

  private textOf({ from, to }: Span): string {
    return this.wording.source.slice(from, to)
  }
}

function reachedPlaces(flow: ThreadFlow): readonly Place[] {
  const places = new Map<number, Place>()
  for (const { activation, operation, state } of flow.points()) {
    const wait = waitOf(operation, activation, flow)
    if (wait === undefined) continue
    const place = places.get(wait.from) ?? placeOf(wait, activation.code, true)
    places.set(wait.from, place)
    for (const lock of wait.locks) place.locks.add(lock)
    place.isAny ||= wait.locks.length === 0
    for (const from of state.holds.keys()) place.held.add(from)
  }
  return [...places.values()]
}

function placeOf(wait: Place['wait'], code: Code, isReached: boolean): Place {
  return { wait, code, isReached, locks: new Set(), isAny: false, held: new Set() }
}

/** In code that nothing calls, a `with` on what is not made there is taken for one on a lock. */
function unreachedPlaces(flow: ThreadFlow): readonly Place[] {
  const reached = new Set([...flow.points()].map(({ activation }) => activation.code))
  return flow.pointsTo.codes.all.flatMap((code) => {
    if (reached.has(code)) return []
    const entered = statementsIn(code.body).flatMap((s) => {
      const contexts = s.kind === 'with' ? s.items.map(({ context }) => context) : []
      return contexts.filter(({ kind }) => kind !== 'call')
    })
    const called = expressionsIn(code.body)
      .map(callWaits)
      .filter((call) => call !== undefined)
    return [
      ...entered.map((target) => ({
        kind: 'acquire' as const,
        from: target.from,
        to: target.to,
        target,
        isUntimed: true,
      })),
      ...called.flatMap(({ kind, ...call }) => (kind === 'acquire' ? [{ kind, ...call }] : [])),
    ].map((wait) => placeOf(wait, code, false))
  })
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
