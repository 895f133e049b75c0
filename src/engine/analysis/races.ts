/**
 * Data races of one run: two accesses to one place by different threads, at least one a write, that nothing orders
 * (happens-before). Only what this run did is judged: no race here is no proof that the program has none.
 *
 * FastTrack (Flanagan and Freund 2009) keeps the last write and the reads of a place, which finds the first race of each.
 * Here each place keeps the last access of every thread at every line, which finds every pair of lines: if any earlier
 * access of a thread at a line is unordered with one at hand, the last one there is.
 */
import { EVENT, type Trace } from '../trace'
import { HappensBefore } from './happensBefore'
import { NONE, Replay } from './replay'

/** One side of a race. */
export interface RaceAccess {
  /** Index of the event. */
  readonly event: number
  readonly thread: number
  /** 1-based. */
  readonly line: number
  readonly isWrite: boolean
  /** Place indices of the locks the thread held, in order of acquisition. */
  readonly holds: readonly number[]
}

export interface Race {
  /** Place index of what both access. */
  readonly place: number
  /** The access that came first in this run. */
  readonly first: RaceAccess
  readonly second: RaceAccess
}

/**
 * The races of `trace`, once for each pair of source lines: that which came first in the run. By the lines, the lower
 * one first. Linear in the events: each access costs O(threads), and O(lines that access the place) where it races.
 */
export function racesOf(trace: Trace): readonly Race[] {
  return new RaceSearch(trace).search()
}

/** The last access of a thread to a place at one line, of one kind. */
interface Site {
  access: RaceAccess
  /** Of the thread's own clock. */
  clock: number
}

/** What one thread has done to a place. */
interface Visitor {
  readonly thread: number
  readonly sites: Site[]
  lastAccess: number
  lastWrite: number
}

const READS: ReadonlySet<number> = new Set([EVENT.read, EVENT.callRead])
const WRITES: ReadonlySet<number> = new Set([EVENT.write, EVENT.callWrite])

class RaceSearch {
  private readonly order: HappensBefore
  private readonly replay: Replay
  private readonly visitors: Visitor[][] = []
  /** Place indices of what each thread holds; never changed, but replaced. */
  private readonly holds: (readonly number[])[]
  private readonly found = new Map<number, Race>()

  constructor(private readonly trace: Trace) {
    this.order = new HappensBefore(trace)
    this.replay = new Replay(trace)
    this.holds = trace.threads.map(() => [])
  }

  search(): readonly Race[] {
    const { kind } = this.trace
    for (let event = 0; event < this.trace.length; event++) {
      const code = kind[event] as number
      if (READS.has(code)) this.access(event, false)
      else if (WRITES.has(code)) this.access(event, true)
      else this.order.step(event)
      this.walk(event, code)
    }
    return [...this.found.entries()].sort(([a], [b]) => a - b).map(([, race]) => race)
  }

  /** Follows who holds what. */
  private walk(event: number, code: number): void {
    const { replay } = this
    const changesHolds = code === EVENT.acquire || code === EVENT.release
    const lock = changesHolds ? replay.lockAt(event) : NONE
    const before = lock === NONE ? NONE : (replay.owner[lock] as number)
    replay.step()
    if (lock === NONE) return
    this.readHolds(this.trace.thread[event] as number)
    // A lock may be released by another than its holder.
    if (before !== NONE) this.readHolds(before)
  }

  private readHolds(thread: number): void {
    const { places } = this.replay.locks
    this.holds[thread] = (this.replay.holds[thread] ?? []).map((lock) => places[lock] as number)
  }

  private access(event: number, isWrite: boolean): void {
    const { trace } = this
    const thread = trace.thread[event] as number
    const line = trace.line[event] as number
    const access: RaceAccess = { event, thread, line, isWrite, holds: this.holds[thread] ?? [] }
    const visitors = (this.visitors[trace.place[event] as number] ??= [])
    let own: Visitor | undefined
    for (const visitor of visitors) {
      if (visitor.thread === thread) own = visitor
      else this.compare(visitor, access)
    }
    if (own === undefined) {
      own = { thread, sites: [], lastAccess: 0, lastWrite: 0 }
      visitors.push(own)
    }
    this.enter(own, access)
  }

  /** Looks for races between what `visitor` has done and the access at hand. */
  private compare(visitor: Visitor, access: RaceAccess): void {
    const known = this.order.known(access.thread, visitor.thread)
    const last = access.isWrite ? visitor.lastAccess : visitor.lastWrite
    if (last <= known) return
    for (const site of visitor.sites) {
      const isConflict = access.isWrite || site.access.isWrite
      if (isConflict && site.clock > known) this.report(site.access, access)
    }
  }

  private report(first: RaceAccess, second: RaceAccess): void {
    const key = pairKey(first.line, second.line)
    if (this.found.has(key)) return
    this.found.set(key, { place: this.trace.place[second.event] as number, first, second })
  }

  private enter(own: Visitor, access: RaceAccess): void {
    const { line, isWrite } = access
    const clock = this.order.clockOf(own.thread)
    own.lastAccess = clock
    if (isWrite) own.lastWrite = clock
    const site = own.sites.find(
      (known) => known.access.line === line && known.access.isWrite === isWrite,
    )
    if (site === undefined) own.sites.push({ access, clock })
    else {
      site.access = access
      site.clock = clock
    }
  }
}

/** Lines go up to 2¹⁸: both fit into a number, in the order of the lines. */
function pairKey(one: number, other: number): number {
  return Math.min(one, other) * 2 ** 20 + Math.max(one, other)
}
