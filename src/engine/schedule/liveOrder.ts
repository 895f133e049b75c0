/**
 * The events of a live trace as a path for the machine: which event each thread has to make next, and which of them were
 * noted later than they happened.
 *
 * Live, an event is noted beside its operation, not within it: an acquisition after it, a release and a commit before it,
 * and what a thread found (a lock held, a database busy, another thread alive, the rows it read) after it. So an event
 * that tells what a thread found may stand behind the end of what it found, or before the beginning. Here such events
 * are looked up; moving them is exact, since between two events of its own a thread does nothing that others can see.
 */
import { EVENT, type Trace } from '../trace'

/** Waiting is noted by the machine when a thread arrives, live when it is about to sleep: it is not compared. */
const WAITING: ReadonlySet<number> = new Set([EVENT.block, EVENT.joinWait])

/** By what ends a state: events of other threads that may have found the state, though they stand behind its end. */
const FOUND_BEFORE: Readonly<Record<number, readonly number[]>> = {
  [EVENT.release]: [EVENT.acquireFailed],
  [EVENT.databaseCommit]: [EVENT.databaseBusy, EVENT.databaseRead],
  [EVENT.end]: [EVENT.join],
}

/** By what is found: the event that begins the state. */
const BEGUN_BY: Readonly<Record<number, number>> = {
  [EVENT.acquireFailed]: EVENT.acquire,
  [EVENT.databaseBusy]: EVENT.databaseBegin,
}

/** What an event does to the count of holders of its place. */
const HOLDS: Readonly<Record<number, number>> = {
  [EVENT.acquire]: 1,
  [EVENT.release]: -1,
  [EVENT.databaseBegin]: 1,
  [EVENT.databaseCommit]: -1,
}

/** Whether events of this kind are compared. */
export function isCompared(kind: number): boolean {
  return !WAITING.has(kind)
}

/** Text of an event's value; undefined when it has none. */
export function valueAt(trace: Trace, event: number): string | undefined {
  return trace.texts[trace.value[event] as number]
}

export class LiveOrder {
  /** Compared events of each thread, in order, and how many of them are made. */
  private readonly queues: number[][]
  private readonly made: number[]
  /** How often each place is held, by the events made. */
  private readonly holders = new Map<number, number>()

  constructor(readonly trace: Trace) {
    this.queues = trace.threads.map(() => [])
    this.made = trace.threads.map(() => 0)
    for (let event = 0; event < trace.length; event++) {
      if (isCompared(this.kind(event))) this.queues[this.thread(event)]?.push(event)
    }
  }

  kind(event: number): number {
    return this.trace.kind[event] as number
  }

  thread(event: number): number {
    return this.trace.thread[event] as number
  }

  /** The event that `thread` makes next; undefined when it makes none any more. */
  next(thread: number, ahead = 0): number | undefined {
    return this.queues[thread]?.[(this.made[thread] ?? 0) + ahead]
  }

  isMade(event: number): boolean {
    const next = this.next(this.thread(event))
    return next === undefined || event < next
  }

  /** The next event of its thread is made. */
  make(event: number): void {
    const thread = this.thread(event)
    this.made[thread] = (this.made[thread] ?? 0) + 1
    const change = HOLDS[this.kind(event)]
    const place = this.trace.place[event] as number
    if (change !== undefined) this.holders.set(place, this.held(place) + change)
  }

  /** Events not made yet that may have found what `event`, to be made now, brings to its end. */
  foundBefore(event: number): number[] {
    const ends = [event]
    // The machine ends a thread in the step of its last operation.
    const behind = this.next(this.thread(event), 1)
    if (behind !== undefined && this.kind(behind) === EVENT.end) ends.push(behind)
    return ends.flatMap((end) => this.foundBeforeEnd(end, event))
  }

  /**
   * Events of threads other than that of `event` that stand between it and `found`, and have to be made before that: the
   * thread of `found` has to come there, and perhaps to be started first.
   */
  before(found: number, event: number): number[] {
    const thread = this.thread(found)
    let last = event
    for (let ahead = 0; ; ahead++) {
      const own = this.next(thread, ahead)
      if (own === undefined || own >= found) break
      last = own
    }
    const events: number[] = []
    for (let e = event + 1; e <= last; e++) {
      const isOther = this.thread(e) !== this.thread(event)
      if (isOther && isCompared(this.kind(e)) && !this.isMade(e)) events.push(e)
    }
    return events
  }

  /** Those that would be too late if `end` were made now, together with `event`. */
  private foundBeforeEnd(end: number, event: number): number[] {
    if (FOUND_BEFORE[this.kind(end)] === undefined) return []
    const limit = this.next(this.thread(end), end === event ? 1 : 2) ?? Infinity
    const found: number[] = []
    for (let thread = 0; thread < this.queues.length; thread++) {
      const candidate = thread === this.thread(end) ? undefined : this.candidate(thread, end, limit)
      if (candidate === undefined || candidate < event) continue
      if (!this.isBegunAgain(end, candidate) && !this.isUsed(end, candidate)) found.push(candidate)
    }
    return found
  }

  /**
   * The next event of `thread` that may have found what ends at `end`. Others may come before it if they were noted before
   * the thread of `end` went on, which it did with event `limit`: until then it may not have been over.
   */
  private candidate(thread: number, end: number, limit: number): number | undefined {
    const kinds = FOUND_BEFORE[this.kind(end)] ?? []
    for (let ahead = 0; ; ahead++) {
      const next = this.next(thread, ahead)
      if (next === undefined) return undefined
      const isOfPlace = this.trace.place[next] === this.trace.place[end]
      if (kinds.includes(this.kind(next)) && isOfPlace) return next
      if (isOfPlace || next > limit) return undefined
    }
  }

  /** Whether somebody takes or leaves the place of `end` on the way to `found`. */
  private isUsed(end: number, found: number): boolean {
    const place = this.trace.place[end]
    return this.before(found, end).some(
      (event) => this.trace.place[event] === place && this.kind(event) in HOLDS,
    )
  }

  /** The event that begins what `event` found, when by the events made it is not there yet. */
  begunLate(event: number): number | undefined {
    const begin = BEGUN_BY[this.kind(event)]
    const place = this.trace.place[event] as number
    if (begin === undefined || this.held(place) > 0) return undefined
    for (let thread = 0; thread < this.queues.length; thread++) {
      const next = this.next(thread)
      if (next === undefined || next < event) continue
      if (this.kind(next) === begin && this.trace.place[next] === place) return next
    }
    return undefined
  }

  private held(place: number): number {
    return this.holders.get(place) ?? 0
  }

  /** Whether the state that ends at `end` has begun again when `event` is noted; then it may have found that. */
  private isBegunAgain(end: number, event: number): boolean {
    const begin = BEGUN_BY[this.kind(event)]
    if (begin === undefined) return false
    for (let e = end + 1; e < event; e++) {
      if (this.kind(e) === begin && this.trace.place[e] === this.trace.place[end]) return true
    }
    return false
  }
}
